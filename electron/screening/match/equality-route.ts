import { foldName } from "../names/fold-name.ts";
import type { ParsedName } from "../names/parse-name.ts";
import { latinSteps, spellingSteps } from "../names/steps.ts";
import { compareNames } from "./compare-names.ts";
import type { MatchRoute } from "./match-route.ts";

/**
 * Finds names that are equal after folding, in any order of words. Names are filed under the letters they hold, without
 * regard to order or spaces: once in their own script, once in Latin letters.
 */
export function createEqualityRoute(): MatchRoute {
  const lastName = new Map<number, number>();
  // A chain per key: `earlier` leads from one filing to the one before it under the same key.
  const names: number[] = [];
  const earlier: number[] = [];
  return {
    add(nameId, name) {
      for (const key of keysOf(name)) {
        earlier.push(lastName.get(key) ?? -1);
        lastName.set(key, names.length);
        names.push(nameId);
      }
    },
    propose(query) {
      const found = new Set<number>();
      for (const key of keysOf(query)) {
        for (let at = lastName.get(key) ?? -1; at >= 0; at = earlier[at] ?? -1) found.add(names[at] ?? 0);
      }
      return [...found];
    },
    compare: compareNames,
  };
}

function keysOf(name: ParsedName): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const steps of [spellingSteps, latinSteps]) {
    const words = foldName(name, steps);
    if (words.length > 0) keys.add(letterKey(words.map(({ text }) => text)));
  }
  return keys;
}

/**
 * A 53-bit number that depends on which letters the words hold and not on their order. Different letters may share a
 * number; the comparison sorts that out.
 */
function letterKey(words: readonly string[]): number {
  let low = 0;
  let high = 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) {
      const mixed = Math.imul(word.charCodeAt(at) + 0x9e37, 0x85ebca6b);
      low = (low + Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)) | 0;
      high = (high + Math.imul(mixed ^ (mixed >>> 13), 0x27d4eb2f)) | 0;
    }
  }
  return (low >>> 0) * 0x200000 + (high >>> 11);
}
