/**
 * Every spelling difference that matching looks through, in the order in which it is folded. A code in an explanation
 * says: without looking through this, the two names would not have been equal.
 */
export const foldingSteps = [
  "invisible", // variation selectors, zero-width and direction marks
  "width", // NFKC: full and half width, ligatures, circled letters
  "case",
  "diacritics",
  "spacing", // spaces, hyphens, middle dots, punctuation, where words are cut
  "legal-form", // 株式会社, ㈱, Co., Ltd., GmbH …
  "filler-words", // the, of, and …
  "abbreviation", // Inst., Univ., Tech. …
  "variant-kanji", // 髙 and 高, 﨑 and 崎, old and new forms, 々
  "simplified-traditional", // 漢 and 汉
  "kana", // hiragana and katakana, ヶ and ケ
  "latin-han", // Chinese characters spelled in pinyin
  "latin-kana",
  "latin-hangul",
  "latin-cyrillic",
  "latin-greek",
  "latin-arabic",
  "latin-other",
  "long-vowel", // ō, ou, oh, oo; ー
  "umlaut", // ü and ue, ö and oe, ä and ae
  "romanisation", // shi and si, Sergei and Sergey, doubled letters
  "word-order",
] as const;
export type FoldingStep = (typeof foldingSteps)[number];

/** Steps that keep each name in its own script. */
export const spellingSteps: ReadonlySet<FoldingStep> = new Set<FoldingStep>([
  "invisible",
  "width",
  "case",
  "diacritics",
  "spacing",
  "legal-form",
  "filler-words",
  "abbreviation",
  "variant-kanji",
  "simplified-traditional",
  "kana",
]);

/** All steps but the change of word order. */
export const latinSteps: ReadonlySet<FoldingStep> = new Set(foldingSteps.filter((step) => step !== "word-order"));
