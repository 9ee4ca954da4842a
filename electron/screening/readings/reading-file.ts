import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { foldEveryVariant } from "../names/han-variants.ts";

/** The tables of the dictionary: names, characters of Japanese names, characters as read in Cantonese. */
export type ReadingTable = "n" | "k" | "c";

const newline = 0x0a;
const tab = 0x09;
const nameMark = 0x6e;

/** The source tree and the bundle lie at different depths below the folder of resources. */
function findFile(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, "resources", "screening", "readings.br");
    if (existsSync(path)) return path;
  }
  throw new Error("reading dictionary is missing from the installation");
}

/** How written names are looked up: variants of characters joined, kana as hiragana of full width. */
export function dictionaryKey(written: string): string {
  return foldEveryVariant(written.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "")).replace(
    /[ァ-ヶ]/g,
    (letter) => String.fromCharCode((letter === "ヶ" ? "ケ" : letter).charCodeAt(0) - 0x60),
  );
}

/** A dictionary in memory: sorted lines `key TAB field TAB field`, and where each begins. */
export interface SortedLines {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

let dictionary: SortedLines | undefined;

/**
 * The fields of one line of the dictionary; nothing where it has none. Takes a key as `dictionaryKey` gives it. The
 * dictionary is read when it is first asked for, once per thread (6 MB), and searched where it lies.
 */
export function readingFields(table: ReadingTable, key: string): readonly string[] | undefined {
  dictionary ??= sortedLines(brotliDecompressSync(readFileSync(findFile())));
  return findFields(dictionary, Buffer.from(table + key));
}

/**
 * Readings, as typed, that stand among the first `first` of a field of at least `least` names. One pass over the bytes: a text is
 * made only of what is answered. Counted by a hash, so that a few may be answered that fewer names have.
 */
export function sharedReadings({
  least,
  first,
}: {
  readonly least: number;
  readonly first: number;
}): readonly string[] {
  dictionary ??= sortedLines(brotliDecompressSync(readFileSync(findFile())));
  const { bytes, starts } = dictionary;
  const counts = new Uint8Array(countedHashes);
  const found: string[] = [];
  for (const start of starts) {
    if (bytes[start] !== nameMark) continue;
    let at = bytes.indexOf(tab, start) + 1;
    for (let place = 0, from = at, hash = 0; ; at += 1) {
      const byte = bytes[at] ?? newline;
      if (byte > space) {
        hash = (Math.imul(hash, 31) + byte) | 0;
        continue;
      }
      const slot = mixed(hash) % countedHashes;
      const before = counts[slot] ?? 0;
      if (place < first && at > from && before < least) {
        counts[slot] = before + 1;
        if (before + 1 === least) found.push(Buffer.from(bytes.subarray(from, at)).toString("latin1"));
      }
      if (byte === newline) break;
      place = byte === tab ? 0 : place + 1;
      from = at + 1;
      hash = 0;
    }
  }
  return found;
}

const countedHashes = 1 << 23;
const space = 0x20;

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 15)) >>> 0;
}

/** Has every later question answered from these lines instead; for measuring with a part of the names held out. */
export function readFrom(lines: SortedLines | undefined): void {
  dictionary = lines;
}

/** Finds the lines of a dictionary. */
export function sortedLines(bytes: Uint8Array): SortedLines {
  const starts: number[] = [];
  for (let start = 0; start < bytes.length; start = bytes.indexOf(newline, start) + 1) starts.push(start);
  return { bytes, starts: Uint32Array.from(starts) };
}

/** Searches sorted lines for a key. */
export function findFields({ bytes, starts }: SortedLines, key: Uint8Array): readonly string[] | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = starts[middle] ?? 0;
    const order = compareKey(bytes, start, key);
    if (order === 0) {
      const end = starts[middle + 1] ?? bytes.length;
      return Buffer.from(bytes.buffer, bytes.byteOffset + start + key.length + 1, end - start - key.length - 2)
        .toString("utf8")
        .split("\t");
    }
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

/** Positive where the key stands after the line, negative where before. The tab that ends a key is below all letters. */
function compareKey(bytes: Uint8Array, start: number, key: Uint8Array): number {
  for (let at = 0; at < key.length; at += 1) {
    const order = (key[at] ?? 0) - (bytes[start + at] ?? 0);
    if (order !== 0) return order;
  }
  return tab - (bytes[start + key.length] ?? tab);
}
