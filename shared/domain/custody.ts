import { z } from "zod";
import { EvidenceId, ItemId, Sha256 } from "./ids.ts";
import { line, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** Everything that can happen to a piece of evidence. The order is history; kinds are added, never renamed. */
const custodyActs = [
  "taken-in",
  "viewed",
  "extracted",
  "cited",
  "copied-out",
  "linked",
  "unlinked",
  "described",
  "standing-set",
  "checked",
  "removed",
] as const;
export const CustodyAct = z.enum(custodyActs);
export type CustodyAct = z.infer<typeof CustodyAct>;

/** What a touch says besides who, when and which. */
export const CustodyBody = z.strictObject({
  /** Why, in the person's own words, or "" where the act speaks for itself. */
  why: line(textLimits.shortNote),
  /** The item it was tied to, untied from or cited in. */
  item: ItemId.nullable(),
  /** Codes, numbers and days that belong to the act, such as a purpose or the outcome of a check. */
  facts: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])),
});
export type CustodyBody = z.infer<typeof CustodyBody>;

/** One touch: who, what, when, on what, why. `hash` covers all of it and the touch before it in the case. */
export const CustodyTouch = z.object({
  /** From 1 within the case, without gaps. */
  number: z.int().positive(),
  evidenceId: EvidenceId,
  at: Instant,
  actor: z.string(),
  actorId: z.string(),
  act: CustodyAct,
  body: CustodyBody,
  hash: Sha256,
});
export type CustodyTouch = z.infer<typeof CustodyTouch>;

/** Whether the touches of a case follow one another without a gap or a change. */
export const CustodyChain = z.object({
  /** Touches in the whole case. */
  count: z.int().nonnegative(),
  /** Number of the first touch that does not fit; null while all do. */
  brokenAt: z.int().positive().nullable(),
});
export type CustodyChain = z.infer<typeof CustodyChain>;
