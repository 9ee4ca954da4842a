/** Removes characters that no reader sees: variation selectors (葛󠄀), zero-width and direction marks, soft hyphens. */
export function stripInvisible(text: string): string {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/**
 * NFKC: half-width kana become full, full-width letters half, ㈱ becomes (株). An acute or grave sign standing alone is
 * taken as the apostrophe it was typed for, since NFKC would make a space and a loose accent of it.
 */
export function foldWidth(text: string): string {
  return text.replace(/[´`‘’ʼʻ＇｀]/g, "'").normalize("NFKC");
}

const lettersWithoutDecomposition: readonly (readonly [RegExp, string])[] = [
  [/ß/g, "ss"],
  [/ł/g, "l"],
  [/Ł/g, "L"],
  [/ø/g, "o"],
  [/Ø/g, "O"],
  [/đ/g, "d"],
  [/Đ/g, "D"],
  [/æ/g, "ae"],
  [/Æ/g, "AE"],
  [/œ/g, "oe"],
  [/Œ/g, "OE"],
  [/ı/g, "i"],
  [/þ/g, "th"],
  [/Þ/g, "Th"],
  [/ð/g, "d"],
  [/ə/g, "a"],
  [/ς/g, "σ"],
  [/ё/g, "е"],
  [/Ё/g, "Е"],
];

/**
 * Removes accents from Latin and Greek letters, and the vowel marks and tatweel of Arabic. Marks of other scripts stay:
 * without them ガ would become カ and й would become и.
 */
export function foldDiacritics(text: string): string {
  if (/^[\p{ASCII}]*$/u.test(text)) return text;
  let folded = text
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, "$1")
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "")
    .normalize("NFC");
  // After the accents, since ǽ is æ with one.
  for (const [letter, plain] of lettersWithoutDecomposition) folded = folded.replace(letter, plain);
  return folded;
}
