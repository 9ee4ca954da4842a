import { createHash } from "node:crypto";
import { decodeStream } from "../structure/inflate.ts";
import { nameOf, type PdfDictionary, type PdfObject } from "../structure/objects.ts";
import { catchFault, type PdfFile } from "../structure/pdf-file.ts";
import type { PdfView } from "../structure/pdf-view.ts";

/** The data the paper was rendered from, as it lies inside the paper. */
export interface EmbeddedData {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Takes the data file out of a paper; undefined unless there is exactly one marked as the paper's data. */
export function readEmbeddedData(file: PdfFile): EmbeddedData | undefined {
  const found = catchFault(() => dataStreams(file.view(0)));
  return found.ok && found.value.length === 1 ? found.value[0] : undefined;
}

function dataStreams(view: PdfView): readonly EmbeddedData[] {
  const names = view.catalog().entries.get("Names");
  if (names === undefined) return [];
  const files = view.dictionary(names).entries.get("EmbeddedFiles");
  if (files === undefined) return [];
  const list = view.resolve(view.dictionary(files).entries.get("Names"));
  if (list?.kind !== "array") return [];
  // A name tree lists name and value in turn.
  const specifications = list.items.filter((_, index) => index % 2 === 1).map((item) => view.dictionary(item));
  return specifications.filter(isData).map((specification) => decodeFile(view, specification));
}

function isData({ entries }: PdfDictionary): boolean {
  return nameOf(entries.get("AFRelationship")) === "Data";
}

function decodeFile(view: PdfView, specification: PdfDictionary): EmbeddedData {
  const streams = view.dictionary(specification.entries.get("EF"));
  const stream: PdfObject | undefined = view.resolve(streams.entries.get("F"));
  const bytes = stream?.kind === "stream" ? decodeStream(stream) : Buffer.alloc(0);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
