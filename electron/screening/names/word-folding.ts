import { foldDiacritics, foldWidth, stripInvisible } from "./character-folding.ts";
import { foldEveryVariant } from "./han-variants.ts";
import { toKatakana } from "./kana.ts";

/**
 * One word as tokens hold it: width, case, accents, apostrophes, forms of Han characters, kinds of kana and writing
 * habits of Arabic and Yiddish folded. Everything that is no letter, digit, mark or symbol is dropped.
 */
export function foldWord(source: string): string {
  if (/^[a-z0-9]*$/.test(source)) return source;
  if (/^[A-Za-z0-9]*$/.test(source)) return source.toLowerCase();
  const plain = foldDiacritics(foldWidth(stripInvisible(source)).toLowerCase())
    .replace(/[^\p{L}\p{N}\p{M}\p{So}]/gu, "")
    .replace(/\p{Cs}/gu, "");
  if (/^[a-z0-9]*$/.test(plain)) return plain;
  return toKatakana(foldEveryVariant(foldSemitic(plain)));
}

/** Letters that Arabic, Persian and Hebrew write in either of two ways. */
function foldSemitic(word: string): string {
  if (!/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word)) return word;
  return word
    .replace(/[ىیې]/g, "ي")
    .replace(/[ةەہۃھ]/g, "ه")
    .replace(/[کګ]/g, "ك")
    .replace(/ٱ/g, "ا")
    .replace(/[\u0591-\u05c7]/g, "");
}
