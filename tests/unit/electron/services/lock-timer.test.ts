import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createLockTimer, lookEveryMs } from "../../../../electron/services/lock-timer.ts";

const limit = 300_000;

function start(limitMs: number | undefined) {
  mock.timers.enable({ apis: ["setInterval"] });
  let wallMs = 1_000_000;
  let monotonicMs = 7;
  let allowedMs = limitMs;
  let locks = 0;
  const timer = createLockTimer({
    clock: { nowMs: () => wallMs, monotonicMs: () => monotonicMs },
    limitMs: () => allowedMs,
    lock: () => {
      locks += 1;
    },
  });
  const pass = (wall: number, monotonic: number): void => {
    wallMs += wall;
    monotonicMs += monotonic;
  };
  return {
    timer,
    locks: () => locks,
    setLimit: (ms: number | undefined) => {
      allowedMs = ms;
    },
    /** Lets time pass on both clocks, and the timer look once. */
    pass: (ms: number) => {
      pass(ms, ms);
      mock.timers.tick(lookEveryMs);
    },
    /** Moves each clock by itself, and the timer looks once. */
    jump: (wall: number, monotonic: number) => {
      pass(wall, monotonic);
      mock.timers.tick(lookEveryMs);
    },
    /** Moves the clocks without a look. */
    pass0: pass,
    stop: () => {
      timer.stop();
      mock.timers.reset();
    },
  };
}

test("the timer looks at least every five seconds", () => {
  assert.ok(lookEveryMs <= 5_000);
});

test("the vault locks once the idle limit has passed without a sign of life", () => {
  const run = start(limit);
  run.pass(limit - 1);
  assert.equal(run.locks(), 0);
  run.pass(1);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a sign of life starts the count anew", () => {
  const run = start(limit);
  run.pass(200_000);
  run.timer.touch();
  run.pass(200_000);
  assert.equal(run.locks(), 0);
  run.stop();
});

test("time asleep counts, although the monotonic clock stands still meanwhile", () => {
  const run = start(limit);
  run.jump(8 * 3_600_000, 0);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("the first key after a long sleep does not save an open vault", () => {
  const run = start(limit);
  run.pass0(8 * 3_600_000, 0);
  run.timer.touch();
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a clock set back an hour gives no hour more", () => {
  const run = start(limit);
  run.jump(-3_600_000, 5_000);
  run.pass(limit - 5_000);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a clock set back again and again keeps nothing open", () => {
  const run = start(limit);
  for (let look = 0; look < limit / lookEveryMs; look += 1) run.jump(-60_000, lookEveryMs);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a clock set back while idle time has gathered forgets none of it", () => {
  const run = start(limit);
  run.pass(290_000);
  run.jump(-86_400_000, 0);
  assert.equal(run.locks(), 0);
  run.pass(10_000);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("a clock set forward locks at once, which is the safe side", () => {
  const run = start(limit);
  run.jump(3_600_000, 5_000);
  assert.equal(run.locks(), 1);
  run.stop();
});

test("nothing locks while nothing is open, and the count begins when something is", () => {
  const run = start(undefined);
  run.pass(3_600_000);
  run.setLimit(limit);
  run.pass(limit - 1);
  assert.equal(run.locks(), 0);
  run.pass(1);
  assert.equal(run.locks(), 1);
  run.stop();
});
