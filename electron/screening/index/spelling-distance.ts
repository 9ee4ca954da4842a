import { termBytesLimit } from "./term-book.ts";

const row = (): Uint8Array => new Uint8Array(termBytesLimit + 2);
const rows = [row(), row(), row()] as const;

/** A run of bytes inside a blob. */
export interface ByteRun {
  readonly blob: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Longest word whose rows fit into the bits of one number. */
const longestInBits = 31;

/** Where each letter stands in the word that others are held against, a bit for each place. */
const places = new Int32Array(256);

/**
 * Holds words against one word: how many letters have to be put in, taken out, changed, or swapped with their neighbour;
 * `limit + 1` as soon as it is more than `limit`. One such comparison at a time: the next one takes its place.
 */
export function spellingDistances(word: ByteRun, limit: number): (other: ByteRun) => number {
  const length = word.end - word.start;
  if (length === 0 || length > longestInBits) return (other) => spellingDistance(word, other, limit);
  places.fill(0);
  for (let at = 0; at < length; at += 1) {
    const letter = word.blob[word.start + at] ?? 0;
    places[letter] = (places[letter] ?? 0) | (1 << at);
  }
  return (other) => distanceInBits(length, other, limit);
}

/** A row of the table is two numbers: where the distance grows by one, and where it falls by one (Hyyrö 2003). */
function distanceInBits(length: number, { blob, start, end }: ByteRun, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(end - start - length) > limit) return beyond;
  const last = 1 << (length - 1);
  let grows = -1;
  let falls = 0;
  let diagonal = 0;
  let before = 0;
  let distance = length;
  for (let at = start; at < end; at += 1) {
    const here = places[blob[at] ?? 0] ?? 0;
    const swapped = ((~diagonal & here) << 1) & before;
    diagonal = ((((here & grows) + grows) | 0) ^ grows) | here | falls | swapped;
    const across = falls | ~(diagonal | grows);
    const back = diagonal & grows;
    if ((across & last) !== 0) distance += 1;
    else if ((back & last) !== 0) distance -= 1;
    // Each letter still to come takes off one at most.
    if (distance - (end - at - 1) > limit) return beyond;
    const shifted = (across << 1) | 1;
    grows = (back << 1) | ~(diagonal | shifted);
    falls = shifted & diagonal;
    before = here;
  }
  return Math.min(beyond, distance);
}

/** The same for two words of any length, row by row. */
export function spellingDistance(a: ByteRun, b: ByteRun, limit: number): number {
  const width = b.end - b.start;
  const beyond = limit + 1;
  if (Math.abs(a.end - a.start - width) > limit) return beyond;
  let [twoAgo, oneAgo, current]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let column = 0; column <= width; column += 1) oneAgo[column] = column;
  for (let at = a.start; at < a.end; at += 1) {
    const letter = a.blob[at];
    const before = at > a.start ? a.blob[at - 1] : -1;
    current[0] = at - a.start + 1;
    let least = current[0];
    for (let column = 1; column <= width; column += 1) {
      const other = b.blob[b.start + column - 1];
      let cost = (oneAgo[column - 1] ?? 0) + (letter === other ? 0 : 1);
      cost = Math.min(cost, (oneAgo[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (column > 1 && before === other && letter === b.blob[b.start + column - 2])
        cost = Math.min(cost, (twoAgo[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    [twoAgo, oneAgo, current] = [oneAgo, current, twoAgo];
  }
  return Math.min(beyond, oneAgo[width] ?? beyond);
}
