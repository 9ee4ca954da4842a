import type { FoldingStep } from "../names/steps.ts";
import type { AgainstCode } from "./candidate.ts";

/** What each difference takes off a score of 1. Set by judgement: shown as bands only, never compared across versions. */
const stepCost: Readonly<Record<FoldingStep, number>> = {
  invisible: 0,
  width: 0.005,
  case: 0.005,
  diacritics: 0.01,
  spacing: 0.005,
  "legal-form": 0.02,
  "filler-words": 0.01,
  abbreviation: 0.03,
  "variant-kanji": 0.01,
  "simplified-traditional": 0.02,
  kana: 0.01,
  "latin-han": 0.12,
  "latin-kana": 0.06,
  "latin-hangul": 0.08,
  "latin-cyrillic": 0.06,
  "latin-greek": 0.06,
  "latin-arabic": 0.1,
  "latin-other": 0.1,
  "long-vowel": 0.02,
  umlaut: 0.02,
  romanisation: 0.05,
  "word-order": 0.08,
};

/** The default cut-off: nothing that equality finds scores below it. */
const scoreFloor = 0.7;

/** A name that says little stays in the weak band, however well it agrees. */
const weakCeiling = 0.79;
const weakening: ReadonlySet<AgainstCode> = new Set<AgainstCode>(["initial-only", "generic-words-only", "short-name"]);

/** Nearness of two equal names, `scoreFloor` to 1, three decimals. */
export function scoreOf(steps: readonly FoldingStep[], against: readonly AgainstCode[]): number {
  const full = steps.reduce((score, step) => score - stepCost[step], 1);
  const capped = against.some((code) => weakening.has(code)) ? Math.min(full, weakCeiling) : full;
  return Math.round(Math.max(scoreFloor, capped) * 1000) / 1000;
}
