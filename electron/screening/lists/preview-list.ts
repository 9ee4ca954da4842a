import type { ColumnMapping, LayoutGuess, ListLayout } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { guessMapping } from "./column-guess.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import { tableOf } from "./formats/known-tables.ts";
import { columnsOf } from "./formats/table-format.ts";
import { hashOfFiles, mostBytesOf } from "./import-list.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import { ofacPartOf } from "./import-ofac-csv.ts";
import type { Delimiter } from "./list-entry.ts";
import { kindOfLayout } from "./list-format.ts";
import { type ListLimits, previewRows } from "./list-limits.ts";
import { metiHeaderLayout } from "./meti-layout.ts";
import { firstRows, type RecognisedLayout, recogniseRows, recogniseText } from "./recognise-list.ts";
import { type ListFile, type OpenedFile, openListFile } from "./source/list-file.ts";
import { textKindOf } from "./source/text-pieces.ts";
import { looksLikeWorkbook, workbookRows } from "./source/workbook-rows.ts";
import { xmlKindOf } from "./source/xml-encoding.ts";
import { readSourceText } from "./source-text.ts";

/** Cells are cut to this length in a preview, in UTF-16 units: it is looked at, not imported. */
const previewCellUnits = 300;

/** Columns a preview shows. */
const previewColumns = 64;

/** A first look at a list file, with guesses a person checks before the import. */
export interface ListPreview {
  readonly encoding: TextEncoding;
  readonly encodingUncertain: boolean;
  /** Null for what is no delimited text. */
  readonly delimiter: Delimiter | null;
  readonly layout: ListLayout;
  /** What the layout was told from. */
  readonly guess: LayoutGuess;
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
  recognised: RecognisedLayout | undefined = recogniseRows(rows),
): Pick<ListPreview, "layout" | "guess" | "headerLine" | "header" | "rows" | "mapping"> {
  const { layout, guess } = recognised ?? { layout: "csv", guess: "table-only" };
  const headerAt = Math.max(
    rows.findIndex((row) => isHeaderOf(layout, row)),
    0,
  );
  const headerRow = rows[headerAt];
  const mapping = guessMapping(headerRow?.cells ?? []);
  const isHeader =
    headerRow !== undefined && (isHeaderOf(layout, headerRow) || (layout === "csv" && mapping.name !== null));
  const shown = rows.slice(isHeader ? headerAt + 1 : 0, previewRows + 1);
  return {
    layout,
    guess,
    headerLine: isHeader ? headerRow.line : null,
    header: isHeader ? cut(headerRow.cells) : columnNumbers(rows),
    rows: shown.slice(0, previewRows).map((row) => cut(row.cells)),
    mapping: isHeader ? mapping : guessMapping([]),
  };
}

function isHeaderOf(layout: ListLayout, { cells }: CsvRow): boolean {
  const table = tableOf(layout);
  return table === undefined ? metiHeaderLayout(cells) !== undefined : columnsOf(table, cells) !== undefined;
}

/**
 * A first look at the files of one list: encoding, layout and what it was told from, and the first rows where it is a table.
 * Several files are looked at together only when they are OFAC's tables. Stops as the readers do.
 */
export async function previewFiles(
  files: readonly ListFile[],
  limits: ListLimits,
  encoding?: TextEncoding,
): Promise<Result<ListPreview, ListStop>> {
  const opened: OpenedFile[] = [];
  try {
    const looked: ListPreview[] = [];
    for (const [at, file] of files.entries()) {
      const one = openListFile(file, limits.streamBytes);
      if (!one.ok) return err(inFile(one.error, files, at));
      opened.push(one.value);
      const preview = await previewOpened(one.value, limits, encoding);
      if (!preview.ok) return err(inFile(preview.error, files, at));
      looked.push(preview.value);
    }
    const [first] = looked;
    if (first === undefined) return err(stopFor("file-empty"));
    if (looked.length > 1 && !looked.some(isOfacPart)) return err(stopFor("too-many-files"));
    const stranger = looked.findIndex((preview) => !mayBeOfacPart(preview));
    if (looked.length > 1 && stranger >= 0) return err(inFile(stopFor("too-many-files"), files, stranger));
    const widest = looked.reduce((best, one) => (one.header.length > best.header.length ? one : best), first);
    const sizeBytes = opened.reduce((sum, file) => sum + file.sizeBytes, 0);
    return ok({ ...widest, sizeBytes, sha256: hashOfFiles(opened) });
  } finally {
    for (const file of opened) file.close();
  }
}

function isOfacPart({ layout }: ListPreview): boolean {
  return layout === "ofac-csv";
}

/**
 * Whether a file is one of OFAC's tables, for which others of them must lie beside it: a table of two columns that begins with
 * a number is that of remarks only there.
 */
export function mayBeOfacPart(preview: ListPreview): boolean {
  return isOfacPart(preview) || (preview.layout === "csv" && ofacPartOf(preview.rows[0] ?? []) === "comments");
}

function inFile(stop: ListStop, files: readonly ListFile[], at: number): ListStop {
  return files.length > 1 ? { ...stop, file: at + 1 } : stop;
}

async function previewOpened(
  file: OpenedFile,
  limits: ListLimits,
  encoding: TextEncoding | undefined,
): Promise<Result<ListPreview, ListStop>> {
  const found = { sha256: "", sizeBytes: file.sizeBytes };
  if (looksLikeWorkbook(file.head(4))) {
    if (file.sizeBytes > limits.bytes) return err(stopFor("file-too-large"));
    const book = await workbookRows(file.whole(), limits);
    if (!book.ok) return book;
    const rows: CsvRow[] = [];
    book.value.read({
      onRow: (row) => (rows.push(row) > previewRows ? "stop" : undefined),
      onRefused: () => undefined,
    });
    // Known tables come as text; of workbooks only METI's list is known.
    const known = recogniseRows(rows);
    const layout: RecognisedLayout = known?.layout.startsWith("meti") ? known : { layout: "csv", guess: "table-only" };
    return ok({
      encoding: "utf-8",
      encodingUncertain: false,
      delimiter: null,
      ...describeRows(rows, layout),
      ...found,
    });
  }
  const isXml = /^\s*</.test(
    Buffer.from(file.head(64))
      .toString("latin1")
      .replace(/^\xef\xbb\xbf/, ""),
  );
  const kind = isXml ? xmlKindOf(file, encoding ?? null) : textKindOf(file, encoding);
  if (!kind.ok) return kind;
  const { head, encoding: told, uncertain } = kind.value;
  const recognised = recogniseText(head, limits);
  if (!recognised.ok) return recognised;
  // Said here already, before anybody assigns columns or waits for a trial.
  if (file.sizeBytes > mostBytesOf(kindOfLayout(recognised.value.layout), limits))
    return err(stopFor("file-too-large"));
  const isTable = recognised.value.guess === "table-only" || recognised.value.guess.endsWith("-of-list");
  const rows =
    isTable && recognised.value.guess !== "text-of-list"
      ? firstRows(head, limits, previewRows + 1)
      : linesOf(head, recognised.value);
  if (recognised.value.layout === "csv" && rows.length === 0 && head.trim() !== "") {
    if (file.sizeBytes > limits.bytes) return err(stopFor("row-endless", 1));
    const whole = previewList(file.whole(), limits, encoding);
    if (!whole.ok) return whole;
  }
  const delimiter = isTable ? detectDelimiter(head) : null;
  return ok({
    encoding: told,
    encodingUncertain: uncertain,
    delimiter,
    ...describeRows(rows, recognised.value),
    ...found,
  });
}

/** The first lines of running text; XML and JSON are not shown as rows. */
function linesOf(head: string, { guess }: RecognisedLayout): readonly CsvRow[] {
  if (guess !== "text-of-list") return [];
  return head
    .split(/\r\n|\r|\n/, previewRows + 1)
    .map((text, at) => ({ cells: [text], line: at + 1 }))
    .filter(({ cells }) => (cells[0] ?? "").trim() !== "");
}

function columnNumbers(rows: readonly CsvRow[]): readonly string[] {
  const width = Math.min(previewColumns, Math.max(0, ...rows.map((row) => row.cells.length)));
  return Array.from({ length: width }, (_, at) => String(at + 1));
}

function cut(cells: readonly string[]): readonly string[] {
  return cells.slice(0, previewColumns).map((cell) => cell.trim().slice(0, previewCellUnits).toWellFormed());
}
