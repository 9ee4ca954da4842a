import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { effectBetween, isWithoutEffect } from "../../../../../renderer/features/measures/effect.ts";
import { effectSummary } from "../../../../../renderer/features/measures/effect-words.ts";
import { suggestionGroups } from "../../../../../renderer/features/measures/suggestions.ts";
import { createNamer } from "../../../../../shared/domain/content/names.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { createText } from "../../../../../shared/strings/text.ts";
import { caseOf, content, exampleInput, itemFor, rules } from "../../../shared/domain/risk/sample-cases.ts";

const findings = [
  itemFor({ item: "X-1", answer: "material", primary: ["infosec"] }),
  itemFor({ item: "X-2", answer: "minor", primary: ["dependence"] }),
];
const withMeasure = (status: "proposed" | "agreed" | "implemented"): AssessmentInput =>
  caseOf(findings, { measures: [{ measure: "M-IS2", status, complete: true }] });
const bare = assess(caseOf(findings), rules);
const speaker = { text: createText("ja"), nameOf: createNamer(content, "ja"), locale: "ja" as const };

describe("the effect of a measure", () => {
  it("names each factor whose planned residual moved, with score and band before and after", () => {
    const { factors } = effectBetween(bare, assess(withMeasure("agreed"), rules));
    assert.deepEqual(
      factors.map(({ factor, moment, before, after }) => [factor, moment, before.score, after.score, after.band]),
      [["infosec", "planned", 8, 3, "low"]],
    );
  });

  it("reaches the residual of today only once it is implemented", () => {
    const { factors } = effectBetween(bare, assess(withMeasure("implemented"), rules));
    assert.deepEqual(
      factors.map((one) => one.moment),
      ["planned", "actual"],
    );
  });

  it("is nothing while it is only proposed, and says so", () => {
    const effect = effectBetween(bare, assess(withMeasure("proposed"), rules));
    assert.equal(isWithoutEffect(effect), true);
    assert.deepEqual(effectSummary(speaker, effect), ["残余リスクは変わらない"]);
  });

  it("is told by the outcome where that moved", () => {
    const effect = effectBetween(bare, assess(withMeasure("agreed"), rules));
    assert.deepEqual(effectSummary(speaker, effect), [
      "推奨が「上位判断（付議）」から「軽減」に変わる",
      "計画上の残余リスクが「高」から「中」に変わる",
    ]);
  });
});

describe("suggested measures", () => {
  it("stand under the gravest factor that asks for them, each once, and fit the kind of case", () => {
    const assessment = assess(exampleInput("EX5"), rules);
    const groups = suggestionGroups(assessment, content.measures);
    const ids = groups.flatMap((group) => group.measures.map((one) => one.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(groups.every((group) => group.measures.every((one) => one.appliesTo.includes(assessment.kind))));
    const scores = groups.map((group) => group.rating.inherent.score);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    assert.equal(groups[0]?.rating.factor, "talent_program");
  });

  it("are none when every factor is low", () => {
    assert.deepEqual(suggestionGroups(assess(exampleInput("EX1"), rules), content.measures), []);
  });
});
