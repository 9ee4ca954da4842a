import { err, ok, type Result } from "../../../shared/result.ts";
import { type CertificateFacts, isSelfIssued, readCertificate } from "./certificate.ts";
import type { SigningIdentity } from "./identity.ts";

/** What a person needs to see of a certificate before trusting or using it. */
export interface CertificateSummary {
  /** Empty if the certificate names nobody. */
  readonly commonName: string;
  readonly organization: string;
  /** Lower-case hexadecimal SHA-256 of the certificate. */
  readonly fingerprint: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

/** An identity as shown on the settings page. */
export interface IdentitySummary {
  readonly certificate: CertificateSummary;
  /** What others must trust to find this person's signatures valid; undefined if the identity did not bring it. */
  readonly root: CertificateSummary | undefined;
}

/** Describes an identity without touching its key. */
export function describeIdentity(
  identity: Pick<SigningIdentity, "certificateDer" | "chainDer">,
): Result<IdentitySummary, "identity-unreadable"> {
  const certificate = readCertificate(identity.certificateDer);
  if (!certificate.ok) return err("identity-unreadable");
  const last = identity.chainDer.at(-1);
  const root = last === undefined ? undefined : readCertificate(last);
  const hasRoot = root?.ok === true && isSelfIssued(root.value);
  return ok({ certificate: summaryOf(certificate.value), root: hasRoot ? summaryOf(root.value) : undefined });
}

/** The summary of one certificate that has been read. */
export function summaryOf(certificate: CertificateFacts): CertificateSummary {
  const { commonName, organization, fingerprintSha256, notBeforeMs, notAfterMs } = certificate;
  return { commonName, organization, fingerprint: fingerprintSha256, notBeforeMs, notAfterMs };
}
