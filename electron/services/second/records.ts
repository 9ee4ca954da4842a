import { itemsOf, type Template } from "../../../shared/domain/content/template.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import {
  type Comparison,
  emptyReading,
  isConflict,
  readingOf,
  type SecondReading,
  type SecondReview,
} from "../../../shared/domain/second-review.ts";
import type { FirstReading, SecondReviewRecord } from "../../vault/tables/second-review-table.ts";
import type { OpenSession } from "../session.ts";

/** The case's answers as the first reading: what the second will be held against. */
export function firstReadings(
  open: OpenSession,
  { dossierId, items }: { dossierId: DossierId; items: readonly ItemId[] },
): FirstReading[] {
  const answers = new Map(open.tables.answers.list(dossierId).map((answer) => [answer.itemId, answer]));
  return items.map((itemId) => {
    const answer = answers.get(itemId);
    return { ...(answer === undefined ? emptyReading : readingOf(answer)), itemId, by: answer?.updatedBy ?? null };
  });
}

/** Both readings of every item in the template's order; before the hand-in there is nothing to compare. */
export function comparisonsOf(
  { tables }: OpenSession,
  { dossierId, record, template }: { dossierId: DossierId; record: SecondReviewRecord; template: Template },
): Comparison[] {
  const second = readingsByItem(tables.secondReviews.readings(dossierId, record.id));
  const settled = new Map(tables.secondReviews.settlements(dossierId, record.id).map((one) => [one.itemId, one]));
  const order = new Map(itemsOf(template).map((item, place) => [item.id, place]));
  const placeOf = (itemId: string): number => order.get(itemId) ?? order.size;
  return (record.first ?? [])
    .toSorted((a, b) => placeOf(a.itemId) - placeOf(b.itemId))
    .map((first) => {
      const reading = readingOf(second.get(first.itemId) ?? emptyReading);
      return {
        itemId: first.itemId,
        first: readingOf(first),
        firstBy: first.by,
        second: reading,
        isConflict: isConflict(first, reading),
        settlement: settled.get(first.itemId) ?? null,
      };
    });
}

function readingsByItem(readings: readonly SecondReading[]): Map<ItemId, SecondReading> {
  return new Map(readings.map((reading) => [reading.itemId, reading]));
}

/** A review as lists show it. How far an open one has come is its reader's own business and known to nobody else. */
export function reviewOf(
  open: OpenSession,
  { dossierId, record, template }: { dossierId: DossierId; record: SecondReviewRecord; template: Template },
): SecondReview {
  const { secondReviews, people } = open.tables;
  const rows = comparisonsOf(open, { dossierId, record, template });
  const conflicts = rows.filter((row) => row.isConflict);
  const isHidden = record.state === "open" && record.readerId !== open.person.id;
  const readings = isHidden ? [] : secondReviews.readings(dossierId, record.id);
  const { first: _first, ...shown } = record;
  return {
    ...shown,
    readerName: people.list().find(({ id }) => id === record.readerId)?.displayName ?? "",
    answered: readings.filter(({ answer }) => answer !== "not_checked").length,
    conflicts: conflicts.length,
    settled: conflicts.filter((row) => row.settlement !== null).length,
  };
}
