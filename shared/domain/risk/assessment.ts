import { z } from "zod";
import {
  AccessLevel,
  AnswerId,
  Band,
  CaseKind,
  Depth,
  Disposition,
  FactorId,
  GateId,
  HitRelation,
  IdentityCertainty,
  ListEffectClass,
  MeasureStatus,
  Recommendation,
  RoleId,
  Route,
  TechTier,
  TriggerId,
} from "../content/vocabulary.ts";

const code = z.string().max(60);
const ref = z.string().max(64);

/** One checklist item as the risk model sees it. Nothing about the person but the answer reaches the model. */
export const RatedItem = z.object({
  item: code,
  answer: AnswerId,
  /** An unconfirmed key item weighs more and blocks plain acceptance. */
  key: z.boolean(),
  /** Required at the depth in force. */
  required: z.boolean(),
  /** Two independent reliable sources, or the subject's own confirmation; see `corroborationOf`. */
  corroborated: z.boolean(),
  /** How sure it is that the finding is about this subject. */
  identity: IdentityCertainty,
  primary: z.array(FactorId),
  supporting: z.array(FactorId),
});
export type RatedItem = z.infer<typeof RatedItem>;

/** One screening hit with its verdict. `confirmed`: a second person agreed, where the verdict needs one. */
export const RatedHit = z.object({
  hit: ref,
  effectClass: ListEffectClass,
  disposition: Disposition,
  confirmed: z.boolean(),
  relation: HitRelation,
});
export type RatedHit = z.infer<typeof RatedHit>;

/** One measure as taken. `complete`: owner, due day and verification are all set. */
export const RatedMeasure = z.object({ measure: code, status: MeasureStatus, complete: z.boolean() });
export type RatedMeasure = z.infer<typeof RatedMeasure>;

/** Everything the risk model reads. Fields it does not name are ignored, so no attribute of a person can weigh in. */
export const AssessmentInput = z.object({
  kind: CaseKind,
  techTier: TechTier,
  access: AccessLevel,
  depth: Depth,
  triggers: z.array(TriggerId),
  subjectIdentity: IdentityCertainty,
  items: z.array(RatedItem),
  hits: z.array(RatedHit),
  measures: z.array(RatedMeasure),
  /** Gates that people opened by hand, confirmed by a second person where the gate needs one. */
  gatesOpen: z.array(GateId),
  /** Gates that people shut by hand although a cause opened them; heeded only where the policy allows it. */
  gatesShut: z.array(GateId),
  committeeInstructs: z.boolean(),
});
export type AssessmentInput = z.infer<typeof AssessmentInput>;

/** What one step of the arithmetic did. `strings` has one sentence for each. */
export const StepCode = z.enum([
  "answer-severity",
  "answer-unknown",
  "answer-not-rated",
  "answer-capped",
  "answer-identity-uncounted",
  "likelihood-base",
  "likelihood-boost",
  "likelihood-result",
  "impact-table",
  "impact-floor",
  "score",
  "measure-cut",
  "measure-weaker",
  "measure-not-counted",
  "cut-total",
  "impact-not-mitigable",
  "floor-ordinary",
  "floor-strict",
  "residual-impact-floor",
  "residual-score",
  "overall-empty",
  "overall-alike",
  "overall-worst",
  "overall-raised",
  "overall-not-counted",
  "gate-opened-by-hit",
  "gate-opened-by-trigger",
  "gate-opened-by-answer",
  "gate-opened-by-person",
  "gate-shut-by-person",
  "gate-cannot-be-shut",
  "gate-to-consider",
  "row-holds",
  "no-row-holds",
  "approver",
]);
export type StepCode = z.infer<typeof StepCode>;

/** One step: its code, the numbers it used and made, words of the domain by id, and what it rests on. */
export const Step = z.object({
  code: StepCode,
  numbers: z.record(code, z.number()),
  words: z.record(code, z.string().max(80)),
  items: z.array(code),
  measures: z.array(code),
  hits: z.array(ref),
});
export type Step = z.infer<typeof Step>;

/** Likelihood, impact, their product and its band. */
export const Level = z.object({ likelihood: z.int(), impact: z.int(), score: z.int(), band: Band });
export type Level = z.infer<typeof Level>;

/** One factor, before measures, as planned, and as it stands now. */
export const FactorRating = z.object({
  factor: FactorId,
  /** False for factors shown for information only. */
  counted: z.boolean(),
  inherent: Level,
  /** With measures agreed or implemented. */
  planned: Level,
  /** With measures implemented and verified alone. */
  actual: Level,
  /** Items that feed the factor, each with the severity it was given; null when not rated. */
  items: z.array(
    z.object({
      item: code,
      role: z.enum(["primary", "supporting"]),
      severity: z.int().nullable(),
      counted: z.boolean(),
    }),
  ),
  steps: z.object({
    severity: z.array(Step),
    likelihood: z.array(Step),
    impact: z.array(Step),
    planned: z.array(Step),
    actual: z.array(Step),
  }),
});
export type FactorRating = z.infer<typeof FactorRating>;

/** An overall band and why. */
export const Overall = z.object({ band: Band, steps: z.array(Step) });
export type Overall = z.infer<typeof Overall>;

export const GateState = z.object({
  gate: GateId,
  open: z.boolean(),
  openedBy: z.enum(["hit", "trigger", "answer", "person"]).nullable(),
  /** Not open, but something in the case says that people should consider it. */
  consider: z.boolean(),
  needsSecondPerson: z.boolean(),
  steps: z.array(Step),
});
export type GateState = z.infer<typeof GateState>;

/** One part of a condition, as it was found. */
export const LeafResult = z.object({
  subject: code,
  op: z.enum(["lt", "le", "eq", "ge", "gt", "in", "below", "open"]),
  expected: z.array(z.union([z.string(), z.number()])),
  actual: z.array(z.union([z.string(), z.number()])),
  holds: z.boolean(),
});
export type LeafResult = z.infer<typeof LeafResult>;

/** One row of a table of rules with every part that was looked at. */
export const RowResult = z.object({ row: code, holds: z.boolean(), leaves: z.array(LeafResult) });
export type RowResult = z.infer<typeof RowResult>;

/** The facts that conditions may ask about. */
export const Facts = z.object({
  requiredNotChecked: z.int(),
  candidatesUndecided: z.int(),
  awaitingCorroboration: z.int(),
  keyUnknown: z.int(),
  funderRuleHits: z.int(),
  confirmedHits: z.int(),
  seriousAnswers: z.int(),
  triggers: z.int(),
  committeeInstructions: z.int(),
  inherent: Band,
  plannedResidual: Band,
  actualResidual: Band,
  subjectIdentity: IdentityCertainty,
  techTier: TechTier,
  access: AccessLevel,
  gatesOpen: z.array(GateId),
});
export type Facts = z.infer<typeof Facts>;

/** What is advised, and which row of the table said so. `row` is null when none held and the fallback applied. */
export const Advice = z.object({
  recommendation: Recommendation,
  route: Route,
  row: code.nullable(),
  /** Who decides when the advice is followed. */
  approver: RoleId,
  /** Who decides when it is departed from. */
  approverOnDeparture: RoleId,
  /** Rows from the first to the one that held. */
  rows: z.array(RowResult),
  steps: z.array(Step),
});
export type Advice = z.infer<typeof Advice>;

/** The depth the rules give, and whether the depth in force falls short of it. */
export const DepthAdvice = z.object({
  depth: Depth,
  /** Rules that hold for that depth or a deeper one than light. */
  rules: z.array(code),
  short: z.boolean(),
  rows: z.array(RowResult),
});
export type DepthAdvice = z.infer<typeof DepthAdvice>;

/** Required items checked against required items. `percent` is rounded down, so that 100 means all. */
export const Coverage = z.object({
  required: z.int().nonnegative(),
  checked: z.int().nonnegative(),
  percent: z.int().min(0).max(100),
  open: z.array(code),
});
export type Coverage = z.infer<typeof Coverage>;

/** The whole result, with every step. */
export const Assessment = z.object({
  modelVersion: z.string(),
  kind: CaseKind,
  techTier: TechTier,
  access: AccessLevel,
  depth: Depth,
  factors: z.array(FactorRating),
  inherent: Overall,
  planned: Overall,
  actual: Overall,
  gates: z.array(GateState),
  /** Measures that did not count anywhere, with the reason as a step. */
  measuresNotCounted: z.array(Step),
  facts: Facts,
  advice: Advice,
  depthAdvice: DepthAdvice,
  coverage: Coverage,
  /** Ids behind the counts in `facts`. */
  open: z.object({
    requiredNotChecked: z.array(code),
    awaitingCorroboration: z.array(code),
    keyUnknown: z.array(code),
    seriousAnswers: z.array(code),
    candidatesUndecided: z.array(ref),
  }),
});
export type Assessment = z.infer<typeof Assessment>;

/** One single change to the case. */
export const ChangeOf = z.union([
  z.object({ kind: z.literal("answer"), item: code, from: AnswerId, to: AnswerId }),
  z.object({ kind: z.literal("corroboration"), item: code, from: z.boolean(), to: z.boolean() }),
  z.object({ kind: z.literal("measure"), measure: code, from: MeasureStatus.nullable(), to: MeasureStatus }),
  z.object({ kind: z.literal("gate"), gate: GateId, from: z.boolean(), to: z.boolean() }),
  z.object({ kind: z.literal("hit"), hit: ref, from: Disposition, to: Disposition }),
  z.object({ kind: z.literal("identity"), from: IdentityCertainty, to: IdentityCertainty }),
]);
export type ChangeOf = z.infer<typeof ChangeOf>;

/** What a change may move. */
export const Outcome = z.object({ recommendation: Recommendation, inherent: Band, planned: Band, actual: Band });
export type Outcome = z.infer<typeof Outcome>;

/** A single change that would move the recommendation or an overall band, and where to. */
export const PossibleChange = z.object({
  change: ChangeOf,
  before: Outcome,
  after: Outcome,
  /** Whether the case would stand better, worse, or merely elsewhere. */
  direction: z.enum(["better", "worse", "other"]),
  /** Size of the step: 1 is the smallest. */
  distance: z.int().positive(),
});
export type PossibleChange = z.infer<typeof PossibleChange>;
