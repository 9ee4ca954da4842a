/** What happened so far in a run. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** One line per skip: what, and why. */
  readonly skips: string[];
}

/** An empty tally. */
export function emptyTally(): Tally {
  return { passed: 0, failed: 0, skipped: 0, skips: [] };
}

/** The closing lines: the counts alone on a line, then what was skipped, each reason once. */
export function closingLines(tally: Tally): string[] {
  const counts = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
  return [counts, ...new Set(tally.skips)];
}

/** Whether the run may be called good: nothing failed, and something ran. */
export function isGood(tally: Tally): boolean {
  return tally.failed === 0 && tally.passed > 0;
}
