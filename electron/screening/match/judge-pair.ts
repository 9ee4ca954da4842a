import type { AnalysedName } from "../names/analysed-name.ts";
import { type ParsedName, parseName } from "../names/parse-name.ts";
import type { FoldingStep } from "../names/steps.ts";
import type { AgainstCode, Candidate, LikenessStep, PieceKind } from "./candidate.ts";
import { type Comparison, compareNames, legalForms } from "./compare-names.ts";
import { weighComparison } from "./name-weight.ts";
import type { Rarity } from "./rarity.ts";
import { scoreOf } from "./score.ts";
import { type PairScore, scorePair } from "./score-pair.ts";
import { reviewCutOff } from "./score-parameters.ts";

/** What a candidate says about its two names; attributes are added by who knows the entry. */
export type JudgedPair = Pick<Candidate, "kind" | "steps" | "score" | "against" | "pieces">;

/**
 * Judges a searched and a listed name of one type: first whether they are equal once named differences are set aside,
 * then how near they are. Nothing below the cut-off.
 */
export function judgePair(query: AnalysedName, listed: AnalysedName, rarity: Rarity): JudgedPair | undefined {
  const ours = parseName(query.text, query.type);
  const theirs = parseName(listed.text, listed.type);
  const comparison = compareNames(ours, theirs);
  // Equal names that say too little stay hidden; asking how near they are would bring them back.
  if (comparison !== undefined) return judgeEqual(comparison, ours, theirs);
  if (!holdsWords(ours) || !holdsWords(theirs)) return undefined;
  const found = scorePair(query, listed, rarity);
  return found.score < reviewCutOff ? undefined : judgeNear(found);
}

/** Judges two names that a comparison found equal; nothing where they say too little to be shown. */
function judgeEqual(comparison: Comparison, ours: ParsedName, theirs: ParsedName): JudgedPair | undefined {
  const care = weighComparison(comparison, ours.type);
  if (care === undefined) return undefined;
  const against: AgainstCode[] = legalFormsDiffer(ours, theirs) ? [...care, "legal-form-differs"] : [...care];
  const { kind, steps, pieces } = comparison;
  return { kind, steps, score: scoreOf(steps, against), against, pieces };
}

/** Something beside legal forms and fillers. */
function holdsWords({ words }: ParsedName): boolean {
  return words.some(({ role }) => role === "word");
}

/** Both names say what they are, and not the same. */
function legalFormsDiffer(ours: ParsedName, theirs: ParsedName): boolean {
  const a = legalForms(ours);
  const b = legalForms(theirs);
  return a.size > 0 && b.size > 0 && [...a.keys()].every((form) => !b.has(form));
}

const stepOf: Partial<Record<PieceKind, FoldingStep | LikenessStep>> = {
  variant: "romanisation",
  typo: "misspelling",
  abbreviation: "abbreviation",
  initial: "initial",
  nickname: "nickname",
  acronym: "acronym",
  merged: "written-together",
  reading: "reading",
  translation: "translation",
  missing: "missing-words",
  conflict: "other-words",
};

function judgeNear({ score, pieces, against }: PairScore): JudgedPair {
  const steps = new Set<FoldingStep | LikenessStep>();
  for (const { how, query, listed } of pieces) {
    const step = how === "transliteration" ? transliterationStep(`${query ?? ""} ${listed ?? ""}`) : stepOf[how];
    if (step !== undefined && !(step === "romanisation" && isFolded(query, listed))) steps.add(step);
  }
  if (against.includes("number-differs")) steps.add("other-number");
  if (against.includes("legal-form-differs")) steps.add("legal-form");
  if (steps.size === 0) steps.add("spacing");
  return { kind: "similar", steps: [...steps], score: Math.round(score * 1000) / 1000, against, pieces };
}

function isFolded(query: string | null, listed: string | null): boolean {
  return query?.toLowerCase() === listed?.toLowerCase();
}

const scriptSteps: readonly (readonly [RegExp, FoldingStep])[] = [
  [/\p{Script=Han}/u, "latin-han"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "latin-kana"],
  [/\p{Script=Hangul}/u, "latin-hangul"],
  [/\p{Script=Cyrillic}/u, "latin-cyrillic"],
  [/\p{Script=Greek}/u, "latin-greek"],
  [/\p{Script=Arabic}/u, "latin-arabic"],
];

function transliterationStep(text: string): FoldingStep {
  return scriptSteps.find(([script]) => script.test(text))?.[1] ?? "latin-other";
}
