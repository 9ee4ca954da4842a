import { join } from "node:path";
import { mustExist } from "../../shared/assert.ts";
import { forgetRestored, type RestoredFrom } from "./backup/restored-mark.ts";
import { type Snapshots, snapshotsOf } from "./backup/take-snapshot.ts";
import { getCoreRow } from "./core-row.ts";
import type { Kdf } from "./crypto/kdf.ts";
import type { KeySlots, OpenedSlot } from "./crypto/key-slots.ts";
import { type PersonKeys, unwrapForPerson, wrapForPerson } from "./crypto/person-key.ts";
import { createSeal, type Seal, type SealPlace } from "./crypto/seal.ts";
import { hmac } from "./crypto/subkeys.ts";
import type { Database, OpenedDatabase } from "./database.ts";
import { StorageError } from "./fault.ts";
import { names } from "./folder.ts";
import { getSessionKeys, type SessionKeys } from "./key-ring.ts";
import type { Migration } from "./migrations/all.ts";
import type { MigrationOutcome } from "./migrations/migrate.ts";
import { discardSetAsideCopies } from "./migrations/set-aside.ts";
import { createObjects, type Objects } from "./objects.ts";
import type { VaultRandom } from "./ports.ts";
import { rotate } from "./rotation.ts";
import { createSlotChanges, type SlotChanges } from "./slot-changes.ts";
import { readSlotFile, type StoredSlotFile } from "./slot-file.ts";
import type { SlotStore } from "./slot-store.ts";

/** What only the person of this session can open. */
export interface PersonalKeys {
  /** P-256 point of this session's slot, 65 bytes. */
  readonly publicKey: Uint8Array;
  /** Opens what was wrapped for this person; `undefined` when it was not, or was altered. The caller wipes it. */
  unwrap(place: SealPlace, wrapped: Uint8Array): Promise<Uint8Array | undefined>;
  /** Seals what only this person's sessions open: the trail-signing key, case keys kept at hand. */
  readonly seal: Seal;
}

/** An open vault: its database, its objects, its person's keys, and what may be done to its lock. */
export interface OpenVault extends SlotChanges, Snapshots {
  /** 32 hex digits. */
  readonly vaultId: string;
  readonly folder: string;
  /** The name people gave it; kept inside the encryption alone. */
  readonly label: string;
  readonly createdAtMs: number;
  /** The slot this session came in by; the person table ties a person to it. */
  readonly slotId: string;
  readonly self: PersonalKeys;
  readonly db: Database;
  readonly objects: Objects;
  /** Seals what every session of this vault may open. */
  readonly seal: Seal;
  /** Wraps a small body for the holder of this public key (65 bytes); bytes that are no such key are a bug and throw. */
  wrapFor(publicKey: Uint8Array, place: SealPlace, body: Uint8Array): Promise<Uint8Array>;
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

/** What an opening has found and made; the vault is built from it and owns it. */
export interface Assembly {
  readonly parts: OpeningParts;
  readonly slotId: string;
  readonly person: PersonKeys;
  readonly opened: OpenedDatabase;
  readonly store: SlotStore;
  readonly migration: MigrationOutcome;
  readonly keys: SessionKeys;
  readonly restored: RestoredFrom | undefined;
  /** True when a rotation has put the database under its next key and could not be finished. */
  readonly isMoved: boolean;
}

/** The open vault. From here on `close` wipes the keys and lets go of the folder. */
export function assembleVault(assembly: Assembly): OpenVault {
  const { parts, opened, keys, slotId, store } = assembly;
  const { folder, random } = parts;
  const { vaultId } = store.file;
  const core = getCoreRow(opened.db);
  const isOpen = (): boolean => opened.db.isOpen;
  const rotateOpen = createRotation(assembly);
  const slotChanges = createSlotChanges({ ...parts, store, slotId, db: opened.db, rotate: rotateOpen });
  const objects = createObjects({ root: join(folder, names.objects), objectsKeys: keys.objects, random, isOpen });
  let { restored } = assembly;
  return {
    vaultId,
    folder,
    label: core.label,
    createdAtMs: core.createdAtMs,
    slotId,
    self: personalKeys(assembly, isOpen),
    db: opened.db,
    objects,
    seal: whileOpenSeal(isOpen, underAnyKey(keys.seal, random)),
    wrapFor: async (publicKey, place, body) => {
      refuseClosed(isOpen);
      return wrapForPerson({ publicKey, vaultId, place }, body);
    },
    ...slotChanges,
    get anchor() {
      return slotChanges.anchor;
    },
    ...snapshots(assembly, objects, isOpen),
    get restored() {
      return restored;
    },
    forgetRestored: () => {
      forgetRestored(folder);
      restored = undefined;
    },
    slotFilesAgree: () => bothCopiesAgree(folder),
    migration: assembly.migration,
    auditMac: (bytes) => {
      refuseClosed(isOpen);
      return hmac(keys.audit, bytes);
    },
    discardSetAsideCopies: () => discardSetAsideCopies(join(folder, names.setAside)),
    close: () => close(assembly),
    get isOpen() {
      return isOpen();
    },
  };
}

function snapshots({ parts, opened, keys, store }: Assembly, objects: Objects, isOpen: () => boolean): Snapshots {
  return snapshotsOf({
    vaultId: store.file.vaultId,
    folder: parts.folder,
    db: opened.db,
    objects,
    schema: opened.steps.version,
    databaseKey: () => {
      refuseClosed(isOpen);
      return Uint8Array.from(keys.database);
    },
    manifestMac: (bytes) => {
      refuseClosed(isOpen);
      return hmac(keys.backup, bytes);
    },
  });
}

function bothCopiesAgree(folder: string): boolean {
  const stored = readSlotFile(folder);
  return stored.ok && stored.value.bothCopiesAgree;
}

function personalKeys({ person, store, parts }: Assembly, isOpen: () => boolean): PersonalKeys {
  const { vaultId } = store.file;
  return {
    publicKey: Uint8Array.from(person.publicKey),
    unwrap: async (place, wrapped) => {
      refuseClosed(isOpen);
      return unwrapForPerson({ pair: person, vaultId, place }, wrapped);
    },
    seal: whileOpenSeal(isOpen, createSeal({ sealKey: person.personalSeal, random: parts.random })),
  };
}

/** Closes under the newest key and opens what was closed under an earlier one. `keys` may grow at the front. */
function underAnyKey(keys: readonly Uint8Array[], random: VaultRandom): Seal {
  const seals = (): Seal[] => keys.map((sealKey) => createSeal({ sealKey, random }));
  return {
    seal: (place, body) => mustExist(seals()[0], "a session has a seal key").seal(place, body),
    unseal: (place, sealed) => {
      for (const seal of seals()) {
        const body = seal.unseal(place, sealed);
        if (body !== undefined) return body;
      }
      return undefined;
    },
  };
}

function whileOpenSeal(isOpen: () => boolean, seal: Seal): Seal {
  return {
    seal: (place, body) => {
      refuseClosed(isOpen);
      return seal.seal(place, body);
    },
    unseal: (place, sealed) => {
      refuseClosed(isOpen);
      return seal.unseal(place, sealed);
    },
  };
}

/** A wiped key is all zeros and would still compute; nothing may be sealed or signed under it. */
function refuseClosed(isOpen: () => boolean): void {
  if (!isOpen()) throw new StorageError("vault-locked", "closed");
}

/** Rotates under an open vault: as soon as the database is under the next key, the session works with that key's. */
function createRotation({ parts, store, opened, keys, isMoved }: Assembly): (slot: OpenedSlot) => Promise<void> {
  let moved = isMoved;
  return async ({ vaultKeys }) => {
    const onMoved = (vaultKey: Uint8Array): void => {
      moved = true;
      replaceKeys(keys, getSessionKeys(opened.db, vaultKey, store.file.vaultId));
    };
    const { folder, random } = parts;
    // Only a rotation that has begun can be half done.
    const wasMoved = moved && vaultKeys.next !== undefined;
    await rotate({ folder, random, store, opened, isMoved: wasMoved, onMoved }, vaultKeys);
  };
}

/** Objects and seal hold on to these arrays, so they are filled anew instead of being replaced. */
function replaceKeys(held: SessionKeys, fresh: SessionKeys): void {
  for (const old of [...held.objects, ...held.seal]) old.fill(0);
  held.objects.splice(0, held.objects.length, ...fresh.objects);
  held.seal.splice(0, held.seal.length, ...fresh.seal);
  held.audit.set(fresh.audit);
  held.backup.set(fresh.backup);
  held.database.set(fresh.database);
}

function close({ parts, opened, keys, person, store }: Assembly): void {
  const { objects, seal, audit, backup, database } = keys;
  const all = [...objects, ...seal, audit, backup, database, person.personalSeal, parts.keyFileHash];
  for (const key of all) key?.fill(0);
  store.wipe();
  try {
    opened.close();
  } finally {
    parts.lock.release();
  }
}
