import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type AnswerPair, agreementOf } from "../../../../shared/domain/agreement.ts";

const binary = ["yes", "no"];

function pairs(counts: Readonly<Record<string, number>>): AnswerPair[] {
  return Object.entries(counts).flatMap(([both, count]) => {
    const [first = "", second = ""] = both.split("/");
    return Array.from({ length: count }, () => ({ first, second }));
  });
}

describe("agreement of two readers", () => {
  test("has the κ of the worked example of 50 grant proposals", () => {
    const { observed, kappa, ac1 } = agreementOf(
      pairs({ "yes/yes": 20, "yes/no": 5, "no/yes": 10, "no/no": 15 }),
      binary,
    );
    assert.equal(observed, 0.7);
    assert.ok(Math.abs((kappa ?? 0) - 0.4) < 1e-12);
    // By hand: means 0.55 and 0.45, chance 2 × 0.55 × 0.45 = 0.495, so (0.7 − 0.495) / 0.505.
    assert.ok(Math.abs((ac1 ?? 0) - 0.205 / 0.505) < 1e-12);
  });

  test("shows the paradox that AC1 was made for: near-full agreement, κ below zero", () => {
    const { kappa, ac1 } = agreementOf(pairs({ "yes/yes": 118, "yes/no": 5, "no/yes": 2 }), binary);
    assert.equal(kappa?.toFixed(4), "-0.0234");
    // By hand: mean 0.972, chance 2 × 0.972 × 0.028 = 0.054432, so (0.944 − 0.054432) / 0.945568.
    assert.equal(ac1?.toFixed(4), "0.9408");
  });

  test("leaves κ undefined where both readers gave one and the same answer throughout, and AC1 is 1", () => {
    const { observed, kappa, ac1 } = agreementOf(pairs({ "yes/yes": 12 }), binary);
    assert.deepEqual([observed, kappa, ac1], [1, null, 1]);
  });

  test("says nothing of no items", () => {
    assert.deepEqual(agreementOf([], binary), { items: 0, agreed: 0, observed: null, kappa: null, ac1: null });
  });

  test("throws for an answer outside the categories", () => {
    assert.throws(() => agreementOf([{ first: "yes", second: "perhaps" }], binary));
  });

  test("is the same whoever is called first, never above 1, and 1 for full agreement over two answers", () => {
    const answers = ["a", "b", "c", "d"];
    const answer = fc.constantFrom(...answers);
    fc.assert(
      fc.property(fc.array(fc.record({ first: answer, second: answer }), { minLength: 1, maxLength: 60 }), (given) => {
        const one = agreementOf(given, answers);
        const turned = agreementOf(
          given.map(({ first, second }) => ({ first: second, second: first })),
          answers,
        );
        const near = (a: number | null, b: number | null): boolean =>
          a === null || b === null ? a === b : Math.abs(a - b) < 1e-9;
        assert.ok(near(one.kappa, turned.kappa) && near(one.ac1, turned.ac1));
        for (const figure of [one.observed, one.kappa, one.ac1]) assert.ok(figure === null || figure <= 1 + 1e-9);
        const alike = agreementOf(
          given.map(({ first }) => ({ first, second: first })),
          answers,
        );
        assert.ok(near(alike.ac1, 1));
        assert.ok(alike.kappa === null || near(alike.kappa, 1));
      }),
    );
  });
});
