import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { canJudge, emptyVerdict, verdictOf } from "../../../../../renderer/features/screening/verdict.ts";

const empty = emptyVerdict(null);
const words = "所在地、英語名称、公式資料の記載が一致し、同じ機関である。";

describe("the verdict on a candidate", () => {
  it("is not complete before something is chosen", () => {
    assert.equal(canJudge(empty), false);
    assert.throws(() => verdictOf(empty));
  });
  it("needs a reason code to call it another", () => {
    assert.equal(canJudge({ ...empty, disposition: "false_positive", note: words }), false);
    assert.equal(canJudge({ ...empty, disposition: "false_positive", reason: "diff_country" }), true);
  });
  for (const disposition of ["true_match", "related"] as const) {
    it(`needs words to call it ${disposition}, and spaces are none`, () => {
      assert.equal(canJudge({ ...empty, disposition, note: "　".repeat(30) }), false);
      assert.equal(canJudge({ ...empty, disposition, note: words }), true);
    });
  }
  it("hands over no reason code that belongs to another disposition", () => {
    const draft = { disposition: "true_match", reason: "diff_id", note: words } as const;
    assert.deepEqual(verdictOf(draft), { disposition: "true_match", reason: null, note: words });
  });
});
