import { PdfFault } from "./faults.ts";
import { type Cursor, expect, type IndirectObject, openCursor, readIndirectObject } from "./lexer.ts";
import { fileLimitBytes, objectLimit, revisionLimit } from "./limits.ts";
import { countOf, nameOf, type PdfDictionary, type PdfObject } from "./objects.ts";
import { serialize } from "./serialize.ts";
import { readXrefTable, type XrefTable } from "./xref-table.ts";

/** What one saving of the file added: its objects, its table and the bytes it fills. */
export interface Revision {
  readonly startByte: number;
  /** Offset just past the line break after the end mark. */
  readonly endByte: number;
  readonly objects: ReadonlyMap<number, IndirectObject>;
  readonly xref: XrefTable;
}

/**
 * Walks the whole file once, from the first byte to the last. Every byte must belong to the header, an object or a
 * table; each table must list exactly the objects that stand before it in the same revision. Nothing can hide.
 * Throws `PdfFault`.
 */
export function scanRevisions(bytes: Buffer): readonly Revision[] {
  if (bytes.length > fileLimitBytes) throw new PdfFault("pdf-too-large");
  const header = /^%PDF-1\.[4-7]\n%[\x80-\xff]{4}\n\n?/.exec(bytes.toString("latin1", 0, 32));
  if (header === null) throw new PdfFault("pdf-header", 0);
  const cursor = openCursor(bytes, header[0].length);
  const revisions: Revision[] = [];
  let objectCount = 0;
  while (cursor.atByte < bytes.length) {
    const startByte = revisions.length === 0 ? 0 : cursor.atByte;
    const objects = readObjects(cursor);
    objectCount += objects.size;
    if (objectCount > objectLimit || revisions.length >= revisionLimit) throw new PdfFault("pdf-limit", startByte);
    const xref = readXrefTable(cursor);
    const revision: Revision = { startByte, endByte: cursor.atByte, objects, xref };
    requireListed(revision, revisions.length === 0);
    requireTrailer(revision, revisions);
    revisions.push(revision);
  }
  if (revisions.length === 0) throw new PdfFault("pdf-ending", bytes.length);
  return revisions;
}

function readObjects(cursor: Cursor): ReadonlyMap<number, IndirectObject> {
  const objects = new Map<number, IndirectObject>();
  for (;;) {
    const at = cursor.atByte;
    const first = cursor.bytes[at];
    if (first === 0x78) return objects;
    // A file cut short and one with bytes added behind the end mark both come here: neither ends as it must.
    if (first === undefined) throw new PdfFault("pdf-ending", at);
    if (first < 0x30 || first > 0x39)
      throw new PdfFault(endMarkFollows(cursor.bytes, at) ? "pdf-stray-bytes" : "pdf-ending", at);
    const indirect = readIndirectObject(cursor);
    expect(cursor, "\n", "pdf-stray-bytes");
    if (objects.has(indirect.objectNumber)) throw new PdfFault("pdf-object-hidden", at);
    refuseContainers(indirect.object, at);
    objects.set(indirect.objectNumber, indirect);
  }
}

function endMarkFollows(bytes: Buffer, at: number): boolean {
  return bytes.indexOf("\nstartxref\n", at, "latin1") >= 0;
}

function refuseContainers(object: PdfObject, at: number): void {
  if (object.kind !== "stream") return;
  const type = nameOf(object.dictionary.entries.get("Type"));
  // Objects inside streams would escape the walk above.
  if (type === "ObjStm" || type === "XRef") throw new PdfFault("pdf-unsupported", at);
}

function requireListed({ objects, xref }: Revision, isFirst: boolean): void {
  if (xref.freed.size > (isFirst ? 1 : 0)) throw new PdfFault("pdf-object-freed", xref.startByte);
  if (isFirst !== xref.freed.has(0)) throw new PdfFault("pdf-xref", xref.startByte);
  for (const { objectNumber, startByte } of objects.values()) {
    if (xref.offsets.get(objectNumber) !== startByte) throw new PdfFault("pdf-object-hidden", startByte);
  }
  for (const [objectNumber, offset] of xref.offsets) {
    if (objects.get(objectNumber)?.startByte !== offset) throw new PdfFault("pdf-xref", xref.startByte);
  }
}

const trailerKeys = new Set(["Size", "Root", "Info", "ID", "Prev"]);

function requireTrailer({ xref }: Revision, earlier: readonly Revision[]): void {
  const { entries } = xref.trailer;
  if (entries.has("Encrypt")) throw new PdfFault("pdf-encrypted", xref.startByte);
  for (const key of entries.keys()) if (!trailerKeys.has(key)) throw new PdfFault("pdf-unsupported", xref.startByte);
  const previous = earlier.at(-1);
  if (countOf(entries.get("Prev")) !== previous?.xref.startByte) {
    throw new PdfFault("pdf-revision-chain", xref.startByte);
  }
  if (previous === undefined && entries.has("Prev")) throw new PdfFault("pdf-revision-chain", xref.startByte);
  const highest = Math.max(...[...earlier.map((revision) => revision.xref), xref].map(highestNumber));
  if (countOf(entries.get("Size")) !== highest + 1) throw new PdfFault("pdf-xref", xref.startByte);
  if (identityOf(xref.trailer) !== identityOf(previous?.xref.trailer ?? xref.trailer)) {
    throw new PdfFault("pdf-trailer-changed", xref.startByte);
  }
}

function highestNumber(xref: XrefTable): number {
  let highest = 0;
  for (const objectNumber of xref.offsets.keys()) highest = Math.max(highest, objectNumber);
  return highest;
}

function identityOf(trailer: PdfDictionary): string {
  const id = trailer.entries.get("ID");
  if (id?.kind !== "array" || id.items.length !== 2) throw new PdfFault("pdf-xref");
  const root = trailer.entries.get("Root");
  const info = trailer.entries.get("Info");
  const [permanent] = id.items;
  if (root?.kind !== "reference" || info?.kind !== "reference" || permanent?.kind !== "string") {
    throw new PdfFault("pdf-xref");
  }
  return [root, info, permanent].map(serialize).join(" ");
}
