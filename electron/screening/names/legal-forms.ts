import { typingErrors } from "../match/edit-distance.ts";
import { remembered } from "../readings/remembered.ts";
import { foldDiacritics, foldWidth } from "./character-folding.ts";
import { bracketedForms, gluedForms, leadingForms, wordForms } from "./legal-form-table.ts";

const formOfPhrase = new Map<string, string>();
for (const [form, phrases] of Object.entries(wordForms)) {
  for (const phrase of phrases.split("|").flatMap(spellingsOf)) {
    const words = phrase.split(" ").map(formWord).join(" ");
    // A spelling shared by two classes belongs to the first that names it.
    if (!formOfPhrase.has(words)) formOfPhrase.set(words, form);
  }
}

/** Every spelling that `(a/b)` stands for. */
function spellingsOf(phrase: string): readonly string[] {
  const parts = /^(.*?)\(([^()]*\/[^()]*)\)(.*)$/u.exec(phrase);
  if (parts === null) return [phrase];
  const [, before = "", either = "", after = ""] = parts;
  return either.split("/").flatMap((one) => spellingsOf(`${before}${one}${after}`));
}

const formOfBracketed = new Map<string, string>(
  Object.entries(bracketedForms).flatMap(([form, spellings]) =>
    spellings.split("|").map((spelling) => [spelling, form] as const),
  ),
);

/** The longest legal form, in words. */
export const longestFormWords: number = Math.max(...[...formOfPhrase.keys()].map((phrase) => phrase.split(" ").length));

const leading = new Set(leadingForms.split("|").map(formWord));

const gluedByLength: readonly (readonly [string, string])[] = Object.entries(gluedForms)
  .flatMap(([form, spellings]) => spellings.split("|").map((spelling) => [spelling, form] as const))
  .sort(([a], [b]) => b.length - a.length);

/** Forms of one long word, which are often misspelled: Aktiengeselschaft. */
const longWords: readonly (readonly [string, string])[] = [...formOfPhrase].filter(
  ([phrase]) => phrase.length >= 10 && !phrase.includes(" "),
);

/** The class of a bracketed form such as (株), or nothing. */
export function bracketedFormClass(word: string): string | undefined {
  return /^[(（].+[)）]$/.test(word) ? formOfBracketed.get(word.slice(1, -1)) : undefined;
}

/** A spelling of the word that legal forms are looked up by: no width, case, accents or dots. */
export function formWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return foldDiacritics(foldWidth(word).toLowerCase()).replace(/[.']/g, "");
}

/** The class of a form spelled by these words (as `formWord` gives them), or nothing. */
export function wordFormClass(words: readonly string[]): string | undefined {
  return formOfPhrase.get(words.join(" ")) ?? misspelledForm(words);
}

function misspelledForm(words: readonly string[]): string | undefined {
  const [word = ""] = words;
  return words.length !== 1 || word.length < 10 ? undefined : misspelledWord(word);
}

const keptWords = 20_000;

const misspelledWord = remembered(
  keptWords,
  (word) =>
    longWords.find(
      ([spelling]) => Math.abs(spelling.length - word.length) <= 1 && typingErrors(spelling, word, 1) <= 1,
    )?.[1],
);

/** Whether a form may stand before the name. */
export function isLeadingForm(words: readonly string[]): boolean {
  return words.length > 1
    ? formOfPhrase.has(words.join(" ")) && words.join("").length > 8
    : leading.has(words[0] ?? "");
}

/** A legal form found at one end of a text, and what is left of the text. */
export interface GluedForm {
  readonly form: string;
  readonly spelling: string;
  readonly end: "start" | "finish";
  readonly rest: string;
}

/** Finds a legal form at the start or finish of a word that carries no space, provided something is left beside it. */
export function findGluedForm(word: string): GluedForm | undefined {
  if (/^[\p{ASCII}]*$/u.test(word)) return gluedLatin(word);
  for (const [spelling, form] of gluedByLength) {
    if (word.length <= spelling.length) continue;
    if (word.endsWith(spelling)) return { form, spelling, end: "finish", rest: word.slice(0, -spelling.length) };
    if (word.startsWith(spelling)) return { form, spelling, end: "start", rest: word.slice(spelling.length) };
  }
  return undefined;
}

/** SiemensAG and BowneGmbH: a form in capitals of its own behind small letters. */
function gluedLatin(word: string): GluedForm | undefined {
  const parts = /^(.*[a-z]{3})(AG|GmbH|LLC|Ltd|Inc|PLC|Corp|SA|SE|KK|BV|NV|SRL|OY|AB)$/.exec(word);
  const [, rest = "", spelling = ""] = parts ?? [];
  const form = parts === null ? undefined : formOfPhrase.get(spelling.toLowerCase());
  return form === undefined ? undefined : { form, spelling, end: "finish", rest };
}

/** The class of a word that is nothing but a glued form, such as 株式会社 set off by a space. */
export function wholeGluedForm(word: string): string | undefined {
  if (/^[\p{ASCII}]*$/u.test(word)) return undefined;
  return gluedByLength.find(([spelling]) => spelling === word)?.[1];
}
