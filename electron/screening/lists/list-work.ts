import type { ParserProgress } from "../../parsing/parser-protocol.ts";
import type { ImportReport, ListEntry } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";

/** What an importer is given beside the file. */
export interface ListWork {
  readonly limits: ListLimits;
  /** Bytes read so far and in all. */
  progress(progress: ParserProgress): void;
  /** Announces rows of output; may throw to end the work. */
  countRows(count: number): void;
}

/** A file as entries, and what happened on the way. Publication and effective dates are the caller's to add. */
export interface ImportedList {
  /** Empty when the entries were handed over in batches. */
  readonly entries: readonly ListEntry[];
  readonly report: ImportReport;
}

/** Takes finished entries, some at a time. */
export type EntryBatch = (entries: readonly ListEntry[]) => void;

/** Work without anybody watching, for previews and small files. */
export function quietWork(limits: ListLimits): ListWork {
  return { limits, progress: () => undefined, countRows: () => undefined };
}
