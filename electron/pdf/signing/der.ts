import { type BaseBlock, fromBER } from "asn1js";

/** A copy of the bytes in a buffer of their own, which is what the ASN.1 libraries take. */
export function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  // slice() of an ArrayBuffer is an ArrayBuffer; the union with SharedArrayBuffer comes from the view's general type.
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Parses exactly one value that fills the bytes and encodes back to them; undefined for anything else. */
export function parseDer(bytes: Uint8Array): BaseBlock | undefined {
  try {
    const { offset, result } = fromBER(ownBuffer(bytes));
    if (offset !== bytes.length) return undefined;
    return Buffer.from(result.toBER(false)).equals(bytes) ? result : undefined;
  } catch {
    // The library throws several kinds of error, and runs out of stack on deep nesting; all mean the same here.
    return undefined;
  }
}

/** The length in bytes of the DER value that begins here, header included; undefined if it is not a sequence. */
export function derSequenceLengthBytes(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return first + 2;
  const lengthOctets = first & 0x7f;
  if (lengthOctets < 1 || lengthOctets > 3 || bytes.length < 2 + lengthOctets) return undefined;
  return bytes.readUIntBE(2, lengthOctets) + 2 + lengthOctets;
}
