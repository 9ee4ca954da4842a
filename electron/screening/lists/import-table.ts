import { err, ok, type Result } from "../../../shared/result.ts";
import type { CsvRow } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import { type EntryParts, joinParts } from "./entry-parts.ts";
import { createEntrySink, type EntrySink } from "./entry-sink.ts";
import { columnsOf, type NamedRow, plainHeader, type TableFormat } from "./formats/table-format.ts";
import { type ImportNotes, type ListStop, stopFor } from "./import-notes.ts";
import { listDay } from "./list-day.ts";
import type { ReadingJob, ReadOutcome } from "./reading-job.ts";
import { readCsvPieces } from "./source/csv-pieces.ts";
import type { OpenedFile } from "./source/list-file.ts";
import { textKindOf, textPieces } from "./source/text-pieces.ts";

/** How many rows may stand before the header: a title, a date. */
const rowsBeforeHeader = 10;

/**
 * Reads the table of a known list piece by piece. A header that lacks one of the list's columns stops it (`header-unknown`),
 * as does a file that ends within a row (`file-truncated`); other bad rows are left out and reported.
 */
export async function importKnownTable(
  file: OpenedFile,
  format: TableFormat,
  job: ReadingJob,
): Promise<Result<ReadOutcome, ListStop>> {
  const kind = textKindOf(file, job.encoding ?? undefined);
  if (!kind.ok) return kind;
  const { work, notes } = job;
  const delimiter = detectDelimiter(kind.value.head);
  const sink = createEntrySink({ ...job, idScope: format.idScope });
  const rows = createTableRows(format, { sink, notes });
  const ending = { text: "" };
  const read = await readCsvPieces({
    pieces: remembering(
      textPieces(file, kind.value, (done) => work.progress({ done, total: file.sizeBytes })),
      ending,
    ),
    delimiter,
    limits: { ...work.limits, rows: work.limits.streamRows },
    onRow: rows.take,
    onRefused: rows.refuse,
  });
  if (!read.ok) return read;
  const stop = rows.finish(!/[\r\n]$/.test(ending.text));
  if (stop !== undefined) return err(stop);
  if (kind.value.uncertain) notes.warn(null, "encoding-uncertain");
  return ok({ encoding: kind.value.encoding, delimiter, statedDay: rows.statedDay(), ...sink.finish() });
}

function* remembering(pieces: Iterable<string>, ending: { text: string }): Generator<string> {
  for (const piece of pieces) {
    ending.text = piece.slice(-1);
    yield piece;
  }
}

interface TableRows {
  take(row: CsvRow): "stop" | undefined;
  refuse(line: number, code: Parameters<EntrySink["refuse"]>[1]): void;
  /** Hands over what is held; answers what was wrong with the table as a whole. */
  finish(endsWithinLine: boolean): ListStop | undefined;
  statedDay(): string | null;
}

interface Header {
  readonly columns: ReadonlyMap<string, number>;
  readonly width: number;
  /** The last filled cell of each column that is filled down. */
  readonly above: Map<string, string>;
}

function createTableRows(format: TableFormat, to: { sink: EntrySink; notes: ImportNotes }): TableRows {
  const { sink, notes } = to;
  const groups = createGroups(sink);
  let header: Header | undefined;
  let before = 0;
  let stop: ListStop | undefined;
  let day: string | undefined;
  let last: { line: number; isShort: boolean } | undefined;
  const seekHeader = (row: CsvRow): void => {
    const columns = columnsOf(format, row.cells);
    if (columns !== undefined) {
      header = { columns, width: row.cells.length, above: new Map() };
      return;
    }
    before += 1;
    if (before > rowsBeforeHeader) stop = stopFor("header-unknown", row.line);
    day ??= format.statedDay?.(row.cells);
    notes.warnOnce(row.line, "rows-before-header");
  };
  const takeRow = (row: CsvRow, found: Header): void => {
    const { line } = row;
    const { width } = found;
    last = { line, isShort: row.cells.length < width };
    if (row.cells.slice(width).some((cell) => cell.trim() !== "")) {
      sink.refuse({ line }, "cells-too-many");
      return;
    }
    if (row.cells.every((cell) => cell.trim() === "")) return;
    if (last.isShort) notes.warnOnce(line, "cells-missing");
    const named = namedRow(row, format, found);
    if (format.dayColumn !== undefined) day ??= listDay(named.cell(format.dayColumn));
    if (format.isVacant?.(named) === true) {
      sink.pass();
      return;
    }
    const group = format.groupOf?.(named);
    if (group === undefined) sink.take(format.partsOf(named), { line });
    else if (group === "") sink.refuse({ line }, "id-empty");
    else groups.take(group, format.partsOf(named), line);
  };
  return {
    take(row) {
      if (stop === undefined && header === undefined) seekHeader(row);
      else if (stop === undefined && header !== undefined) takeRow(row, header);
      return stop === undefined ? undefined : "stop";
    },
    refuse: (line, code) => {
      if (header === undefined) stop ??= stopFor("quote-broken", line);
      else sink.refuse({ line }, code);
    },
    finish(endsWithinLine) {
      if (stop !== undefined) return stop;
      if (header === undefined) return stopFor("header-unknown");
      if (endsWithinLine && last?.isShort === true) return stopFor("file-truncated", last.line);
      groups.finish();
      return undefined;
    },
    statedDay: () => day ?? null,
  };
}

/** A row by the names of its columns; what is filled down comes from the rows above. */
function namedRow(row: CsvRow, { fillDown }: TableFormat, { columns, above }: Header): NamedRow {
  const read = (name: string): string => row.cells[columns.get(plainHeader(name)) ?? -1] ?? "";
  for (const name of fillDown ?? []) if (read(name).trim() !== "") above.set(name, read(name));
  return { cell: (name) => (fillDown?.includes(name) === true ? (above.get(name) ?? "") : read(name)) };
}

/** Rows of the same party become one entry, at the place of its first row. */
function createGroups(sink: EntrySink): { take(key: string, parts: EntryParts, line: number): void; finish(): void } {
  const groups = new Map<string, { parts: EntryParts; line: number }>();
  return {
    take(key, parts, line) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { parts, line });
      else {
        group.parts = joinParts(group.parts, parts);
        sink.merge();
      }
    },
    finish() {
      for (const { parts, line } of groups.values()) sink.take(parts, { line });
      groups.clear();
    },
  };
}
