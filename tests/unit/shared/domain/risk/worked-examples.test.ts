import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { Assessment } from "../../../../../shared/domain/risk/assessment.ts";
import { content, inputOf, rules } from "./sample-cases.ts";

describe("the six worked examples", () => {
  for (const example of content.examples.examples) {
    const result = assess(inputOf(example), rules);

    it(`${example.id}: every factor's numbers and bands are exactly as worked out`, () => {
      const found = result.factors
        .map((row) => ({
          factor: row.factor,
          ...row.inherent,
          residualLikelihood: row.planned.likelihood,
          residualImpact: row.planned.impact,
          residualScore: row.planned.score,
          residualBand: row.planned.band,
        }))
        .sort((a, b) => (a.factor < b.factor ? -1 : 1));
      assert.deepEqual(found, example.expected.factors);
    });

    it(`${example.id}: overall bands and recommendation are exactly as worked out`, () => {
      assert.deepEqual(
        {
          inherentOverall: result.inherent.band,
          residualOverall: result.planned.band,
          recommendation: result.advice.recommendation,
        },
        {
          inherentOverall: example.expected.inherentOverall,
          residualOverall: example.expected.residualOverall,
          recommendation: example.expected.recommendation,
        },
      );
    });

    it(`${example.id}: the result fits its schema`, () => {
      assert.deepEqual(Assessment.parse(result), result);
    });
  }
});
