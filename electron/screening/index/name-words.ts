import { foldDiacritics, foldWidth, stripInvisible } from "../names/character-folding.ts";
import { isFillerWord } from "../names/generic-words.ts";
import { foldEveryVariant } from "../names/han-variants.ts";
import { toKatakana } from "../names/kana.ts";
import { latinSpelling } from "../names/latin-spelling.ts";
import { findGluedForm, wholeGluedForm, wordFormClass } from "../names/legal-forms.ts";
import type { NameType } from "../names/parse-name.ts";
import { withoutThaiTitle } from "../names/small-words.ts";
import { arabicSkeleton, consonantSkeleton, looseKey } from "../names/sound-keys.ts";
import { createRecent, type Recent } from "../readings/recent.ts";
import { thaiSpellings } from "../readings/thai-spellings.ts";

/** How a word of a name is written, as far as the index treats scripts apart. */
export type WordScript = "latin" | "arabic" | "hangul" | "kana" | "number" | "other";

/** One word with the keys under which it is filed and sought. */
export interface IndexWord {
  readonly script: WordScript;
  /** Folded, in its own script. */
  readonly text: string;
  /** Loose keys of its Latin spellings, the likeliest first; several where a script leaves it open, as Thai does. */
  readonly loose: readonly string[];
  readonly skeleton: string;
  readonly arabic: string;
  /** A legal form or a filler: neither filed nor sought while the name has other words. */
  readonly isLight: boolean;
  readonly isInitial: boolean;
}

/** A name as the index files and seeks it. Chinese characters stand apart, folded; runs in the order of the name. */
export interface IndexName {
  readonly text: string;
  readonly type: NameType;
  readonly words: readonly IndexWord[];
  readonly han: readonly string[];
}

/** UTF-16 units of a name that are looked at; what lies beyond is not filed. */
const indexedUnits = 1_000;

const wordPattern =
  /\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|\p{Script=Hangul}+|\p{N}+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}])+/gu;
const hanPattern = /^\p{Script=Han}/u;

/** Words kept ready for each type of name. Most words of a list come again soon; the rest is cut anew. */
const keptWords = 60_000;
const memos: Readonly<Record<NameType, Recent<string, IndexWord>>> = {
  person: createRecent(keptWords),
  organisation: createRecent(keptWords),
  unknown: createRecent(keptWords),
};

/** Lets go of the words of names cut so far: a list that is indexed leaves none behind. */
export function forgetWords(): void {
  for (const memo of Object.values(memos)) memo.clear();
}

/** Cuts a name into words with their keys. Fast on repeated words, which names are made of. */
export function indexName(text: string, type: NameType): IndexName {
  const folded = foldText(text.length > indexedUnits ? text.slice(0, indexedUnits) : text);
  const words: IndexWord[] = [];
  const han: string[] = [];
  for (const [piece] of folded.matchAll(wordPattern)) {
    if (!hanPattern.test(piece)) words.push(wordOf(piece, type));
    else for (const run of type === "person" ? [piece] : withoutForms(piece)) han.push(run);
  }
  return { text, type, words, han };
}

function foldText(text: string): string {
  const joined = /^[\p{ASCII}]*$/u.test(text)
    ? text.toLowerCase()
    : foldEveryVariant(foldDiacritics(foldWidth(stripInvisible(text)).toLowerCase()));
  // An apostrophe parts no words; letters with dots between them are one.
  return joined
    .replace(/['"“”]/g, "")
    .replace(/(?<![\p{L}\p{M}])((?:\p{L}\.){2,})/gu, (letters) => letters.replaceAll(".", ""));
}

function withoutForms(run: string): readonly string[] {
  if (wholeGluedForm(run) !== undefined) return [];
  const found = findGluedForm(run);
  return found === undefined ? [run] : withoutForms(found.rest);
}

function wordOf(text: string, type: NameType): IndexWord {
  const memo = memos[type];
  const known = memo.get(text);
  if (known !== undefined) return known;
  const word = makeWord(text, type);
  memo.set(text, word);
  return word;
}

function makeWord(text: string, type: NameType): IndexWord {
  const script = scriptOfWord(text);
  if (script === "number") {
    const value = /^[0-9]+$/.test(text) ? text.replace(/^0+(?=.)/, "") : text;
    return { script, text: value, loose: [value], skeleton: "", arabic: "", isLight: false, isInitial: false };
  }
  // The article is written on to its word; Latin spellings part it or leave it out.
  const bare = text.replace(/^ال(?=[\p{L}\p{M}]{3})/u, "");
  const latin = latinSpelling(toKatakana(bare)).replace(/[^a-z]/g, "");
  const isPerson = type === "person";
  const spellings = /^\p{Script=Thai}/u.test(text) ? spellThai(text, isPerson) : [];
  return {
    script,
    text,
    loose: [...new Set((spellings.length > 0 ? spellings : [latin]).filter((spelled) => spelled !== "").map(looseKey))],
    skeleton: consonantSkeleton(latin),
    arabic: arabicSkeleton(latin),
    isLight: isFillerWord(text, isPerson) || (!isPerson && wordFormClass([text]) !== undefined),
    isInitial: isPerson && /^\p{L}$/u.test(text) && (script === "latin" || /^\p{Script=Cyrillic}/u.test(text)),
  };
}

/** Thai writes titles and legal forms on to the name. */
function spellThai(text: string, isPerson: boolean): readonly string[] {
  const bare = isPerson ? withoutThaiTitle(text) : withoutForms(text).join("");
  return thaiSpellings(bare);
}

function scriptOfWord(text: string): WordScript {
  if (/^[a-z]/.test(text)) return "latin";
  if (/^\p{N}/u.test(text)) return "number";
  if (/^\p{Script=Arabic}/u.test(text)) return "arabic";
  if (/^\p{Script=Hangul}/u.test(text)) return "hangul";
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text)) return "kana";
  return "other";
}
