import { PdfFault, type PdfFaultCode } from "./faults.ts";
import { nestingLimit, tokenLimitBytes, valueLimit } from "./limits.ts";
import { type PdfDictionary, type PdfObject, type PdfStream, pdfReference } from "./objects.ts";
import { readHexString, readLiteralString } from "./string-tokens.ts";

/** A place in a file from which the next thing is read. */
export interface Cursor {
  readonly bytes: Buffer;
  /** Offset of the next byte. */
  atByte: number;
  /** How many arrays and dictionaries are open around it. */
  depth: number;
  /** How many values have been read so far. */
  valueCount: number;
}

/** A numbered object and the bytes it fills, header and end word included. */
export interface IndirectObject {
  readonly objectNumber: number;
  readonly object: PdfObject;
  readonly startByte: number;
  readonly endByte: number;
}

const whitespace = new Set([0x09, 0x0a, 0x0d, 0x20]);
const delimiters = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));

/** Starts at an offset. */
export function openCursor(bytes: Buffer, atByte: number): Cursor {
  return { bytes, atByte, depth: 0, valueCount: 0 };
}

/** True, and the words are passed, if exactly they come next. */
export function take(cursor: Cursor, words: string): boolean {
  // Compared octet by octet: this runs for every value, and making strings of a few octets costs ten times as much.
  for (let index = 0; index < words.length; index += 1) {
    if (cursor.bytes[cursor.atByte + index] !== words.charCodeAt(index)) return false;
  }
  cursor.atByte += words.length;
  return true;
}

/** Passes exactly these words, or throws the fault. */
export function expect(cursor: Cursor, words: string, code: PdfFaultCode = "pdf-syntax"): void {
  if (!take(cursor, words)) throw new PdfFault(code, cursor.atByte);
}

/** One to ten digits as a number. */
export function readDigits(cursor: Cursor, code: PdfFaultCode = "pdf-syntax"): number {
  const startByte = cursor.atByte;
  while (isDigit(cursor.bytes[cursor.atByte])) cursor.atByte += 1;
  const length = cursor.atByte - startByte;
  if (length < 1 || length > 10) throw new PdfFault(code, startByte);
  return Number(cursor.bytes.toString("latin1", startByte, cursor.atByte));
}

/**
 * One object; references are not followed. Throws `PdfFault` for whatever our exports do not write: comments,
 * generations other than 0, stream lengths by reference, hexadecimal strings with gaps.
 */
export function readObject(cursor: Cursor): PdfObject {
  cursor.depth += 1;
  if (cursor.depth > nestingLimit) throw new PdfFault("pdf-nesting", cursor.atByte);
  cursor.valueCount += 1;
  if (cursor.valueCount > valueLimit) throw new PdfFault("pdf-limit", cursor.atByte);
  skipWhitespace(cursor);
  const object = readByFirstByte(cursor);
  cursor.depth -= 1;
  return object;
}

/** A numbered object from its header to its end word. */
export function readIndirectObject(cursor: Cursor): IndirectObject {
  const startByte = cursor.atByte;
  const objectNumber = readDigits(cursor);
  expect(cursor, " 0 obj\n");
  let object = readObject(cursor);
  if (take(cursor, "\nstream\n")) {
    if (object.kind !== "dictionary") throw new PdfFault("pdf-syntax", cursor.atByte);
    object = readStream(cursor, object);
  }
  expect(cursor, "\nendobj");
  return { objectNumber, object, startByte, endByte: cursor.atByte };
}

function readByFirstByte(cursor: Cursor): PdfObject {
  const { bytes, atByte } = cursor;
  const first = bytes[atByte];
  if (first === 0x2f) return { kind: "name", name: readName(cursor) };
  if (first === 0x3c && bytes[atByte + 1] === 0x3c) return readDictionary(cursor);
  if (first === 0x3c || first === 0x28) {
    const string = first === 0x28 ? readLiteralString(bytes, atByte) : readHexString(bytes, atByte);
    cursor.atByte = string.endByte;
    return string;
  }
  if (first === 0x5b) return readArray(cursor);
  if (isDigit(first) || first === 0x2b || first === 0x2d || first === 0x2e) return readNumberOrReference(cursor);
  return readKeyword(cursor);
}

function readName(cursor: Cursor): string {
  cursor.atByte += 1;
  const raw = readToken(cursor);
  if (/[^!-~]/.test(raw) || /#(?![0-9A-Fa-f]{2})/.test(raw) || raw.includes("#00")) {
    throw new PdfFault("pdf-syntax", cursor.atByte);
  }
  return raw.replace(/#(..)/g, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function readNumberOrReference(cursor: Cursor): PdfObject {
  const written = readToken(cursor);
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(written)) throw new PdfFault("pdf-syntax", cursor.atByte);
  if (/^\d{1,10}$/.test(written) && isDigit(cursor.bytes[cursor.atByte + 1])) {
    const ahead = cursor.bytes.toString("latin1", cursor.atByte, cursor.atByte + 16);
    const rest = /^[ \n](\d{1,5})[ \n]R/.exec(ahead);
    if (rest !== null && endsToken(cursor.bytes[cursor.atByte + rest[0].length])) {
      if (rest[1] !== "0") throw new PdfFault("pdf-unsupported", cursor.atByte);
      cursor.atByte += rest[0].length;
      return pdfReference(Number(written));
    }
  }
  return { kind: "number", value: Number(written), written };
}

function readArray(cursor: Cursor): PdfObject {
  cursor.atByte += 1;
  const items: PdfObject[] = [];
  for (;;) {
    skipWhitespace(cursor);
    if (take(cursor, "]")) return { kind: "array", items };
    items.push(readObject(cursor));
  }
}

function readDictionary(cursor: Cursor): PdfDictionary {
  cursor.atByte += 2;
  const entries = new Map<string, PdfObject>();
  for (;;) {
    skipWhitespace(cursor);
    if (take(cursor, ">>")) return { kind: "dictionary", entries };
    if (cursor.bytes[cursor.atByte] !== 0x2f) throw new PdfFault("pdf-syntax", cursor.atByte);
    const key = readName(cursor);
    if (entries.has(key)) throw new PdfFault("pdf-duplicate-key", cursor.atByte);
    entries.set(key, readObject(cursor));
  }
}

function readKeyword(cursor: Cursor): PdfObject {
  const word = readToken(cursor);
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
  if (word === "null") return { kind: "null" };
  throw new PdfFault("pdf-syntax", cursor.atByte);
}

function readStream(cursor: Cursor, dictionary: PdfDictionary): PdfStream {
  const length = dictionary.entries.get("Length");
  if (length?.kind !== "number" || !/^\d{1,10}$/.test(length.written)) {
    throw new PdfFault("pdf-unsupported", cursor.atByte);
  }
  const endByte = cursor.atByte + length.value;
  if (endByte > cursor.bytes.length) throw new PdfFault("pdf-syntax", cursor.atByte);
  const body = cursor.bytes.subarray(cursor.atByte, endByte);
  cursor.atByte = endByte;
  expect(cursor, "\nendstream");
  return { kind: "stream", dictionary, body };
}

function readToken(cursor: Cursor): string {
  const startByte = cursor.atByte;
  while (!endsToken(cursor.bytes[cursor.atByte])) {
    cursor.atByte += 1;
    if (cursor.atByte - startByte > tokenLimitBytes) throw new PdfFault("pdf-syntax", startByte);
  }
  return cursor.bytes.toString("latin1", startByte, cursor.atByte);
}

function skipWhitespace(cursor: Cursor): void {
  while (whitespace.has(cursor.bytes[cursor.atByte] ?? 0)) cursor.atByte += 1;
}

function endsToken(byte: number | undefined): boolean {
  return byte === undefined || whitespace.has(byte) || delimiters.has(byte);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
