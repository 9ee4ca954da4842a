import { z } from "zod";
import { Depth, type DecisionId as Outcome } from "../content/vocabulary.ts";
import { DossierState, isOpenForWork } from "../dossier.ts";
import { type Day, dayOf, daysBetween } from "../time.ts";
import type { DeskCase } from "./desk-case.ts";

const count = z.int().nonnegative();

/** Longest time from intake to decision that falls into each step, in days; whatever takes longer comes after the last. */
export const decisionSteps = [7, 14, 30, 60, 90] as const;

/** How many months the count of overdue cases looks back, this one included. */
const overdueMonths = 12;

/** What is aimed at: this share of decided cases at the lightest depth, and less than this at the deepest; in percent. */
export const depthTargets = { light: 80, enhanced: 5 } as const;

/** Counts over the cases a person may see. No number says who or what a case is about. */
export const Overview = z.object({
  cases: count,
  /** Cases of each depth by their latest decision; `none` for those without. */
  outcomes: z.array(z.object({ depth: Depth, accept: count, mitigate: count, avoid: count, none: count })),
  states: z.array(z.object({ state: DossierState, cases: count })),
  /** Minutes for each answered item: planned, and the median of what cases took; null without such a case. */
  minutes: z.array(z.object({ depth: Depth, planned: count, used: z.number().nonnegative().nullable(), cases: count })),
  /** By the month of the due day: decided in time, decided late, still open. */
  overdue: z.array(z.object({ month: z.string(), inTime: count, late: count, open: count })),
  /** Days from intake to the first decision; `upTo` null for whatever took longer than the last step. */
  toDecision: z.object({
    medianDays: z.number().nonnegative().nullable(),
    steps: z.array(z.object({ upTo: count.nullable(), cases: count })),
  }),
  /** Decided cases at each depth, and their share of all decided cases in percent. */
  closed: z.array(z.object({ depth: Depth, cases: count, percent: z.number().nonnegative() })),
});
export type Overview = z.infer<typeof Overview>;

/** What an overview needs to know besides the cases. */
export interface OverviewOf {
  readonly today: Day;
  /** Minutes planned for an item at a depth. */
  plannedMinutes(depth: Depth): number;
}

/** Counts these cases. */
export function overviewOf(cases: readonly DeskCase[], of: OverviewOf): Overview {
  return {
    cases: cases.length,
    outcomes: Depth.options.map((depth) => outcomesAt(cases, depth)),
    states: DossierState.options.map((state) => ({ state, cases: cases.filter((one) => one.state === state).length })),
    minutes: Depth.options.map((depth) => minutesAt(cases, depth, of)),
    overdue: overdueByMonth(cases, of.today),
    toDecision: timeToDecision(cases),
    closed: closedByDepth(cases),
  };
}

function outcomesAt(cases: readonly DeskCase[], depth: Depth): Overview["outcomes"][number] {
  const here = cases.filter((one) => one.depth === depth);
  const of = (outcome: Outcome | null): number =>
    here.filter((one) => (isDecided(one) ? (one.decision?.outcome ?? null) : null) === outcome).length;
  return { depth, accept: of("accept"), mitigate: of("mitigate"), avoid: of("avoid"), none: of(null) };
}

/** A decision that was put forward and not approved decides nothing. */
function isDecided({ state, decision }: DeskCase): boolean {
  return decision !== null && !isOpenForWork(state) && state !== "proposed";
}

function minutesAt(cases: readonly DeskCase[], depth: Depth, of: OverviewOf): Overview["minutes"][number] {
  const perItem = cases
    .filter((one) => one.depth === depth && one.answered > 0 && one.minutes > 0)
    .map((one) => one.minutes / one.answered);
  return { depth, planned: of.plannedMinutes(depth), used: medianOf(perItem), cases: perItem.length };
}

function overdueByMonth(cases: readonly DeskCase[], today: Day): Overview["overdue"] {
  const months = Array.from({ length: overdueMonths }, (_, back) => monthBefore(today, overdueMonths - 1 - back));
  const counted = new Map(months.map((month) => [month, { month, inTime: 0, late: 0, open: 0 }]));
  for (const one of cases) {
    const entry = one.dueDay === null ? undefined : counted.get(one.dueDay.slice(0, 7));
    if (entry === undefined || one.dueDay === null) continue;
    if (one.decidedAt !== null) entry[dayOf(one.decidedAt) <= one.dueDay ? "inTime" : "late"] += 1;
    else if (one.dueDay < today && one.state !== "closed") entry.open += 1;
  }
  return [...counted.values()];
}

function monthBefore(today: Day, back: number): string {
  const [year = 1970, month = 1] = today.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
}

function timeToDecision(cases: readonly DeskCase[]): Overview["toDecision"] {
  const days = cases.flatMap(({ createdAt, decidedAt }) =>
    decidedAt === null ? [] : [Math.max(0, daysBetween(dayOf(createdAt), dayOf(decidedAt)))],
  );
  const steps = [...decisionSteps, null].map((upTo, index) => {
    const after = index === 0 ? -1 : (decisionSteps[index - 1] ?? -1);
    return { upTo, cases: days.filter((taken) => taken > after && (upTo === null || taken <= upTo)).length };
  });
  return { medianDays: medianOf(days), steps };
}

function closedByDepth(cases: readonly DeskCase[]): Overview["closed"] {
  const decided = cases.filter((one) => one.decidedAt !== null || isDecided(one));
  return Depth.options.map((depth) => {
    const here = decided.filter((one) => one.depth === depth).length;
    return { depth, cases: here, percent: decided.length === 0 ? 0 : Math.round((here * 1000) / decided.length) / 10 };
  });
}

/** The middle value, or the mean of the two in the middle, to one decimal. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  const lower = Number.isInteger(middle) ? (sorted[middle - 1] ?? upper) : upper;
  return Math.round((upper + lower) * 5) / 10;
}
