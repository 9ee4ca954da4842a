import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createLockTimer } from "../../../../electron/services/lock-timer.ts";

function start(limitMs: number | undefined) {
  mock.timers.enable({ apis: ["setInterval"] });
  let nowMs = 1_000_000;
  let locks = 0;
  const timer = createLockTimer({
    clock: { nowMs: () => nowMs, monotonicMs: () => nowMs },
    limitMs: () => limitMs,
    lock: () => {
      locks += 1;
    },
  });
  return {
    timer,
    locks: () => locks,
    /** Lets wall-clock time pass, and the timer look once. */
    pass: (ms: number) => {
      nowMs += ms;
      mock.timers.tick(5_000);
    },
    stop: () => {
      timer.stop();
      mock.timers.reset();
    },
  };
}

test("the vault locks once the idle limit has passed without a sign of life", () => {
  const run = start(300_000);
  run.pass(299_999);
  assert.equal(run.locks(), 0);
  run.pass(1);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a sign of life starts the count anew", () => {
  const run = start(300_000);
  run.pass(200_000);
  run.timer.touch();
  run.pass(200_000);
  assert.equal(run.locks(), 0);
  run.stop();
});

test("time asleep counts, because the wall clock does", () => {
  const run = start(300_000);
  run.pass(8 * 3_600_000);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a clock set back does not keep the vault open for ever", () => {
  const run = start(300_000);
  run.pass(-3_600_000);
  run.pass(300_000);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("nothing locks while nothing is open", () => {
  const run = start(undefined);
  run.pass(3_600_000);
  assert.equal(run.locks(), 0);
  run.stop();
});
