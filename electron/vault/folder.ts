import { accessSync, chmodSync, constants, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderMode, makeFolder, syncFolder } from "./durable-file.ts";
import { StorageError, storageErrorFrom } from "./fault.ts";

/** The names a vault folder may hold. */
export const names = {
  slotFile: "vault.hdr",
  slotFileCopy: "vault.hdr.bak",
  database: "vault.db",
  /** The database while a vault is being made; renamed once the slot file stands. */
  databaseBeingMade: "vault.db.new",
  /** A copy under another key while the vault key is being rotated. */
  databaseDraft: "vault.db.next",
  lock: "vault.lock",
  objects: "objects",
  setAside: "set-aside",
  /** The manifest of the backup this folder was restored from; gone after the first unlocking. */
  restored: "restored.json",
  attempts: "attempts",
  /** A copy whose pages are being checked. */
  pageCheck: "page-check",
} as const;

/** What a creation that never finished can leave behind; nothing in it can be opened by anyone. */
const leftovers: ReadonlySet<string> = new Set([
  names.databaseBeingMade,
  `${names.databaseBeingMade}-wal`,
  `${names.databaseBeingMade}-shm`,
  `${names.databaseBeingMade}-journal`,
  `${names.slotFile}.tmp`,
]);

/** What file managers drop into any folder they show. */
const litter: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini", ".directory"]);

/**
 * True when a vault may be made here: nothing is in the folder but the remains of an unfinished creation, and names the
 * caller knows to be of no account.
 */
export function isFreeForVault(folder: string, ignored: readonly string[] = []): boolean {
  const counts = (name: string): boolean =>
    name !== names.lock && !leftovers.has(name) && !litter.has(name) && !ignored.includes(name);
  return !readdirSync(folder).some(counts);
}

/** Removes the remains of an unfinished creation. Only for a folder that has no slot file and is locked by us. */
export function removeLeftovers(folder: string): void {
  for (const name of leftovers) rmSync(join(folder, name), { force: true });
}

/** Makes the folder of a new vault, or takes an existing one for its owner alone. Throws `StorageError`. */
export function prepareFolder(folder: string): void {
  // Asked first, because making several levels at once on a read-only disk fails with a misleading code.
  refuseUnwritable(nearestFolder(folder));
  makeFolder(folder);
  syncFolder(dirname(folder));
  try {
    chmodSync(folder, folderMode);
  } catch {
    // Sticks formatted for several systems know no modes; the encryption does not rest on them.
  }
}

/** Throws `storage-gone` when the folder is not there and `storage-readonly` when it cannot be written. */
export function refuseUnusable(folder: string): void {
  if (!isThere(folder)) throw new StorageError("storage-gone", "folder");
  refuseUnwritable(folder);
}

function refuseUnwritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw storageErrorFrom(error) ?? error;
  }
}

/** The folder itself or the first of its parents that is there. */
function nearestFolder(folder: string): string {
  const parent = dirname(folder);
  return isThere(folder) || parent === folder ? folder : nearestFolder(parent);
}

/** True when there is something of this name. */
export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** SQLite often says no more than that it failed; a look at the folder may tell why. */
export function explained(folder: string, error: StorageError): StorageError {
  if (error.code !== "storage-failed") return error;
  try {
    refuseUnusable(folder);
  } catch (found) {
    if (found instanceof StorageError) return found;
  }
  return error;
}
