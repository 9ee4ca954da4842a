import { useEffect } from "react";

/** A page may first have to fetch what it shows: so often it is looked at again, and so many milliseconds apart. */
const looks = 40;
const pauseMs = 75;

/** Goes to the field of the page that a search found, once the page shows it. Does nothing without one. */
export function useLanding(field: string | undefined): void {
  useEffect(() => {
    if (field === undefined) return undefined;
    let left = looks;
    const timer = setInterval(() => {
      left -= 1;
      const part = document.querySelector<HTMLElement>(`main [data-place="${CSS.escape(field)}"]`);
      if (part === null && left > 0) return;
      clearInterval(timer);
      const target = part?.querySelector<HTMLElement>("textarea, input, button") ?? part;
      target?.focus({ preventScroll: true });
      part?.scrollIntoView({ block: "center" });
    }, pauseMs);
    return () => clearInterval(timer);
  }, [field]);
}
