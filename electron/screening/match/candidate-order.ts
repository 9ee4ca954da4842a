import type { Candidate } from "./candidate.ts";
import { strongCutOff } from "./score-parameters.ts";

type Ordered = Pick<Candidate, "score" | "against" | "inFavour">;

/**
 * The order in which candidates are looked at: the strong band first, and in it what the attributes speak for most, then names
 * that no other entry shares, then the nearest; below it the nearest first.
 */
export function compareCandidates(a: Ordered, b: Ordered): number {
  const strong = (one: Ordered): boolean => one.score >= strongCutOff;
  if (!strong(a) || !strong(b)) return b.score - a.score;
  return corroboration(b) - corroboration(a) || commonness(a) - commonness(b) || b.score - a.score;
}

const attributeCodes = ["country-differs", "birth-year-differs"] as const;

function corroboration({ against, inFavour }: Ordered): number {
  return inFavour.length - attributeCodes.filter((code) => against.includes(code)).length;
}

function commonness({ against }: Ordered): number {
  return against.includes("common-name") ? 1 : 0;
}
