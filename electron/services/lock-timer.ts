import type { Clock } from "../ports.ts";

/** Locks the vault after a while without a sign of life. Counts wall-clock time, so sleep counts too. */
export interface LockTimer {
  /** A person is at work. */
  touch(): void;
  stop(): void;
}

/** How often the timer looks, in milliseconds; a lock may come late by that much. */
const lookEveryMs = 5_000;

/** `limitMs` answers undefined while there is nothing to lock. */
export function createLockTimer(parts: {
  clock: Clock;
  limitMs: () => number | undefined;
  lock: () => void;
}): LockTimer {
  let lastSignMs = parts.clock.nowMs();
  const timer = setInterval(() => {
    const limitMs = parts.limitMs();
    const nowMs = parts.clock.nowMs();
    // A clock set back must not keep the vault open for ever.
    if (nowMs < lastSignMs) lastSignMs = nowMs;
    if (limitMs !== undefined && nowMs - lastSignMs >= limitMs) parts.lock();
  }, lookEveryMs);
  timer.unref();
  return {
    touch: () => {
      lastSignMs = parts.clock.nowMs();
    },
    stop: () => clearInterval(timer),
  };
}
