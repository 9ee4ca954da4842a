import { setCoreGeneration } from "./core-row.ts";
import { isAuthentic, signSlotFile } from "./crypto/slot-signature.ts";
import type { Database } from "./database.ts";
import { faultOf } from "./fault.ts";
import type { SlotFile } from "./format-2.ts";
import { readSlotFile, writeSlotFile } from "./slot-file.ts";

/** The slot file of an open vault: what stands on the disk, and the key that vouches for it. */
export interface SlotStore {
  readonly file: SlotFile;
  /**
   * Writes the next state durably, then mirrors its generation inside the database. The slot file is what counts: should
   * its mirror fail, the next opening repairs it. `macKey` is given when the vault key changes with it; it is copied.
   * Throws the system's error or `StorageError`; then the state before stands.
   */
  put(next: SlotFile, macKey?: Uint8Array): void;
  /** Whether the file as it stands on the disk was written under this key. */
  isStoredUnder(macKey: Uint8Array): boolean;
  /** Overwrites the key. */
  wipe(): void;
}

/** A store that starts from `file` as it stands on the disk. `macKey` is copied. */
export function createSlotStore(options: {
  readonly folder: string;
  readonly db: Database;
  readonly file: SlotFile;
  readonly macKey: Uint8Array;
}): SlotStore {
  const { folder, db } = options;
  let file = options.file;
  const key = Buffer.from(options.macKey);
  return {
    get file() {
      return file;
    },
    put: (next, macKey = key) => {
      writeSlotFile(folder, signSlotFile(next, macKey));
      file = next;
      key.set(macKey);
      try {
        setCoreGeneration(db, next.generation);
      } catch (error) {
        if (faultOf(error) === undefined) throw error;
      }
    },
    isStoredUnder: (macKey) => {
      const stored = readSlotFile(folder);
      return stored.ok && isAuthentic(stored.value.decoded.envelope, macKey);
    },
    wipe: () => void key.fill(0),
  };
}
