import type { ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import { careerGaps, type Gap } from "../../../shared/domain/profile/gaps.ts";
import { daysOf, type PeriodDays } from "../../../shared/domain/profile/period.ts";
import type { Day } from "../../../shared/domain/time.ts";

/** One line of the timeline. */
export interface TimelineLine {
  readonly entry: ProfileEntry;
  readonly days: PeriodDays;
}

/** A stretch of the picture, in per cent of its width. */
export interface Stretch {
  readonly start: number;
  readonly width: number;
  /** Not sure to have held all along. */
  readonly isSoft: boolean;
}

/** A subject's timeline: the years it spans, a line for each dated entry, and the gaps in the career. */
export interface Timeline {
  readonly firstYear: number;
  /** The last year that is drawn. */
  readonly lastYear: number;
  readonly lines: readonly TimelineLine[];
  readonly gaps: readonly Gap[];
  readonly undated: number;
}

const kindOrder = ["education", "post", "funding", "holding", "publication", "patent"];

/** Entries by kind and then by time, with the years they span. */
export function timelineOf(entries: readonly ProfileEntry[], today: Day): Timeline {
  const lines = entries.flatMap((entry) => {
    const days = daysOf(entry.period, today);
    return days === undefined ? [] : [{ entry, days }];
  });
  lines.sort(
    (a, b) =>
      kindOrder.indexOf(a.entry.kind) - kindOrder.indexOf(b.entry.kind) || a.days.first.localeCompare(b.days.first),
  );
  const years = lines.flatMap(({ days }) => [yearOf(days.first), yearOf(days.last)]);
  return {
    firstYear: Math.min(yearOf(today), ...years),
    lastYear: Math.max(yearOf(today), ...years),
    lines,
    gaps: careerGaps(entries, today),
    undated: entries.length - lines.length,
  };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Where a day stands in the picture, in per cent of its width. */
export function placeOf({ firstYear, lastYear }: Timeline, day: Day, isEnd = false): number {
  const from = Date.UTC(firstYear, 0, 1);
  const until = Date.UTC(lastYear + 1, 0, 1);
  const at = Date.parse(`${day}T00:00:00Z`) + (isEnd ? 86_400_000 : 0);
  return Math.min(100, Math.max(0, ((at - from) / (until - from)) * 100));
}

/** The stretches a period is drawn in: soft where its dates leave it open, solid between. */
export function stretchesOf(timeline: Timeline, { first, surelyFrom, surelyTo, last }: PeriodDays): Stretch[] {
  const between = (from: number, to: number, isSoft: boolean): Stretch[] =>
    to > from ? [{ start: from, width: to - from, isSoft }] : [];
  const [a, d] = [placeOf(timeline, first), placeOf(timeline, last, true)];
  if (surelyFrom > surelyTo) return between(a, d, true);
  const [b, c] = [placeOf(timeline, surelyFrom), placeOf(timeline, surelyTo, true)];
  return [...between(a, b, true), ...between(b, c, false), ...between(c, d, true)];
}

/** Years that bear a label: every one, or every fifth or tenth where they would stand too close. */
export function labelledYears({ firstYear, lastYear }: Timeline): readonly number[] {
  const count = lastYear - firstYear + 1;
  const step = count <= 16 ? 1 : count <= 60 ? 5 : 10;
  return Array.from({ length: count }, (_, at) => firstYear + at).filter((year) => year % step === 0);
}
