import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { AccessLevel, TechTier } from "../../../../../shared/domain/content/vocabulary.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { Assessment, type AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { bandRank } from "../../../../../shared/domain/risk/band.ts";
import { anyCase, anyMeasure } from "./random-cases.ts";
import { caseOf, itemFor, rules } from "./sample-cases.ts";

const runs = { numRuns: 400 };

describe("for every case", () => {
  it("the result fits its schema", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        assert.deepEqual(Assessment.parse(assess(input, rules)), assess(input, rules));
      }),
      runs,
    );
  });

  it("impact never falls when the technology is more sensitive or access is wider", () => {
    const tier = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(anyCase, tier, tier, (input, t, a) => {
        const at = (up: number, wider: number) =>
          assess(
            {
              ...input,
              techTier: TechTier.options[t + up] ?? "T3",
              access: AccessLevel.options[a + wider] ?? "A3",
            },
            rules,
          ).factors.map((row) => row.inherent.impact);
        const [here, up, wider] = [at(0, 0), at(1, 0), at(0, 1)];
        assert.ok(here.every((impact, index) => impact <= (up[index] ?? -1) && impact <= (wider[index] ?? -1)));
      }),
      runs,
    );
  });

  it("one measure more never raises a residual score or an overall residual band", () => {
    fc.assert(
      fc.property(anyCase, anyMeasure, (input, extra) => {
        const before = assess(input, rules);
        const measures = [...input.measures.filter((one) => one.measure !== extra.measure), extra];
        fc.pre(measures.length > input.measures.length);
        const after = assess({ ...input, measures }, rules);
        for (const [index, row] of after.factors.entries()) {
          const was = before.factors[index];
          assert.ok(
            was !== undefined && row.planned.score <= was.planned.score && row.actual.score <= was.actual.score,
          );
        }
        assert.ok(bandRank(after.planned.band) <= bandRank(before.planned.band));
        assert.ok(bandRank(after.actual.band) <= bandRank(before.actual.band));
      }),
      runs,
    );
  });

  it("residual risk never exceeds inherent risk, and what is planned never exceeds what stands today", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = assess(input, rules);
        for (const { inherent, planned, actual } of result.factors) {
          assert.ok(planned.score <= actual.score && actual.score <= inherent.score);
          assert.ok(actual.likelihood <= inherent.likelihood && actual.impact <= inherent.impact);
          assert.ok(planned.likelihood <= inherent.likelihood && planned.impact <= inherent.impact);
        }
        assert.ok(bandRank(result.planned.band) <= bandRank(result.actual.band));
        assert.ok(bandRank(result.actual.band) <= bandRank(result.inherent.band));
      }),
      runs,
    );
  });

  it("every score is likelihood times impact within the scale", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const { inherent } of assess(input, rules).factors) {
          assert.equal(inherent.score, inherent.likelihood * inherent.impact);
          assert.ok(inherent.likelihood >= 0 && inherent.likelihood <= 4);
          assert.ok(inherent.impact >= 1 && inherent.impact <= 5);
        }
      }),
      runs,
    );
  });
});

const openings: Record<string, (input: AssessmentInput) => AssessmentInput> = {
  "a required item nobody checked": (input) => ({
    ...input,
    items: [...input.items, itemFor({ item: "Y-1", answer: "not_checked" })],
  }),
  "an undecided list candidate": (input) => ({
    ...input,
    hits: [
      ...input.hits,
      { hit: "Y-1", effectClass: "risk_reference", disposition: "undecided", confirmed: true, relation: "subject" },
    ],
  }),
  "an uncorroborated material finding": (input) => ({
    ...input,
    items: [...input.items, itemFor({ item: "Y-1", answer: "material", corroborated: false })],
  }),
  "an uncorroborated serious finding": (input) => ({
    ...input,
    items: [...input.items, itemFor({ item: "Y-1", answer: "serious", corroborated: false })],
  }),
};

describe("whatever else is known", () => {
  for (const [name, opened] of Object.entries(openings)) {
    it(`${name} holds the case, unless a prohibition or an outstanding licence comes first`, () => {
      fc.assert(
        fc.property(anyCase, (input) => {
          const { advice, facts } = assess(opened(input), rules);
          const isBarred = facts.gatesOpen.includes("G1") || facts.gatesOpen.includes("G7");
          assert.equal(advice.recommendation, isBarred ? "avoid" : "pend");
        }),
        runs,
      );
    });
  }
});

describe("a person's attributes", () => {
  it("never change the result, because nothing reads them", () => {
    const attribute = fc.constantFrom("nationality", "birthplace", "ethnicity", "religion", "residency", "country");
    fc.assert(
      fc.property(anyCase, attribute, fc.string({ unit: "grapheme" }), (input, name, value) => {
        const marked: AssessmentInput = {
          ...input,
          ...{ [name]: value },
          items: input.items.map((item) => ({ ...item, ...{ [name]: value } })),
          hits: input.hits.map((hit) => ({ ...hit, ...{ [name]: value } })),
        };
        assert.deepEqual(assess(marked, rules), assess(input, rules));
      }),
      runs,
    );
  });
});

describe("the order of the answers", () => {
  it("does not change bands or advice", () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const turned = assess({ ...input, items: input.items.toReversed() }, rules);
        const straight = assess(input, rules);
        assert.deepEqual(
          turned.factors.map((row) => [row.factor, row.inherent, row.planned, row.actual]),
          straight.factors.map((row) => [row.factor, row.inherent, row.planned, row.actual]),
        );
        assert.equal(turned.advice.row, straight.advice.row);
      }),
      runs,
    );
  });
});

describe("thin records", () => {
  it("are no concern: an ordinary item that could not be confirmed weighs no more than a minor remark", () => {
    const unknown = assess(caseOf([itemFor({ answer: "unknown" })]), rules);
    const minor = assess(caseOf([itemFor({ answer: "minor" })]), rules);
    assert.equal(unknown.factors[0]?.inherent.score, minor.factors[0]?.inherent.score);
  });
});
