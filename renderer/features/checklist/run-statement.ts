import type { AnswerPatch, SourceCheck } from "../../../shared/domain/answer.ts";
import { howFarAt, isAnswered } from "../../../shared/domain/checklist.ts";
import type { SourceType } from "../../../shared/domain/content/vocabulary.ts";
import type { Day } from "../../../shared/domain/time.ts";
import { withNothingIn } from "./enough.ts";
import { type ItemRow, isOpen } from "./item-rows.ts";
import type { ItemView } from "./item-view.ts";

/**
 * What a person states before a run of quick answers: these sources I have looked into for this case, on this day. An answer
 * "no concern" then records, for the sources its item asks for and the statement names, that nothing was found; for any other
 * source it records nothing, and the item stays incomplete.
 */
export interface RunStatement {
  readonly sources: readonly SourceType[];
  readonly lookedOn: Day;
  readonly isOptionalToo: boolean;
}

/** The sources that the open items of a run ask for at the light depth, in the order in which they first come up. */
export function runSources(rows: readonly ItemRow[], isOptionalToo: boolean): SourceType[] {
  const asked = rows
    .filter((row) => isOpen(row) && !row.isHidden && (row.isRequired || isOptionalToo))
    .flatMap((row) => howFarAt(row.item, "light").sources.map(({ source }) => source));
  return [...new Set(asked)];
}

/** The answer "no concern" with the looks the statement covers; without a statement, the answer alone. */
export function cleanAnswer(view: ItemView, run: RunStatement | undefined): AnswerPatch {
  const { answer, depth } = view.one;
  if (run === undefined || depth !== "light" || view.one.scale !== "risk") return { answer: "none" };
  const asked = howFarAt(view.row.item, depth).sources.map(({ source }) => source);
  const covered = asked.filter((source) => run.sources.includes(source));
  const sources = withNothingIn(answer.sources, covered, { lookedOn: run.lookedOn, basis: "run" });
  return sources.length === answer.sources.length ? { answer: "none" } : { answer: "none", sources };
}

/** Every source of this depth that nobody looked into yet, noted as looked into with nothing found. */
export function allNothing(view: ItemView, lookedOn: Day): SourceCheck[] {
  const asked = howFarAt(view.row.item, view.one.depth).sources.map(({ source }) => source);
  return withNothingIn(view.one.answer.sources, asked, { lookedOn });
}

/** How many items of a run have an answer, of how many. */
export function runCount(rows: readonly ItemRow[], isOptionalToo: boolean): { done: number; total: number } {
  const asked = rows.filter((row) => !row.isHidden && (row.isRequired || isOptionalToo));
  return { done: asked.filter((row) => !isOpen(row)).length, total: asked.length };
}

/** Whether an answer leaves its item incomplete for want of a reason that keys can give. */
export function awaitsReason(view: ItemView): boolean {
  const { answer, scale } = view.one;
  return scale === "risk" && isAnswered(answer) && answer.answer === "unknown" && answer.unknownReason === null;
}
