import { z } from "zod";
import { AuditEntry, TrailHead, TrailVerdict } from "../../domain/audit.ts";
import { DossierId, Sha256 } from "../../domain/ids.ts";
import { line, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";

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

const Passphrase = z.string().min(1).max(1_024);

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
});
export type VerificationResult = z.infer<typeof VerificationResult>;

export const verification = {
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
    }),
    response: z.object({ entries: z.array(AuditEntry), head: TrailHead }),
    errors: ["vault-locked"],
  }),

  /** Walks the whole chain. */
  check: channel({ request: z.strictObject({}), response: TrailVerdict, errors: ["vault-locked"] }),
} as const;
