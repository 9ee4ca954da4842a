import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type DecisionDraft,
  departs,
  emptyDraft,
  finished,
  problemsOf,
} from "../../../../../renderer/features/decision/decision-draft.ts";
import { DecisionInput, decisionLimits } from "../../../../../shared/domain/decision.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { caseOf, exampleInput, itemFor, rules } from "../../../shared/domain/risk/sample-cases.ts";

const today = "2026-11-22";
const [accepted, mitigated, pending] = ["EX1", "EX2", "EX6"].map((id) => assess(exampleInput(id), rules));
assert.ok(accepted && mitigated && pending);
const keyUnknown = assess(caseOf([itemFor({ answer: "unknown", key: true })], { techTier: "T1", access: "A0" }), rules);

const draft = (part: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...emptyDraft(today),
  outcome: "mitigate",
  reason: "措置により残余リスクは中以下に収まる。",
  reviewDay: "2027-05-31",
  decidedBy: "研究セキュリティ責任者 髙﨑 𠮷",
  ...part,
});
const codes = (one: DecisionDraft, assessment = mitigated): string[] =>
  problemsOf(one, assessment, today).map(({ field, code }) => `${field} ${code}`);

describe("a decision being written", () => {
  it("can be recorded when it follows the recommendation and says what it must", () => {
    assert.deepEqual(codes(draft()), []);
    assert.ok(DecisionInput.safeParse(finished(draft(), mitigated)).success);
  });

  it("needs outcome, reason and who decided", () => {
    assert.deepEqual(codes(emptyDraft(today)), ["outcome needed", "reason needed", "decidedBy needed"]);
  });

  it("needs twenty characters of reason where it departs, counted without the blanks around them", () => {
    const short = draft({ outcome: "avoid", departureReason: `  ${"あ".repeat(19)}\n` });
    assert.deepEqual(codes(short), ["departureReason departure-needs-reason"]);
    assert.deepEqual(codes({ ...short, departureReason: "あ".repeat(20) }), []);
  });

  it("cannot go ahead while the recommendation is to hold, but can avoid", () => {
    assert.deepEqual(codes(draft(), pending), ["outcome decision-not-ready"]);
    assert.deepEqual(codes(draft({ outcome: "avoid", departureReason: "あ".repeat(20) }), pending), []);
  });

  it("needs a review date to mitigate, and to accept with a key item unconfirmed", () => {
    assert.deepEqual(codes(draft({ reviewDay: null })), ["reviewDay review-date-required"]);
    assert.deepEqual(codes(draft({ outcome: "accept", reviewDay: null }), accepted), []);
    assert.equal(keyUnknown.facts.keyUnknown, 1);
    const accept = draft({ outcome: "accept", reviewDay: null, departureReason: "あ".repeat(20) });
    assert.deepEqual(codes(accept, keyUnknown), ["reviewDay review-date-required"]);
  });

  it("has its days in order", () => {
    assert.deepEqual(codes(draft({ decidedDay: "2026-11-23" })), ["decidedDay later-than-today"]);
    assert.deepEqual(codes(draft({ reviewDay: today })), ["reviewDay not-after-decision"]);
    assert.deepEqual(codes(draft({ decidedDay: "0026-11-22" })), ["decidedDay implausible-day"]);
  });

  it("is refused exactly where the call would refuse it, as too long or as not storable", () => {
    const full = "𠮷".repeat(decisionLimits.reason);
    for (const [reason, expected] of [
      [full, []],
      [`${full}葛`, ["reason too-long"]],
      ["理由\u0000", ["reason text-invalid"]],
    ] as const) {
      assert.deepEqual(codes(draft({ reason })), expected);
      const input = finished(draft({ reason }), mitigated);
      assert.equal(DecisionInput.safeParse(input).success, expected.length === 0);
    }
  });

  it("leaves out a reason for departing when it does not depart in the end", () => {
    assert.equal(finished(draft({ departureReason: "やはり推奨に従うこととした。" }), mitigated)?.departureReason, "");
  });

  it("departs from no escalation, since that is a route", () => {
    const escalated = assess(exampleInput("EX3"), rules);
    assert.equal(escalated.advice.recommendation, "escalate");
    for (const outcome of ["accept", "mitigate", "avoid"] as const) assert.equal(departs(outcome, escalated), false);
  });
});
