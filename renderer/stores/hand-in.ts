const flushers = new Set<() => Promise<void>>();

/** Registers work that must be done before the vault locks, such as keeping what is half typed. Answers how to undo it. */
export function beforeLock(flush: () => Promise<void>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

/** Does all of that work, for at most `limitMs`; what takes longer goes on by itself. Never rejects. */
export async function handInForms(limitMs: number): Promise<void> {
  const done = Promise.allSettled([...flushers].map((flush) => flush()));
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, limitMs))]);
}
