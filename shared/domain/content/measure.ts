import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Band, Burden, CaseKind, FactorId, MeasureCategoryId, MeasureId, OpenId, RoleId } from "./vocabulary.ts";

/** A cut to one factor; both numbers are zero or negative. */
export const MeasureEffect = z.strictObject({
  factor: FactorId,
  likelihood: z.int().min(-4).max(0),
  impact: z.int().min(-5).max(0),
});
export type MeasureEffect = z.infer<typeof MeasureEffect>;

/** One mitigation measure. Strength: 1 basic, 2 reinforced, 3 strict. */
export const Measure = z.strictObject({
  id: MeasureId,
  category: MeasureCategoryId,
  strength: z.int().min(1).max(3),
  name: Bilingual,
  description: Bilingual,
  effects: z.array(MeasureEffect).min(1),
  verification: Bilingual,
  ownerRole: RoleId,
  burden: Burden,
  appliesTo: z.array(CaseKind).min(1),
  /** Months between checks; 0 means once is enough. */
  recheckMonths: z.int().min(0).max(120),
});
export type Measure = z.infer<typeof Measure>;

export const MeasurePackage = z.strictObject({ id: OpenId, name: Bilingual, measures: z.array(MeasureId).min(1) });
export type MeasurePackage = z.infer<typeof MeasurePackage>;

const suggestionsByBand = z.strictObject({
  [Band.enum.moderate]: z.array(MeasureId),
  [Band.enum.high]: z.array(MeasureId),
  [Band.enum.critical]: z.array(MeasureId),
});

/** The catalogue of measures with what to propose for each factor and band. */
export const MeasureCatalogue = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  categories: z.array(z.strictObject({ id: MeasureCategoryId, name: Bilingual })),
  measures: z.array(Measure),
  packages: z.array(MeasurePackage),
  suggestions: z.record(FactorId, suggestionsByBand),
});
export type MeasureCatalogue = z.infer<typeof MeasureCatalogue>;

/** Measures to propose for a factor in a band; none for `low`. */
export function suggestedMeasures(catalogue: MeasureCatalogue, factor: FactorId, band: Band): string[] {
  return band === "low" ? [] : catalogue.suggestions[factor][band];
}
