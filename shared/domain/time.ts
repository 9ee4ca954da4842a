import { z } from "zod";

/** A moment: epoch milliseconds, UTC. */
export const Instant = z.int().nonnegative().brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time zone, `2026-11-22`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** The zone in which days are counted and papers are dated. Japan has no summer time, so the offset is fixed. */
export const officeOffsetMs = 9 * 60 * 60 * 1000;

/** The day on which a moment falls in Japan. */
export function dayOf(instantMs: number): Day {
  return new Date(instantMs + officeOffsetMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
