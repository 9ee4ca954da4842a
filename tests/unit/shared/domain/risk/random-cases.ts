import fc from "fast-check";
import {
  AccessLevel,
  AnswerId,
  CaseKind,
  Depth,
  Disposition,
  FactorId,
  GateId,
  HitRelation,
  IdentityCertainty,
  ListEffectClass,
  MeasureStatus,
  TechTier,
  TriggerId,
} from "../../../../../shared/domain/content/vocabulary.ts";
import type {
  AssessmentInput,
  RatedHit,
  RatedItem,
  RatedMeasure,
} from "../../../../../shared/domain/risk/assessment.ts";
import { rules } from "./sample-cases.ts";

const itemParts: fc.Arbitrary<Omit<RatedItem, "item">> = fc.record({
  answer: fc.constantFrom(...AnswerId.options),
  key: fc.boolean(),
  required: fc.boolean(),
  corroborated: fc.boolean(),
  identity: fc.constantFrom(...IdentityCertainty.options),
  primary: fc.uniqueArray(fc.constantFrom(...FactorId.options), { minLength: 1, maxLength: 2 }),
  supporting: fc.uniqueArray(fc.constantFrom(...FactorId.options), { maxLength: 2 }),
});

const items = fc
  .array(itemParts, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((parts, index): RatedItem => ({ item: `X-${index}`, ...parts })));

const hits = fc
  .array(
    fc.record({
      effectClass: fc.constantFrom(...ListEffectClass.options),
      disposition: fc.constantFrom(...Disposition.options),
      confirmed: fc.boolean(),
      relation: fc.constantFrom(...HitRelation.options),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((parts, index): RatedHit => ({ hit: `H-${index}`, ...parts })));

/** Any measure of the catalogue in any state. */
export const anyMeasure: fc.Arbitrary<RatedMeasure> = fc.record({
  measure: fc.constantFrom(...rules.measures.map((measure) => measure.id)),
  status: fc.constantFrom(...MeasureStatus.options),
  complete: fc.boolean(),
});

/** Any case the risk model can be given. */
export const anyCase: fc.Arbitrary<AssessmentInput> = fc.record({
  kind: fc.constantFrom(...CaseKind.options),
  techTier: fc.constantFrom(...TechTier.options),
  access: fc.constantFrom(...AccessLevel.options),
  depth: fc.constantFrom(...Depth.options),
  triggers: fc.uniqueArray(fc.constantFrom(...TriggerId.options), { maxLength: 3 }),
  subjectIdentity: fc.constantFrom(...IdentityCertainty.options),
  items,
  hits,
  measures: fc.uniqueArray(anyMeasure, { maxLength: 15, selector: (one) => one.measure }),
  gatesOpen: fc.uniqueArray(fc.constantFrom(...GateId.options), { maxLength: 2 }),
  gatesShut: fc.uniqueArray(fc.constantFrom(...GateId.options), { maxLength: 2 }),
  committeeInstructs: fc.boolean(),
});
