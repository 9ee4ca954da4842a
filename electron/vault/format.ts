import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../shared/result.ts";

/** What one key derivation costs; stored in every slot so that old slots keep opening when the default rises. */
export interface KdfParameters {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** How a slot is opened: a passphrase, a passphrase with a key file, or a printed recovery code. */
export type SlotKind = "passphrase" | "passphrase-and-key-file" | "recovery";

/** One person's wrapped copy of the vault key. */
export interface KeySlot {
  /** 32 hex digits, random; the person table in the database refers to it. Stays the same when the passphrase changes. */
  readonly id: string;
  readonly kind: SlotKind;
  readonly kdf: KdfParameters;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  /** AES-256-GCM ciphertext and tag of the vault key. */
  readonly wrappedKey: Uint8Array;
}

/** The key-slot file's content, without its seals. */
export interface SlotFile {
  /** 32 hex digits, random, made once. */
  readonly vaultId: string;
  /** Counts rewrites; mirrored inside the database so that an older file put back is noticed. */
  readonly generation: number;
  readonly slots: readonly KeySlot[];
}

/** A slot file as read, with what its seal covers. */
export interface DecodedSlotFile {
  readonly file: SlotFile;
  /** Every byte under the message authentication code. */
  readonly body: Uint8Array;
  readonly mac: Uint8Array;
}

/** "KURA", 蔵 in UTF-8 and a line feed: not ASCII and not text, so a mangled transfer shows at once. */
export const slotFileMagic: Uint8Array = Buffer.from("4b555241e894b50a", "hex");

/** Version of the slot file and of all that hangs on it: key labels, cipher profile, object format. */
export const formatVersion = 1;

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
  prelude: 64,
  slot: 128,
  mac: 32,
  checksum: 32,
} as const;

/** Slots one vault can hold; enough for a section, and a bound on what a hostile file can make us do. */
export const maxSlots = 64;

/** A reader never loads more of a slot file than this, so that a later version may grow and a hostile file may not. */
export const maxSlotFileBytes = 65_536;

/** Least and most a slot may ask for: less is a downgrade, more is an attack on the reader's machine. */
export const kdfLimits = {
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

/** The body of a slot file: prelude and slots. Its two seals, the MAC and the checksum, follow it on disk. */
export function encodeSlotFileBody(file: SlotFile): Uint8Array {
  if (file.slots.length < 1 || file.slots.length > maxSlots) throw new Error("a slot file holds 1 to 64 slots");
  const body = Buffer.alloc(sizes.prelude + file.slots.length * sizes.slot);
  body.set(slotFileMagic, 0);
  body.writeUInt16LE(formatVersion, 8);
  body.writeUInt16LE(cipherProfile, 10);
  body.writeUInt32LE(body.length + sizes.mac + sizes.checksum, 12);
  body.set(idBytes(file.vaultId), 16);
  body.writeUInt32LE(file.generation, 32);
  body.writeUInt32LE(file.slots.length, 36);
  file.slots.forEach((slot, index) => {
    const at = sizes.prelude + index * sizes.slot;
    body.set(encodeSlotMetadata(slot), at);
    body.set(expectLength(slot.nonce, sizes.nonce), at + slotAt.nonce);
    body.set(expectLength(slot.wrappedKey, sizes.wrappedKey), at + slotAt.wrappedKey);
  });
  return body;
}

/** A whole slot file: body, its MAC under the vault key, and a plain checksum that tells damage from a wrong passphrase. */
export function encodeSlotFile(body: Uint8Array, mac: Uint8Array): Uint8Array {
  const covered = Buffer.concat([body, expectLength(mac, sizes.mac)]);
  return Buffer.concat([covered, sha256(covered)]);
}

/** The bytes a slot's wrapping vouches for: whose vault, which slot, how it is opened and at what cost. */
export function slotAssociatedData(vaultId: string, slot: Pick<KeySlot, "id" | "kind" | "kdf" | "salt">): Uint8Array {
  return Buffer.concat([slotFileMagic, idBytes(vaultId), encodeSlotMetadata(slot)]);
}

/**
 * Reads a slot file from outside. `vault-newer` only when the file is whole and says so; anything else that is not exactly
 * what `encodeSlotFile` writes is `vault-damaged`. Authenticity is not checked here: that needs the vault key.
 */
export function decodeSlotFile(bytes: Uint8Array): Result<DecodedSlotFile, "vault-damaged" | "vault-newer"> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < sizes.prelude + sizes.checksum || view.length > maxSlotFileBytes) return err("vault-damaged");
  if (!view.subarray(0, 8).equals(slotFileMagic)) return err("vault-damaged");
  const end = view.length - sizes.checksum;
  if (!sha256(view.subarray(0, end)).equals(view.subarray(end))) return err("vault-damaged");
  // Every version keeps the magic, this field and the closing checksum where they are.
  if (view.readUInt16LE(8) > formatVersion) return err("vault-newer");
  const file = decodeBody(view.subarray(0, end - sizes.mac), view.length);
  if (file === undefined) return err("vault-damaged");
  return ok({ file, body: view.subarray(0, end - sizes.mac), mac: view.subarray(end - sizes.mac, end) });
}

/** Offsets of the fields inside one slot; what follows `wrappedKey` is reserved and zero. */
const slotAt = { id: 0, kind: 16, lanes: 17, memoryKib: 20, passes: 24, salt: 28, nonce: 44, wrappedKey: 56 } as const;

/** A slot up to its nonce: everything that is decided before wrapping. */
function encodeSlotMetadata(slot: Pick<KeySlot, "id" | "kind" | "kdf" | "salt">): Buffer {
  if (!isPermittedKdf(slot.kdf)) throw new Error("key derivation parameters out of bounds");
  const metadata = Buffer.alloc(slotAt.nonce);
  metadata.set(idBytes(slot.id), slotAt.id);
  metadata[slotAt.kind] = kindNumbers[slot.kind];
  metadata[slotAt.lanes] = slot.kdf.lanes;
  metadata.writeUInt32LE(slot.kdf.memoryKib, slotAt.memoryKib);
  metadata.writeUInt32LE(slot.kdf.passes, slotAt.passes);
  metadata.set(expectLength(slot.salt, sizes.salt), slotAt.salt);
  return metadata;
}

const kindNumbers: Readonly<Record<SlotKind, number>> = { passphrase: 1, "passphrase-and-key-file": 2, recovery: 3 };
const kindsByNumber = new Map<number, SlotKind>([
  [1, "passphrase"],
  [2, "passphrase-and-key-file"],
  [3, "recovery"],
]);

function decodeBody(body: Buffer, fileBytes: number): SlotFile | undefined {
  const count = body.readUInt32LE(36);
  if (body.readUInt16LE(8) !== formatVersion || body.readUInt16LE(10) !== cipherProfile) return undefined;
  if (count < 1 || count > maxSlots || body.length !== sizes.prelude + count * sizes.slot) return undefined;
  if (body.readUInt32LE(12) !== fileBytes) return undefined;
  const slots: KeySlot[] = [];
  for (let at: number = sizes.prelude; at < body.length; at += sizes.slot) {
    const slot = decodeSlot(body.subarray(at, at + sizes.slot));
    if (slot === undefined) return undefined;
    slots.push(slot);
  }
  if (new Set(slots.map((slot) => slot.id)).size !== slots.length) return undefined;
  const file = { vaultId: body.toString("hex", 16, 32), generation: body.readUInt32LE(32), slots };
  // Whatever the fields above leave out (reserved bytes) must be as we would write it, or two files would mean the same.
  return body.equals(encodeSlotFileBody(file)) ? file : undefined;
}

function decodeSlot(bytes: Buffer): KeySlot | undefined {
  const kind = kindsByNumber.get(bytes.readUInt8(slotAt.kind));
  const kdf = {
    memoryKib: bytes.readUInt32LE(slotAt.memoryKib),
    passes: bytes.readUInt32LE(slotAt.passes),
    lanes: bytes.readUInt8(slotAt.lanes),
  };
  if (kind === undefined || !isPermittedKdf(kdf)) return undefined;
  return {
    id: bytes.toString("hex", 0, sizes.id),
    kind,
    kdf,
    salt: Uint8Array.from(bytes.subarray(slotAt.salt, slotAt.salt + sizes.salt)),
    nonce: Uint8Array.from(bytes.subarray(slotAt.nonce, slotAt.nonce + sizes.nonce)),
    wrappedKey: Uint8Array.from(bytes.subarray(slotAt.wrappedKey, slotAt.wrappedKey + sizes.wrappedKey)),
  };
}

/** The 16 bytes of a vault, slot or object id. */
export function idBytes(id: string): Buffer {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new Error("an id is 32 lower-case hex digits");
  return Buffer.from(id, "hex");
}

function expectLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new Error(`expected ${length} bytes`);
  return bytes;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
