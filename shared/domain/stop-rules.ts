import type { AnswerBody, AnswerPatch } from "./answer.ts";
import { type ItemCase, isAnswered, isSaturated, unlookedSources, weightOf } from "./checklist.ts";
import type { ScoringPolicy } from "./content/scoring-policy.ts";
import type { TemplateItem } from "./content/template.ts";
import type { Depth, SourceType, TechTier, Vocabulary } from "./content/vocabulary.ts";

/** A rule that says somebody may, or should, stop looking now, with what it rests on. */
export type StopAdvice =
  | { readonly rule: "saturated"; readonly inARow: number; readonly left: readonly SourceType[] }
  | {
      readonly rule: "item-time" | "case-time";
      readonly usedMinutes: number;
      readonly limitMinutes: number;
      readonly left: readonly SourceType[];
    };

/** Minutes of a whole case against its budget, extensions included. */
export interface CaseTime {
  readonly usedMinutes: number;
  readonly limitMinutes: number;
}

/** What a case has used of its time; every extension of an item extends the case. */
export function caseTimeOf(
  answers: ReadonlyArray<Pick<AnswerBody, "minutes" | "extension">>,
  depth: Depth,
  vocabulary: Pick<Vocabulary, "depths">,
): CaseTime {
  const extended = answers.reduce((sum, answer) => sum + (answer.extension?.minutes ?? 0), 0);
  return {
    usedMinutes: answers.reduce((sum, answer) => sum + answer.minutes, 0),
    limitMinutes: depthEntry(depth, vocabulary).timeBudgetMinutes + extended,
  };
}

/** Minutes planned for one item at a depth, with its extension. */
export function itemLimitMinutes(
  answer: Pick<AnswerBody, "extension">,
  depth: Depth,
  vocabulary: Pick<Vocabulary, "depths">,
): number {
  return depthEntry(depth, vocabulary).planningMinutesPerItem + (answer.extension?.minutes ?? 0);
}

function depthEntry(depth: Depth, vocabulary: Pick<Vocabulary, "depths">): Vocabulary["depths"][number] {
  const entry = vocabulary.depths.find((candidate) => candidate.id === depth);
  if (entry === undefined) throw new Error(`Vocabulary has no depth ${depth}`);
  return entry;
}

/**
 * The rules that say to stop looking into an item now, the strongest ground first; none while work on it is not begun,
 * and none once nothing is left to look into. The self-check has no sources to exhaust.
 */
export function stopAdviceFor(
  one: ItemCase,
  { caseTime, vocabulary }: { caseTime: CaseTime; vocabulary: Pick<Vocabulary, "depths"> },
): StopAdvice[] {
  const { answer, depth, policy } = one;
  if (one.scale !== "risk" || answer.stopped !== null || answer.unknownReason === "timebox") return [];
  const left = unlookedSources(one);
  const isOpen = !isAnswered(answer) || left.length > 0;
  if (!isOpen) return [];
  const advice: StopAdvice[] = [];
  if (isSaturated(answer.sources, policy)) {
    advice.push({ rule: "saturated", inARow: policy.saturation.sourcesInARow, left });
  }
  const limitMinutes = itemLimitMinutes(answer, depth, vocabulary);
  if (answer.minutes >= limitMinutes) {
    advice.push({ rule: "item-time", usedMinutes: answer.minutes, limitMinutes, left });
  }
  if (caseTime.usedMinutes >= caseTime.limitMinutes) advice.push({ rule: "case-time", ...caseTime, left });
  return advice;
}

/**
 * What stopping writes: a finding stays and says what ended the search; anything else becomes "could not confirm" with the
 * reason that fits. An answer that saturation bears out stays too: three sources with nothing new are what it rests on.
 */
export function stopPatch(
  rule: StopAdvice["rule"],
  answer: Pick<AnswerBody, "answer" | "unknownReason">,
  policy: ScoringPolicy,
): AnswerPatch {
  const isFinding = weightOf(answer.answer, policy) > 0;
  if (rule === "saturated") {
    if (!isAnswered(answer)) return { answer: "unknown", unknownReason: "sparse", stopped: "saturated" };
    const isWhyOpen = answer.answer === "unknown" && answer.unknownReason === null;
    return isWhyOpen ? { unknownReason: "sparse", stopped: "saturated" } : { stopped: "saturated" };
  }
  return isFinding ? { stopped: "time" } : { answer: "unknown", unknownReason: "timebox", stopped: "time" };
}

/** Whether an item may be given more time than planned: key items, and items of cases with sensitive technology. */
export function mayExtend(item: Pick<TemplateItem, "key">, techTier: TechTier | null): boolean {
  return item.key || techTier === "T2" || techTier === "T3";
}
