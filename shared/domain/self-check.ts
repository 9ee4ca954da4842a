import type { ItemAnswer } from "./checklist.ts";
import { itemsOf, type Template } from "./content/template.ts";
import type { Vocabulary } from "./content/vocabulary.ts";

/** Where the organisation stands on one point of the task force. */
export interface SelfCheckPoint {
  readonly point: string;
  readonly items: number;
  readonly answered: number;
  /** Sum of the levels reached and the sum that could be; items that do not apply are left out of both. */
  readonly level: number;
  readonly levelMax: number;
}

/** The self-check by point, in the template's order. It has no risk score and never feeds a case. */
export function selfCheckByPoint(
  template: Pick<Template, "sections">,
  answers: readonly ItemAnswer[],
  vocabulary: Pick<Vocabulary, "answersSelfCheck">,
): SelfCheckPoint[] {
  const levels = new Map<string, number | null>(vocabulary.answersSelfCheck.map((word) => [word.id, word.level]));
  const top = Math.max(...vocabulary.answersSelfCheck.map((word) => word.level ?? 0));
  const chosen = new Map(answers.map((answer) => [answer.itemId, answer.answer]));
  const points = Map.groupBy(itemsOf(template), (item) => item.taskForce?.point ?? "");
  return [...points].map(([point, items]) => {
    const given = items.map((item) => chosen.get(item.id) ?? "not_checked");
    const rated = given.filter((answer) => answer !== "na");
    return {
      point,
      items: items.length,
      answered: given.filter((answer) => answer !== "not_checked").length,
      level: rated.reduce((sum, answer) => sum + (levels.get(answer) ?? 0), 0),
      levelMax: rated.length * top,
    };
  });
}
