import { foldWidth } from "../names/character-folding.ts";
import { type FoldedWord, foldName } from "../names/fold-name.ts";
import type { ParsedName } from "../names/parse-name.ts";
import { type Script, scriptsIn } from "../names/scripts.ts";
import { type FoldingStep, foldingSteps, latinSteps, spellingSteps } from "../names/steps.ts";
import { alignWords, keepsOrder, type WordGroup } from "./align-words.ts";
import type { MatchKind, NamePiece } from "./candidate.ts";

type Steps = ReadonlySet<FoldingStep>;

/** Two names found to be the same name, and what it took to see it. */
export interface Comparison {
  readonly kind: MatchKind;
  readonly steps: readonly FoldingStep[];
  readonly pieces: readonly NamePiece[];
  /** The words of the searched and of the listed name that answer to each other. */
  readonly queryWords: readonly FoldedWord[];
  readonly listedWords: readonly FoldedWord[];
}

interface Alignment {
  readonly query: readonly FoldedWord[];
  readonly listed: readonly FoldedWord[];
  readonly groups: readonly WordGroup[];
}

const latinStepOf: Partial<Record<Script, FoldingStep>> = {
  han: "latin-han",
  kana: "latin-kana",
  hangul: "latin-hangul",
  cyrillic: "latin-cyrillic",
  greek: "latin-greek",
  arabic: "latin-arabic",
  other: "latin-other",
};

/**
 * Compares two names word by word: first in their own script, then in Latin letters, in any order. Nothing if they differ
 * in more than `foldingSteps` look through. The steps reported are the fewest that make the names equal, coarse ones
 * dropped first.
 */
export function compareNames(query: ParsedName, listed: ParsedName): Comparison | undefined {
  for (const level of [spellingSteps, latinStepsBetween(query, listed)]) {
    const alignment = alignUnder(query, listed, plus(level, "word-order"));
    if (alignment !== undefined) return describe(query, listed, { alignment, level });
  }
  return undefined;
}

/** Two names in one script are never compared by their Latin spelling: 张伟 and 章伟 are different names. */
function latinStepsBetween(query: ParsedName, listed: ParsedName): Steps {
  const inListed = scriptsIn(listed.text);
  const shared = new Set(
    scriptsIn(query.text)
      .filter((script) => inListed.includes(script))
      .map((script) => latinStepOf[script]),
  );
  return new Set([...latinSteps].filter((step) => !shared.has(step)));
}

function plus(steps: Steps, more: FoldingStep): Steps {
  return new Set([...steps, more]);
}

function alignUnder(query: ParsedName, listed: ParsedName, steps: Steps): Alignment | undefined {
  const a = foldName(query, steps);
  const b = foldName(listed, steps);
  if (!steps.has("spacing") && !sameSpacing(a, b, steps)) return undefined;
  const texts = (words: readonly FoldedWord[]): readonly string[] => words.map(({ text }) => text);
  const groups = alignWords(texts(a), texts(b), steps.has("word-order"));
  return groups === undefined ? undefined : { query: a, listed: b, groups };
}

function sameSpacing(a: readonly FoldedWord[], b: readonly FoldedWord[], steps: Steps): boolean {
  const lead = ({ word }: FoldedWord): string => (steps.has("width") ? foldWidth(word.lead) : word.lead);
  return (
    a.length === b.length &&
    a.slice(1).every((word, at) => {
      const other = b[at + 1];
      return other !== undefined && lead(word) === lead(other);
    })
  );
}

interface Found {
  readonly alignment: Alignment;
  readonly level: Steps;
}

function describe(query: ParsedName, listed: ParsedName, { alignment, level }: Found): Comparison {
  const words = { queryWords: alignment.query, listedWords: alignment.listed };
  const pieces = [...alignment.groups.map((group) => pieceOf(group, alignment)), ...legalFormPieces(query, listed)];
  if (query.text === listed.text) return { kind: "exact", steps: [], pieces, ...words };
  const inOrder = keepsOrder(alignment.groups);
  const steps = fewestSteps(query, listed, inOrder ? level : plus(level, "word-order"));
  return { kind: kindOf(steps), steps, pieces, ...words };
}

/** Leaves out one step after the other, the coarsest first, as long as the names stay equal. */
function fewestSteps(query: ParsedName, listed: ParsedName, enough: Steps): readonly FoldingStep[] {
  let steps = enough;
  for (const step of foldingSteps.toReversed()) {
    if (!steps.has(step)) continue;
    const fewer = new Set([...steps].filter((other) => other !== step));
    if (alignUnder(query, listed, fewer) !== undefined) steps = fewer;
  }
  const kept = foldingSteps.filter((step) => steps.has(step));
  // Names whose words agree as they stand differ only in the signs around them.
  return kept.length === 0 ? ["spacing"] : kept;
}

function kindOf(steps: readonly FoldingStep[]): MatchKind {
  if (steps.some((step) => step.startsWith("latin-") || step === "romanisation")) return "transliterated";
  return steps.includes("word-order") ? "order" : "normalised";
}

function pieceOf(group: WordGroup, { query, listed }: Alignment): NamePiece {
  const ours = sourceOf(group.a.map((at) => query[at]));
  const theirs = sourceOf(group.b.map((at) => listed[at]));
  if (ours === theirs) return { query: ours, listed: theirs, how: "exact" };
  const shared = scriptsIn(ours).some((script) => scriptsIn(theirs).includes(script));
  const digitsOnly = scriptsIn(ours).length === 0 || scriptsIn(theirs).length === 0;
  return { query: ours, listed: theirs, how: shared || digitsOnly ? "variant" : "transliteration" };
}

function sourceOf(words: readonly (FoldedWord | undefined)[]): string {
  return words.map((folded, at) => (at === 0 ? "" : folded?.word.lead || " ") + (folded?.word.source ?? "")).join("");
}

/** Legal forms take no part in finding; they are shown beside the words, paired by class. */
function legalFormPieces(query: ParsedName, listed: ParsedName): readonly NamePiece[] {
  const ours = legalForms(query);
  const theirs = legalForms(listed);
  const forms = [...new Set([...ours.keys(), ...theirs.keys()])];
  return forms.map((form) => {
    const a = ours.get(form) ?? null;
    const b = theirs.get(form) ?? null;
    return { query: a, listed: b, how: a === null || b === null ? "missing" : a === b ? "exact" : "variant" };
  });
}

/** Legal forms of a name as written, by class. */
export function legalForms(name: ParsedName): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const { legalForm, source, lead } of name.words) {
    if (legalForm === undefined) continue;
    const before = forms.get(legalForm);
    forms.set(legalForm, before === undefined ? source : before + lead + source);
  }
  return forms;
}
