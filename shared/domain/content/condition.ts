import { z } from "zod";
import { AccessLevel, Band, GateId, IdentityCertainty, TechTier } from "./vocabulary.ts";

/** Counts a condition may compare. */
export const NumberFact = z.enum([
  "requiredNotChecked",
  "candidatesUndecided",
  "awaitingCorroboration",
  "keyUnknown",
  "funderRuleHits",
  "confirmedHits",
  "seriousAnswers",
  "triggers",
  "committeeInstructions",
]);
export type NumberFact = z.infer<typeof NumberFact>;

/** Overall bands a condition may look at. */
export const LevelFact = z.enum(["inherent", "plannedResidual", "actualResidual"]);
export type LevelFact = z.infer<typeof LevelFact>;

export const Comparison = z.enum(["lt", "le", "eq", "ge", "gt"]);
export type Comparison = z.infer<typeof Comparison>;

/** A condition without parts. */
export const Leaf = z.union([
  z.strictObject({ anyGateOpen: z.array(GateId).min(1) }),
  z.strictObject({ number: NumberFact, op: Comparison, value: z.int().min(0) }),
  z.strictObject({ level: LevelFact, in: z.array(Band).min(1) }),
  z.strictObject({ subjectIdentityBelow: IdentityCertainty }),
  z.strictObject({ techTier: z.array(TechTier).min(1) }),
  z.strictObject({ access: z.array(AccessLevel).min(1) }),
]);
export type Leaf = z.infer<typeof Leaf>;

/** A condition as data: a leaf, or all or any of others. An empty `all` always holds. */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] };

/** Parses a condition; depth is bounded by the file's own size limit. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([Leaf, z.strictObject({ all: z.array(Condition) }), z.strictObject({ any: z.array(Condition).min(1) })]),
);
