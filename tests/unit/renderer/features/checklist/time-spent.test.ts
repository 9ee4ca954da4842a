import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { clockText, wholeMinutes } from "../../../../../renderer/features/checklist/time-spent.ts";

const minuteMs = 60_000;

/** The minutes recorded by visits one after the other, each with what the one before left. */
function recorded(visits: readonly number[], rounding: "begun" | "nearest"): number {
  let restMs = 0;
  return visits.reduce((sum, ms) => {
    const whole = wholeMinutes(restMs + ms, rounding);
    restMs = whole.restMs;
    return sum + whole.minutes;
  }, 0);
}

describe("time on items", () => {
  it("counts the seconds of twenty quick answers as the minute they took, not as none", () => {
    assert.equal(
      recorded(
        Array.from({ length: 20 }, () => 2_900),
        "begun",
      ),
      1,
    );
    assert.equal(
      recorded(
        Array.from({ length: 20 }, () => 10_000),
        "begun",
      ),
      4,
    );
  });

  it("writes nothing for a glance", () => {
    assert.deepEqual(wholeMinutes(4_000, "nearest"), { minutes: 0, restMs: 4_000 });
    assert.deepEqual(wholeMinutes(0, "begun"), { minutes: 0, restMs: 0 });
  });

  it("comes out as long as it was, rounded up, however it was split over items", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1 }), (visits) => {
        const totalMs = visits.reduce((sum, ms) => sum + ms, 0);
        assert.equal(recorded(visits, "begun"), Math.ceil(totalMs / minuteMs));
        assert.ok(Math.abs(recorded(visits, "nearest") * minuteMs - totalMs) <= minuteMs / 2);
      }),
    );
  });

  it("never takes minutes away that were rounded up before", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -minuteMs + 1, max: 0 }),
        fc.constantFrom("begun", "nearest"),
        (owedMs, rounding) => {
          assert.deepEqual(wholeMinutes(owedMs, rounding).minutes, 0);
        },
      ),
    );
  });
});

describe("a running clock", () => {
  it("shows minutes and two digits of seconds", () => {
    assert.deepEqual([0, 999, 1_000, 59_999, 60_000, 3_661_000].map(clockText), [
      "0:00",
      "0:00",
      "0:01",
      "0:59",
      "1:00",
      "61:01",
    ]);
  });

  it("never runs below nothing", () => {
    assert.equal(clockText(-5), "0:00");
  });
});
