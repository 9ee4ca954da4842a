import { createHash } from "node:crypto";

/** What one key derivation costs; stored in every slot so that old slots keep opening when the default rises. */
export interface KdfParameters {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** How a slot is opened: a passphrase, a passphrase with a key file, or a printed recovery code. */
export type SlotKind = "passphrase" | "passphrase-and-key-file" | "recovery";

/** "KURA", 蔵 in UTF-8 and a line feed: not ASCII and not text, so a mangled transfer shows at once. */
export const slotFileMagic: Uint8Array = Buffer.from("4b555241e894b50a", "hex");

/** Cipher profile 1: SQLCipher 4 pages (AES-256-CBC, HMAC-SHA512, 4096 bytes), AES-256-GCM objects. */
const cipherProfile = 1;

/** Sizes in bytes. 16: ids that never collide by chance. 12 and 16: what GCM is specified for. 32: AES-256 and SHA-256. */
export const sizes = {
  id: 16,
  salt: 16,
  nonce: 12,
  tag: 16,
  key: 32,
  wrappedKey: 48,
  /** A slot up to its nonce; the same in every format so far. */
  slotMetadata: 44,
  mac: 32,
  checksum: 32,
} as const;

/** Slots one vault can hold; enough for a section, and a bound on what a hostile file can make us do. */
export const maxSlots = 64;

/** A reader never loads more of a slot file than this, so that a later version may grow and a hostile file may not. */
export const maxSlotFileBytes = 65_536;

/** Least and most a slot may ask for: less is a downgrade, more is an attack on the reader's machine. */
const kdfLimits = {
  minMemoryKib: 65_536,
  maxMemoryKib: 4_194_304,
  /** Memory times passes; RFC 9106's second choice is 64 MiB three times, its first is 2 GiB once. */
  minMemoryKibPasses: 3 * 65_536,
  maxPasses: 64,
  maxLanes: 16,
} as const;

/** The cheapest parameters a slot may have (RFC 9106, second recommended option). */
export const kdfFloor: KdfParameters = { memoryKib: 65_536, passes: 3, lanes: 4 };

/** True when a slot may carry these parameters. */
export function isPermittedKdf(kdf: KdfParameters): boolean {
  const { memoryKib, passes, lanes } = kdf;
  if (![memoryKib, passes, lanes].every((value) => Number.isSafeInteger(value) && value >= 1)) return false;
  return (
    memoryKib >= kdfLimits.minMemoryKib &&
    memoryKib <= kdfLimits.maxMemoryKib &&
    passes <= kdfLimits.maxPasses &&
    lanes <= kdfLimits.maxLanes &&
    memoryKib * passes >= kdfLimits.minMemoryKibPasses
  );
}

/** What every slot says about itself before anything is wrapped. */
export interface SlotMetadata {
  /** 32 hex digits, random; the person table in the database refers to it. Stays the same when the passphrase changes. */
  readonly id: string;
  readonly kind: SlotKind;
  readonly kdf: KdfParameters;
  readonly salt: Uint8Array;
}

/** The first bytes of a slot. Throws when the cost is not one a slot may have. */
export function encodeSlotMetadata(slot: SlotMetadata): Buffer {
  if (!isPermittedKdf(slot.kdf)) throw new Error("key derivation parameters out of bounds");
  const metadata = Buffer.alloc(sizes.slotMetadata);
  metadata.set(idBytes(slot.id), slotAt.id);
  metadata[slotAt.kind] = kindNumbers[slot.kind];
  metadata[slotAt.lanes] = slot.kdf.lanes;
  metadata.writeUInt32LE(slot.kdf.memoryKib, slotAt.memoryKib);
  metadata.writeUInt32LE(slot.kdf.passes, slotAt.passes);
  metadata.set(expectLength(slot.salt, sizes.salt), slotAt.salt);
  return metadata;
}

/** Reads them back; `undefined` for an unknown kind, a cost out of bounds or reserved bytes in use. */
export function decodeSlotMetadata(bytes: Buffer): SlotMetadata | undefined {
  const kind = kindsByNumber.get(bytes.readUInt8(slotAt.kind));
  const kdf = {
    memoryKib: bytes.readUInt32LE(slotAt.memoryKib),
    passes: bytes.readUInt32LE(slotAt.passes),
    lanes: bytes.readUInt8(slotAt.lanes),
  };
  if (kind === undefined || !isPermittedKdf(kdf) || bytes.readUInt16LE(slotAt.reserved) !== 0) return undefined;
  const salt = bytesAt(bytes, slotAt.salt, sizes.salt);
  return { id: bytes.toString("hex", 0, sizes.id), kind, kdf, salt };
}

const slotAt = { id: 0, kind: 16, lanes: 17, reserved: 18, memoryKib: 20, passes: 24, salt: 28 } as const;

const kindNumbers: Readonly<Record<SlotKind, number>> = { passphrase: 1, "passphrase-and-key-file": 2, recovery: 3 };
const kindsByNumber = new Map<number, SlotKind>([
  [1, "passphrase"],
  [2, "passphrase-and-key-file"],
  [3, "recovery"],
]);

/** A slot file's parts as every version has them: which version, what the MAC covers, and the MAC. */
export interface SlotFileEnvelope {
  readonly version: number;
  readonly body: Buffer;
  readonly mac: Buffer;
}

/** A whole slot file: body, its MAC under the vault key, and a plain checksum that tells damage from a wrong passphrase. */
export function sealEnvelope(body: Uint8Array, mac: Uint8Array): Uint8Array {
  const covered = Buffer.concat([body, expectLength(mac, sizes.mac)]);
  return Buffer.concat([covered, sha256(covered)]);
}

/** Takes a slot file from outside apart: bounds, magic, checksum and the length it states. `undefined` is damage. */
export function openEnvelope(bytes: Uint8Array): SlotFileEnvelope | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < smallestPrelude + sizes.mac + sizes.checksum || view.length > maxSlotFileBytes) return undefined;
  if (!view.subarray(0, 8).equals(slotFileMagic)) return undefined;
  const end = view.length - sizes.checksum;
  if (!sha256(view.subarray(0, end)).equals(view.subarray(end))) return undefined;
  const macAt = end - sizes.mac;
  // Every version keeps the magic, this field and the closing checksum where they are.
  return { version: view.readUInt16LE(8), body: view.subarray(0, macAt), mac: view.subarray(macAt, end) };
}

/** The fields that open every slot file; what follows them is the version's own. */
export interface SlotFilePrelude {
  readonly vaultId: string;
  readonly generation: number;
  readonly slots: number;
}

/** Size in bytes of the prelude's fields that all versions share. */
export const smallestPrelude = 64;

/** Writes the shared fields into the start of `body`, whose length is final. */
export function writePrelude(body: Buffer, version: number, prelude: SlotFilePrelude): void {
  if (prelude.slots < 1 || prelude.slots > maxSlots) throw new Error("a slot file holds 1 to 64 slots");
  body.set(slotFileMagic, 0);
  body.writeUInt16LE(version, 8);
  body.writeUInt16LE(cipherProfile, 10);
  body.writeUInt32LE(body.length + sizes.mac + sizes.checksum, 12);
  body.set(idBytes(prelude.vaultId), 16);
  body.writeUInt32LE(prelude.generation, 32);
  body.writeUInt32LE(prelude.slots, 36);
}

/** Reads the shared fields; `undefined` when profile, stated size, number of slots or reserved bytes are not as we write. */
export function readPrelude(
  body: Buffer,
  layout: { readonly preludeBytes: number; readonly slotBytes: number },
): SlotFilePrelude | undefined {
  const slots = body.readUInt32LE(36);
  if (body.readUInt16LE(10) !== cipherProfile || slots < 1 || slots > maxSlots) return undefined;
  if (body.length !== layout.preludeBytes + slots * layout.slotBytes) return undefined;
  if (body.readUInt32LE(12) !== body.length + sizes.mac + sizes.checksum) return undefined;
  if (!isZero(body.subarray(40, smallestPrelude))) return undefined;
  return { vaultId: body.toString("hex", 16, 32), generation: body.readUInt32LE(32), slots };
}

/** True when every byte is zero: reserved bytes in use would let two files mean the same. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** A copy of some bytes, so that what is decoded does not hold on to the file's buffer. */
export function bytesAt(bytes: Uint8Array, at: number, length: number): Uint8Array {
  return Uint8Array.from(bytes.subarray(at, at + length));
}

/** The 16 bytes of a vault, slot or object id. */
export function idBytes(id: string): Buffer {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Error("an id is 32 lower-case hex digits");
  return Buffer.from(id, "hex");
}

/** The bytes themselves, or a bug when their number is wrong. */
export function expectLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new Error(`expected ${length} bytes`);
  return bytes;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
