import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { closingLines, emptyTally, isGood } from "../../run/tally.ts";

describe("the end of a run", () => {
  test("is one line of counts, then what was skipped, each reason once", () => {
    const skips = ["Electron smoke journey skipped: binary not present", "a skipped: b", "a skipped: b"];
    assert.deepEqual(closingLines({ passed: 3, failed: 1, skipped: 3, skips }), [
      "3 passed, 1 failed, 3 skipped",
      "Electron smoke journey skipped: binary not present",
      "a skipped: b",
    ]);
  });

  test("is not good when nothing ran", () => {
    assert.equal(isGood(emptyTally()), false);
  });

  test("is not good when one thing failed", () => {
    assert.equal(isGood({ ...emptyTally(), passed: 1000, failed: 1 }), false);
  });

  test("is good when something passed and nothing failed, whatever was skipped", () => {
    assert.equal(isGood({ ...emptyTally(), passed: 1, skipped: 5 }), true);
  });
});
