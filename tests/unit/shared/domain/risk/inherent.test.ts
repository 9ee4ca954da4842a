import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { FactorRating, RatedItem } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, itemFor, rules } from "./sample-cases.ts";

function rated(items: RatedItem[], parts: Parameters<typeof caseOf>[1] = {}): FactorRating {
  const rating = assess(caseOf(items, parts), rules).factors.find((row) => row.factor === "infosec");
  if (rating === undefined) throw new Error("infosec is fed by the sample item");
  return rating;
}

const supporting = { primary: [], supporting: ["infosec"] } satisfies Partial<RatedItem>;

describe("likelihood", () => {
  it("is the worst primary item", () => {
    const items = [itemFor({ item: "X-1", answer: "minor" }), itemFor({ item: "X-2", answer: "material" })];
    assert.equal(rated(items).inherent.likelihood, 2);
  });

  it("takes a supporting item at one less", () => {
    assert.equal(rated([itemFor({ answer: "serious", ...supporting })]).inherent.likelihood, 2);
    assert.equal(rated([itemFor({ answer: "minor", ...supporting })]).inherent.likelihood, 0);
  });

  it("rises by one when two primary items are corroborated material or worse", () => {
    const items = [itemFor({ item: "X-1", answer: "material" }), itemFor({ item: "X-2", answer: "serious" })];
    assert.equal(rated(items).inherent.likelihood, 4);
  });

  it("does not rise for a second finding that nothing backs up", () => {
    const items = [
      itemFor({ item: "X-1", answer: "material" }),
      itemFor({ item: "X-2", answer: "material", corroborated: false }),
    ];
    assert.equal(rated(items).inherent.likelihood, 2);
  });

  it("does not rise for a second finding that only supports the factor", () => {
    const items = [
      itemFor({ item: "X-1", answer: "material" }),
      itemFor({ item: "X-2", answer: "material", ...supporting }),
    ];
    assert.equal(rated(items).inherent.likelihood, 2);
  });

  it("does not rise for key items that could not be confirmed", () => {
    const items = ["X-1", "X-2"].map((item) => itemFor({ item, answer: "unknown", key: true }));
    assert.equal(rated(items).inherent.likelihood, 2);
  });

  it("shows the steps as arithmetic", () => {
    const items = [
      itemFor({ item: "X-1", answer: "material" }),
      itemFor({ item: "X-2", answer: "material" }),
      itemFor({ item: "X-3", answer: "minor", ...supporting }),
    ];
    assert.deepEqual(
      rated(items).steps.likelihood.map(({ code, numbers, items: ids }) => ({ code, numbers, ids })),
      [
        {
          code: "likelihood-base",
          numbers: { primary: 2, supporting: 1, discount: 1, discounted: 0, base: 2 },
          ids: ["X-1", "X-2"],
        },
        { code: "likelihood-boost", numbers: { count: 2, atLeast: 2, add: 1 }, ids: ["X-1", "X-2"] },
        { code: "likelihood-result", numbers: { likelihood: 3, max: 4 }, ids: [] },
      ],
    );
  });
});

describe("impact", () => {
  const table = {
    T0: [1, 1, 2, 2],
    T1: [1, 2, 3, 3],
    T2: [2, 3, 4, 4],
    T3: [2, 4, 5, 5],
  } as const;
  for (const techTier of ["T0", "T1", "T2", "T3"] as const) {
    it(`at ${techTier} is read from the table of technology and access`, () => {
      const row = (["A0", "A1", "A2", "A3"] as const).map(
        (access) => rated([itemFor()], { techTier, access }).inherent.impact,
      );
      assert.deepEqual(row, table[techTier]);
    });
  }

  it("never falls below the floor of its factor", () => {
    const items = [itemFor({ primary: ["legal_listing"], supporting: ["disclosure_integrity", "ethics_rights"] })];
    const { factors } = assess(caseOf(items, { techTier: "T0", access: "A0" }), rules);
    assert.deepEqual(Object.fromEntries(factors.map((row) => [row.factor, row.inherent.impact])), {
      legal_listing: 4,
      disclosure_integrity: 3,
      ethics_rights: 2,
    });
  });
});

describe("the overall band", () => {
  const minor = (item: string, factor: RatedItem["primary"][number], answer: RatedItem["answer"]) =>
    itemFor({ item, answer, primary: [factor] });

  it("is that of the worst factor", () => {
    const items = [minor("X-1", "infosec", "material"), minor("X-2", "dependence", "minor")];
    assert.equal(assess(caseOf(items), rules).inherent.band, "high");
  });

  it("turns critical when three factors are high", () => {
    const items = [
      minor("X-1", "infosec", "material"),
      minor("X-2", "dependence", "material"),
      minor("X-3", "local_law", "material"),
    ];
    assert.equal(assess(caseOf(items.slice(0, 2)), rules).inherent.band, "high");
    assert.equal(assess(caseOf(items), rules).inherent.band, "critical");
  });

  it("turns high when five factors are moderate", () => {
    const factors = ["infosec", "dependence", "local_law", "ip_contract", "talent_program"] as const;
    const items = factors.map((factor, index) => minor(`X-${index}`, factor, "minor"));
    assert.equal(assess(caseOf(items.slice(0, 4)), rules).inherent.band, "moderate");
    assert.equal(assess(caseOf(items), rules).inherent.band, "high");
  });

  it("shows our own governance but does not count it", () => {
    const result = assess(caseOf([minor("X-1", "governance", "serious")]), rules);
    assert.equal(result.factors[0]?.inherent.band, "critical");
    assert.equal(result.factors[0]?.counted, false);
    assert.equal(result.inherent.band, "low");
  });
});
