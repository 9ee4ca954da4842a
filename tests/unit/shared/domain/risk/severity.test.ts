import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { RatedItem } from "../../../../../shared/domain/risk/assessment.ts";
import { severityOf } from "../../../../../shared/domain/risk/severity.ts";
import { caseOf, itemFor, rules } from "./sample-cases.ts";

function severity(parts: Partial<RatedItem>, depth: "light" | "standard" | "enhanced" = "standard"): number | null {
  return severityOf(itemFor(parts), depth, rules.policy).severity;
}

describe("the severity of an answer", () => {
  it("rises from no concern to serious", () => {
    const answers = ["none", "minor", "material", "serious"] as const;
    assert.deepEqual(
      answers.map((answer) => severity({ answer })),
      [0, 1, 2, 3],
    );
  });

  it("caps a material or serious finding that nothing backs up", () => {
    assert.equal(severity({ answer: "material", corroborated: false }), 1);
    assert.equal(severity({ answer: "serious", corroborated: false }), 1);
  });

  it("marks a capped finding as awaiting corroboration, and not a minor one", () => {
    const awaits = (answer: "minor" | "serious") =>
      severityOf(itemFor({ answer, corroborated: false }), "standard", rules.policy).awaitsCorroboration;
    assert.equal(awaits("serious"), true);
    assert.equal(awaits("minor"), false);
  });

  it("counts an unconfirmed ordinary item as minor at every depth", () => {
    assert.equal(severity({ answer: "unknown" }, "light"), 1);
    assert.equal(severity({ answer: "unknown" }, "enhanced"), 1);
  });

  it("counts an unconfirmed key item more from standard depth on", () => {
    const atDepth = (["light", "standard", "enhanced"] as const).map((depth) =>
      severity({ answer: "unknown", key: true }, depth),
    );
    assert.deepEqual(atDepth, [1, 2, 2]);
  });

  it("gives no number to an item that does not apply or has not been checked", () => {
    assert.equal(severity({ answer: "na" }), null);
    assert.equal(severity({ answer: "not_checked" }), null);
  });

  it("leaves out a finding that may be about a namesake", () => {
    assert.equal(severity({ answer: "serious", identity: "possible" }), null);
    assert.equal(severity({ answer: "serious", identity: "different" }), null);
    assert.equal(severity({ answer: "serious", identity: "likely" }), 3);
  });

  it("holds the case while a grave finding may be about a namesake, however many sources there are", () => {
    const result = assess(caseOf([itemFor({ answer: "serious", identity: "possible" })]), rules);
    assert.equal(result.factors[0]?.inherent.likelihood, 0);
    assert.equal(result.advice.recommendation, "pend");
    assert.deepEqual(result.open.awaitingCorroboration, ["X-1"]);
  });

  it("still counts what could not be confirmed when identity is open", () => {
    assert.equal(severity({ answer: "unknown", key: true, identity: "possible" }), 2);
  });
});
