import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type BenchPair,
  measuresOf,
  pairsIn,
  percentile,
  scoreRows,
  shareOf,
} from "../../../../shared/domain/scorecard.ts";

const near = (actual: number | null | undefined, expected: number): void => {
  assert.ok(actual !== null && actual !== undefined && Math.abs(actual - expected) < 0.000_5, `${actual} ${expected}`);
};

function pair(over: Partial<BenchPair> = {}): BenchPair {
  return { a: "髙橋", b: "高橋", kind: "person", set: "variant-kanji", same: true, ...over };
}

describe("the measures", () => {
  test("are those of the textbook", () => {
    const { precision, recall, f1 } = measuresOf({ hits: 8, misses: 2, falseAlarms: 4, rightlyApart: 86 });
    near(precision, 8 / 12);
    near(recall, 0.8);
    near(f1, 16 / 22);
  });

  test("say nothing where there is nothing to say", () => {
    assert.deepEqual(measuresOf({ hits: 0, misses: 0, falseAlarms: 0, rightlyApart: 5 }), {
      precision: null,
      recall: null,
      f1: null,
    });
  });

  test("of a set in which nothing was found are null and nought, not one", () => {
    const { precision, recall, f1 } = measuresOf({ hits: 0, misses: 3, falseAlarms: 0, rightlyApart: 5 });
    assert.deepEqual([precision, recall, f1], [null, 0, 0]);
  });
});

describe("the rows", () => {
  test("count misses and false alarms apart", () => {
    const rows = scoreRows([
      { pair: pair(), found: true, scripts: ["han", "han"] },
      { pair: pair(), found: false, scripts: ["han", "latin"] },
      { pair: pair({ same: false }), found: true, scripts: ["latin", "han"] },
      { pair: pair({ same: false, kind: "organisation", set: "hard" }), found: false, scripts: ["han", "han"] },
    ]);
    assert.deepEqual(
      rows.map(({ group, key }) => `${group}:${key}`),
      [
        ...["all:all", "kind:person", "kind:organisation", "set:variant-kanji", "set:hard"],
        ...["script:han", "script:han-latin", "script:latin-han"],
      ],
    );
    assert.deepEqual(rows[0]?.tally, { hits: 1, misses: 1, falseAlarms: 1, rightlyApart: 1 });
  });

  test("of kinds, of sets and of scripts add up to the whole", () => {
    const judged = fc.array(
      fc.record({
        found: fc.boolean(),
        scripts: fc.tuple(fc.constantFrom("han", "latin"), fc.constantFrom("han", "kana")),
        pair: fc.record({
          a: fc.constant("李"),
          b: fc.constant("李"),
          kind: fc.constantFrom("person" as const, "organisation" as const),
          set: fc.constantFrom("kana", "hard", "variant-kanji"),
          same: fc.boolean(),
        }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(judged, (pairs) => {
        const rows = scoreRows(pairs);
        for (const group of ["all", "kind", "set", "script"] as const) {
          const sum = rows.filter((row) => row.group === group).reduce((total, { tally }) => total + pairsIn(tally), 0);
          assert.equal(sum, pairs.length);
        }
      }),
    );
  });
});

describe("a share", () => {
  test("has Wilson's interval", () => {
    // Checked by hand: 7 of 10, none of 10, all of 10, 500 of 1,000.
    for (const [part, whole, low, high] of [
      [7, 10, 0.3968, 0.8922],
      [0, 10, 0, 0.2775],
      [10, 10, 0.7225, 1],
      [500, 1_000, 0.4691, 0.5309],
    ] as const) {
      const share = shareOf(part, whole);
      near(share?.low, low);
      near(share?.high, high);
    }
  });

  test("of nothing is nothing", () => {
    assert.equal(shareOf(0, 0), undefined);
  });

  test("lies within its interval, which narrows as numbers grow", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (whole, some) => {
        const part = Math.min(some, whole);
        const one = shareOf(part, whole);
        const ten = shareOf(part * 10, whole * 10);
        assert.ok(one !== undefined && ten !== undefined);
        assert.ok(0 <= one.low && one.low <= one.share && one.share <= one.high && one.high <= 1);
        assert.ok(ten.high - ten.low < one.high - one.low);
      }),
    );
  });
});

test("a percentile is a value that was measured", () => {
  const sorted = Array.from({ length: 100 }, (_, at) => at + 1);
  assert.equal(percentile(sorted, 0.5), 50);
  assert.equal(percentile(sorted, 0.95), 95);
  assert.equal(percentile([7], 0.95), 7);
});
