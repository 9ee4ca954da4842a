import anyAscii from "any-ascii";
import { foldDiacritics, foldWidth, stripInvisible } from "./character-folding.ts";
import { foldEveryVariant, foldJapaneseVariants } from "./han-variants.ts";
import { kanaToRomaji, toKatakana } from "./kana.ts";
import type { NameWord, ParsedName } from "./parse-name.ts";
import { foldLongVowels, foldRomanisation, foldUmlautDigraphs } from "./romanisation.ts";
import type { FoldingStep } from "./steps.ts";

type Steps = ReadonlySet<FoldingStep>;

/** A word as it is compared, and the word it came from. */
export interface FoldedWord {
  readonly text: string;
  readonly word: NameWord;
}

/**
 * The words of a name that count under these steps, each folded by them. Without `legal-form` or `filler-words` such
 * words count like any other. Words that fold to nothing are left out.
 */
export function foldName(name: ParsedName, steps: Steps): readonly FoldedWord[] {
  const kept = name.words.filter(
    ({ role }) => role === "word" || (role === "legal-form" ? !steps.has("legal-form") : !steps.has("filler-words")),
  );
  // A name of nothing but fillers and forms still has to be compared as something.
  const counted = kept.length === 0 ? name.words.filter(({ role }) => role !== "legal-form") : kept;
  return counted
    .map((word) => ({ text: foldWord(wordText(word, steps), steps), word }))
    .filter(({ text }) => text !== "");
}

function wordText(word: NameWord, steps: Steps): string {
  const { expansion, source } = word;
  if (expansion === undefined || !steps.has("abbreviation")) return source;
  // With the capital of what it stands for, so that writing it out is not reported as a difference of case too.
  return /^\p{Lu}/u.test(source) ? expansion.charAt(0).toUpperCase() + expansion.slice(1) : expansion;
}

/** Folds one word. Pure: the same word and steps give the same text, whatever stands around it. */
export function foldWord(source: string, steps: Steps): string {
  return /^[A-Za-z0-9]+$/.test(source)
    ? foldAsciiWord(source, steps)
    : foldLatinSpelling(foldSpelling(source, steps), steps);
}

function foldAsciiWord(source: string, steps: Steps): string {
  return foldLatinSpelling(steps.has("case") ? source.toLowerCase() : source, steps);
}

function foldSpelling(source: string, steps: Steps): string {
  let text = source;
  if (steps.has("invisible")) text = stripInvisible(text);
  if (steps.has("width")) text = foldWidth(text);
  if (steps.has("spacing")) text = text.replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, "").replace(/`/g, "");
  if (steps.has("case")) text = text.toLowerCase();
  if (steps.has("diacritics")) text = foldDiacritics(text);
  if (steps.has("simplified-traditional")) text = foldEveryVariant(text);
  else if (steps.has("variant-kanji")) text = foldJapaneseVariants(text);
  if (steps.has("kana")) text = toKatakana(text);
  return text;
}

const latinRuns: readonly (readonly [FoldingStep, RegExp])[] = [
  ["latin-han", /\p{Script=Han}+/gu],
  ["latin-hangul", /\p{Script=Hangul}+/gu],
  ["latin-cyrillic", /\p{Script=Cyrillic}+/gu],
  ["latin-greek", /\p{Script=Greek}+/gu],
  ["latin-arabic", /\p{Script=Arabic}+/gu],
  [
    "latin-other",
    /(?:(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}ー])[\p{L}\p{M}])+/gu,
  ],
];

function foldLatinSpelling(source: string, steps: Steps): string {
  let text = source;
  if (!/^[\p{ASCII}]*$/u.test(text)) {
    if (steps.has("latin-kana")) text = kanaToRomaji(text);
    for (const [step, run] of latinRuns)
      if (steps.has(step)) text = text.replace(run, (part) => anyAscii(part).toLowerCase());
  }
  if (steps.has("long-vowel")) text = foldLongVowels(text);
  if (steps.has("umlaut")) text = foldUmlautDigraphs(text);
  if (steps.has("romanisation")) text = foldRomanisation(text);
  return text;
}
