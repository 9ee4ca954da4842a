import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { Depth, IdentityCertainty } from "../content/vocabulary.ts";
import type { RatedItem, Step } from "./assessment.ts";
import { step } from "./step.ts";

/** What one answer weighs, and why. */
export interface ItemSeverity {
  readonly item: string;
  /** Null when the answer carries no weight at all: not applicable, not checked, or not about this subject. */
  readonly severity: number | null;
  readonly counted: boolean;
  /** A finding that would weigh fully but is not yet backed up. */
  readonly awaitsCorroboration: boolean;
  /** Weighs in full and is backed up, so it may raise likelihood together with others. */
  readonly corroboratedSeverity: number;
  readonly steps: readonly Step[];
}

/** Whether `certainty` is weaker than `threshold`. */
export function isIdentityBelow(
  certainty: IdentityCertainty,
  threshold: IdentityCertainty,
  policy: ScoringPolicy,
): boolean {
  const order = policy.identity.weakestFirst;
  return order.indexOf(certainty) < order.indexOf(threshold);
}

/** The severity of one answer at a depth: caps uncorroborated findings and leaves out what may be about a namesake. */
export function severityOf(item: RatedItem, depth: Depth, policy: ScoringPolicy): ItemSeverity {
  switch (item.answer) {
    case "na":
    case "not_checked":
      return unrated(item, [step("answer-not-rated", { words: { answer: item.answer }, items: [item.item] })]);
    case "unknown":
      return unknownSeverity(item, depth, policy);
    default:
      return findingSeverity(item, policy.severity.byAnswer[item.answer], policy);
  }
}

function unrated(item: RatedItem, steps: readonly Step[]): ItemSeverity {
  return {
    item: item.item,
    severity: null,
    counted: false,
    awaitsCorroboration: false,
    corroboratedSeverity: 0,
    steps,
  };
}

// Not knowing is a fact about the enquiry, not about the subject, so identity and corroboration have no say in it.
function unknownSeverity(item: RatedItem, depth: Depth, policy: ScoringPolicy): ItemSeverity {
  const severity = item.key ? policy.severity.unknownKey[depth] : policy.severity.unknownNormal;
  const words = { answer: item.answer, depth, key: item.key ? "key" : "ordinary" };
  return {
    item: item.item,
    severity,
    counted: true,
    awaitsCorroboration: false,
    corroboratedSeverity: 0,
    steps: [step("answer-unknown", { numbers: { severity }, words, items: [item.item] })],
  };
}

function findingSeverity(item: RatedItem, raw: number, policy: ScoringPolicy): ItemSeverity {
  const needsBacking = raw >= policy.severity.corroborationNeededFrom;
  const rests = { words: { answer: item.answer, identity: item.identity }, items: [item.item] };
  if (raw > 0 && isIdentityBelow(item.identity, policy.identity.countedFrom, policy)) {
    // Two sources about a namesake are no corroboration: such a finding waits until identity is settled.
    const uncounted = unrated(item, [step("answer-identity-uncounted", { numbers: { raw }, ...rests })]);
    return { ...uncounted, awaitsCorroboration: needsBacking };
  }
  const capped = needsBacking && !item.corroborated;
  const severity = capped ? Math.min(raw, policy.severity.uncorroboratedCap) : raw;
  const steps = capped
    ? [step("answer-capped", { numbers: { raw, severity }, ...rests })]
    : [step("answer-severity", { numbers: { severity }, ...rests })];
  return {
    item: item.item,
    severity,
    counted: true,
    awaitsCorroboration: capped,
    corroboratedSeverity: item.corroborated ? raw : 0,
    steps,
  };
}
