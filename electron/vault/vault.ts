import { createHash } from "node:crypto";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import { coreTableSql, insertCoreRow } from "./core-row.ts";
import { createKdf, type Kdf } from "./crypto/kdf.ts";
import { createKeySlots, type KeySlots, type OpenedSlot, signSlotFile } from "./crypto/key-slots.ts";
import { randomBytes, randomId } from "./crypto/random-bytes.ts";
import { deriveSubkey } from "./crypto/subkeys.ts";
import { holdLock, openDatabase } from "./database.ts";
import { syncFolder } from "./durable-file.ts";
import { StorageError, storageErrorFrom, type VaultFault } from "./fault.ts";
import { explained, isFreeForVault, isThere, names, prepareFolder, refuseUnusable, removeLeftovers } from "./folder.ts";
import { formatVersion, type KdfParameters, type SlotFile, sizes } from "./format.ts";
import { allMigrations, type Migration } from "./migrations/all.ts";
import { migrate } from "./migrations/migrate.ts";
import { type OpenVault, openWithKey } from "./open-vault.ts";
import type { VaultPorts, VaultRandom } from "./ports.ts";
import { readSlotFile, type StoredSlotFile, writeSlotFile } from "./slot-file.ts";

// The words of this room that services speak; they come in by this door alone.
export type { VaultCode, VaultFault } from "./fault.ts";
export type { KdfParameters } from "./format.ts";
export type { Objects, WrittenObject } from "./objects.ts";
export type { OpenVault } from "./open-vault.ts";

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
}

/** What can be told of a vault without its passphrase. */
export interface VaultSummary {
  readonly vaultId: string;
  readonly slots: number;
  /** Roughly how long trying a passphrase against every slot takes on this machine, in milliseconds. */
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
  /** Looks at a folder without a passphrase and without taking it. `vault-absent`, `vault-damaged`, `vault-newer`, `storage-*`. */
  inspect(folder: string): Promise<Result<VaultSummary, VaultFault>>;
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
    inspect: (folder) => asResult(folder, async () => inspect(tools, folder)),
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

function inspect({ kdf }: Tools, folder: string): VaultSummary {
  const { file } = getSlotFile(folder).decoded;
  const kdfEstimateMs = file.slots.reduce((sum, slot) => sum + kdf.estimateMs(slot.kdf), 0);
  return { vaultId: file.vaultId, slots: file.slots.length, kdfEstimateMs, formatVersion };
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
    const slot = await tools.keySlots.unwrap(stored.decoded.file, { passphrase: request.passphrase, keyFileHash });
    if (!slot.ok) throw new StorageError(slot.error, "slots");
    const parts = { ...tools, folder, stored, lock, keyFileHash: copyOf(keyFileHash) };
    return usingKey(slot.value, () => openWithKey(parts, slot.value));
  });
}

async function create(tools: Tools, request: VaultCreation): Promise<OpenVault> {
  const { folder, keyFileHash } = request;
  if (isThere(folder)) refuseTaken(folder);
  prepareFolder(folder);
  refuseUnusable(folder);
  return locked(folder, async (lock) => {
    refuseTaken(folder);
    const slot = { slotId: randomId(tools.random), vaultKey: randomBytes(tools.random, sizes.key) };
    return usingKey(slot, async () => {
      const file = await newSlotFile(tools, request, slot);
      refuseTaken(folder);
      removeLeftovers(folder);
      buildDatabase({ tools, request, file, vaultKey: slot.vaultKey });
      // From here on the vault exists; opening it completes whatever is still missing.
      writeSlotFile(folder, signSlotFile(file, slot.vaultKey));
      finishCreation(folder);
      const stored = getSlotFile(folder);
      return openWithKey({ ...tools, folder, stored, lock, keyFileHash: copyOf(keyFileHash) }, slot);
    });
  });
}

function refuseTaken(folder: string): void {
  if (!isFreeForVault(folder)) throw new StorageError("vault-exists", "folder");
}

async function newSlotFile(tools: Tools, request: VaultCreation, slot: OpenedSlot): Promise<SlotFile> {
  const vaultId = randomId(tools.random);
  const secret = { passphrase: request.passphrase, keyFileHash: request.keyFileHash };
  const kdf = request.kdf ?? (await tools.kdf.calibrate());
  const wrapped = await tools.keySlots.wrap({ vaultId, vaultKey: slot.vaultKey, secret, kdf, slotId: slot.slotId });
  if (!wrapped.ok) throw new StorageError(wrapped.error, "passphrase");
  return { vaultId, generation: 1, slots: [wrapped.value] };
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

async function usingKey(slot: OpenedSlot, work: () => Promise<OpenVault> | OpenVault): Promise<OpenVault> {
  try {
    return await work();
  } finally {
    slot.vaultKey.fill(0);
  }
}
