import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { GateId } from "../../../../../shared/domain/content/vocabulary.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput, GateState, RatedHit } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, changedRules, itemFor, rules } from "./sample-cases.ts";

function hit(parts: Partial<RatedHit>): RatedHit {
  return {
    hit: "H-1",
    effectClass: "permit_trigger",
    disposition: "true_match",
    confirmed: true,
    relation: "subject",
    ...parts,
  };
}

function gate(id: GateId, parts: Partial<AssessmentInput>): GateState {
  const state = assess(caseOf([itemFor()], parts), rules).gates.find((one) => one.gate === id);
  if (state === undefined) throw new Error(`the policy has gate ${id}`);
  return state;
}

describe("gates that open by themselves", () => {
  it("a confirmed match on a prohibition list opens G1 and the advice is to avoid", () => {
    const result = assess(caseOf([itemFor()], { hits: [hit({ effectClass: "legal_prohibition" })] }), rules);
    assert.deepEqual(result.facts.gatesOpen, ["G1"]);
    assert.deepEqual(
      [result.advice.recommendation, result.advice.route, result.advice.row],
      ["avoid", "executive", "D1"],
    );
  });

  it("a confirmed match on the End User List opens G3 and is escalated, not avoided", () => {
    const result = assess(caseOf([itemFor()], { hits: [hit({})] }), rules);
    assert.deepEqual(result.facts.gatesOpen, ["G3"]);
    assert.deepEqual([result.advice.recommendation, result.advice.row], ["escalate", "D6"]);
  });

  it("a related body on the End User List opens G3 too", () => {
    assert.equal(gate("G3", { hits: [hit({ disposition: "related" })] }).open, true);
  });

  it("a body related to a prohibited one does not open G1 but is to be considered", () => {
    const state = gate("G1", { hits: [hit({ effectClass: "legal_prohibition", disposition: "related" })] });
    assert.deepEqual([state.open, state.consider], [false, true]);
  });

  it("a past tie to a listed body opens nothing but is to be considered", () => {
    const state = gate("G3", { hits: [hit({ relation: "past" })] });
    assert.deepEqual([state.open, state.consider], [false, true]);
  });

  it("a match that no second person has confirmed opens nothing and holds the case", () => {
    const result = assess(caseOf([itemFor()], { hits: [hit({ confirmed: false })] }), rules);
    assert.deepEqual(result.facts.gatesOpen, []);
    assert.equal(result.advice.recommendation, "pend");
  });

  it("a reference list opens nothing", () => {
    const result = assess(caseOf([itemFor()], { hits: [hit({ effectClass: "risk_reference" })] }), rules);
    assert.deepEqual(result.facts.gatesOpen, []);
    assert.equal(result.facts.confirmedHits, 0);
  });

  it("a dismissed candidate neither opens a gate nor holds the case", () => {
    const result = assess(caseOf([itemFor()], { hits: [hit({ disposition: "false_positive" })] }), rules);
    assert.deepEqual([result.facts.gatesOpen.length, result.advice.recommendation], [0, "accept"]);
  });

  it("a designated programme opens G6", () => {
    assert.equal(gate("G6", { triggers: ["designated_programme"] }).openedBy, "trigger");
  });

  it("a funder's list escalates only where the funder's programme applies", () => {
    const hits = [hit({ effectClass: "funder_rule" })];
    const without = assess(caseOf([itemFor()], { hits }), rules);
    const within = assess(caseOf([itemFor()], { hits, triggers: ["designated_programme"] }), rules);
    assert.equal(without.advice.recommendation, "accept");
    assert.deepEqual([within.advice.recommendation, within.advice.row], ["escalate", "D6F"]);
  });
});

describe("gates that people set", () => {
  it("opens the gate a person opened", () => {
    assert.deepEqual(gate("G5", { gatesOpen: ["G5"] }).openedBy, "person");
  });

  it("keeps a prohibition open though a person shut it: the match must be judged anew", () => {
    const state = gate("G1", { hits: [hit({ effectClass: "legal_prohibition" })], gatesShut: ["G1"] });
    assert.equal(state.open, true);
    assert.ok(state.steps.some((one) => one.code === "gate-cannot-be-shut"));
  });

  it("shuts the End User List gate when a person says why", () => {
    const state = gate("G3", { hits: [hit({})], gatesShut: ["G3"] });
    assert.deepEqual([state.open, state.openedBy], [false, null]);
    assert.ok(state.steps.some((one) => one.code === "gate-shut-by-person"));
  });

  it("asks people to consider non-disclosure after a serious finding on disclosure", () => {
    const items = [itemFor({ answer: "serious", primary: ["disclosure_integrity"] })];
    const states = assess(caseOf(items), rules).gates;
    assert.deepEqual(
      states.filter((one) => one.consider).map((one) => one.gate),
      ["G4"],
    );
  });

  it("lets the policy say what opens a gate", () => {
    const changed = changedRules((policy) => {
      const rule = policy.gates.find((one) => one.id === "G7");
      if (rule !== undefined) rule.opensItself = [{ factor: "ethics_rights", answer: "serious" }];
    });
    const items = [itemFor({ answer: "serious", primary: ["ethics_rights"] })];
    assert.equal(assess(caseOf(items), changed).advice.recommendation, "avoid");
    assert.deepEqual(assess(caseOf(items), rules).facts.gatesOpen, []);
  });
});
