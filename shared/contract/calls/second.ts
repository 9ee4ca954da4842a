import { z } from "zod";
import { Template } from "../../domain/content/template.ts";
import { UnknownReason } from "../../domain/content/vocabulary.ts";
import { DossierId, ItemId, PersonId, SecondReviewId } from "../../domain/ids.ts";
import {
  Comparison,
  ReadingPatch,
  SecondReading,
  SecondReview,
  SettledBy,
  SettledFor,
} from "../../domain/second-review.ts";
import { text, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const ofCase = z.strictObject({ dossierId: DossierId });
const ofReview = ofCase.extend({ reviewId: SecondReviewId });
const reviewCodes = ["vault-locked", ...caseCodes, "unknown-second-review"] as const;

/** Somebody who can be asked to read the case a second time. */
export const SecondReaderCandidate = z.object({
  personId: PersonId,
  displayName: z.string(),
  /** They have been in the case before, so they may have seen answers already. */
  hasRead: z.boolean(),
});
export type SecondReaderCandidate = z.infer<typeof SecondReaderCandidate>;

/** How far the two readers agree; figures from 0 (chance) to 1, null where they are not defined. */
const AgreementFigures = z.object({
  items: z.int().nonnegative(),
  agreed: z.int().nonnegative(),
  observed: z.number().nullable(),
  kappa: z.number().nullable(),
  ac1: z.number().nullable(),
});

export const second = {
  /** Second reviews of the case, latest first, and who could be asked. A blind reader is told of their own review alone. */
  list: channel({
    request: ofCase,
    response: z.object({ reviews: z.array(SecondReview), candidates: z.array(SecondReaderCandidate) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Asks somebody to answer these items without seeing the answers that are there. */
  ask: channel({
    request: ofCase.extend({
      readerId: PersonId,
      items: z.array(ItemId).min(1).max(400),
      note: text(textLimits.note),
    }),
    response: SecondReview,
    errors: [
      "vault-locked",
      ...caseCodes,
      "dossier-decided",
      "second-reader-refused",
      "second-review-closed",
      "unknown-question",
    ],
  }),

  /** Calls an open review off; what was answered stays on record. */
  withdraw: channel({
    request: ofReview.extend({ reason: text(textLimits.note) }),
    response: SecondReview,
    errors: [...reviewCodes, "second-review-closed"],
  }),

  /** The questions, and the second reader's own readings so far; nobody else gets them before they are handed in. */
  open: channel({
    request: ofReview,
    response: z.object({ template: Template, review: SecondReview, readings: z.array(SecondReading) }),
    errors: [...reviewCodes, "not-the-second-reader", "second-review-closed"],
  }),

  /** Stores the fields of one reading that changed. Durable when it answers. */
  record: channel({
    request: ofReview.extend({ itemId: ItemId, baseRevision: z.int().nonnegative(), patch: ReadingPatch }),
    response: z.object({ revision: z.int().positive(), savedAt: Instant }),
    errors: [
      ...reviewCodes,
      "not-the-second-reader",
      "second-review-closed",
      "unknown-question",
      "answer-not-in-scale",
      "stale-revision",
    ],
  }),

  /** Ends the blind part: both readings are put side by side as they now stand. */
  handIn: channel({
    request: ofReview,
    response: SecondReview,
    errors: [...reviewCodes, "not-the-second-reader", "second-review-closed", "second-review-unfinished"],
  }),

  /** Both readings item by item, with the figures of agreement. */
  compare: channel({
    request: ofReview,
    response: z.object({
      template: Template,
      review: SecondReview,
      rows: z.array(Comparison),
      agreement: AgreementFigures,
    }),
    errors: [...reviewCodes, "second-review-closed"],
  }),

  /**
   * Records how a conflict ended; the case's answer follows. `answer` and `unknownReason` count for `other` alone. The latest
   * settlement of an item counts.
   */
  settle: channel({
    request: ofReview.extend({
      itemId: ItemId,
      settledFor: SettledFor,
      answer: z.string().max(40).nullable(),
      unknownReason: UnknownReason.nullable(),
      settledBy: SettledBy,
      reason: text(textLimits.note),
    }),
    response: SecondReview,
    errors: [
      ...reviewCodes,
      "dossier-decided",
      "second-review-closed",
      "not-a-conflict",
      "answer-not-in-scale",
      "not-a-third-person",
    ],
  }),
} as const;
