import { PdfFault } from "./faults.ts";
import { type Cursor, expect, readDigits, readObject, take } from "./lexer.ts";
import { objectLimit } from "./limits.ts";
import type { PdfDictionary } from "./objects.ts";

/** One cross-reference table with its trailer, as it stands in the file. */
export interface XrefTable {
  /** Offset of the word `xref`. */
  readonly startByte: number;
  /** Object number to offset in bytes, for objects in use. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly freed: ReadonlySet<number>;
  readonly trailer: PdfDictionary;
}

/** Reads from the word `xref` to the end mark, line break included; every entry must be exactly 20 bytes. */
export function readXrefTable(cursor: Cursor): XrefTable {
  const startByte = cursor.atByte;
  const offsets = new Map<number, number>();
  const freed = new Set<number>();
  expect(cursor, "xref\n", "pdf-xref");
  while (!take(cursor, "trailer\n")) readSubsection(cursor, offsets, freed);
  const trailer = readObject(cursor);
  if (trailer.kind !== "dictionary") throw new PdfFault("pdf-xref", startByte);
  expect(cursor, "\nstartxref\n", "pdf-ending");
  if (readDigits(cursor, "pdf-ending") !== startByte) throw new PdfFault("pdf-xref", startByte);
  expect(cursor, "\n%%EOF\n", "pdf-ending");
  return { startByte, offsets, freed, trailer };
}

function readSubsection(cursor: Cursor, offsets: Map<number, number>, freed: Set<number>): void {
  const first = readDigits(cursor, "pdf-xref");
  expect(cursor, " ", "pdf-xref");
  const count = readDigits(cursor, "pdf-xref");
  expect(cursor, "\n", "pdf-xref");
  if (count === 0 || first + count > objectLimit) throw new PdfFault("pdf-xref", cursor.atByte);
  for (let objectNumber = first; objectNumber < first + count; objectNumber += 1) {
    if (offsets.has(objectNumber) || freed.has(objectNumber)) throw new PdfFault("pdf-xref", cursor.atByte);
    readEntry(cursor, objectNumber, offsets, freed);
  }
}

function readEntry(cursor: Cursor, objectNumber: number, offsets: Map<number, number>, freed: Set<number>): void {
  const startByte = cursor.atByte;
  const offset = readDigits(cursor, "pdf-xref");
  if (cursor.atByte - startByte !== 10) throw new PdfFault("pdf-xref", startByte);
  if (objectNumber === 0) {
    expect(cursor, " 65535 f \n", "pdf-xref");
    if (offset !== 0) throw new PdfFault("pdf-xref", startByte);
    freed.add(0);
  } else if (take(cursor, " 00000 n \n")) {
    offsets.set(objectNumber, offset);
  } else {
    expect(cursor, " 00000 f \n", "pdf-xref");
    freed.add(objectNumber);
  }
}
