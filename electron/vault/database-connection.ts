/// <reference path="./sqlite.d.ts" />
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import Sqlite, { type RawDatabase } from "better-sqlite3";
import { fileMode } from "./durable-file.ts";
import { StorageError, storageErrorFrom } from "./fault.ts";

/** Bytes of the database key. `raw:` with another length would silently be taken for a passphrase. */
export const databaseKeyBytes = 32;

/** SQLCipher's page size in bytes; larger pages make reading one row dearer. The first page is always in the file. */
const pageBytes = 4096;

const plainHeader = Buffer.from("SQLite format 3\0", "latin1");

/**
 * Settings in the order they must be made, each with the value that must be read back.
 * The cipher comes before the key, exclusive locking before the first read (so no shared-memory file appears),
 * and `synchronous` after WAL because opening a WAL file lowers it to NORMAL, which loses acknowledged work.
 */
const settingsBeforeKey = [
  ["cipher", "'sqlcipher'", "sqlcipher"],
  ["legacy", "4", "4"],
] as const;
const settingsAfterKey = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", "2"],
  ["temp_store", "MEMORY", "2"],
  ["foreign_keys", "ON", "1"],
  ["secure_delete", "ON", "1"],
  ["cache_size", "-131072", "-131072"],
  ["trusted_schema", "OFF", "0"],
  ["cell_size_check", "ON", "1"],
  ["mmap_size", "0", "0"],
] as const;

/**
 * Connects to the encrypted file at `path`, which `descriptor` is open on, and makes and reads back every setting.
 * Throws SQLite's error or `StorageError`; then nothing is left open.
 */
export function connect(options: {
  readonly path: string;
  readonly key: Uint8Array;
  readonly descriptor: number;
}): RawDatabase {
  const raw = new Sqlite(options.path, { fileMustExist: true, timeout: 0 });
  try {
    applySettings(raw, options.key);
    assertSettings(raw, options.descriptor);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** SQLite would take an emptied file for a new database and a plain one for a database without a key. */
export function refuseNoDatabase(descriptor: number): void {
  if (fstatSync(descriptor).size < pageBytes) throw new StorageError("vault-damaged", "database-truncated");
  const start = Buffer.alloc(plainHeader.length);
  readSync(descriptor, start, 0, start.length, 0);
  if (start.equals(plainHeader)) throw new StorageError("vault-damaged", "database-not-encrypted");
}

function withRawKey(key: Uint8Array, use: (rawKey: Buffer) => unknown): void {
  if (key.length !== databaseKeyBytes) throw new Error("database key has the wrong length");
  const rawKey = Buffer.concat([Buffer.from("raw:", "latin1"), key]);
  try {
    use(rawKey);
  } finally {
    rawKey.fill(0);
  }
}

function applySettings(raw: RawDatabase, key: Uint8Array): void {
  for (const [name, value] of settingsBeforeKey) raw.pragma(`${name}=${value}`);
  withRawKey(key, (rawKey) => raw.key(rawKey));
  raw.pragma("locking_mode=EXCLUSIVE");
  raw.prepare("SELECT count(*) FROM sqlite_schema").get();
  for (const [name, value] of settingsAfterKey) raw.pragma(`${name}=${value}`);
}

/** Throws unless every setting is in force on this very connection. */
export function assertSettings(raw: RawDatabase, descriptor: number): void {
  for (const [name, , expected] of [
    ...settingsBeforeKey,
    ...settingsAfterKey,
    ["locking_mode", "", "exclusive"] as const,
  ]) {
    const actual = String(raw.pragma(name, { simple: true }));
    if (actual !== expected) throw new Error(`database setting ${name} is ${actual}`);
  }
  refuseNoDatabase(descriptor);
}

/**
 * Holds the folder for one process by an exclusive lock on an empty file. The operating system lets go of it when the
 * process ends, however it ends, so a crash never leaves a vault locked. Throws `vault-busy` or a storage code.
 * Nothing in this process may open that file otherwise: closing it would drop the lock.
 */
export function holdLock(path: string): { release(): void } {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) closeSync(openSync(path, "a", 0o600));
  let raw: RawDatabase | undefined;
  try {
    raw = new Sqlite(path, { fileMustExist: true, timeout: 0 });
    // No journal file: the lock is all we want of this database, nothing is ever written to it.
    raw.pragma("journal_mode=MEMORY");
    raw.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    raw?.close();
    throw storageErrorFrom(error) ?? error;
  }
  const held = raw;
  return { release: () => void held.close() };
}

/**
 * Writes a copy of the database under another key to `draft` and checks it; what stood there is overwritten. The database
 * must be checkpointed and nothing may write to it meanwhile. When this returns the copy is on the disk.
 *
 * SQLCipher could change the key in place. It would draw a new salt into the first page, and whether a crash after that can
 * be rolled back is not left to chance. A copy costs the same room as that journal would.
 */
export function writeRekeyedCopy(
  descriptor: number,
  change: { readonly from: Uint8Array; readonly to: Uint8Array; readonly draft: string },
): void {
  const { from, to, draft } = change;
  removeDraft(draft);
  try {
    copyBytes(descriptor, draft);
    const raw = new Sqlite(draft, { fileMustExist: true, timeout: 0 });
    try {
      for (const [name, value] of settingsBeforeKey) raw.pragma(`${name}=${value}`);
      withRawKey(from, (key) => raw.key(key));
      raw.pragma("locking_mode=EXCLUSIVE");
      // The copy says of itself that it has a log; the change belongs into the one file that is renamed.
      raw.pragma("journal_mode=OFF");
      withRawKey(to, (key) => raw.rekey(key));
    } finally {
      raw.close();
    }
    sync(draft);
    checkCopy(draft, to);
  } catch (error) {
    removeDraft(draft);
    throw storageErrorFrom(error) ?? error;
  }
}

/** Removes an unfinished copy and what SQLite may have put beside it. */
export function removeDraft(draft: string): void {
  for (const ending of ["", "-wal", "-journal"]) rmSync(draft + ending, { force: true });
}

/** Bytes copied at a time. */
const copyChunkBytes = 1_048_576;

function copyBytes(from: number, path: string): void {
  const to = openSync(path, "wx", fileMode);
  try {
    const chunk = Buffer.alloc(copyChunkBytes);
    for (let at = 0; ; ) {
      const count = readSync(from, chunk, 0, chunk.length, at);
      if (count === 0) return;
      for (let written = 0; written < count; ) written += writeSync(to, chunk, written, count - written);
      at += count;
    }
  } finally {
    closeSync(to);
  }
}

function checkCopy(path: string, key: Uint8Array): void {
  const descriptor = openSync(path, "r");
  try {
    const raw = connect({ path, key, descriptor });
    try {
      if (raw.pragma("quick_check(1)", { simple: true }) !== "ok")
        throw new StorageError("vault-damaged", "copy-check");
    } finally {
      raw.close();
    }
  } finally {
    closeSync(descriptor);
  }
  sync(path);
}

function sync(path: string): void {
  const descriptor = openSync(path, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
