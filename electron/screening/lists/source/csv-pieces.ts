import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { ok, type Result } from "../../../../shared/result.ts";
import { type CsvReading, csvEnd, csvOptions, recordHandlers, withoutStacks } from "../csv-rows.ts";
import type { ListStop } from "../import-notes.ts";

/** As `CsvReading`, from text that comes in pieces. */
export interface PiecedReading extends Omit<CsvReading, "text" | "onProgress"> {
  readonly pieces: Iterable<string>;
}

/** Reads delimited text that is too large to be held, row by row, with the rules of `readCsvRows`. */
export async function readCsvPieces(reading: PiecedReading): Promise<Result<void, ListStop>> {
  const giveStacksBack = withoutStacks();
  try {
    const parser = parse(csvOptions(reading, recordHandlers(reading)));
    await pipeline(Readable.from(asBytes(reading.pieces)), parser, async (rows) => {
      for await (const _ of rows);
    });
    return ok(undefined);
  } catch (error) {
    return csvEnd(error);
  } finally {
    giveStacksBack();
  }
}

function* asBytes(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}
