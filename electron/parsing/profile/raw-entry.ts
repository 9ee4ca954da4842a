import type { EntryKind } from "../../../shared/domain/profile/entry.ts";
import type { ImportFormat } from "../../../shared/domain/profile/import.ts";

/** One record of a file, its texts as they stand there. */
export interface RawEntry {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly kind: EntryKind;
  readonly title: string;
  readonly organisation: string;
  readonly unit: string;
  readonly people: string;
  readonly number: string;
  readonly amount: string;
  /** Both as written; either may be empty. */
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/** A record that could not be read, and where it begins. */
export interface RefusedRecord {
  readonly line: number;
  readonly shown: string;
}

/** A file as it was read: records by name, or rows whose columns still need a meaning. */
export interface ReadProfile {
  readonly format: ImportFormat;
  readonly entries: readonly RawEntry[];
  readonly refused: readonly RefusedRecord[];
  /** Rows of a CSV file with its header first; empty for other formats. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The ORCID iD the file is of, where it says. */
  readonly orcid: string | null;
}

/** Why nothing of a file could be read. */
export type ProfileStop =
  | { readonly code: "format-unknown" }
  | { readonly code: "encoding-unknown" }
  | { readonly code: "wrong-kind"; readonly kind: "spreadsheet" | "pdf" | "archive" | "binary" | "xml" }
  | { readonly code: "broken"; readonly line: number }
  | { readonly code: "empty" };

/** A record with nothing in it yet. */
export function rawEntry(line: number, kind: EntryKind, fields: Partial<RawEntry>): RawEntry {
  return {
    ...{ line, kind, title: "", organisation: "", unit: "", people: "", number: "", amount: "" },
    ...{ from: "", to: "", note: "" },
    ...fields,
  };
}

/** The number of the line a place in a text is on, counted from where the last one was asked: ask in order. */
export function createLineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (; seen < at && seen < text.length; seen += 1) if (text.charCodeAt(seen) === 10) line += 1;
    return line;
  };
}
