import type { DecisionId as Outcome } from "../../../shared/domain/content/vocabulary.ts";
import { DecisionInput, type DecisionDraft as KeptDraft } from "../../../shared/domain/decision.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import type { Day } from "../../../shared/domain/time.ts";

/** A decision while it is being written; outcome and day may still be open. */
export interface DecisionDraft extends Omit<KeptDraft, "outcome"> {
  readonly outcome: Outcome | undefined;
}

/** The draft as the vault keeps it. */
export function toKept({ outcome, ...rest }: DecisionDraft): KeptDraft {
  return { ...rest, outcome: outcome ?? null };
}

/** The draft as the form shows it. */
export function fromKept({ outcome, ...rest }: KeptDraft): DecisionDraft {
  return { ...rest, outcome: outcome ?? undefined };
}

/** A field of the form. */
export type DecisionField = keyof DecisionDraft;

/** What is wrong with a field. The codes the engine knows too are spelt as there. */
export interface DecisionProblem {
  readonly field: DecisionField;
  readonly code:
    | "needed"
    | "text-invalid"
    | "too-long"
    | "later-than-today"
    | "implausible-day"
    | "not-after-decision"
    | "decision-not-ready"
    | "departure-needs-reason"
    | "review-date-required";
  /** For `too-long`: how many characters there may be. */
  readonly limit?: number;
}

/** No decision was taken before this day; a year half typed is a date all the same. */
const earliestDay = "2000-01-01";

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

/** Fields whose text cannot be recorded, too long or with letters that cannot be stored; shown while writing. */
export function textProblems(draft: DecisionDraft): DecisionProblem[] {
  return textFields.flatMap((field): DecisionProblem[] => {
    // Asked of the call's own schema, so that the form and the engine never count differently.
    const issues = DecisionInput.shape[field].safeParse(draft[field]).error?.issues ?? [];
    const tooBig = issues.find((issue) => issue.code === "too_big");
    if (tooBig !== undefined) return [{ field, code: "too-long", limit: Number(tooBig.maximum) }];
    return issues.some((issue) => issue.code === "custom") ? [{ field, code: "text-invalid" }] : [];
  });
}

const textFields = [
  "reason",
  "departureReason",
  "conditions",
  "dissent",
  "decidedBy",
  "attendees",
  "recusals",
] as const satisfies readonly DecisionField[];

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
    ...textProblems(draft),
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
  else if (draft.decidedDay < earliestDay) problems.push({ field: "decidedDay", code: "implausible-day" });
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
