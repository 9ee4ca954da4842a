import type { FactorRating } from "../../../shared/domain/risk/assessment.ts";

/** Factors as they are read: counted before those shown for information, gravest first, else as the policy lists them. */
export function gravestFirst(factors: readonly FactorRating[]): FactorRating[] {
  return factors.toSorted(
    (a, b) =>
      Number(b.counted) - Number(a.counted) ||
      b.inherent.score - a.inherent.score ||
      b.planned.score - a.planned.score ||
      b.inherent.likelihood - a.inherent.likelihood,
  );
}
