import { err, type Result } from "../../../shared/result.ts";
import type { ParserFault, ParserProgress } from "../../parsing/parser-protocol.ts";
import { runParser } from "../../parsing/run-parser.ts";
import type { TextEncoding } from "../../parsing/text-decoding.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import { type ListLimits, listLimits } from "./list-limits.ts";
import type { ListFormat, ListTask } from "./list-task.ts";
import type { ImportedList } from "./list-work.ts";
import type { ListPreview } from "./preview-list.ts";

/** Time and memory of one import; a million rows of ordinary length stay under both. */
const importTimeMs = 120_000;
const importMemoryMb = 2_048;

/** The caller gave up. */
export interface ImportCancelled {
  readonly code: "cancelled";
}

/** Watching and ending a running import. */
export interface ImportWatch {
  readonly onProgress?: (progress: ParserProgress) => void;
  readonly signal?: AbortSignal;
}

/** Reads list files in a worker of their own, under limits. */
export interface ListImporter {
  /** First rows, guessed layout and mapping. */
  preview(bytes: Uint8Array, encoding?: TextEncoding): Promise<Result<ListPreview, ListStop | ImportCancelled>>;
  /** The whole file as entries with its report; nothing is stored. */
  import(
    bytes: Uint8Array,
    format: ListFormat,
    watch?: ImportWatch,
  ): Promise<Result<ImportedList, ListStop | ImportCancelled>>;
}

/** An importer whose worker starts from `workerUrl`: `list-worker.ts` in source, or the file bundled from it. */
export function createListImporter(workerUrl: URL, limits: ListLimits = listLimits): ListImporter {
  const run = async <T>(task: ListTask, watch: ImportWatch): Promise<Result<T, ListStop | ImportCancelled>> => {
    // Checked here as well, so that an oversized file is never copied into a worker.
    if (task.bytes.length > limits.bytes) return err(stopFor("file-too-large"));
    const outcome = await runParser<Result<T, ListStop>>({
      module: workerUrl,
      input: task,
      limits: { timeMs: importTimeMs, memoryMb: importMemoryMb, outputRows: limits.rows },
      ...watch,
    });
    return outcome.ok ? outcome.value : err(faultAsStop(outcome.error));
  };
  return {
    preview: (bytes, encoding) => run<ListPreview>({ task: "preview", bytes, limits, encoding: encoding ?? null }, {}),
    import: (bytes, format, watch = {}) => run<ImportedList>({ task: "import", bytes, limits, format }, watch),
  };
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
