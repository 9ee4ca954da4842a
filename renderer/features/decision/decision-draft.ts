import type { DecisionId as Outcome } from "../../../shared/domain/content/vocabulary.ts";
import { type DecisionInput, decisionLimits } from "../../../shared/domain/decision.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import type { Day } from "../../../shared/domain/time.ts";

/** A decision while it is being written; outcome and day may still be open. */
export interface DecisionDraft extends Omit<DecisionInput, "outcome" | "decidedDay"> {
  readonly outcome: Outcome | undefined;
  readonly decidedDay: Day | null;
}

/** A field of the form. */
export type DecisionField = keyof DecisionDraft;

/** What is wrong with a field. The codes the engine knows too are spelt as there. */
export interface DecisionProblem {
  readonly field: DecisionField;
  readonly code:
    | "needed"
    | "too-long"
    | "later-than-today"
    | "not-after-decision"
    | "decision-not-ready"
    | "departure-needs-reason"
    | "review-date-required";
  /** For `too-long`: the limit and the length, in UTF-16 units as the contract counts. */
  readonly limit?: number;
  readonly count?: number;
}

/** An empty form; the day is today's, since decisions are mostly recorded on the day. */
export function emptyDraft(today: Day): DecisionDraft {
  return {
    outcome: undefined,
    reason: "",
    departureReason: "",
    conditions: "",
    dissent: "",
    reviewDay: null,
    decidedBy: "",
    decidedDay: today,
    attendees: "",
    recusals: "",
  };
}

/** Whether an outcome is another than advised. Escalating is a route, so whatever the committee decides follows it. */
export function departs(outcome: Outcome, { advice }: Pick<Assessment, "advice">): boolean {
  return advice.recommendation !== "escalate" && advice.recommendation !== outcome;
}

/** Whether this outcome must have a review date. */
export function needsReviewDay(outcome: Outcome | undefined, { facts }: Pick<Assessment, "facts">): boolean {
  return outcome === "mitigate" || (outcome === "accept" && facts.keyUnknown > 0);
}

const limits = {
  reason: decisionLimits.reason,
  departureReason: decisionLimits.departureReason,
  conditions: decisionLimits.conditions,
  dissent: decisionLimits.dissent,
  decidedBy: decisionLimits.name,
  attendees: decisionLimits.attendees,
  recusals: decisionLimits.recusals,
} as const;

/** Fields too long to be recorded; shown while writing. */
export function tooLongFields(draft: DecisionDraft): DecisionProblem[] {
  return textFields
    .filter((field) => draft[field].length > limits[field])
    .map((field) => ({ field, code: "too-long", limit: limits[field], count: draft[field].length }));
}

const textFields = [
  "reason",
  "departureReason",
  "conditions",
  "dissent",
  "decidedBy",
  "attendees",
  "recusals",
] as const satisfies readonly (keyof typeof limits)[];

/** Everything that would be refused, in the order of the form; empty when the decision can be recorded. */
export function problemsOf(
  draft: DecisionDraft,
  assessment: Pick<Assessment, "advice" | "facts">,
  today: Day,
): DecisionProblem[] {
  return [
    ...outcomeProblems(draft, assessment),
    ...reviewProblems(draft, assessment),
    ...decisionDayProblems(draft, today),
    ...tooLongFields(draft),
  ];
}

function outcomeProblems(draft: DecisionDraft, assessment: Pick<Assessment, "advice" | "facts">): DecisionProblem[] {
  const { outcome } = draft;
  const problems: DecisionProblem[] = [];
  if (outcome === undefined) problems.push({ field: "outcome", code: "needed" });
  else if (assessment.advice.recommendation === "pend" && outcome !== "avoid")
    problems.push({ field: "outcome", code: "decision-not-ready" });
  else if (departs(outcome, assessment) && draft.departureReason.trim().length < textLimits.reasonMinimum)
    problems.push({ field: "departureReason", code: "departure-needs-reason" });
  // A frozen decision without a reason could never be put right, and the paper has a field for it.
  if (draft.reason.trim() === "") problems.push({ field: "reason", code: "needed" });
  return problems;
}

function reviewProblems(draft: DecisionDraft, assessment: Pick<Assessment, "facts">): DecisionProblem[] {
  const { reviewDay, decidedDay } = draft;
  if (reviewDay === null)
    return needsReviewDay(draft.outcome, assessment) ? [{ field: "reviewDay", code: "review-date-required" }] : [];
  return decidedDay !== null && reviewDay <= decidedDay ? [{ field: "reviewDay", code: "not-after-decision" }] : [];
}

function decisionDayProblems(draft: DecisionDraft, today: Day): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  if (draft.decidedBy.trim() === "") problems.push({ field: "decidedBy", code: "needed" });
  if (draft.decidedDay === null) problems.push({ field: "decidedDay", code: "needed" });
  else if (draft.decidedDay > today) problems.push({ field: "decidedDay", code: "later-than-today" });
  return problems;
}

/** The finished decision, or undefined while outcome or day are open. A reason for departing goes only where it departs. */
export function finished(draft: DecisionDraft, assessment: Pick<Assessment, "advice">): DecisionInput | undefined {
  const { outcome, decidedDay } = draft;
  if (outcome === undefined || decidedDay === null) return undefined;
  const departureReason = departs(outcome, assessment) ? draft.departureReason : "";
  return { ...draft, outcome, decidedDay, departureReason };
}
