/** Rewrites a slot file for ever, one generation at a time, and acknowledges each rewrite after it has returned. */
import { signSlotFile } from "../../../../electron/vault/crypto/slot-signature.ts";
import { readSlotFile, writeSlotFile } from "../../../../electron/vault/slot-file.ts";

const folder = process.argv[2] ?? "";
const macKey = Buffer.from(process.argv[3] ?? "", "hex");
const stored = readSlotFile(folder);
if (!stored.ok) throw new Error(stored.error);
const { file: found } = stored.value.decoded;
if (found.version !== 2) throw new Error("an old slot file");
let file = found;
for (;;) {
  file = { ...file, generation: file.generation + 1 };
  writeSlotFile(folder, signSlotFile(file, macKey));
  process.send?.(file.generation);
  await new Promise((resolve) => setImmediate(resolve));
}
