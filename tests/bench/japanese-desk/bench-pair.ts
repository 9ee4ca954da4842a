/** What a row of `resources/screening/bench.json` is for; each has positives and negatives. */
export const benchSets = [
  "variant-kanji",
  "romaji-romaji",
  "kana",
  "kanji-romaji",
  "romaji-kanji",
  "traditional-simplified",
  "hard",
] as const;
export type BenchSet = (typeof benchSets)[number];

/** Two names and whether they are spellings of one name. */
export interface BenchPair {
  readonly a: string;
  readonly b: string;
  readonly kind: "person" | "organisation";
  readonly set: BenchSet;
  readonly same: boolean;
}
