import { host } from "../host.ts";
import { sessionStore } from "../stores/session-store.ts";

/** How often a sign of life is passed on at most, in milliseconds; the idle lock counts in minutes. */
const tellEveryMs = 5_000;

/** Tells the engine that somebody is at work, until the returned function is called. */
export function followActivity(): () => void {
  let lastToldMs = Number.NEGATIVE_INFINITY;
  const tell = (): void => {
    const nowMs = performance.now();
    if (nowMs - lastToldMs < tellEveryMs || sessionStore.getState().phase !== "open") return;
    lastToldMs = nowMs;
    void host.app.touch({});
  };
  const kinds = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
  for (const kind of kinds) window.addEventListener(kind, tell, { capture: true, passive: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, tell, { capture: true });
  };
}
