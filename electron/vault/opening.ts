import { join } from "node:path";
import { checkRestored } from "./backup/restored-mark.ts";
import { getCoreRow, setCoreGeneration } from "./core-row.ts";
import type { VaultKeys } from "./crypto/key-slots.ts";
import { headerMacKey, signSlotFile } from "./crypto/slot-signature.ts";
import { deriveSubkey, hmac } from "./crypto/subkeys.ts";
import { type Database, type OpenedDatabase, openDatabase } from "./database.ts";
import { StorageError, storageErrorFrom } from "./fault.ts";
import { names } from "./folder.ts";
import { getSessionKeys } from "./key-ring.ts";
import type { Migration } from "./migrations/all.ts";
import { type MigrationOutcome, migrate } from "./migrations/migrate.ts";
import { setAsideCopy } from "./migrations/set-aside.ts";
import { assembleVault, type OpeningParts, type OpenVault } from "./open-vault.ts";
import { rotate } from "./rotation.ts";
import { writeSlotFile } from "./slot-file.ts";
import { createSlotStore, type SlotStore } from "./slot-store.ts";
import type { Unlocked } from "./unlock.ts";

/**
 * Opens database and objects with what a slot gave; that stays with the caller, who wipes it. Brings format and schema up to
 * date and finishes a rotation that was cut off. Throws `StorageError`: `vault-damaged` (also for a slot file put back from
 * earlier), `vault-newer`, storage codes.
 */
export async function openUnlocked(parts: OpeningParts, unlocked: Unlocked): Promise<OpenVault> {
  const { folder } = parts;
  const { file, opened: slot } = unlocked;
  const found = openDatabaseOf(folder, file.vaultId, slot.vaultKeys);
  const { opened } = found;
  try {
    refuseForeign(opened.db, file.vaultId, unlocked.storedGeneration);
    const migration = bringUpToDate({ folder, opened, migrations: parts.migrations, key: found.key });
    const store = settle(parts, unlocked, opened.db);
    const isMoved = await finishRotation({ ...parts, store, opened, isMoved: found.isMoved }, slot.vaultKeys);
    const vaultKey = isMoved ? found.movedTo : slot.vaultKeys.current;
    const keys = getSessionKeys(opened.db, vaultKey, file.vaultId);
    const manifestMac = (bytes: Uint8Array): Uint8Array => hmac(keys.backup, bytes);
    const restored = checkRestored({ folder, vaultId: file.vaultId, db: opened.db, manifestMac });
    return assembleVault({
      parts,
      slotId: slot.slotId,
      person: slot.personKeys,
      opened,
      store,
      migration,
      keys,
      isMoved,
      restored,
    });
  } catch (error) {
    opened.close();
    throw error;
  } finally {
    found.key.fill(0);
    found.movedTo.fill(0);
  }
}

interface FoundDatabase {
  readonly opened: OpenedDatabase;
  readonly key: Buffer;
  /** True when a rotation that was cut off had already put the database under the next key. */
  readonly isMoved: boolean;
  /** A copy of the next vault key; empty when no rotation is under way. */
  readonly movedTo: Buffer;
}

function openDatabaseOf(folder: string, vaultId: string, { current, next }: VaultKeys): FoundDatabase {
  const movedTo = Buffer.from(next ?? []);
  const under = (vaultKey: Uint8Array, isMoved: boolean): FoundDatabase => {
    const key = deriveSubkey(vaultKey, vaultId, "db");
    try {
      return { opened: openDatabase({ path: join(folder, names.database), key }), key, isMoved, movedTo };
    } catch (error) {
      key.fill(0);
      throw error;
    }
  };
  try {
    return under(current, false);
  } catch (error) {
    if (next === undefined || storageErrorFrom(error)?.code !== "vault-damaged") throw error;
    return under(next, true);
  }
}

/** An older slot file put back would let revoked people in; a database of another vault does not even open. */
function refuseForeign(db: Database, vaultId: string, storedGeneration: number): void {
  const core = getCoreRow(db);
  if (core.vaultId !== vaultId) throw new StorageError("vault-damaged", "vault-id");
  if (core.generation > storedGeneration) throw new StorageError("vault-damaged", "slot-file-put-back");
}

function bringUpToDate(options: {
  readonly folder: string;
  readonly opened: OpenedDatabase;
  readonly migrations: readonly Migration[];
  readonly key: Uint8Array;
}): MigrationOutcome {
  const { folder, opened, migrations, key } = options;
  const outcome = migrate({
    steps: opened.steps,
    migrations,
    setAside: () =>
      setAsideCopy({
        folder: join(folder, names.setAside),
        original: opened,
        openCopy: (path) => openDatabase({ path, key }),
      }),
  });
  if (!outcome.ok) throw new StorageError(outcome.error, "schema");
  return outcome.value;
}

/**
 * Writes the slot file of a format just upgraded, and finishes what a crash may have cut off: the file's copy, and the
 * generation's mirror in the database. Those two wait on a full disk: a vault that can still be read must not stay shut for
 * want of a copy.
 */
function settle(parts: OpeningParts, { file, opened, isUpgraded }: Unlocked, db: Database): SlotStore {
  const { folder } = parts;
  const macKey = headerMacKey(opened.vaultKeys.current, file.vaultId);
  try {
    if (isUpgraded) writeSlotFile(folder, signSlotFile(file, macKey));
    try {
      if (getCoreRow(db).generation !== file.generation) setCoreGeneration(db, file.generation);
      if (!parts.stored.bothCopiesAgree && !isUpgraded) writeSlotFile(folder, signSlotFile(file, macKey));
    } catch (error) {
      if (storageErrorFrom(error)?.code !== "storage-full") throw error;
    }
    return createSlotStore({ folder, db, file, macKey });
  } finally {
    macKey.fill(0);
  }
}

/** Goes on with a rotation that was cut off; answers whether the database is under the next key. */
async function finishRotation(
  parts: OpeningParts & { readonly store: SlotStore; readonly opened: OpenedDatabase; readonly isMoved: boolean },
  { current, next }: VaultKeys,
): Promise<boolean> {
  if (next === undefined) return false;
  let { isMoved } = parts;
  try {
    await rotate({ ...parts, onMoved: () => (isMoved = true) }, { current, next });
  } catch (error) {
    // Both keys are still named, so the vault can be worked with and the next opening tries again.
    if (storageErrorFrom(error) === undefined || !parts.opened.db.isOpen) throw error;
  }
  return isMoved;
}
