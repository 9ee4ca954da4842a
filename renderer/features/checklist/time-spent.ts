const minuteMs = 60_000;

/**
 * Whole minutes in a stretch of time, and what is left of it. `begun` counts a minute as soon as it has begun, for work, which
 * is never nothing; `nearest` rounds, for looking. What was rounded up is owed, so that many short visits come out as long as
 * they were.
 */
export function wholeMinutes(
  ms: number,
  rounding: "begun" | "nearest",
): { readonly minutes: number; readonly restMs: number } {
  const minutes = Math.max(0, (rounding === "begun" ? Math.ceil : Math.round)(ms / minuteMs));
  return { minutes, restMs: ms - minutes * minuteMs };
}

/** Minutes and seconds for a running clock. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
