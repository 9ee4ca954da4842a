import { z } from "zod";
import { AnswerBody } from "./answer.ts";
import { ItemId, PersonId, SecondReviewId } from "./ids.ts";
import { text, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/**
 * Where a second review stands. `open`: the second reader answers without seeing the first. `handed-in`: both are compared
 * and conflicts are settled. `settled`: none is left. `withdrawn`: it was called off.
 */
const secondReviewStates = ["open", "handed-in", "settled", "withdrawn"] as const;
export const SecondReviewState = z.enum(secondReviewStates);
export type SecondReviewState = z.infer<typeof SecondReviewState>;

/** What a reader says to one item, without what belongs to the case alone: sources, evidence and minutes of the first. */
export const Reading = AnswerBody.pick({
  answer: true,
  unknownReason: true,
  reason: true,
  fact: true,
  assessment: true,
  identity: true,
});
export type Reading = z.infer<typeof Reading>;

export const emptyReading: Reading = {
  answer: "not_checked",
  unknownReason: null,
  reason: "",
  fact: "",
  assessment: "",
  identity: null,
};

/** What an answer says as a reading, without the rest. */
export function readingOf({ answer, unknownReason, reason, fact, assessment, identity }: Reading): Reading {
  return { answer, unknownReason, reason, fact, assessment, identity };
}

/** A change to one reading: only the fields that changed. */
export const ReadingPatch = Reading.partial();
export type ReadingPatch = z.infer<typeof ReadingPatch>;

/** A second reader's reading as stored; revision 0 stands for an item nobody has touched. */
export const SecondReading = Reading.extend({ itemId: ItemId, revision: z.int().nonnegative() });
export type SecondReading = z.infer<typeof SecondReading>;

/** Whose answer stands after a conflict was talked over. `other`: neither of the two. */
export const SettledFor = z.enum(["first", "second", "other"]);
export type SettledFor = z.infer<typeof SettledFor>;

/** Who settled it: the two readers together, or somebody who was neither. */
export const SettledBy = z.enum(["together", "third-person"]);
export type SettledBy = z.infer<typeof SettledBy>;

/** How one conflict ended. */
export const Settlement = z.object({
  itemId: ItemId,
  settledFor: SettledFor,
  /** The answer that stands. */
  answer: z.string().max(40),
  settledBy: SettledBy,
  reason: text(textLimits.note),
  byName: z.string(),
  at: Instant,
});
export type Settlement = z.infer<typeof Settlement>;

/** A second review as lists show it. */
export const SecondReview = z.object({
  id: SecondReviewId,
  /** From 1 in each case. */
  number: z.int().positive(),
  readerId: PersonId,
  readerName: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  /** Why a second reader was asked, and what to look at. */
  note: z.string(),
  items: z.array(ItemId),
  state: SecondReviewState,
  /** When it was handed in, called off or settled last. */
  changedAt: Instant,
  /** Items the second reader has answered. */
  answered: z.int().nonnegative(),
  /** Conflicts, and how many of them are settled; zero while it is open. */
  conflicts: z.int().nonnegative(),
  settled: z.int().nonnegative(),
});
export type SecondReview = z.infer<typeof SecondReview>;

/** Both readings of one item, as they stood when the second was handed in. */
export const Comparison = z.object({
  itemId: ItemId,
  first: Reading,
  firstBy: z.string().nullable(),
  second: Reading,
  isConflict: z.boolean(),
  settlement: Settlement.nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

/** What a second review came to, once it was handed in: what the committee's paper says of it. */
export const SecondOutcome = z.object({
  number: z.int().positive(),
  /** Whose answers the second reading was held against. */
  firstNames: z.array(z.string()),
  readerName: z.string(),
  /** Items that both answered, and on how many they agreed. */
  items: z.int().nonnegative(),
  agreed: z.int().nonnegative(),
  /** As in the agreement of two readers; null where a figure is not defined. */
  kappa: z.number().nullable(),
  ac1: z.number().nullable(),
  conflicts: z.int().nonnegative(),
  /** How the settled of the conflicts ended; what is missing to all of them is still open. */
  settlements: z.array(Settlement.pick({ settledFor: true, settledBy: true, byName: true })),
});
export type SecondOutcome = z.infer<typeof SecondOutcome>;

/**
 * Whether two readings of one item contradict each other: both are answers, and they differ. Words may differ; an item that
 * one of the two has not answered has nothing to contradict.
 */
export function isConflict(
  first: Readonly<Pick<Reading, "answer">>,
  second: Readonly<Pick<Reading, "answer">>,
): boolean {
  if (first.answer === "not_checked" || second.answer === "not_checked") return false;
  return first.answer !== second.answer;
}
