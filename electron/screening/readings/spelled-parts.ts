/**
 * Spellings of a name character by character (Han) or syllable by syllable (Hangul). Whoever compares joins them as names
 * are written: the family name as one word, the rest joined, hyphened or apart.
 */
export interface SpelledParts {
  readonly system: "pinyin" | "wade-giles" | "cantonese" | "korean";
  /** How many of the parts are the family name; none for names of bodies. */
  readonly surnameLength: number;
  /** Spellings of each part in lower-case Latin letters, the more usual first; never empty. */
  readonly parts: readonly (readonly string[])[];
}
