import { join } from "node:path";
import { resealed, type VaultKeys, withSlots } from "./crypto/key-slots.ts";
import { randomBytes } from "./crypto/random-bytes.ts";
import { headerMacKey } from "./crypto/slot-signature.ts";
import { deriveSubkey } from "./crypto/subkeys.ts";
import type { OpenedDatabase } from "./database.ts";
import { names } from "./folder.ts";
import { sizes } from "./format.ts";
import type { KeySlot, SlotFile } from "./format-2.ts";
import { keepOutgoingKeys } from "./key-ring.ts";
import { discardSetAsideCopies } from "./migrations/set-aside.ts";
import type { VaultRandom } from "./ports.ts";
import type { SlotStore } from "./slot-store.ts";

/** What a rotation works on. */
export interface RotationParts {
  readonly folder: string;
  readonly random: VaultRandom;
  readonly store: SlotStore;
  readonly opened: OpenedDatabase;
  /** True when the database is already under the next key and only the slot file lags behind. */
  readonly isMoved: boolean;
  /** Told once the database is under the next key, which is wiped later. */
  readonly onMoved: (vaultKey: Uint8Array) => void;
}

/**
 * Gives the vault a new key, or finishes what a crash cut off. The order makes every instant safe: the slot file names both
 * keys, the database goes over in one step, the slot file names the new key alone. Whoever opens it in between has both.
 * Throws `StorageError`; then the old key stands, or both are named and the next opening goes on from there.
 */
export async function rotate(parts: RotationParts, { current, next: begun }: VaultKeys): Promise<void> {
  const { store, opened } = parts;
  const next = begun ?? randomBytes(parts.random, sizes.key);
  try {
    const before = store.file.slots;
    const announced = await resealAll(store.file, { current, next });
    const settled = await resealAll(store.file, { current: next, next: undefined });
    // From here on nothing waits, so no anchor and no other change comes in between.
    if (begun === undefined) store.put(withSlots(store.file, announced));
    if (!parts.isMoved) {
      try {
        moveDatabase(parts, { current, next });
      } catch (error) {
        if (begun === undefined && opened.db.isOpen) takeBack(store, before);
        throw error;
      }
      parts.onMoved(next);
    }
    discardSetAsideCopies(join(parts.folder, names.setAside));
    const macKey = headerMacKey(next, store.file.vaultId);
    store.put(withSlots(store.file, settled), macKey);
    macKey.fill(0);
  } finally {
    next.fill(0);
  }
}

function resealAll(file: SlotFile, vaultKeys: VaultKeys): Promise<KeySlot[]> {
  return Promise.all(file.slots.map((slot) => resealed(slot, file.vaultId, vaultKeys)));
}

function moveDatabase(
  { folder, store, opened }: RotationParts,
  { current, next }: { readonly current: Buffer; readonly next: Buffer },
): void {
  const { vaultId } = store.file;
  keepOutgoingKeys(opened, current, vaultId);
  const from = deriveSubkey(current, vaultId, "db");
  const to = deriveSubkey(next, vaultId, "db");
  try {
    opened.changeKey({ from, to, draft: join(folder, names.databaseDraft) });
  } finally {
    from.fill(0);
    to.fill(0);
  }
}

/** A full disk must not leave a rotation half begun; if even this cannot be written, the next opening tries to finish it. */
function takeBack(store: SlotStore, slots: readonly KeySlot[]): void {
  try {
    store.put(withSlots(store.file, slots));
  } catch {
    // The first error is the one to report.
  }
}
