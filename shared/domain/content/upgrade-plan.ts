import type { Answer } from "../answer.ts";
import { isAnswered, type Progress, progressOf } from "../checklist.ts";
import { compareTemplates } from "./compare-templates.ts";
import { itemsOf, type TemplateFile } from "./template.ts";
import type { Depth } from "./vocabulary.ts";

/** What becomes of a case's answers when it goes on with another version; ids of items. */
export interface UpgradePlan {
  /** Answered, and asked in the same words. */
  readonly kept: readonly string[];
  /** Answered, and asked in other words or with other demands: a person should look at the answer again. */
  readonly lookAgain: readonly string[];
  /** Asked anew, and not answered. */
  readonly fresh: readonly string[];
  /** Asked again, with the answer it had when it was last asked. */
  readonly returning: readonly string[];
  /** Answered, and asked no more; the answers stay and are shown. */
  readonly gone: readonly string[];
  readonly before: Progress;
  readonly after: Progress;
}

/** Whether a person has written anything for this item, an answer or not. */
export function isTouched(answer: Answer): boolean {
  const texts = [answer.reason, answer.fact, answer.explanation, answer.assessment];
  return (
    isAnswered(answer) ||
    texts.some((text) => text.trim() !== "") ||
    answer.sources.length + answer.evidence.length > 0 ||
    answer.confirmedBySubject
  );
}

/** What a move of a case from one version to another would do. Every touched answer stands in exactly one list. */
export function planUpgrade(change: {
  readonly from: TemplateFile;
  readonly to: TemplateFile;
  readonly answers: readonly Answer[];
  readonly depth: Depth;
}): UpgradePlan {
  const { from, to, answers, depth } = change;
  const touched = new Set<string>(answers.filter(isTouched).map((answer) => answer.itemId));
  const asked = new Set(itemsOf(from).map((item) => item.id));
  const changed = new Set(
    compareTemplates(from, to)
      .items.filter((one) => one.reworded.length + one.demands.length > 0)
      .map((one) => one.itemId),
  );
  const will = itemsOf(to).map((item) => item.id);
  const willAsk = new Set(will);
  const stays = will.filter((id) => asked.has(id) && touched.has(id));
  const comes = will.filter((id) => !asked.has(id));
  return {
    kept: stays.filter((id) => !changed.has(id)),
    lookAgain: stays.filter((id) => changed.has(id)),
    fresh: comes.filter((id) => !touched.has(id)),
    returning: comes.filter((id) => touched.has(id)),
    gone: [...touched].filter((id) => !willAsk.has(id)),
    before: progressOf(from, depth, answers).whole,
    after: progressOf(to, depth, answers).whole,
  };
}

/** Touched answers to items that a version does not ask, in the order of their ids. */
export function unaskedAnswers(template: Pick<TemplateFile, "sections">, answers: readonly Answer[]): Answer[] {
  const asked = new Set<string>(itemsOf(template).map((item) => item.id));
  return answers.filter((answer) => isTouched(answer) && !asked.has(answer.itemId));
}
