import { listDay } from "../../../shared/domain/list-editions.ts";
import { type Edition, staleAfterDays } from "../../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../../shared/domain/time.ts";

/** Days since an edition was published, or imported where the list does not say. */
export function ageInDays(edition: Pick<Edition, "publishedDay" | "importedAt">, nowMs: number): number {
  return daysBetween(listDay(edition), dayOf(nowMs));
}

/** Whether a list of this age is pointed out. */
export function isStale(days: number): boolean {
  return days > staleAfterDays;
}
