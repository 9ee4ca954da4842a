import type { EditionId } from "../../shared/domain/ids.ts";
import type { Edition } from "../../shared/domain/screening.ts";
import type { ListEntry } from "../screening/lists/list-entry.ts";
import type { Candidate, NameQuery } from "../screening/match/candidate.ts";
import { createMatcher, type Matcher, matcherVersion } from "../screening/match/matcher.ts";
import { entriesOf } from "./list-service.ts";
import type { OpenSession } from "./session.ts";

/** An entry that one query found, as its edition has it. */
export interface FoundEntry {
  readonly candidate: Candidate;
  readonly entry: ListEntry;
}

/** What a search found, and what it looked in. */
export interface SearchAnswer {
  /** The editions searched, in the order of their titles. */
  readonly editions: readonly Edition[];
  /** Names the rules of matching that found this; another version may find otherwise. */
  readonly matcherVersion: string;
  /** For each query, in their order, the entries found: the nearest first, one for each entry of each edition. */
  readonly found: readonly (readonly FoundEntry[])[];
}

/**
 * Searches names in imported lists. The vault may be locked while a search runs: whoever asks enters again before writing.
 * Answers every candidate that the rules of matching show; the cut-off is for the caller to set.
 */
export interface NameSearch {
  /** In the current edition of every list. */
  search(open: OpenSession, queries: readonly NameQuery[]): Promise<SearchAnswer>;
  /** In these editions, current or not; ids of no edition are left out. */
  searchIn(open: OpenSession, editionIds: readonly EditionId[], queries: readonly NameQuery[]): Promise<SearchAnswer>;
  /** Forgets every index; called when the vault locks. */
  forget(): void;
}

interface Index {
  readonly key: string;
  readonly matcher: Matcher;
  readonly entries: ReadonlyMap<string, ListEntry>;
}

/** Searches in the process of the engine, with one index at a time. */
export function createNameSearch(): NameSearch {
  let index: Index | undefined;

  function answer(open: OpenSession, editions: readonly Edition[], queries: readonly NameQuery[]): SearchAnswer {
    const key = editions.map((edition) => edition.id).join();
    if (index?.key !== key) index = buildIndex(open, editions, key);
    const { matcher, entries } = index;
    return {
      editions,
      matcherVersion,
      found: queries.map((query) =>
        matcher.search(query).flatMap((candidate) => {
          const entry = entries.get(`${candidate.editionId}:${candidate.entryKey}`);
          return entry === undefined ? [] : [{ candidate, entry }];
        }),
      ),
    };
  }

  return {
    search: async (open, queries) => answer(open, open.tables.lists.current(), queries),
    searchIn: async (open, editionIds, queries) => {
      const asked = new Set<string>(editionIds);
      const editions = open.tables.lists.list().filter((edition) => asked.has(edition.id));
      return answer(open, editions, queries);
    },
    forget: () => {
      index = undefined;
    },
  };
}

function buildIndex(open: OpenSession, editions: readonly Edition[], key: string): Index {
  const entries = new Map<string, ListEntry>();
  const searched = editions.map((edition) => {
    const own = entriesOf(open, edition.id);
    for (const entry of own) entries.set(`${edition.id}:${entry.entryKey}`, entry);
    return { editionId: edition.id, entries: own };
  });
  return { key, matcher: createMatcher(searched), entries };
}
