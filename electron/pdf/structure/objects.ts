/** The values a PDF file is made of, as plain tagged objects. */
export type PdfObject =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfReference
  | PdfArray
  | PdfDictionary
  | PdfStream;

export interface PdfNull {
  readonly kind: "null";
}
export interface PdfBoolean {
  readonly kind: "boolean";
  readonly value: boolean;
}
export interface PdfNumber {
  readonly kind: "number";
  readonly value: number;
  /** The digits as they stand in the file: two numbers are the same only if these are. */
  readonly written: string;
}
export interface PdfName {
  readonly kind: "name";
  readonly name: string;
}
export interface PdfString {
  readonly kind: "string";
  readonly bytes: Buffer;
  readonly notation: "hex" | "literal";
  /** Where the token stands in the file, brackets included; -1 for strings made by us. */
  readonly startByte: number;
  readonly endByte: number;
}
export interface PdfReference {
  readonly kind: "reference";
  readonly objectNumber: number;
}
export interface PdfArray {
  readonly kind: "array";
  readonly items: readonly PdfObject[];
}
export interface PdfDictionary {
  readonly kind: "dictionary";
  readonly entries: ReadonlyMap<string, PdfObject>;
}
export interface PdfStream {
  readonly kind: "stream";
  readonly dictionary: PdfDictionary;
  /** The bytes as stored, still compressed. */
  readonly body: Buffer;
}

/** A name object. */
export function pdfName(name: string): PdfName {
  return { kind: "name", name };
}

/** A number with at most four decimals, written without an exponent. */
export function pdfNumber(value: number): PdfNumber {
  const written = Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, "");
  return { kind: "number", value, written };
}

/** A reference to an object of generation 0, the only one our files have. */
export function pdfReference(objectNumber: number): PdfReference {
  return { kind: "reference", objectNumber };
}

/** An array. */
export function pdfArray(items: readonly PdfObject[]): PdfArray {
  return { kind: "array", items };
}

/** A dictionary in the order given; entries that are undefined are left out. */
export function pdfDictionary(entries: Readonly<Record<string, PdfObject | undefined>>): PdfDictionary {
  const kept = new Map<string, PdfObject>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) kept.set(key, value);
  return { kind: "dictionary", entries: kept };
}

/** The same dictionary with some entries set anew; those not there before go to the end. */
export function withEntries(dictionary: PdfDictionary, changes: Readonly<Record<string, PdfObject>>): PdfDictionary {
  const entries = new Map(dictionary.entries);
  for (const [key, value] of Object.entries(changes)) entries.set(key, value);
  return { kind: "dictionary", entries };
}

/** A string of raw bytes in hexadecimal notation. */
export function pdfHexString(bytes: Uint8Array): PdfString {
  return { kind: "string", bytes: Buffer.from(bytes), notation: "hex", startByte: -1, endByte: -1 };
}

/** A text string: ASCII as it is, anything else as UTF-16BE with its mark, which every reader understands. */
export function pdfText(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return pdfHexString(Buffer.from(text, "latin1"));
  return pdfHexString(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]));
}

/** The words behind a text string. Bytes without a mark are taken as Latin-1, which covers what we write. */
export function textOf(string: PdfString): string {
  const { bytes } = string;
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) {
    return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  }
  return bytes.toString("latin1");
}

/** The name an object is, if it is one. */
export function nameOf(object: PdfObject | undefined): string | undefined {
  return object?.kind === "name" ? object.name : undefined;
}

/** The non-negative integer an object is, written in digits alone, if it is one. */
export function countOf(object: PdfObject | undefined): number | undefined {
  return object?.kind === "number" && /^\d{1,15}$/.test(object.written) ? object.value : undefined;
}
