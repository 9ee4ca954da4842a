/** Keys that have been met, in a few bytes each: a list of the whole world has millions of them. */
export interface KeySet {
  /** Remembers a key of sixteen bytes; false when it was there before. */
  add(key: Uint8Array): boolean;
}

const wordsPerKey = 4;
const firstSlots = 1_024;

/** An empty set. Its table is at most half full, so that a free place is near; keys are hashes and need no further mixing. */
export function createKeySet(): KeySet {
  let slots = firstSlots;
  let table = new Uint32Array(slots * wordsPerKey);
  let count = 0;
  const put = (into: Uint32Array, size: number, words: ArrayLike<number>, from: number): boolean => {
    let slot = (words[from] ?? 0) & (size - 1);
    for (;;) {
      const at = slot * wordsPerKey;
      if (isSame(into, at, words, from)) return false;
      if (isFree(into, at)) {
        for (let word = 0; word < wordsPerKey; word += 1) into[at + word] = words[from + word] ?? 0;
        return true;
      }
      slot = (slot + 1) & (size - 1);
    }
  };
  const grow = (): void => {
    const larger = new Uint32Array(slots * 2 * wordsPerKey);
    for (let at = 0; at < table.length; at += wordsPerKey) {
      if (!isFree(table, at)) put(larger, slots * 2, table, at);
    }
    slots *= 2;
    table = larger;
  };
  let hasZero = false;
  return {
    add(key) {
      const words = new Uint32Array(key.slice(0, wordsPerKey * Uint32Array.BYTES_PER_ELEMENT).buffer);
      // Zeros mark a free place, so that the one key of zeros is kept apart.
      if (isFree(words, 0)) {
        const isNew = !hasZero;
        hasZero = true;
        return isNew;
      }
      if (count * 2 >= slots) grow();
      const isNew = put(table, slots, words, 0);
      if (isNew) count += 1;
      return isNew;
    },
  };
}

function isFree(table: ArrayLike<number>, at: number): boolean {
  return table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0;
}

function isSame(table: ArrayLike<number>, at: number, words: ArrayLike<number>, from: number): boolean {
  for (let word = 0; word < wordsPerKey; word += 1) if (table[at + word] !== words[from + word]) return false;
  return true;
}
