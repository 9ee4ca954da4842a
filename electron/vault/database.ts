/// <reference path="./sqlite.d.ts" />
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import Sqlite, { type RawDatabase } from "better-sqlite3";
import { StorageError, storageErrorFrom } from "./fault.ts";
import { createLogKeeper, type FrozenFile } from "./log-keeper.ts";
import { quickCheck, quotedName } from "./page-check.ts";

/**
 * One prepared statement. `Parameters` are the values for `?` in order, or one object for `:name`; blobs go in and come back
 * as byte arrays. `Row` is the caller's claim about the columns it selects. Every call may throw `StorageError`.
 */
export interface Statement<Parameters extends readonly unknown[] = readonly unknown[], Row = unknown> {
  run(...parameters: Parameters): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  /** Rows one by one; no other statement may run until the iteration has ended. */
  iterate(...parameters: Parameters): IterableIterator<Row>;
}

/** The encrypted database as tables and services see it. */
export interface Database {
  /** Prepares one SELECT, INSERT, UPDATE, DELETE, REPLACE, WITH, VALUES or EXPLAIN; anything else is a bug and throws. */
  prepare<Parameters extends readonly unknown[] = readonly unknown[], Row = unknown>(
    sql: string,
  ): Statement<Parameters, Row>;
  /**
   * Runs `work` in BEGIN IMMEDIATE and commits, or rolls back whatever it or the commit throws and rethrows it.
   * When this returns, the change is on the disk. Must not be nested and must not be asynchronous: both are bugs and throw.
   */
  transaction<T>(work: () => T): T;
  /** True inside `transaction`. */
  readonly inTransaction: boolean;
  /**
   * Reads every page and its MAC, or those of one table and its indexes. Answers false when the file is damaged.
   * Takes seconds per gigabyte.
   */
  quickCheck(table?: string): boolean;
  /** How many rows refer to rows that are not there; reads every foreign key of one table. */
  brokenReferences(table: string): number;
  /** Moves the write-ahead log into the main file and empties it. */
  checkpoint(): void;
  /**
   * Empties the log into the main file and leaves that file as it is until it is released, while work goes on in the log.
   * One at a time; `checkpoint` waits for the release. Closing the database ends it.
   */
  freeze(): FrozenFile;
  /** Writes a compacted copy under the same key to a path where nothing, or an empty file, is; the copy is mode 0600. */
  vacuumInto(path: string): void;
  /** Throws unless cipher, durability and leak settings are in force on this very connection. */
  assertSettings(): void;
  readonly isOpen: boolean;
}

/** Schema work, for creation and migrations alone. */
export interface SchemaSteps {
  /** The version mark; 0 in a database without any step. */
  version(): number;
  /** Runs a script and sets the version mark in one transaction; checks foreign keys before the commit. */
  apply(step: { readonly version: number; readonly sql: string }): void;
}

/** A database just opened, with what only the vault itself may do to it. */
export interface OpenedDatabase {
  readonly db: Database;
  readonly steps: SchemaSteps;
  /** Checkpoints and closes; afterwards every statement throws `vault-locked`. Safe to call twice. */
  close(): void;
}

/** Bytes of the database key. `raw:` with another length would silently be taken for a passphrase. */
const databaseKeyBytes = 32;

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
 * Opens the encrypted file at `path` under `key` (32 bytes, left to the caller to wipe) and takes it for this process alone.
 * `create` makes a new file and refuses one that is there. Throws `StorageError`: `vault-damaged` when the key does not fit
 * or the file is missing or broken, `vault-busy` when another connection holds it, and the storage codes.
 */
export function openDatabase(options: {
  readonly path: string;
  readonly key: Uint8Array;
  readonly create?: boolean;
}): OpenedDatabase {
  if (options.key.length !== databaseKeyBytes) throw new Error("database key has the wrong length");
  // Closing any descriptor of a file drops all of this process's locks on it, so this one lives as long as the database.
  const descriptor = openFile(options.path, options.create === true);
  let raw: RawDatabase | undefined;
  try {
    if (options.create !== true) refuseNoDatabase(descriptor);
    raw = new Sqlite(options.path, { fileMustExist: true, timeout: 0 });
    applySettings(raw, options.key);
    assertSettings(raw, descriptor);
    return wrap({ raw, iterations: new Set(), path: options.path, descriptor });
  } catch (error) {
    raw?.close();
    closeSync(descriptor);
    throw storageErrorFrom(error) ?? error;
  }
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

function openFile(path: string, create: boolean): number {
  try {
    return openSync(path, create ? "wx+" : "r+", 0o600);
  } catch (error) {
    const storage = storageErrorFrom(error);
    if (storage?.reason === "ENOENT" && !create) throw new StorageError("vault-damaged", "database-missing");
    throw storage ?? error;
  }
}

/** SQLite would take an emptied file for a new database and a plain one for a database without a key. */
function refuseNoDatabase(descriptor: number): void {
  if (fstatSync(descriptor).size < pageBytes) throw new StorageError("vault-damaged", "database-truncated");
  const start = Buffer.alloc(plainHeader.length);
  readSync(descriptor, start, 0, start.length, 0);
  if (start.equals(plainHeader)) throw new StorageError("vault-damaged", "database-not-encrypted");
}

function applySettings(raw: RawDatabase, key: Uint8Array): void {
  for (const [name, value] of settingsBeforeKey) raw.pragma(`${name}=${value}`);
  const rawKey = Buffer.concat([Buffer.from("raw:", "latin1"), key]);
  try {
    raw.key(rawKey);
  } finally {
    rawKey.fill(0);
  }
  raw.pragma("locking_mode=EXCLUSIVE");
  raw.prepare("SELECT count(*) FROM sqlite_schema").get();
  for (const [name, value] of settingsAfterKey) raw.pragma(`${name}=${value}`);
}

function assertSettings(raw: RawDatabase, descriptor: number): void {
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

interface Held {
  readonly raw: RawDatabase;
  /** Iterations that have begun and not ended; SQLite would refuse to close under them. */
  readonly iterations: Set<IterableIterator<unknown>>;
  readonly path: string;
  readonly descriptor: number;
}

function wrap(held: Held): OpenedDatabase {
  const { raw, descriptor } = held;
  const pragma = (text: string): unknown => translated(raw, () => raw.pragma(text, { simple: true }));
  const log = createLogKeeper({ pragma, descriptor, isOpen: () => raw.open, inTransaction: () => raw.inTransaction });
  const db: Database = {
    prepare: <Parameters extends readonly unknown[], Row>(sql: string) => prepare<Parameters, Row>(held, sql),
    transaction: (work) => transaction(held, work),
    quickCheck: (table) => quickCheck(pragma, table),
    brokenReferences: (table) =>
      countRows(translated(raw, () => raw.pragma(`foreign_key_check(${quotedName(table)})`))),
    checkpoint: log.checkpoint,
    freeze: log.freeze,
    vacuumInto: (path) => vacuumInto(raw, path),
    assertSettings: () => assertSettings(raw, descriptor),
    get inTransaction() {
      return raw.open && raw.inTransaction;
    },
    get isOpen() {
      return raw.open;
    },
  };
  const steps: SchemaSteps = {
    version: () => translated(raw, () => Number(raw.pragma("user_version", { simple: true }))),
    apply: (step) => applyStep(held, step),
  };
  return { db, steps, close: () => close(held) };
}

/** Runs one call into SQLite and throws our errors for its. */
function translated<T>(raw: RawDatabase, call: () => T): T {
  if (!raw.open) throw new StorageError("vault-locked", "closed");
  try {
    return call();
  } catch (error) {
    throw storageErrorFrom(error) ?? error;
  }
}

// ATTACH could create a plain file, PRAGMA could switch a safeguard off, and transactions have their own door.
const permitted = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|VALUES|EXPLAIN)\b/i;

function prepare<Parameters extends readonly unknown[], Row>(held: Held, sql: string): Statement<Parameters, Row> {
  const { raw } = held;
  if (!permitted.test(sql)) throw new Error("this kind of statement may not be prepared");
  const statement = translated(raw, () => raw.prepare(sql));
  return {
    run: (...parameters) =>
      translated(raw, () => {
        if (!raw.inTransaction) assertPresent(held);
        return statement.run(...parameters);
      }),
    // Safe as far as the caller's claim about its own columns goes; SQLite cannot know it.
    get: (...parameters) => translated(raw, () => statement.get(...parameters) as Row | undefined),
    // Safe as above.
    all: (...parameters) => translated(raw, () => statement.all(...parameters) as Row[]),
    // Safe as above.
    iterate: (...parameters) => iterate(held, () => statement.iterate(...parameters) as IterableIterator<Row>),
  };
}

function* iterate<Row>(held: Held, start: () => IterableIterator<Row>): Generator<Row, void, undefined> {
  const { raw, iterations } = held;
  const rows = translated(raw, start);
  iterations.add(rows);
  try {
    for (;;) {
      const next = translated(raw, () => rows.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    iterations.delete(rows);
    if (raw.open) rows.return?.();
  }
}

function transaction<T>(held: Held, work: () => T): T {
  const { raw } = held;
  if (raw.open && raw.inTransaction) throw new Error("a transaction is already running");
  translated(raw, () => raw.exec("BEGIN IMMEDIATE"));
  try {
    const value = work();
    if (value instanceof Promise) throw new Error("a transaction must not be asynchronous");
    if (!raw.inTransaction) throw new Error("the transaction was ended inside its own work");
    assertPresent(held);
    translated(raw, () => raw.exec("COMMIT"));
    return value;
  } catch (error) {
    rollBack(raw);
    throw storageErrorFrom(error) ?? error;
  }
}

function rollBack(raw: RawDatabase): void {
  try {
    if (raw.open && raw.inTransaction) raw.exec("ROLLBACK");
  } catch {
    // SQLite has rolled back on its own (full disk, lost device); the first error is the one to report.
  }
}

/** Without this a commit into a deleted or replaced file would succeed and be lost: SQLite only looks when it opens. */
function assertPresent(held: Held): void {
  const there = statSync(held.path, { bigint: true, throwIfNoEntry: false });
  const ours = fstatSync(held.descriptor, { bigint: true });
  if (there === undefined || there.ino !== ours.ino || there.dev !== ours.dev)
    throw new StorageError("storage-gone", "database-moved");
}

function countRows(rows: unknown): number {
  return Array.isArray(rows) ? rows.length : 0;
}

function vacuumInto(raw: RawDatabase, path: string): void {
  translated(raw, () => {
    // SQLite would create the copy readable for others; an empty file of ours keeps its mode.
    closeSync(openSync(path, "wx", 0o600));
    raw.prepare("VACUUM INTO ?").run(path);
  });
}

function applyStep(held: Held, step: { readonly version: number; readonly sql: string }): void {
  const { raw } = held;
  if (!Number.isSafeInteger(step.version) || step.version < 0)
    throw new Error("a step's version must be a whole number");
  transaction(held, () => {
    raw.exec(step.sql);
    if (!raw.inTransaction) throw new Error("a step must not end its transaction");
    const broken: unknown = raw.pragma("foreign_key_check");
    if (Array.isArray(broken) && broken.length > 0) throw new Error("a step left broken references");
    raw.pragma(`user_version=${step.version}`);
  });
}

function close(held: Held): void {
  if (!held.raw.open) return;
  try {
    for (const rows of held.iterations) rows.return?.();
    held.raw.close();
  } finally {
    closeSync(held.descriptor);
  }
}
