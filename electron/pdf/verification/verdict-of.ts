import type { InspectedSignature } from "./inspect-signature.ts";
import { type CheckCode, checkCodes, checkOf, type ReasonCode } from "./reasons.ts";
import type { RegenerationFault } from "./regeneration.ts";
import type { CheckResult, OutcomeWord, SignatureVerdict, Verdict, VerdictWord } from "./verdict.ts";

/** All that was found in one readable file. */
export interface Findings {
  /** In the order of signing. */
  readonly signatures: readonly InspectedSignature[];
  readonly documentReasons: readonly ReasonCode[];
  /** For each revision the reasons it gives against the signatures before it. */
  readonly changes: readonly (readonly ReasonCode[])[];
  readonly revisionCount: number;
  readonly wereFieldsRequired: boolean;
  readonly embeddedSha256: string | undefined;
}

/** The verdict that follows from findings. */
export function verdictOf(findings: Findings): Verdict {
  const reasons = new Set<ReasonCode>(findings.documentReasons);
  for (const signature of findings.signatures) for (const reason of signature.reasons) reasons.add(reason);
  const { embeddedSha256 } = findings;
  return {
    verdict: wordOf(reasons, findings.signatures.length),
    reasons: [...reasons],
    signatures: findings.signatures.map((signature) => signatureVerdict(signature, findings)),
    checks: checkCodes.map((check) => ({ check, outcome: documentOutcome(check, reasons, findings) })),
    revisions: findings.revisionCount,
    ...(embeddedSha256 === undefined ? {} : { embeddedData: { sha256: embeddedSha256 } }),
  };
}

/** The same verdict with the outcome of rendering the paper anew; what was valid is so no longer if pages differ. */
export function withRegeneration(verdict: Verdict, fault: RegenerationFault | undefined): Verdict {
  const outcome = fault === undefined ? "passed" : "failed";
  return {
    ...verdict,
    verdict: fault === undefined ? verdict.verdict : "invalid",
    reasons: fault === undefined ? verdict.reasons : [...verdict.reasons, fault],
    checks: verdict.checks.map((result) => (result.check === "regeneration" ? { ...result, outcome } : result)),
  };
}

/** The verdict on a file that broke off the reading; every later check stays unknown. */
export function verdictOfUnreadable(reason: ReasonCode, revisionCount = 0): Verdict {
  const failed = checkOf(reason);
  return {
    verdict: "invalid",
    reasons: [reason],
    signatures: [],
    checks: checkCodes.map((check) => ({ check, outcome: check === failed ? "failed" : "unknown" })),
    revisions: revisionCount,
  };
}

function wordOf(reasons: ReadonlySet<ReasonCode>, signatureCount: number): VerdictWord {
  if (signatureCount === 0) {
    const isOnlyUnsigned = [...reasons].every((reason) => reason === "required-signature-missing");
    return isOnlyUnsigned ? "unsigned" : "invalid";
  }
  return signedWord([...reasons]);
}

function signedWord(reasons: readonly ReasonCode[]): SignatureVerdict["verdict"] {
  if (reasons.length === 0) return "valid";
  return reasons.every((reason) => reason === "root-unknown") ? "indeterminate" : "invalid";
}

const signatureChecks: readonly CheckCode[] = ["coverage", "integrity", "certificate", "trust", "later-changes"];

function signatureVerdict(signature: InspectedSignature, findings: Findings): SignatureVerdict {
  const { certificate, root, claimedTimeMs, statedReason, revisionIndex } = signature;
  const later = findings.changes.slice((revisionIndex ?? 0) + 1).flat();
  const reasons = [...new Set([...signature.reasons, ...later])];
  return {
    field: signature.field,
    verdict: signedWord(reasons),
    reasons,
    signerName: certificate?.commonName ?? "",
    organization: certificate?.organization ?? "",
    fingerprint: certificate?.fingerprintSha256 ?? "",
    ...(root === undefined ? {} : { rootFingerprint: root.fingerprintSha256 }),
    ...(claimedTimeMs === undefined ? {} : { claimedTimeMs }),
    ...(statedReason === undefined ? {} : { statedReason }),
    revision: revisionIndex === undefined ? 0 : revisionIndex + 1,
    coversWholeFile: revisionIndex === findings.revisionCount - 1 && !reasons.some(breaksCoverage),
    certifies: signature.permissions?.certifyLevel !== undefined,
    checks: signatureChecks.map((check) => signatureResult(check, reasons, certificate !== undefined)),
  };
}

function breaksCoverage(reason: ReasonCode): boolean {
  return checkOf(reason) === "coverage";
}

function signatureResult(check: CheckCode, reasons: readonly ReasonCode[], hasCertificate: boolean): CheckResult {
  const needsCertificate = check === "certificate" || check === "trust";
  return { check, outcome: needsCertificate && !hasCertificate ? "unknown" : reasonOutcome(check, reasons) };
}

function reasonOutcome(check: CheckCode, reasons: readonly ReasonCode[]): OutcomeWord {
  const found = reasons.filter((reason) => checkOf(reason) === check);
  if (found.length === 0) return "passed";
  return found.every((reason) => reason === "root-unknown") ? "unknown" : "failed";
}

function documentOutcome(check: CheckCode, reasons: ReadonlySet<ReasonCode>, findings: Findings): OutcomeWord {
  const outcome = reasonOutcome(check, [...reasons]);
  const hasSignatures = findings.signatures.length > 0;
  if (check === "revocation" || check === "regeneration") return "unknown";
  if (check === "signatures-present" && !hasSignatures) return "failed";
  if (check === "required-signatures" && !findings.wereFieldsRequired) return "unknown";
  const isAboutCertificates = check === "certificate" || check === "trust";
  const areAllRead = findings.signatures.every(({ certificate }) => certificate !== undefined);
  if (isAboutCertificates && outcome === "passed" && !areAllRead) return "unknown";
  if (!hasSignatures && signatureChecks.includes(check) && outcome === "passed") return "unknown";
  return outcome;
}
