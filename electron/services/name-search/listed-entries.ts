import { z } from "zod";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type { IndexedEntry } from "../../screening/index/segment-builder.ts";
import { EntryType, ListEntry } from "../../screening/lists/list-entry.ts";
import type { EntryPage } from "../../vault/tables/list-table.ts";
import type { OpenSession } from "../session.ts";
import { turn } from "./turn.ts";

/** What searching needs of an open session. */
export type SearchedVault = Pick<OpenSession, "vault" | "tables">;

/** Entries read at a time, so that reading them keeps nobody waiting. */
export const entriesAtOnce = 100;

/** What the index needs of an entry; the rest of it stays in the vault. */
const Indexed = z.object({ type: EntryType, names: z.array(z.object({ text: z.string() })) });

/** The entries of an edition as the index takes them, some at a time. */
export function* indexedEntries(open: SearchedVault, editionId: EditionId): Generator<readonly IndexedEntry[]> {
  let after: number | null = 0;
  while (after !== null) {
    const page: EntryPage = open.tables.lists.entriesFrom(editionId, after, entriesAtOnce);
    yield page.entries.map(({ entryKey, body }) => {
      const { type, names } = Indexed.parse(body);
      return { entryKey, type, names: names.map(({ text }) => text) };
    });
    after = page.next;
  }
}

/**
 * These entries of an edition as the index takes them; keys it does not have are left out. Reads some at a time; nothing
 * where the vault locks meanwhile.
 */
export async function indexedEntriesOf(
  open: SearchedVault,
  editionId: EditionId,
  entryKeys: readonly string[],
): Promise<readonly IndexedEntry[] | undefined> {
  const found: IndexedEntry[] = [];
  for (const [at, entryKey] of entryKeys.entries()) {
    if (at > 0 && at % foundAtOnce === 0) await turn();
    if (!open.vault.db.isOpen) return undefined;
    const entry = findEntry(open, editionId, entryKey);
    if (entry !== undefined) found.push({ entryKey, type: entry.type, names: entry.names.map(({ text }) => text) });
  }
  return found;
}

/** Entries looked up one by one before others have their turn. */
export const foundAtOnce = 25;

/** The entry that a search found. */
export function findEntry(open: SearchedVault, editionId: EditionId, entryKey: string): ListEntry | undefined {
  const stored = open.tables.lists.entry(editionId, entryKey);
  return stored === undefined ? undefined : ListEntry.parse(stored.body);
}
