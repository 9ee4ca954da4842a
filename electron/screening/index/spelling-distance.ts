import { termBytesLimit } from "./term-book.ts";

const row = (): Uint8Array => new Uint8Array(termBytesLimit + 2);
const rows = [row(), row(), row()] as const;

/** A run of bytes inside a blob. */
export interface ByteRun {
  readonly blob: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * How many letters have to be put in, taken out, changed, or swapped with their neighbour to get from one word to the
 * other; `limit + 1` as soon as it is more than `limit`.
 */
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
