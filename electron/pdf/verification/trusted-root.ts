import { err, ok, type Result } from "../../../shared/result.ts";
import { certificateLimitBytes, isSelfIssued, readCertificate, wasIssuedBy } from "../signing/certificate.ts";
import { type CertificateSummary, summaryOf } from "../signing/identity-summary.ts";
import { acceptableKeyKind, defaultMinimumRsaBits } from "../signing/key-policy.ts";

/** A root that may be put on the list of those trusted, after a person has compared its fingerprint. */
export interface TrustedRoot extends CertificateSummary {
  readonly der: Uint8Array;
}

export type RootRefusal =
  /** Neither one certificate in DER nor one in PEM. */
  | "root-unreadable"
  /** Not an authority that issued itself: trusting it would not help, or would mean something else. */
  | "root-not-authority"
  /** The key is too short or of a kind not accepted. */
  | "root-key-weak";

/** Reads a root from a file somebody carried in, in DER or PEM. */
export function readTrustedRoot(bytes: Uint8Array): Result<TrustedRoot, RootRefusal> {
  // PEM is a third longer than what it holds.
  if (bytes.length > certificateLimitBytes * 2) return err("root-unreadable");
  const certificate = readCertificate(fromPem(bytes) ?? bytes);
  if (!certificate.ok) return err("root-unreadable");
  const root = certificate.value;
  if (!isSelfIssued(root) || !wasIssuedBy(root, root) || !root.isAuthority) return err("root-not-authority");
  if (acceptableKeyKind(root.publicKey, defaultMinimumRsaBits) === undefined) return err("root-key-weak");
  return ok({ ...summaryOf(root), der: new Uint8Array(root.der) });
}

/** The bytes inside a file of exactly one PEM certificate. */
function fromPem(bytes: Uint8Array): Buffer | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  const block = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/.exec(text);
  return block?.[1] === undefined ? undefined : Buffer.from(block[1], "base64");
}
