import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { guessTime } from "../../../../../renderer/parts/passphrase/guess-time.ts";

const at = (seconds: number) => guessTime(Math.log10(seconds));

describe("the time guessing takes", () => {
  it("is said in the largest unit that fits", () => {
    assert.deepEqual(
      [59, 61, 3_601, 86_401, 31 * 86_400, 366 * 86_400].map((seconds) => at(seconds).unit),
      ["moment", "minutes", "hours", "days", "months", "years"],
    );
  });
  it("has two digits, so that it promises no more than an estimate can", () => {
    assert.deepEqual(at(12_345 * 60), { unit: "days", count: 8.6 });
    assert.deepEqual(at(1_234 * 365 * 86_400), { unit: "years", count: 1_200 });
  });
  it("ends at ten thousand years, also beyond what a number can hold", () => {
    assert.deepEqual(guessTime(12), { unit: "ages", count: 10_000 });
    assert.deepEqual(guessTime(400), { unit: "ages", count: 10_000 });
  });
});
