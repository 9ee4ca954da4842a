import type { Clock } from "../ports.ts";

/** Locks the vault after a while without a sign of life. Counts wall-clock time, so sleep counts too. */
export interface LockTimer {
  /** A person is at work. */
  touch(): void;
  stop(): void;
}

/** How often the timer looks, in milliseconds; a lock may come late by that much. */
export const lookEveryMs = 5_000;

/**
 * `limitMs` answers undefined while there is nothing to lock. Between two looks the longer of two times counts: the wall
 * clock's, which goes on in sleep, and the monotonic one's, which nobody can set back. A clock set forward looks like
 * sleep and locks early, which is the safe side.
 */
export function createLockTimer(parts: {
  clock: Clock;
  limitMs: () => number | undefined;
  lock: () => void;
}): LockTimer {
  const { clock } = parts;
  let idleMs = 0;
  let seen = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
  const passed = (): number => {
    const now = { wallMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
    const passedMs = Math.max(now.wallMs - seen.wallMs, now.monotonicMs - seen.monotonicMs, 0);
    seen = now;
    return passedMs;
  };
  const timer = setInterval(() => {
    idleMs += passed();
    const limitMs = parts.limitMs();
    if (limitMs === undefined) idleMs = 0;
    else if (idleMs >= limitMs) parts.lock();
  }, lookEveryMs);
  timer.unref();
  return {
    touch: () => {
      // A machine that has just woken hears the first key press before the timer looks: the sleep still counts.
      idleMs += passed();
      const limitMs = parts.limitMs();
      if (limitMs !== undefined && idleMs >= limitMs) parts.lock();
      else idleMs = 0;
    },
    stop: () => clearInterval(timer),
  };
}
