import { diffArrays } from "diff";

/** A run of text that both have, or that one of them has alone. */
export interface DiffRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** How long two texts may be compared, in milliseconds; beyond it they are shown as one whole for another. */
const limitMs = 200;

/** Splits into words as the language writes them; Japanese has no blanks between words. */
function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter("ja", { granularity: "word" }).segment(text)].map(({ segment }) => segment);
}

/** What was taken out and what was put in, word by word; joining the runs gives either text back exactly. */
export function diffWords(before: string, after: string): DiffRun[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: limitMs });
  if (changes === undefined)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}
