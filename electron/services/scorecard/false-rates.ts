import type { EditionId } from "../../../shared/domain/ids.ts";
import type { ListFalseRate } from "../../../shared/domain/scorecard.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { readableRecords } from "../enter-case.ts";
import type { OpenSession } from "../session.ts";

/** Cases read before calls of the window are let in between. */
const casesPerSlice = 50;

/**
 * How people judged the hits of each edition, over the cases this person may read: what is shut to them is not in any number.
 * A verdict that waits for a second person counts as open. Answers nothing when `isOver` says that the session ended.
 */
export async function falseRates(open: OpenSession, isOver: () => boolean): Promise<ListFalseRate[] | undefined> {
  const rates = new Map<EditionId, ListFalseRate>();
  for (const [at, { id }] of readableRecords(open).entries()) {
    if (at % casesPerSlice === casesPerSlice - 1) {
      await new Promise(setImmediate);
      if (isOver()) return undefined;
    }
    for (const { hit } of open.tables.screening.hits(id))
      rates.set(hit.editionId, counted(rates.get(hit.editionId), hit));
  }
  return [...rates.values()].sort((a, b) => a.title.localeCompare(b.title) || b.edition.localeCompare(a.edition));
}

function counted(before: ListFalseRate | undefined, hit: Hit): ListFalseRate {
  const { editionId, listTitle: title, edition, judgement, awaitsSecondPerson } = hit;
  const rate = before ?? { editionId, title, edition, judged: 0, different: 0, open: 0 };
  const verdict = judgement?.disposition ?? "undecided";
  if (verdict === "undecided" || awaitsSecondPerson) return { ...rate, open: rate.open + 1 };
  return { ...rate, judged: rate.judged + 1, different: rate.different + (verdict === "false_positive" ? 1 : 0) };
}
