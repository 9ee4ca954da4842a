/// <reference path="./sqlite.d.ts" />
import { closeSync, fstatSync, openSync, statSync } from "node:fs";
import type { RawDatabase } from "better-sqlite3";
import {
  assertSettings,
  connect,
  databaseKeyBytes,
  refuseNoDatabase,
  removeDraft,
  writeRekeyedCopy,
} from "./database-connection.ts";
import { renameDurably } from "./durable-file.ts";
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

/** Which key a database is under and which it is to be under. */
export interface KeyChange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly draft: string;
}

/** A database just opened, with what only the vault itself may do to it. */
export interface OpenedDatabase {
  readonly db: Database;
  readonly steps: SchemaSteps;
  /**
   * Puts a copy under another key in the file's place, in one step, and goes on with it; prepared statements stay valid.
   * Killed anywhere, the file is whole under one key or the other. Throws `StorageError` and leaves everything as it was.
   * `draft` is where the copy is made, on the same disk. The keys stay with the caller.
   */
  changeKey(change: KeyChange): void;
  /** Checkpoints and closes; afterwards every statement throws `vault-locked`. Safe to call twice. */
  close(): void;
}

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
  try {
    if (options.create !== true) refuseNoDatabase(descriptor);
    const raw = connect({ path: options.path, key: options.key, descriptor });
    return wrap({ raw, iterations: new Set(), path: options.path, descriptor });
  } catch (error) {
    closeSync(descriptor);
    throw storageErrorFrom(error) ?? error;
  }
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

interface Held {
  /** Another connection after the key has changed. */
  raw: RawDatabase;
  /** Iterations that have begun and not ended; SQLite would refuse to close under them. */
  readonly iterations: Set<IterableIterator<unknown>>;
  readonly path: string;
  descriptor: number;
}

function wrap(held: Held): OpenedDatabase {
  const pragma = (text: string): unknown => translated(held.raw, () => held.raw.pragma(text, { simple: true }));
  const log = createLogKeeper({
    pragma,
    descriptor: () => held.descriptor,
    isOpen: () => held.raw.open,
    inTransaction: () => held.raw.inTransaction,
  });
  const db: Database = {
    prepare: <Parameters extends readonly unknown[], Row>(sql: string) => prepare<Parameters, Row>(held, sql),
    transaction: (work) => transaction(held, work),
    quickCheck: (table) => quickCheck(pragma, table),
    brokenReferences: (table) =>
      countRows(translated(held.raw, () => held.raw.pragma(`foreign_key_check(${quotedName(table)})`))),
    checkpoint: log.checkpoint,
    freeze: log.freeze,
    vacuumInto: (path) => vacuumInto(held.raw, path),
    assertSettings: () => assertSettings(held.raw, held.descriptor),
    get inTransaction() {
      return held.raw.open && held.raw.inTransaction;
    },
    get isOpen() {
      return held.raw.open;
    },
  };
  const steps: SchemaSteps = {
    version: () => translated(held.raw, () => Number(held.raw.pragma("user_version", { simple: true }))),
    apply: (step) => applyStep(held, step),
  };
  return {
    db,
    steps,
    changeKey: (change) => {
      // A copy that is being made would go on from another file.
      if (log.isFrozen) throw new StorageError("vault-busy", "frozen");
      changeKey(held, change);
    },
    close: () => close(held),
  };
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
  if (!permitted.test(sql)) throw new Error("this kind of statement may not be prepared");
  let prepared = translated(held.raw, () => ({ raw: held.raw, statement: held.raw.prepare(sql) }));
  const current = () => {
    // A statement belongs to its connection, and a change of key brings another one.
    if (prepared.raw !== held.raw) prepared = { raw: held.raw, statement: held.raw.prepare(sql) };
    return prepared.statement;
  };
  return {
    run: (...parameters) =>
      translated(held.raw, () => {
        if (!held.raw.inTransaction) assertPresent(held);
        return current().run(...parameters);
      }),
    // Safe as far as the caller's claim about its own columns goes; SQLite cannot know it.
    get: (...parameters) => translated(held.raw, () => current().get(...parameters) as Row | undefined),
    // Safe as above.
    all: (...parameters) => translated(held.raw, () => current().all(...parameters) as Row[]),
    // Safe as above.
    iterate: (...parameters) => iterate(held, () => current().iterate(...parameters) as IterableIterator<Row>),
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

function changeKey(held: Held, change: KeyChange): void {
  if (held.raw.open && held.raw.inTransaction) throw new Error("a transaction is running");
  translated(held.raw, () => void held.raw.pragma("wal_checkpoint(TRUNCATE)"));
  writeRekeyedCopy(held.descriptor, change);
  // Closing takes the log away first: an old log beside the new file would be read into it.
  close(held);
  try {
    renameDurably(change.draft, held.path);
  } catch (error) {
    removeDraft(change.draft);
    reconnect(held, change.from);
    throw storageErrorFrom(error) ?? error;
  }
  reconnect(held, change.to);
}

function reconnect(held: Held, key: Uint8Array): void {
  const descriptor = openFile(held.path, false);
  try {
    held.raw = connect({ path: held.path, key, descriptor });
    held.descriptor = descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw storageErrorFrom(error) ?? error;
  }
}
