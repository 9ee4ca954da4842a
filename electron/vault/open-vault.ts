import { join } from "node:path";
import { checkRestored, forgetRestored, type RestoredFrom } from "./backup/restored-mark.ts";
import { type Snapshots, snapshotsOf } from "./backup/take-snapshot.ts";
import { getCoreRow, setCoreGeneration } from "./core-row.ts";
import type { Kdf } from "./crypto/kdf.ts";
import { isAuthentic, type KeySlots, type OpenedSlot, signSlotFile } from "./crypto/key-slots.ts";
import { createSeal, type Seal } from "./crypto/seal.ts";
import { deriveSubkey, hmac } from "./crypto/subkeys.ts";
import { type Database, type OpenedDatabase, openDatabase } from "./database.ts";
import { StorageError, storageErrorFrom } from "./fault.ts";
import { names } from "./folder.ts";
import type { SlotFile } from "./format.ts";
import type { Migration } from "./migrations/all.ts";
import { type MigrationOutcome, migrate } from "./migrations/migrate.ts";
import { discardSetAsideCopies, setAsideCopy } from "./migrations/set-aside.ts";
import { createObjects, type Objects } from "./objects.ts";
import type { VaultRandom } from "./ports.ts";
import { createSlotChanges, type SlotChanges } from "./slot-changes.ts";
import { readSlotFile, type StoredSlotFile, writeSlotFile } from "./slot-file.ts";

/** An open vault: its database, its objects, and what may be done to its lock. */
export interface OpenVault extends SlotChanges, Snapshots {
  /** 32 hex digits. */
  readonly vaultId: string;
  readonly folder: string;
  /** The name people gave it; kept inside the encryption alone. */
  readonly label: string;
  readonly createdAtMs: number;
  /** The slot this session came in by; the person table ties a person to it. */
  readonly slotId: string;
  readonly db: Database;
  readonly objects: Objects;
  readonly seal: Seal;
  /** What opening did to the schema. */
  readonly migration: MigrationOutcome;
  /** The backup this folder came out of; undefined once `forgetRestored` was called. */
  readonly restored: RestoredFrom | undefined;
  /** Ends the first opening after a restore; call it when the trail says that there was one. */
  forgetRestored(): void;
  /** False when the slot file or its copy is missing, broken or behind the other; the next change makes them equal. */
  slotFilesAgree(): boolean;
  /** HMAC-SHA256 under the vault's audit key: whoever lacks the vault key cannot continue or rewrite the audit chain. */
  auditMac(bytes: Uint8Array): Uint8Array;
  /** Removes the copies that migrations set aside. */
  discardSetAsideCopies(): void;
  /** Wipes the keys, writes the log into the database, closes it and lets go of the folder. Safe to call twice. */
  close(): void;
  readonly isOpen: boolean;
}

/** What opening needs besides the key. */
export interface OpeningParts {
  readonly folder: string;
  readonly stored: StoredSlotFile;
  readonly migrations: readonly Migration[];
  readonly random: VaultRandom;
  readonly kdf: Kdf;
  readonly keySlots: KeySlots;
  /** Held by the open vault from here on and released on close. */
  readonly lock: { release(): void };
  /** The secret's key file, needed again whenever this session re-authenticates; this copy is wiped on close. */
  readonly keyFileHash?: Uint8Array | undefined;
}

/**
 * Opens database and objects under an unwrapped vault key, which stays with the caller, who wipes it.
 * Throws `StorageError`: `vault-damaged` (also for a slot file put back from earlier), `vault-newer`, storage codes.
 */
export function openWithKey(parts: OpeningParts, slot: OpenedSlot): OpenVault {
  const { folder, stored } = parts;
  const { file } = stored.decoded;
  if (!isAuthentic(stored.decoded, slot.vaultKey)) throw new StorageError("vault-damaged", "slot-file-mac");
  const databaseKey = deriveSubkey(slot.vaultKey, file.vaultId, "db");
  let opened: OpenedDatabase | undefined;
  try {
    opened = openDatabase({ path: join(folder, names.database), key: databaseKey });
    refuseForeign(opened.db, file);
    const migration = bringUpToDate({ folder, opened, migrations: parts.migrations, key: databaseKey });
    const keys = deriveSessionKeys(slot.vaultKey, file.vaultId);
    const manifestMac = (bytes: Uint8Array): Uint8Array => hmac(keys.backup, bytes);
    const restored = checkRestored({ folder, vaultId: file.vaultId, db: opened.db, manifestMac });
    settleGeneration(opened.db, parts, slot.vaultKey);
    return assemble({ parts, slotId: slot.slotId, opened, migration, keys, restored });
  } catch (error) {
    opened?.close();
    throw error;
  } finally {
    databaseKey.fill(0);
  }
}

/** An older slot file put back would let revoked people in; a database of another vault does not even open. */
function refuseForeign(db: Database, file: SlotFile): void {
  const core = getCoreRow(db);
  if (core.vaultId !== file.vaultId) throw new StorageError("vault-damaged", "vault-id");
  if (core.generation > file.generation) throw new StorageError("vault-damaged", "slot-file-put-back");
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
 * Finishes what a crash may have cut off: the generation's mirror in the database, and the slot file's copy. On a full disk
 * it waits for another day: a vault that can still be read must not stay shut for want of a copy.
 */
function settleGeneration(db: Database, parts: OpeningParts, vaultKey: Uint8Array): void {
  const { file } = parts.stored.decoded;
  try {
    if (getCoreRow(db).generation !== file.generation) setCoreGeneration(db, file.generation);
    if (!parts.stored.bothCopiesAgree) writeSlotFile(parts.folder, signSlotFile(file, vaultKey));
  } catch (error) {
    if (storageErrorFrom(error)?.code !== "storage-full") throw error;
  }
}

/** The keys a session holds; the vault key itself is not among them. */
interface SessionKeys {
  readonly objects: Buffer;
  readonly seal: Buffer;
  readonly audit: Buffer;
  /** Vouches for what a backup holds. */
  readonly backup: Buffer;
  /** Opens a copy of the database for its check. SQLite holds the same key as long as the vault is open. */
  readonly database: Buffer;
}

function deriveSessionKeys(vaultKey: Uint8Array, vaultId: string): SessionKeys {
  return {
    objects: deriveSubkey(vaultKey, vaultId, "objects"),
    seal: deriveSubkey(vaultKey, vaultId, "seal"),
    audit: deriveSubkey(vaultKey, vaultId, "audit mac"),
    backup: deriveSubkey(vaultKey, vaultId, "backup manifest"),
    database: deriveSubkey(vaultKey, vaultId, "db"),
  };
}

interface Session {
  readonly parts: OpeningParts;
  readonly slotId: string;
  readonly opened: OpenedDatabase;
  readonly migration: MigrationOutcome;
  readonly keys: SessionKeys;
  readonly restored: RestoredFrom | undefined;
}

function assemble(session: Session): OpenVault {
  const { parts, opened, keys, slotId } = session;
  const { folder, random } = parts;
  const { vaultId } = parts.stored.decoded.file;
  const core = getCoreRow(opened.db);
  const isOpen = (): boolean => opened.db.isOpen;
  const slotChanges = createSlotChanges({ ...parts, slotId, file: parts.stored.decoded.file, db: opened.db });
  const seal = createSeal({ sealKey: keys.seal, random });
  const objects = createObjects({ root: join(folder, names.objects), objectsKey: keys.objects, random, isOpen });
  let restored = session.restored;
  return {
    vaultId,
    folder,
    label: core.label,
    createdAtMs: core.createdAtMs,
    slotId,
    db: opened.db,
    objects,
    seal: {
      seal: (place, body) => whileOpen(isOpen, () => seal.seal(place, body)),
      unseal: (place, sealed) => whileOpen(isOpen, () => seal.unseal(place, sealed)),
    },
    ...slotChanges,
    ...snapshotsOf({
      vaultId,
      folder,
      db: opened.db,
      objects,
      schema: opened.steps.version,
      databaseKey: () => whileOpen(isOpen, () => Uint8Array.from(keys.database)),
      manifestMac: (bytes) => whileOpen(isOpen, () => hmac(keys.backup, bytes)),
    }),
    get restored() {
      return restored;
    },
    forgetRestored: () => {
      forgetRestored(folder);
      restored = undefined;
    },
    slotFilesAgree: () => bothCopiesAgree(folder),
    migration: session.migration,
    auditMac: (bytes) => whileOpen(isOpen, () => hmac(keys.audit, bytes)),
    discardSetAsideCopies: () => discardSetAsideCopies(join(folder, names.setAside)),
    close: () => close(session),
    get isOpen() {
      return isOpen();
    },
  };
}

function bothCopiesAgree(folder: string): boolean {
  const stored = readSlotFile(folder);
  return stored.ok && stored.value.bothCopiesAgree;
}

/** A wiped key is all zeros and would still compute; nothing may be sealed or signed under it. */
function whileOpen<T>(isOpen: () => boolean, work: () => T): T {
  if (!isOpen()) throw new StorageError("vault-locked", "closed");
  return work();
}

function close({ parts, opened, keys }: Session): void {
  const { objects, seal, audit, backup, database } = keys;
  for (const key of [objects, seal, audit, backup, database, parts.keyFileHash]) key?.fill(0);
  try {
    opened.close();
  } finally {
    parts.lock.release();
  }
}
