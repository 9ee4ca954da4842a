import type { AgainstCode, NameQuery } from "../match/candidate.ts";
import { judgePair } from "../match/judge-pair.ts";
import type { Rarity } from "../match/rarity.ts";
import { reachesCutOff } from "../match/score-pair.ts";
import { analyseName } from "../names/analyse-name.ts";
import type { AnalysedName } from "../names/analysed-name.ts";
import type { FoundListed } from "./compare-found.ts";
import { createNameIndex } from "./name-index.ts";
import { indexName } from "./name-words.ts";
import { openSegment } from "./segment.ts";
import { createSegmentBuilder, type IndexedEntry } from "./segment-builder.ts";

/** A searched name, by its place among those given, and the entry it resembles; the edition is for the caller to add. */
export interface MetSubject {
  readonly query: number;
  readonly found: Omit<FoundListed, "editionId">;
}

/** The names of subjects, turned round: changed entries of a list are held against them one by one. */
export interface SubjectIndex {
  /** Every subject that a name of this entry resembles, with the name that is nearest. */
  meet(entry: IndexedEntry): readonly MetSubject[];
}

/**
 * Indexes searched names, so that a changed edition costs as much as it changes. A pair is judged as when the subject is
 * searched; which pairs are judged may differ a little, since rare words are told by the subjects here.
 */
export function createSubjectIndex(queries: readonly NameQuery[], rarity: Rarity): SubjectIndex {
  const builder = createSegmentBuilder();
  for (const [at, { name, type }] of queries.entries()) builder.add({ entryKey: `${at}`, type, names: [name] });
  const index = createNameIndex();
  index.put(openSegment("subjects", builder.finish()));
  const analysed = new Map<number, AnalysedName>();
  const subject = (at: number, { name, type }: NameQuery): AnalysedName => {
    const known = analysed.get(at) ?? analyseName(name, type);
    analysed.set(at, known);
    return known;
  };
  return {
    meet: (entry) => {
      const best = new Map<number, MetSubject>();
      for (const text of entry.names) {
        const candidates = index.candidates(indexName(text, entry.type));
        const read = new Map<NameQuery["type"], AnalysedName>();
        for (const { segment, name, isEqual } of candidates) {
          const at = Number(segment.entryKey(name));
          const query = queries[at];
          if (query === undefined) continue;
          const theirs = read.get(query.type) ?? analyseName(text, query.type);
          read.set(query.type, theirs);
          const ours = subject(at, query);
          if (!isEqual && !reachesCutOff(ours, theirs, rarity)) continue;
          const pair = judgePair(ours, theirs, rarity);
          if (pair === undefined || (best.get(at)?.found.score ?? -1) >= pair.score) continue;
          const unclear: readonly AgainstCode[] = entry.type === "unknown" ? ["type-unclear"] : [];
          const against = [...pair.against, ...unclear];
          best.set(at, { query: at, found: { entryKey: entry.entryKey, matchedName: text, ...pair, against } });
        }
      }
      return [...best.values()];
    },
  };
}
