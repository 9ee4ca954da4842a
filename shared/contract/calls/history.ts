import { z } from "zod";
import { Difference } from "../../domain/case-parts.ts";
import { ChangeReason, HistoryOrigin, HistoryPlace, Moment, RecoveryPoint } from "../../domain/history.ts";
import { DossierId } from "../../domain/ids.ts";
import { Assessment } from "../../domain/risk/assessment.ts";
import { line, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const ofCase = z.strictObject({ dossierId: DossierId });
const codes = ["vault-locked", ...caseCodes] as const;

/** Names one field of a case: an answer's, a field of the intake or of the triage, a field of a row; empty for a single value. */
export const FieldName = z.strictObject({
  place: HistoryPlace,
  rowId: z.string().min(1).max(100),
  field: z.string().max(40),
});
export type FieldName = z.infer<typeof FieldName>;

/** One change of one field, as its history tells it. */
export const FieldChange = z.object({
  at: Instant,
  /** Null where nobody knows: from before history was kept. */
  by: z.string().nullable(),
  before: z.json(),
  after: z.json(),
  reason: z.string(),
  origin: HistoryOrigin,
  /** A state to come back to, this very one. */
  state: z.int().nonnegative(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** A part of a case as it was known at a moment, by place and row; restricted values are masked. */
export const KnownPart = z.object({ place: z.string(), rowId: z.string(), body: z.json() });
export type KnownPart = z.infer<typeof KnownPart>;

/** One difference with the words that tell which row it is about. */
export const NamedDifference = Difference.extend({ title: z.string() });
export type NamedDifference = z.infer<typeof NamedDifference>;

export const history = {
  /** Every moment at which something changed, to the minute, and the recovery points, latest first. */
  moments: channel({
    request: ofCase,
    response: z.object({ beginsAt: Instant, minutes: z.array(Instant), points: z.array(RecoveryPoint) }),
    errors: codes,
  }),

  /** The case as it was known at a moment, how it would have been rated then, and what differs from now. */
  known: channel({
    request: ofCase.extend({ moment: Moment }),
    response: z.object({
      at: Instant,
      parts: z.array(KnownPart),
      assessment: Assessment.nullable(),
      differences: z.array(NamedDifference),
    }),
    errors: [...codes, "unknown-point"],
  }),

  /** What differs from one moment to another. */
  compare: channel({
    request: ofCase.extend({ from: Moment, to: Moment }),
    response: z.object({ differences: z.array(NamedDifference) }),
    errors: [...codes, "unknown-point"],
  }),

  /** Every change of one field, latest first. */
  field: channel({
    request: ofCase.extend({ name: FieldName }),
    response: z.object({ changes: z.array(FieldChange) }),
    errors: codes,
  }),

  /** Names this moment of the case, to come back to. */
  makePoint: channel({
    request: ofCase.extend({ name: line(textLimits.title).min(1) }),
    response: RecoveryPoint,
    errors: [...codes, "dossier-decided"],
  }),

  /**
   * Puts fields back as they were at a moment, or all that can be put back; a point made just before leads back again. Answers
   * how many fields changed, and which could not: evidence that was destroyed, subjects and evidence that came since.
   */
  restore: channel({
    request: ofCase.extend({
      moment: Moment,
      fields: z.union([z.literal("all"), z.array(FieldName).min(1).max(200)]),
      reason: ChangeReason.optional(),
    }),
    response: z.object({
      restored: z.int().nonnegative(),
      left: z.array(NamedDifference),
      point: RecoveryPoint.nullable(),
    }),
    errors: [...codes, "dossier-decided", "unknown-point"],
  }),

  /** Puts one field back to a state its history tells of. */
  restoreState: channel({
    request: ofCase.extend({ name: FieldName, state: z.int().nonnegative(), reason: ChangeReason.optional() }),
    response: z.object({ restored: z.int().nonnegative() }),
    errors: [...codes, "dossier-decided", "unknown-point"],
  }),

  /** Gives the reason for the changes to evidence that follow; it holds for a short while. Nothing is stored before them. */
  giveReason: channel({
    request: ofCase.extend({ reason: ChangeReason.min(1) }),
    response: z.object({}),
    errors: codes,
  }),
} as const;
