import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Condition } from "./condition.ts";
import {
  AccessLevel,
  AnswerId,
  Band,
  Depth,
  Disposition,
  FactorId,
  GateEffect,
  GateId,
  HitRelation,
  IdentityCertainty,
  ListEffectClass,
  MeasureStatus,
  OpenId,
  Recommendation,
  Reliability,
  RoleId,
  Route,
  TechTier,
  TriggerId,
} from "./vocabulary.ts";

const small = z.int().min(0).max(20);
const scale = (top: number): z.ZodInt => z.int().min(0).max(top);

const Severity = z.strictObject({
  byAnswer: z.strictObject({ none: small, minor: small, material: small, serious: small }),
  unknownNormal: small,
  unknownKey: z.strictObject({ light: small, standard: small, enhanced: small }),
  /** A finding at or above this severity counts in full only when corroborated; until then the cap applies. */
  corroborationNeededFrom: small,
  uncorroboratedCap: small,
  rules: z.array(Bilingual),
});

const BandEntry = z.strictObject({
  id: Band,
  /** Inclusive, in points of the score. */
  min: small,
  max: z.int().min(0).max(100),
  name: Bilingual,
  approver: RoleId,
  approverNote: Bilingual,
});
export type BandEntry = z.infer<typeof BandEntry>;

/** One reason for which a gate opens by itself, or should be considered by people. */
export const GateCause = z.union([
  z.strictObject({
    effectClass: ListEffectClass,
    dispositions: z.array(Disposition).min(1),
    relations: z.array(HitRelation).min(1),
  }),
  z.strictObject({ trigger: TriggerId }),
  z.strictObject({ factor: FactorId, answer: AnswerId }),
]);
export type GateCause = z.infer<typeof GateCause>;

/** A gate: a fact that overrides the arithmetic. */
export const Gate = z.strictObject({
  id: GateId,
  name: Bilingual,
  opensWhen: Bilingual,
  effect: GateEffect,
  needsSecondPerson: z.boolean(),
  /** Whether people may shut it with a reason although a cause opened it; if not, the cause itself must go. */
  shutByHand: z.boolean(),
  opensItself: z.array(GateCause),
  considerWhen: z.array(GateCause),
});
export type Gate = z.infer<typeof Gate>;

/** One row of the decision table; the first row that holds decides. */
export const DecisionRow = z.strictObject({
  id: OpenId,
  when: Condition,
  recommend: Recommendation,
  route: Route,
  text: Bilingual,
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const DepthRule = z.strictObject({ id: OpenId, depth: Depth, when: Condition, text: Bilingual });
export type DepthRule = z.infer<typeof DepthRule>;

const Residual = z.strictObject({
  rule: Bilingual,
  statuses: z.array(
    z.strictObject({ id: MeasureStatus, counts: z.enum(["no", "planned", "actual"]), name: Bilingual }),
  ),
  maxLikelihoodCut: small,
  maxImpactCut: small,
  /** Measures of this strength or more use the strict floor. */
  strictStrength: z.int().min(1).max(3),
  floors: z.array(z.strictObject({ inherent: small, floor: small, strictFloor: small })),
  showBoth: Bilingual,
});

const accessRow = z.strictObject({ A0: scale(10), A1: scale(10), A2: scale(10), A3: scale(10) });
const labels = z.record(z.string().regex(/^\d+$/), Bilingual);

/** Every number and rule of the risk model. Code holds none of them. */
export const ScoringPolicy = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  modelVersion: z.string().min(1).max(40),
  principles: z.array(Bilingual),
  severity: Severity,
  corroboration: z.strictObject({
    minIndependentSources: z.int().min(1).max(10),
    reliabilities: z.array(Reliability).min(1),
    ownConfirmationSuffices: z.boolean(),
  }),
  identity: z.strictObject({ countedFrom: IdentityCertainty, weakestFirst: z.array(IdentityCertainty).length(4) }),
  likelihood: z.strictObject({
    max: small,
    supportingDiscount: small,
    boost: z.strictObject({ fromSeverity: small, minPrimaryItems: z.int().min(1).max(20), add: small }),
    rule: Bilingual,
    labels,
  }),
  impact: z.strictObject({
    matrix: z.strictObject({ T0: accessRow, T1: accessRow, T2: accessRow, T3: accessRow }),
    min: small,
    rule: Bilingual,
    labels,
  }),
  score: z.strictObject({ formula: Bilingual, bands: z.array(BandEntry).length(4) }),
  overall: z.strictObject({
    rule: Bilingual,
    raises: z.array(z.strictObject({ countFrom: Band, atLeast: z.int().min(1).max(13), raiseTo: Band })),
    notCounted: z.array(FactorId),
  }),
  residual: Residual,
  gates: z.array(Gate),
  decisionTable: z.array(DecisionRow).min(1),
  decisionFallback: z.strictObject({ recommend: Recommendation, route: Route, text: Bilingual }),
  departure: z.strictObject({ minReasonChars: z.int().min(1).max(1000), rule: Bilingual }),
  depthRules: z.array(DepthRule).min(1),
  confirmedHitClasses: z.array(ListEffectClass),
  coverage: z.strictObject({ countsAsChecked: z.array(AnswerId).min(1), formula: Bilingual, show: Bilingual }),
  stopRules: z.array(Bilingual),
  saturation: z.strictObject({ sourcesInARow: z.int().min(1).max(20) }),
  thinRecord: z.strictObject({
    replyDays: z.int().positive(),
    maxAccessUntilReview: AccessLevel,
    steps: z.array(Bilingual),
    rule: Bilingual,
  }),
  coauthorship: z.strictObject({
    maxAuthors: z.int().positive(),
    minPapers: z.int().positive(),
    withinYears: z.int().positive(),
    rule: Bilingual,
  }),
});
export type ScoringPolicy = z.infer<typeof ScoringPolicy>;

const ExampleFactor = z.strictObject({
  factor: FactorId,
  likelihood: small,
  impact: small,
  score: small,
  band: Band,
  residualLikelihood: small,
  residualImpact: small,
  residualScore: small,
  residualBand: Band,
});

/** A worked case with its exact result: acceptance test and training material. */
export const ScoringExample = z.strictObject({
  id: OpenId,
  title: Bilingual,
  input: z.strictObject({
    kind: z.enum(["person", "institution", "company"]),
    techTier: TechTier,
    access: AccessLevel,
    depth: Depth,
    items: z.array(
      z.strictObject({
        item: OpenId,
        answer: AnswerId,
        key: z.boolean(),
        corroborated: z.boolean(),
        primary: z.array(FactorId),
        supporting: z.array(FactorId),
      }),
    ),
    measuresAgreed: z.array(z.string()),
    gatesOpen: z.array(GateId),
  }),
  expected: z.strictObject({
    factors: z.array(ExampleFactor),
    inherentOverall: Band,
    residualOverall: Band,
    recommendation: Recommendation,
  }),
});
export type ScoringExample = z.infer<typeof ScoringExample>;

export const ScoringExamplesFile = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  examples: z.array(ScoringExample),
});
export type ScoringExamplesFile = z.infer<typeof ScoringExamplesFile>;
