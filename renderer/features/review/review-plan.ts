import type { Decision, MeasureTaken } from "../../../shared/domain/decision.ts";
import { type Dossier, type DossierState, dossierMoves, moveNeedsReason } from "../../../shared/domain/dossier.ts";
import { type Day, daysBetween } from "../../../shared/domain/time.ts";

/** Days before a due day from which it is called near. */
export const nearDays = 14;

/** How a measure stands with its due day. */
export interface DueMeasure {
  readonly taken: MeasureTaken;
  readonly standing: "overdue" | "soon" | "open" | "done";
  /** Negative when the day has passed; null without a due day. */
  readonly daysLeft: number | null;
}

/** Measures still to be carried out by due day, overdue first, then those done. Withdrawn ones are left out. */
export function dueMeasures(measures: readonly MeasureTaken[], today: Day): DueMeasure[] {
  const order = ["overdue", "soon", "open", "done"];
  return measures
    .filter((taken) => taken.status !== "withdrawn")
    .map((taken) => {
      const daysLeft = taken.dueDay === null ? null : daysBetween(today, taken.dueDay);
      return { taken, daysLeft, standing: standingOf(taken, daysLeft) };
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER),
    );
}

function standingOf(taken: MeasureTaken, daysLeft: number | null): DueMeasure["standing"] {
  if (taken.status === "implemented") return "done";
  if (taken.status === "overdue" || (daysLeft !== null && daysLeft < 0)) return "overdue";
  return daysLeft !== null && daysLeft <= nearDays ? "soon" : "open";
}

/** A move a person can make here. `proposed` and `decided` are left out: only putting a decision forward and approving it lead there. */
export interface Move {
  readonly to: DossierState;
  readonly kind: "reopen" | Exclude<DossierState, "draft" | "proposed" | "decided">;
  readonly needsReason: boolean;
  /** Whether it can be taken back at once, without a reason. */
  readonly isReversible: boolean;
}

/** States a self-check has no use for: it asks nobody, and goes to no committee. */
const casesOnly: readonly DossierState[] = ["awaiting-reply", "ready", "with-committee"];

/** The moves allowed from where a dossier stands, in the order of the work. */
export function movesFrom({ state: from, kind }: Pick<Dossier, "state" | "kind">): Move[] {
  return dossierMoves[from].flatMap((to): Move[] => {
    if (to === "proposed" || to === "decided" || to === "draft" || (kind === "self-check" && casesOnly.includes(to)))
      return [];
    const needsReason = moveNeedsReason(from, to);
    const isReversible = dossierMoves[to].includes(from) && !needsReason && !moveNeedsReason(to, from);
    return [{ to, kind: needsReason ? "reopen" : to, needsReason, isReversible }];
  });
}

/** What to do next; `strings` has a sentence for each. */
export interface NextStep {
  readonly code:
    | "start"
    | "fill-in"
    | "enquire"
    | "reply"
    | "submit"
    | "decide"
    | "answer"
    | "sign"
    | "conditions"
    | "overdue"
    | "review"
    | "run"
    | "watch"
    | "finish"
    | "closed";
  /** Where it is done, when not here. */
  readonly page?: "triage" | "checklist" | "enquiry" | "decision" | "paper";
}

/** Everything the next step follows from. */
export interface Standing {
  readonly dossier: Pick<Dossier, "state" | "kind">;
  /** The decision in force. */
  readonly decision: Decision | undefined;
  readonly isSigned: boolean;
  readonly due: readonly DueMeasure[];
  readonly today: Day;
}

/** The one thing to do next. What is late comes before what is merely open. */
export function nextStep(standing: Standing): NextStep {
  const { state, kind } = standing.dossier;
  if (kind === "self-check" && state !== "closed") return { code: "fill-in", page: "checklist" };
  switch (state) {
    case "draft":
      return { code: "start", page: "triage" };
    case "in-enquiry":
      return { code: "enquire", page: "checklist" };
    case "awaiting-reply":
      return { code: "reply", page: "enquiry" };
    case "ready":
      return { code: "submit", page: "decision" };
    case "with-committee":
      return { code: "decide", page: "decision" };
    case "proposed":
      return { code: "answer", page: "decision" };
    case "closed":
      return { code: "closed" };
    default:
      return afterDecision(standing);
  }
}

function afterDecision({ dossier, decision, isSigned, due, today }: Standing): NextStep {
  if (!isSigned) return { code: "sign", page: "paper" };
  if (decision?.outcome === "avoid") return { code: "finish" };
  if (due.some((one) => one.standing === "overdue")) return { code: "overdue" };
  if (isReviewPast(decision, today)) return { code: "review" };
  if (dossier.state === "running") return { code: "watch" };
  const isHeld = due.some((one) => one.taken.beforeStart && one.standing !== "done");
  return { code: isHeld ? "conditions" : "run" };
}

/** Whether the review day has come. */
function isReviewPast(decision: Decision | undefined, today: Day): boolean {
  const day = decision?.reviewDay ?? null;
  return day !== null && day <= today;
}
