import { bandOf, type ScoreBand } from "../score-bands.ts";
import type { Hit } from "../screening.ts";
import { compareCandidates, isNameOnly, type Ordered } from "./candidate-order.ts";

/** One listed entity that one subject resembles, with every list it appears in. */
export interface HitGroup {
  /** The id of the appearance that stands for the group; the same as long as that hit is there. */
  readonly id: string;
  readonly subjectId: string;
  /** The nearest first; never empty. */
  readonly hits: readonly [Hit, ...Hit[]];
  /** Some appearance is without a verdict that stands. */
  readonly isOpen: boolean;
  /** Of the nearest appearance. */
  readonly score: number;
  readonly band: ScoreBand;
  /** In none of the lists is there anything beside the name that could be compared. */
  readonly isNameOnly: boolean;
}

/** Whether nobody has said what this hit is, or two people said different things of it. */
export function isUndecided(hit: Pick<Hit, "judgement" | "second">): boolean {
  return hit.judgement === null || hit.judgement.disposition === "undecided" || hit.second?.agrees === false;
}

/**
 * Hits by listed entity, across lists: the same subject, and entries that share an identifier, or share a name and contradict
 * each other neither in country nor in year of birth. Entries of one list that share no more than a name stay apart. Undecided
 * groups come first, and then the order is that of candidates. The order that hits come in does not matter.
 */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  const inOrder = [...hits].sort((a, b) => compare(placeOf(a), placeOf(b)));
  const byIdentifier = clustersOf(
    inOrder.map((hit) => [hit]),
    identifierKeys,
    () => true,
  );
  const clusters = clustersOf(byIdentifier, nameKeys, (a, b) =>
    a.every((one) => b.every((other) => mayBeOne(one, other))),
  );
  return clusters.map(toGroup).sort(byNeed);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function placeOf({ listTitle, entryKey, id }: Hit): string {
  return [listTitle, entryKey, id].join("\u0000");
}

type Cluster = readonly Hit[];

/** Joins clusters that share a key, as long as they may be joined. */
function clustersOf(
  given: readonly Cluster[],
  keysOf: (hit: Hit) => readonly string[],
  mayJoin: (a: Cluster, b: Cluster) => boolean,
): Cluster[] {
  const clusters: Hit[][] = [];
  const holding = new Map<string, Set<Hit[]>>();
  for (const cluster of given) {
    const keys = [...new Set(cluster.flatMap(keysOf))];
    const near = [...new Set(keys.flatMap((key) => [...(holding.get(key) ?? [])]))];
    const joined = [...cluster];
    for (const other of near) {
      if (!clusters.includes(other) || !mayJoin(joined, other)) continue;
      joined.push(...other);
      clusters.splice(clusters.indexOf(other), 1);
    }
    clusters.push(joined);
    for (const key of new Set(joined.flatMap(keysOf))) holding.set(key, (holding.get(key) ?? new Set()).add(joined));
  }
  return clusters;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, "");
}

/** A number of four digits or fewer tells nobody apart. */
const shortestIdentifier = 5;

function identifierKeys(hit: Hit): string[] {
  return hit.identifiers
    .map(plain)
    .filter((value) => value.length >= shortestIdentifier && /\d/u.test(value))
    .map((value) => `${hit.subjectId}:${value}`);
}

function nameKeys(hit: Hit): string[] {
  return [...new Set(hit.listedNames.map(plain))]
    .filter((name) => name !== "")
    .map((name) => `${hit.subjectId}:${hit.listedType}:${name}`);
}

/** Two entries of one list are two entities, whatever their names; of two lists, unless they contradict each other. */
function mayBeOne(a: Hit, b: Hit): boolean {
  if (a.listTitle === b.listTitle) return false;
  return meet(a.countries.map(plain), b.countries.map(plain)) && meet(yearsOf(a), yearsOf(b));
}

/** Whether two sets share a value; one that says nothing contradicts nothing. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((value) => b.includes(value));
}

function yearsOf(hit: Hit): string[] {
  return hit.birthDates.flatMap((date) => /\b(?:1[89]|20)\d{2}\b/u.exec(date)?.[0] ?? []);
}

function toGroup(members: readonly Hit[]): HitGroup {
  const sorted = [...members].sort((a, b) => b.score - a.score || compare(a.id, b.id));
  const [first, ...others] = sorted;
  if (first === undefined) throw new Error("A group has a hit");
  return {
    id: sorted.map((hit) => hit.id).sort()[0] ?? first.id,
    subjectId: first.subjectId,
    hits: [first, ...others],
    isOpen: sorted.some(isUndecided),
    score: first.score,
    band: bandOf(first.score),
    isNameOnly: sorted.every(isNameOnly),
  };
}

/** A group as a candidate: as near as its nearest appearance, with what any of them says for or against it. */
function asCandidate({ score, hits }: HitGroup): Ordered {
  return {
    score,
    against: [...new Set(hits.flatMap((hit) => hit.against))],
    inFavour: [...new Set(hits.flatMap((hit) => hit.inFavour))],
  };
}

function byNeed(a: HitGroup, b: HitGroup): number {
  return (
    Number(b.isOpen) - Number(a.isOpen) || compareCandidates(asCandidate(a), asCandidate(b)) || compare(a.id, b.id)
  );
}
