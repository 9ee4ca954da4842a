import type { NameSearch } from "../name-search.ts";
import type { Session } from "../session.ts";

/** Has the current lists indexed before anybody searches them. */
export interface EarlyIndex {
  /** A vault was opened, or locked. */
  follow(state: "open" | "locked"): void;
  /** Lists have changed. */
  wake(): void;
}

/** Milliseconds from unlocking, or from a change of lists, in a release: the page comes first. */
const defaultAfterMs = 2_500;

/** `afterMs` null: never, so that the first search indexes what it needs. */
export function createEarlyIndex(parts: {
  readonly session: Session;
  readonly search: NameSearch;
  readonly afterMs: number | null | undefined;
}): EarlyIndex {
  const afterMs = parts.afterMs === undefined ? defaultAfterMs : parts.afterMs;
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    clearTimeout(timer);
    if (afterMs === null) return;
    timer = setTimeout(() => {
      const open = parts.session.current();
      if (open !== undefined) void parts.search.prepare(open);
    }, afterMs);
    timer.unref();
  };
  return {
    wake,
    follow: (state) => {
      if (state === "open") wake();
      else clearTimeout(timer);
    },
  };
}
