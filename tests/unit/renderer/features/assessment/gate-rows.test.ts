import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type GateRow, gateRows } from "../../../../../renderer/features/assessment/gate-rows.ts";
import type { GateSetting } from "../../../../../shared/contract/calls/risk.ts";
import type { GateId } from "../../../../../shared/domain/content/vocabulary.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { Instant } from "../../../../../shared/domain/time.ts";
import { caseOf, itemFor, rules } from "../../../shared/domain/risk/sample-cases.ts";

const setting = (gateId: GateId, open: boolean, secondPerson: string): GateSetting => ({
  gateId,
  open,
  reason: "公式資料と面談の記録から事実を確かめた。",
  secondPerson,
  setAt: Instant.parse(0),
  setBy: "髙﨑 𠮷",
});

function rowOf(gateId: GateId, parts: Partial<AssessmentInput>, settings: GateSetting[] = []): GateRow {
  const { gates } = assess(caseOf([itemFor()], parts), rules);
  const { pressing, quiet } = gateRows(rules.policy.gates, gates, settings);
  const row = [...pressing, ...quiet].find((one) => one.gate.id === gateId);
  assert.ok(row);
  return row;
}

const confirmedHit = (effectClass: "legal_prohibition" | "permit_trigger"): Partial<AssessmentInput> => ({
  hits: [{ hit: "h1", effectClass, disposition: "true_match", confirmed: true, relation: "subject" }],
});

describe("a gate on the page", () => {
  it("is quiet while nothing opens it and nobody considers it", () => {
    const row = rowOf("G4", {});
    assert.deepEqual([row.standing, row.mayOpen, row.mayShut], ["shut", true, false]);
  });

  it("awaits the second person while one alone has opened it", () => {
    const row = rowOf("G4", {}, [setting("G4", true, " ")]);
    assert.deepEqual([row.standing, row.needsSecond], ["awaiting", true]);
  });

  it("is open once the second person is named, and can be shut again", () => {
    const row = rowOf("G4", { gatesOpen: ["G4"] }, [setting("G4", true, "葛󠄀城 ﾊﾅｺ")]);
    assert.deepEqual([row.standing, row.needsSecond, row.mayShut], ["open", false, true]);
  });

  it("cannot be shut by hand where the policy protects its cause", () => {
    assert.equal(rowOf("G1", confirmedHit("legal_prohibition")).mayShut, false);
    assert.equal(rowOf("G3", confirmedHit("permit_trigger")).mayShut, true);
  });

  it("is marked as shut with a reason although a cause stands", () => {
    const row = rowOf("G3", { ...confirmedHit("permit_trigger"), gatesShut: ["G3"] }, [setting("G3", false, "乙")]);
    assert.deepEqual([row.standing, row.mayOpen], ["shutByHand", true]);
  });

  it("comes before the quiet ones when it is open or waits for people", () => {
    const { gates } = assess(caseOf([itemFor()], { gatesOpen: ["G2"] }), rules);
    const rows = gateRows(rules.policy.gates, gates, [setting("G7", true, "")]);
    assert.deepEqual(
      rows.pressing.map((row) => row.gate.id),
      ["G2", "G7"],
    );
    assert.equal(rows.quiet.length, rules.policy.gates.length - 2);
  });
});
