import type { Day } from "../time.ts";
import type { EntryKind, ProfileEntry } from "./entry.ts";
import { dayAfter, monthsLater } from "./fuzzy-date.ts";
import { daysOf, type PeriodDays } from "./period.ts";

/** A stretch of a career for which nothing is recorded. */
export interface Gap {
  /** The first and the last day without anything. */
  readonly from: Day;
  readonly to: Day;
  /** False where the dates around it are too coarse to tell whether it is as long as that. */
  readonly isCertain: boolean;
}

/** Entries held at the same time. */
export interface Overlap {
  readonly first: ProfileEntry;
  readonly second: ProfileEntry;
  readonly from: Day;
  readonly to: Day;
  readonly isCertain: boolean;
}

/** A gap of so many months is put to the person (P-B1). */
const gapMonths = 6;

const career: readonly EntryKind[] = ["post", "education"];

interface Held {
  readonly entry: ProfileEntry;
  readonly days: PeriodDays;
}

/** Posts and studies with dates, earliest first. A single date tells of no stretch of time, except as a year. */
function careerOf(entries: readonly ProfileEntry[], today: Day): Held[] {
  return entries
    .filter((entry) => career.includes(entry.kind))
    .flatMap((entry) => {
      const days = daysOf(entry.period, today);
      return days === undefined ? [] : [{ entry, days }];
    })
    .sort((a, b) => (a.days.first < b.days.first ? -1 : 1));
}

/**
 * Stretches of six months or more between the first entry of a career and today for which neither a post nor a study is
 * recorded. A gap is certain where it is as long even if every coarse date is read to close it.
 */
export function careerGaps(entries: readonly ProfileEntry[], today: Day): Gap[] {
  const held = careerOf(entries, today);
  if (held.length === 0) return [];
  const widest = uncovered(
    held.map(({ days }) => ({ from: days.first, to: days.last })),
    today,
  );
  const narrowest = uncovered(
    held.map(({ days }) => sureStretch(days)).filter(({ from, to }) => from <= to),
    today,
  );
  const certain = widest.filter(isLong);
  const possible = narrowest.filter(
    (gap) => isLong(gap) && !certain.some((one) => one.from <= gap.to && gap.from <= one.to),
  );
  return [
    ...certain.map((gap) => ({ ...gap, isCertain: true })),
    ...possible.map((gap) => ({ ...gap, isCertain: false })),
  ].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A month is read as a whole one, as people write them; only what is coarser than that leaves room for a gap. */
function sureStretch({ first, surelyFrom, surelyTo, last }: PeriodDays): Stretch {
  return {
    from: surelyFrom < monthsLater(first, 1) ? first : surelyFrom,
    to: last < monthsLater(surelyTo, 1) ? last : surelyTo,
  };
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

function isLong({ from, to }: Stretch): boolean {
  return dayAfter(to) >= monthsLater(from, gapMonths);
}

/** What lies between stretches, and from the last of them to today. */
function uncovered(stretches: readonly Stretch[], today: Day): Stretch[] {
  const sorted = [...stretches].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Stretch[] = [];
  let covered: Day | undefined;
  for (const { from, to } of sorted) {
    if (covered !== undefined && from > dayAfter(covered)) found.push({ from: dayAfter(covered), to: dayBefore(from) });
    if (covered === undefined || to > covered) covered = to;
  }
  if (covered !== undefined && today > dayAfter(covered)) found.push({ from: dayAfter(covered), to: today });
  return found;
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Pairs of posts held at once; certain where they overlap even if every coarse date is read to part them. */
export function concurrentPosts(entries: readonly ProfileEntry[], today: Day): Overlap[] {
  const posts = careerOf(entries, today).filter(({ entry }) => entry.kind === "post" && entry.period.to !== null);
  return posts.flatMap((one, at) => posts.slice(at + 1).flatMap((other) => overlapOf(one, other)));
}

function overlapOf(one: Held, other: Held): Overlap[] {
  const sure = shared(
    { from: one.days.surelyFrom, to: one.days.surelyTo },
    { from: other.days.surelyFrom, to: other.days.surelyTo },
  );
  const possible = shared({ from: one.days.first, to: one.days.last }, { from: other.days.first, to: other.days.last });
  const found = sure ?? possible;
  // Changing posts within one coarse date is no overlap: only what lasts past the next month is told.
  if (found === undefined || (sure === undefined && found.to < monthsLater(found.from, gapMonths * 2))) return [];
  return [{ first: one.entry, second: other.entry, ...found, isCertain: sure !== undefined }];
}

function shared(one: Stretch, other: Stretch): Stretch | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return one.from <= one.to && other.from <= other.to && from <= to ? { from, to } : undefined;
}
