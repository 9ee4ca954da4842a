import { createRecent } from "./recent.ts";

const keptAnswers: { clear(): void }[] = [];

/** Remembers what a function answers to a text, as far as it was asked lately; `limit` is the most answers that are kept. */
export function remembered<T>(limit: number, make: (key: string) => T): (key: string) => T {
  const kept = createRecent<string, { readonly answer: T }>(limit);
  keptAnswers.push(kept);
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known.answer;
    const answer = make(key);
    kept.set(key, { answer });
    return answer;
  };
}

/** The same where the answer is made from more than the text, which has to name it all the same. */
export function rememberedUnder<T extends object>(limit: number): (key: string, make: () => T) => T {
  const kept = createRecent<string, T>(limit);
  keptAnswers.push(kept);
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = make();
    kept.set(key, answer);
    return answer;
  };
}

/** The same for what is made from an object that is itself remembered. */
export function rememberedOf<K extends object, T extends object>(limit: number, make: (from: K) => T): (from: K) => T {
  const kept = createRecent<K, T>(limit);
  keptAnswers.push(kept);
  return (from) => {
    const known = kept.get(from);
    if (known !== undefined) return known;
    const answer = make(from);
    kept.set(from, answer);
    return answer;
  };
}

/** Lets go of all answers: parts of the names of a list must not outlive its indexing. */
export function forgetRemembered(): void {
  for (const kept of keptAnswers) kept.clear();
}
