import { foldText } from "./fold-text.ts";

/** What was asked for, folded. Nothing is asked for while `all` is empty. */
export interface Query {
  /** Every one of these must occur. */
  readonly all: readonly string[];
  /** None of these may. */
  readonly none: readonly string[];
}

/** A minus before a word, a phrase in quotes (a doubled quote stands for one), or a word. */
const part = /([-－−])?(?:["“”＂]((?:""|[^"“”＂])*)(?:["“”＂]|$)|([^\s"“”＂]\S*))/gu;

/**
 * Reads a query: words that must all occur, phrases in quotes, and what a minus excludes. White space in a phrase counts as
 * one space. Anything can be asked for; signs that mean nothing here are searched like letters.
 */
export function readQuery(asked: string): Query {
  const all = new Set<string>();
  const none = new Set<string>();
  for (const [, minus, phrase, word] of asked.matchAll(part)) {
    const folded = foldText(phrase === undefined ? (word ?? "") : phrase.replaceAll('""', '"'));
    if (folded !== "") (minus === undefined ? all : none).add(folded);
  }
  return { all: [...all], none: [...none] };
}

/** Whether folded texts, taken together, hold all that was asked for and nothing that was excluded. */
export function holds(folded: readonly string[], { all, none }: Query): boolean {
  return (
    all.every((phrase) => folded.some((text) => text.includes(phrase))) &&
    !none.some((phrase) => folded.some((text) => text.includes(phrase)))
  );
}

/** The phrase as somebody would write it in a query so that it is searched exactly. */
export function quoted(phrase: string): string {
  return `"${phrase.replace(/["“”＂]/gu, '""')}"`;
}
