import type { PowerMonitor } from "electron";
import type { AwayMoment } from "../ports.ts";

/** Tells the listener when the machine sleeps, the screen locks or another user takes over. */
export function watchAway(monitor: Pick<PowerMonitor, "on">, away: (moment: AwayMoment) => void): void {
  monitor.on("suspend", () => away("suspend"));
  monitor.on("lock-screen", () => away("screen-lock"));
  // macOS only: fast user switching.
  monitor.on("user-did-resign-active", () => away("session-switch"));
  monitor.on("shutdown", () => away("quit"));
}
