import { CsvError, type Options, parse } from "csv-parse/sync";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import type { RefusalCode } from "./list-codes.ts";
import type { Delimiter } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";

/** One record and the line of the file, from 1, on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** How a text is read as rows. Rows arrive one by one; none is kept. */
export interface CsvReading {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly limits: ListLimits;
  /** Answering `stop` ends the reading early, without an error. */
  readonly onRow: (row: CsvRow) => "stop" | undefined;
  readonly onRefused: (line: number, code: RefusalCode) => void;
  /** UTF-8 bytes read so far and in all. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/** Thrown through the library to leave its loop. */
class ReadingEnded extends Error {
  readonly stop: ListStop | undefined;
  constructor(stop?: ListStop) {
    super("reading ended");
    this.stop = stop;
  }
}

const progressEveryRows = 500;

/** With more misplaced quotes than this the file is something else than a list; each costs the parser far more than a row. */
const mostMisplacedQuotes = 10_000;
const utf8BytesPerUnit = 3;

/**
 * Reads delimited text row by row. Blank lines are passed over. A quote inside an unquoted cell refuses its row; a quoted
 * cell that is not closed properly stops the reading, because nothing after it can be trusted.
 */
export function readCsvRows(reading: CsvReading): Result<void, ListStop> {
  const input = Buffer.from(reading.text);
  const handlers = recordHandlers({ ...reading, onBytes: (bytes) => reading.onProgress?.(bytes, input.length) });
  const giveStacksBack = withoutStacks();
  try {
    parse(input, csvOptions(reading, handlers));
    return ok(undefined);
  } catch (error) {
    return csvEnd(error);
  } finally {
    giveStacksBack();
  }
}

/**
 * The library makes an error for every row of another width; collecting a stack for each took nine tenths of the time. The answer
 * brings stacks back.
 */
export function withoutStacks(): () => void {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  return () => {
    Error.stackTraceLimit = before;
  };
}

/** How a reading ended that threw: early on purpose, or with a stop. Anything else is thrown on. */
export function csvEnd(error: unknown): Result<void, ListStop> {
  if (error instanceof ReadingEnded) return error.stop === undefined ? ok(undefined) : err(error.stop);
  if (error instanceof CsvError) return err(stopFor(csvStop(error), lineOf(error) ?? null));
  throw error;
}

/** What becomes of each record and of each one that is broken. */
export interface RecordHandlers {
  readonly onRecord: (cells: readonly string[], lines: number, bytes: number) => void;
  readonly onBadRecord: (error: CsvError | undefined) => void;
}

type Handling = Pick<CsvReading, "limits" | "onRow" | "onRefused"> & { readonly onBytes?: (bytes: number) => void };

/** The rules for rows, to be given to the library. They throw `ReadingEnded` to end it. */
export function recordHandlers(reading: Handling): RecordHandlers {
  const { limits } = reading;
  let rowCount = 0;
  let endLine = 0;
  let misplacedQuotes = 0;
  const countRow = (line: number): void => {
    rowCount += 1;
    if (rowCount > limits.rows) throw new ReadingEnded(stopFor("too-many-rows", line));
  };
  const onRecord = (cells: readonly string[], lines: number, bytes: number): void => {
    const line = endLine + 1;
    endLine = lines;
    if (cells.length <= 1 && (cells[0] ?? "").trim() === "") return;
    countRow(line);
    if (cells.length > limits.columns) throw new ReadingEnded(stopFor("too-many-columns", line));
    if (rowCount % progressEveryRows === 0) reading.onBytes?.(bytes);
    if (cells.some((cell) => cell.length > limits.cellUnits)) reading.onRefused(line, "cell-too-long");
    else if (reading.onRow({ cells, line }) === "stop") throw new ReadingEnded();
  };
  const onBadRecord = (error: CsvError | undefined): void => {
    const line = lineOf(error) ?? endLine + 1;
    misplacedQuotes += 1;
    const tolerable = error?.code === "INVALID_OPENING_QUOTE" && misplacedQuotes <= mostMisplacedQuotes;
    if (!tolerable) throw new ReadingEnded(stopFor(csvStop(error), Math.min(line, endLine + 1)));
    // The library reports every misplaced quote of a row; the row is refused once.
    if (line <= endLine) return;
    endLine = line;
    countRow(line);
    reading.onRefused(line, "quote-in-field");
  };
  return { onRecord, onBadRecord };
}

/** The library's options for a reading. */
export function csvOptions(
  { delimiter, limits }: Pick<CsvReading, "delimiter" | "limits">,
  handlers: RecordHandlers,
): Options {
  return {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: Math.min(limits.cellUnits * utf8BytesPerUnit * 8, limits.streamBytes),
    on_record: (record, context) => {
      // Safe: without the `columns` option the library gives each record as an array of strings.
      handlers.onRecord(record as unknown as readonly string[], context.lines, context.bytes);
      return null;
    },
    on_skip: (error) => {
      handlers.onBadRecord(error);
      return undefined;
    },
  };
}

function csvStop(error: CsvError | undefined): "row-endless" | "quote-broken" {
  return error?.code === "CSV_MAX_RECORD_SIZE" ? "row-endless" : "quote-broken";
}

function lineOf(error: CsvError | undefined): number | undefined {
  const lines = error === undefined ? undefined : error["lines"];
  return typeof lines === "number" && lines > 0 ? lines : undefined;
}
