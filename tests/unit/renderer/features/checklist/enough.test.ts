import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  enoughOf,
  looksInto,
  sourcesToShow,
  withChange,
  withLook,
  withNothingIn,
  withoutLook,
} from "../../../../../renderer/features/checklist/enough.ts";
import { lookInto } from "../../../../../shared/domain/answer.ts";
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
    const day = { lookedOn: "2026-11-23" };
    const looks = withLook(withLook([], "news", { result: "found", ...day }), "court", { result: "nothing", ...day });
    assert.deepEqual(
      withChange(looks, 0, { result: "unavailable" }).map(({ sourceType, result }) => [sourceType, result]),
      [
        ["news", "unavailable"],
        ["court", "nothing"],
      ],
    );
  });

  it("keeps what was written about a look when its result changes, and loses it with the look alone", () => {
    const looks = withChange(found("news", "news"), 1, { query: "官報 𠮷野 ﾀｶﾊｼ", edition: "2026-11-20 号" });
    assert.equal(withChange(looks, 1, { result: "nothing" })[1]?.query, "官報 𠮷野 ﾀｶﾊｼ");
    assert.deepEqual(withoutLook(looks, 1), found("news"));
    assert.deepEqual(withoutLook(looks, 9), looks);
  });

  it("takes several looks into one kind of source apart", () => {
    const looks = found("news", "court", "news");
    assert.deepEqual(
      looksInto(looks, "news").map(({ at }) => at),
      [0, 2],
    );
  });

  it("notes nothing found in what nobody looked into yet, and changes no look that is there", () => {
    const noted = withNothingIn(found("news"), ["news", "court"], { lookedOn: "2026-11-23" });
    assert.deepEqual(noted, [...found("news"), lookInto("court", "nothing", { lookedOn: "2026-11-23" })]);
  });
});
