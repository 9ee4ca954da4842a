import type { AgainstCode, Candidate, NameQuery } from "../match/candidate.ts";
import { type JudgedPair, judgePair } from "../match/judge-pair.ts";
import type { Rarity } from "../match/rarity.ts";
import { reachesCutOff } from "../match/score-pair.ts";
import { analyseName } from "../names/analyse-name.ts";
import type { FoundName, NameIndex } from "./name-index.ts";
import { indexName } from "./name-words.ts";

/** A listed entry that a name resembles, before the attributes of the entry are compared. */
export type FoundListed = Omit<Candidate, "queryName" | "inFavour">;

interface Judged {
  readonly found: FoundName;
  readonly text: string;
  readonly pair: JudgedPair;
}

/** Searches one name and compares what is found; the nearest first, one for each entry of each edition. */
export function searchName(
  { index, rarity }: { readonly index: NameIndex; readonly rarity: Rarity },
  query: NameQuery,
  within?: ReadonlySet<string>,
): readonly FoundListed[] {
  const compare = createComparison(query, rarity);
  const best = new Map<string, Judged>();
  for (const found of index.candidates(indexName(query.name, query.type), within)) {
    const text = found.segment.nameText(found.name);
    const pair = compare(text, found.isEqual);
    if (pair === undefined) continue;
    const key = `${found.segment.editionId}:${found.segment.entryKey(found.name)}`;
    if ((best.get(key)?.pair.score ?? -1) < pair.score) best.set(key, { found, text, pair });
  }
  return markNamesakes([...best.values()].map(toListed), query.type).sort((a, b) => b.score - a.score);
}

function toListed({ found: { segment, name }, text, pair }: Judged): FoundListed {
  const unclear: readonly AgainstCode[] = segment.typeOf(name) === "unknown" ? ["type-unclear"] : [];
  return {
    editionId: segment.editionId,
    entryKey: segment.entryKey(name),
    matchedName: text,
    ...pair,
    against: [...pair.against, ...unclear],
  };
}

/**
 * Judges listed texts against one name; each distinct text once, since lists repeat names by the hundred. Most candidates are
 * nothing: a bare score tells so at a fraction of the cost of an explanation.
 */
function createComparison(
  query: NameQuery,
  rarity: Rarity,
): (text: string, isEqual: boolean) => JudgedPair | undefined {
  const ours = analyseName(query.name, query.type);
  const judged = new Map<string, JudgedPair | undefined>();
  return (text, isEqual) => {
    if (!judged.has(text)) {
      const theirs = analyseName(text, query.type);
      const isNear = isEqual || reachesCutOff(ours, theirs, rarity);
      judged.set(text, isNear ? judgePair(ours, theirs, rarity) : undefined);
    }
    return judged.get(text);
  };
}

/** A person's name that several entries of one edition share, folded alike, says little about which of them is meant. */
function markNamesakes(found: readonly FoundListed[], type: NameQuery["type"]): FoundListed[] {
  if (type !== "person") return [...found];
  const keys = found.map(({ editionId, matchedName }) => `${editionId} ${foldedWords(matchedName)}`);
  const sharing = new Map<string, number>();
  for (const key of keys) sharing.set(key, (sharing.get(key) ?? 0) + 1);
  return found.map((one, at) =>
    (sharing.get(keys[at] ?? "") ?? 0) > 1 ? { ...one, against: [...one.against, "common-name" as const] } : one,
  );
}

/** The folded words of a person's name, in no order. */
function foldedWords(text: string): string {
  const { words, han } = indexName(text, "person");
  return [...words.map((word) => word.text), ...han].sort().join(" ");
}
