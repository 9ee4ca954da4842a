import type { Answer, AnswerBody } from "../../../shared/domain/answer.ts";
import { isInScale } from "../../../shared/domain/checklist.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { UnknownReason } from "../../../shared/domain/content/vocabulary.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import type { Comparison, SettledBy, SettledFor } from "../../../shared/domain/second-review.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { err, ok, type Result } from "../../../shared/result.ts";

/** How somebody says a conflict ended. */
export interface SettleInput {
  readonly itemId: ItemId;
  readonly settledFor: SettledFor;
  readonly answer: string | null;
  readonly unknownReason: UnknownReason | null;
  readonly settledBy: SettledBy;
  readonly reason: string;
}

type SettleRefusal = {
  readonly code: "not-a-conflict" | "answer-not-in-scale" | "not-a-third-person" | "reason-required";
};

/** What decides whether a settlement stands. */
export interface SettleCase {
  readonly template: Template;
  readonly row: Comparison | undefined;
  readonly input: SettleInput;
  /** The person at the keyboard has read the case first or second. */
  readonly isReader: boolean;
}

/** The answer that stands after a settlement, or why it may not be recorded. */
export function settledAnswer({ template, row, input, isReader }: SettleCase): Result<string, SettleRefusal> {
  if (row === undefined || !row.isConflict) return err({ code: "not-a-conflict" });
  if (input.settledBy === "third-person" && isReader) return err({ code: "not-a-third-person" });
  if (input.reason.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
  const answer = { first: row.first.answer, second: row.second.answer, other: input.answer }[input.settledFor];
  if (answer === null || answer === "not_checked" || !isInScale(template, answer))
    return err({ code: "answer-not-in-scale" });
  return ok(answer);
}

/** The case's answer after the settlement; the second reader's words join the first's where theirs stands. */
export function answerAfter(
  current: Answer,
  { row, input, answer }: { row: Comparison; input: SettleInput; answer: string },
): AnswerBody {
  const { itemId: _item, revision: _revision, updatedAt: _at, updatedBy: _by, ...body } = current;
  if (input.settledFor === "first") return { ...body, answer, unknownReason: row.first.unknownReason };
  if (input.settledFor === "other") {
    return { ...body, answer, unknownReason: answer === "unknown" ? input.unknownReason : null };
  }
  const { second } = row;
  return {
    ...body,
    answer,
    unknownReason: second.unknownReason,
    reason: joined(body.reason, second.reason, textLimits.note),
    fact: joined(body.fact, second.fact, textLimits.longText),
    assessment: joined(body.assessment, second.assessment, textLimits.longText),
    identity: second.identity ?? body.identity,
  };
}

/** Both texts, one below the other; the second alone where both do not fit. */
function joined(first: string, second: string, limit: number): string {
  if (second.trim() === "" || first.includes(second)) return first;
  if (first.trim() === "") return second;
  const both = `${first}\n${second}`;
  return both.length <= limit ? both : second;
}
