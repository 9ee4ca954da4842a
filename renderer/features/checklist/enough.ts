import type { SourceCheck } from "../../../shared/domain/answer.ts";
import { type ItemCase, isAnswered, type Missing, missingFor } from "../../../shared/domain/checklist.ts";
import type { SourceType } from "../../../shared/domain/content/vocabulary.ts";

/** How far an item has come towards being enough: never a score, only what is there of what is needed. */
export interface Enough {
  readonly missing: readonly Missing[];
  readonly done: number;
  readonly needed: number;
}

/**
 * What an item has and lacks. What is needed depends on the answer, so it is counted on the same answer with nothing
 * filled in; before an answer is chosen, the sources of a clean answer are counted.
 */
export function enoughOf(one: ItemCase): Enough {
  const answered = isAnswered(one.answer);
  const assumed = answered ? one : { ...one, answer: { ...one.answer, answer: "none" } };
  const missing = answered ? missingFor(one) : [...missingFor(one), ...missingFor(assumed).filter(isSources)];
  const emptied = missingFor(withNothingFilledIn(assumed));
  const needed = 1 + unitsOf(answered ? emptied : emptied.filter(isSources));
  return { missing, done: Math.max(0, needed - unitsOf(missing)), needed };
}

function withNothingFilledIn(one: ItemCase): ItemCase {
  const answer = {
    ...one.answer,
    unknownReason: null,
    reason: "",
    fact: "",
    explanation: "",
    assessment: "",
    identity: "different" as const,
    confirmedBySubject: false,
    sources: [],
  };
  return { ...one, answer, evidence: [] };
}

function isSources(missing: Missing): boolean {
  return missing.code === "sources";
}

function unitsOf(missing: readonly Missing[]): number {
  return missing.reduce((sum, one) => sum + (one.code === "sources" ? one.sources.length : 1), 0);
}

/** The sources to list for an item: those asked for, then those somebody looked at besides. */
export function sourcesToShow(asked: readonly SourceType[], checks: readonly SourceCheck[]): SourceType[] {
  const besides = checks.map((check) => check.sourceType).filter((source) => !asked.includes(source));
  return [...asked, ...new Set(besides)];
}

/** The checks with one source's result set; undefined takes the tick back. The order is that of looking. */
export function withCheck(
  checks: readonly SourceCheck[],
  sourceType: SourceType,
  result: SourceCheck["result"] | undefined,
): SourceCheck[] {
  const known = checks.find((check) => check.sourceType === sourceType);
  if (result === undefined) return checks.filter((check) => check.sourceType !== sourceType);
  if (known === undefined) return [...checks, { sourceType, result, note: "" }];
  return checks.map((check) => (check === known ? { ...check, result } : check));
}

/** The checks with one source's note; a note on a source without a result is not kept. */
export function withNote(checks: readonly SourceCheck[], sourceType: SourceType, note: string): SourceCheck[] {
  return checks.map((check) => (check.sourceType === sourceType ? { ...check, note } : check));
}
