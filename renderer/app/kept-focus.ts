import { useEffect } from "react";

/** Dialogs and pages have this long to say where the focus goes, in milliseconds. */
const graceMs = 120;

/**
 * Gives the focus to the page when whatever had it has gone, so that the next key starts where the person works and not at
 * the top of the window. Leaves alone a person who has pressed on nothing, and whatever else took the focus meanwhile.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const look = (): void => {
      timer = undefined;
      if (!isLost(last)) return;
      last = null;
      document.getElementById("main")?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (timer === undefined && isLost(last)) timer = setTimeout(look, graceMs);
    });
    document.addEventListener("focusin", note);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, []);
}

/** Nothing has the focus, and what had it can no longer take it. */
function isLost(last: Element | null): boolean {
  const isNowhere = document.activeElement === null || document.activeElement === document.body;
  return isNowhere && last !== null && (!last.isConnected || last.matches(":disabled"));
}
