import { lookInto, type SourceCheck } from "../../../shared/domain/answer.ts";
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

/** The looks into one source, each with its place among all looks of the item. */
export function looksInto(
  looks: readonly SourceCheck[],
  sourceType: SourceType,
): ReadonlyArray<{ readonly look: SourceCheck; readonly at: number }> {
  return looks.map((look, at) => ({ look, at })).filter(({ look }) => look.sourceType === sourceType);
}

/** The looks with one more, taken today; the order is that of looking. */
export function withLook(
  looks: readonly SourceCheck[],
  sourceType: SourceType,
  { result, lookedOn }: Pick<SourceCheck, "result" | "lookedOn">,
): SourceCheck[] {
  return [...looks, lookInto(sourceType, result, { lookedOn })];
}

/** The looks with one of them changed; a place that is not there changes nothing. */
export function withChange(
  looks: readonly SourceCheck[],
  at: number,
  change: Partial<Omit<SourceCheck, "sourceType">>,
): SourceCheck[] {
  return looks.map((look, place) => (place === at ? { ...look, ...change } : look));
}

/** The looks without one of them. */
export function withoutLook(looks: readonly SourceCheck[], at: number): SourceCheck[] {
  return looks.filter((_, place) => place !== at);
}

/** The looks with a first one into each of these sources that brought nothing, dated; what is there stays. */
export function withNothingIn(
  looks: readonly SourceCheck[],
  sources: readonly SourceType[],
  parts: Partial<Omit<SourceCheck, "sourceType" | "result">> & Pick<SourceCheck, "lookedOn">,
): SourceCheck[] {
  const seen = new Set(looks.map((look) => look.sourceType));
  const fresh = sources.filter((source) => !seen.has(source));
  return [...looks, ...fresh.map((source) => lookInto(source, "nothing", parts))];
}
