import { EditionId } from "../../shared/domain/ids.ts";
import type { Edition } from "../../shared/domain/screening.ts";
import type { FoundListed } from "../screening/index/compare-found.ts";
import type { ListEntry } from "../screening/lists/list-entry.ts";
import { compareAttributes } from "../screening/match/attributes.ts";
import type { Candidate, NameQuery } from "../screening/match/candidate.ts";
import { matcherVersion } from "../screening/match/matcher-version.ts";
import { faultOf } from "../vault/fault.ts";
import { findEntry, foundAtOnce, indexedEntriesOf, type SearchedVault } from "./name-search/listed-entries.ts";
import { createScreeningEngine, type ScreeningEngineParts } from "./name-search/screening-engine.ts";
import { turn } from "./name-search/turn.ts";

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

/** Thrown when names cannot be searched: nothing was looked at, so that no answer may be taken for a clean one. */
export class NameSearchStopped extends Error {
  constructor() {
    super("name-search-stopped");
    this.name = "NameSearchStopped";
  }
}

/**
 * Searches names in imported lists. The vault may be locked while a search runs: whoever asks enters again before writing.
 * Answers every candidate that the rules of matching show; the cut-off is for the caller to set. Throws `NameSearchStopped`.
 */
export interface NameSearch {
  /** In the current edition of every list. */
  search(open: SearchedVault, queries: readonly NameQuery[]): Promise<SearchAnswer>;
  /** In these editions, current or not; ids of no edition are left out. */
  searchIn(open: SearchedVault, editionIds: readonly EditionId[], queries: readonly NameQuery[]): Promise<SearchAnswer>;
  /**
   * Holds some entries of one edition, those that changed, against many names: costs as much as changed. Words weigh what they
   * weigh in the editions `among`, or in the current ones.
   */
  searchChanged(
    open: SearchedVault,
    changed: {
      readonly editionId: EditionId;
      readonly entryKeys: readonly string[];
      readonly among?: readonly EditionId[];
    },
    queries: readonly NameQuery[],
  ): Promise<SearchAnswer>;
  /** Names the rules of matching by which this searches. */
  readonly matcherVersion: string;
  /** Indexes the current editions, so that the first search need not wait; what hinders it shows when one searches. */
  prepare(open: SearchedVault): Promise<void>;
  /** Settles when what was indexed is kept in the vault, as far as the disk lets it. */
  settled(): Promise<void>;
  /** Forgets every index; called when the vault locks. */
  forget(): void;
}

/** Searches in a worker that holds the names of the editions asked for. */
export function createNameSearch(parts: ScreeningEngineParts): NameSearch {
  const engine = createScreeningEngine(parts);

  async function answer(
    open: SearchedVault,
    editions: readonly Edition[],
    queries: readonly NameQuery[],
  ): Promise<SearchAnswer> {
    const searched = await engine.search(open, editions, queries);
    if (!searched.ok) throw new NameSearchStopped();
    const completing = createCompleting(open);
    const found: FoundEntry[][] = [];
    for (const [at, query] of queries.entries()) {
      const own: FoundEntry[] = [];
      for (const one of searched.value[at] ?? []) own.push(...(await completing.complete(query, one)));
      found.push(own);
    }
    return { editions, matcherVersion, found };
  }

  return {
    search: (open, queries) => answer(open, open.tables.lists.current(), queries),
    matcherVersion,
    searchIn: (open, editionIds, queries) => answer(open, editionsOf(open, editionIds), queries),
    searchChanged: async (open, { editionId, entryKeys, among }, queries) => {
      const editions = editionsOf(open, [editionId]);
      const entries = await indexedEntriesOf(open, editionId, entryKeys);
      if (entries === undefined) throw new NameSearchStopped();
      const weighed = among === undefined ? open.tables.lists.current() : editionsOf(open, among);
      const met = await engine.meet(open, weighed, { queries, entries });
      if (!met.ok) throw new NameSearchStopped();
      const completing = createCompleting(open);
      const found: FoundEntry[][] = queries.map(() => []);
      for (const one of met.value) {
        const query = queries[one.query];
        if (query === undefined) continue;
        found[one.query]?.push(...(await completing.complete(query, { ...one.found, editionId })));
      }
      for (const own of found) own.sort((a, b) => b.candidate.score - a.candidate.score);
      return { editions, matcherVersion, found };
    },
    prepare: async (open) => {
      try {
        await engine.prepare(open, open.tables.lists.current());
      } catch (thrown) {
        if (faultOf(thrown) === undefined) throw thrown;
      }
    },
    settled: engine.settled,
    forget: engine.end,
  };
}

function editionsOf(open: SearchedVault, ids: readonly EditionId[]): readonly Edition[] {
  const asked = new Set<string>(ids);
  return open.tables.lists.list().filter((edition) => asked.has(edition.id));
}

/** Completes what was found, one after the other; between some of them others have their turn, and the vault may lock. */
function createCompleting(open: SearchedVault): {
  complete(query: NameQuery, found: FoundListed): Promise<readonly FoundEntry[]>;
} {
  let count = 0;
  return {
    complete: async (query, found) => {
      count += 1;
      if (count % foundAtOnce === 0) await turn();
      if (!open.vault.db.isOpen) throw new NameSearchStopped();
      return complete(open, query, found);
    },
  };
}

/** Puts the attributes of the entry to what was found by name. */
function complete(open: SearchedVault, query: NameQuery, found: FoundListed): readonly FoundEntry[] {
  const entry = findEntry(open, EditionId.parse(found.editionId), found.entryKey);
  if (entry === undefined) return [];
  const attributes = compareAttributes(query, entry);
  const against = [...attributes.against, ...found.against];
  return [{ candidate: { ...found, queryName: query.name, against, inFavour: attributes.inFavour }, entry }];
}
