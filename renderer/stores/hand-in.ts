/**
 * Hands in what is half typed. `leaving` says that the page goes at once: what is not sent before the function first
 * waits for anything is not sent at all.
 */
export type HandIn = (leaving: boolean) => Promise<void>;

const flushers = new Set<HandIn>();

let commitTyped: (() => void) | undefined;

/**
 * Registers work that must be done before the vault locks and before the page goes, such as keeping what is half typed.
 * Answers how to undo it.
 */
export function beforeLock(flush: HandIn): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Does all of that work, for at most `limitMs`; what takes longer goes on by itself. Never rejects. */
export async function handInForms(limitMs: number): Promise<void> {
  const done = handIn(false);
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, limitMs))]);
}

/**
 * Hands in when the page is about to go: a reload, or its window closed. `commitFields` tells every field to give up what was typed
 * into it, ahead of any handing in. Answers how to undo it.
 */
export function handInOnLeaving(commitFields: () => void): () => void {
  commitTyped = commitFields;
  const leave = (): void => void handIn(true);
  // Not `pagehide`: by then the next page stands in the window, and a call from this one reaches no host any more.
  globalThis.addEventListener("beforeunload", leave);
  return () => {
    commitTyped = undefined;
    globalThis.removeEventListener("beforeunload", leave);
  };
}

function handIn(leaving: boolean): Promise<unknown> {
  commitTyped?.();
  return Promise.allSettled([...flushers].map((flush) => flush(leaving)));
}
