import { listLimits } from "../lists/list-limits.ts";
import type { NameType } from "../names/parse-name.ts";
import { createGrowingBlob, createGrowingColumn } from "./growing-column.ts";
import { hashText } from "./hash-bytes.ts";
import { countedWords, equalityHash, filedTerms } from "./name-terms.ts";
import { type IndexWord, indexName } from "./name-words.ts";
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
  // Words whose groups are noted already; emptied when full, since noting a group twice is undone at the end.
  const noted = new Set<IndexWord>();
  const note = (word: IndexWord): void => {
    const [loose] = word.loose;
    if (loose === undefined || !isFiledBySpelling(word) || noted.has(word)) return;
    if (noted.size >= notedWords) noted.clear();
    noted.add(word);
    const term = gathered.book.intern(loose);
    if (word.skeleton.length >= shortestSkeleton) pushPair(gathered.skeletons, hashText(word.skeleton), term);
    if (word.arabic.length >= shortestSkeleton) pushPair(gathered.arabics, hashText(word.arabic), term);
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
    finish: () => arrangeSegment(gathered),
  };
}

const notedWords = 200_000;

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
