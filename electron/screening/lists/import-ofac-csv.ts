import { err, ok, type Result } from "../../../shared/result.ts";
import type { CsvRow } from "./csv-rows.ts";
import { type EntryParts, joinParts } from "./entry-parts.ts";
import { createEntrySink, type EntrySink, type Place } from "./entry-sink.ts";
import { thingWord, typeOfWord, worded } from "./formats/name-cells.ts";
import { ofacCell, ofacRemarks } from "./formats/ofac-remarks.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import type { ReadingJob, ReadOutcome } from "./reading-job.ts";
import { readCsvPieces } from "./source/csv-pieces.ts";
import type { OpenedFile } from "./source/list-file.ts";
import { type TextKind, textKindOf, textPieces } from "./source/text-pieces.ts";

/** The tables of OFAC's set: entries, further names, addresses, and remarks too long for the first. */
export type OfacPart = "entries" | "names" | "addresses" | "comments";

const widthOf: Readonly<Record<OfacPart, number>> = { entries: 12, names: 5, addresses: 6, comments: 2 };

/** Which table of the set a first row belongs to: the tables have no header, but each its own width. */
export function ofacPartOf(cells: readonly string[]): OfacPart | undefined {
  if (!/^\d{1,9}$/.test((cells[0] ?? "").trim())) return undefined;
  if (cells.length === widthOf.entries) return "entries";
  if (cells.length === widthOf.addresses && /^\d+$/.test((cells[1] ?? "").trim())) return "addresses";
  if (cells.length === widthOf.names && /^[a-z]ka$/i.test((cells[2] ?? "").trim())) return "names";
  return cells.length === widthOf.comments ? "comments" : undefined;
}

interface Held {
  parts: EntryParts;
  readonly place: Place;
}

/**
 * Reads OFAC's set of tables, chosen together: the entries, and what other tables say about them, joined by number. Stops when
 * the table of entries is missing (`primary-file-missing`) or a table comes twice (`file-part-twice`). A row about an entry that
 * is not there is refused.
 */
export async function importOfacTables(
  files: readonly OpenedFile[],
  job: ReadingJob,
): Promise<Result<ReadOutcome, ListStop>> {
  const sorted = await sortParts(files, job);
  if (!sorted.ok) return sorted;
  const sink = createEntrySink({ ...job, idScope: "ofac" });
  const held: Held[] = [];
  const byNumber = new Map<string, Held>();
  for (const { file, kind, part, number } of sorted.value) {
    const take = (row: CsvRow): undefined => {
      const place: Place = { line: row.line, ...(files.length > 1 ? { file: number } : {}) };
      takeRow(row, part, { place, sink, held, byNumber });
    };
    const read = await readCsvPieces({
      pieces: textPieces(file, kind, (done) => job.work.progress({ done, total: file.sizeBytes })),
      delimiter: ",",
      limits: job.work.limits,
      onRow: take,
      onRefused: (line, code) => sink.refuse({ line, file: files.length > 1 ? number : undefined }, code),
    });
    if (!read.ok) return err({ ...read.error, ...(files.length > 1 ? { file: number } : {}) });
  }
  for (const { parts, place } of held) sink.take(parts, place);
  const [first] = sorted.value;
  if (sorted.value.some(({ kind }) => kind.uncertain)) job.notes.warn(null, "encoding-uncertain");
  return ok({ encoding: first?.kind.encoding ?? "utf-8", delimiter: ",", statedDay: null, ...sink.finish() });
}

interface SortedPart {
  readonly file: OpenedFile;
  readonly kind: TextKind;
  readonly part: OfacPart;
  /** Which of the chosen files, from 1. */
  readonly number: number;
}

/** The files in the order in which they are read: entries first. */
async function sortParts(files: readonly OpenedFile[], job: ReadingJob): Promise<Result<SortedPart[], ListStop>> {
  const parts: SortedPart[] = [];
  for (const [at, file] of files.entries()) {
    const kind = textKindOf(file, job.encoding ?? undefined);
    if (!kind.ok) return err({ ...kind.error, ...(files.length > 1 ? { file: at + 1 } : {}) });
    const part = await firstPart(kind.value.head, job);
    if (part === undefined) return err({ ...stopFor("layout-mismatch", 1), file: at + 1 });
    if (parts.some((other) => other.part === part)) return err({ ...stopFor("file-part-twice", 1), file: at + 1 });
    parts.push({ file, kind: kind.value, part, number: at + 1 });
  }
  const order: readonly OfacPart[] = ["entries", "names", "addresses", "comments"];
  parts.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  return parts[0]?.part === "entries" ? ok(parts) : err(stopFor("primary-file-missing"));
}

async function firstPart(head: string, job: ReadingJob): Promise<OfacPart | undefined> {
  let part: OfacPart | undefined;
  await readCsvPieces({
    pieces: [head],
    delimiter: ",",
    limits: job.work.limits,
    onRow: (row) => {
      part = ofacPartOf(row.cells);
      return "stop";
    },
    onRefused: () => undefined,
  });
  return part;
}

interface Taking {
  readonly place: Place;
  readonly sink: EntrySink;
  readonly held: Held[];
  readonly byNumber: Map<string, Held>;
}

function takeRow(row: CsvRow, part: OfacPart, { place, sink, held, byNumber }: Taking): void {
  const cells = row.cells.map(ofacCell);
  const [number = ""] = cells;
  if (row.cells.length !== widthOf[part]) {
    sink.refuse(place, cellsCode(row.cells.length, widthOf[part]));
    return;
  }
  if (part === "entries") {
    const entry: Held = { parts: entryOf(cells), place };
    held.push(entry);
    // The same number a second time is refused when it is taken; further tables speak of the first.
    if (!byNumber.has(number)) byNumber.set(number, entry);
    return;
  }
  const about = byNumber.get(number);
  if (about === undefined) {
    sink.refuse(place, "entry-missing");
    return;
  }
  about.parts = joinParts(about.parts, moreOf(part, cells));
  sink.merge();
}

function cellsCode(found: number, expected: number): "cells-too-many" | "cells-lost" {
  return found > expected ? "cells-too-many" : "cells-lost";
}

function entryOf(cells: readonly string[]): EntryParts {
  const [sourceId = "", name = "", type = "", programmes = "", title = ""] = cells;
  const [callSign = "", vesselType = "", , , flag = "", owner = "", remarks = ""] = cells.slice(5);
  const said = ofacRemarks(remarks);
  return {
    ...said,
    // An empty type is a body; ships and aircraft are named.
    type: type === "" ? "organisation" : typeOfWord(type),
    names: [{ text: name, kind: "primary" }, ...said.names],
    countries: [flag],
    programmes: programmes.split(/\]\s*\[|;/).map((programme) => programme.replace(/[[\]]/g, "")),
    positions: [title],
    ids: [{ scheme: "Call sign", value: callSign }, ...(said.ids ?? [])],
    remarks: [...thingWord(type), remarks, ...worded("Vessel type", vesselType), ...worded("Vessel owner", owner)],
    sourceId,
  };
}

function moreOf(part: OfacPart, cells: readonly string[]): EntryParts {
  const none = { type: "unknown" as const, names: [] };
  if (part === "names") {
    const [, , kind = "", text = ""] = cells;
    return { ...none, names: [{ text, kind: /^fka$/i.test(kind) ? "former" : "alias" }] };
  }
  if (part === "comments") return { ...none, ...ofacRemarks(cells[1] ?? ""), remarks: [cells[1] ?? ""] };
  const [, , street = "", city = "", country = ""] = cells;
  return {
    ...none,
    countries: [country],
    addresses: [[street, city, country].filter((line) => line !== "").join(", ")],
  };
}
