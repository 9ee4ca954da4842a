import { err, ok, type Result } from "../../../shared/result.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { birthYearOf } from "../lists/birth-year.ts";
import { cellText, cellValues, entryType, isUsableName } from "../lists/cell-values.ts";
import { type CsvRow, readCsvRows } from "../lists/csv-rows.ts";
import { detectDelimiter } from "../lists/delimiter.ts";
import { type ListStop, stopFor } from "../lists/import-notes.ts";
import type { RefusalCode } from "../lists/list-codes.ts";
import type { EntryType } from "../lists/list-entry.ts";
import type { ListLimits } from "../lists/list-limits.ts";
import { readSourceText } from "../lists/source-text.ts";
import { type NameColumns, readNameHeader } from "./name-header.ts";

/** One name to search, with what is known beside it. `line` counts the lines of the file from 1. */
export interface NameRow {
  readonly line: number;
  /** As it stands in the file, without the space around it. */
  readonly name: string;
  /** `unknown`: searched among persons and organisations alike. */
  readonly type: EntryType;
  readonly countries: readonly string[];
  readonly birthYear: number | null;
  readonly identifiers: readonly string[];
}

/** A file of names to search. */
export interface NamesFile {
  readonly rows: readonly NameRow[];
  /** Null: the first row is a name already, and the first column alone is read. */
  readonly columns: NameColumns | null;
  /** Rows that are not searched, all of them, with the reason. */
  readonly refused: readonly { readonly line: number; readonly code: RefusalCode }[];
  readonly encoding: TextEncoding;
  /** A second encoding fitted too and the likelier one was taken. */
  readonly encodingUncertain: boolean;
}

/**
 * Reads a delimited file of names. The first row is a header only if a cell of it says so in a known word. No name is left
 * out in silence: a row without a searchable name stands under `refused`. Stops as a list file does, and with `no-entries`
 * when nothing can be searched.
 */
export function readNameRows(bytes: Uint8Array, limits: ListLimits): Result<NamesFile, ListStop> {
  const source = readSourceText(bytes, limits);
  if (!source.ok) return source;
  const rows: NameRow[] = [];
  const refused: { line: number; code: RefusalCode }[] = [];
  let columns: NameColumns | null | undefined;
  const read = readCsvRows({
    text: source.value.text,
    delimiter: detectDelimiter(source.value.text),
    limits,
    onRow: (row) => {
      if (columns === undefined) {
        columns = readNameHeader(row.cells) ?? null;
        if (columns !== null) return undefined;
      }
      const taken = takeRow(row, columns ?? { name: 0 }, limits);
      if (typeof taken === "string") refused.push({ line: row.line, code: taken });
      else rows.push(taken);
      return undefined;
    },
    onRefused: (line, code) => void refused.push({ line, code }),
  });
  if (!read.ok) return read;
  if (rows.length === 0) return err(stopFor("no-entries", refused[0]?.line ?? null));
  const { encoding, uncertain } = source.value;
  return ok({ rows, columns: columns ?? null, refused, encoding, encodingUncertain: uncertain });
}

function takeRow({ cells, line }: CsvRow, columns: NameColumns, limits: ListLimits): NameRow | RefusalCode {
  const cell = (column: number | undefined): string | undefined => (column === undefined ? undefined : cells[column]);
  // Not `cellText`: what stands for an empty cell elsewhere (Na, None) is somebody's name here.
  const name = (cell(columns.name) ?? "").trim().replace(/\s*[\r\n]+\s*/g, " ");
  if (name === "") return "name-empty";
  if (!isUsableName(name)) return "name-unusable";
  if (name.length > limits.nameUnits) return "name-too-long";
  return {
    line,
    name,
    type: entryType(cell(columns.kind)),
    countries: cellValues(cell(columns.country), ";"),
    birthYear: birthYearOf(cellText(cell(columns.birthYear))) ?? null,
    identifiers: cellValues(cell(columns.identifiers), ";"),
  };
}
