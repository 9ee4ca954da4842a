/** Work that is asked for more often than it need be done. */
export interface Paced {
  /** Does it at once after a rest, and later otherwise: at most once in the time given, and always once after the last asking. */
  soon(): void;
  /** Forgets an asking that still waits; answers whether there was one. */
  forget(): boolean;
}

/** Paces work to at most once every `everyMs` milliseconds. */
export function atMostEvery(everyMs: number, work: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doneAtMs = Number.NEGATIVE_INFINITY;
  const run = (): void => {
    timer = undefined;
    doneAtMs = performance.now();
    work();
  };
  return {
    soon() {
      if (timer !== undefined) return;
      const leftMs = doneAtMs + everyMs - performance.now();
      if (leftMs <= 0) run();
      else timer = setTimeout(run, leftMs);
    },
    forget() {
      const waited = timer !== undefined;
      clearTimeout(timer);
      timer = undefined;
      return waited;
    },
  };
}
