import type { FactorId } from "../../../shared/domain/content/vocabulary.ts";
import type { Assessment, Level, Outcome } from "../../../shared/domain/risk/assessment.ts";
import { outcomeOf } from "../../../shared/domain/risk/what-would-change.ts";

/** How the residual of one factor moved. */
export interface FactorEffect {
  readonly factor: FactorId;
  readonly moment: "planned" | "actual";
  readonly before: Level;
  readonly after: Level;
}

/** What a change did: every factor whose residual moved, and the outcome before and after. */
export interface Effect {
  readonly factors: readonly FactorEffect[];
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Compares two assessments of one case. Factors come in the order of the later one, planned before actual. */
export function effectBetween(before: Assessment, after: Assessment): Effect {
  const factors = after.factors.flatMap((rating) => {
    const earlier = before.factors.find((one) => one.factor === rating.factor);
    if (earlier === undefined) return [];
    return (["planned", "actual"] as const)
      .map(
        (moment): FactorEffect => ({ factor: rating.factor, moment, before: earlier[moment], after: rating[moment] }),
      )
      .filter((effect) => effect.before.score !== effect.after.score);
  });
  return { factors, before: outcomeOf(before), after: outcomeOf(after) };
}

/** Whether nothing at all moved. */
export function isWithoutEffect(effect: Effect): boolean {
  const { before, after } = effect;
  const isSame =
    before.recommendation === after.recommendation &&
    before.planned === after.planned &&
    before.actual === after.actual;
  return effect.factors.length === 0 && isSame;
}
