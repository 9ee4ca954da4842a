import type { AuditEntry } from "../../../shared/domain/audit.ts";

/** The local day of a moment, `YYYY-MM-DD`. `offsetMinutes` is what `Date.getTimezoneOffset` answers for it. */
export function localDay(atMs: number, offsetMinutes: number): string {
  return new Date(atMs - offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** The day that begins with this entry of a list, latest first; undefined where the day goes on. */
export function dayBegunAt(
  entries: readonly AuditEntry[],
  index: number,
  dayOf: (entry: AuditEntry) => string,
): string | undefined {
  const entry = entries[index];
  if (entry === undefined) return undefined;
  const above = entries[index - 1];
  const day = dayOf(entry);
  return above !== undefined && dayOf(above) === day ? undefined : day;
}
