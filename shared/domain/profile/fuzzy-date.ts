import { z } from "zod";
import type { Day } from "../time.ts";

/** A date as far as it is known. */
export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Only about right. */
  readonly isAbout: boolean;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/;

/** Years a dossier may name. */
const firstYear = 1800;
const lastYear = 2199;

/**
 * A date as far as it is known, as ISO 8601-2 writes it: `2019`, `2019-04`, `2019-04-01`, with `~` at the end where it is
 * only about right. Always a real day of the calendar.
 */
export const FuzzyDate = z
  .string()
  .max(11, { abort: true })
  // Whatever compares dates runs after this and may rely on it: a text that is no date ends the check here.
  .refine((value) => isFuzzyDate(value), { abort: true });
export type FuzzyDate = z.infer<typeof FuzzyDate>;

/** Whether a text is a fuzzy date in its stored form. */
function isFuzzyDate(value: string): boolean {
  const found = shape.exec(value);
  if (found === null) return false;
  const [, year = "", month, day] = found;
  return isInCalendar(Number(year), month && Number(month), day && Number(day));
}

function isInCalendar(year: number, month: number | "" | undefined, day: number | "" | undefined): boolean {
  if (year < firstYear || year > lastYear) return false;
  if (month === undefined || month === "") return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || day === "" || (day >= 1 && day <= daysIn(year, month));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The stored form of a date; undefined for a day the calendar does not have. */
export function fuzzyDateOf({ year, month, day, isAbout }: DateParts): FuzzyDate | undefined {
  if (!Number.isInteger(year) || !isInCalendar(year, month, day)) return undefined;
  const parts = [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [twoDigits(part)]))];
  return parts.join("-") + (isAbout ? "~" : "");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** The parts of a stored date. Throws for what is not one. */
export function partsOf(date: FuzzyDate): DateParts {
  const found = shape.exec(date);
  if (found === null) throw new Error("not a fuzzy date");
  const [, year, month, day, about] = found;
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    isAbout: about === "~",
  };
}

/** How far a date reaches: every day it can mean lies from `first` to `last`. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The days a date can mean. "About" widens it by one of its own steps on either side: a year, a month, or 15 days.
 */
export function spanOf(date: FuzzyDate): DaySpan {
  const { year, month, day, isAbout } = partsOf(date);
  const about = isAbout ? 1 : 0;
  if (month === undefined) return { first: dayAt(year - about, 1, 1), last: dayAt(year + about, 13, 0) };
  if (day === undefined) return { first: dayAt(year, month - about, 1), last: dayAt(year, month + 1 + about, 0) };
  return { first: dayAt(year, month, day - 15 * about), last: dayAt(year, month, day + 15 * about) };
}

/** Months and days beyond their range run over, as in the platform's own calendar. */
function dayAt(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The day after. */
export function dayAfter(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dayAt(year, month, date + 1);
}

/** A day so many months later, at most the last day of its month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = Number(dayAt(year, month + months + 1, 0).slice(8));
  return dayAt(year, month + months, Math.min(date, last));
}
