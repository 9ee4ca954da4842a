import { type Measure, type MeasureCatalogue, suggestedMeasures } from "../../../shared/domain/content/measure.ts";
import type { CaseKind } from "../../../shared/domain/content/vocabulary.ts";
import type { Assessment, FactorRating } from "../../../shared/domain/risk/assessment.ts";

/** Measures to propose for one factor. */
export interface SuggestionGroup {
  readonly rating: FactorRating;
  readonly measures: readonly Measure[];
}

/**
 * What the catalogue proposes for the factors of the case by their inherent band, gravest first. A measure stands
 * under the gravest factor that asks for it; those not meant for this kind of case are left out.
 */
export function suggestionGroups(
  assessment: Pick<Assessment, "factors" | "kind">,
  catalogue: MeasureCatalogue,
): SuggestionGroup[] {
  const named = new Set<string>();
  return assessment.factors
    .filter((rating) => rating.counted)
    .toSorted((a, b) => b.inherent.score - a.inherent.score)
    .map((rating) => {
      const ids = suggestedMeasures(catalogue, rating.factor, rating.inherent.band).filter((id) => !named.has(id));
      for (const id of ids) named.add(id);
      return { rating, measures: suitable(catalogue, ids, assessment.kind) };
    })
    .filter((group) => group.measures.length > 0);
}

/** The measures with these ids, in that order, as far as they fit the kind of case. */
export function suitable(catalogue: MeasureCatalogue, ids: readonly string[], kind: CaseKind): Measure[] {
  return ids.flatMap((id) => {
    const measure = catalogue.measures.find((one) => one.id === id);
    return measure?.appliesTo.includes(kind) === true ? [measure] : [];
  });
}
