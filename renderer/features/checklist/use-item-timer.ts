import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { ItemId } from "../../../shared/domain/ids.ts";
import { createStore } from "../../stores/create-store.ts";
import { addTime } from "./checklist-store.ts";

/** Whether time runs while an item is on screen. A person switches it off for the sitting; minutes can be typed either way. */
const timerStore = createStore<{ readonly isOff: boolean }>(() => ({ isOff: false }));

/** Switches the clock off, or on again. */
export function toggleTimer(): void {
  timerStore.setState(({ isOff }) => ({ isOff: !isOff }));
}

/** Whether the clock is switched off. */
export function useTimerOff(): boolean {
  return useStore(timerStore, (state) => state.isOff);
}

/** Longest stretch that counts without a key or a click, in milliseconds: somebody who has left the desk is not at work. */
const stillAtWorkMs = 10 * 60_000;

/** Runs the clock of an item while it is on screen and may be worked on; what it took goes into the item's minutes. */
export function useItemTimer(itemId: ItemId, isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const startedMs = performance.now();
    let touchedMs = startedMs;
    const touch = (): void => {
      touchedMs = performance.now();
    };
    window.addEventListener("keydown", touch, true);
    window.addEventListener("pointerdown", touch, true);
    return () => {
      window.removeEventListener("keydown", touch, true);
      window.removeEventListener("pointerdown", touch, true);
      addTime(itemId, Math.min(performance.now(), touchedMs + stillAtWorkMs) - startedMs);
    };
  }, [itemId, isRunning]);
}

/** Milliseconds since the item came on screen, moving once a second; for showing alone. */
export function useClock(itemId: ItemId, isRunning: boolean): number {
  const [shown, setShown] = useState({ itemId, ms: 0 });
  useEffect(() => {
    if (!isRunning) return undefined;
    const startedMs = performance.now();
    const timer = setInterval(() => setShown({ itemId, ms: performance.now() - startedMs }), 1_000);
    return () => clearInterval(timer);
  }, [itemId, isRunning]);
  return shown.itemId === itemId && isRunning ? shown.ms : 0;
}
