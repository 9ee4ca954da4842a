import type { Measure } from "../../../shared/domain/content/measure.ts";
import type { FactorRating, PossibleChange } from "../../../shared/domain/risk/assessment.ts";

/** Changes that move the case the same way. */
export interface ChangeGroup {
  readonly direction: PossibleChange["direction"];
  readonly changes: readonly PossibleChange[];
}

const directions = ["better", "worse", "other"] as const;

/** Changes by direction, each group with the smallest step first; empty groups are left out. */
export function changeGroups(changes: readonly PossibleChange[]): ChangeGroup[] {
  return directions
    .map((direction) => ({ direction, changes: changes.filter((one) => one.direction === direction) }))
    .filter((group) => group.changes.length > 0);
}

/** Those changes that reach the case through one factor: its items, and measures that work on it. */
export function changesThrough(
  changes: readonly PossibleChange[],
  factor: FactorRating,
  measures: readonly Measure[],
): PossibleChange[] {
  const items = new Set(factor.items.map((item) => item.item));
  const working = new Set(
    measures.filter((one) => one.effects.some((effect) => effect.factor === factor.factor)).map((one) => one.id),
  );
  return changes.filter(({ change }) => {
    if (change.kind === "answer" || change.kind === "corroboration") return items.has(change.item);
    return change.kind === "measure" && working.has(change.measure);
  });
}
