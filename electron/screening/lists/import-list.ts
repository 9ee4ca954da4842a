import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../../shared/result.ts";
import { importMappedPieces, importMappedRows } from "./csv-list.ts";
import { entriesPerBatch } from "./entry-sink.ts";
import { documentOf } from "./formats/known-documents.ts";
import { tableOf } from "./formats/known-tables.ts";
import { importJsonList } from "./import-json.ts";
import { createImportNotes, type ImportNotes, type ListStop, stopFor } from "./import-notes.ts";
import { importOfacTables } from "./import-ofac-csv.ts";
import { importMetiText, importTokuteiText } from "./import-printed.ts";
import { importKnownTable } from "./import-table.ts";
import { importXmlList } from "./import-xml.ts";
import type { ImportReport } from "./list-entry.ts";
import type { ListFormat } from "./list-format.ts";
import type { ListLimits } from "./list-limits.ts";
import type { EntryBatch, ImportedList, ListWork } from "./list-work.ts";
import { importMetiRows } from "./meti-list.ts";
import { type ReadingJob, type ReadOutcome, stoppingAtBrokenText } from "./reading-job.ts";
import { type RowSource, textRows } from "./row-source.ts";
import { type ListFile, type OpenedFile, openListFile } from "./source/list-file.ts";
import { looksLikeWorkbook, workbookRows } from "./source/workbook-rows.ts";

/** Files of one list that may be chosen together: OFAC's tables. */
const mostFiles = 4;

/** Who is told how far the reading is, and who takes the entries. */
export interface ImportHands {
  readonly work: ListWork;
  readonly onEntries: EntryBatch;
}

/**
 * Reads the files of one list to their end and hands its entries over in batches. A stop means that nothing may be kept, whatever
 * was handed over before it; a report means that every record is accounted for.
 */
export async function importListFiles(
  files: readonly ListFile[],
  format: ListFormat,
  hands: ImportHands,
): Promise<Result<ImportReport, ListStop>> {
  const isSet = format.kind === "known" && format.layout === "ofac-csv";
  if (files.length === 0) return err(stopFor("file-empty"));
  if (files.length > (isSet ? mostFiles : 1)) return err(stopFor("too-many-files"));
  const opened = openAll(files, mostBytesOf(format.kind, hands.work.limits));
  if (!opened.ok) return opened;
  try {
    return await stoppingAtBrokenText(() => importOpened(opened.value, format, hands));
  } finally {
    for (const file of opened.value) file.close();
  }
}

/** Largest file of a way of reading: what is read piece by piece may be larger than what is held as a whole. */
export function mostBytesOf(kind: ListFormat["kind"], limits: ListLimits): number {
  if (kind === "known") return limits.streamBytes;
  return kind === "csv" ? limits.mappedBytes : limits.bytes;
}

function openAll(files: readonly ListFile[], mostBytes: number): Result<OpenedFile[], ListStop> {
  const opened: OpenedFile[] = [];
  for (const [at, file] of files.entries()) {
    const one = openListFile(file, mostBytes);
    if (!one.ok) {
      for (const other of opened) other.close();
      return err(files.length > 1 ? { ...one.error, file: at + 1 } : one.error);
    }
    opened.push(one.value);
  }
  return ok(opened);
}

async function importOpened(
  files: readonly OpenedFile[],
  format: ListFormat,
  hands: ImportHands,
): Promise<Result<ImportReport, ListStop>> {
  const [file] = files;
  if (file === undefined) return err(stopFor("file-empty"));
  if (format.kind === "csv" || format.kind === "meti") return await importRows(file, format, hands);
  const notes = createImportNotes();
  const job: ReadingJob = { ...hands, notes, encoding: format.encoding };
  const read = await readFormat(files, format, job);
  if (!read.ok) return read;
  if (read.value.accepted === 0) return err(stopFor("no-entries"));
  return ok(reportOf(read.value, { files, layout: format.layout, notes }));
}

async function readFormat(
  files: readonly OpenedFile[],
  format: Extract<ListFormat, { kind: "known" | "printed" }>,
  job: ReadingJob,
): Promise<Result<ReadOutcome, ListStop>> {
  const [file] = files;
  if (file === undefined) return err(stopFor("file-empty"));
  if (format.kind === "printed") {
    const read = format.layout === "meti-text" ? importMetiText : importTokuteiText;
    return read(file.whole(), format.announcedRows, job);
  }
  const { layout } = format;
  if (layout === "ofac-csv") return await importOfacTables(files, job);
  if (layout === "us-csl-json" || layout === "opensanctions-ftm") return importJsonList(file, layout, job);
  const table = tableOf(layout);
  if (table !== undefined) return await importKnownTable(file, table, job);
  const document = documentOf(layout);
  return document === undefined ? err(stopFor("layout-mismatch")) : importXmlList(file, document, job);
}

function reportOf(
  read: ReadOutcome,
  { files, layout, notes }: { files: readonly OpenedFile[]; layout: ImportReport["layout"]; notes: ImportNotes },
): ImportReport {
  return {
    ...read,
    layout,
    ...notes.taken(),
    sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
    sourceSha256: hashOfFiles(files),
  };
}

/** The hash of one file; of several the hash of their sorted hashes, so that the order in which they are chosen says nothing. */
export function hashOfFiles(files: readonly Pick<OpenedFile, "sha256">[]): string {
  const hashes = files.map((file) => file.sha256());
  const [only = ""] = hashes;
  return hashes.length === 1 ? only : createHash("sha256").update(hashes.sort().join("\n")).digest("hex");
}

async function importRows(
  file: OpenedFile,
  format: Extract<ListFormat, { kind: "csv" | "meti" }>,
  { work, onEntries }: ImportHands,
): Promise<Result<ImportReport, ListStop>> {
  const isLarge = file.sizeBytes > work.limits.bytes;
  if (isLarge && looksLikeWorkbook(file.head(4))) return err(stopFor("file-too-large"));
  const read =
    isLarge && format.kind === "csv"
      ? await importMappedPieces(file, format.profile, work)
      : await importHeldRows(file, format, work);
  if (!read.ok) return read;
  const { entries, report } = read.value;
  for (let at = 0; at < entries.length; at += entriesPerBatch) onEntries(entries.slice(at, at + entriesPerBatch));
  return ok(report);
}

async function importHeldRows(
  file: OpenedFile,
  format: Extract<ListFormat, { kind: "csv" | "meti" }>,
  work: ListWork,
): Promise<Result<ImportedList, ListStop>> {
  const rows = await rowsOf(file, work.limits, format.kind === "csv" ? format.profile : format.policy);
  if (!rows.ok) return rows;
  return format.kind === "csv"
    ? importMappedRows(rows.value, format.profile, work)
    : importMetiRows(rows.value, format.policy, work);
}

async function rowsOf(
  file: OpenedFile,
  limits: ListLimits,
  wanted: Parameters<typeof textRows>[2],
): Promise<Result<RowSource, ListStop>> {
  const bytes = file.whole();
  return looksLikeWorkbook(bytes) ? await workbookRows(bytes, limits) : textRows(bytes, limits, wanted);
}
