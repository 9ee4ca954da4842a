import type { RiskRules } from "../content/content.ts";
import type { Factor } from "../content/factor.ts";
import type { ScoringPolicy } from "../content/scoring-policy.ts";
import { adviceFor } from "./advice.ts";
import type { Assessment, AssessmentInput, Coverage, FactorRating, Facts, RatedItem } from "./assessment.ts";
import { levelOf, overallOf } from "./band.ts";
import { depthAdviceFor } from "./depth.ts";
import { gatesOf, isConfirmedMatch, isSettled, openGates } from "./gates.ts";
import { impactOf, likelihoodOf } from "./inherent.ts";
import { type CountedMeasures, countMeasures, residualOf } from "./residual.ts";
import { type ItemSeverity, severityOf } from "./severity.ts";
import { step } from "./step.ts";

/**
 * The whole risk model: severities, likelihood, impact, bands, gates, residual, advice, depth and coverage, each with
 * its steps. Pure; the same input and rules always give the same result.
 */
export function assess(input: AssessmentInput, rules: RiskRules): Assessment {
  const { policy } = rules;
  const severities = new Map(input.items.map((item) => [item.item, severityOf(item, input.depth, policy)]));
  const measures = countMeasures(input.measures, input.kind, rules);
  const factors = rules.factors
    .filter((factor) => input.items.some((item) => feeds(item, factor)))
    .map((factor) => rateFactor({ factor, input, severities, measures, policy }));
  const overall = (of: "inherent" | "planned" | "actual") =>
    overallOf(
      factors.map((rating) => ({ factor: rating.factor, band: rating[of].band })),
      policy,
    );
  const [inherent, planned, actual] = [overall("inherent"), overall("planned"), overall("actual")];
  const open = openPoints(input, severities, policy);
  const withCandidates = { ...input, triggers: allTriggers(input, open.candidatesUndecided) };
  const gates = gatesOf(withCandidates, policy);
  const facts: Facts = {
    ...countsOf(withCandidates, open, policy),
    inherent: inherent.band,
    plannedResidual: planned.band,
    actualResidual: actual.band,
    subjectIdentity: input.subjectIdentity,
    techTier: input.techTier,
    access: input.access,
    gatesOpen: openGates(gates),
  };
  return {
    modelVersion: policy.modelVersion,
    kind: input.kind,
    techTier: input.techTier,
    access: input.access,
    depth: input.depth,
    factors,
    inherent,
    planned,
    actual,
    gates,
    measuresNotCounted: [...measures.notCounted],
    facts,
    advice: adviceFor(facts, policy),
    depthAdvice: depthAdviceFor(facts, input.depth, policy),
    coverage: coverageOf(input.items, policy),
    open,
  };
}

function feeds(item: RatedItem, factor: Factor): boolean {
  return item.primary.includes(factor.id) || item.supporting.includes(factor.id);
}

interface FactorCase {
  readonly factor: Factor;
  readonly input: AssessmentInput;
  readonly severities: ReadonlyMap<string, ItemSeverity>;
  readonly measures: CountedMeasures;
  readonly policy: ScoringPolicy;
}

function rateFactor({ factor, input, severities, measures, policy }: FactorCase): FactorRating {
  const weighed = (items: readonly RatedItem[]): ItemSeverity[] =>
    items.map((item) => severities.get(item.item)).filter((severity) => severity !== undefined);
  const primary = weighed(input.items.filter((item) => item.primary.includes(factor.id)));
  const supporting = weighed(input.items.filter((item) => item.supporting.includes(factor.id)));
  const likelihood = likelihoodOf({ primary, supporting }, policy);
  const impact = impactOf(factor, input, policy);
  const inherent = levelOf(likelihood.value, impact.value, policy);
  const planned = residualOf(factor, inherent, measures.planned, policy);
  const actual = residualOf(factor, inherent, measures.actual, policy);
  const scored = step("score", {
    numbers: { likelihood: inherent.likelihood, impact: inherent.impact, score: inherent.score },
    words: { band: inherent.band },
  });
  const row = (role: "primary" | "supporting") => (one: ItemSeverity) => ({
    item: one.item,
    role,
    severity: one.severity,
    counted: one.counted,
  });
  return {
    factor: factor.id,
    counted: !policy.overall.notCounted.includes(factor.id),
    inherent,
    planned: planned.level,
    actual: actual.level,
    items: [...primary.map(row("primary")), ...supporting.map(row("supporting"))],
    steps: {
      severity: [...primary, ...supporting].flatMap((one) => one.steps),
      likelihood: [...likelihood.steps],
      impact: [...impact.steps, scored],
      planned: [...planned.steps],
      actual: [...actual.steps],
    },
  };
}

function openPoints(
  input: AssessmentInput,
  severities: ReadonlyMap<string, ItemSeverity>,
  policy: ScoringPolicy,
): Assessment["open"] {
  const ids = (holds: (item: RatedItem) => boolean) => input.items.filter(holds).map((item) => item.item);
  return {
    requiredNotChecked: ids((item) => item.required && !isChecked(item, policy)),
    awaitingCorroboration: ids((item) => severities.get(item.item)?.awaitsCorroboration === true),
    keyUnknown: ids((item) => item.key && item.answer === "unknown"),
    seriousAnswers: ids((item) => item.answer === "serious"),
    candidatesUndecided: input.hits.filter((hit) => !isSettled(hit)).map((hit) => hit.hit),
  };
}

// A candidate nobody could dismiss is itself one of the triggers.
function allTriggers(input: AssessmentInput, undecided: readonly string[]): AssessmentInput["triggers"] {
  return [...new Set([...input.triggers, ...(undecided.length > 0 ? (["list_candidate"] as const) : [])])];
}

type Counts = Pick<
  Facts,
  | "requiredNotChecked"
  | "candidatesUndecided"
  | "awaitingCorroboration"
  | "keyUnknown"
  | "funderRuleHits"
  | "confirmedHits"
  | "seriousAnswers"
  | "triggers"
  | "committeeInstructions"
>;

function countsOf(input: AssessmentInput, open: Assessment["open"], policy: ScoringPolicy): Counts {
  const matches = input.hits.filter(isConfirmedMatch);
  return {
    requiredNotChecked: open.requiredNotChecked.length,
    candidatesUndecided: open.candidatesUndecided.length,
    awaitingCorroboration: open.awaitingCorroboration.length,
    keyUnknown: open.keyUnknown.length,
    funderRuleHits: matches.filter((hit) => hit.effectClass === "funder_rule").length,
    confirmedHits: matches.filter((hit) => policy.confirmedHitClasses.includes(hit.effectClass)).length,
    seriousAnswers: open.seriousAnswers.length,
    triggers: input.triggers.length,
    committeeInstructions: input.committeeInstructs ? 1 : 0,
  };
}

function isChecked(item: RatedItem, policy: ScoringPolicy): boolean {
  return policy.coverage.countsAsChecked.includes(item.answer);
}

/** How much of what is required at this depth has been checked. */
function coverageOf(items: readonly RatedItem[], policy: ScoringPolicy): Coverage {
  const required = items.filter((item) => item.required);
  const open = required.filter((item) => !isChecked(item, policy)).map((item) => item.item);
  const checked = required.length - open.length;
  const percent = required.length === 0 ? 0 : Math.floor((checked * 100) / required.length);
  return { required: required.length, checked, percent, open };
}
