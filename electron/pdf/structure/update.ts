import type { PdfObject, PdfString } from "./objects.ts";
import { pdfArray, pdfDictionary, pdfNumber, pdfReference } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";
import { serialize } from "./serialize.ts";

/** An incremental update under way: objects are put, then everything is appended at once. */
export interface PdfUpdate {
  /** A number no object of the file has. */
  allocate(): number;
  /** Sets an object, new or replaced. */
  put(objectNumber: number, object: PdfObject): void;
  /** The file with the update behind it; the bytes before are copied unchanged. */
  append(secondId: PdfString): AppendedUpdate;
}

export interface AppendedUpdate {
  readonly bytes: Buffer;
  /** Object number to offset in bytes of its header, for the objects of this update. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** Begins an update of a file that has been read. */
export function beginUpdate(file: PdfFile): PdfUpdate {
  const highest = Math.max(...file.revisions.map(({ objects }) => maximum(objects.keys())));
  let next = highest + 1;
  const objects = new Map<number, PdfObject>();
  return {
    allocate() {
      next += 1;
      return next - 1;
    },
    put(objectNumber, object) {
      objects.set(objectNumber, object);
    },
    append: (secondId) => appendObjects(file, objects, secondId),
  };
}

function appendObjects(file: PdfFile, objects: ReadonlyMap<number, PdfObject>, secondId: PdfString): AppendedUpdate {
  const parts: Buffer[] = [file.bytes];
  let lengthBytes = file.bytes.length;
  const write = (part: Buffer | string): void => {
    const encoded = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(encoded);
    lengthBytes += encoded.length;
  };
  const offsets = new Map<number, number>();
  for (const objectNumber of [...objects.keys()].sort((left, right) => left - right)) {
    offsets.set(objectNumber, lengthBytes);
    write(`${objectNumber} 0 obj\n`);
    writeObject(objects.get(objectNumber), write);
    write("\nendobj\n");
  }
  const xrefByte = lengthBytes;
  write(xrefText(offsets));
  write(`trailer\n${trailerText(file, offsets, secondId)}\nstartxref\n${xrefByte}\n%%EOF\n`);
  return { bytes: Buffer.concat(parts), offsets };
}

function writeObject(object: PdfObject | undefined, write: (part: Buffer | string) => void): void {
  if (object?.kind !== "stream") {
    write(serialize(object ?? { kind: "null" }));
    return;
  }
  write(`${serialize(object.dictionary)}\nstream\n`);
  write(object.body);
  write("\nendstream");
}

function xrefText(offsets: ReadonlyMap<number, number>): string {
  const lines: string[] = ["xref"];
  let run: string[] = [];
  let runStart = 0;
  const flush = (): void => {
    if (run.length > 0) lines.push(`${runStart} ${run.length}`, ...run);
    run = [];
  };
  for (const [objectNumber, offset] of offsets) {
    if (objectNumber !== runStart + run.length) {
      flush();
      runStart = objectNumber;
    }
    run.push(`${String(offset).padStart(10, "0")} 00000 n `);
  }
  flush();
  return `${lines.join("\n")}\n`;
}

function trailerText(file: PdfFile, offsets: ReadonlyMap<number, number>, secondId: PdfString): string {
  const last = file.revisions.at(-1);
  const first = file.revisions[0];
  const id = first?.xref.trailer.entries.get("ID");
  const permanent = id?.kind === "array" ? id.items[0] : undefined;
  if (last === undefined || permanent === undefined) throw new Error("A file that was read has revisions and an ID");
  const known = Math.max(...file.revisions.map(({ objects }) => maximum(objects.keys())));
  return serialize(
    pdfDictionary({
      Size: pdfNumber(Math.max(known, maximum(offsets.keys())) + 1),
      Root: pdfReference(file.view().rootNumber),
      Info: last.xref.trailer.entries.get("Info"),
      ID: pdfArray([permanent, secondId]),
      Prev: pdfNumber(last.xref.startByte),
    }),
  );
}

function maximum(numbers: Iterable<number>): number {
  let highest = 0;
  for (const number of numbers) highest = Math.max(highest, number);
  return highest;
}
