import { err, ok, type Result } from "../../../shared/result.ts";
import { StorageError } from "../fault.ts";
import { sizes } from "../format.ts";
import { type SlotFile1, slotAssociatedData1 } from "../format-1.ts";
import type { SlotFile } from "../format-2.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm } from "./gcm.ts";
import { encodeSecret, type Kdf, type SlotSecret } from "./kdf.ts";
import { closeSlot, fits, type OpenedSlot } from "./key-slots.ts";
import { derivePersonKeys } from "./person-key.ts";
import { randomBytes } from "./random-bytes.ts";

/** A file of the first format, opened, and what it becomes: the same slot and passphrase with a person key of its own. */
export interface Upgrade {
  readonly opened: OpenedSlot;
  readonly file: SlotFile;
}

/**
 * Opens a format-1 file and draws up the format-2 file that is to replace it; writes nothing. `wrong-passphrase`.
 * Throws `kdf-out-of-memory`, and `vault-damaged` for several slots: a person key can only be made while its passphrase is
 * at hand, and no released version could add a second slot.
 */
export async function upgradeFormat1(
  ports: { readonly random: VaultRandom; readonly kdf: Kdf },
  old: SlotFile1,
  secret: SlotSecret,
): Promise<Result<Upgrade, "wrong-passphrase">> {
  const [slot, ...others] = old.slots;
  if (slot === undefined || others.length > 0) throw new StorageError("vault-damaged", "format-1-slots");
  const input = fits(slot.kind, secret) ? encodeSecret(secret) : undefined;
  if (input === undefined) return err("wrong-passphrase");
  const { vaultId } = old;
  const slotKey = await ports.kdf.derive(input, slot.salt, slot.kdf);
  try {
    const place = { key: slotKey, nonce: slot.nonce, associatedData: slotAssociatedData1(vaultId, slot) };
    const current = decryptGcm(place, slot.wrappedKey);
    if (current === undefined) return err("wrong-passphrase");
    const personKey = randomBytes(ports.random, sizes.key);
    const vaultKeys = { current, next: undefined };
    const { id, kind, kdf, salt } = slot;
    // Salt and slot key stay: they are as good as new, and the person does not wait for a second derivation.
    const closed = await closeSlot({
      slot: { id, kind, kdf, salt },
      slotKey,
      personKey,
      vaultId,
      vaultKeys,
      random: ports.random,
    });
    const personKeys = await derivePersonKeys(personKey, vaultId);
    return ok({
      opened: { slotId: id, personKey, personKeys, vaultKeys },
      file: { version: 2, vaultId, generation: old.generation + 1, anchor: undefined, slots: [closed] },
    });
  } finally {
    slotKey.fill(0);
  }
}
