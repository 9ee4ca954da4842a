import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { type FileHandle, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ObjectKeyForms } from "./crypto/case-seals.ts";
import {
  newObjectCipher,
  type ObjectCipher,
  objectChunkBytes,
  objectHeaderBytes,
  sealedChunkBytes,
  storedObjectCipher,
  unwrapObjectKey,
  wrapObjectKey,
} from "./crypto/object-cipher.ts";
import { randomId } from "./crypto/random-bytes.ts";
import { fileMode, makeFolder, renameDurably, syncFolder } from "./durable-file.ts";
import { StorageError, storageErrorFrom, type VaultFault } from "./fault.ts";
import { idBytes } from "./format.ts";
import type { VaultRandom } from "./ports.ts";

/** Bytes to keep, and ways to follow and stop the work. */
export interface ObjectWrite {
  readonly source: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
  /** Plaintext bytes taken in so far; called at least once per mebibyte and at the end. */
  readonly onProgress?: ((doneBytes: number) => void) | undefined;
}

/** What the database row of an object must keep; without `wrappedKey` the object can never be read again. */
export interface WrittenObject {
  /** 32 hex digits, random. */
  readonly objectId: string;
  readonly wrappedKey: Uint8Array;
  /** SHA-256 of the plaintext, 64 hex digits. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Which object, and the key from its row. */
export type ObjectReference = Pick<WrittenObject, "objectId" | "wrappedKey">;

/** Large evidence as sealed files beside the database. */
export interface Objects {
  /**
   * Seals a stream into a new object; it is on the disk when this returns, and only then may its row be written.
   * `cancelled` and every storage refusal leave nothing behind. An error thrown by the source travels on unchanged.
   */
  write(request: ObjectWrite): Promise<Result<WrittenObject, VaultFault>>;
  /**
   * The plaintext in chunks of up to 1 MiB, each verified before it is given out. Throws `StorageError`: `vault-damaged` when
   * a chunk was altered, moved, cut off or the file is gone; `vault-locked` as soon as the vault closes.
   */
  read(reference: ObjectReference): AsyncGenerator<Uint8Array, void, undefined>;
  /** Destroys the object's file. For good only once the row with its key is gone too. An absent file is no error. */
  remove(objectId: string): Promise<void>;
  /**
   * Removes files that no row knows (a crash between file and row leaves one) and lists rows whose file is missing.
   * Objects written since the vault was opened are spared: their rows may be on the way.
   */
  sweep(knownIds: ReadonlySet<string>): Promise<{ readonly removed: number; readonly missing: readonly string[] }>;
  /**
   * Keeps every file where it is until the returned function is called, so that they can be copied; what is removed
   * meanwhile goes afterwards. After a crash the next sweep takes it.
   */
  hold(): () => Promise<void>;
  /** Files there are for these ids, and how many files no id names. Changes nothing. */
  survey(knownIds: ReadonlySet<string>): Promise<{ readonly missing: readonly string[]; readonly orphans: number }>;
  /** The two forms of an object's key: as rows keep it, and raw for cases that close it under a key of their own. */
  readonly keys: ObjectKeyForms;
}

interface Store {
  readonly root: string;
  /** Newest first; a rotation puts another in front while the vault is open. */
  readonly objectsKeys: readonly Uint8Array[];
  readonly random: VaultRandom;
  readonly isOpen: () => boolean;
  readonly fresh: Set<string>;
  /** How many copies are being made, and what is to be removed after the last of them. */
  readonly holding: { count: number; readonly waiting: Set<string> };
}

/** Objects under `root`, which is made if it is absent. `objectsKeys` stay with the caller, who wipes them on lock. */
export function createObjects(options: Omit<Store, "fresh" | "holding">): Objects {
  const store: Store = { ...options, fresh: new Set(), holding: { count: 0, waiting: new Set() } };
  makeFolder(partsFolder(store));
  return {
    write: (request) => write(store, request),
    read: (reference) => read(store, reference),
    remove: (objectId) => remove(store, objectId),
    sweep: (knownIds) => sweep(store, knownIds),
    hold: () => hold(store),
    survey: (knownIds) => survey(store, knownIds),
    keys: {
      unwrapKey: ({ objectId, key }) => {
        refuseToGoOn(store, undefined);
        const raw = unwrapObjectKey({ objectsKeys: store.objectsKeys, objectId, wrappedKey: key });
        if (raw === undefined) throw new StorageError("vault-damaged", "object-key");
        return raw;
      },
      wrapKey: ({ objectId, key }) => {
        refuseToGoOn(store, undefined);
        return wrapObjectKey({ objectsKeys: store.objectsKeys, objectId, random: store.random }, key);
      },
    },
  };
}

const partsFolder = (store: Store): string => join(store.root, "parts");
const partPath = (store: Store, objectId: string): string => join(partsFolder(store), `${objectId}.part`);
const shelf = (store: Store, objectId: string): string => join(store.root, idBytes(objectId).toString("hex", 0, 1));
const objectPath = (store: Store, objectId: string): string => join(shelf(store, objectId), `${objectId}.obj`);

async function write(store: Store, request: ObjectWrite): Promise<Result<WrittenObject, VaultFault>> {
  const objectId = randomId(store.random);
  store.fresh.add(objectId);
  const { cipher, wrappedKey } = newObjectCipher({ objectsKeys: store.objectsKeys, objectId, random: store.random });
  try {
    const part = await ours(() => open(partPath(store, objectId), "wx", fileMode));
    const digest = await fill({ store, part, cipher, request }).finally(() => part.close());
    shelve(store, objectId);
    return ok({ objectId, wrappedKey, ...digest });
  } catch (error) {
    await rm(partPath(store, objectId), { force: true }).catch(() => undefined);
    if (error instanceof StorageError) return err({ code: error.code, details: { reason: error.reason } });
    throw error;
  } finally {
    cipher.wipe();
  }
}

interface Filling {
  readonly store: Store;
  readonly part: FileHandle;
  readonly cipher: ObjectCipher;
  readonly request: ObjectWrite;
}

async function fill(filling: Filling): Promise<Pick<WrittenObject, "sha256" | "sizeBytes">> {
  const { store, part, cipher, request } = filling;
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(objectChunkBytes);
  let filled = 0;
  let index = 0;
  let sizeBytes = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    refuseToGoOn(store, request.signal);
    const sealed = cipher.seal(index, isLast, chunk.subarray(0, filled));
    await ours(() => writeAll(part, sealed));
    index += 1;
    filled = 0;
    request.onProgress?.(sizeBytes);
  };
  try {
    refuseToGoOn(store, request.signal);
    await ours(() => writeAll(part, cipher.header));
    for await (const bytes of request.source) {
      refuseToGoOn(store, request.signal);
      hash.update(bytes);
      for (let at = 0; at < bytes.length; ) {
        // A full chunk waits until there is more, because only then is it known not to be the last.
        if (filled === objectChunkBytes) await flush(false);
        const taken = Math.min(objectChunkBytes - filled, bytes.length - at);
        chunk.set(bytes.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        sizeBytes += taken;
      }
    }
    await flush(true);
    await ours(() => part.sync());
    return { sha256: hash.digest("hex"), sizeBytes };
  } finally {
    chunk.fill(0);
  }
}

async function writeAll(part: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await part.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}

function refuseToGoOn(store: Store, signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new StorageError("cancelled", "aborted");
  if (!store.isOpen()) throw new StorageError("vault-locked", "closed");
}

/** Gives the finished file its name; before this the object does not exist, after it it is whole. */
function shelve(store: Store, objectId: string): void {
  try {
    makeFolder(shelf(store, objectId));
    syncFolder(store.root);
    renameDurably(partPath(store, objectId), objectPath(store, objectId));
  } catch (error) {
    throw storageErrorFrom(error) ?? error;
  }
}

async function* read(store: Store, reference: ObjectReference): AsyncGenerator<Uint8Array, void, undefined> {
  refuseToGoOn(store, undefined);
  const file = await openObject(objectPath(store, reference.objectId));
  let cipher: ObjectCipher | undefined;
  try {
    const header = await readExactly(file, 0, objectHeaderBytes);
    refuseToGoOn(store, undefined);
    cipher = storedObjectCipher({ ...reference, objectsKeys: store.objectsKeys, header });
    if (cipher === undefined) throw new StorageError("vault-damaged", "object-header");
    const bodyBytes = (await ours(() => file.stat())).size - objectHeaderBytes;
    const chunks = Math.ceil(bodyBytes / sealedChunkBytes);
    if (chunks === 0) throw new StorageError("vault-damaged", "object-truncated");
    for (let index = 0; index < chunks; index += 1) {
      const at = index * sealedChunkBytes;
      const sealed = await readExactly(file, objectHeaderBytes + at, Math.min(sealedChunkBytes, bodyBytes - at));
      refuseToGoOn(store, undefined);
      const plaintext = cipher.open(index, index === chunks - 1, sealed);
      if (plaintext === undefined) throw new StorageError("vault-damaged", "object-chunk");
      yield plaintext;
    }
  } finally {
    cipher?.wipe();
    await file.close();
  }
}

async function openObject(path: string): Promise<FileHandle> {
  try {
    return await ours(() => open(path, "r"));
  } catch (error) {
    if (error instanceof StorageError && error.reason === "ENOENT")
      throw new StorageError("vault-damaged", "object-missing");
    throw error;
  }
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await ours(() => file.read(buffer, done, length - done, at + done));
    if (bytesRead === 0) throw new StorageError("vault-damaged", "object-truncated");
    done += bytesRead;
  }
  return buffer;
}

function hold(store: Store): () => Promise<void> {
  const { holding } = store;
  holding.count += 1;
  let released = false;
  return async () => {
    if (released) return;
    released = true;
    holding.count -= 1;
    if (holding.count > 0) return;
    const waiting = [...holding.waiting];
    holding.waiting.clear();
    for (const objectId of waiting) await remove(store, objectId);
  };
}

async function remove(store: Store, objectId: string): Promise<void> {
  if (store.holding.count > 0) {
    store.holding.waiting.add(objectId);
    return;
  }
  const path = objectPath(store, objectId);
  try {
    const file = await open(path, "r+");
    try {
      // The salt is half of what the chunk key is made from. Where the disk writes in place, this alone ends the object.
      await file.write(new Uint8Array(objectHeaderBytes), 0, objectHeaderBytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(path);
    syncFolder(shelf(store, objectId));
  } catch (error) {
    const storage = storageErrorFrom(error);
    if (storage?.reason !== "ENOENT") throw storage ?? error;
  }
}

async function sweep(
  store: Store,
  knownIds: ReadonlySet<string>,
): Promise<{ readonly removed: number; readonly missing: readonly string[] }> {
  let removed = 0;
  for (const entry of await ours(() => readdir(store.root, { recursive: true, withFileTypes: true }))) {
    const objectId = /^([0-9a-f]{32})\.(?:obj|part)$/.exec(entry.name)?.[1];
    if (!entry.isFile() || objectId === undefined || store.fresh.has(objectId)) continue;
    if (store.holding.count > 0 || (entry.name.endsWith(".obj") && knownIds.has(objectId))) continue;
    await ours(() => rm(join(entry.parentPath, entry.name), { force: true }));
    removed += 1;
  }
  return { removed, missing: [...knownIds].filter((id) => isMissing(store, id)) };
}

function isMissing(store: Store, objectId: string): boolean {
  return statSync(objectPath(store, objectId), { throwIfNoEntry: false }) === undefined;
}

async function survey(
  store: Store,
  knownIds: ReadonlySet<string>,
): Promise<{ readonly missing: readonly string[]; readonly orphans: number }> {
  let orphans = 0;
  for (const entry of await ours(() => readdir(store.root, { recursive: true, withFileTypes: true }))) {
    const objectId = /^([0-9a-f]{32})\.(?:obj|part)$/.exec(entry.name)?.[1];
    if (entry.isFile() && objectId !== undefined && !knownIds.has(objectId) && !store.fresh.has(objectId)) orphans += 1;
  }
  return { missing: [...knownIds].filter((id) => isMissing(store, id)), orphans };
}

/** Runs one step of our own file work and throws our errors for the system's; the source's errors never pass here. */
async function ours<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw storageErrorFrom(error) ?? error;
  }
}
