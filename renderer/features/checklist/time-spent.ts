const minuteMs = 60_000;

/**
 * Whole minutes in a stretch of time, rounded to the nearest, and what is left of it. What was rounded up is owed, so that
 * many short visits to an item come out as long as they were.
 */
export function wholeMinutes(ms: number): { readonly minutes: number; readonly restMs: number } {
  const minutes = Math.max(0, Math.round(ms / minuteMs));
  return { minutes, restMs: ms - minutes * minuteMs };
}

/** Minutes and seconds for a running clock. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
