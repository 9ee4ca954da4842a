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

/** The same where the answer is made from more than the text, which has to name it all the same. */
export function rememberedUnder<T extends object>(limit: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  keptAnswers.push(kept);
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = make();
    if (kept.size >= limit) kept.clear();
    kept.set(key, answer);
    return answer;
  };
}

/** The same for what is made from an object that is itself remembered. */
export function rememberedOf<K extends object, T>(limit: number, make: (from: K) => T): (from: K) => T {
  const kept = new Map<K, T>();
  keptAnswers.push(kept);
  return (from) => {
    const known = kept.get(from);
    if (known !== undefined) return known;
    const answer = make(from);
    if (kept.size >= limit) kept.clear();
    kept.set(from, answer);
    return answer;
  };
}

/** Lets go of all answers: parts of names must not outlive the lock. */
export function forgetRemembered(): void {
  for (const kept of keptAnswers) kept.clear();
}
