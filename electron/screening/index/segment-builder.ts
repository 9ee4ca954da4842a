import { listLimits } from "../lists/list-limits.ts";
import type { NameType } from "../names/parse-name.ts";
import { forgetRemembered } from "../readings/remembered.ts";
import { createGrowingBlob, createGrowingColumn } from "./growing-column.ts";
import { hashText, mixBits } from "./hash-bytes.ts";
import { countedWords, equalityHash, filedTerms } from "./name-terms.ts";
import { forgetWords, type IndexWord, indexName } from "./name-words.ts";
import { packEntryKey, type SegmentColumns } from "./segment.ts";
import { arrangeSegment, type Gathered, type HashedNumbers } from "./segment-arrangement.ts";
import { createTermBook } from "./term-book.ts";

/** One entry as it comes to the index. */
export interface IndexedEntry {
  readonly entryKey: string;
  readonly type: NameType;
  readonly names: readonly string[];
}

/** An entry that no list reader would have let through; the edition is not indexed, so that nothing is searched in half. */
export class EntryBeyondLimits extends Error {}

/** Takes entries in and arranges them as the columns of one segment. */
export interface SegmentBuilder {
  readonly nameCount: number;
  /** Throws `EntryBeyondLimits`. */
  add(entry: IndexedEntry): void;
  /** The finished columns; nothing may be added afterwards. */
  finish(): SegmentColumns;
}

const typeRanks: Readonly<Record<NameType, number>> = { person: 0, unknown: 1, organisation: 2 };
const readAs: Readonly<Record<NameType, readonly ("person" | "organisation")[]>> = {
  person: ["person"],
  organisation: ["organisation"],
  unknown: ["person", "organisation"],
};

/** Shortest skeletons that join words; shorter ones join too much. */
const shortestSkeleton = 2;

export function createSegmentBuilder(): SegmentBuilder {
  const pairs = (): HashedNumbers => ({ hashes: createGrowingColumn(), numbers: createGrowingColumn() });
  const gathered: Gathered = {
    names: createGrowingBlob(),
    entries: createGrowingBlob(),
    nameEntry: createGrowingColumn(),
    nameType: createGrowingColumn(),
    book: createTermBook(),
    filed: createGrowingColumn(),
    filedEnds: createGrowingColumn(),
    skeletons: pairs(),
    arabics: pairs(),
    equals: pairs(),
  };
  const skeletonsNoted = createNotedPairs();
  const arabicsNoted = createNotedPairs();
  const note = (word: IndexWord): void => {
    const [loose] = word.loose;
    if (loose === undefined || !isFiledBySpelling(word)) return;
    const term = gathered.book.intern(loose);
    noteGroup(gathered.skeletons, skeletonsNoted, { group: word.skeleton, term });
    noteGroup(gathered.arabics, arabicsNoted, { group: word.arabic, term });
  };
  return {
    get nameCount() {
      return gathered.nameEntry.length;
    },
    add: (entry) => {
      refuseBeyondLimits(entry);
      const entryNumber = gathered.entries.ends.length;
      gathered.entries.pushBytes(packEntryKey(entry.entryKey));
      for (const text of entry.names) addName(gathered, { text, type: entry.type, entryNumber }, note);
    },
    finish: () => {
      // What names were cut with is let go before columns take its place.
      forgetWords();
      forgetRemembered();
      return arrangeSegment(gathered);
    },
  };
}

/** Remembers pairs met lately: whether one was met; false may be wrong, since noting a pair twice is undone at the end. */
interface NotedPairs {
  note(hash: number, term: number): boolean;
}

const notedSlots = 1 << 17;

function createNotedPairs(): NotedPairs {
  const hashes = new Uint32Array(notedSlots);
  const terms = new Uint32Array(notedSlots);
  return {
    note: (hash, term) => {
      const slot = (hash ^ mixBits(term)) & (notedSlots - 1);
      // Terms count from one here: a slot that nobody took holds none.
      if (terms[slot] === term + 1 && hashes[slot] === hash) return true;
      hashes[slot] = hash;
      terms[slot] = term + 1;
      return false;
    },
  };
}

function noteGroup(
  into: HashedNumbers,
  noted: NotedPairs,
  { group, term }: { readonly group: string; readonly term: number },
): void {
  if (group.length < shortestSkeleton) return;
  const hash = hashText(group);
  if (!noted.note(hash, term)) pushPair(into, hash, term);
}

/** Arabic words are filed by their consonants alone, numbers by their digits. */
function isFiledBySpelling({ script }: IndexWord): boolean {
  return script !== "number" && script !== "arabic";
}

function refuseBeyondLimits({ names }: IndexedEntry): void {
  if (names.length > listLimits.namesPerEntry || names.some((name) => name.length > listLimits.nameUnits))
    throw new EntryBeyondLimits("entry-beyond-limits");
}

function pushPair({ hashes, numbers }: HashedNumbers, hash: number, value: number): void {
  hashes.push(hash);
  numbers.push(value);
}

interface AddedName {
  readonly text: string;
  readonly type: NameType;
  readonly entryNumber: number;
}

function addName(gathered: Gathered, { text, type, entryNumber }: AddedName, note: (word: IndexWord) => void): void {
  const number = gathered.nameEntry.length;
  gathered.names.pushText(text);
  gathered.nameEntry.push(entryNumber);
  gathered.nameType.push(typeRanks[type]);
  const terms = new Set<string>();
  for (const as of readAs[type]) {
    const name = indexName(text, as);
    for (const word of countedWords(name)) note(word);
    for (const term of filedTerms(name)) terms.add(term);
    pushPair(gathered.equals, equalityHash(name), number);
  }
  for (const term of terms) gathered.filed.push(gathered.book.intern(term));
  gathered.filedEnds.push(gathered.filed.length);
}
