import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { defaultDepth } from "../../../../../shared/domain/risk/depth.ts";
import { caseOf, changedRules, itemFor, rules } from "./sample-cases.ts";

describe("the default depth of triage", () => {
  const cases = [
    ["T0", "A3", [], "light"],
    ["T1", "A1", [], "light"],
    ["T1", "A1", ["defence_link"], "standard"],
    ["T2", "A0", [], "standard"],
    ["T2", "A3", ["unexplained_gap"], "standard"],
    ["T3", "A1", [], "standard"],
    ["T3", "A2", [], "enhanced"],
    ["T3", "A3", ["designated_programme"], "enhanced"],
    ["T0", "A0", ["designated_programme"], "standard"],
  ] as const;
  for (const [techTier, access, triggers, depth] of cases) {
    it(`is ${depth} at ${techTier}/${access} with ${triggers.length} trigger(s)`, () => {
      assert.equal(defaultDepth({ techTier, access, triggers }, rules.policy).depth, depth);
    });
  }
});

describe("the depth asked for once things are found", () => {
  const low: Partial<AssessmentInput> = { techTier: "T1", access: "A1", depth: "light" };
  const asked = (parts: Partial<AssessmentInput>, items = [itemFor()]) =>
    assess(caseOf(items, { ...low, ...parts }), rules).depthAdvice;

  it("stays light when nothing is found", () => {
    assert.deepEqual(asked({}).depth, "light");
    assert.equal(asked({}).short, false);
  });

  it("is standard while a list candidate is undecided", () => {
    const hits = [
      { hit: "H", effectClass: "risk_reference", disposition: "undecided", confirmed: true, relation: "subject" },
    ] as const;
    assert.equal(asked({ hits: [...hits] }).depth, "standard");
  });

  it("is enhanced after a confirmed list match", () => {
    const hits = [
      { hit: "H", effectClass: "permit_trigger", disposition: "true_match", confirmed: true, relation: "past" },
    ] as const;
    const advice = asked({ hits: [...hits] });
    assert.deepEqual([advice.depth, advice.short, advice.rules], ["enhanced", true, ["confirmed-match"]]);
  });

  it("is enhanced after one serious finding, even before it is backed up", () => {
    assert.equal(asked({}, [itemFor({ answer: "serious", corroborated: false })]).depth, "enhanced");
  });

  it("is enhanced while residual risk is high", () => {
    const advice = asked({ techTier: "T2", access: "A2" }, [itemFor({ answer: "material" })]);
    assert.deepEqual([advice.depth, advice.rules], ["enhanced", ["high-residual"]]);
  });

  it("is enhanced when the committee says so", () => {
    assert.deepEqual(asked({ committeeInstructs: true }).rules, ["committee-instruction"]);
  });

  it("follows the policy when a rule is changed", () => {
    const changed = changedRules((policy) => {
      policy.depthRules = policy.depthRules.filter((rule) => rule.id !== "important-technology");
    });
    const triage = { techTier: "T2", access: "A1", triggers: [] } as const;
    assert.equal(defaultDepth(triage, changed.policy).depth, "light");
  });
});
