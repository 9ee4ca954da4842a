import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { dateBlank } from "../../../shared/domain/content/blanks.ts";
import type { DecisionId as Outcome } from "../../../shared/domain/content/vocabulary.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import type { Locale } from "../../../shared/strings/text.ts";

/** What a sample phrase can be filled with; what is not known yet keeps its blank. */
export interface WordingParts {
  /** Names of the factors the decision is about, joined as the language writes lists. */
  readonly factors: string;
  /** The review date as it is written in the paper, or empty. */
  readonly reviewDay: string;
}

/** A sample phrase with its blanks filled as far as possible. */
export function filledPhrase(phrase: Bilingual, locale: Locale, { factors, reviewDay }: WordingParts): string {
  const fill = (text: string, blank: string, value: string): string =>
    value === "" ? text : text.replace(blank, () => value);
  if (locale === "ja") return fill(fill(phrase.ja, "○○", factors), dateBlank, reviewDay);
  return fill(fill(phrase.en, "[factor]", factors), "[date]", reviewDay);
}

/** Factors that stand out: all in the worst band above low, before measures. */
export function leadingFactors({ factors }: Pick<Assessment, "factors">): string[] {
  const counted = factors.filter((rating) => rating.counted && rating.inherent.band !== "low");
  const top = Math.max(0, ...counted.map((rating) => rating.inherent.score));
  return counted.filter((rating) => rating.inherent.score === top).map((rating) => rating.factor);
}

/** Whether what the sample for an outcome says of the risk holds in this case; a person may still choose the outcome. */
export function isPhraseTrue(
  outcome: Outcome | undefined,
  { facts }: { readonly facts: Pick<Assessment["facts"], "inherent" | "plannedResidual" | "keyUnknown"> },
): boolean {
  const isTolerable = facts.plannedResidual === "low" || facts.plannedResidual === "moderate";
  if (outcome === "accept") return facts.inherent === "low" && facts.keyUnknown === 0;
  return outcome === "mitigate" ? isTolerable : !isTolerable;
}
