import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareCandidates, type Ordered } from "../../../../../shared/domain/judging/candidate-order.ts";
import { bandFrom, bandOf, scoreBands } from "../../../../../shared/domain/score-bands.ts";

function candidate(score: number, given: Partial<Ordered> = {}): Ordered {
  return { score, against: [], inFavour: [], ...given };
}

describe("the order of candidates", () => {
  test("puts what attributes speak for before a nearer name in the strong band", () => {
    const near = candidate(0.99);
    const differs = candidate(1, { against: ["country-differs"] });
    const agrees = candidate(0.92, { inFavour: ["birth-year-agrees"] });
    assert.deepEqual([differs, near, agrees].sort(compareCandidates), [agrees, near, differs]);
  });

  test("puts a name of one entry before one that several share, where attributes say the same", () => {
    const shared = candidate(1, { against: ["common-name"] });
    const own = candidate(0.95);
    assert.deepEqual([shared, own].sort(compareCandidates), [own, shared]);
  });

  test("goes by nearness alone below the strong band", () => {
    const agrees = candidate(0.72, { inFavour: ["country-agrees", "birth-year-agrees"] });
    const near = candidate(0.919, { against: ["country-differs"] });
    const strong = candidate(0.95, { against: ["country-differs", "common-name"] });
    assert.deepEqual([agrees, near, strong].sort(compareCandidates), [strong, near, agrees]);
  });
});

describe("the bands of nearness", () => {
  test("begin where the specification says, the score itself included", () => {
    for (const band of scoreBands) assert.equal(bandOf(bandFrom[band]), band);
    assert.deepEqual([1, 0.9199, 0.7999].map(bandOf), ["strong", "possible", "weak"]);
  });
});
