import { err, ok, type Result } from "../../../shared/result.ts";
import type { ParserFault, ParserProgress } from "../../parsing/parser-protocol.ts";
import { runParser } from "../../parsing/run-parser.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import type { ImportReport, ListEntry } from "./list-entry.ts";
import type { ListFormat } from "./list-format.ts";
import { type ListLimits, listLimits } from "./list-limits.ts";
import type { ListTask } from "./list-task.ts";
import type { ImportedList } from "./list-work.ts";
import type { ListPreview } from "./preview-list.ts";
import type { ListFile } from "./source/list-file.ts";

/**
 * Time of one import: a fixed part, and more for each mebibyte, because whoever takes the entries sets the pace. A file of
 * ordinary size ends in seconds.
 */
const importTimeMs = 120_000;
const importTimePerMbMs = 2_000;
/** Time when a file is named by its path, so that its size is not known here. */
const importTimeByPathMs = 60 * 60_000;
const importMemoryMb = 2_048;
const bytesPerMb = 1024 * 1024;

/** The caller gave up. */
export interface ImportCancelled {
  readonly code: "cancelled";
}

/** Watching, taking over and ending a running import. */
export interface ImportWatch {
  readonly onProgress?: (progress: ParserProgress) => void;
  /**
   * Takes the entries some hundred at a time, in the order of the list; the next ones wait until it has settled, so that neither
   * side holds a whole list. Nothing of it may be kept when the import ends in a stop. Without it the answer holds all entries.
   */
  readonly onEntries?: (entries: readonly ListEntry[]) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** Bytes of a single file, or the files of one list: bytes in memory (best shared), or paths that a dialog gave. */
export type ListInput = Uint8Array | readonly ListFile[];

/** Reads list files in a worker of their own, under limits. */
export interface ListImporter {
  /** First rows, guessed layout and mapping. */
  preview(input: ListInput, encoding?: TextEncoding): Promise<Result<ListPreview, ListStop | ImportCancelled>>;
  /** The whole list as entries with its report; nothing is stored. */
  import(
    input: ListInput,
    format: ListFormat,
    watch?: ImportWatch,
  ): Promise<Result<ImportedList, ListStop | ImportCancelled>>;
}

/** An importer whose worker starts from `workerUrl`: `list-worker.ts` in source, or the file bundled from it. */
export function createListImporter(workerUrl: URL, limits: ListLimits = listLimits): ListImporter {
  const run = async <T>(task: ListTask, watch: ImportWatch): Promise<Result<T, ListStop | ImportCancelled>> => {
    // Checked here as well, so that an oversized file is never copied into a worker.
    if (task.files.some((file) => "bytes" in file && file.bytes.length > limits.streamBytes))
      return err(stopFor("file-too-large"));
    const { onEntries, onProgress, signal } = watch;
    const outcome = await runParser<Result<T, ListStop>>({
      module: workerUrl,
      input: task,
      limits: { timeMs: timeFor(task.files), memoryMb: importMemoryMb, outputRows: limits.streamRows },
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
      // Safe: the list worker hands over nothing but batches of entries.
      ...(onEntries === undefined ? {} : { onPart: (part) => onEntries(part as readonly ListEntry[]) }),
    });
    return outcome.ok ? outcome.value : err(faultAsStop(outcome.error));
  };
  return {
    preview: (input, encoding) =>
      run<ListPreview>({ task: "preview", files: filesOf(input), limits, encoding: encoding ?? null }, {}),
    import: async (input, format, watch = {}) => {
      const entries: ListEntry[] = [];
      const collect = (batch: readonly ListEntry[]): void => {
        for (const entry of batch) entries.push(entry);
      };
      const task: ListTask = { task: "import", files: filesOf(input), limits, format };
      const report = await run<ImportReport>(task, { ...watch, onEntries: watch.onEntries ?? collect });
      return report.ok ? ok({ entries, report: report.value }) : report;
    },
  };
}

function filesOf(input: ListInput): readonly ListFile[] {
  return input instanceof Uint8Array ? [{ bytes: input }] : input;
}

function timeFor(files: readonly ListFile[]): number {
  if (files.some((file) => "path" in file)) return importTimeByPathMs;
  const sizeBytes = files.reduce((sum, file) => sum + ("bytes" in file ? file.bytes.length : 0), 0);
  return importTimeMs + Math.ceil(sizeBytes / bytesPerMb) * importTimePerMbMs;
}

function faultAsStop(fault: ParserFault): ListStop | ImportCancelled {
  switch (fault.code) {
    case "cancelled":
      return { code: "cancelled" };
    case "parser-timeout":
      return stopFor("import-timeout");
    case "parser-memory":
      return stopFor("import-memory");
    case "parser-output":
      return stopFor("too-many-rows");
    case "parser-crashed":
      return stopFor("import-failed");
  }
}
