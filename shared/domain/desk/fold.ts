/** Variation selectors choose a glyph, not a letter; a reader who types 葛 looks for 葛󠄀 too. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/** A text as a reader looks for it: width, case, the two kana and variants of a glyph are one. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(variationSelectors, "")
    .toLowerCase()
    .replaceAll(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Words of a search line, folded; all of them must be found. */
export function foldWords(line: string): string[] {
  return foldText(line)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Digits enough that runs of digits compare as numbers do. */
const digitRun = 10;

/** A text as lists put it in order: folded, and with its numbers compared as numbers. */
export function orderKey(text: string): string {
  return foldText(text).replaceAll(/\d+/gu, (digits) => digits.padStart(digitRun, "0"));
}
