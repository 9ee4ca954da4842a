import { ok, type Result } from "../../../shared/result.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { type CsvReading, readCsvRows } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import type { ListStop } from "./import-notes.ts";
import type { Delimiter } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";
import { readSourceText } from "./source-text.ts";

/** What hears the rows of a source. */
export type RowCalls = Pick<CsvReading, "onRow" | "onRefused" | "onProgress">;

/** A table that can be read row by row, and how it was found. */
export interface RowSource {
  readonly encoding: TextEncoding;
  readonly uncertain: boolean;
  /** Null for a workbook. */
  readonly delimiter: Delimiter | null;
  readonly sha256: string;
  readonly sizeBytes: number;
  read(calls: RowCalls): Result<void, ListStop>;
}

/** Delimited text as rows. Stops as `readSourceText` does. */
export function textRows(
  bytes: Uint8Array,
  limits: ListLimits,
  wanted: { readonly delimiter: Delimiter | null; readonly encoding: TextEncoding | null },
): Result<RowSource, ListStop> {
  const source = readSourceText(bytes, limits, wanted.encoding ?? undefined);
  if (!source.ok) return source;
  const { text, encoding, uncertain, sha256, sizeBytes } = source.value;
  const delimiter = wanted.delimiter ?? detectDelimiter(text);
  const read = (calls: RowCalls): Result<void, ListStop> => readCsvRows({ ...calls, text, delimiter, limits });
  return ok({ encoding, uncertain, delimiter, sha256, sizeBytes, read });
}
