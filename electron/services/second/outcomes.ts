import { type Agreement, agreementOf } from "../../../shared/domain/agreement.ts";
import { answersByScale } from "../../../shared/domain/answer-scale.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Comparison, SecondOutcome } from "../../../shared/domain/second-review.ts";
import type { OpenSession } from "../session.ts";
import { comparisonsOf, reviewOf } from "./records.ts";

/** How far the two readers of these rows agree, over the items that both answered. */
export function agreementOfRows(rows: readonly Comparison[], template: Template): Agreement {
  const pairs = rows
    .map(({ first, second }) => ({ first: first.answer, second: second.answer }))
    .filter(({ first, second }) => first !== "not_checked" && second !== "not_checked");
  return agreementOf(pairs, answersByScale[template.answerScale]);
}

/** What the second reviews of a case came to, earliest first; one still open or called off is none of them. */
export function secondOutcomes(
  open: OpenSession,
  { dossierId, template }: { dossierId: DossierId; template: Template },
): SecondOutcome[] {
  return open.tables.secondReviews
    .list(dossierId)
    .filter(({ state, first }) => first !== null && (state === "handed-in" || state === "settled"))
    .toReversed()
    .map((record) => {
      const rows = comparisonsOf(open, { dossierId, record, template });
      const { items, agreed, kappa, ac1 } = agreementOfRows(rows, template);
      const conflicts = rows.filter(({ isConflict }) => isConflict);
      return {
        number: record.number,
        firstNames: [...new Set(rows.flatMap(({ firstBy }) => firstBy ?? []))],
        readerName: reviewOf(open, { dossierId, record, template }).readerName,
        ...{ items, agreed, kappa, ac1 },
        conflicts: conflicts.length,
        settlements: conflicts.flatMap(({ settlement }) =>
          settlement === null
            ? []
            : [{ settledFor: settlement.settledFor, settledBy: settlement.settledBy, byName: settlement.byName }],
        ),
      };
    });
}
