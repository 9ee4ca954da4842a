import type { PowerMonitor } from "electron";
import type { AwayMoment } from "../ports.ts";

/** How often the system is asked whether its screen is locked, in milliseconds. */
export const lookEveryMs = 2_000;

/** The idle time we ask about, in seconds; it plays no part in whether the screen is locked. */
const anyIdleSeconds = 60;

/**
 * Tells the listener when the machine sleeps, the screen locks, another user takes over or the system goes down. Where the
 * system sends no word of a locked screen (Linux), it is asked; not every desktop answers there, and the idle limit holds.
 */
export function watchAway(
  monitor: Pick<PowerMonitor, "on" | "getSystemIdleState">,
  away: (moment: AwayMoment) => void,
): void {
  monitor.on("suspend", () => away("suspend"));
  // On Windows the locked screen is also what a switch of users looks like.
  monitor.on("lock-screen", () => away("screen-lock"));
  // macOS only: fast user switching.
  monitor.on("user-did-resign-active", () => away("session-switch"));
  monitor.on("shutdown", () => away("quit"));
  let wasLocked = false;
  setInterval(() => {
    const isLocked = monitor.getSystemIdleState(anyIdleSeconds) === "locked";
    if (isLocked && !wasLocked) away("screen-lock");
    wasLocked = isLocked;
  }, lookEveryMs).unref();
}
