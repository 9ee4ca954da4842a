import { basename } from "node:path";
import type { LayoutGuess, ListLayout } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { PackFault } from "../../list-pack/read-pack.ts";
import type { ListStop } from "../../screening/lists/import-notes.ts";
import type { ImportReport, ListEntry } from "../../screening/lists/list-entry.ts";
import { formatOf } from "../../screening/lists/list-format.ts";
import { createListImporter, type ImportCancelled } from "../../screening/lists/list-importer.ts";
import { type ListPreview, mayBeOfacPart } from "../../screening/lists/preview-list.ts";

/** A list as it was read out of a file or a pack. */
export interface ReadList {
  /** The file's name without its folder, of a set all of them; of an edition out of a pack its title besides. */
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
  /** The files of a set in the order in which notes number them; one name where there is no set. */
  readonly fileNames: readonly string[];
}

/** The files of one list with the first look at them, or why it failed. */
export interface LookedList {
  readonly paths: readonly string[];
  readonly looked: Result<Pick<ListPreview, "mapping" | "headerLine" | "layout" | "guess">, FileRefusal>;
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

const workerUrl = new URL("../../screening/lists/list-worker.ts", import.meta.url);

function refusal(paths: readonly string[], stop: ListStop | ImportCancelled): FileRefusal {
  const at = "reason" in stop ? (stop.file ?? 0) - 1 : -1;
  const file = paths[at] === undefined ? nameOf(paths) : basename(paths[at]);
  return "reason" in stop && stop.reason === "file-gone"
    ? { file, code: "file-unreadable" }
    : { file, code: stop.code, ...("reason" in stop ? { stop } : {}) };
}

function nameOf(paths: readonly string[]): string {
  return paths.map((path) => basename(path)).join(" + ");
}

/**
 * Looks at list files and says which of them are one list: OFAC's tables belong together, wherever they stand among others, as
 * they do when they are chosen together in the window. Each other file is a list of its own.
 */
export async function lookAtLists(
  paths: readonly string[],
  { format }: Pick<ListReading, "format">,
): Promise<readonly LookedList[]> {
  const importer = createListImporter(workerUrl);
  const all: LookedList[] = [];
  const set: { readonly path: string; readonly preview: ListPreview }[] = [];
  for (const path of paths) {
    const preview = await importer.preview([{ path }]);
    if (preview.ok && isOfacSet(preview.value, format)) set.push({ path, preview: preview.value });
    all.push({ paths: [path], looked: preview.ok ? preview : err(refusal([path], preview.error)) });
  }
  const main = set.find(({ preview }) => preview.layout === "ofac-csv");
  if (set.length < 2 || main === undefined) return all;
  const together: LookedList = { paths: set.map(({ path }) => path), looked: ok(main.preview) };
  const [first] = together.paths;
  return all.flatMap((one) => {
    const [path = ""] = one.paths;
    return path === first ? [together] : together.paths.includes(path) ? [] : [one];
  });
}

function isOfacSet(preview: ListPreview, format: ListLayout | undefined): boolean {
  return (format === undefined || format === "ofac-csv") && mayBeOfacPart(preview);
}

/** Reads the files of one list in a worker under limits, whole or not at all. Without a format it is what the look found. */
export async function readListFile(
  { paths, looked }: LookedList,
  { format, onProgress, onEntries }: ListReading,
): Promise<Result<ReadListFile, FileRefusal>> {
  if (!looked.ok) return looked;
  const file = nameOf(paths);
  const { mapping, headerLine, layout, guess } = looked.value;
  const chosen = formatOf(format ?? layout, { mapping, hasHeader: headerLine !== null, announcedRows: null });
  const files = paths.map((path) => ({ path }));
  const read = await createListImporter(workerUrl).import(files, chosen, {
    onProgress: ({ done, total }) => onProgress(file, done, total),
    ...(onEntries === undefined ? {} : { onEntries }),
  });
  if (!read.ok) return err(refusal(paths, read.error));
  const { entries, report } = read.value;
  const told = format === undefined ? guess : null;
  const fileNames = paths.map((path) => basename(path));
  return ok({ file, fileNames, sha256: report.sourceSha256, entries, report, guess: told });
}
