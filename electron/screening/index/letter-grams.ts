/** Three letters in a row, two blanks before a word and one after, over 37 signs: a blank, a-z, 0-9. */
export const gramCount: number = 37 ** 3;

const signs = new Uint8Array(256);
for (let at = 0; at < 26; at += 1) signs[97 + at] = at + 1;
for (let at = 0; at < 10; at += 1) signs[48 + at] = at + 27;

/** Writes the grams of the word in `bytes` from `start` to `end` and answers how many; one more than it has letters. */
export function writeGrams(bytes: Uint8Array, start: number, end: number, into: Uint32Array): number {
  let before = 0;
  let last = 0;
  let count = 0;
  for (let at = start; at <= end && count < into.length; at += 1) {
    const sign = at < end ? (signs[bytes[at] ?? 0] ?? 0) : 0;
    into[count] = (before * 37 + last) * 37 + sign;
    count += 1;
    before = last;
    last = sign;
  }
  return count;
}

/** A bit for each letter a-z that the word holds. */
export function letterMask(bytes: Uint8Array, start: number, end: number): number {
  let mask = 0;
  for (let at = start; at < end; at += 1) {
    const letter = (bytes[at] ?? 0) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask >>> 0;
}

/** Bits set in a 32-bit number. */
export function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
