import type { selfcheck as ja } from "../ja/selfcheck.ts";

/** The overview of a self-check. */
export const selfcheck: Record<keyof typeof ja, string> = {
  title: "Where we stand",
  lead: "How far each point is put into practice. Not a score, and not for ranking.",
  toChecklist: "To the items",
  byPoint: "By point",
  words: "{answered, number} of {items, number} answered; in practice {level, number} of {levelMax, number}",
};
