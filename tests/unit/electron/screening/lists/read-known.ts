import assert from "node:assert/strict";
import { importListFiles } from "../../../../../electron/screening/lists/import-list.ts";
import type { ListStop } from "../../../../../electron/screening/lists/import-notes.ts";
import { ImportReport, ListEntry } from "../../../../../electron/screening/lists/list-entry.ts";
import { formatOf } from "../../../../../electron/screening/lists/list-format.ts";
import { type ListLimits, listLimits } from "../../../../../electron/screening/lists/list-limits.ts";
import { quietWork } from "../../../../../electron/screening/lists/list-work.ts";
import { previewFiles } from "../../../../../electron/screening/lists/preview-list.ts";
import type { ListLayout } from "../../../../../shared/domain/screening.ts";

/** A text, or bytes, of each file of a list. */
export type Files = string | Uint8Array | readonly (string | Uint8Array)[];

/** A list as it was read, checked against the schemas, with the layout it was recognised as. */
export interface ReadKnown {
  readonly layout: ListLayout;
  readonly entries: readonly ListEntry[];
  readonly report: ImportReport;
}

export interface ReadChoices {
  readonly layout?: ListLayout;
  readonly announcedRows?: number;
  readonly limits?: Partial<ListLimits>;
}

function listFiles(files: Files): { bytes: Uint8Array }[] {
  const all = typeof files === "string" || files instanceof Uint8Array ? [files] : files;
  return all.map((file) => ({ bytes: typeof file === "string" ? Buffer.from(file) : file }));
}

/** Recognises and reads a list; answers the stop when there is one. */
export async function tryKnown(files: Files, choices: ReadChoices = {}): Promise<ReadKnown | ListStop> {
  const limits = { ...listLimits, ...choices.limits };
  const given = listFiles(files);
  const preview = await previewFiles(given, limits);
  if (!preview.ok) return preview.error;
  const layout = choices.layout ?? preview.value.layout;
  const { mapping, headerLine } = preview.value;
  const format = formatOf(layout, {
    mapping,
    hasHeader: headerLine !== null,
    announcedRows: choices.announcedRows ?? null,
  });
  const entries: ListEntry[] = [];
  const read = await importListFiles(given, format, {
    work: quietWork(limits),
    onEntries: (batch) => entries.push(...batch),
  });
  if (!read.ok) return read.error;
  const { rows, accepted, merged, passed, refusedTotal } = read.value;
  assert.equal(rows, accepted + merged + passed + refusedTotal, "every record is accounted for");
  assert.equal(accepted, entries.length);
  assert.equal(new Set(entries.map(({ entryKey }) => entryKey)).size, entries.length, "keys are unique");
  return { layout, entries: ListEntry.array().parse(entries), report: ImportReport.parse(read.value) };
}

/** As `tryKnown`, for a list that must be read. */
export async function readKnown(files: Files, choices: ReadChoices = {}): Promise<ReadKnown> {
  const read = await tryKnown(files, choices);
  assert.ok("entries" in read, `stopped: ${JSON.stringify(read)}`);
  return read;
}

/** The reason and place that a list stops at. */
export async function stopOf(files: Files, choices: ReadChoices = {}): Promise<string> {
  const read = await tryKnown(files, choices);
  assert.ok(!("entries" in read), "was read");
  return read.line === null ? read.reason : `${read.reason} ${read.line}`;
}

/** Names of an entry, each with what it is. */
export function namesOf(entry: ListEntry | undefined): string[] {
  return (entry?.names ?? []).map(({ text, kind }) => `${kind}: ${text}`);
}

/** Refusals as line and code. */
export function refusalsOf({ report }: ReadKnown): string[] {
  return report.refused.map(({ line, code, file }) => `${file === undefined ? "" : `${file}/`}${line} ${code}`);
}

/** Rows of cells as a table with a delimiter; cells with signs are quoted. */
export function table(rows: readonly (readonly string[])[], delimiter = ","): string {
  const cell = (text: string): string => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(delimiter)).join("\r\n")}\r\n`;
}

/** A table with a header from rows that name their cells; what a row lacks is empty. */
export function namedTable(
  header: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  delimiter = ",",
): string {
  return table([header, ...rows.map((row) => header.map((name) => row[name] ?? ""))], delimiter);
}
