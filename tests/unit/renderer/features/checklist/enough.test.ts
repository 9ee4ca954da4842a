import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { enoughOf, sourcesToShow, withCheck, withNote } from "../../../../../renderer/features/checklist/enough.ts";
import { AnswerId, SourceType } from "../../../../../shared/domain/content/vocabulary.ts";
import { caseFor, evidence, found } from "../../../shared/domain/checklist/sample-answers.ts";

describe("the enough-meter", () => {
  it("counts answer and sources before anything is answered", () => {
    const enough = enoughOf(caseFor({}));
    assert.deepEqual(
      enough.missing.map((missing) => missing.code),
      ["answer", "sources"],
    );
    assert.equal(enough.done, 0);
    assert.equal(enough.needed, 2);
  });

  it("moves when a source is ticked before the answer is chosen", () => {
    assert.equal(enoughOf(caseFor({ sources: found("list_pack") })).done, 1);
  });

  it("is full for a clean light answer with its source", () => {
    const enough = enoughOf(caseFor({ answer: "none", sources: found("list_pack") }));
    assert.deepEqual(enough.missing, []);
    assert.equal(enough.done, enough.needed);
  });

  it("asks for more as soon as there is a finding", () => {
    const clean = enoughOf(caseFor({ answer: "none" }));
    const finding = enoughOf(caseFor({ answer: "material" }));
    assert.ok(finding.needed > clean.needed);
    assert.equal(finding.done, 2);
  });

  it("never goes beyond its ends, whatever is filled in", () => {
    const filled = fc.record({
      answer: fc.constantFrom(...AnswerId.options),
      fact: fc.constantFrom("", "髙"),
      explanation: fc.constantFrom("", "聴いた"),
      assessment: fc.constantFrom("", "評価"),
      reason: fc.constantFrom("", "理由"),
      unknownReason: fc.constantFrom(null, "sparse" as const, "timebox" as const),
      confirmedBySubject: fc.boolean(),
      sources: fc.uniqueArray(fc.constantFrom(...SourceType.options)).map((sources) => found(...sources)),
    });
    fc.assert(
      fc.property(filled, fc.constantFrom("light", "standard", "enhanced"), (answer, depth) => {
        const enough = enoughOf(caseFor(answer, { depth, evidence: [evidence()] }));
        assert.ok(enough.done >= 0 && enough.done <= enough.needed);
        assert.equal(enough.missing.length === 0, enough.done === enough.needed);
      }),
    );
  });
});

describe("the ticks of an item", () => {
  it("lists what the depth asks for, then what was looked at besides, each once", () => {
    assert.deepEqual(sourcesToShow(["list_pack", "org_site"], found("news", "list_pack")), [
      "list_pack",
      "org_site",
      "news",
    ]);
  });

  it("keeps the order of looking when a result is corrected", () => {
    const checks = withCheck(withCheck([], "news", "found"), "court", "nothing");
    assert.deepEqual(withCheck(checks, "news", "unavailable"), [
      { sourceType: "news", result: "unavailable", note: "" },
      { sourceType: "court", result: "nothing", note: "" },
    ]);
  });

  it("keeps the note when the result changes and loses it with the tick", () => {
    const noted = withNote(withCheck([], "news", "found"), "news", "官報 2026-11-20 号、ﾀｶﾊｼ");
    assert.equal(withCheck(noted, "news", "nothing")[0]?.note, "官報 2026-11-20 号、ﾀｶﾊｼ");
    assert.deepEqual(withCheck(noted, "news", undefined), []);
  });
});
