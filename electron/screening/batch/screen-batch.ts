import type { ListEntry } from "../lists/list-entry.ts";
import type { Candidate, NameQuery } from "../match/candidate.ts";
import { createMatcher, type SearchedEdition } from "../match/matcher.ts";
import type { NameRow } from "./name-rows.ts";

/** One candidate of a batch with the entry it stands for. */
export interface BatchCandidate {
  readonly candidate: Candidate;
  readonly entry: ListEntry;
}

/** Lists that many names are searched in, without any vault. */
export interface BatchScreening {
  /** Listed names in the index. */
  readonly nameCount: number;
  /** Entries at or above the cut-off, the nearest first. */
  search(row: NameRow, cutOff: number): readonly BatchCandidate[];
}

/** Builds the index over these lists in memory. */
export function createBatchScreening(editions: readonly SearchedEdition[]): BatchScreening {
  const matcher = createMatcher(editions);
  const entries = new Map<string, ListEntry>();
  for (const { editionId, entries: own } of editions) {
    for (const entry of own) entries.set(keyOf({ editionId, entryKey: entry.entryKey }), entry);
  }
  return {
    nameCount: matcher.nameCount,
    search: (row, cutOff) => {
      const best = new Map<string, Candidate>();
      for (const candidate of queriesOf(row).flatMap((query) => matcher.search(query))) {
        const key = keyOf(candidate);
        if (candidate.score >= cutOff && candidate.score > (best.get(key)?.score ?? 0)) best.set(key, candidate);
      }
      return [...best]
        .flatMap(([key, candidate]) => {
          const entry = entries.get(key);
          return entry === undefined ? [] : [{ candidate, entry }];
        })
        .sort((a, b) => b.candidate.score - a.candidate.score);
    },
  };
}

function keyOf({ editionId, entryKey }: { readonly editionId: string; readonly entryKey: string }): string {
  return `${editionId}:${entryKey}`;
}

/** A name that may be either is searched as either. */
function queriesOf(row: NameRow): readonly NameQuery[] {
  const types = row.type === "unknown" ? (["person", "organisation"] as const) : [row.type];
  return types.map((type) => ({
    name: row.name,
    type,
    countries: row.countries,
    identifiers: row.identifiers,
    ...(row.birthYear === null ? {} : { birthYear: row.birthYear }),
  }));
}
