import type { FoldedWord } from "../names/fold-name.ts";
import type { NameType } from "../names/parse-name.ts";
import { isParticle } from "../names/small-words.ts";
import type { AgainstCode } from "./candidate.ts";
import type { Comparison } from "./compare-names.ts";

/** Generic words that must agree in full, and be all there is, before they count as a name: science + university. */
const genericWordsForAName = 2;

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
  if (saysTooLittle(comparison, type)) return undefined;
  if (type === "person" && fewestNames(comparison) <= 1 && hasInitial(comparison)) against.push("initial-only");
  if (isShort(comparison.queryWords)) {
    // Three letters of a body in another alphabet are its short name still: БНК is BNK.
    if (!plain && (type === "person" || lettersOf(comparison.queryWords) < 3)) return undefined;
    against.push("short-name");
  }
  return against;
}

/** Initials alone, or one word of a person's name with initials, spelled or ordered otherwise: never shown, however it is scored. */
function saysTooLittle(comparison: Comparison, type: NameType): boolean {
  if (type !== "person" || !hasInitial(comparison)) return false;
  const telling = fewestNames(comparison);
  const isPlain = comparison.kind === "exact" || comparison.kind === "normalised";
  return telling === 0 || (telling === 1 && !isPlain);
}

function tellingWords(words: readonly FoldedWord[]): number {
  return words.filter(({ word }) => !word.generic && !word.initial).length;
}

/** The fewest words of either name that are neither initials nor particles. */
function fewestNames({ queryWords, listedWords }: Comparison): number {
  const names = (words: readonly FoldedWord[]): number =>
    words.filter(({ text, word }) => !word.generic && !word.initial && !isParticle(text)).length;
  return Math.min(names(queryWords), names(listedWords));
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

function lettersOf(words: readonly FoldedWord[]): number {
  return words.reduce((sum, { text }) => sum + [...text].length, 0);
}

/** One Chinese character, or up to three letters of another script. */
function isShort(words: readonly FoldedWord[]): boolean {
  const text = words.map((word) => word.text).join("");
  return [...text].length <= (/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text) ? 1 : 3);
}
