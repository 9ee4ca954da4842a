import { fstatSync, readSync } from "node:fs";
import { StorageError } from "./fault.ts";
import type { Pragma } from "./page-check.ts";

/** The database's file while nothing changes in it. */
export interface FrozenFile {
  readonly sizeBytes: number;
  /** Reads up to `into.length` bytes; answers how many, 0 at the end. Throws `vault-locked` once the database has closed. */
  read(into: Uint8Array, at: number): number;
  /** Lets the log flow into the file again. Safe to call twice. */
  release(): void;
}

/** Says when the write-ahead log flows into the database's file. */
export interface LogKeeper {
  /** Moves the log into the file and empties it; during a freeze, afterwards. */
  checkpoint(): void;
  /** Does so once more and then leaves the file alone until it is released. A second freeze meanwhile is a bug and throws. */
  freeze(): FrozenFile;
  /** True until the frozen file is released. */
  readonly isFrozen: boolean;
}

/** Pages in the log after which SQLite moves it into the file by itself; its own default. */
const autoCheckpointPages = 1000;

/** The keeper of one connection's log. `descriptor` answers the one open on the database's file; it stays the caller's. */
export function createLogKeeper(connection: {
  readonly pragma: Pragma;
  readonly descriptor: () => number;
  readonly isOpen: () => boolean;
  readonly inTransaction: () => boolean;
}): LogKeeper {
  const { pragma, descriptor, isOpen } = connection;
  let frozen = false;
  let checkpointWaits = false;

  function checkpoint(): void {
    if (frozen) checkpointWaits = true;
    else pragma("wal_checkpoint(TRUNCATE)");
  }

  function release(): void {
    frozen = false;
    if (!isOpen()) return;
    pragma(`wal_autocheckpoint=${autoCheckpointPages}`);
    if (checkpointWaits) checkpoint();
    checkpointWaits = false;
  }

  function freeze(): FrozenFile {
    if (frozen || (isOpen() && connection.inTransaction())) throw new Error("the database cannot be frozen now");
    pragma("wal_autocheckpoint=0");
    // The first number tells whether a reader kept part of the log from being moved.
    if (pragma("wal_checkpoint(TRUNCATE)") !== 0) {
      release();
      throw new StorageError("storage-failed", "checkpoint-busy");
    }
    frozen = true;
    let released = false;
    return {
      sizeBytes: fstatSync(descriptor()).size,
      read: (into, at) => {
        // Synchronous, because a read still on its way when the database closes would reach into another file's descriptor.
        if (!isOpen()) throw new StorageError("vault-locked", "closed");
        return readSync(descriptor(), into, 0, into.length, at);
      },
      release: () => {
        if (!released) release();
        released = true;
      },
    };
  }

  return {
    checkpoint,
    freeze,
    get isFrozen() {
      return frozen;
    },
  };
}
