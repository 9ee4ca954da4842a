import type { ListEntry } from "./list-entry.ts";

/** What a comparison may find changed in an entry; row numbers shift between editions and say nothing. */
const comparedFields = [
  "type",
  "names",
  "countries",
  "identifiers",
  "birthDates",
  "programmes",
  "wmd",
  "conventional",
  "remarks",
  "sourceId",
] as const satisfies readonly (keyof ListEntry)[];
export type ComparedField = (typeof comparedFields)[number];

/** An entry in both editions that is not the same in both. */
export interface ChangedEntry {
  readonly before: ListEntry;
  readonly after: ListEntry;
  readonly fields: readonly ComparedField[];
}

/** What a new edition of a list brings, by entry key. */
export interface EditionDifference {
  readonly added: readonly ListEntry[];
  readonly removed: readonly ListEntry[];
  readonly changed: readonly ChangedEntry[];
  readonly unchanged: number;
}

/** Compares two editions of one list. Each list keeps its order: added and changed that of the new, removed that of the old. */
export function diffEditions(before: readonly ListEntry[], after: readonly ListEntry[]): EditionDifference {
  const earlier = new Map(before.map((entry) => [entry.entryKey, entry]));
  const later = new Set(after.map((entry) => entry.entryKey));
  const changed = after.flatMap((entry): ChangedEntry[] => {
    const old = earlier.get(entry.entryKey);
    if (old === undefined) return [];
    const fields = comparedFields.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(entry[field]));
    return fields.length === 0 ? [] : [{ before: old, after: entry, fields }];
  });
  const added = after.filter((entry) => !earlier.has(entry.entryKey));
  return {
    added,
    removed: before.filter((entry) => !later.has(entry.entryKey)),
    changed,
    unchanged: after.length - added.length - changed.length,
  };
}
