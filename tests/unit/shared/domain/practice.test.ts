import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { loadContent } from "../../../../electron/content/load-content.ts";
import { loadPractice } from "../../../../electron/content/load-practice.ts";
import { mustExist } from "../../../../shared/assert.ts";
import { ItemId } from "../../../../shared/domain/ids.ts";
import { checkPractice, confidences, type PracticeAnswer, reviewPractice } from "../../../../shared/domain/practice.ts";

const resources = new URL("../../../../resources", import.meta.url).pathname;
const content = await loadContent(resources);
const practice = await loadPractice(resources, content);
const examples = content.examples.examples;
const one = mustExist(practice.cases[1], "there is a second case");
const example = mustExist(
  examples.find(({ id }) => id === one.example),
  "it has its example",
);

function answersWith(change: (truth: string, item: string) => Partial<PracticeAnswer>): PracticeAnswer[] {
  return example.input.items.map(({ item, answer }) => ({
    itemId: ItemId.parse(item),
    answer: answer as PracticeAnswer["answer"], // A worked example leaves no item unchecked.
    confidence: 99,
    seconds: 10,
    ...change(answer, item),
  }));
}

function review(answers: readonly PracticeAnswer[]): ReturnType<typeof reviewPractice> {
  return reviewPractice({ example, cues: one.cues }, { answers, policy: content.scoring });
}

describe("the practice cases that ship", () => {
  test("stand on the worked examples: one each, with a passage for every item", () => {
    assert.deepEqual(checkPractice(practice, examples), []);
    assert.deepEqual(
      practice.cases.map(({ example: id }) => id),
      examples.map(({ id }) => id),
    );
  });

  test("are refused when a cue names an item that is not asked, a paragraph that is not there, or is missing", () => {
    const cue = mustExist(one.cues[0], "a cue");
    const spoilt = (cues: typeof one.cues): number =>
      checkPractice({ ...practice, cases: [{ ...one, cues }] }, examples).length;
    assert.equal(spoilt(one.cues), 0);
    assert.equal(spoilt([...one.cues, { ...cue, item: "P-Z9" }]), 1);
    assert.equal(spoilt([...one.cues, { ...cue, paragraph: "Z.9" }]), 1);
    assert.equal(spoilt(one.cues.slice(1)), 1);
  });
});

describe("what an attempt shows", () => {
  test("is all right and hardly any distance for the truth given with full confidence", () => {
    const { right, items, brier, overconfidence } = review(answersWith(() => ({})));
    assert.equal(right, items);
    assert.ok(Math.abs(brier - 0.0001) < 1e-12);
    assert.ok(Math.abs(overconfidence + 0.01) < 1e-12);
  });

  test("tells what was rated too low from what was rated too high, and names the passage", () => {
    const { rows } = review(answersWith((truth) => ({ answer: truth === "none" ? "serious" : "none" })));
    for (const { truth, outcome, cues } of rows) {
      assert.equal(outcome, truth === "none" ? "overstated" : "missed");
      assert.ok(cues.length > 0);
    }
  });

  test("counts could-not-confirm as another answer and not as too low", () => {
    const { rows } = review(answersWith(() => ({ answer: "unknown" })));
    assert.ok(rows.every(({ outcome }) => outcome === "different"));
  });

  test("has the Brier score of a learner who always says half: a quarter, whatever the answers", () => {
    const answer = fc.constantFrom<PracticeAnswer["answer"]>("none", "minor", "material", "serious", "unknown", "na");
    fc.assert(
      fc.property(fc.array(answer, { minLength: 8, maxLength: 8 }), (given) => {
        let at = 0;
        const { brier } = review(answersWith(() => ({ answer: given[at++ % 8] ?? "none", confidence: 50 })));
        assert.ok(Math.abs(brier - 0.25) < 1e-12);
      }),
    );
  });

  test("groups answers by confidence, each counted once", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...confidences), { minLength: 8, maxLength: 8 }), (given) => {
        let at = 0;
        const { calibration, items } = review(answersWith(() => ({ confidence: given[at++ % 8] ?? 50 })));
        assert.equal(
          calibration.reduce((sum, { count }) => sum + count, 0),
          items,
        );
      }),
    );
  });
});
