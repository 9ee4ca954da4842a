import { createHash } from "node:crypto";
import { withEntryKeys } from "./entry-key.ts";
import type { EntryDraft, EntryParts } from "./entry-parts.ts";
import type { ImportNotes } from "./import-notes.ts";
import { createKeySet } from "./key-set.ts";
import type { RefusalCode } from "./list-codes.ts";
import type { ListEntry } from "./list-entry.ts";
import type { EntryBatch, ListWork } from "./list-work.ts";
import { shapeEntry } from "./shape-entry.ts";

/** Entries that are handed over at a time. */
export const entriesPerBatch = 500;

/** Where a record stands: the line it begins on, and which of several files holds it. */
export interface Place {
  readonly line: number;
  readonly file?: number | undefined;
}

/** Takes records one by one and hands finished entries on. The counts are those of the report. */
export interface EntrySink {
  /** A record that is an entry. */
  take(parts: EntryParts, place: Place): void;
  refuse(place: Place, code: RefusalCode): void;
  /** A record that went into the entry of another one. */
  merge(): void;
  /** A record that is no party. */
  pass(): void;
  finish(): { readonly rows: number; readonly accepted: number; readonly merged: number; readonly passed: number };
}

export interface SinkParts {
  readonly work: ListWork;
  readonly notes: ImportNotes;
  readonly onEntries: EntryBatch;
  /**
   * What the list's own numbers are worth: with a scope they are the key, and a number that comes twice is refused. Null: the
   * key is made from name and country, for which all entries are held until the end.
   */
  readonly idScope: string | null;
}

/** An empty sink. */
export function createEntrySink(parts: SinkParts): EntrySink {
  const keyed = parts.idScope === null ? keyedByName(parts) : keyedById(parts, parts.idScope);
  const { work, notes } = parts;
  const counts = { rows: 0, accepted: 0, merged: 0, passed: 0 };
  const countRow = (): void => {
    counts.rows += 1;
    work.countRows(1);
  };
  return {
    take(found, place) {
      countRow();
      const position = counts.accepted + 1;
      const draft = shapeEntry(found, { ...place, limits: work.limits, notes, position });
      const refusal = typeof draft === "string" ? draft : keyed.take(draft, place);
      if (refusal === undefined) counts.accepted += 1;
      else notes.refuse(place.line, refusal, place.file);
    },
    refuse({ line, file }, code) {
      countRow();
      notes.refuse(line, code, file);
    },
    merge() {
      countRow();
      counts.merged += 1;
    },
    pass() {
      countRow();
      counts.passed += 1;
    },
    finish() {
      keyed.finish();
      return counts;
    },
  };
}

interface Keyed {
  take(draft: EntryDraft, place: Place): RefusalCode | undefined;
  finish(): void;
}

const keyBytes = 16;

/** The key an entry has by its list's own number; the scope keeps lists apart that count alike. */
function keyOfId(scope: string, id: string): Uint8Array {
  return Uint8Array.from(createHash("sha256").update(`${scope}\nid\n${id}`).digest().subarray(0, keyBytes));
}

function keyedById({ onEntries }: SinkParts, scope: string): Keyed {
  const seen = createKeySet();
  let batch: ListEntry[] = [];
  const flush = (): void => {
    if (batch.length > 0) onEntries(batch);
    batch = [];
  };
  return {
    take(draft) {
      if (draft.sourceId === null) return "id-empty";
      const key = keyOfId(scope, draft.sourceId);
      if (!seen.add(key)) return "id-repeated";
      batch.push({ entryKey: Buffer.from(key).toString("hex"), ...draft });
      if (batch.length >= entriesPerBatch) flush();
      return undefined;
    },
    finish: flush,
  };
}

function keyedByName({ onEntries, notes }: SinkParts): Keyed {
  const drafts: EntryDraft[] = [];
  const places: Place[] = [];
  return {
    take(draft, place) {
      drafts.push(draft);
      places.push(place);
      return undefined;
    },
    finish() {
      const { entries, repeated } = withEntryKeys(drafts);
      for (const at of repeated) notes.warn(places[at]?.line ?? null, "entry-repeated", places[at]?.file);
      for (let at = 0; at < entries.length; at += entriesPerBatch) onEntries(entries.slice(at, at + entriesPerBatch));
    },
  };
}
