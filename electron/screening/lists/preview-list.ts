import type { ColumnMapping, ListLayout } from "../../../shared/domain/screening.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { guessMapping } from "./column-guess.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import type { ListStop } from "./import-notes.ts";
import type { Delimiter } from "./list-entry.ts";
import { type ListLimits, previewRows } from "./list-limits.ts";
import { metiHeaderLayout } from "./meti-layout.ts";
import { readSourceText } from "./source-text.ts";

/** Cells are cut to this length in a preview, in UTF-16 units: it is looked at, not imported. */
const previewCellUnits = 300;

/** Columns a preview shows. */
const previewColumns = 64;

/** A first look at a list file, with guesses a person checks before the import. */
export interface ListPreview {
  readonly encoding: TextEncoding;
  readonly encodingUncertain: boolean;
  readonly delimiter: Delimiter;
  readonly layout: ListLayout;
  /** Null: no row looks like a header; `header` then holds column numbers from 1. */
  readonly headerLine: number | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Reads the first rows and guesses layout and mapping from the words of the header. Stops as `readSourceText` does. */
export function previewList(
  bytes: Uint8Array,
  limits: ListLimits,
  encoding?: TextEncoding,
): Result<ListPreview, ListStop> {
  const source = readSourceText(bytes, limits, encoding);
  if (!source.ok) return source;
  const delimiter = detectDelimiter(source.value.text);
  const first: CsvRow[] = [];
  const read = readCsvRows({
    text: source.value.text,
    delimiter,
    limits,
    onRow: (row) => (first.push(row) > previewRows ? "stop" : undefined),
    onRefused: () => undefined,
  });
  // A broken quote in the first rows still leaves rows worth seeing; the import itself will stop at it.
  if (!read.ok && first.length === 0) return read;
  return ok({
    encoding: source.value.encoding,
    encodingUncertain: source.value.uncertain,
    delimiter,
    ...describeRows(first),
    sha256: source.value.sha256,
    sizeBytes: source.value.sizeBytes,
  });
}

function describeRows(
  rows: readonly CsvRow[],
): Pick<ListPreview, "layout" | "headerLine" | "header" | "rows" | "mapping"> {
  const metiAt = rows.findIndex((row) => metiHeaderLayout(row.cells) !== undefined);
  const layout = metiHeaderLayout(rows[metiAt]?.cells ?? []) ?? "csv";
  const headerAt = Math.max(metiAt, 0);
  const headerRow = rows[headerAt];
  const mapping = guessMapping(headerRow?.cells ?? []);
  const isHeader = headerRow !== undefined && (layout !== "csv" || mapping.name !== null);
  const shown = rows.slice(isHeader ? headerAt + 1 : 0, previewRows + 1);
  return {
    layout,
    headerLine: isHeader ? headerRow.line : null,
    header: isHeader ? cut(headerRow.cells) : columnNumbers(rows),
    rows: shown.slice(0, previewRows).map((row) => cut(row.cells)),
    mapping: isHeader ? mapping : guessMapping([]),
  };
}

function columnNumbers(rows: readonly CsvRow[]): readonly string[] {
  const width = Math.min(previewColumns, Math.max(0, ...rows.map((row) => row.cells.length)));
  return Array.from({ length: width }, (_, at) => String(at + 1));
}

function cut(cells: readonly string[]): readonly string[] {
  return cells.slice(0, previewColumns).map((cell) => cell.trim().slice(0, previewCellUnits).toWellFormed());
}
