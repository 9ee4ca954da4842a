import { equalityHash } from "./name-terms.ts";
import type { IndexName } from "./name-words.ts";
import { lowerBound, type Segment } from "./segment.ts";
import { isWrittenByConsonants, type SoughtPart, soughtParts } from "./sought-name.ts";
import { createTermExpansion, type Expansion, type TermExpansion } from "./term-expansion.ts";

/** A listed name that is worth comparing. */
export interface FoundName {
  readonly segment: Segment;
  readonly name: number;
  /** Found as equal in its letters, beyond being like. */
  readonly isEqual: boolean;
}

/** The editions that are searched together, with one rarity for all of them. */
export interface NameIndex {
  readonly nameCount: number;
  readonly editionIds: readonly string[];
  /** Names of these editions, or of all. */
  namesIn(within?: ReadonlySet<string>): number;
  put(segment: Segment): void;
  remove(editionId: string): void;
  /**
   * Listed names worth comparing, the likeliest first; may be wrong. Names equal after folding are always among them.
   * A person's name never brings an organisation's, nor the other way round. `within` leaves out other editions.
   */
  candidates(name: IndexName, within?: ReadonlySet<string>): readonly FoundName[];
  /** Listed names of these editions, or of all, filed under a term: the loose key of a Latin word, or a marked one. */
  frequencyOf(term: string, within?: ReadonlySet<string>): number;
}

interface Searched {
  readonly segment: Segment;
  readonly expansion: TermExpansion;
  readonly sums: Float32Array;
  readonly stamps: Uint32Array;
}

/** Names compared for one searched name: by letters, by consonants alone, by Chinese characters. */
const compared = { letters: 60, consonants: 160, characters: 60 };

/** Postings read for one searched name; beyond it only parts that few names share are read. */
const readingBudget = 1_500_000;

/** Taken off for each term of a listed name, so that of two that share as much the shorter is the likelier. */
const sizePenalty = 0.02;

export function createNameIndex(): NameIndex {
  const searched = new Map<string, Searched>();
  let stamp = 0;
  const choose = (within: ReadonlySet<string> | undefined): readonly Searched[] =>
    [...searched.values()].filter(({ segment }) => within?.has(segment.editionId) ?? true);
  return {
    get nameCount() {
      return sum([...searched.values()].map(({ segment }) => segment.nameCount));
    },
    get editionIds() {
      return [...searched.keys()];
    },
    namesIn: (within) => sum(choose(within).map(({ segment }) => segment.nameCount)),
    put: (segment) => {
      searched.set(segment.editionId, {
        segment,
        expansion: createTermExpansion(segment),
        sums: new Float32Array(segment.nameCount),
        stamps: new Uint32Array(segment.nameCount),
      });
      stamp = 0;
      for (const { stamps } of searched.values()) stamps.fill(0);
    },
    remove: (editionId) => void searched.delete(editionId),
    candidates: (name, within) => {
      const among = choose(within);
      const parts = soughtParts(name);
      if (stamp + parts.length * 2 > 0xfffffff0) {
        stamp = 0;
        for (const { stamps } of searched.values()) stamps.fill(0);
      }
      const found = new Map<string, FoundName>();
      const keep = (one: FoundName): void => {
        const key = `${one.segment.editionId}:${one.name}`;
        if (!found.has(key)) found.set(key, one);
      };
      for (const one of equalNames(among, name)) keep(one);
      for (const route of ["characters", "letters"] as const) {
        const own = parts.filter((part) => part.route === route);
        if (own.length === 0) continue;
        const most = route === "characters" ? compared.characters : lettersCompared(name);
        for (const one of collect(among, { name, parts: own, most, stamp })) keep(one);
        stamp += own.length + 1;
      }
      return [...found.values()];
    },
    frequencyOf: (term, within) => sum(choose(within).map(({ segment }) => frequencyIn(segment, term))),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function lettersCompared(name: IndexName): number {
  return isWrittenByConsonants(name) ? compared.consonants : compared.letters;
}

function frequencyIn({ columns, findTerm }: Segment, text: string): number {
  const term = findTerm(text);
  return term < 0 ? 0 : (columns.postingStarts[term + 1] ?? 0) - (columns.postingStarts[term] ?? 0);
}

/** Names of this type stand from the first to before the second. */
function rangeOf({ columns, nameCount }: Segment, type: IndexName["type"]): readonly [number, number] {
  const [unknownStart = 0, organisationStart = 0] = columns.typeStarts;
  if (type === "person") return [0, organisationStart];
  return type === "organisation" ? [unknownStart, nameCount] : [0, nameCount];
}

function equalNames(among: readonly Searched[], name: IndexName): readonly FoundName[] {
  const hash = equalityHash(name);
  const found: FoundName[] = [];
  for (const { segment } of among) {
    const { equalHashes, equalNames: names } = segment.columns;
    const [first, last] = rangeOf(segment, name.type);
    let at = lowerBound(equalHashes, hash, { from: 0, to: equalHashes.length });
    for (; at < equalHashes.length && equalHashes[at] === hash; at += 1) {
      const number = names[at] ?? 0;
      if (number >= first && number < last) found.push({ segment, name: number, isEqual: true });
    }
  }
  return found;
}

interface Collecting {
  readonly name: IndexName;
  readonly parts: readonly SoughtPart[];
  readonly most: number;
  readonly stamp: number;
}

interface ExpandedPart {
  readonly weight: number;
  readonly expansions: readonly Expansion[];
  readonly postings: number;
}

/** Adds up for each name the parts it shares, rare ones counting more, and keeps those with the most. */
function collect(among: readonly Searched[], { name, parts, most, stamp }: Collecting): readonly FoundName[] {
  const total = sum(among.map(({ segment }) => segment.nameCount));
  const expanded = parts
    .map((part): ExpandedPart => {
      const expansions = among.map(({ expansion }) => expansion.expand(part));
      return { weight: part.weight, expansions, postings: sum(expansions.map(({ postings }) => postings)) };
    })
    .filter(({ postings }) => postings > 0)
    .sort((a, b) => a.postings - b.postings);
  const touched = among.map(() => newTouched());
  let read = 0;
  expanded.forEach(({ weight, expansions, postings }, order) => {
    if (read > 0 && read + postings > readingBudget) return;
    read += postings;
    const rarity = 0.15 + Math.max(0, Math.log((total + 1) / postings) / Math.log(total + 1));
    among.forEach((one, at) => {
      const expansion = expansions[at];
      const own = touched[at];
      if (expansion === undefined || own === undefined) return;
      const range = rangeOf(one.segment, name.type);
      addPart(one, own, { expansion, range, weight: weight * rarity, first: stamp, stamp: stamp + order + 1 });
    });
  });
  return pickMost(among, touched, most);
}

interface Touched {
  names: Uint32Array;
  count: number;
}

function newTouched(): Touched {
  return { names: new Uint32Array(256), count: 0 };
}

interface PartPass {
  readonly expansion: Expansion;
  readonly range: readonly [number, number];
  readonly weight: number;
  /** Stamps up to this one are of earlier searches. */
  readonly first: number;
  readonly stamp: number;
}

function addPart({ segment, sums, stamps }: Searched, touched: Touched, pass: PartPass): void {
  const { postingStarts, postings } = segment.columns;
  const { expansion, first, stamp } = pass;
  const [from, before] = pass.range;
  for (let at = 0; at < expansion.terms.length; at += 1) {
    const term = expansion.terms[at] ?? 0;
    const weight = pass.weight * (expansion.nearness[at] ?? 0);
    const end = postingStarts[term + 1] ?? 0;
    let place = postingStarts[term] ?? 0;
    if (from > 0) place = lowerBound(postings, from, { from: place, to: end });
    if (touched.count + end - place > touched.names.length) enlarge(touched, end - place);
    for (; place < end; place += 1) {
      const name = postings[place] ?? 0;
      if (name >= before) break;
      const last = stamps[name] ?? 0;
      // Terms come nearest first: the first that a name has of a part is the one that counts.
      if (last === stamp) continue;
      if (last <= first) {
        sums[name] = weight;
        touched.names[touched.count] = name;
        touched.count += 1;
      } else sums[name] = (sums[name] ?? 0) + weight;
      stamps[name] = stamp;
    }
  }
}

function enlarge(touched: Touched, more: number): void {
  const larger = new Uint32Array(Math.max(touched.names.length * 2, touched.count + more));
  larger.set(touched.names);
  touched.names = larger;
}

const steps = 512;

/** The names with the highest sums, found by a histogram first and sorted then. */
function pickMost(among: readonly Searched[], touched: readonly Touched[], most: number): readonly FoundName[] {
  let highest = 0;
  let count = 0;
  forEachTouched(among, touched, ({ one, name }) => {
    const value = (one.sums[name] ?? 0) - sizePenalty * (one.segment.columns.nameSize[name] ?? 0);
    one.sums[name] = value;
    if (value > highest) highest = value;
    count += 1;
  });
  const scale = steps / (highest + 1e-6);
  const floor = count <= most ? Number.NEGATIVE_INFINITY : floorOf(among, touched, { scale, most });
  const picked: (FoundName & { readonly value: number })[] = [];
  forEachTouched(among, touched, ({ one, name }) => {
    const value = one.sums[name] ?? 0;
    if (value >= floor) picked.push({ segment: one.segment, name, value, isEqual: false });
  });
  return picked.sort((a, b) => b.value - a.value).slice(0, Math.ceil(most * 1.3));
}

function floorOf(
  among: readonly Searched[],
  touched: readonly Touched[],
  { scale, most }: { readonly scale: number; readonly most: number },
): number {
  const histogram = new Uint32Array(steps + 1);
  forEachTouched(among, touched, ({ one, name }) => {
    const step = Math.max(0, Math.floor((one.sums[name] ?? 0) * scale));
    histogram[step] = (histogram[step] ?? 0) + 1;
  });
  let kept = 0;
  let step = steps;
  while (step > 0 && kept + (histogram[step] ?? 0) < most) {
    kept += histogram[step] ?? 0;
    step -= 1;
  }
  return step / scale;
}

function forEachTouched(
  among: readonly Searched[],
  touched: readonly Touched[],
  visit: (found: { readonly one: Searched; readonly name: number }) => void,
): void {
  among.forEach((one, at) => {
    const own = touched[at];
    for (let index = 0; index < (own?.count ?? 0); index += 1) visit({ one, name: own?.names[index] ?? 0 });
  });
}
