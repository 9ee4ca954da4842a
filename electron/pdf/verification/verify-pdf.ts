import { defaultMinimumRsaBits } from "../signing/key-policy.ts";
import { catchFault, type PdfFile, readPdf } from "../structure/pdf-file.ts";
import { judgeDocument } from "./document-rules.ts";
import { readEmbeddedData } from "./embedded-data.ts";
import { type InspectedSignature, inspectSignature, type SignaturePolicy } from "./inspect-signature.ts";
import type { ReasonCode } from "./reasons.ts";
import { compareWithRendering, type RenderPaper } from "./regeneration.ts";
import { readRoots } from "./trust.ts";
import type { Verdict } from "./verdict.ts";
import { type Findings, verdictOf, verdictOfUnreadable, withRegeneration } from "./verdict-of.ts";

/** By what a file is judged. All of it is plain data, so that it can cross into a worker. */
export interface VerifyOptions {
  /** DER of the roots trusted here; with none, no signature can be more than `indeterminate`. */
  readonly trustedRoots: readonly Uint8Array[];
  /** Names of the fields that must be signed; without it a file cut back to fewer signatures would pass. */
  readonly requiredFields?: readonly string[];
  /** Epoch milliseconds at which certificates must be valid. */
  readonly nowMs: number;
  /**
   * A moment at which the caller itself knows these bytes to have existed, such as the audit entry that recorded the
   * file's hash. Certificates are then judged at that moment instead of now.
   */
  readonly existedAtMs?: number;
  /** Smallest RSA modulus accepted, in bits; 2048 if not given. */
  readonly minimumRsaBits?: number;
}

/**
 * Judges one file offline. Never throws for what the bytes hold: whatever goes wrong ends in a verdict that is not
 * `valid`. Revocation is not looked up, and the verdict says so. With `regenerate`, an intact paper is also rendered
 * anew from its data and compared.
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions, regenerate?: RenderPaper): Promise<Verdict> {
  const policy: SignaturePolicy = {
    roots: readRoots(options.trustedRoots),
    minimumRsaBits: options.minimumRsaBits ?? defaultMinimumRsaBits,
    provenTimeMs: options.existedAtMs ?? options.nowMs,
  };
  try {
    const file = readPdf(bytes);
    if (!file.ok) return verdictOfUnreadable(file.error);
    const findings = catchFault(() => inspect(file.value, policy, options.requiredFields));
    if (!findings.ok) return verdictOfUnreadable(findings.error, file.value.revisions.length);
    const verdict = verdictOf(findings.value);
    if (regenerate === undefined || verdict.verdict === "invalid") return verdict;
    return withRegeneration(verdict, await compareWithRendering(file.value, regenerate));
  } catch {
    // A hostile file may reach an error nobody foresaw; it must not pass for that.
    return verdictOfUnreadable("verification-failed");
  }
}

function inspect(file: PdfFile, policy: SignaturePolicy, requiredFields: readonly string[] | undefined): Findings {
  const signedFields = file
    .view()
    .signatureFields()
    .filter(({ dictionary }) => dictionary.entries.has("V"));
  const signatures = signedFields.map((field) => inspectSignature(file, field, policy)).sort(bySigningOrder);
  const document = judgeDocument(file, signedFields, signatures);
  const signedNames = new Set(signedFields.map(({ name }) => name));
  const isComplete = requiredFields?.every((name) => signedNames.has(name)) ?? true;
  const missing: ReasonCode[] = isComplete ? [] : ["required-signature-missing"];
  return {
    signatures,
    documentReasons: [...document.reasons, ...missing],
    changes: document.changes,
    revisionCount: file.revisions.length,
    wereFieldsRequired: requiredFields !== undefined,
    embeddedSha256: readEmbeddedData(file)?.sha256,
  };
}

function bySigningOrder(left: InspectedSignature, right: InspectedSignature): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (left.revisionIndex ?? last) - (right.revisionIndex ?? last);
}
