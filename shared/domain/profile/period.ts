import { z } from "zod";
import type { Day } from "../time.ts";
import { FuzzyDate, spanOf } from "./fuzzy-date.ts";

/** How a period ends where no date is given: it still runs, or nobody knows when it ended. */
export const OpenEnd = z.enum(["ongoing", "unknown"]);
export type OpenEnd = z.infer<typeof OpenEnd>;

/**
 * When something held. `to` null means one date rather than a stretch of time; both null means that no date is known.
 * An open end needs a beginning, and no period ends before it begins.
 */
export const Period = z
  .strictObject({ from: FuzzyDate.nullable(), to: z.union([FuzzyDate, OpenEnd]).nullable() })
  .refine((period) => isPeriodOrdered(period));
export type Period = z.infer<typeof Period>;

/** No date known. */
export const noPeriod: Period = { from: null, to: null };

/** Whether a period begins before it ends, and an open end has a beginning. */
export function isPeriodOrdered({ from, to }: { from: FuzzyDate | null; to: FuzzyDate | OpenEnd | null }): boolean {
  if (to === null) return true;
  if (isOpenEnd(to)) return from !== null;
  return from === null || spanOf(from).first <= spanOf(to).last;
}

/** Whether the end is no date. */
export function isOpenEnd(to: Period["to"]): to is OpenEnd {
  return to === "ongoing" || to === "unknown";
}

/** Whether any date is known. */
export function isDated(period: Period): boolean {
  return period.from !== null || period.to !== null;
}

/**
 * A period as days. It lasted at most from `first` to `last`, and at the least from `surelyFrom` to `surelyTo`; where the
 * dates are too coarse for any day to be sure, `surelyFrom` lies behind `surelyTo`.
 */
export interface PeriodDays {
  readonly first: Day;
  readonly last: Day;
  readonly surelyFrom: Day;
  readonly surelyTo: Day;
}

/** The days of a period; what still runs ends `today`. Undefined where no date is known at either end. */
export function daysOf({ from, to }: Period, today: Day): PeriodDays | undefined {
  const begin = from === null ? undefined : spanOf(from);
  const end = to === null ? begin : endOf(to, { today, begin });
  if (begin === undefined && end === undefined) return undefined;
  const start = begin ?? end;
  const stop = end ?? begin;
  if (start === undefined || stop === undefined) return undefined;
  return { first: start.first, surelyFrom: start.last, surelyTo: stop.first, last: stop.last };
}

function endOf(
  to: FuzzyDate | OpenEnd,
  { today, begin }: { today: Day; begin: { first: Day; last: Day } | undefined },
): { first: Day; last: Day } | undefined {
  if (to === "ongoing") return { first: laterOf(today, begin?.last), last: laterOf(today, begin?.last) };
  // Nobody knows: it may have ended at once and may run to this day.
  if (to === "unknown") return begin && { first: begin.first, last: laterOf(today, begin.last) };
  return spanOf(to);
}

function laterOf(one: Day, other: Day | undefined): Day {
  return other !== undefined && other > one ? other : one;
}

/** Whether a tie with this period can hold on a day: one of no date always can, one of a single date from then on. */
export function mayHoldOn(period: Period, day: Day, today: Day): boolean {
  const days = daysOf(period, today > day ? today : day);
  if (days === undefined) return true;
  if (period.from === null) return day <= days.last;
  if (period.to === null) return days.first <= day;
  return days.first <= day && day <= days.last;
}
