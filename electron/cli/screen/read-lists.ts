import { basename } from "node:path";
import type { LayoutGuess, ListLayout } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { PackFault } from "../../list-pack/read-pack.ts";
import type { ListStop } from "../../screening/lists/import-notes.ts";
import type { ImportReport, ListEntry } from "../../screening/lists/list-entry.ts";
import { formatOf } from "../../screening/lists/list-format.ts";
import { createListImporter, type ImportCancelled } from "../../screening/lists/list-importer.ts";

/** A list as it was read out of a file or a pack. */
export interface ReadList {
  /** The file's name without its folder; of an edition out of a pack its title besides. */
  readonly file: string;
  /** SHA-256 of the file's bytes: the edition. */
  readonly sha256: string;
  readonly entries: readonly ListEntry[];
  readonly report: Pick<ImportReport, "layout" | "refusedTotal" | "warningsTotal">;
  /** What the layout was told from; null where it was stated. */
  readonly guess: LayoutGuess | null;
}

/** The same with all that its import would report. */
export interface ReadListFile extends ReadList {
  readonly report: ImportReport;
}

/** Why a file was not read, and which. */
export interface FileRefusal {
  readonly file: string;
  readonly code: ListStop["code"] | ImportCancelled["code"] | "file-unreadable" | "pack-refused";
  /** What stopped the reading of a list. */
  readonly stop?: ListStop;
  /** What is wrong with a pack. */
  readonly fault?: PackFault;
}

/** How list files are read; `onProgress` counts bytes. */
export interface ListReading {
  readonly format: ListLayout | undefined;
  readonly onProgress: (file: string, done: number, total: number) => void;
  /** Takes the entries some at a time; without it the list holds all of them. */
  readonly onEntries?: (entries: readonly ListEntry[]) => void;
}

/** Reads one list file in a worker under limits, whole or not at all. Without a format it is found by looking. */
export async function readListFile(
  path: string,
  { format, onProgress, onEntries }: ListReading,
): Promise<Result<ReadListFile, FileRefusal>> {
  const file = basename(path);
  const refuse = (stop: ListStop | ImportCancelled): Result<never, FileRefusal> =>
    "reason" in stop && stop.reason === "file-gone"
      ? err({ file, code: "file-unreadable" })
      : err({ file, code: stop.code, ...("reason" in stop ? { stop } : {}) });
  const importer = createListImporter(new URL("../../screening/lists/list-worker.ts", import.meta.url));
  const preview = await importer.preview([{ path }]);
  if (!preview.ok) return refuse(preview.error);
  const { mapping, headerLine, layout, guess } = preview.value;
  const chosen = formatOf(format ?? layout, { mapping, hasHeader: headerLine !== null, announcedRows: null });
  const read = await importer.import([{ path }], chosen, {
    onProgress: ({ done, total }) => onProgress(file, done, total),
    ...(onEntries === undefined ? {} : { onEntries }),
  });
  if (!read.ok) return refuse(read.error);
  const { entries, report } = read.value;
  return ok({ file, sha256: report.sourceSha256, entries, report, guess: format === undefined ? guess : null });
}
