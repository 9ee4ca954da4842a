import { answersByScale } from "../../../shared/domain/answer-scale.ts";
import type { AnswerScale } from "../../../shared/domain/content/vocabulary.ts";
import { UnknownReason } from "../../../shared/domain/content/vocabulary.ts";

/** The key that takes an answer back. */
export const clearKey = "0";

/** The key of each answer, in order. */
export function answerKeys(scale: AnswerScale): ReadonlyArray<{ answer: string; key: string }> {
  return answersByScale[scale].map((answer, index) => ({ answer, key: String(index + 1) }));
}

/** The key of each reason for which something could not be confirmed; the plain digits belong to the answers. */
export function reasonKeys(): ReadonlyArray<{ reason: UnknownReason; key: string }> {
  return UnknownReason.options.map((reason, index) => ({ reason, key: `Alt+${index + 1}` }));
}
