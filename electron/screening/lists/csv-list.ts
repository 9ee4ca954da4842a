import { z } from "zod";
import { ColumnMapping } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { textEncodings } from "../../parsing/text-decoding.ts";
import { birthYearOf } from "./birth-year.ts";
import {
  cellText,
  cellValues,
  entryType,
  hasPrivateUse,
  hasReplacementCharacter,
  isUsableName,
  listedNames,
  looksLikeFormula,
} from "./cell-values.ts";
import type { CsvRow } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import { createImportNotes, type ImportNotes, type ListStop, stopFor } from "./import-notes.ts";
import { keyedList } from "./keyed-list.ts";
import type { ListEntry } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";
import type { ImportedList, ListWork } from "./list-work.ts";
import { type RowCalls, type RowSource, textRows } from "./row-source.ts";
import { readCsvPieces } from "./source/csv-pieces.ts";
import type { OpenedFile } from "./source/list-file.ts";
import { textKindOf, textPieces } from "./source/text-pieces.ts";

/** How a delimited list file is read; kept with the edition, so that the next one is read the same way. */
export const CsvProfile = z.strictObject({
  mapping: ColumnMapping,
  /** False where the first row is an entry already. */
  hasHeader: z.boolean(),
  /** Null: found by looking. */
  delimiter: z.enum([",", "\t", ";"]).nullable(),
  /** Null: found by looking. */
  encoding: z.enum(textEncodings).nullable(),
});
export type CsvProfile = z.infer<typeof CsvProfile>;

type Draft = Omit<ListEntry, "entryKey">;

interface Reading {
  readonly mapping: ColumnMapping;
  readonly limits: ListLimits;
  readonly notes: ImportNotes;
}

/**
 * Reads a delimited file under a profile. Rows that break a rule are left out and reported with their line; the file is
 * stopped by an unreadable encoding, an unclosed quote, a limit, a mapping that the header does not have
 * (`name-column-missing`, `column-missing`) or when nothing could be accepted (`no-entries`).
 */
export function importCsvList(bytes: Uint8Array, profile: CsvProfile, work: ListWork): Result<ImportedList, ListStop> {
  if (profile.mapping.name === null) return err(stopFor("name-column-missing"));
  const source = textRows(bytes, work.limits, profile);
  return source.ok ? importMappedRows(source.value, profile, work) : source;
}

/** As `importCsvList`, from rows of any source: delimited text or a workbook. */
export function importMappedRows(
  source: RowSource,
  profile: Pick<CsvProfile, "mapping" | "hasHeader">,
  work: ListWork,
): Result<ImportedList, ListStop> {
  if (profile.mapping.name === null) return err(stopFor("name-column-missing"));
  const reading = readingOf(profile, profile.mapping, work);
  const drafts = collectDrafts(reading, work);
  const read = source.read({
    onRow: drafts.onRow,
    onRefused: drafts.onRefused,
    onProgress: (done, total) => work.progress({ done, total }),
  });
  if (!read.ok) return read;
  return keyed(drafts.finish(), source, reading.notes);
}

/** As `importCsvList`, from a text that is too large to be held; its encoding is told from its beginning. */
export async function importMappedPieces(
  file: OpenedFile,
  profile: CsvProfile,
  work: ListWork,
): Promise<Result<ImportedList, ListStop>> {
  if (profile.mapping.name === null) return err(stopFor("name-column-missing"));
  const kind = textKindOf(file, profile.encoding ?? undefined);
  if (!kind.ok) return kind;
  const reading = readingOf(profile, profile.mapping, work);
  const drafts = collectDrafts(reading, work);
  const delimiter = profile.delimiter ?? detectDelimiter(kind.value.head);
  const read = await readCsvPieces({
    pieces: textPieces(file, kind.value, (done) => work.progress({ done, total: file.sizeBytes })),
    delimiter,
    limits: work.limits,
    onRow: drafts.onRow,
    onRefused: drafts.onRefused,
  });
  if (!read.ok) return read;
  const { encoding, uncertain } = kind.value;
  const source = { encoding, uncertain, delimiter, sizeBytes: file.sizeBytes, sha256: file.sha256() };
  return keyed(drafts.finish(), source, reading.notes);
}

function keyed(
  found: Result<Found, ListStop>,
  source: Omit<RowSource, "read">,
  notes: ImportNotes,
): Result<ImportedList, ListStop> {
  if (!found.ok) return found;
  if (found.value.drafts.length === 0) return err(stopFor("no-entries"));
  return ok(keyedList({ ...found.value, layout: "csv" }, source, notes));
}

interface DraftReading extends Reading {
  readonly hasHeader: boolean;
}

function readingOf({ hasHeader }: Pick<CsvProfile, "hasHeader">, mapping: ColumnMapping, work: ListWork): DraftReading {
  return { mapping, hasHeader, limits: work.limits, notes: createImportNotes() };
}

interface Found {
  readonly drafts: Draft[];
  readonly lines: number[];
  readonly rows: number;
}

/** Takes rows one by one and makes entries of them; `finish` answers all of them, or what was wrong with the columns. */
interface DraftCollector extends Required<Pick<RowCalls, "onRow" | "onRefused">> {
  finish(): Result<Found, ListStop>;
}

function collectDrafts(reading: DraftReading, work: ListWork): DraftCollector {
  const drafts: Draft[] = [];
  const lines: number[] = [];
  let width: number | undefined;
  let widthSettled = false;
  let rows = 0;
  let stop: ListStop | undefined;
  const onRow = (row: CsvRow): "stop" | undefined => {
    if (stop !== undefined) return "stop";
    if (width === undefined) {
      width = row.cells.length;
      stop = missingColumn(reading.mapping, width, row.line);
      if (stop !== undefined) return "stop";
      if (reading.hasHeader) return undefined;
    }
    // Many programs end every row but the header with a delimiter; the first row shows whether this file does.
    if (!widthSettled && row.cells.slice(width).every((extra) => extra.trim() === "")) {
      width = Math.max(width, row.cells.length);
    }
    widthSettled = true;
    rows += 1;
    work.countRows(1);
    const draft = draftOf(row, { ...reading, width, rowNumber: rows });
    if (draft !== undefined) {
      drafts.push(draft);
      lines.push(row.line);
    }
    return undefined;
  };
  return {
    onRow,
    onRefused: (line, code) => {
      // Without its header the file would be read with the first entry in its place.
      if (width === undefined && reading.hasHeader) stop = stopFor("quote-broken", line);
      rows += 1;
      reading.notes.refuse(line, code);
    },
    finish: () => (stop === undefined ? ok({ drafts, lines, rows }) : err(stop)),
  };
}

function missingColumn(mapping: ColumnMapping, width: number, line: number): ListStop | undefined {
  const columns = Object.values(mapping).filter((column) => typeof column === "number");
  return columns.some((column) => column >= width) ? stopFor("column-missing", line) : undefined;
}

interface RowReading extends Reading {
  readonly width: number;
  readonly rowNumber: number;
}

function draftOf(row: CsvRow, reading: RowReading): Draft | undefined {
  const { mapping, limits, notes } = reading;
  const cell = (column: number | null): string | undefined => (column === null ? undefined : row.cells[column]);
  const name = cellText(cell(mapping.name)).replace(/\s*\n\s*/g, " ");
  if (row.cells.length > reading.width) return refused(notes, row.line, "cells-too-many");
  if (name === "") return refused(notes, row.line, "name-empty");
  if (!isUsableName(name)) return refused(notes, row.line, "name-unusable");
  if (name.length > limits.nameUnits) return refused(notes, row.line, "name-too-long");
  if (row.cells.length < reading.width) notes.warnOnce(row.line, "cells-missing");
  pointAtOddText(row, notes);
  const type = mapping.kind === null ? mapping.kindWhenAbsent : entryType(cell(mapping.kind));
  if (type === "unknown") notes.warnOnce(row.line, "type-unclear");
  const listOf = (column: number | null): string[] => {
    const values = cellValues(cell(column), ";");
    if (values.length > limits.valuesPerField) notes.warn(row.line, "values-cut");
    return values.slice(0, limits.valuesPerField);
  };
  const birthDates = listOf(mapping.birthDate);
  if (birthDates.some((date) => birthYearOf(date) === undefined)) notes.warnOnce(row.line, "birth-date-unread");
  return {
    type,
    names: namesOf(name, cellValues(cell(mapping.aliases), mapping.aliasSeparator), row.line, reading),
    countries: listOf(mapping.country),
    identifiers: listOf(mapping.identifiers),
    birthDates,
    programmes: listOf(mapping.programme),
    wmd: [],
    conventional: false,
    remarks: cellText(cell(mapping.remarks)),
    sourceId: cellText(cell(mapping.sourceId)) || null,
    rowNumber: reading.rowNumber,
  };
}

function refused(notes: ImportNotes, line: number, code: Parameters<ImportNotes["refuse"]>[1]): undefined {
  notes.refuse(line, code);
  return undefined;
}

function namesOf(name: string, aliases: readonly string[], line: number, { limits, notes }: Reading): Draft["names"] {
  const fitting = aliases.filter((alias) => alias.length <= limits.nameUnits);
  const names = listedNames(name, fitting);
  if (fitting.length < aliases.length || names.length > limits.namesPerEntry) notes.warn(line, "names-cut");
  return names.slice(0, limits.namesPerEntry);
}

/** Cells that a person should look at once; the text itself is kept as it stands. */
function pointAtOddText(row: CsvRow, notes: ImportNotes): void {
  for (const text of row.cells) {
    if (looksLikeFormula(text)) notes.warnOnce(row.line, "formula-like-cell");
    if (hasPrivateUse(text)) notes.warn(row.line, "private-use-characters");
    if (hasReplacementCharacter(text)) notes.warn(row.line, "replacement-characters");
  }
}
