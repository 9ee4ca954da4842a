import { z } from "zod";
import { IdentityCertainty, SourceType, UnknownReason } from "./content/vocabulary.ts";
import { EvidenceId, ItemId } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What a look into one source brought; a search that found nothing is a result too. */
export const SourceResult = z.enum(["found", "nothing", "unavailable"]);
export type SourceResult = z.infer<typeof SourceResult>;

/** How a look came to stand in the record: entered for this item, or under the statement at the beginning of a run. */
export const SourceBasis = z.enum(["single", "run"]);
export type SourceBasis = z.infer<typeof SourceBasis>;

/** One look into one source for one item. What looks stored before these fields existed lack is empty. */
export const SourceCheck = z.strictObject({
  sourceType: SourceType,
  result: SourceResult,
  note: line(textLimits.shortNote),
  /** Which source: the register, the journal, the office's own archive. */
  name: line(textLimits.title).default(""),
  /** The words searched for, as they were typed there. */
  query: line(textLimits.shortNote).default(""),
  /** The day somebody looked. */
  lookedOn: Day.nullable().default(null),
  /** Which edition or state of the source. */
  edition: line(textLimits.title).default(""),
  basis: SourceBasis.default("single"),
});
export type SourceCheck = z.infer<typeof SourceCheck>;

/** A look into a source as it begins: no words about it yet. */
export function lookInto(
  sourceType: SourceType,
  result: SourceResult,
  parts: Partial<Omit<SourceCheck, "sourceType" | "result">> = {},
): SourceCheck {
  return { sourceType, result, note: "", name: "", query: "", lookedOn: null, edition: "", basis: "single", ...parts };
}

/** The rule under which somebody stopped looking before every source was looked at. */
export const StopRule = z.enum(["saturated", "time"]);
export type StopRule = z.infer<typeof StopRule>;

/** More time for one item than its depth plans, with the reason; open to key items and sensitive technology alone. */
export const Extension = z.strictObject({
  minutes: z.int().min(1).max(10_000),
  reason: text(textLimits.note),
});
export type Extension = z.infer<typeof Extension>;

/** The fields of an answer that were there from the beginning. */
const firstFields = {
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
  sources: z.array(SourceCheck).max(60),
};

/**
 * One answer. Fact, the other side's explanation and our assessment are three fields, so that partial disclosure and
 * a fair paper stay possible. `answer` holds an id of the item's scale, `not_checked` until somebody chose.
 */
export const AnswerBody = z.strictObject({
  ...firstFields,
  evidence: z.array(EvidenceId).max(200),
  stopped: StopRule.nullable().default(null),
  extension: Extension.nullable().default(null),
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
  stopped: null,
  extension: null,
};

/**
 * A change to one answer: only the fields that changed. Evidence is linked through its own calls. The newer fields stand
 * here without their defaults, which would otherwise be taken for changes.
 */
export const AnswerPatch = z
  .strictObject({ ...firstFields, stopped: StopRule.nullable(), extension: Extension.nullable() })
  .partial();
export type AnswerPatch = z.infer<typeof AnswerPatch>;

/** An answer as stored. Revision 0 stands for an item nobody has touched. */
export const Answer = AnswerBody.extend({
  itemId: ItemId,
  revision: z.int().nonnegative(),
  updatedAt: Instant.nullable(),
  updatedBy: z.string().nullable(),
});
export type Answer = z.infer<typeof Answer>;
