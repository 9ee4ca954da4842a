import type { Namer } from "../content/names.ts";
import type { Step, StepCode } from "./assessment.ts";

/** Builds one step; parts not given are empty. */
export function step(code: StepCode, parts: Partial<Omit<Step, "code">> = {}): Step {
  return {
    code,
    numbers: parts.numbers ?? {},
    words: parts.words ?? {},
    items: parts.items ?? [],
    measures: parts.measures ?? [],
    hits: parts.hits ?? [],
  };
}

/**
 * The arguments for the sentence `risk.step.<code>`: numbers as they are, words by name, lists joined by `separator`.
 * Lists are called `items`, `measures` and `hits`.
 */
export function stepArguments(given: Step, nameOf: Namer, separator: string): Record<string, string | number> {
  const words = Object.entries(given.words).map(([word, id]): [string, string] => [word, nameOf(word, id)]);
  return {
    items: given.items.join(separator),
    measures: given.measures.join(separator),
    hits: given.hits.join(separator),
    hitCount: given.hits.length,
    ...given.numbers,
    ...Object.fromEntries(words),
  };
}
