import { useEffect, useSyncExternalStore } from "react";

let openCount = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  openCount += by;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Stands inside whatever covers the page and takes the focus: while it is there, a dialog counts as open. */
export function OpenDialogMark(): null {
  useEffect(() => {
    change(1);
    return () => change(-1);
  }, []);
  return null;
}

/** Whether a dialog covers the page now. */
export function useIsDialogOpen(): boolean {
  return useSyncExternalStore(follow, () => openCount > 0);
}
