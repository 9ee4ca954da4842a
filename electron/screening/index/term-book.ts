import { bytesIn, createRoom, numbersIn, widenRoom } from "./growing-column.ts";
import { hashBytes } from "./hash-bytes.ts";

/** Bytes a term may have; longer ones are cut, so that a posting is found though the whole word is not compared. */
export const termBytesLimit = 120;

/** A growing dictionary of terms without an object per term: one blob of UTF-8, one hash table. */
export interface TermBook {
  readonly size: number;
  /** The number of this term, given in order of first appearance. */
  intern(term: string): number;
  /** The blob and where each term ends in it; the book lets go of them and is empty afterwards. */
  take(): { readonly blob: Uint8Array; readonly ends: Uint32Array };
}

const firstBytes = 1 << 14;
const firstTerms = 1 << 10;

const encoder = new TextEncoder();

export function createTermBook(): TermBook {
  let blob = bytesIn(createRoom(firstBytes));
  let ends = numbersIn(createRoom(firstTerms * 4));
  let slots = numbersIn(createRoom(firstTerms * 8));
  let size = 0;
  let used = 0;
  const scratch = new Uint8Array(termBytesLimit * 4);

  const startOf = (id: number): number => (id === 0 ? 0 : (ends[id - 1] ?? 0));
  const isAt = (id: number, length: number): boolean => {
    const start = startOf(id);
    if ((ends[id] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at += 1) if (blob[start + at] !== scratch[at]) return false;
    return true;
  };
  const place = (id: number, hash: number): void => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  };
  const grow = (length: number): void => {
    if (used + length > blob.length) blob = bytesIn(widenRoom(blob.buffer, blob.length * 2));
    if (size < ends.length) return;
    ends = numbersIn(widenRoom(ends.buffer, ends.length * 8));
    slots = numbersIn(createRoom(slots.length * 8));
    for (let id = 0; id < size; id += 1) place(id, hashBytes(blob, startOf(id), ends[id] ?? 0));
  };
  return {
    get size() {
      return size;
    },
    intern: (term) => {
      const length = writeTerm(term, scratch);
      const hash = hashBytes(scratch, 0, length);
      const mask = slots.length - 1;
      for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const id = (slots[slot] ?? 0) - 1;
        if (isAt(id, length)) return id;
      }
      grow(length);
      blob.set(scratch.subarray(0, length), used);
      used += length;
      ends[size] = used;
      place(size, hash);
      size += 1;
      return size - 1;
    },
    take: () => {
      const taken = { blob: blob.subarray(0, used), ends: ends.subarray(0, size) };
      blob = bytesIn(createRoom(firstBytes));
      ends = numbersIn(createRoom(firstTerms * 4));
      slots = numbersIn(createRoom(firstTerms * 8));
      size = 0;
      used = 0;
      return taken;
    },
  };
}

/** Writes a term as it is filed and answers its length in bytes; the same cut everywhere. */
export function writeTerm(term: string, into: Uint8Array): number {
  const length = Math.min(term.length, termBytesLimit);
  for (let at = 0; at < length; at += 1) {
    const code = term.charCodeAt(at);
    if (code > 127) return encoder.encodeInto(term.slice(0, termBytesLimit), into).written;
    into[at] = code;
  }
  return length;
}
