import type { AnswerPatch } from "../../../shared/domain/answer.ts";
import type { EvidenceId, ItemId } from "../../../shared/domain/ids.ts";

/** Something that can be taken back: fields of one answer, a tie to evidence, an item put off, or a move between items. */
export type UndoStep =
  | {
      readonly kind: "answer";
      readonly itemId: ItemId;
      readonly before: AnswerPatch;
      /** Typed, not chosen. */
      readonly isTyping: boolean;
      readonly atMs: number;
    }
  | { readonly kind: "link"; readonly itemId: ItemId; readonly evidenceId: EvidenceId; readonly wasLinked: boolean }
  /** The queue as it was; `itemId` is where the person was. */
  | { readonly kind: "defer"; readonly itemId: ItemId; readonly before: readonly string[] }
  | { readonly kind: "move"; readonly itemId: ItemId };

/** Typing in one field within this many milliseconds of the last key is one change, not many. */
export const typingPauseMs = 5_000;

/** More steps than anybody walks back. */
export const undoLimit = 200;

/** Adds a step, newest last. Typing on in the same field continues the step before. */
export function withStep(steps: readonly UndoStep[], step: UndoStep): UndoStep[] {
  const last = steps.at(-1);
  if (step.kind === "answer" && last?.kind === "answer" && continues(last, step)) {
    return [...steps.slice(0, -1), { ...last, atMs: step.atMs }];
  }
  return [...steps, step].slice(-undoLimit);
}

type AnswerStep = Extract<UndoStep, { kind: "answer" }>;

function continues(last: AnswerStep, step: AnswerStep): boolean {
  const same = Object.keys(last.before).join() === Object.keys(step.before).join();
  return last.isTyping && step.isTyping && last.itemId === step.itemId && same && step.atMs - last.atMs < typingPauseMs;
}
