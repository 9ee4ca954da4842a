import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { Decision, DecisionDraft, DecisionInput, PaperDraft } from "../../domain/decision.ts";
import { DecisionId, DossierId, ReportId, Sha256 } from "../../domain/ids.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
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

export const decision = {
  /** Decisions so far, latest first. */
  list: channel({
    request: dossierOnly,
    response: z.object({ decisions: z.array(Decision) }),
    errors: ["vault-locked", "unknown-dossier"],
  }),

  /** What was being written when the page was last left; null when nothing was. */
  draft: channel({
    request: dossierOnly,
    response: z.object({ draft: DecisionDraft.nullable() }),
    errors: ["vault-locked", "unknown-dossier"],
  }),

  /** Keeps what is being written. Recording the decision drops it. */
  keepDraft: channel({
    request: dossierOnly.extend({ draft: DecisionDraft }),
    response: z.object({}),
    errors: ["vault-locked", "unknown-dossier"],
  }),

  /** Records the decision and freezes what it rested on. */
  record: channel({
    request: dossierOnly.extend({ decision: DecisionInput }),
    response: Decision,
    errors: [
      "vault-locked",
      "unknown-dossier",
      "triage-missing",
      "not-scored",
      "dossier-decided",
      "decision-not-ready",
      "departure-needs-reason",
      "review-date-required",
    ],
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
    errors: ["vault-locked", "unknown-dossier", "triage-missing", "not-scored"],
  }),

  /** Stores the texts people wrote; an empty text falls back to the drawn-up one. */
  setSections: channel({
    request: dossierOnly.extend({ draft: PaperDraft, baseRevision: z.int().nonnegative() }),
    response: z.object({ revision: z.int().positive() }),
    errors: ["vault-locked", "unknown-dossier", "stale-revision"],
  }),

  /** Pictures are made in the window: this gives the unsigned pages as PDF bytes in base64, from memory. */
  preview: channel({
    request: dossierOnly.extend({ locale: LocaleId }),
    response: z.object({ pdf: z.base64(), pageCount: z.int().positive() }),
    errors: [
      "vault-locked",
      "unknown-dossier",
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

      "unknown-dossier",
      "unknown-decision",
      "triage-missing",
      "not-scored",

      "identity-missing",
      "identity-expired",
      "paper-incomplete",
      "paper-over-limit",
      "glyph-missing",
      "signature-self-check-failed",
    ],
  }),

  reports: channel({
    request: dossierOnly,
    response: z.object({ reports: z.array(Report) }),
    errors: ["vault-locked", "unknown-dossier"],
  }),

  /** Writes a signed paper to a place chosen in the host's dialog. Asks for the passphrase again; leaves a trace with the purpose. */
  saveCopy: channel({
    request: dossierOnly.extend({ reportId: ReportId, purpose: ExportPurpose, passphrase: Passphrase }),
    response: z.object({}),
    errors: [...vaultCodes, "unknown-dossier", "unknown-report"],
  }),
} as const;
