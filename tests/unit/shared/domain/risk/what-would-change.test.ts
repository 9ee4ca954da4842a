import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { PossibleChange } from "../../../../../shared/domain/risk/assessment.ts";
import { outcomeOf, whatWouldChange } from "../../../../../shared/domain/risk/what-would-change.ts";
import { anyCase } from "./random-cases.ts";
import { caseOf, exampleInput, itemFor, rules } from "./sample-cases.ts";

describe("what would change the outcome", () => {
  it("names the corroboration that a held case waits for", () => {
    const found = whatWouldChange(exampleInput("EX6"), rules);
    const one = found.find(({ change }) => change.kind === "corroboration" && change.item === "I-B5");
    assert.deepEqual(one?.after, {
      recommendation: "escalate",
      inherent: "critical",
      planned: "high",
      actual: "critical",
    });
  });

  it("names the answer that keeps a case from being accepted", () => {
    const input = caseOf([itemFor({ answer: "unknown", key: true })], { depth: "light", techTier: "T1", access: "A1" });
    const one = whatWouldChange(input, rules).find(({ change }) => change.kind === "answer" && change.to === "none");
    assert.deepEqual([one?.before.recommendation, one?.after.recommendation], ["mitigate", "accept"]);
    assert.deepEqual([one?.direction, one?.distance], ["better", 1]);
  });

  it("names the one measure that would bring a case down", () => {
    const input = caseOf([itemFor({ answer: "material" })]);
    const measures = whatWouldChange(input, rules).filter(
      ({ change, after }) => change.kind === "measure" && after.recommendation === "mitigate",
    );
    assert.ok(measures.some(({ change }) => change.kind === "measure" && change.measure === "M-IS7"));
  });

  it("names the measure that must not fall overdue", () => {
    const found = whatWouldChange(exampleInput("EX4"), rules);
    const lost = found.filter(({ change }) => change.kind === "measure" && change.to === "overdue");
    // Either of the two measures on funding keeps it moderate, so losing one alone changes nothing.
    assert.deepEqual(lost, []);
    const single = {
      ...exampleInput("EX4"),
      measures: [{ measure: "M-CT4", status: "agreed", complete: true } as const],
    };
    const [one] = whatWouldChange(single, rules).filter(
      ({ change }) => change.kind === "measure" && change.to === "overdue",
    );
    assert.equal(one?.after.recommendation, "escalate");
  });

  it("names the measure that only lacks its owner, date or verification", () => {
    const measures = [{ measure: "M-CT4", status: "agreed", complete: false } as const];
    const found = whatWouldChange({ ...exampleInput("EX4"), measures }, rules);
    const one = found.find(({ change }) => change.kind === "measure" && change.measure === "M-CT4");
    assert.deepEqual([one?.before.recommendation, one?.after.recommendation], ["escalate", "mitigate"]);
  });

  it("names the gate that decides a case", () => {
    const found = whatWouldChange(exampleInput("EX3"), rules);
    const one = found.find(({ change }) => change.kind === "gate" && change.gate === "G3");
    assert.deepEqual([one?.before.recommendation, one?.after.recommendation], ["escalate", "mitigate"]);
  });

  it("tries an undecided candidate both ways", () => {
    const input = caseOf([itemFor()], {
      hits: [
        { hit: "H", effectClass: "legal_prohibition", disposition: "undecided", confirmed: false, relation: "subject" },
      ],
    });
    const outcomes = whatWouldChange(input, rules)
      .filter(({ change }) => change.kind === "hit")
      .map(({ change, after }) => [change.kind === "hit" && change.to, after.recommendation]);
    assert.deepEqual(outcomes, [
      ["false_positive", "accept"],
      ["true_match", "avoid"],
    ]);
  });

  it("lists nothing that leaves the outcome as it is, smallest first, whatever the case", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const before = outcomeOf(assess(input, rules));
        const found = whatWouldChange(input, rules);
        for (const one of found) {
          assert.deepEqual(PossibleChange.parse(one), one);
          assert.deepEqual(one.before, before);
          assert.notDeepEqual(one.after, before);
        }
        const distances = found.map((one) => one.distance);
        assert.deepEqual(
          distances,
          distances.toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 60 },
    );
  });
});
