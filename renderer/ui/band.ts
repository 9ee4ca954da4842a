import type { UiWord } from "./words.ts";

/** The four bands of risk, from the least to the gravest. */
export type Band = "low" | "moderate" | "high" | "critical";

/** Where a band begins on the scale, in points. */
export type BandStart = { readonly band: Band; readonly from: number };

/** The word for each band. */
export const bandWords: Readonly<Record<Band, UiWord>> = {
  low: "bandLow",
  moderate: "bandModerate",
  high: "bandHigh",
  critical: "bandCritical",
};

/** The band a score falls into. `starts` is in rising order and begins at 0. */
export function bandOf(score: number, starts: readonly BandStart[]): Band {
  return starts.findLast((start) => start.from <= score)?.band ?? "low";
}
