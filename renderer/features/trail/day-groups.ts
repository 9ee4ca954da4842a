import type { AuditEntry } from "../../../shared/domain/audit.ts";

/** Entries of one day in this machine's zone, in the order they came in. */
export interface DayGroup {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly entries: readonly AuditEntry[];
}

/** The local day of a moment. `offsetMinutes` is what `Date.getTimezoneOffset` answers for it. */
export function localDay(atMs: number, offsetMinutes: number): string {
  return new Date(atMs - offsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Splits entries, latest first, into runs of one day each. */
export function byDay(entries: readonly AuditEntry[], dayOf: (entry: AuditEntry) => string): DayGroup[] {
  const groups: { day: string; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry);
    const last = groups.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}
