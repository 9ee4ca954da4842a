import { derSequenceLengthBytes } from "../signing/der.ts";
import type { PdfArray, PdfDictionary, PdfString } from "../structure/objects.ts";
import type { PdfFile } from "../structure/pdf-file.ts";
import type { ReasonCode } from "./reasons.ts";

/** How one signature is tied to the bytes of the file. */
export interface SignatureBinding {
  readonly reasons: readonly ReasonCode[];
  /** The two stretches of the file that were signed; undefined if they cannot be told. */
  readonly signedBytes: readonly [Buffer, Buffer] | undefined;
  /** The signature container without its padding; undefined if there is none. */
  readonly cmsDer: Buffer | undefined;
  /** Index of the revision at whose end the signed bytes end; undefined if they end elsewhere. */
  readonly revisionIndex: number | undefined;
}

/** Ties a signature dictionary to the file: everything but the signature value itself must be signed. */
export function bindSignature(file: PdfFile, objectNumber: number, dictionary: PdfDictionary): SignatureBinding {
  const contents = dictionary.entries.get("Contents");
  const range = byteRangeOf(dictionary.entries.get("ByteRange"));
  const reasons: ReasonCode[] = [];
  if (range === undefined) reasons.push("byte-range-malformed");
  const isContents = contents?.kind === "string" && isCanonicalHex(file.bytes, contents);
  if (!isContents) reasons.push("contents-malformed");
  if (range === undefined || !isContents) {
    return { reasons, signedBytes: undefined, cmsDer: undefined, revisionIndex: undefined };
  }
  const [gapStart, gapEnd, endByte] = range;
  if (gapStart !== contents.startByte || gapEnd !== contents.endByte) reasons.push("byte-range-gap");
  const revisionIndex = file.revisions.findIndex((revision) => revision.endByte === endByte);
  if (revisionIndex < 0) reasons.push("byte-range-end");
  else if (!standsOnlyIn(file, objectNumber, revisionIndex)) reasons.push("signature-revision");
  const cmsDer = unpad(contents.bytes, reasons);
  const { bytes } = file;
  return {
    reasons,
    signedBytes: reasons.length === 0 ? [bytes.subarray(0, gapStart), bytes.subarray(gapEnd, endByte)] : undefined,
    cmsDer,
    revisionIndex: revisionIndex < 0 ? undefined : revisionIndex,
  };
}

/** Start of the gap, end of the gap, end of the signed bytes. */
function byteRangeOf(object: PdfArray | unknown): readonly [number, number, number] | undefined {
  if (!isArray(object) || object.items.length !== 4) return undefined;
  const numbers: number[] = [];
  for (const item of object.items) {
    if (item.kind !== "number" || !/^\d{1,10}$/.test(item.written)) return undefined;
    numbers.push(item.value);
  }
  const [start = -1, beforeGap = 0, afterGap = 0, tail = 0] = numbers;
  if (start !== 0 || beforeGap >= afterGap || tail === 0) return undefined;
  return [beforeGap, afterGap, afterGap + tail];
}

function isArray(object: unknown): object is PdfArray {
  return typeof object === "object" && object !== null && "kind" in object && object.kind === "array";
}

/** One case of letters only: otherwise the same signature could be written in many ways, none of them signed. */
function isCanonicalHex(bytes: Buffer, { notation, startByte, endByte }: PdfString): boolean {
  return notation === "hex" && /^<(?:[0-9A-F]+|[0-9a-f]+)>$/.test(bytes.toString("latin1", startByte, endByte));
}

function standsOnlyIn(file: PdfFile, objectNumber: number, revisionIndex: number): boolean {
  // The first revision is the rendering; signatures are always added to it.
  if (revisionIndex === 0) return false;
  return file.revisions.every(({ objects }, index) => objects.has(objectNumber) === (index === revisionIndex));
}

function unpad(contents: Buffer, reasons: ReasonCode[]): Buffer | undefined {
  const lengthBytes = derSequenceLengthBytes(contents);
  if (lengthBytes === undefined || lengthBytes > contents.length) {
    reasons.push("cms-unreadable");
    return undefined;
  }
  if (contents.subarray(lengthBytes).some((byte) => byte !== 0)) reasons.push("contents-padding");
  return contents.subarray(0, lengthBytes);
}
