import { hashBytes } from "./hash-bytes.ts";
import { writeTerm } from "./term-book.ts";

/**
 * The index of one edition: columns of numbers and blobs of bytes, no object per name. Names stand by type, persons first, then
 * those of entries whose list does not say, then organisations; terms of Latin letters stand first, by length.
 */
export interface SegmentColumns {
  readonly nameBlob: Uint8Array;
  readonly nameEnds: Uint32Array;
  /** Entry of each name. */
  readonly nameEntry: Uint32Array;
  /** Terms each name is filed under, 255 at most. */
  readonly nameSize: Uint8Array;
  /** First name of an unknown type, first of an organisation. */
  readonly typeStarts: Uint32Array;
  readonly entryBlob: Uint8Array;
  readonly entryEnds: Uint32Array;
  readonly termBlob: Uint8Array;
  readonly termEnds: Uint32Array;
  /** First term of each length up to `longestFuzzy`; the last number is where the marked terms begin. */
  readonly lengthStarts: Uint32Array;
  /** Which of the letters a-z a Latin term holds. */
  readonly letterMasks: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  readonly gramStarts: Uint32Array;
  readonly grams: Uint32Array;
  /** Hashes of skeletons in order, and the term of each. */
  readonly skeletonHashes: Uint32Array;
  readonly skeletonTerms: Uint32Array;
  readonly arabicHashes: Uint32Array;
  readonly arabicTerms: Uint32Array;
  readonly equalHashes: Uint32Array;
  readonly equalNames: Uint32Array;
}

/** A segment ready to be searched. */
export interface Segment {
  readonly editionId: string;
  readonly columns: SegmentColumns;
  readonly nameCount: number;
  readonly termCount: number;
  /** The term's number, or -1. */
  findTerm(term: string): number;
  nameText(name: number): string;
  entryKey(name: number): string;
  /** What its list says of the entry of this name. */
  typeOf(name: number): "person" | "unknown" | "organisation";
}

/** Longest Latin term, in letters, that has a length class of its own; longer ones share the last. */
export const longestFuzzy = 40;

const decoder = new TextDecoder();

/** Where a run that ends at `ends[at]` begins. */
export function startAt(ends: Uint32Array, at: number): number {
  return at === 0 ? 0 : (ends[at - 1] ?? 0);
}

export function openSegment(editionId: string, columns: SegmentColumns): Segment {
  const { nameBlob, nameEnds, nameEntry, entryBlob, entryEnds, termBlob, termEnds, typeStarts } = columns;
  const slots = hashTable(termBlob, termEnds);
  const mask = slots.length - 1;
  const scratch = new Uint8Array(512);
  const isTerm = (id: number, length: number): boolean => {
    const start = startAt(termEnds, id);
    if ((termEnds[id] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (termBlob[start + at] !== scratch[at]) return false;
    return true;
  };
  const [unknownStart = 0, organisationStart = 0] = typeStarts;
  return {
    editionId,
    columns,
    nameCount: nameEnds.length,
    termCount: termEnds.length,
    findTerm: (term) => {
      const length = writeTerm(term, scratch);
      for (let slot = hashBytes(scratch, 0, length) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const id = (slots[slot] ?? 0) - 1;
        if (isTerm(id, length)) return id;
      }
      return -1;
    },
    nameText: (name) => decoder.decode(nameBlob.subarray(startAt(nameEnds, name), nameEnds[name])),
    entryKey: (name) => {
      const entry = nameEntry[name] ?? 0;
      return readEntryKey(entryBlob.subarray(startAt(entryEnds, entry), entryEnds[entry]));
    },
    typeOf: (name) => (name < unknownStart ? "person" : name < organisationStart ? "unknown" : "organisation"),
  };
}

function hashTable(blob: Uint8Array, ends: Uint32Array): Uint32Array {
  let size = 16;
  while (size < ends.length * 1.6) size *= 2;
  const slots = new Uint32Array(size);
  for (let id = 0; id < ends.length; id += 1) {
    let slot = hashBytes(blob, startAt(ends, id), ends[id] ?? 0) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = id + 1;
  }
  return slots;
}

/** The first place in `sorted` between `from` and `to` that holds `value` or more. */
export function lowerBound(sorted: Uint32Array, value: number, { from, to }: { from: number; to: number }): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const hexKey = /^([0-9a-f]{32})(.*)$/s;

/** Entry keys are mostly 32 hexadecimal digits: half as many bytes behind a mark. */
export function packEntryKey(key: string): Uint8Array {
  const found = hexKey.exec(key);
  if (found === null) return Buffer.from(`\0${key}`, "utf8");
  return Buffer.concat([Buffer.of(1), Buffer.from(found[1] ?? "", "hex"), Buffer.from(found[2] ?? "", "utf8")]);
}

function readEntryKey(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0) return buffer.toString("utf8", 1);
  return buffer.toString("hex", 1, 17) + buffer.toString("utf8", 17);
}
