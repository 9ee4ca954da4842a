import { bandOf } from "../score-bands.ts";

/** What the order of a candidate depends on: its nearness, and the codes of what speaks for and against it. */
export interface Ordered {
  readonly score: number;
  readonly against: readonly string[];
  readonly inFavour: readonly string[];
}

/**
 * The order in which candidates are looked at, in the window, on paper and on the command line: the strong band first, and in
 * it what the attributes speak for most, then names that no other entry shares, then the nearest; below it the nearest first.
 */
export function compareCandidates(a: Ordered, b: Ordered): number {
  if (bandOf(a.score) !== "strong" || bandOf(b.score) !== "strong") return b.score - a.score;
  return corroboration(b) - corroboration(a) || commonness(a) - commonness(b) || b.score - a.score;
}

/** Whether the name is all that is known: nothing beside it could be compared. */
export function isNameOnly({ against }: Pick<Ordered, "against">): boolean {
  return against.includes("same-name-only");
}

const attributeCodes = ["country-differs", "birth-year-differs"] as const;

function corroboration({ against, inFavour }: Ordered): number {
  return inFavour.length - attributeCodes.filter((code) => against.includes(code)).length;
}

function commonness({ against }: Ordered): number {
  return against.includes("common-name") ? 1 : 0;
}
