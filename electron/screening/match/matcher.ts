import type { ListEntry } from "../lists/list-entry.ts";
import { analyseName } from "../names/analyse-name.ts";
import { type NameType, type ParsedName, parseName } from "../names/parse-name.ts";
import { compareAttributes } from "./attributes.ts";
import type { AgainstCode, Candidate, NameQuery } from "./candidate.ts";
import { createEqualityRoute } from "./equality-route.ts";
import { type JudgedPair, judgeEqual, judgePair } from "./judge-pair.ts";
import type { MatchRoute } from "./match-route.ts";
import { evenRarity } from "./rarity.ts";
import { parametersHash, scoreParameters } from "./score-parameters.ts";

/** Names the rules a result came from; kept with it, and raised whenever a rule changes what is found. */
export const matcherVersion: string = `names-${scoreParameters.version}-${parametersHash}`;

/** One imported edition to search in. */
export interface SearchedEdition {
  readonly editionId: string;
  readonly entries: readonly ListEntry[];
}

/** An index over the names of some editions, in memory. */
export interface Matcher {
  /** Listed names in the index. */
  readonly nameCount: number;
  /** Entries that the name resembles, the nearest first, one candidate per entry. Persons never meet organisations. */
  search(query: NameQuery): readonly Candidate[];
}

interface Filed {
  readonly edition: SearchedEdition;
  readonly entry: ListEntry;
  readonly text: string;
}

/** Builds the index. `routes` are the ways of finding names; each sees every listed name once. */
export function createMatcher(
  editions: readonly SearchedEdition[],
  routes: readonly MatchRoute[] = [createEqualityRoute()],
): Matcher {
  const filed: Filed[] = [];
  for (const edition of editions) {
    for (const entry of edition.entries) {
      for (const { text } of entry.names) {
        for (const type of readingsOf(entry.type)) {
          const name = parseName(text, type);
          for (const route of routes) route.add(filed.length, name);
        }
        filed.push({ edition, entry, text });
      }
    }
  }
  return {
    nameCount: filed.length,
    search: (query) => searchIn(filed, routes, query),
  };
}

/** An entry that may be either is filed as either: a person's name may hold a word that is a legal form elsewhere. */
function readingsOf(type: NameType): readonly NameType[] {
  return type === "unknown" ? ["organisation", "person"] : [type];
}

function searchIn(filed: readonly Filed[], routes: readonly MatchRoute[], query: NameQuery): readonly Candidate[] {
  const name = parseName(query.name, query.type);
  const best = new Map<ListEntry, { candidate: Candidate; edition: SearchedEdition }>();
  for (const route of routes) {
    const compare = createJudgement(name, route);
    for (const nameId of route.propose(name)) {
      const listed = filed[nameId];
      if (listed === undefined || !mayMeet(query.type, listed.entry.type)) continue;
      const judged = compare(listed.text);
      const before = best.get(listed.entry);
      if (judged === undefined || (before !== undefined && before.candidate.score >= judged.score)) continue;
      best.set(listed.entry, { candidate: candidateOf(query, listed, judged), edition: listed.edition });
    }
  }
  const found = markNamesakes([...best.values()], query.type);
  return found.sort((a, b) => b.score - a.score);
}

function mayMeet(query: NameQuery["type"], listed: NameType): boolean {
  return listed === "unknown" || listed === query;
}

/** Judges listed texts against one name; each distinct text once, since lists repeat names by the hundred. */
function createJudgement(name: ParsedName, route: MatchRoute): (text: string) => JudgedPair | undefined {
  const judged = new Map<string, JudgedPair | undefined>();
  const analysed = analyseName(name.text, name.type);
  return (text) => {
    if (!judged.has(text)) {
      const theirs = parseName(text, name.type);
      const comparison = route.compare(name, theirs);
      const found =
        comparison === undefined
          ? judgePair(analysed, analyseName(text, name.type), evenRarity)
          : judgeEqual(comparison, name, theirs);
      judged.set(text, found);
    }
    return judged.get(text);
  };
}

function candidateOf(query: NameQuery, { edition, entry, text }: Filed, judged: JudgedPair): Candidate {
  const attributes = compareAttributes(query, entry);
  const unclear: readonly AgainstCode[] = entry.type === "unknown" ? ["type-unclear"] : [];
  return {
    editionId: edition.editionId,
    entryKey: entry.entryKey,
    queryName: query.name,
    matchedName: text,
    ...judged,
    against: [...attributes.against, ...judged.against, ...unclear],
    inFavour: attributes.inFavour,
  };
}

/** A person's name that several entries of one edition share says little about which of them is meant. */
function markNamesakes(
  found: readonly { readonly candidate: Candidate; readonly edition: SearchedEdition }[],
  type: NameQuery["type"],
): Candidate[] {
  const sharing = new Map<SearchedEdition, number>();
  for (const { edition } of found) sharing.set(edition, (sharing.get(edition) ?? 0) + 1);
  return found.map(({ candidate, edition }) => {
    const common = type === "person" && (sharing.get(edition) ?? 0) > 1;
    return common ? { ...candidate, against: [...candidate.against, "common-name"] } : candidate;
  });
}
