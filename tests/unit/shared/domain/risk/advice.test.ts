import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { approverFor, nextHigherApprover } from "../../../../../shared/domain/risk/advice.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput, RatedItem } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, changedRules, itemFor, rules } from "./sample-cases.ts";

function advise(items: Partial<RatedItem>[], parts: Partial<AssessmentInput> = {}) {
  const numbered = items.map((item, index) => itemFor({ item: `X-${index}`, ...item }));
  return assess(caseOf(numbered, parts), rules).advice;
}

describe("the decision table", () => {
  it("row 2: an outstanding licence holds the case with Export Control", () => {
    const advice = advise([{}], { gatesOpen: ["G2"] });
    assert.deepEqual([advice.row, advice.recommendation, advice.approver], ["D2", "pend", "export"]);
  });

  it("row 3: a required item that is not checked holds the case", () => {
    assert.equal(advise([{ answer: "not_checked" }]).row, "D3");
  });

  it("row 3: an optional item that is not checked does not", () => {
    assert.equal(advise([{}, { answer: "not_checked", required: false }]).row, "D9");
  });

  it("row 3: an unsettled subject holds the case", () => {
    assert.equal(advise([{}], { subjectIdentity: "possible" }).row, "D3");
    assert.equal(advise([{}], { subjectIdentity: "likely" }).row, "D9");
  });

  it("row 4: an incompatible duty that continues is avoided, but only once the facts are in", () => {
    assert.equal(advise([{}], { gatesOpen: ["G5"] }).row, "D4");
    assert.equal(advise([{ answer: "not_checked" }], { gatesOpen: ["G5"] }).row, "D3");
  });

  it("row 5: a critical residual is avoided", () => {
    assert.deepEqual(advise([{ answer: "serious" }]).row, "D5");
  });

  it("row 6: a material non-disclosure goes to the committee", () => {
    assert.deepEqual(
      [advise([{}], { gatesOpen: ["G4"] }).row, advise([{}], { gatesOpen: ["G4"] }).approver],
      ["D6", "committee"],
    );
  });

  it("row 7: a high residual goes to the committee", () => {
    assert.equal(advise([{ answer: "material" }]).row, "D7");
  });

  it("row 8: a residual brought down is approved with conditions, by the approver of its band", () => {
    const advice = advise([{ answer: "material" }], {
      measures: [{ measure: "M-IS7", status: "agreed", complete: true }],
    });
    assert.deepEqual([advice.row, advice.recommendation, advice.approver], ["D8", "mitigate", "rs_officer"]);
  });

  it("row 9: a low case without open key items is accepted by the unit's head", () => {
    const advice = advise([{}]);
    assert.deepEqual([advice.row, advice.recommendation, advice.approver], ["D9", "accept", "reviewer"]);
  });

  it("row 10: an unconfirmed key item makes a low case a time-limited one", () => {
    const advice = advise([{ answer: "unknown", key: true }], { depth: "light", techTier: "T1", access: "A1" });
    assert.deepEqual([advice.row, advice.recommendation], ["D10", "mitigate"]);
  });

  it("shows every row up to the one that holds, with what each part found", () => {
    const advice = advise([{ answer: "not_checked" }]);
    assert.deepEqual(
      advice.rows.map((row) => [row.row, row.holds]),
      [
        ["D1", false],
        ["D2", false],
        ["D3", true],
      ],
    );
    assert.deepEqual(advice.rows[2]?.leaves[0], {
      subject: "requiredNotChecked",
      op: "gt",
      expected: [0],
      actual: [1],
      holds: true,
    });
  });

  it("falls back to the committee when no row holds", () => {
    const changed = changedRules((policy) => {
      policy.decisionTable = policy.decisionTable.slice(0, 1);
    });
    const advice = assess(caseOf([itemFor()]), changed).advice;
    assert.deepEqual([advice.row, advice.recommendation, advice.approver], [null, "escalate", "committee"]);
  });
});

describe("who decides", () => {
  it("follows the residual band where the row says so", () => {
    const bands = ["low", "moderate", "high", "critical"] as const;
    assert.deepEqual(
      bands.map((band) => approverFor("by_residual_band", band, rules.policy)),
      ["reviewer", "rs_officer", "committee", "executive"],
    );
  });

  it("is one step higher on departure, and stays at the top", () => {
    assert.equal(nextHigherApprover("reviewer", "low", rules.policy), "rs_officer");
    assert.equal(nextHigherApprover("committee", "high", rules.policy), "executive");
    assert.equal(nextHigherApprover("executive", "critical", rules.policy), "executive");
  });

  it("puts a role beside the ladder where the residual band stands", () => {
    assert.equal(nextHigherApprover("export", "moderate", rules.policy), "committee");
  });
});
