import type { FoldedWord } from "../names/fold-name.ts";
import type { NameType } from "../names/parse-name.ts";
import type { AgainstCode } from "./candidate.ts";
import type { Comparison } from "./compare-names.ts";

/** Generic words that must agree in full before they count as a name: science + technology + university. */
const genericWordsForAName = 3;

/**
 * Whether two equal names say enough to be shown, and what calls for care if they do. A generic word alone, initials alone,
 * or a surname with an initial in another spelling are never shown; nor is a name so short that its Latin spelling says
 * nothing.
 */
export function weighComparison(comparison: Comparison, type: NameType): readonly AgainstCode[] | undefined {
  const plain = comparison.kind === "exact" || comparison.kind === "normalised";
  const telling = Math.min(tellingWords(comparison.queryWords), tellingWords(comparison.listedWords));
  const against: AgainstCode[] = [];
  if (telling === 0) {
    if (type === "person" || !plain || genericUnits(comparison.queryWords) < genericWordsForAName) return undefined;
    against.push("generic-words-only");
  }
  if (type === "person" && telling <= 1 && hasInitial(comparison)) {
    if (!plain) return undefined;
    against.push("initial-only");
  }
  if (isShort(comparison.queryWords)) {
    if (!plain) return undefined;
    against.push("short-name");
  }
  return against;
}

function tellingWords(words: readonly FoldedWord[]): number {
  return words.filter(({ word }) => !word.generic && !word.initial).length;
}

function hasInitial({ queryWords, listedWords }: Comparison): boolean {
  return [...queryWords, ...listedWords].some(({ word }) => word.initial);
}

/** A generic word counts once; in a script without spaces, once for every two characters. */
function genericUnits(words: readonly FoldedWord[]): number {
  return words.reduce(
    (sum, { text }) => sum + (/\p{Script=Latin}/u.test(text) ? 1 : Math.floor([...text].length / 2)),
    0,
  );
}

/** One Chinese character, or up to three letters of another script. */
function isShort(words: readonly FoldedWord[]): boolean {
  const text = words.map((word) => word.text).join("");
  return [...text].length <= (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ? 1 : 3);
}
