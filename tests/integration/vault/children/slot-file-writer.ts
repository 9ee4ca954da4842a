/** Rewrites a slot file for ever, one generation at a time, and acknowledges each rewrite after it has returned. */
import { signSlotFile } from "../../../../electron/vault/crypto/key-slots.ts";
import { readSlotFile, writeSlotFile } from "../../../../electron/vault/slot-file.ts";

const folder = process.argv[2] ?? "";
const vaultKey = Buffer.from(process.argv[3] ?? "", "hex");
const stored = readSlotFile(folder);
if (!stored.ok) throw new Error(stored.error);
let { file } = stored.value.decoded;
for (;;) {
  file = { ...file, generation: file.generation + 1 };
  writeSlotFile(folder, signSlotFile(file, vaultKey));
  process.send?.(file.generation);
  await new Promise((resolve) => setImmediate(resolve));
}
