import { isOpenForWork } from "../dossier.ts";
import { isSameUnit, type Right } from "../people.ts";
import { type Day, daysBetween } from "../time.ts";
import type { DeskCase, DeskMeasure } from "./desk-case.ts";
import { dueNoticeDays, expiryNoticeDays, reviewNoticeDays, type WaitingKind } from "./waiting.ts";

/** For whom and on which day it is asked what waits. */
export interface WaitingFor {
  readonly personId: string;
  readonly unit: string;
  may(right: Right): boolean;
  readonly today: Day;
}

/** One thing that waits in a case: how many of it, and the day it is about. */
export interface WaitingThing {
  readonly kind: WaitingKind;
  readonly count: number;
  readonly day: Day | null;
}

/** What waits in one case for one person: days that come due, and the one next action. */
export function waitingIn(desk: DeskCase, by: WaitingFor): WaitingThing[] {
  if (desk.state === "closed") return [];
  // Whoever reads blind is told of nothing but the reading: anything else would say what the others found.
  if (desk.secondReader === by.personId) return [one("second-review", desk.dueDay)];
  if (desk.state === "proposed") return toAnswer(desk, by);
  // People of the host unit read and do nothing else.
  if (isSameUnit(by.unit, desk.hostUnit)) return [];
  const isWorker = by.may("work-on-cases");
  const found = isWorker && desk.rescreened > 0 ? [one("rescreened", null, desk.rescreened)] : [];
  const measures = isWorker ? measureDue(desk.measures, by.today) : [];
  if (!isOpenForWork(desk.state))
    return [...found, ...measures, ...signatures(desk, by), ...(isWorker ? reviewDue(desk, by) : [])];
  const toConfirm = verdictsToConfirm(desk, by);
  // What is left to do in an enquiry waits for those who work on it, not for those who read it.
  if (!isWorker) return toConfirm;
  const expiring = expiry(desk.expiries, by.today);
  const differing = desk.differences > 0 ? [one("second-differences", desk.dueDay, desk.differences)] : [];
  const next = returned(desk, by) ?? nextAction(desk);
  return [...caseDue(desk, by.today), ...toConfirm, ...found, ...measures, ...expiring, ...differing, next];
}

/** Verdicts of others wait for everybody who may be the second person. */
function verdictsToConfirm(desk: DeskCase, by: WaitingFor): WaitingThing[] {
  if (!by.may("work-on-cases") && !by.may("approve-decisions")) return [];
  const others = desk.awaiting.filter((personId) => personId !== by.personId).length;
  return others === 0 ? [] : [one("second-verdict", desk.dueDay, others)];
}

function one(kind: WaitingKind, day: Day | null, count = 0): WaitingThing {
  return { kind, count, day };
}

function caseDue({ dueDay }: DeskCase, today: Day): WaitingThing[] {
  if (dueDay === null) return [];
  const left = daysBetween(today, dueDay);
  if (left < 0) return [one("overdue", dueDay)];
  return left <= dueNoticeDays ? [one("due-soon", dueDay)] : [];
}

/** Measures past their day if there are any, or else those whose day is near. */
function measureDue(measures: readonly DeskMeasure[], today: Day): WaitingThing[] {
  const overdue = measures.filter(({ status, dueDay }) => status === "overdue" || dueDay < today);
  const [first] = overdue;
  if (first !== undefined) return [one("measure-overdue", first.dueDay, overdue.length)];
  const near = measures.filter(({ dueDay }) => daysBetween(today, dueDay) <= dueNoticeDays);
  const [next] = near;
  return next === undefined ? [] : [one("measure-due", next.dueDay, near.length)];
}

/** Evidence whose time has run out if there is any, or else what soon runs out. What is decided rests on what held then. */
function expiry(expiries: readonly Day[], today: Day): WaitingThing[] {
  const past = expiries.filter((day) => day < today);
  if (past[0] !== undefined) return [one("evidence-expired", past[0], past.length)];
  const near = expiries.filter((day) => daysBetween(today, day) <= expiryNoticeDays);
  return near[0] === undefined ? [] : [one("evidence-expiring", near[0], near.length)];
}

function nextAction(desk: DeskCase): WaitingThing {
  const isScored = desk.kind !== "self-check";
  if (isScored && !desk.triaged) return one("triage", desk.dueDay);
  if (desk.undecided > 0) return one("hits-undecided", desk.dueDay, desk.undecided);
  const left = Math.max(0, desk.required - desk.answered);
  if (left > 0) return one("next-item", desk.dueDay, left);
  if (isScored && !desk.screened) return one("not-screened", desk.dueDay);
  return one("ready-to-decide", desk.dueDay);
}

/** A decision put forward waits for everybody who may answer it, but never for whoever put it forward. */
function toAnswer(desk: DeskCase, by: WaitingFor): WaitingThing[] {
  if (desk.decision?.proposedBy === by.personId) return [];
  const mayApprove = by.may("approve-decisions") && !isSameUnit(by.unit, desk.hostUnit);
  return mayApprove || by.may("record-committee") ? [one("approval", desk.dueDay)] : [];
}

/** The latest decision came back and nothing newer was put forward: that waits for the one who put it forward. */
function returned({ decision, dueDay }: DeskCase, by: WaitingFor): WaitingThing | undefined {
  if (decision?.proposedBy !== by.personId) return undefined;
  return decision.answer?.given === "return" ? one("returned", dueDay) : undefined;
}

/** The reviewer's signature first, then that of the approver who approved this very decision. */
function signatures({ decision }: DeskCase, by: WaitingFor): WaitingThing[] {
  if (decision === null) return [];
  if (!decision.signed) return by.may("sign-papers") && by.may("work-on-cases") ? [one("unsigned", null)] : [];
  const isApprover = decision.answer?.kind === "approver" && decision.answer.by === by.personId;
  return isApprover && !decision.countersigned ? [one("countersign", null)] : [];
}

function reviewDue({ decision }: DeskCase, { today }: WaitingFor): WaitingThing[] {
  const day = decision?.reviewDay ?? null;
  if (day === null) return [];
  const left = daysBetween(today, day);
  if (left < 0) return [one("review-overdue", day)];
  return left <= reviewNoticeDays ? [one("review-due", day)] : [];
}
