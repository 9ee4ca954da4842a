import { z } from "zod";
import { AuditEntry, ExportPurpose, TrailFilter, TrailHead, TrailNotice, TrailVerdict } from "../../domain/audit.ts";
import { DossierId, Sha256 } from "../../domain/ids.ts";
import { line, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";
import { Passphrase } from "./passphrase.ts";

/** The signing certificate in use. */
export const Identity = z.object({
  subjectName: z.string(),
  fingerprint: Sha256,
  rootFingerprint: Sha256.nullable(),
  validFrom: Instant,
  validUntil: Instant,
  algorithm: z.string(),
});
export type Identity = z.infer<typeof Identity>;

export const identity = {
  current: channel({
    request: z.strictObject({}),
    response: z.object({ identity: Identity.nullable() }),
    errors: ["vault-locked"],
  }),

  /** Makes a key pair and certificate in the vault. */
  create: channel({
    request: z.strictObject({ name: line(textLimits.name).min(1), passphrase: Passphrase }),
    response: Identity,
    errors: [...vaultCodes, "identity-rejected", "file-unreadable"],
  }),

  /** Takes key and certificates from a PKCS#12 file chosen in the host's dialog. */
  importPkcs12: channel({
    request: z.strictObject({ filePassword: z.string().max(1_024), passphrase: Passphrase }),
    response: Identity,
    errors: [...vaultCodes, "identity-rejected", "file-unreadable"],
  }),

  /** Writes the root certificate, which readers need to trust, to a place chosen in the host's dialog. */
  saveCertificate: channel({
    request: z.strictObject({}),
    response: z.object({}),
    errors: [...vaultCodes, "identity-missing"],
  }),
} as const;

/**
 * How the end of the trail that a paper prints compares with the open vault's: `behind` where the trail no longer reaches it,
 * `differs` where another entry stands there, `other-vault` where nothing says that the paper is from here.
 */
export const PaperTrail = z.enum(["agrees", "behind", "differs", "other-vault", "not-compared"]);
export type PaperTrail = z.infer<typeof PaperTrail>;

/** What the verifier found in one PDF. Reasons and checks are codes with their own sentences. */
export const VerificationResult = z.object({
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  fileSha256: Sha256,
  verdict: z.enum(["valid", "indeterminate", "invalid", "unsigned"]),
  reasons: z.array(z.string()),
  signatures: z.array(
    z.object({
      field: z.string(),
      signerName: z.string(),
      fingerprint: z.string(),
      claimedAt: Instant.nullable(),
      outcome: z.enum(["valid", "indeterminate", "invalid"]),
      reasons: z.array(z.string()),
    }),
  ),
  checks: z.array(z.object({ check: z.string(), outcome: z.enum(["passed", "failed", "unknown"]) })),
  /** Says something of the vault, not of the paper; `not-compared` while the vault is locked and for papers that do not hold. */
  trail: PaperTrail,
});
export type VerificationResult = z.infer<typeof VerificationResult>;

/** An issuer whose signatures this vault takes for genuine: its own, or one a person has compared and accepted. */
export const TrustedIssuer = z.object({
  name: z.string(),
  organization: z.string(),
  fingerprint: Sha256,
  validUntil: Instant,
  /** Made in this vault; cannot be forgotten. */
  own: z.boolean(),
});
export type TrustedIssuer = z.infer<typeof TrustedIssuer>;

export const verification = {
  /** Issuers trusted here. */
  issuers: channel({
    request: z.strictObject({}),
    response: z.object({ issuers: z.array(TrustedIssuer) }),
    errors: ["vault-locked"],
  }),

  /** Asks for a certificate file and answers what it is; trusts nothing yet. The fingerprint is for people to compare. */
  readIssuer: channel({
    request: z.strictObject({}),
    response: TrustedIssuer,
    errors: ["vault-locked", "cancelled", "file-unreadable", "root-rejected"],
  }),

  /** Trusts the issuer just read, named by the fingerprint that was compared. Asks for the passphrase again. */
  trustIssuer: channel({
    request: z.strictObject({ fingerprint: Sha256, passphrase: Passphrase }),
    response: z.object({ issuers: z.array(TrustedIssuer) }),
    errors: [...vaultCodes, "root-rejected"],
  }),

  /** Stops trusting an issuer that was carried in. */
  forgetIssuer: channel({
    request: z.strictObject({ fingerprint: Sha256 }),
    response: z.object({ issuers: z.array(TrustedIssuer) }),
    errors: ["vault-locked", "root-rejected"],
  }),

  /** Asks for a PDF and verifies it; works while the vault is locked, then trusting no certificate. */
  verify: channel({
    request: z.strictObject({}),
    response: VerificationResult,
    errors: ["cancelled", "file-unreadable", "file-too-large", "pdf-unreadable"],
  }),
} as const;

export const trail = {
  /** Entries before a sequence number, latest first. */
  list: channel({
    request: z.strictObject({
      dossierId: DossierId.nullable(),
      before: z.int().positive().nullable(),
      limit: z.int().min(1).max(500),
      filter: TrailFilter.optional(),
    }),
    response: z.object({
      entries: z.array(AuditEntry),
      head: TrailHead,
      /** Numbers of the cases the entries name, by id. */
      caseNumbers: z.record(z.string(), z.string()),
    }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Where the trail stands: its end, how far it is signed, who is in it, and what was found at an unlocking. */
  overview: channel({
    request: z.strictObject({}),
    response: z.object({
      head: TrailHead,
      signedCount: z.int().nonnegative(),
      /** A receipt of the end, to be noted on paper. */
      receipt: z.string(),
      people: z.array(z.object({ id: z.string(), name: z.string(), key: z.string().nullable() })),
      notice: TrailNotice.nullable(),
    }),
    errors: ["vault-locked"],
  }),

  /** Walks the whole chain, checks every signature and compares every anchor, and a receipt if one is typed in. */
  check: channel({
    request: z.strictObject({ receipt: z.string().max(200).optional() }),
    response: TrailVerdict,
    errors: ["vault-locked", "receipt-unreadable"],
  }),

  /**
   * Writes the whole trail to a place chosen in the host's dialog: a table for people, or every link with its proof, which
   * can be checked without the vault. Asks for the passphrase again; leaves a trace with the purpose.
   */
  export: channel({
    request: z.strictObject({
      format: z.enum(["csv", "json"]),
      locale: LocaleId,
      purpose: ExportPurpose,
      passphrase: Passphrase,
    }),
    response: z.object({}),
    errors: vaultCodes,
  }),
} as const;
