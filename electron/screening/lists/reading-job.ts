import type { Result } from "../../../shared/result.ts";
import { err } from "../../../shared/result.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import type { ImportNotes, ListStop } from "./import-notes.ts";
import { stopFor } from "./import-notes.ts";
import type { Delimiter } from "./list-entry.ts";
import type { EntryBatch, ListWork } from "./list-work.ts";
import { TextBroken } from "./source/text-pieces.ts";

/** What every reader of a list is given beside its files. */
export interface ReadingJob {
  readonly work: ListWork;
  readonly notes: ImportNotes;
  readonly onEntries: EntryBatch;
  /** Null: found by looking. */
  readonly encoding: TextEncoding | null;
}

/** What a reader says about a file it has read to its end. */
export interface ReadOutcome {
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter | null;
  readonly rows: number;
  readonly accepted: number;
  readonly merged: number;
  readonly passed: number;
  readonly statedDay: string | null;
}

/** Runs a reader and turns text that breaks in the middle of a file into its stop. */
export async function stoppingAtBrokenText<T>(
  read: () => Result<T, ListStop> | Promise<Result<T, ListStop>>,
): Promise<Result<T, ListStop>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TextBroken) return err(stopFor(error.reason));
    throw error;
  }
}
