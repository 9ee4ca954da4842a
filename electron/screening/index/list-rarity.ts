import type { Rarity } from "../match/rarity.ts";
import { createRecent } from "../readings/recent.ts";
import type { NameIndex } from "./name-index.ts";

/** Names a rarity is worked out from at least: in a short list every word is frequent, and says as much as elsewhere. */
const fewestNames = 20_000;

/** Weight of a word that everybody has, and of one that nobody else has. */
const lightest = 0.5;
const heaviest = 1.05;

/** Shares of the whole scale between which the weight rises. */
const risesFrom = 0.25;
const risesTo = 0.8;

/** Weights kept, at most. */
const keptWeights = 50_000;

const isHanPair = /^\p{Script=Han}/u;

/**
 * How much words say, by how many listed names have them: of the editions in `within`, or of all. Remembers what it worked out.
 */
export function createListRarity(index: NameIndex, within?: ReadonlySet<string>): Rarity {
  const total = Math.max(index.namesIn(within), fewestNames);
  const known = createRecent<string, number>(keptWeights);
  return {
    weightOf: (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const frequency = Math.max(0.5, index.frequencyOf(isHanPair.test(key) ? `h:${key}` : key, within));
      const scale = Math.log(total / frequency) / Math.log(total / 0.5);
      const risen = Math.min(1, Math.max(0, (scale - risesFrom) / (risesTo - risesFrom)));
      const weight = lightest + (heaviest - lightest) * risen;
      known.set(key, weight);
      return weight;
    },
  };
}
