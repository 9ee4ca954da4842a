import { err, ok, type Result } from "../../../shared/result.ts";
import { withEntryKeys } from "./entry-key.ts";
import { createEntrySink } from "./entry-sink.ts";
import { cutMetiText } from "./formats/meti-text-lines.ts";
import { tokuteiDay, tokuteiParts } from "./formats/meti-tokutei.ts";
import { cutTokuteiRows } from "./formats/meti-tokutei-lines.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import { metiDraft, metiMinimumRows } from "./meti-list.ts";
import type { ReadingJob, ReadOutcome } from "./reading-job.ts";
import { readSourceText, type SourceText } from "./source-text.ts";

/** The figure that the authority announced; null while nobody has typed it. */
export type AnnouncedRows = number | null;

/**
 * Reads the text of a 特定団体 list. All or nothing: a gap in the numbers, a row without a name or another number of rows than
 * announced stops it. Without an announced figure the entries come with a warning that their number is not confirmed.
 */
export function importTokuteiText(
  bytes: Uint8Array,
  announced: AnnouncedRows,
  job: ReadingJob,
): Result<ReadOutcome, ListStop> {
  const source = readPrinted(bytes, job);
  if (!source.ok) return source;
  const cut = cutTokuteiRows(source.value.text);
  if (cut.gapAt !== undefined) return err(stopFor("row-number-gap", cut.gapAt));
  if (cut.rows.length === 0) return err(stopFor("header-unknown"));
  const counted = checkCount(cut.rows.length, announced, job);
  if (counted !== undefined) return err(counted);
  const programme = cut.heading
    .filter((line) => !/指定日|最終更新日/.test(line))
    .join("")
    .slice(0, 400)
    .toWellFormed();
  const sink = createEntrySink({ ...job, idScope: null });
  for (const row of cut.rows) {
    const parts = tokuteiParts(row, programme);
    if (row.address.length === 0) return err(stopFor("layout-row-broken", row.line));
    if (parts.names.every(({ text }) => text.trim() === "")) return err(stopFor("listed-name-missing", row.line));
    sink.take(parts, { line: row.line });
  }
  pointAtPrint(source.value, cut.pageNumbers, job);
  const statedDay = tokuteiDay(cut.heading) ?? null;
  return ok({ encoding: source.value.encoding, delimiter: null, statedDay, ...sink.finish() });
}

/**
 * Reads METI's end user list as text pasted from its PDF, all or nothing as its table is; the same checks, and the number of
 * rows against the announced figure.
 */
export function importMetiText(
  bytes: Uint8Array,
  announced: AnnouncedRows,
  job: ReadingJob,
): Result<ReadOutcome, ListStop> {
  const source = readPrinted(bytes, job);
  if (!source.ok) return source;
  const cut = cutMetiText(source.value.text);
  if (!cut.hasHeader || cut.rows.length === 0) return err(stopFor("header-unknown"));
  if (cut.gapAt !== undefined) return err(stopFor("row-number-gap", cut.gapAt));
  const counted = checkCount(cut.rows.length, announced, job);
  if (counted !== undefined) return err(counted);
  if (announced === null && cut.rows.length < metiMinimumRows) return err(stopFor("too-few-rows"));
  job.work.countRows(cut.rows.length);
  const drafts = [];
  for (const row of cut.rows) {
    const draft = metiDraft(row, job.work.limits, job.notes);
    if (draft === undefined)
      return err(stopFor(row.name === "" ? "listed-name-missing" : "layout-row-broken", row.line));
    drafts.push(draft);
  }
  pointAtPrint(source.value, cut.pageNumbers, job);
  const { entries, repeated } = withEntryKeys(drafts);
  for (const at of repeated) job.notes.warn(cut.rows[at]?.line ?? null, "entry-repeated");
  job.onEntries(entries);
  const counts = { rows: entries.length, accepted: entries.length, merged: 0, passed: 0 };
  return ok({ encoding: source.value.encoding, delimiter: null, statedDay: null, ...counts });
}

/** Text of a printed page. Stops as `readSourceText` does, and at a line no page can hold: it is something else then. */
function readPrinted(bytes: Uint8Array, { work, encoding }: ReadingJob): Result<SourceText, ListStop> {
  const source = readSourceText(bytes, work.limits, encoding ?? undefined);
  if (!source.ok) return source;
  const lines = source.value.text.split(/\r\n|\r|\n/);
  const endless = lines.findIndex((line) => line.length > work.limits.cellUnits);
  return endless < 0 ? source : err(stopFor("line-too-long", endless + 1));
}

function pointAtPrint({ uncertain }: SourceText, pageNumbers: readonly number[], { notes }: ReadingJob): void {
  for (const line of pageNumbers) notes.warn(line, "page-footer");
  if (uncertain) notes.warn(null, "encoding-uncertain");
}

function checkCount(found: number, announced: AnnouncedRows, job: ReadingJob): ListStop | undefined {
  if (announced === null) job.notes.warn(null, "count-unconfirmed");
  return announced === null || announced === found ? undefined : stopFor("count-differs");
}
