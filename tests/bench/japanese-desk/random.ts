/** Draws that are the same on every run. */
export interface Draws {
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  /** One of these. */
  one<T>(items: readonly T[]): T;
}

/** Starts a row of draws; the same seed gives the same row for ever (mulberry32). */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    one(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to draw from");
      return item;
    },
  };
}
