import { z } from "zod";
import { MeasureStatus, DecisionId as Outcome, RoleId } from "./content/vocabulary.ts";
import { DecisionId, PersonId, Sha256 } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** A measure as it is taken in one dossier. It counts only with owner, due day and verification. */
export const MeasureInput = z.strictObject({
  measureId: z.string().regex(/^M-[A-Z]{2}\d{1,3}$/),
  status: MeasureStatus,
  owner: line(textLimits.name),
  ownerRole: RoleId,
  dueDay: Day.nullable(),
  verification: text(textLimits.shortNote),
  beforeStart: z.boolean(),
  note: text(textLimits.note),
});
export type MeasureInput = z.infer<typeof MeasureInput>;

export const MeasureTaken = MeasureInput.extend({ updatedAt: Instant, updatedBy: z.string() });
export type MeasureTaken = z.infer<typeof MeasureTaken>;

/** The texts of the committee paper that people write, by section id of the paper's specification. */
export const PaperDraft = z.record(z.string().regex(/^[a-z][a-z_]{0,39}$/), text(textLimits.note));
export type PaperDraft = z.infer<typeof PaperDraft>;

/**
 * Room that the committee paper has for what the deciding body states, in characters. The form refuses more, so that
 * a recorded decision always fits on the paper.
 */
export const decisionLimits = {
  reason: 160,
  departureReason: 80,
  conditions: 120,
  dissent: 80,
  attendees: 80,
  recusals: 40,
  name: 200,
} as const;

/** What the deciding person states. */
export const DecisionInput = z.strictObject({
  outcome: Outcome,
  reason: text(decisionLimits.reason),
  /** Why the outcome is another than recommended; empty where it is the same. */
  departureReason: text(decisionLimits.departureReason),
  conditions: text(decisionLimits.conditions),
  dissent: text(decisionLimits.dissent),
  reviewDay: Day.nullable(),
  decidedBy: line(decisionLimits.name).min(1),
  decidedDay: Day,
  attendees: line(decisionLimits.attendees),
  recusals: line(decisionLimits.recusals),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

/** A decision as it was put forward. What it rested on is frozen beside it under `snapshotHash`. */
export const ProposedDecision = DecisionInput.extend({
  id: DecisionId,
  version: z.int().positive(),
  recommendation: z.string(),
  route: z.string(),
  departs: z.boolean(),
  inherent: z.string(),
  residual: z.string(),
  snapshotHash: Sha256,
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type ProposedDecision = z.infer<typeof ProposedDecision>;

/** What a second person may say to a decision put forward. */
export const ApprovalAnswer = z.enum(["approve", "return"]);
export type ApprovalAnswer = z.infer<typeof ApprovalAnswer>;

/** The second person's answer, or the committee's as the secretary recorded it; names are frozen as they stood then. */
export const Approval = z.object({
  kind: z.enum(["approver", "committee"]),
  answer: ApprovalAnswer,
  personId: PersonId,
  personName: z.string(),
  /** First 16 hex digits of the SHA-256 of the person's public key; null where they had none yet. */
  keyFingerprint: z.string().nullable(),
  note: z.string(),
  /** Which meeting resolved it, and on which day; null for an approver's own answer. */
  meeting: z.string().nullable(),
  meetingDay: Day.nullable(),
  answeredAt: Instant,
});
export type Approval = z.infer<typeof Approval>;

/** A recorded decision with the answer it got. Only an approved one counts. */
export const Decision = ProposedDecision.extend({
  /** Who put it forward; null for decisions from before several people shared a vault. */
  proposedBy: PersonId.nullable(),
  /** Null while it waits for an answer, and for good where it was taken back or is older than approvals. */
  approval: Approval.nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** A decision while it is being written: anything may be open, and texts may still be too long for the paper. */
export const DecisionDraft = z.strictObject({
  outcome: Outcome.nullable(),
  reason: text(textLimits.note),
  departureReason: text(textLimits.note),
  conditions: text(textLimits.note),
  dissent: text(textLimits.note),
  reviewDay: Day.nullable(),
  decidedBy: line(textLimits.note),
  decidedDay: Day.nullable(),
  attendees: line(textLimits.note),
  recusals: line(textLimits.note),
});
export type DecisionDraft = z.infer<typeof DecisionDraft>;
