import { hash } from "node:crypto";
import { err, ok, type Result } from "../../shared/result.ts";
import { findWord, lettersOf, wordBits, wordFor } from "./words.ts";

/** One sheet of a kit, before it becomes words. */
export interface Share {
  /** Eight hex digits; the number printed on every sheet of a kit. */
  readonly kitId: string;
  /** From 1 to `count`. */
  readonly index: number;
  /** How many different sheets open the vault. */
  readonly threshold: number;
  readonly count: number;
  /** One point of the polynomial: 32 bytes and its place. */
  readonly point: Uint8Array;
}

/** Why a text is no share: how many words it has and, where that can be told, near which one (from 1) the error is. */
export interface ShareUnreadable {
  readonly code: "share-unreadable";
  readonly details: { readonly words: number; readonly at: number };
}

/** Words on one sheet. */
export const wordsPerShare = 32;

/** Fewest sheets that may open a vault, and most sheets a kit may have. */
const kitLimits = { threshold: 2, count: 9 } as const;

const version = 1;
const at = { version: 0, kitId: 1, index: 5, shape: 6, point: 7, checksum: 40 } as const;
const shareBytes = 44;
const pointBytes = 33;

/**
 * The words of a share: version 1, kit 4, index 1, threshold and count 1, point 33, checksum 4 (SHA-256 of the rest); 44 bytes are
 * 32 words of eleven bits without remainder.
 */
export function shareWords(share: Share): string[] {
  return toWords(encode(share));
}

/**
 * Reads a share from what somebody typed or a scanner sent. Forgives width, case, numbers, line ends, hyphens and words cut
 * after four letters; nothing is corrected, a wrong word is refused with its place.
 */
export function readShare(text: string): Result<Share, ShareUnreadable> {
  const typed = lettersOf(text);
  const numbers = typed.map(findWord);
  const unknown = numbers.indexOf(undefined);
  if (unknown >= 0) return unreadable(typed.length, unknown + 1);
  // A word too few or too many can stand anywhere.
  if (typed.length !== wordsPerShare) return unreadable(typed.length, 0);
  const known = numbers.filter((number) => number !== undefined);
  const share = decode(toBytes(known));
  return share === undefined ? unreadable(typed.length, placeOfError(known)) : ok(share);
}

function unreadable(words: number, place: number): Result<never, ShareUnreadable> {
  return err({ code: "share-unreadable", details: { words, at: place } });
}

function encode(share: Share): Buffer {
  const bytes = Buffer.alloc(shareBytes);
  bytes[at.version] = version;
  bytes.write(share.kitId, at.kitId, "hex");
  bytes[at.index] = share.index;
  bytes[at.shape] = share.threshold * 16 + share.count;
  bytes.set(share.point, at.point);
  bytes.set(checksum(bytes), at.checksum);
  // What is not read back as it was put in would be found out when the vault is lost.
  if (decode(bytes) === undefined || share.point.length !== pointBytes) throw new Error("a share out of bounds");
  return bytes;
}

function decode(bytes: Buffer): Share | undefined {
  // The checksum is against mistakes, not against people: it keeps nothing secret.
  if (!checksum(bytes).equals(bytes.subarray(at.checksum, shareBytes))) return undefined;
  const shape = bytes.readUInt8(at.shape);
  const [threshold, count, index] = [shape >> 4, shape & 15, bytes.readUInt8(at.index)];
  const isPossible =
    bytes.readUInt8(at.version) === version &&
    threshold >= kitLimits.threshold &&
    threshold <= count &&
    count <= kitLimits.count &&
    index >= 1 &&
    index <= count &&
    // The polynomial's value at zero is the secret itself.
    bytes.readUInt8(at.checksum - 1) !== 0;
  if (!isPossible) return undefined;
  const kitId = bytes.toString("hex", at.kitId, at.index);
  return { kitId, index, threshold, count, point: Uint8Array.from(bytes.subarray(at.point, at.checksum)) };
}

function checksum(bytes: Buffer): Buffer {
  return hash("sha256", bytes.subarray(0, at.checksum), "buffer").subarray(0, shareBytes - at.checksum);
}

function toWords(bytes: Buffer): string[] {
  const bits = BigInt(`0x${bytes.toString("hex")}`);
  const mask = (1n << BigInt(wordBits)) - 1n;
  return Array.from({ length: wordsPerShare }, (_, index) => {
    const shift = BigInt((wordsPerShare - 1 - index) * wordBits);
    return wordFor(Number((bits >> shift) & mask));
  });
}

function toBytes(numbers: readonly number[]): Buffer {
  const bits = numbers.reduce((sum, number) => (sum << BigInt(wordBits)) | BigInt(number), 0n);
  return Buffer.from(bits.toString(16).padStart(shareBytes * 2, "0"), "hex");
}

/**
 * Where a single wrong word, or two neighbours in each other's place, stands: the place at which another word would make the
 * share whole. 0 when there is no such place, or more than one. Only the place is told, never the word.
 */
function placeOfError(numbers: readonly number[]): number {
  const places = new Set<number>();
  for (let place = 0; place + 1 < numbers.length; place += 1) {
    const swapped = numbers.with(place, numbers[place + 1] ?? 0).with(place + 1, numbers[place] ?? 0);
    if (decode(toBytes(swapped)) !== undefined) places.add(place + 1);
  }
  const bytes = toBytes(numbers);
  for (let place = 0; place < numbers.length; place += 1) {
    if (hasFittingWord(bytes, place)) places.add(place + 1);
  }
  const [only] = places;
  return places.size === 1 && only !== undefined ? only : 0;
}

/** Tries every other word in one place: two thousand hashes, so only the three bytes that the word touches are rewritten. */
function hasFittingWord(bytes: Buffer, place: number): boolean {
  // One byte more, because the window of the last word reaches beyond the end.
  const candidate = Buffer.concat([bytes, Buffer.alloc(1)]);
  const body = candidate.subarray(0, shareBytes);
  const bit = place * wordBits;
  const start = bit >> 3;
  const shift = 24 - wordBits - (bit & 7);
  const present = candidate.readUIntBE(start, 3);
  const rest = present & ~(((1 << wordBits) - 1) << shift);
  for (let number = 0; number < 1 << wordBits; number += 1) {
    const changed = rest | (number << shift);
    if (changed === present) continue;
    candidate.writeUIntBE(changed, start, 3);
    if (decode(body) !== undefined) return true;
  }
  return false;
}
