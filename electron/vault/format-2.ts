import {
  bytesAt,
  decodeSlotMetadata,
  encodeSlotMetadata,
  expectLength,
  idBytes,
  isZero,
  readPrelude,
  type SlotFileEnvelope,
  type SlotMetadata,
  sizes,
  slotFileMagic,
  smallestPrelude,
  writePrelude,
} from "./format.ts";

/** Version of the slot file that is written today. */
export const formatVersion = 2;

/** Sizes in bytes of what this format adds. 65: an uncompressed point of P-256. 80: two keys of 32 and a tag. */
export const sizes2 = { point: 65, sealedKeys: 80, prelude: 128, slot: 320 } as const;

/** Where the trail stood: how many links, the hash of the last, and when that was written down. */
export interface TrailAnchor {
  readonly count: number;
  /** 64 hex digits. */
  readonly head: string;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** One person's way in: their own key under their passphrase, and the vault key sealed to that person key. */
export interface KeySlot extends SlotMetadata {
  readonly nonce: Uint8Array;
  /** AES-256-GCM ciphertext and tag of the person key. */
  readonly wrappedKey: Uint8Array;
  /** P-256 point of the person's key pair; others seal to it. */
  readonly publicKey: Uint8Array;
  /** What the sealing of the vault key sends along: a point that was used once. */
  readonly encapsulation: Uint8Array;
  /** HPKE ciphertext and tag of the vault key and, while it is being rotated, of the one that comes after it. */
  readonly sealedKeys: Uint8Array;
}

/** The key-slot file's content, without its seals. */
export interface SlotFile {
  readonly version: 2;
  /** 32 hex digits, random, made once. */
  readonly vaultId: string;
  /** Counts rewrites; mirrored inside the database so that an older file put back is noticed. */
  readonly generation: number;
  readonly anchor: TrailAnchor | undefined;
  readonly slots: readonly KeySlot[];
}

const anchorAt = { count: 64, head: 72, at: 104, reserved: 112 } as const;
const slotAt = {
  nonce: 44,
  wrappedKey: 56,
  publicKey: 104,
  encapsulation: 169,
  sealedKeys: 234,
  reserved: 314,
} as const;

/** The body of a slot file: prelude and slots. Its two seals, the MAC and the checksum, follow it on disk. */
export function encodeFormat2(file: SlotFile): Uint8Array {
  const body = Buffer.alloc(sizes2.prelude + file.slots.length * sizes2.slot);
  const { vaultId, generation, anchor, slots } = file;
  writePrelude(body, formatVersion, { vaultId, generation, slots: slots.length });
  if (anchor !== undefined) writeAnchor(body, anchor);
  slots.forEach((slot, index) => {
    const at = sizes2.prelude + index * sizes2.slot;
    body.set(encodeSlotMetadata(slot), at);
    body.set(expectLength(slot.nonce, sizes.nonce), at + slotAt.nonce);
    body.set(expectLength(slot.wrappedKey, sizes.wrappedKey), at + slotAt.wrappedKey);
    body.set(expectLength(slot.publicKey, sizes2.point), at + slotAt.publicKey);
    body.set(expectLength(slot.encapsulation, sizes2.point), at + slotAt.encapsulation);
    body.set(expectLength(slot.sealedKeys, sizes2.sealedKeys), at + slotAt.sealedKeys);
  });
  return body;
}

/** Reads the body of a slot file of version 2; `undefined` when it is not exactly what `encodeFormat2` writes. */
export function decodeFormat2({ body }: SlotFileEnvelope): SlotFile | undefined {
  const prelude = readPrelude(body, { preludeBytes: sizes2.prelude, slotBytes: sizes2.slot });
  if (prelude === undefined || !isZero(body.subarray(anchorAt.reserved, sizes2.prelude))) return undefined;
  const anchor = readAnchor(body);
  if (anchor === "damaged") return undefined;
  const slots: KeySlot[] = [];
  for (let at: number = sizes2.prelude; at < body.length; at += sizes2.slot) {
    const slot = decodeSlot(body.subarray(at, at + sizes2.slot));
    if (slot === undefined) return undefined;
    slots.push(slot);
  }
  if (new Set(slots.map((slot) => slot.id)).size !== slots.length) return undefined;
  return { version: 2, vaultId: prelude.vaultId, generation: prelude.generation, anchor, slots };
}

/** The bytes a person key's wrapping vouches for: which format and vault, which slot, how it is opened and at what cost. */
export function slotAssociatedData(vaultId: string, slot: SlotMetadata): Uint8Array {
  const version = Buffer.from([formatVersion, 0]);
  return Buffer.concat([slotFileMagic, version, idBytes(vaultId), encodeSlotMetadata(slot)]);
}

function writeAnchor(body: Buffer, { count, head, atMs }: TrailAnchor): void {
  if (!/^[0-9a-f]{64}$/.test(head)) throw new Error("a trail's head is 64 lower-case hex digits");
  if (!Number.isSafeInteger(count) || count < 0) throw new Error("a trail's count is a whole number");
  if (!Number.isSafeInteger(atMs) || atMs < 1) throw new Error("an anchor's moment is in epoch milliseconds");
  body.writeBigUInt64LE(BigInt(count), anchorAt.count);
  body.set(Buffer.from(head, "hex"), anchorAt.head);
  body.writeBigUInt64LE(BigInt(atMs), anchorAt.at);
}

/** No anchor is all zero: a trail that was never anchored has no moment. */
function readAnchor(body: Buffer): TrailAnchor | undefined | "damaged" {
  if (isZero(body.subarray(smallestPrelude, anchorAt.reserved))) return undefined;
  const count = Number(body.readBigUInt64LE(anchorAt.count));
  const atMs = Number(body.readBigUInt64LE(anchorAt.at));
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(atMs) || atMs < 1) return "damaged";
  return { count, head: body.toString("hex", anchorAt.head, anchorAt.at), atMs };
}

function decodeSlot(bytes: Buffer): KeySlot | undefined {
  const metadata = decodeSlotMetadata(bytes);
  if (metadata === undefined || !isZero(bytes.subarray(slotAt.reserved))) return undefined;
  return {
    ...metadata,
    nonce: bytesAt(bytes, slotAt.nonce, sizes.nonce),
    wrappedKey: bytesAt(bytes, slotAt.wrappedKey, sizes.wrappedKey),
    publicKey: bytesAt(bytes, slotAt.publicKey, sizes2.point),
    encapsulation: bytesAt(bytes, slotAt.encapsulation, sizes2.point),
    sealedKeys: bytesAt(bytes, slotAt.sealedKeys, sizes2.sealedKeys),
  };
}
