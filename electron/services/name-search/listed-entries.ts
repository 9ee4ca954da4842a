import { z } from "zod";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type { IndexedEntry } from "../../screening/index/segment-builder.ts";
import { EntryType, ListEntry } from "../../screening/lists/list-entry.ts";
import type { OpenSession } from "../session.ts";

/** Entries read at a time, so that reading them keeps nobody waiting. */
export const entriesAtOnce = 250;

/** What the index needs of an entry; the rest of it stays in the vault. */
const Indexed = z.object({ type: EntryType, names: z.array(z.object({ text: z.string() })) });

/** The entries of an edition as the index takes them, some at a time. */
export function* indexedEntries(open: OpenSession, editionId: EditionId): Generator<readonly IndexedEntry[]> {
  const stored = open.tables.lists.entries(editionId);
  for (let at = 0; at < stored.length; at += entriesAtOnce) {
    yield stored.slice(at, at + entriesAtOnce).map(({ entryKey, body }) => {
      const { type, names } = Indexed.parse(body);
      return { entryKey, type, names: names.map(({ text }) => text) };
    });
  }
}

/** Looks entries up that a search found; those of one edition are read once. */
export function createEntryLookup(
  open: OpenSession,
): (editionId: EditionId, entryKey: string) => ListEntry | undefined {
  const editions = new Map<EditionId, Map<string, unknown>>();
  return (editionId, entryKey) => {
    const known =
      editions.get(editionId) ??
      new Map(open.tables.lists.entries(editionId).map((stored) => [stored.entryKey, stored.body]));
    editions.set(editionId, known);
    const body = known.get(entryKey);
    return body === undefined ? undefined : ListEntry.parse(body);
  };
}
