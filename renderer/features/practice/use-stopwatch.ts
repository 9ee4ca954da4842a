import { useEffect, useRef } from "react";

/** Seconds spent on what `key` names while the window was in sight; goes on from where it was left. */
export interface Stopwatch {
  secondsOn(key: string): number;
}

/** Counts the time for which `key` is on screen. A hidden window does not count. */
export function useStopwatch(key: string, before: ReadonlyMap<string, number>): Stopwatch {
  const spent = useRef(new Map<string, number>());
  const since = useRef<number | undefined>(undefined);
  const current = useRef(key);
  useEffect(() => {
    const settle = (): void => {
      if (since.current === undefined) return;
      const ms = performance.now() - since.current;
      spent.current.set(current.current, (spent.current.get(current.current) ?? 0) + ms);
      since.current = undefined;
    };
    const start = (): void => {
      if (document.visibilityState === "visible") since.current = performance.now();
    };
    const onSight = (): void => {
      settle();
      start();
    };
    current.current = key;
    start();
    document.addEventListener("visibilitychange", onSight);
    return () => {
      settle();
      document.removeEventListener("visibilitychange", onSight);
    };
  }, [key]);
  return {
    secondsOn: (one) => {
      const running = one === current.current && since.current !== undefined ? performance.now() - since.current : 0;
      return (before.get(one) ?? 0) + Math.round(((spent.current.get(one) ?? 0) + running) / 1_000);
    },
  };
}
