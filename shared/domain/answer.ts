import { z } from "zod";
import { IdentityCertainty, SourceType, UnknownReason } from "./content/vocabulary.ts";
import { EvidenceId, ItemId } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** What a look into one source brought; a search that found nothing is a result too. */
export const SourceResult = z.enum(["found", "nothing", "unavailable"]);
export type SourceResult = z.infer<typeof SourceResult>;

/** One source ticked off for one item. */
export const SourceCheck = z.strictObject({
  sourceType: SourceType,
  result: SourceResult,
  /** What was searched for, and where; for example query, edition and date of the register. */
  note: line(textLimits.shortNote),
});
export type SourceCheck = z.infer<typeof SourceCheck>;

/**
 * One answer. Fact, the other side's explanation and our assessment are three fields, so that partial disclosure and
 * a fair paper stay possible. `answer` holds an id of the item's scale, `not_checked` until somebody chose.
 */
export const AnswerBody = z.strictObject({
  answer: z.string().max(40),
  unknownReason: UnknownReason.nullable(),
  /** Why the item does not apply, or any other reason the answer needs. */
  reason: text(textLimits.note),
  fact: text(textLimits.longText),
  explanation: text(textLimits.longText),
  assessment: text(textLimits.longText),
  identity: IdentityCertainty.nullable(),
  /** The person or partner has confirmed the fact; counts as corroboration. */
  confirmedBySubject: z.boolean(),
  minutes: z.int().min(0).max(100_000),
  sources: z.array(SourceCheck).max(40),
  evidence: z.array(EvidenceId).max(200),
});
export type AnswerBody = z.infer<typeof AnswerBody>;

export const emptyAnswer: AnswerBody = {
  answer: "not_checked",
  unknownReason: null,
  reason: "",
  fact: "",
  explanation: "",
  assessment: "",
  identity: null,
  confirmedBySubject: false,
  minutes: 0,
  sources: [],
  evidence: [],
};

/** A change to one answer: only the fields that changed. Evidence is linked through its own calls. */
export const AnswerPatch = AnswerBody.omit({ evidence: true }).partial();
export type AnswerPatch = z.infer<typeof AnswerPatch>;

/** An answer as stored. Revision 0 stands for an item nobody has touched. */
export const Answer = AnswerBody.extend({
  itemId: ItemId,
  revision: z.int().nonnegative(),
  updatedAt: Instant.nullable(),
  updatedBy: z.string().nullable(),
});
export type Answer = z.infer<typeof Answer>;
