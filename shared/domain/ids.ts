import { z } from "zod";

/** Every id is 16 random bytes in lower-case hex, so that an id says nothing about what it names. */
const hexId = z.string().regex(/^[0-9a-f]{32}$/);

export const DossierId = hexId.brand<"DossierId">();
export type DossierId = z.infer<typeof DossierId>;

export const SubjectId = hexId.brand<"SubjectId">();
export type SubjectId = z.infer<typeof SubjectId>;

export const EvidenceId = hexId.brand<"EvidenceId">();
export type EvidenceId = z.infer<typeof EvidenceId>;

/** A highlight in a piece of evidence. */
export const MarkId = hexId.brand<"MarkId">();
export type MarkId = z.infer<typeof MarkId>;

export const EditionId = hexId.brand<"EditionId">();
export type EditionId = z.infer<typeof EditionId>;

export const ImportId = hexId.brand<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;

/** One entry of a subject's profile. */
export const EntryId = hexId.brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;

/** One tie between two subjects. */
export const LinkId = hexId.brand<"LinkId">();
export type LinkId = z.infer<typeof LinkId>;

export const HitId = hexId.brand<"HitId">();
export type HitId = z.infer<typeof HitId>;

export const DecisionId = hexId.brand<"DecisionId">();
export type DecisionId = z.infer<typeof DecisionId>;

export const ReportId = hexId.brand<"ReportId">();
export type ReportId = z.infer<typeof ReportId>;

export const QuestionnaireId = hexId.brand<"QuestionnaireId">();
export type QuestionnaireId = z.infer<typeof QuestionnaireId>;

export const ReplyId = hexId.brand<"ReplyId">();
export type ReplyId = z.infer<typeof ReplyId>;

export const PersonId = hexId.brand<"PersonId">();
/** A person who works with the vault: a reviewer today, more roles later. */
export type PersonId = z.infer<typeof PersonId>;

export const SecondReviewId = hexId.brand<"SecondReviewId">();
/** One second review of one case. */
export type SecondReviewId = z.infer<typeof SecondReviewId>;

export const PracticeId = hexId.brand<"PracticeId">();
/** One attempt at a practice case. */
export type PracticeId = z.infer<typeof PracticeId>;

export const ScoreRunId = hexId.brand<"ScoreRunId">();
/** One run of the matcher over the bench. */
export type ScoreRunId = z.infer<typeof ScoreRunId>;

/** A checklist item's id as the template spells it, for example `P-B2`. */
export const ItemId = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9_.-]{0,31}$/)
  .brand<"ItemId">();
export type ItemId = z.infer<typeof ItemId>;

/** SHA-256 in lower-case hex, 64 digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Sha256">();
export type Sha256 = z.infer<typeof Sha256>;
