import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { type CsvReading, csvOptions, csvStopOf, ReadingEnded, recordHandlers } from "../csv-rows.ts";
import type { ListStop } from "../import-notes.ts";

/** As `CsvReading`, from text that comes in pieces. */
export interface PiecedReading extends Omit<CsvReading, "text" | "onProgress"> {
  readonly pieces: Iterable<string>;
}

/** Reads delimited text that is too large to be held, row by row, with the rules of `readCsvRows`. */
export async function readCsvPieces(reading: PiecedReading): Promise<Result<void, ListStop>> {
  const stackTraceLimit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const parser = parse(csvOptions(reading, recordHandlers(reading)));
    await pipeline(Readable.from(asBytes(reading.pieces)), parser, async (rows) => {
      for await (const _ of rows);
    });
  } catch (error) {
    if (error instanceof ReadingEnded) return error.stop === undefined ? ok(undefined) : err(error.stop);
    if (error instanceof CsvError) return err(csvStopOf(error));
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return ok(undefined);
}

function* asBytes(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}
