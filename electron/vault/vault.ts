import { createHash } from "node:crypto";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import { removePageCheck } from "./backup/check-pages.ts";
import { coreTableSql, insertCoreRow } from "./core-row.ts";
import { createKdf, type Kdf } from "./crypto/kdf.ts";
import { createKeySlots, inOrder, type KeySlots, wipeOpened } from "./crypto/key-slots.ts";
import { derivePersonKeys } from "./crypto/person-key.ts";
import { randomBytes, randomId } from "./crypto/random-bytes.ts";
import { headerMacKey, signSlotFile } from "./crypto/slot-signature.ts";
import { deriveSubkey } from "./crypto/subkeys.ts";
import { openDatabase } from "./database.ts";
import { holdLock, removeDraft } from "./database-connection.ts";
import { syncFolder } from "./durable-file.ts";
import { StorageError, storageErrorFrom, type VaultFault } from "./fault.ts";
import { explained, isFreeForVault, isThere, names, prepareFolder, refuseUnusable, removeLeftovers } from "./folder.ts";
import { type KdfParameters, type SlotKind, type SlotMetadata, sizes } from "./format.ts";
import type { SlotFile } from "./format-2.ts";
import { allMigrations, type Migration } from "./migrations/all.ts";
import { migrate } from "./migrations/migrate.ts";
import type { OpeningParts, OpenVault } from "./open-vault.ts";
import { openUnlocked } from "./opening.ts";
import type { VaultPorts, VaultRandom } from "./ports.ts";
import { readSlotFile, removeUnfinished, type StoredSlotFile, writeSlotFile } from "./slot-file.ts";
import { type Unlocked, unlock } from "./unlock.ts";

// The words of this room that services speak; they come in by this door alone.
export type { CaseKeys, CaseSeals } from "./crypto/case-seals.ts";
export type { Seal, SealPlace } from "./crypto/seal.ts";
export type { VaultCode, VaultFault } from "./fault.ts";
export type { KdfParameters, SlotKind } from "./format.ts";
export type { TrailAnchor } from "./format-2.ts";
export type { Objects, WrittenObject } from "./objects.ts";
export type { OpenVault } from "./open-vault.ts";
export type { AddedSlot } from "./slot-changes.ts";

/** A vault to be made. */
export interface VaultCreation {
  /** Absent or empty; its parent folder must be writable. */
  readonly folder: string;
  /** What people will call it; stored inside the encryption. */
  readonly label?: string | undefined;
  readonly passphrase: string;
  /** SHA-256 of a key file, 32 bytes, when one is to be needed besides the passphrase. */
  readonly keyFileHash?: Uint8Array | undefined;
  /** Left out, this machine is measured. Tests pass `kdfFloor`. */
  readonly kdf?: KdfParameters | undefined;
}

/** A vault to be opened. */
export interface VaultOpening {
  readonly folder: string;
  readonly passphrase: string;
  readonly keyFileHash?: Uint8Array | undefined;
  /** Slots to try before the others, the most recent first: each slot that does not open costs a whole derivation. */
  readonly preferSlots?: readonly string[] | undefined;
  /** Left out, slots of every kind are tried. */
  readonly onlyKind?: SlotKind | undefined;
}

/** What can be told of a vault without its passphrase. */
export interface VaultSummary {
  readonly vaultId: string;
  readonly slots: number;
  /** Roughly how long the slot that is tried first takes on this machine, in milliseconds. */
  readonly kdfEstimateMs: number;
  readonly formatVersion: number;
}

/** The one way in to vaults. */
export interface Vaults {
  /**
   * Makes a vault and opens it. A crash on the way leaves either a whole vault or a folder where making one can be tried
   * again. `vault-exists`, `vault-busy`, `weak-passphrase` (empty, too long or not well-formed: how good it is, is for the
   * service to judge), `kdf-out-of-memory`, storage codes.
   */
  create(request: VaultCreation): Promise<Result<OpenVault, VaultFault>>;
  /**
   * Opens a vault for this process alone. `vault-absent`, `vault-damaged`, `vault-newer`, `vault-busy`, `wrong-passphrase`,
   * `kdf-out-of-memory`, storage codes. A wrong passphrase costs the caller the derivation time and changes nothing.
   */
  open(request: VaultOpening): Promise<Result<OpenVault, VaultFault>>;
  /** What this machine would choose today for a new slot; measured for a moment. */
  chooseKdf(): Promise<KdfParameters>;
  /** Looks at a folder without a passphrase and without taking it. `vault-absent`, `vault-damaged`, `vault-newer`, `storage-*`. */
  inspect(folder: string, preferSlots?: readonly string[]): Promise<Result<VaultSummary, VaultFault>>;
}

interface Tools {
  readonly ports: VaultPorts;
  readonly random: VaultRandom;
  readonly kdf: Kdf;
  readonly keySlots: KeySlots;
  readonly migrations: readonly Migration[];
}

/** The vaults of this machine. `migrations` is for tests; the app leaves it out. */
export function createVaults(
  ports: VaultPorts,
  options: { readonly migrations?: readonly Migration[] | undefined } = {},
): Vaults {
  const kdf = createKdf(ports);
  const { random } = ports;
  const keySlots = createKeySlots({ random, kdf });
  const tools: Tools = { ports, random, kdf, keySlots, migrations: options.migrations ?? allMigrations };
  return {
    create: (request) => asResult(request.folder, () => create(tools, request)),
    open: (request) => asResult(request.folder, () => open(tools, request)),
    chooseKdf: () => kdf.calibrate(),
    inspect: (folder, preferSlots) => asResult(folder, async () => inspect(tools, folder, preferSlots)),
  };
}

/** SHA-256 of a key file's bytes, for the requests above. */
export function hashKeyFile(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

async function asResult<T>(folder: string, work: () => Promise<T>): Promise<Result<T, VaultFault>> {
  try {
    return ok(await work());
  } catch (error) {
    const storage = storageErrorFrom(error);
    if (storage === undefined) throw error;
    const { code, reason } = explained(folder, storage);
    return err({ code, details: { reason } });
  }
}

function inspect({ kdf }: Tools, folder: string, preferSlots: readonly string[] = []): VaultSummary {
  const { file } = getSlotFile(folder).decoded;
  const [tried] = inOrder<SlotMetadata>(file.slots, { first: preferSlots });
  const kdfEstimateMs = tried === undefined ? 0 : kdf.estimateMs(tried.kdf);
  return { vaultId: file.vaultId, slots: file.slots.length, kdfEstimateMs, formatVersion: file.version };
}

function getSlotFile(folder: string): StoredSlotFile {
  if (!isThere(folder)) throw new StorageError("storage-gone", "folder");
  const stored = readSlotFile(folder);
  if (!stored.ok) throw new StorageError(stored.error, "slot-file");
  return stored.value;
}

async function open(tools: Tools, request: VaultOpening): Promise<OpenVault> {
  const { folder, keyFileHash } = request;
  // Before the lock, so that looking for a vault in a wrong folder writes nothing there.
  getSlotFile(folder);
  refuseUnusable(folder);
  return locked(folder, async (lock) => {
    const stored = getSlotFile(folder);
    finishCreation(folder);
    removeUnfinished(folder);
    // A rotation cut off while it was copying; what it was to become is made anew.
    removeDraft(join(folder, names.databaseDraft));
    removePageCheck(folder);
    return openSlotAndVault({ ...tools, folder, stored, lock, keyFileHash: copyOf(keyFileHash) }, request);
  });
}

async function openSlotAndVault(parts: OpeningParts, request: VaultOpening): Promise<OpenVault> {
  const { passphrase, keyFileHash, preferSlots, onlyKind } = request;
  const how = { secret: { passphrase, keyFileHash }, choice: { first: preferSlots, kind: onlyKind } };
  const unlocked = await unlock(parts, parts.stored.decoded, how);
  try {
    return await openUnlocked(parts, unlocked);
  } finally {
    wipeOpened(unlocked.opened);
  }
}

async function create(tools: Tools, request: VaultCreation): Promise<OpenVault> {
  const { folder, keyFileHash } = request;
  if (isThere(folder)) refuseTaken(folder);
  prepareFolder(folder);
  refuseUnusable(folder);
  return locked(folder, async (lock) => {
    refuseTaken(folder);
    const made = await newSlot(tools, request);
    const { file, opened } = made;
    try {
      refuseTaken(folder);
      removeLeftovers(folder);
      buildDatabase({ tools, request, file, vaultKey: opened.vaultKeys.current });
      // From here on the vault exists; opening it completes whatever is still missing.
      writeSlotFile(folder, signedBy(opened.vaultKeys.current, file));
      finishCreation(folder);
      const stored = getSlotFile(folder);
      const parts = { ...tools, folder, stored, lock, keyFileHash: copyOf(keyFileHash) };
      return await openUnlocked(parts, made);
    } finally {
      wipeOpened(opened);
    }
  });
}

function signedBy(vaultKey: Uint8Array, file: SlotFile): Uint8Array {
  const macKey = headerMacKey(vaultKey, file.vaultId);
  try {
    return signSlotFile(file, macKey);
  } finally {
    macKey.fill(0);
  }
}

function refuseTaken(folder: string): void {
  if (!isFreeForVault(folder)) throw new StorageError("vault-exists", "folder");
}

/** The first slot and its file, opened as if the passphrase had just been typed. */
async function newSlot(tools: Tools, request: VaultCreation): Promise<Unlocked> {
  const { random, keySlots } = tools;
  const [vaultId, slotId] = [randomId(random), randomId(random)];
  const vaultKeys = { current: randomBytes(random, sizes.key), next: undefined };
  const personKey = randomBytes(random, sizes.key);
  const secret = { passphrase: request.passphrase, keyFileHash: request.keyFileHash };
  const kdf = request.kdf ?? (await tools.kdf.calibrate());
  const slot = await keySlots.make({ vaultId, vaultKeys, secret, kdf, keep: { slotId, personKey } });
  if (!slot.ok) throw new StorageError(slot.error, "passphrase");
  const personKeys = await derivePersonKeys(personKey, vaultId);
  return {
    opened: { slotId, personKey, personKeys, vaultKeys },
    file: { version: 2, vaultId, generation: 1, anchor: undefined, slots: [slot.value] },
    storedGeneration: 1,
    isUpgraded: false,
  };
}

function buildDatabase(options: {
  readonly tools: Tools;
  readonly request: VaultCreation;
  readonly file: SlotFile;
  readonly vaultKey: Uint8Array;
}): void {
  const { tools, request, file, vaultKey } = options;
  const key = deriveSubkey(vaultKey, file.vaultId, "db");
  try {
    const opened = openDatabase({ path: join(request.folder, names.databaseBeingMade), key, create: true });
    try {
      opened.steps.apply({ version: 0, sql: coreTableSql });
      const { vaultId, generation } = file;
      const label = request.label ?? "";
      insertCoreRow(opened.db, { vaultId, generation, label, createdAtMs: tools.ports.clock.nowMs() });
      migrate({ steps: opened.steps, migrations: tools.migrations, setAside: () => undefined });
      opened.db.checkpoint();
    } finally {
      opened.close();
    }
    syncFolder(request.folder);
  } finally {
    key.fill(0);
  }
}

/** A creation that stopped after the slot file was written left the finished database under its working name. */
function finishCreation(folder: string): void {
  const finished = join(folder, names.database);
  const working = join(folder, names.databaseBeingMade);
  if (isThere(finished) || !isThere(working)) return;
  renameSync(working, finished);
  syncFolder(folder);
}

/** Takes the folder for this process; lets go of it again unless the work ends with an open vault. */
async function locked(folder: string, work: (lock: { release(): void }) => Promise<OpenVault>): Promise<OpenVault> {
  const lock = holdLock(join(folder, names.lock));
  try {
    return await work(lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The open vault wipes its own copy, never the caller's bytes. */
function copyOf(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes === undefined ? undefined : Uint8Array.from(bytes);
}
