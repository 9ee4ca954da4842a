import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenVault } from "../../../electron/vault/vault.ts";
import { testVaults } from "./scratch-vault.ts";

/** Which passphrase opened a slot file, by the file's hash: deriving keys for the same file again teaches nothing. */
const known = new Map<string, string>();

/** Opens the vault under the first of these passphrases that fits; `undefined` when none does. */
export async function openWithPassphrases(
  folder: string,
  passphrases: readonly string[],
): Promise<OpenVault | undefined> {
  const hash = slotFileHash(folder);
  const remembered = hash === undefined ? undefined : known.get(hash);
  const order = passphrases.toSorted((left) => (left === remembered ? -1 : 0));
  for (const passphrase of order) {
    const opened = await testVaults().open({ folder, passphrase });
    if (!opened.ok) continue;
    if (hash !== undefined) known.set(hash, passphrase);
    return opened.value;
  }
  return undefined;
}

function slotFileHash(folder: string): string | undefined {
  try {
    return createHash("sha256")
      .update(readFileSync(join(folder, "vault.hdr")))
      .digest("hex");
  } catch {
    return undefined;
  }
}
