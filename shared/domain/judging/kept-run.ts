import { z } from "zod";
import { DecisionId } from "../ids.ts";
import { Hit, ScreeningRun } from "../screening.ts";
import { Instant } from "../time.ts";
import { HitBrief } from "./rescreening.ts";

/** One screening of a case as it is kept; runs are never written over. */
export const KeptRun = ScreeningRun.omit({ stale: true }).extend({
  /** From 1 within the case. */
  number: z.int().positive(),
});
export type KeptRun = z.infer<typeof KeptRun>;

/** A decision and the screening it rested on; null where none had been run. */
export const DecidedRun = z.object({
  decisionId: DecisionId,
  version: z.int().positive(),
  at: Instant,
  runAt: Instant.nullable(),
});
export type DecidedRun = z.infer<typeof DecidedRun>;

/** Which screening is meant: one of the case's runs, or the one a decision rested on with the verdicts of that day. */
export const RunChoice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run"), number: z.int().positive() }),
  z.strictObject({ kind: z.literal("decision"), decisionId: DecisionId }),
]);
export type RunChoice = z.infer<typeof RunChoice>;

/** A screening with its candidates and what had been said of them. */
export const PastScreening = z.object({ run: ScreeningRun.omit({ stale: true }), hits: z.array(Hit) });
export type PastScreening = z.infer<typeof PastScreening>;

/** What searching the same names in the same editions finds today. */
export const Replay = z.object({
  matcherThen: z.string(),
  matcherNow: z.string(),
  /** Pairs found then and now. */
  same: z.int().nonnegative(),
  /** Found then and not now. */
  missing: z.array(HitBrief),
  /** Found now and not then. */
  extra: z.array(HitBrief),
  /** Found both times, at another score. */
  moved: z.array(z.object({ hit: HitBrief, before: z.number() })),
  /** Editions of that day that the vault no longer has, by title. */
  lostEditions: z.array(z.string()),
});
export type Replay = z.infer<typeof Replay>;
