import assert from "node:assert/strict";
import { test } from "node:test";
import { type BandStart, bandOf } from "../../../../renderer/ui/band.ts";

const starts: readonly BandStart[] = [
  { band: "low", from: 0 },
  { band: "moderate", from: 4 },
  { band: "high", from: 8 },
  { band: "critical", from: 12 },
];

test("a score belongs to the band that begins at it or last before it", () => {
  assert.deepEqual(
    [0, 3, 4, 7, 8, 11, 12, 20].map((score) => bandOf(score, starts)),
    ["low", "low", "moderate", "moderate", "high", "high", "critical", "critical"],
  );
});
