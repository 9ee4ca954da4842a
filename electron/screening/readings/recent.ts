/** What was asked for lately: a map that lets go of the oldest half when it is full. */
export interface Recent<K, V> {
  get(key: K): V | undefined;
  /** Keeps a value under a key that it does not hold. A long text takes the place of several answers. */
  set(key: K, value: V): void;
  clear(): void;
}

/** UTF-16 units of a key that take the place of one answer; nearly every word is shorter. */
const unitsOfPlace = 32;

/**
 * Keeps at least half and at most the whole of `places` answers, those asked for last. What is asked for again in time is never
 * let go, so that common words stay however many rare ones pass by.
 */
export function createRecent<K, V>(places: number): Recent<K, V> {
  const half = Math.ceil(places / 2);
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  let used = 0;
  const set = (key: K, value: V): void => {
    if (used >= half) {
      old = young;
      young = new Map();
      used = 0;
    }
    young.set(key, value);
    used += typeof key === "string" && key.length > unitsOfPlace ? Math.ceil(key.length / unitsOfPlace) : 1;
  };
  return {
    get: (key) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    set,
    clear: () => {
      young = new Map();
      old = new Map();
      used = 0;
    },
  };
}
