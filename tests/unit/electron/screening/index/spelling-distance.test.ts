import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type ByteRun,
  spellingDistance,
  spellingDistances,
} from "../../../../../electron/screening/index/spelling-distance.ts";

function run(word: string): ByteRun {
  const blob = Buffer.from(`--${word}--`, "latin1");
  return { blob, start: 2, end: blob.length - 2 };
}

const letter = fc.constantFrom(..."abcdé9");
const word = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(""));

describe("the distance of two spellings", () => {
  test("counts a swap of neighbours, a change, a gap and an addition as one each", () => {
    const distanceTo = spellingDistances(run("takahashi"), 3);
    const found = ["takahashi", "takahahsi", "takabashi", "takahasi", "takahashii", "atkahahsi"].map((other) =>
      distanceTo(run(other)),
    );
    assert.deepEqual(found, [0, 1, 1, 1, 1, 2]);
  });

  test("is the same in bits as row by row", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        assert.equal(spellingDistances(run(a), limit)(run(b)), spellingDistance(run(a), run(b), limit));
      }),
      { numRuns: 3_000 },
    );
  });

  test("is the same in bits as row by row for words a few letters apart", () => {
    fc.assert(
      fc.property(word, fc.array(fc.tuple(fc.nat(40), letter, fc.nat(3)), { maxLength: 3 }), (a, changes) => {
        const b = changes.reduce((now, [at, put, out]) => now.slice(0, at) + put + now.slice(at + out), a);
        assert.equal(spellingDistances(run(a), 3)(run(b)), spellingDistance(run(a), run(b), 3));
      }),
      { numRuns: 3_000 },
    );
  });
});
