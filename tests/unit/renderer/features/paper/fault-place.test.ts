import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placeOf } from "../../../../../renderer/features/paper/fault-place.ts";

function at(place: string): ReturnType<typeof placeOf> {
  return placeOf({ code: "paper-over-limit", details: { at: place } });
}

describe("the place of a refusal", () => {
  test("is a section by its id", () => {
    assert.deepEqual(at("sections.value"), { kind: "section", id: "value" });
  });

  test("is one cell of the table of facts", () => {
    assert.deepEqual(at("facts.2.explanation"), { kind: "fact", row: 2, part: "explanation" });
  });

  test("is a part written on another page", () => {
    assert.deepEqual(at("decision.reason"), { kind: "elsewhere", area: "decision", at: "decision.reason" });
    assert.deepEqual(at("evidence.3.title"), { kind: "elsewhere", area: "evidence", at: "evidence.3.title" });
  });

  test("is named as it came where this page does not know it", () => {
    assert.deepEqual(at("novelty.1"), { kind: "elsewhere", area: "other", at: "novelty.1" });
    assert.deepEqual(at("facts.99999.fact"), { kind: "elsewhere", area: "other", at: "facts.99999.fact" });
  });

  test("is unknown where the refusal names none", () => {
    assert.equal(placeOf({ code: "glyph-missing" }), undefined);
    assert.equal(at(""), undefined);
  });
});
