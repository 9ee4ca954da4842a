import {
  bytesAt,
  decodeSlotMetadata,
  encodeSlotMetadata,
  idBytes,
  isZero,
  readPrelude,
  type SlotFileEnvelope,
  type SlotMetadata,
  sizes,
  slotFileMagic,
} from "./format.ts";

/** One person's copy of the vault key, wrapped under their passphrase directly. */
export interface KeySlot1 extends SlotMetadata {
  readonly nonce: Uint8Array;
  /** AES-256-GCM ciphertext and tag of the vault key. */
  readonly wrappedKey: Uint8Array;
}

/** A slot file of the first format. It is read and brought up to format 2; nothing writes it any more. */
export interface SlotFile1 {
  readonly version: 1;
  readonly vaultId: string;
  readonly generation: number;
  readonly slots: readonly KeySlot1[];
}

const preludeBytes = 64;
const slotBytes = 128;
const slotAt = { nonce: 44, wrappedKey: 56, reserved: 104 } as const;

/** Reads the body of a slot file of version 1; `undefined` when it is not exactly what that version wrote. */
export function decodeFormat1({ body }: SlotFileEnvelope): SlotFile1 | undefined {
  const prelude = readPrelude(body, { preludeBytes, slotBytes });
  if (prelude === undefined) return undefined;
  const slots: KeySlot1[] = [];
  for (let at = preludeBytes; at < body.length; at += slotBytes) {
    const slot = decodeSlot(body.subarray(at, at + slotBytes));
    if (slot === undefined) return undefined;
    slots.push(slot);
  }
  if (new Set(slots.map((slot) => slot.id)).size !== slots.length) return undefined;
  return { version: 1, vaultId: prelude.vaultId, generation: prelude.generation, slots };
}

function decodeSlot(bytes: Buffer): KeySlot1 | undefined {
  const metadata = decodeSlotMetadata(bytes);
  if (metadata === undefined || !isZero(bytes.subarray(slotAt.reserved))) return undefined;
  return {
    ...metadata,
    nonce: bytesAt(bytes, slotAt.nonce, sizes.nonce),
    wrappedKey: bytesAt(bytes, slotAt.wrappedKey, sizes.wrappedKey),
  };
}

/** The bytes a slot's wrapping vouches for: whose vault, which slot, how it is opened and at what cost. */
export function slotAssociatedData1(vaultId: string, slot: SlotMetadata): Uint8Array {
  return Buffer.concat([slotFileMagic, idBytes(vaultId), encodeSlotMetadata(slot)]);
}
