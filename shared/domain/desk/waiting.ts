import { z } from "zod";
import { DossierId } from "../ids.ts";
import { Day } from "../time.ts";

/** What may wait in a case, most pressing first. */
export const waitingKinds = [
  "overdue",
  "measure-overdue",
  "review-overdue",
  "evidence-expired",
  "approval",
  "returned",
  "countersign",
  "second-review",
  "second-differences",
  "second-verdict",
  "unsigned",
  "due-soon",
  "measure-due",
  "review-due",
  "evidence-expiring",
  "ready-to-decide",
  "hits-undecided",
  "rescreened",
  "triage",
  "not-screened",
  "next-item",
] as const;
export const WaitingKind = z.enum(waitingKinds);
export type WaitingKind = z.infer<typeof WaitingKind>;

/** One thing that waits for the person, with enough to write a sentence and to go there. */
export const Waiting = z.object({
  kind: WaitingKind,
  dossierId: DossierId,
  number: z.string(),
  title: z.string(),
  /** Read by the people named for it alone. */
  restricted: z.boolean(),
  count: z.int().nonnegative(),
  day: Day.nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

/** A case's due day and a measure's are pointed out this many days before. */
export const dueNoticeDays = 14;

/** Evidence is pointed out this many days before it may no longer be relied on. */
export const expiryNoticeDays = 30;

/** A review day is pointed out this many days before it comes. */
export const reviewNoticeDays = 30;

/** Order on the home page: by what is most pressing, then by day, then by number. */
export function byUrgency(a: Pick<Waiting, "kind" | "day" | "number">, b: typeof a): number {
  return (
    waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind) ||
    inOrder(a.day ?? noDay, b.day ?? noDay) ||
    inOrder(a.number, b.number)
  );
}

/** Comes after every day. */
const noDay = "9999";

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
