import type { ValidMonths } from "./content/evidence-policy.ts";
import type { Evidence, EvidenceStanding } from "./evidence.ts";
import { type Day, dayOf } from "./time.ts";

/** Where a piece stands on a day: its status, unless its time has run out. */
export const evidenceStates = ["draft", "in-review", "accepted", "expired", "superseded"] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** Where a piece stands on a day. What has been replaced stays replaced, however old it is. */
export function evidenceStateOn(standing: Pick<EvidenceStanding, "status" | "validity">, today: Day): EvidenceState {
  if (standing.status === "superseded") return "superseded";
  return isPast(standing.validity.until, today) ? "expired" : standing.status;
}

/** Whether a piece no longer carries what rests on it: its time has run out, or another took its place. */
export function isStale(standing: Pick<EvidenceStanding, "status" | "validity">, today: Day): boolean {
  const state = evidenceStateOn(standing, today);
  return state === "expired" || state === "superseded";
}

/** Days on which a piece still counts, after this one; negative when its time has run out, null without an end. */
export function daysLeft({ validity }: Pick<EvidenceStanding, "validity">, today: Day): number | null {
  if (validity.until === null) return null;
  return Math.round((Date.parse(`${validity.until}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** The last day a piece may be relied on by these periods, counted from its capture or, where unknown, its import. */
export function validUntil(
  piece: Pick<Evidence, "evidenceType" | "capturedAt" | "importedAt">,
  months: ValidMonths,
): Day | null {
  const period = months[piece.evidenceType];
  if (period === null) return null;
  return addMonths(dayOf(piece.capturedAt ?? piece.importedAt), period);
}

/** The same day some months on; the last day of a month that is too short. */
function addMonths(day: Day, months: number): Day {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10);
}

function isPast(until: Day | null, today: Day): boolean {
  return until !== null && until < today;
}
