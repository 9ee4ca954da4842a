import type { Factor } from "../content/factor.ts";
import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { AccessLevel, TechTier } from "../content/vocabulary.ts";
import type { Step } from "./assessment.ts";
import type { ItemSeverity } from "./severity.ts";
import { step } from "./step.ts";

/** A number with the steps that led to it. */
export interface Reckoned {
  readonly value: number;
  readonly steps: readonly Step[];
}

/** Items that feed one factor, with what each weighs. */
export interface FactorFeed {
  readonly primary: readonly ItemSeverity[];
  readonly supporting: readonly ItemSeverity[];
}

function worstOf(items: readonly ItemSeverity[]): { severity: number; items: string[] } {
  const severity = Math.max(0, ...items.map((item) => item.severity ?? 0));
  const worst = severity === 0 ? [] : items.filter((item) => item.severity === severity);
  return { severity, items: worst.map((item) => item.item) };
}

/** Likelihood of a factor: its worst primary item, or its worst supporting item less a discount; several weigh more. */
export function likelihoodOf(feed: FactorFeed, policy: ScoringPolicy): Reckoned {
  const rule = policy.likelihood;
  const primary = worstOf(feed.primary);
  const supporting = worstOf(feed.supporting);
  const discounted = Math.max(0, supporting.severity - rule.supportingDiscount);
  const base = Math.max(primary.severity, discounted);
  const steps = [
    step("likelihood-base", {
      numbers: {
        primary: primary.severity,
        supporting: supporting.severity,
        discount: rule.supportingDiscount,
        discounted,
        base,
      },
      items: base === 0 ? [] : primary.severity >= discounted ? primary.items : supporting.items,
    }),
  ];
  const backed = feed.primary.filter((item) => item.counted && item.corroboratedSeverity >= rule.boost.fromSeverity);
  let value = base;
  if (backed.length >= rule.boost.minPrimaryItems) {
    value = base + rule.boost.add;
    steps.push(
      step("likelihood-boost", {
        numbers: { count: backed.length, atLeast: rule.boost.minPrimaryItems, add: rule.boost.add },
        items: backed.map((item) => item.item),
      }),
    );
  }
  value = Math.min(value, rule.max);
  steps.push(step("likelihood-result", { numbers: { likelihood: value, max: rule.max } }));
  return { value, steps };
}

/** Impact: from the table of technology and access, never below the factor's floor. */
export function impactOf(
  factor: Factor,
  place: { techTier: TechTier; access: AccessLevel },
  policy: ScoringPolicy,
): Reckoned {
  const table = policy.impact.matrix[place.techTier][place.access];
  const impact = Math.max(table, factor.impactFloor);
  const steps = [
    step("impact-table", { numbers: { impact: table }, words: { techTier: place.techTier, access: place.access } }),
  ];
  if (impact > table) {
    steps.push(step("impact-floor", { numbers: { floor: factor.impactFloor, impact }, words: { factor: factor.id } }));
  }
  return { value: impact, steps };
}
