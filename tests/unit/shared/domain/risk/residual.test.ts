import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Measure } from "../../../../../shared/domain/content/measure.ts";
import type { FactorId } from "../../../../../shared/domain/content/vocabulary.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type {
  Assessment,
  FactorRating,
  RatedItem,
  RatedMeasure,
} from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, itemFor, rules } from "./sample-cases.ts";

const agreed = (...ids: string[]): RatedMeasure[] =>
  ids.map((measure) => ({ measure, status: "agreed", complete: true }));

function row(result: Assessment): FactorRating {
  const [rating] = result.factors;
  if (rating === undefined) throw new Error("the sample case feeds one factor");
  return rating;
}

function rateAfter(
  factor: FactorId,
  answer: RatedItem["answer"] | "twice-serious",
  measures: RatedMeasure[],
  catalogue: readonly Measure[] = rules.measures,
): FactorRating {
  const one = (item: string) =>
    itemFor({ item, answer: answer === "twice-serious" ? "serious" : answer, primary: [factor] });
  const items = answer === "twice-serious" ? [one("X-1"), one("X-2")] : [one("X-1")];
  return row(assess(caseOf(items, { measures }), { ...rules, measures: [...catalogue] }));
}

function measure(parts: Partial<Measure> & Pick<Measure, "id" | "effects">): Measure {
  const [model] = rules.measures;
  if (model === undefined) throw new Error("the catalogue has measures");
  return { ...model, category: "governance", strength: 1, appliesTo: ["institution"], ...parts };
}

describe("residual risk", () => {
  it("counts one measure of a category, not two", () => {
    assert.equal(rateAfter("ip_contract", "serious", agreed("M-CT1", "M-CT2")).planned.likelihood, 2);
  });

  it("adds up the cuts of different categories", () => {
    assert.equal(rateAfter("funding_opacity", "serious", agreed("M-CT4", "M-GV1")).planned.likelihood, 1);
  });

  it("cuts likelihood by two at most", () => {
    const planned = rateAfter("military_end_use", "serious", agreed("M-CT2", "M-EX5", "M-GV2", "M-PE4")).planned;
    assert.equal(planned.likelihood, 1);
  });

  it("cuts impact by two at most", () => {
    const planned = rateAfter("tech_transfer_path", "serious", agreed("M-PH2", "M-PE4", "M-IS2", "M-EX3")).planned;
    assert.equal(planned.impact, 2);
  });

  it("never takes a concern away through ordinary controls", () => {
    assert.equal(rateAfter("infosec", "minor", agreed("M-IS7")).planned.likelihood, 1);
    assert.equal(rateAfter("infosec", "material", agreed("M-IS7", "M-CT5")).planned.likelihood, 1);
    assert.equal(
      rateAfter("military_end_use", "twice-serious", agreed("M-CT2", "M-GV2", "M-PE4")).planned.likelihood,
      2,
    );
  });

  it("lets a strict measure take likelihood one to nought", () => {
    assert.equal(rateAfter("infosec", "minor", agreed("M-PH4")).planned.likelihood, 0);
  });

  it("lets a strict measure take likelihood four below the ordinary floor, if the cut reaches so far", () => {
    const strong = measure({
      id: "M-ZZ1",
      strength: 3,
      effects: [{ factor: "infosec", likelihood: -4, impact: 0 }],
    });
    const policy = structuredClone(rules.policy);
    policy.residual.maxLikelihoodCut = 4;
    const items = ["X-1", "X-2"].map((item) => itemFor({ item, answer: "serious" }));
    const result = assess(caseOf(items, { measures: agreed("M-ZZ1") }), { ...rules, policy, measures: [strong] });
    assert.equal(row(result).inherent.likelihood, 4);
    assert.equal(row(result).planned.likelihood, 1);
  });

  it("keeps the ordinary floor for two and three even with a strict measure", () => {
    assert.equal(rateAfter("legal_listing", "material", agreed("M-EX2")).planned.likelihood, 1);
  });

  it("does not use the strict floor for a strict measure that leaves likelihood alone", () => {
    const strict = measure({ id: "M-ZZ1", strength: 3, effects: [{ factor: "infosec", likelihood: 0, impact: -1 }] });
    const basic = measure({
      id: "M-ZZ2",
      category: "export",
      effects: [{ factor: "infosec", likelihood: -1, impact: 0 }],
    });
    assert.equal(rateAfter("infosec", "minor", agreed("M-ZZ1", "M-ZZ2"), [strict, basic]).planned.likelihood, 1);
  });

  it("never reduces the impact of a listing", () => {
    const cut = measure({ id: "M-ZZ1", effects: [{ factor: "legal_listing", likelihood: -1, impact: -2 }] });
    const rating = rateAfter("legal_listing", "material", agreed("M-ZZ1"), [cut]);
    assert.deepEqual([rating.planned.likelihood, rating.planned.impact], [1, rating.inherent.impact]);
  });

  it("never takes impact below the floor of its factor", () => {
    const cut = measure({ id: "M-ZZ1", effects: [{ factor: "disclosure_integrity", likelihood: 0, impact: -2 }] });
    assert.equal(rateAfter("disclosure_integrity", "material", agreed("M-ZZ1"), [cut]).planned.impact, 3);
  });

  it("takes the measure of a category that helps most together with the others", () => {
    const strictButSmall = measure({
      id: "M-ZZ1",
      strength: 3,
      effects: [{ factor: "infosec", likelihood: -1, impact: 0 }],
    });
    const large = measure({ id: "M-ZZ2", effects: [{ factor: "infosec", likelihood: -2, impact: -1 }] });
    const rating = rateAfter("infosec", "minor", agreed("M-ZZ1", "M-ZZ2"), [strictButSmall, large]);
    assert.equal(rating.planned.score, 0);
    assert.deepEqual(
      rating.steps.planned.filter((one) => one.code === "measure-cut").flatMap((one) => one.measures),
      ["M-ZZ1"],
    );
  });
});

describe("which measures count", () => {
  const likelihoods = (parts: Partial<RatedMeasure>): [number, number] => {
    const rating = rateAfter("infosec", "serious", [{ measure: "M-IS7", status: "agreed", complete: true, ...parts }]);
    return [rating.planned.likelihood, rating.actual.likelihood];
  };

  it("an agreed measure counts as planned, not yet as actual", () => {
    assert.deepEqual(likelihoods({ status: "agreed" }), [1, 3]);
  });

  it("an implemented measure counts as both", () => {
    assert.deepEqual(likelihoods({ status: "implemented" }), [1, 1]);
  });

  for (const status of ["proposed", "overdue", "withdrawn"] as const) {
    it(`a measure that is ${status} counts as neither`, () => {
      assert.deepEqual(likelihoods({ status }), [3, 3]);
    });
  }

  it("a measure without owner, date or verification does not count, and the result says so", () => {
    const measures: RatedMeasure[] = [{ measure: "M-IS7", status: "agreed", complete: false }];
    const result = assess(caseOf([itemFor({ answer: "serious" })], { measures }), rules);
    assert.equal(row(result).planned.likelihood, 3);
    assert.deepEqual(
      result.measuresNotCounted.map((one) => [one.measures, one.words["because"]]),
      [[["M-IS7"], "incomplete"]],
    );
  });

  it("a measure for another kind of case does not count", () => {
    const result = assess(
      caseOf([itemFor({ answer: "serious", primary: ["talent_program"] })], { measures: agreed("M-PE3") }),
      rules,
    );
    assert.equal(row(result).planned.likelihood, 3);
    assert.equal(result.measuresNotCounted[0]?.words["because"], "otherKind");
  });

  it("the same measure named twice counts once", () => {
    assert.equal(rateAfter("dependence", "serious", agreed("M-GV6", "M-GV6")).planned.likelihood, 2);
  });
});
