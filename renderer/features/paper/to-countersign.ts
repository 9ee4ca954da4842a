import type { Report } from "../../../shared/contract/calls/decision.ts";

type Paper = Pick<Report, "id" | "decisionId" | "locale" | "createdAt" | "countersigns">;

/**
 * Papers of this decision that wait for the approver: the latest the reviewer signed in each language, unless it is
 * countersigned already.
 */
export function toCountersign<P extends Paper>(reports: readonly P[], decisionId: Report["decisionId"]): P[] {
  const own = reports.filter((report) => report.decisionId === decisionId && report.countersigns === null);
  const latest = new Map<string, P>();
  for (const report of own) {
    const known = latest.get(report.locale);
    if (known === undefined || report.createdAt > known.createdAt) latest.set(report.locale, report);
  }
  return [...latest.values()].filter((report) => !reports.some(({ countersigns }) => countersigns === report.id));
}
