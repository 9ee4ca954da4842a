import { withEntryKeys } from "./entry-key.ts";
import type { ImportNotes } from "./import-notes.ts";
import type { ImportReport, ListEntry } from "./list-entry.ts";
import type { ImportedList } from "./list-work.ts";
import type { RowSource } from "./row-source.ts";

/** The entries of a table in which every entry is one row, and the line of the file where each begins. */
export interface ReadTable extends Pick<ImportReport, "rows" | "layout"> {
  readonly drafts: readonly Omit<ListEntry, "entryKey">[];
  readonly lines: readonly number[];
}

/** The list that such a table makes: every entry with its key, and in the report a warning at each that repeats another. */
export function keyedList(
  { drafts, lines, rows, layout }: ReadTable,
  source: Omit<RowSource, "read">,
  notes: ImportNotes,
): ImportedList {
  if (source.uncertain) notes.warn(null, "encoding-uncertain");
  const { entries, repeated } = withEntryKeys(drafts);
  for (const at of repeated) notes.warn(lines[at] ?? null, "entry-repeated");
  const report = {
    encoding: source.encoding,
    delimiter: source.delimiter,
    layout,
    rows,
    accepted: entries.length,
    merged: 0,
    passed: 0,
    statedDay: null,
    ...notes.taken(),
    sizeBytes: source.sizeBytes,
    sourceSha256: source.sha256,
  };
  return { entries, report };
}
