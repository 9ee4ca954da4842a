import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createNamer } from "../../../../../shared/domain/content/names.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { type Assessment, Facts, type Step, StepCode } from "../../../../../shared/domain/risk/assessment.ts";
import { stepArguments } from "../../../../../shared/domain/risk/step.ts";
import { createText, locales, patternOf } from "../../../../../shared/strings/text.ts";
import { anyCase } from "./random-cases.ts";
import { caseOf, content, itemFor, rules } from "./sample-cases.ts";

function allSteps(result: Assessment): Step[] {
  return [
    ...result.factors.flatMap((row) => Object.values(row.steps).flat()),
    ...[result.inherent, result.planned, result.actual].flatMap((overall) => overall.steps),
    ...result.gates.flatMap((gate) => gate.steps),
    ...result.measuresNotCounted,
    ...result.advice.steps,
  ];
}

describe("the sentence of a step", () => {
  it("reads as arithmetic in Japanese", () => {
    const items = [
      itemFor({ item: "X-1", answer: "material" }),
      itemFor({ item: "X-2", answer: "material" }),
      itemFor({ item: "X-3", answer: "minor", primary: [], supporting: ["infosec"] }),
    ];
    const steps = assess(caseOf(items), rules).factors[0]?.steps.likelihood ?? [];
    const [text, nameOf] = [createText("ja"), createNamer(content, "ja")];
    assert.deepEqual(
      steps.map((one) => text(`risk.step.${one.code}`, stepArguments(one, nameOf, "、"))),
      [
        "主要項目の最大 2、関連項目の最大 1−1＝0 → 2",
        "裏付けのある「相当」以上の主要項目 2件（X-1、X-2）→ ＋1",
        "発生可能性 3（上限 4）",
      ],
    );
  });

  for (const locale of locales) {
    it(`can be formed for every step of every case (${locale})`, () => {
      const [text, nameOf] = [createText(locale), createNamer(content, locale)];
      fc.assert(
        fc.property(anyCase, (input) => {
          for (const one of allSteps(assess(input, rules))) {
            const sentence = text(`risk.step.${one.code}`, stepArguments(one, nameOf, ", "));
            assert.doesNotMatch(sentence, /[{}]|undefined|NaN/);
          }
        }),
        { numRuns: 150 },
      );
    });

    it(`exists for every code and every fact (${locale})`, () => {
      for (const code of StepCode.options) assert.notEqual(patternOf(locale, `risk.step.${code}`), "");
      for (const fact of Facts.keyof().options) assert.notEqual(patternOf(locale, `risk.fact.${fact}`), "");
    });
  }
});
