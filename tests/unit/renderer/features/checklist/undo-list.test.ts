import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  typingPauseMs,
  type UndoStep,
  undoLimit,
  withStep,
} from "../../../../../renderer/features/checklist/undo-list.ts";
import { ItemId } from "../../../../../shared/domain/ids.ts";

const itemId = ItemId.parse("P-A1");
const typed = (fact: string, atMs: number): UndoStep => ({
  kind: "answer",
  itemId,
  before: { fact },
  isTyping: true,
  atMs,
});
const chosen = (answer: string, atMs: number): UndoStep => ({
  kind: "answer",
  itemId,
  before: { answer },
  isTyping: false,
  atMs,
});

describe("the list of what can be taken back", () => {
  it("takes typing in one field as one step, back to where it began", () => {
    const steps = ["", "受", "受入"].reduce<UndoStep[]>((list, fact, index) => withStep(list, typed(fact, index)), []);
    assert.equal(steps.length, 1);
    assert.deepEqual(steps[0]?.kind === "answer" && steps[0].before, { fact: "" });
  });

  it("starts a new step after a long pause", () => {
    const steps = withStep(withStep([], typed("", 0)), typed("受入", typingPauseMs));
    assert.equal(steps.length, 2);
  });

  it("takes every choice as a step of its own", () => {
    const steps = withStep(withStep([], chosen("none", 0)), chosen("minor", 1));
    assert.equal(steps.length, 2);
  });

  it("forgets the oldest beyond its limit", () => {
    let steps: UndoStep[] = [];
    for (let turn = 0; turn < undoLimit + 5; turn += 1) steps = withStep(steps, chosen(String(turn), turn));
    assert.equal(steps.length, undoLimit);
    assert.deepEqual(steps[0]?.kind === "answer" && steps[0].before, { answer: "5" });
  });
});
