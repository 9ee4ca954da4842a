import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Candidate } from "../../../../../electron/screening/match/candidate.ts";
import { compareCandidates } from "../../../../../electron/screening/match/candidate-order.ts";

type Ordered = Pick<Candidate, "score" | "against" | "inFavour">;

function candidate(score: number, given: Partial<Ordered> = {}): Ordered {
  return { score, against: [], inFavour: [], ...given };
}

describe("the order of candidates", () => {
  test("puts what attributes speak for before a nearer name in the strong band", () => {
    const near = candidate(0.99);
    const differs = candidate(1, { against: ["country-differs"] });
    const agrees = candidate(0.9, { inFavour: ["birth-year-agrees"] });
    assert.deepEqual([differs, near, agrees].sort(compareCandidates), [agrees, near, differs]);
  });

  test("puts a name of one entry before one that several share, where attributes say the same", () => {
    const shared = candidate(1, { against: ["common-name"] });
    const own = candidate(0.95);
    assert.deepEqual([shared, own].sort(compareCandidates), [own, shared]);
  });

  test("goes by nearness alone below the strong band", () => {
    const agrees = candidate(0.72, { inFavour: ["country-agrees", "birth-year-agrees"] });
    const near = candidate(0.8, { against: ["country-differs"] });
    const strong = candidate(0.86, { against: ["country-differs", "common-name"] });
    assert.deepEqual([agrees, near, strong].sort(compareCandidates), [strong, near, agrees]);
  });
});
