import type { Rarity } from "./rarity.ts";
import { scoreParameters } from "./score-parameters.ts";

/** How like two runs of Han characters are. */
export interface HanLikeness {
  /** 0 to 1, 1 only for equal runs. */
  readonly value: number;
  /** Characters on both sides that do not answer to each other stand in the same place. */
  readonly conflict: boolean;
  /** Nothing but generic words agrees. */
  readonly generic: boolean;
}

/** Longer runs are only compared for being equal. Characters. */
const longestRun = 80;

const { conflict, missing, weight } = scoreParameters;
const equalRuns: HanLikeness = { value: 1, conflict: false, generic: false };

/**
 * Compares folded runs. A person's name of one differing character is another name; names of bodies are laid beside each
 * other, and characters of generic words weigh less. `isGeneric` marks the characters of a run.
 */
export function hanLikeness(
  query: string,
  listed: string,
  {
    type,
    rarity,
    isGeneric,
  }: { type: "person" | "organisation"; rarity: Rarity; isGeneric: (run: string) => readonly boolean[] },
): HanLikeness {
  if (query === listed) return equalRuns;
  const a = [...query];
  const b = [...listed];
  if (type === "person" || a.length > longestRun || b.length > longestRun) return personLikeness(a, b);
  const weightsA = characterWeights(a, isGeneric(query), rarity);
  const weightsB = characterWeights(b, isGeneric(listed), rarity);
  return layBeside(a, b, weightsA, weightsB);
}

function personLikeness(a: readonly string[], b: readonly string[]): HanLikeness {
  const longest = Math.max(a.length, b.length);
  const shared = a.filter((character, at) => b[at] === character).length;
  const value = longest < 5 || longest > longestRun ? 0.4 * (shared / longest) : 0.66 * (shared / longest);
  return { value, conflict: true, generic: false };
}

function characterWeights(run: readonly string[], generic: readonly boolean[], rarity: Rarity): readonly number[] {
  return run.map((character, at) => {
    if (generic[at] === true) return weight.generic * 0.6;
    const next = run[at + 1];
    return next === undefined
      ? rarity.weightOf(character, "organisation")
      : rarity.weightOf(character + next, "organisation");
  });
}

/** Finds the weightiest characters that both hold in the same order, then weighs what stands between them. */
function layBeside(
  a: readonly string[],
  b: readonly string[],
  weightsA: readonly number[],
  weightsB: readonly number[],
): HanLikeness {
  const pairs = longestShared(a, b, weightsA);
  let shared = 0;
  let own = 0;
  let total = 0;
  let clash = false;
  let fromA = 0;
  let fromB = 0;
  for (const [i, j] of [...pairs, [a.length, b.length] as const]) {
    const gapA = sumOf(weightsA, fromA, i);
    const gapB = sumOf(weightsB, fromB, j);
    if (gapA > 0 && gapB > 0) {
      total += Math.max(gapA, gapB) * conflict.body;
      clash ||= Math.max(gapA, gapB) > weight.generic;
    } else total += gapA * missing.queryBody + gapB * missing.listedBody;
    fromA = i + 1;
    fromB = j + 1;
    if (i === a.length) break;
    const weighs = ((weightsA[i] ?? 0) + (weightsB[j] ?? 0)) / 2;
    shared += weighs;
    if (weighs > weight.generic) own += weighs;
    total += weighs;
  }
  return { value: total === 0 ? 0 : Math.min(0.98, shared / total), conflict: clash, generic: own === 0 };
}

function sumOf(weights: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += weights[at] ?? 0;
  return sum;
}

function longestShared(
  a: readonly string[],
  b: readonly string[],
  weights: readonly number[],
): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const here = a[i] === b[j] ? (weights[i] ?? 0) + 0.01 + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(skip, here);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const here = best[i * width + j] ?? 0;
    if (a[i] === b[j] && here === (weights[i] ?? 0) + 0.01 + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (here === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}
