const keptAnswers: { clear(): void }[] = [];

/** Remembers what a function answers to a text, up to so many answers; then all are let go, and it begins anew. */
export function remembered<T>(limit: number, make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, { readonly answer: T }>();
  keptAnswers.push(kept);
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known.answer;
    const answer = make(key);
    if (kept.size >= limit) kept.clear();
    kept.set(key, { answer });
    return answer;
  };
}

/** Lets go of all answers: parts of names must not outlive the lock. */
export function forgetRemembered(): void {
  for (const kept of keptAnswers) kept.clear();
}
