import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { ApprovalAnswer, Decision, DecisionDraft, DecisionInput, PaperDraft } from "../../domain/decision.ts";
import { DecisionId, DossierId, ReportId, Sha256 } from "../../domain/ids.ts";
import { line, text, textLimits } from "../../domain/text.ts";
import { Day, Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";
import { Passphrase } from "./passphrase.ts";

/** A signed paper kept in the vault. */
export const Report = z.object({
  id: ReportId,
  decisionId: DecisionId.nullable(),
  version: z.int().positive(),
  locale: LocaleId,
  redaction: z.string(),
  pageCount: z.int().positive(),
  sizeBytes: z.int().positive(),
  dataSha256: Sha256,
  fileSha256: Sha256,
  /** SHA-256 of the signer's certificate. */
  fingerprint: Sha256,
  createdAt: Instant,
  createdBy: z.string(),
  /** The reviewer's paper that this one adds the approver's signature to; null for the reviewer's own. */
  countersigns: ReportId.nullable(),
});
export type Report = z.infer<typeof Report>;

/** One section of the paper with its limit and the text that would be used. */
export const PaperSection = z.object({
  id: z.string(),
  text: z.string(),
  /** Whether a person wrote it; otherwise it was drawn up from the dossier. */
  written: z.boolean(),
  limit: z.int().positive().nullable(),
  missing: z.boolean(),
});
export type PaperSection = z.infer<typeof PaperSection>;

/** One leading factor's row in the table of facts; each part as it would be printed. */
export const PaperFact = z.object({
  factor: z.string(),
  /** The factor's name in the paper's language. */
  name: z.string(),
  parts: z.array(
    z.object({
      id: z.enum(["fact", "explanation", "assessment"]),
      text: z.string(),
      /** Whether a person wrote it for the paper; otherwise it comes from the answers. */
      written: z.boolean(),
      limit: z.int().positive(),
    }),
  ),
});
export type PaperFact = z.infer<typeof PaperFact>;

const dossierOnly = z.strictObject({ dossierId: DossierId });
const ofDecision = dossierOnly.extend({ decisionId: DecisionId });

const answerCodes = ["unknown-decision", "not-proposed", "own-proposal", "declaration-missing"] as const;

export const decision = {
  /** Decisions so far, latest first. */
  list: channel({
    request: dossierOnly,
    response: z.object({ decisions: z.array(Decision) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** What was being written when the page was last left; null when nothing was. */
  draft: channel({
    request: dossierOnly,
    response: z.object({ draft: DecisionDraft.nullable() }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Keeps what is being written. Recording the decision drops it. */
  keepDraft: channel({
    request: dossierOnly.extend({ draft: DecisionDraft }),
    response: z.object({}),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Puts the decision forward and freezes what it rested on. It counts once a second person has approved it. */
  record: channel({
    request: dossierOnly.extend({ decision: DecisionInput }),
    response: Decision,
    errors: [
      "vault-locked",
      ...caseCodes,
      "triage-missing",
      "not-scored",
      "dossier-decided",
      "decision-not-ready",
      "departure-needs-reason",
      "review-date-required",
      "declaration-missing",
    ],
  }),

  /** Approves or returns the decision put forward, by somebody else than who did. Returning needs 20 characters of why. */
  answer: channel({
    request: ofDecision.extend({ answer: ApprovalAnswer, note: text(textLimits.note), passphrase: Passphrase }),
    response: Decision,
    errors: [...vaultCodes, ...caseCodes, ...answerCodes],
  }),

  /** Records what the committee resolved on the decision put forward, by somebody else than who did. */
  recordCommittee: channel({
    request: ofDecision.extend({
      meeting: line(textLimits.name).min(1),
      day: Day,
      outcome: ApprovalAnswer,
      note: text(textLimits.note),
      passphrase: Passphrase,
    }),
    response: Decision,
    errors: [...vaultCodes, ...caseCodes, ...answerCodes],
  }),
} as const;

export const paper = {
  /** The sections and fact rows as they stand, with limits and what is missing, and the texts people wrote. */
  sections: channel({
    request: dossierOnly.extend({ locale: LocaleId }),
    response: z.object({
      sections: z.array(PaperSection),
      facts: z.array(PaperFact),
      draft: PaperDraft,
      revision: z.int().nonnegative(),
    }),
    errors: ["vault-locked", ...caseCodes, "triage-missing", "not-scored"],
  }),

  /** Stores the texts people wrote; an empty text falls back to the drawn-up one. */
  setSections: channel({
    request: dossierOnly.extend({ draft: PaperDraft, baseRevision: z.int().nonnegative() }),
    response: z.object({ revision: z.int().positive() }),
    errors: ["vault-locked", ...caseCodes, "stale-revision"],
  }),

  /** Pictures are made in the window: this gives the unsigned pages as PDF bytes in base64, from memory. */
  preview: channel({
    request: dossierOnly.extend({ locale: LocaleId }),
    response: z.object({ pdf: z.base64(), pageCount: z.int().positive() }),
    errors: [
      "vault-locked",
      ...caseCodes,
      "triage-missing",
      "not-scored",
      "glyph-missing",
      "paper-over-limit",
      "paper-incomplete",
    ],
  }),

  /** Renders, signs as reviewer, verifies and keeps the paper of the latest decision. Asks for the passphrase again. */
  sign: channel({
    request: dossierOnly.extend({ locale: LocaleId, passphrase: Passphrase }),
    response: Report,
    errors: [
      ...vaultCodes,

      ...caseCodes,
      "unknown-decision",
      "triage-missing",
      "not-scored",

      "identity-missing",
      "identity-expired",
      "paper-incomplete",
      "paper-over-limit",
      "glyph-missing",
      "signature-self-check-failed",
      "declaration-missing",
    ],
  }),

  /**
   * Adds the approver's signature to a paper the reviewer signed, and keeps the result as a paper of its own. Only the
   * approver of that very decision may.
   */
  countersign: channel({
    request: dossierOnly.extend({ reportId: ReportId, passphrase: Passphrase }),
    response: Report,
    errors: [
      ...vaultCodes,
      ...caseCodes,
      "unknown-report",
      "not-approved",
      "not-the-approver",
      "already-countersigned",
      "declaration-missing",
      "identity-missing",
      "identity-expired",
      "glyph-missing",
      "signature-self-check-failed",
    ],
  }),

  reports: channel({
    request: dossierOnly,
    response: z.object({ reports: z.array(Report) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Writes a signed paper to a place chosen in the host's dialog. Asks for the passphrase again; leaves a trace with the purpose. */
  saveCopy: channel({
    request: dossierOnly.extend({ reportId: ReportId, purpose: ExportPurpose, passphrase: Passphrase }),
    response: z.object({}),
    errors: [...vaultCodes, ...caseCodes, "unknown-report"],
  }),
} as const;
