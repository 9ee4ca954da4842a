import { idBytes, sizes } from "../format.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm, encryptGcm } from "./gcm.ts";
import { randomBytes } from "./random-bytes.ts";
import { hkdf } from "./subkeys.ts";

/** Plaintext bytes per chunk. 1 MiB writes fastest, and one chunk in memory at a time is nothing. */
export const objectChunkBytes = 1_048_576;

/** One sealed chunk on disk. */
export const sealedChunkBytes: number = objectChunkBytes + sizes.tag;

/** Magic 8, chunk size u32, zero u32, object id 16, salt 16. */
export const objectHeaderBytes = 48;

/** An object key under the vault's objects key: nonce 12, ciphertext 32, tag 16. */
const wrappedObjectKeyBytes: number = sizes.nonce + sizes.key + sizes.tag;

/** Most chunks one object may have; the counter in the nonce has 32 bits. */
const maxObjectChunks = 0xffff_ffff;

const objectMagic = Buffer.from("KURAOBJ1", "latin1");

/** Seals or opens the chunks of one object; holds its key until wiped. */
export interface ObjectCipher {
  readonly header: Uint8Array;
  seal(index: number, isLast: boolean, plaintext: Uint8Array): Buffer;
  /** `undefined` when the chunk was altered, moved, or is not the last although it claims to be (or the reverse). */
  open(index: number, isLast: boolean, sealed: Uint8Array): Buffer | undefined;
  wipe(): void;
}

/** A cipher for a new object, and its key wrapped for the database row. */
export function newObjectCipher(options: {
  /** Newest first; the newest is used. */
  readonly objectsKeys: readonly Uint8Array[];
  readonly objectId: string;
  readonly random: VaultRandom;
}): { readonly cipher: ObjectCipher; readonly wrappedKey: Uint8Array } {
  const { objectsKeys, objectId, random } = options;
  const objectKey = randomBytes(random, sizes.key);
  try {
    const wrappedKey = wrapObjectKey({ objectsKeys, objectId, random }, objectKey);
    const header = encodeHeader(objectId, randomBytes(random, sizes.salt));
    return { cipher: cipherFor(objectKey, header), wrappedKey };
  } finally {
    objectKey.fill(0);
  }
}

/** An object's raw key as the database row keeps it: nonce 12, ciphertext 32, tag 16. */
export function wrapObjectKey(
  options: {
    /** Newest first; the newest is used. */
    readonly objectsKeys: readonly Uint8Array[];
    readonly objectId: string;
    readonly random: VaultRandom;
  },
  objectKey: Uint8Array,
): Uint8Array {
  const { objectId, random } = options;
  const [objectsKey] = options.objectsKeys;
  if (objectsKey === undefined) throw new Error("there is no objects key");
  const nonce = randomBytes(random, sizes.nonce);
  const associatedData = keyPlace(objectId);
  return Buffer.concat([nonce, encryptGcm({ key: objectsKey, nonce, associatedData }, objectKey)]);
}

/** The raw key, to be wiped by the caller; `undefined` when it was not wrapped for this object under any of these keys. */
export function unwrapObjectKey(options: {
  /** The vault key may have changed since it was wrapped, so all that ever were. */
  readonly objectsKeys: readonly Uint8Array[];
  readonly objectId: string;
  readonly wrappedKey: Uint8Array;
}): Buffer | undefined {
  const { objectsKeys, objectId, wrappedKey } = options;
  if (wrappedKey.length !== wrappedObjectKeyBytes) return undefined;
  const nonce = wrappedKey.subarray(0, sizes.nonce);
  const associatedData = keyPlace(objectId);
  for (const key of objectsKeys) {
    const objectKey = decryptGcm({ key, nonce, associatedData }, wrappedKey.subarray(sizes.nonce));
    if (objectKey !== undefined) return objectKey;
  }
  return undefined;
}

/** A cipher for reading; `undefined` when the wrapped key or the header is not this object's. */
export function storedObjectCipher(options: {
  /** Every key an object of this vault may be wrapped under; the vault key may have changed since it was written. */
  readonly objectsKeys: readonly Uint8Array[];
  readonly objectId: string;
  readonly wrappedKey: Uint8Array;
  readonly header: Uint8Array;
}): ObjectCipher | undefined {
  const { objectId, header } = options;
  if (header.length !== objectHeaderBytes) return undefined;
  if (Buffer.compare(header, encodeHeader(objectId, header.subarray(saltAt))) !== 0) return undefined;
  const objectKey = unwrapObjectKey(options);
  if (objectKey === undefined) return undefined;
  try {
    return cipherFor(objectKey, header);
  } finally {
    objectKey.fill(0);
  }
}

const saltAt = objectHeaderBytes - sizes.salt;

function encodeHeader(objectId: string, salt: Uint8Array): Buffer {
  const header = Buffer.alloc(objectHeaderBytes);
  header.set(objectMagic, 0);
  header.writeUInt32LE(objectChunkBytes, 8);
  header.set(idBytes(objectId), 16);
  header.set(salt, saltAt);
  return header;
}

function keyPlace(objectId: string): Buffer {
  return Buffer.concat([Buffer.from("kura v1 object key", "latin1"), idBytes(objectId)]);
}

function cipherFor(objectKey: Uint8Array, header: Uint8Array): ObjectCipher {
  const key = hkdf(objectKey, header.subarray(saltAt), "kura v1 object");
  const message = (index: number, isLast: boolean) => ({
    key,
    nonce: chunkNonce(index, isLast),
    associatedData: header,
  });
  return {
    header,
    seal: (index, isLast, plaintext) => encryptGcm(message(index, isLast), plaintext),
    open: (index, isLast, sealed) => decryptGcm(message(index, isLast), sealed),
    wipe: () => void key.fill(0),
  };
}

/** Seven zero bytes, the chunk's number, and whether it is the last: no chunk can be dropped, moved or cut off unnoticed. */
function chunkNonce(index: number, isLast: boolean): Buffer {
  if (index > maxObjectChunks) throw new Error("too many chunks");
  const nonce = Buffer.alloc(sizes.nonce);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
