import type { ScoringPolicy } from "../content/scoring-policy.ts";
import { type AccessLevel, Depth, type TechTier, type TriggerId } from "../content/vocabulary.ts";
import type { DepthAdvice, Facts } from "./assessment.ts";
import { evaluateCondition } from "./condition.ts";
import { gatesOf, openGates } from "./gates.ts";

/** Rank of a depth, lightest 0. */
export function depthRank(depth: Depth): number {
  return Depth.options.indexOf(depth);
}

/** The depth the rules ask for, given all that is known of a case, and whether `inForce` falls short of it. */
export function depthAdviceFor(facts: Facts, inForce: Depth, policy: ScoringPolicy): DepthAdvice {
  const rows = policy.depthRules.map((rule) => ({ rule, ...evaluateCondition(rule.when, facts, policy) }));
  const holding = rows.filter((row) => row.holds);
  let depth: Depth = "light";
  for (const row of holding) if (depthRank(row.rule.depth) > depthRank(depth)) depth = row.rule.depth;
  return {
    depth,
    rules: holding.filter((row) => row.rule.depth === depth).map((row) => row.rule.id),
    short: depthRank(inForce) < depthRank(depth),
    rows: rows.map(({ rule, holds, leaves }) => ({ row: rule.id, holds, leaves })),
  };
}

/** What triage knows before anything has been looked at. */
export interface TriageFacts {
  readonly techTier: TechTier;
  readonly access: AccessLevel;
  readonly triggers: readonly TriggerId[];
}

/** The depth triage alone calls for. */
export function defaultDepth(triage: TriageFacts, policy: ScoringPolicy): DepthAdvice {
  const triggers = [...new Set(triage.triggers)];
  const gates = gatesOf({ items: [], hits: [], gatesOpen: [], gatesShut: [], triggers }, policy);
  const facts: Facts = {
    requiredNotChecked: 0,
    candidatesUndecided: 0,
    awaitingCorroboration: 0,
    keyUnknown: 0,
    funderRuleHits: 0,
    confirmedHits: 0,
    seriousAnswers: 0,
    triggers: triggers.length,
    committeeInstructions: 0,
    inherent: "low",
    plannedResidual: "low",
    actualResidual: "low",
    subjectIdentity: "certain",
    techTier: triage.techTier,
    access: triage.access,
    gatesOpen: openGates(gates),
  };
  return depthAdviceFor(facts, "light", policy);
}
