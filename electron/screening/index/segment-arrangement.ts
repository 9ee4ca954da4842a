import { type GrowingBlob, type GrowingColumn, sortedPairs } from "./growing-column.ts";
import { gramCount, letterMask, writeGrams } from "./letter-grams.ts";
import { longestFuzzy, type SegmentColumns, startAt } from "./segment.ts";
import type { TermBook } from "./term-book.ts";

/** What was gathered, in the order in which it came. */
export interface Gathered {
  readonly names: GrowingBlob;
  readonly entries: GrowingBlob;
  readonly nameEntry: GrowingColumn;
  /** 0 person, 1 unknown, 2 organisation. */
  readonly nameType: GrowingColumn;
  readonly book: TermBook;
  /** Terms of all names one after the other, and where those of each name end. */
  readonly filed: GrowingColumn;
  readonly filedEnds: GrowingColumn;
  readonly skeletons: HashedNumbers;
  readonly arabics: HashedNumbers;
  readonly equals: HashedNumbers;
}

/** A hash and a number a row. */
export interface HashedNumbers {
  readonly hashes: GrowingColumn;
  readonly numbers: GrowingColumn;
}

/**
 * Puts what was gathered in the order in which it is searched. Takes it apart on the way, so that what is arranged already does
 * not stand in memory twice; nothing of it is left afterwards.
 */
export function arrangeSegment(gathered: Gathered): SegmentColumns {
  const names = orderByType(gathered.nameType.take());
  const nameColumns = arrangeNames(gathered, names);
  const entries = gathered.entries.take();
  const entryColumns = { entryBlob: entries.blob.slice(), entryEnds: entries.ends.slice() };
  const terms = arrangeTerms(gathered);
  const postings = arrangePostings(gathered, { order: names.order, newTerm: terms.newTerm });
  const skeleton = arrangePairs(gathered.skeletons, terms.newTerm);
  const arabic = arrangePairs(gathered.arabics, terms.newTerm);
  const equal = arrangePairs(gathered.equals, names.newName);
  return {
    ...nameColumns,
    typeStarts: names.starts,
    ...entryColumns,
    termBlob: terms.blob,
    termEnds: terms.ends,
    lengthStarts: terms.lengthStarts,
    letterMasks: terms.letterMasks,
    ...postings,
    ...arrangeGrams(terms),
    skeletonHashes: skeleton.first,
    skeletonTerms: skeleton.second,
    arabicHashes: arabic.first,
    arabicTerms: arabic.second,
    equalHashes: equal.first,
    equalNames: equal.second,
  };
}

function arrangeNames(
  gathered: Gathered,
  { order }: NameOrder,
): Pick<SegmentColumns, "nameBlob" | "nameEnds" | "nameEntry" | "nameSize"> {
  const entryOf = gathered.nameEntry.take();
  const filedEnds = gathered.filedEnds.values();
  const nameEntry = new Uint32Array(order.length);
  const nameSize = new Uint8Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const old = order[at] ?? 0;
    nameEntry[at] = entryOf[old] ?? 0;
    nameSize[at] = Math.min(255, countOf(filedEnds, old));
  }
  const written = gathered.names.take();
  const text = reorderBlob(written.blob, written.ends, order);
  return { nameBlob: text.blob, nameEnds: text.ends, nameEntry, nameSize };
}

/** Sorts by hash what is filed under it, by its new number. */
function arrangePairs({ hashes, numbers }: HashedNumbers, renamed: Uint32Array): ReturnType<typeof sortedPairs> {
  const filed = numbers.take();
  for (let at = 0; at < filed.length; at += 1) filed[at] = renamed[filed[at] ?? 0] ?? 0;
  return sortedPairs(hashes.take(), filed);
}

function countOf(ends: Uint32Array, at: number): number {
  return (ends[at] ?? 0) - startAt(ends, at);
}

interface NameOrder {
  /** Old number of each new name. */
  readonly order: Uint32Array;
  readonly newName: Uint32Array;
  readonly starts: Uint32Array;
}

function orderByType(types: Uint32Array): NameOrder {
  const next = [0, 0, 0];
  for (const type of types) if (type < 2) next[type + 1] = (next[type + 1] ?? 0) + 1;
  const unknownStart = next[1] ?? 0;
  const organisationStart = unknownStart + (next[2] ?? 0);
  const places = Uint32Array.of(0, unknownStart, organisationStart);
  const order = new Uint32Array(types.length);
  const newName = new Uint32Array(types.length);
  for (let old = 0; old < types.length; old += 1) {
    const type = types[old] ?? 0;
    const place = places[type] ?? 0;
    places[type] = place + 1;
    order[place] = old;
    newName[old] = place;
  }
  return { order, newName, starts: Uint32Array.of(unknownStart, organisationStart) };
}

function reorderBlob(
  blob: Uint8Array,
  ends: Uint32Array,
  order: Uint32Array,
): { readonly blob: Uint8Array; readonly ends: Uint32Array } {
  const arranged = new Uint8Array(blob.length);
  const arrangedEnds = new Uint32Array(order.length);
  let used = 0;
  for (let at = 0; at < order.length; at += 1) {
    const old = order[at] ?? 0;
    const end = ends[old] ?? 0;
    for (let from = startAt(ends, old); from < end; from += 1) {
      arranged[used] = blob[from] ?? 0;
      used += 1;
    }
    arrangedEnds[at] = used;
  }
  return { blob: arranged, ends: arrangedEnds };
}

interface ArrangedTerms {
  readonly blob: Uint8Array;
  readonly ends: Uint32Array;
  readonly newTerm: Uint32Array;
  readonly lengthStarts: Uint32Array;
  readonly letterMasks: Uint32Array;
}

/** Latin terms first, by length; the others behind them as they came. */
function arrangeTerms({ book }: Gathered): ArrangedTerms {
  const { blob, ends } = book.take();
  const markedClass = longestFuzzy + 1;
  const classes = new Uint8Array(ends.length);
  const lengthStarts = new Uint32Array(longestFuzzy + 2);
  for (let term = 0; term < ends.length; term += 1) {
    const start = startAt(ends, term);
    const end = ends[term] ?? 0;
    const length = isPlain(blob, start, end) ? Math.min(longestFuzzy, end - start) : markedClass;
    classes[term] = length;
    if (length < markedClass) lengthStarts[length + 1] = (lengthStarts[length + 1] ?? 0) + 1;
  }
  for (let length = 1; length <= markedClass; length += 1)
    lengthStarts[length] = (lengthStarts[length] ?? 0) + (lengthStarts[length - 1] ?? 0);
  const places = lengthStarts.slice();
  const order = new Uint32Array(ends.length);
  const newTerm = new Uint32Array(ends.length);
  for (let term = 0; term < ends.length; term += 1) {
    const length = classes[term] ?? 0;
    const place = places[length] ?? 0;
    places[length] = place + 1;
    order[place] = term;
    newTerm[term] = place;
  }
  const arranged = reorderBlob(blob, ends, order);
  const letterMasks = arranged.ends.map((end, term) => letterMask(arranged.blob, startAt(arranged.ends, term), end));
  return { ...arranged, newTerm, lengthStarts, letterMasks };
}

function isPlain(blob: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = blob[at] ?? 0;
    if (!((byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57))) return false;
  }
  return end > start;
}

function arrangePostings(
  { filed, filedEnds }: Gathered,
  { order, newTerm }: { readonly order: Uint32Array; readonly newTerm: Uint32Array },
): Pick<SegmentColumns, "postingStarts" | "postings"> {
  const terms = filed.take();
  const ends = filedEnds.take();
  const postingStarts = new Uint32Array(newTerm.length + 1);
  for (const term of terms) {
    const at = (newTerm[term] ?? 0) + 1;
    postingStarts[at] = (postingStarts[at] ?? 0) + 1;
  }
  for (let at = 1; at < postingStarts.length; at += 1)
    postingStarts[at] = (postingStarts[at] ?? 0) + (postingStarts[at - 1] ?? 0);
  const places = postingStarts.slice();
  const postings = new Uint32Array(terms.length);
  // In the new order of names, so that every list comes out sorted.
  for (let name = 0; name < order.length; name += 1) {
    const old = order[name] ?? 0;
    const end = ends[old] ?? 0;
    for (let from = startAt(ends, old); from < end; from += 1) {
      const term = newTerm[terms[from] ?? 0] ?? 0;
      const place = places[term] ?? 0;
      places[term] = place + 1;
      postings[place] = name;
    }
  }
  return { postingStarts, postings };
}

function arrangeGrams({ blob, ends, lengthStarts }: ArrangedTerms): Pick<SegmentColumns, "gramStarts" | "grams"> {
  const plainTerms = lengthStarts[longestFuzzy + 1] ?? 0;
  const gramStarts = new Uint32Array(gramCount + 1);
  const own = new Uint32Array(longestFuzzy + 1);
  for (let term = 0; term < plainTerms; term += 1) {
    const count = writeGrams(blob, startAt(ends, term), ends[term] ?? 0, own);
    for (let at = 0; at < count; at += 1) {
      const gram = (own[at] ?? 0) + 1;
      gramStarts[gram] = (gramStarts[gram] ?? 0) + 1;
    }
  }
  for (let gram = 1; gram <= gramCount; gram += 1)
    gramStarts[gram] = (gramStarts[gram] ?? 0) + (gramStarts[gram - 1] ?? 0);
  const places = gramStarts.slice();
  const grams = new Uint32Array(gramStarts[gramCount] ?? 0);
  for (let term = 0; term < plainTerms; term += 1) {
    const count = writeGrams(blob, startAt(ends, term), ends[term] ?? 0, own);
    for (let at = 0; at < count; at += 1) {
      const gram = own[at] ?? 0;
      const place = places[gram] ?? 0;
      places[gram] = place + 1;
      grams[place] = term;
    }
  }
  return { gramStarts, grams };
}
