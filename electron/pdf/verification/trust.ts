import { type CertificateFacts, readCertificate, wasIssuedBy } from "../signing/certificate.ts";
import { maySignDocuments } from "../signing/signer.ts";
import type { ReasonCode } from "./reasons.ts";

/** The moments at which the certificates of one signature must have been valid. */
export interface JudgedTimes {
  /** What the signer's clock said, if it can be read. */
  readonly claimedTimeMs: number | undefined;
  /** Now, or the earliest moment at which the signature is known to have existed. */
  readonly provenTimeMs: number;
}

export interface TrustFindings {
  readonly reasons: readonly ReasonCode[];
  /** The root the chain ends in, if it is one of those trusted. */
  readonly root: CertificateFacts | undefined;
}

/** Roots given as DER; one that cannot be read is a mistake of the caller and throws. */
export function readRoots(rootsDer: readonly Uint8Array[]): readonly CertificateFacts[] {
  return rootsDer.map((der) => {
    const root = readCertificate(der);
    if (!root.ok) throw new Error("A trusted root is not a certificate");
    return root.value;
  });
}

/**
 * Judges a chain that is already known to be linked: usage, authority, path length, validity, and whether it ends in
 * a trusted root. What a certificate says against itself counts whether or not its root is trusted.
 */
export function judgeChain(
  leaf: CertificateFacts,
  issuers: readonly CertificateFacts[],
  roots: readonly CertificateFacts[],
  times: JudgedTimes,
): TrustFindings {
  const last = issuers.at(-1) ?? leaf;
  const root = findRoot(last, roots);
  const above = root === undefined || root.der.equals(last.der) ? issuers : [...issuers, root];
  const reasons = new Set<ReasonCode>();
  if (!maySignDocuments(leaf)) reasons.add("certificate-usage");
  for (const [index, issuer] of above.entries()) if (!mayIssue(issuer, index)) reasons.add("issuer-not-allowed");
  for (const certificate of [leaf, ...above])
    for (const reason of validityReasons(certificate, times)) reasons.add(reason);
  if (root === undefined) reasons.add("root-unknown");
  return { reasons: [...reasons], root };
}

function findRoot(last: CertificateFacts, roots: readonly CertificateFacts[]): CertificateFacts | undefined {
  return roots.find((root) => root.der.equals(last.der)) ?? roots.find((root) => wasIssuedBy(last, root));
}

/** `authoritiesBelow` counts the issuing certificates between this one and the leaf. */
function mayIssue(issuer: CertificateFacts, authoritiesBelow: number): boolean {
  // Bit 5, keyCertSign, counted from the highest of the first octet.
  const hasUsage = issuer.keyUsageBits === undefined || (issuer.keyUsageBits & 0x04) !== 0;
  const isWithinLimit = issuer.pathLengthLimit === undefined || authoritiesBelow <= issuer.pathLengthLimit;
  return issuer.isAuthority && hasUsage && isWithinLimit && !issuer.hasUnknownConstraint;
}

function validityReasons(certificate: CertificateFacts, times: JudgedTimes): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  for (const timeMs of [times.claimedTimeMs, times.provenTimeMs]) {
    if (timeMs === undefined) continue;
    if (timeMs < certificate.notBeforeMs) reasons.push("certificate-not-yet-valid");
    if (timeMs > certificate.notAfterMs) reasons.push("certificate-expired");
  }
  return reasons;
}
