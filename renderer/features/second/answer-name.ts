import { answerWords } from "../../../shared/domain/answer-scale.ts";
import { type AnswerScale, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { DossierId, SecondReviewId } from "../../../shared/domain/ids.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";

/** Which review an item is compared in. */
export interface ReviewPlace {
  readonly dossierId: DossierId;
  readonly reviewId: SecondReviewId;
}

/** The word for an answer of this scale. */
export function useAnswerName(scale: AnswerScale): (answer: string) => string {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const list = answerWords[scale];
  return (answer) => (answer === "not_checked" ? text("second.notAnswered") : pick(nameOf(vocabulary, list, answer)));
}
