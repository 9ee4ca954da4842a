import { createRecent } from "../readings/recent.ts";
import { hashText } from "./hash-bytes.ts";
import { countBits, letterMask, writeGrams } from "./letter-grams.ts";
import { longestFuzzy, lowerBound, type Segment, startAt } from "./segment.ts";
import type { SoughtPart, SoughtSpelling } from "./sought-name.ts";
import { spellingDistances } from "./spelling-distance.ts";
import { writeTerm } from "./term-book.ts";

/** The terms of one edition that may stand for a part of a searched name, the nearest first. */
export interface Expansion {
  readonly terms: Uint32Array;
  readonly nearness: Float32Array;
  /** Names filed under them, counted once for each term. */
  readonly postings: number;
}

/** Finds near terms in one segment. Keeps what it needs for counting, and what it found for words that come again. */
export interface TermExpansion {
  expand(part: SoughtPart): Expansion;
}

/** Places for expansions of one edition; one takes several of them by the length of its key. */
const keptExpansions = 16_000;

/** Skeletons shared by more terms than this say nothing. */
const widestGroup = 4_000;

export function createTermExpansion(segment: Segment): TermExpansion {
  const counts = new Uint8Array(segment.columns.lengthStarts[longestFuzzy + 1] ?? 0);
  const kept = createRecent<string, Expansion>(keptExpansions);
  return {
    expand: (part) => {
      const key = JSON.stringify([part.exact, part.spellings, part.arabic, part.breadth]);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const found = new Map<number, number>();
      for (const [term, nearness] of part.exact) offer(found, segment.findTerm(term), nearness);
      for (const spelling of part.spellings) {
        offer(found, segment.findTerm(spelling.loose), 1);
        addMisspelled(segment, counts, { spelling, found });
        addSameSkeleton(segment, { spelling, found });
      }
      if (part.arabic !== "") addSameConsonants(segment, { part, found });
      const expansion = toExpansion(segment, found, part.breadth);
      kept.set(key, expansion);
      return expansion;
    },
  };
}

type Found = Map<number, number>;

function offer(found: Found, term: number, nearness: number): void {
  if (term >= 0 && nearness > (found.get(term) ?? 0)) found.set(term, nearness);
}

function toExpansion({ columns }: Segment, found: Found, breadth: number): Expansion {
  const { postingStarts } = columns;
  const sizeOf = (term: number): number => (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0);
  const sorted = [...found].sort((a, b) => b[1] - a[1] || sizeOf(a[0]) - sizeOf(b[0])).slice(0, breadth);
  return {
    terms: Uint32Array.from(sorted, ([term]) => term),
    nearness: Float32Array.from(sorted, ([, nearness]) => nearness),
    postings: sorted.reduce((sum, [term]) => sum + sizeOf(term), 0),
  };
}

const sought = new Uint8Array(512);
const ownGrams = new Uint32Array(longestFuzzy + 1);
const windowStarts = new Uint32Array(longestFuzzy + 1);
const windowEnds = new Uint32Array(longestFuzzy + 1);
const byWidth: number[] = [];
let touched = new Uint32Array(1 << 16);

const leastNearness = 0.6;
const misspelledFactor = 0.95;

function errorsAllowed(length: number): number {
  return length <= 5 ? 1 : length <= 8 ? 2 : 3;
}

interface Seeking {
  readonly spelling: SoughtSpelling;
  readonly found: Found;
}

/** Terms that share enough letter triples, then enough letters, then are few errors away. */
function addMisspelled(segment: Segment, counts: Uint8Array, { spelling, found }: Seeking): void {
  const length = spelling.loose.length;
  if (length < 3 || length > longestFuzzy || !/^[a-z0-9]+$/.test(spelling.loose)) return;
  writeTerm(spelling.loose, sought);
  const { termBlob, termEnds, letterMasks } = segment.columns;
  const errors = errorsAllowed(length);
  const { count, need } = countShared(segment, counts, { length, errors });
  const mask = letterMask(sought, 0, length);
  const distanceTo = spellingDistances({ blob: sought, start: 0, end: length }, errors);
  for (let at = 0; at < count; at += 1) {
    const term = touched[at] ?? 0;
    const shared = counts[term] ?? 0;
    counts[term] = 0;
    if (shared < need || countBits((letterMasks[term] ?? 0) ^ mask) > 2 * errors) continue;
    const start = startAt(termEnds, term);
    const end = termEnds[term] ?? 0;
    const distance = distanceTo({ blob: termBlob, start, end });
    if (distance > errors) continue;
    const nearness = 1 - distance / Math.max(length, end - start);
    if (nearness >= leastNearness) offer(found, term, nearness * misspelledFactor);
  }
}

/** Counts for each term of a like length how many letter triples it shares; fills `touched`. */
function countShared(
  { columns }: Segment,
  counts: Uint8Array,
  { length, errors }: { readonly length: number; readonly errors: number },
): { readonly count: number; readonly need: number } {
  const { gramStarts, grams, lengthStarts } = columns;
  const gramsOfWord = writeGrams(sought, 0, length, ownGrams);
  const least = Math.max(length <= 4 ? 1 : 2, gramsOfWord - 3 * errors - 1);
  // Terms stand by length, so that in each list those of a like length stand together.
  const firstTerm = lengthStarts[Math.max(2, length - errors)] ?? 0;
  const lastTerm = lengthStarts[Math.min(longestFuzzy, length + errors) + 1] ?? 0;
  byWidth.length = 0;
  for (let at = 0; at < gramsOfWord; at += 1) {
    const gram = ownGrams[at] ?? 0;
    const to = gramStarts[gram + 1] ?? 0;
    const start = lowerBound(grams, firstTerm, { from: gramStarts[gram] ?? 0, to });
    windowStarts[at] = start;
    windowEnds[at] = lowerBound(grams, lastTerm, { from: start, to });
    byWidth.push(at);
  }
  const widthOf = (at: number): number => (windowEnds[at] ?? 0) - (windowStarts[at] ?? 0);
  byWidth.sort((a, b) => widthOf(a) - widthOf(b));
  // The widest lists need not be read: a term that shares enough shares some of the narrower ones.
  const read = Math.min(gramsOfWord, gramsOfWord - least + 2);
  let count = 0;
  for (const at of byWidth.slice(0, read)) {
    const end = windowEnds[at] ?? 0;
    if (count + widthOf(at) > touched.length) touched = grown(touched, count + widthOf(at));
    for (let from = windowStarts[at] ?? 0; from < end; from += 1) {
      const term = grams[from] ?? 0;
      const before = counts[term] ?? 0;
      counts[term] = before + 1;
      if (before === 0) {
        touched[count] = term;
        count += 1;
      }
    }
  }
  return { count, need: Math.max(1, least - (gramsOfWord - read)) };
}

function grown(from: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, from.length * 2));
  larger.set(from);
  return larger;
}

function skeletonNearness(length: number): number {
  return length >= 4 ? 0.85 : length === 3 ? 0.75 : 0.6;
}

function addSameSkeleton({ columns }: Segment, { spelling, found }: Seeking): void {
  if (spelling.skeleton.length < 2) return;
  const { skeletonHashes, skeletonTerms, termEnds } = columns;
  const { from, to } = groupOf(skeletonHashes, spelling.skeleton);
  if (to - from > widestGroup) return;
  const base = skeletonNearness(spelling.skeleton.length);
  const length = spelling.loose.length;
  for (let at = from; at < to; at += 1) {
    const term = skeletonTerms[at] ?? 0;
    const other = (termEnds[term] ?? 0) - startAt(termEnds, term);
    offer(found, term, base * (1 - (0.35 * Math.abs(other - length)) / Math.max(other, length, 1)));
  }
}

const shortConsonants = 4;
const widestShortened = 300;
/** Letters that `arabicSkeleton` leaves, as far as one more of them may stand in the other spelling. */
const arabicLetters = [..."bdfgklmnrstS"];

function addSameConsonants(segment: Segment, { part, found }: { part: SoughtPart; found: Found }): void {
  if (part.spellings.length > 0) return;
  const { arabic } = part;
  const offerGroup = (key: string, nearness: number, widest: number): void => {
    const { from, to } = groupOf(segment.columns.arabicHashes, key);
    if (to - from > widest) return;
    for (let at = from; at < to; at += 1) offer(found, segment.columns.arabicTerms[at] ?? -1, nearness);
  };
  offerGroup(arabic, arabic.length >= 3 ? 0.9 : 0.75, Number.POSITIVE_INFINITY);
  if (arabic.length < shortConsonants) return;
  for (let left = 0; left < arabic.length; left += 1) {
    const [before, after] = [arabic.slice(0, left), arabic.slice(left + 1)];
    offerGroup(before + after, 0.6, widestShortened);
    for (const letter of arabicLetters) offerGroup(before + letter + arabic.slice(left), 0.6, widestShortened);
  }
}

function groupOf(hashes: Uint32Array, key: string): { readonly from: number; readonly to: number } {
  const hash = hashText(key);
  const from = lowerBound(hashes, hash, { from: 0, to: hashes.length });
  let to = from;
  while (to < hashes.length && hashes[to] === hash) to += 1;
  return { from, to };
}
