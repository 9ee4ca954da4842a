import { z } from "zod";
import { err, ok, type Result } from "../../../shared/result.ts";
import { textEncodings } from "../../parsing/text-decoding.ts";
import { hasPrivateUse, hasReplacementCharacter, isUsableName, listedNames } from "./cell-values.ts";
import { createImportNotes, type ImportNotes, type ListStop, stopFor } from "./import-notes.ts";
import { keyedList } from "./keyed-list.ts";
import type { ListEntry } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";
import type { ImportedList, ListWork } from "./list-work.ts";
import { joinWrapped, metiAliases, metiCountries, metiWmd, splitBracketedName } from "./meti-cells.ts";
import type { MetiLayout } from "./meti-layout.ts";
import { createMetiRows, type MetiRow } from "./meti-rows.ts";
import { type RowSource, textRows } from "./row-source.ts";

/** The fewest entries an edition of METI's list can have; fewer mean that a part of the file was not read. */
export const metiMinimumRows = 500;

/** What the importer of METI's list insists on. */
export const MetiPolicy = z.strictObject({
  /** Null: either layout. */
  layout: z.enum(["meti-6", "meti-5"]).nullable(),
  minimumRows: z.int().nonnegative(),
  belowMinimum: z.enum(["stop", "warn"]),
  /** The figure METI announced, as a person typed it: another number of rows stops the import. */
  announcedRows: z.int().positive().nullable().optional(),
  delimiter: z.enum([",", "\t", ";"]).nullable(),
  encoding: z.enum(textEncodings).nullable(),
});
export type MetiPolicy = z.infer<typeof MetiPolicy>;

/** The policy for the real list: any of its layouts, never fewer than `metiMinimumRows` entries. */
export const metiPolicy: MetiPolicy = {
  layout: null,
  minimumRows: metiMinimumRows,
  belowMinimum: "stop",
  delimiter: null,
  encoding: null,
};

type Draft = Omit<ListEntry, "entryKey">;

/**
 * Reads METI's foreign end user list from delimited text in its own columns. All or nothing: an unknown header, a gap in
 * the row numbers, a missing name, a broken row or too few rows stop the import, since each means that the layout changed
 * or that a part was not read.
 */
export function importMetiList(bytes: Uint8Array, policy: MetiPolicy, work: ListWork): Result<ImportedList, ListStop> {
  const source = textRows(bytes, work.limits, policy);
  return source.ok ? importMetiRows(source.value, policy, work) : source;
}

/** As `importMetiList`, from rows of any source: delimited text or a workbook. */
export function importMetiRows(source: RowSource, policy: MetiPolicy, work: ListWork): Result<ImportedList, ListStop> {
  const notes = createImportNotes();
  const rows = readRows(source, { policy, notes }, work);
  if (!rows.ok) return rows;
  const drafts: Draft[] = [];
  for (const row of rows.value.rows) {
    const draft = metiDraft(row, work.limits, notes);
    if (draft === undefined) return err(stopFor("layout-row-broken", row.line));
    drafts.push(draft);
  }
  if (drafts.length < policy.minimumRows) {
    if (policy.belowMinimum === "stop") return err(stopFor("too-few-rows"));
    notes.warn(null, "rows-below-minimum");
  }
  if (drafts.length === 0) return err(stopFor("no-entries"));
  const announced = policy.announcedRows ?? null;
  if (announced !== null && announced !== drafts.length) return err(stopFor("count-differs"));
  const lines = rows.value.rows.map(({ line }) => line);
  return ok(keyedList({ drafts, lines, rows: lines.length, layout: rows.value.layout }, source, notes));
}

interface RowReading {
  readonly policy: MetiPolicy;
  readonly notes: ImportNotes;
}

function readRows(
  source: RowSource,
  { policy, notes }: RowReading,
  work: ListWork,
): Result<{ rows: readonly MetiRow[]; layout: MetiLayout }, ListStop> {
  const rows = createMetiRows(policy.layout, notes);
  let brokenLine: number | undefined;
  const read = source.read({
    onRow: (row) => {
      work.countRows(1);
      return brokenLine === undefined ? rows.take(row) : "stop";
    },
    onRefused: (line) => {
      brokenLine ??= line;
    },
    onProgress: (done, total) => work.progress({ done, total }),
  });
  if (brokenLine !== undefined) return err(stopFor("layout-row-broken", brokenLine));
  return read.ok ? rows.finish() : read;
}

/** An entry of a numbered row; nothing when its name cannot be used or does not fit. */
export function metiDraft(row: MetiRow, limits: ListLimits, notes: ImportNotes): Draft | undefined {
  const { name, original } = splitBracketedName(joinWrapped(row.name.split("\n")));
  const aliases = metiAliases(row.aliases).flatMap((alias) => {
    const split = splitBracketedName(alias);
    return split.original === null ? [split.name] : [split.name, split.original];
  });
  const names = listedNames(name, original === null ? aliases : [original, ...aliases]);
  const fits = names.length <= limits.namesPerEntry && names.every(({ text }) => text.length <= limits.nameUnits);
  if (!isUsableName(name) || !fits) return undefined;
  const wmd = metiWmd(row.wmd);
  if (!wmd.clear) notes.warn(row.line, "wmd-unclear");
  const texts = [row.country, row.name, row.aliases];
  if (texts.some(hasPrivateUse)) notes.warn(row.line, "private-use-characters");
  if (texts.some(hasReplacementCharacter)) notes.warn(row.line, "replacement-characters");
  return {
    type: "organisation",
    names,
    countries: metiCountries(row.country),
    identifiers: [],
    birthDates: [],
    programmes: [],
    wmd: wmd.kinds,
    conventional: row.conventional !== "",
    remarks: "",
    sourceId: null,
    rowNumber: row.number,
  };
}
