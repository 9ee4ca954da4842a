import type { CertificateFacts } from "../signing/certificate.ts";
import type { PdfDictionary } from "../structure/objects.ts";
import type { PdfFile } from "../structure/pdf-file.ts";
import type { PdfView, SignatureField } from "../structure/pdf-view.ts";
import { bindSignature } from "./byte-range.ts";
import { readPermissions, type SignaturePermissions } from "./permissions.ts";
import type { ReasonCode } from "./reasons.ts";
import { checkContainer } from "./signature-container.ts";
import { readEntries } from "./signature-entries.ts";
import { judgeChain } from "./trust.ts";

/** By what one signature is judged. */
export interface SignaturePolicy {
  readonly roots: readonly CertificateFacts[];
  readonly minimumRsaBits: number;
  readonly provenTimeMs: number;
}

/** One signed field, looked at by itself. */
export interface InspectedSignature {
  readonly field: string;
  readonly reasons: readonly ReasonCode[];
  readonly certificate: CertificateFacts | undefined;
  readonly root: CertificateFacts | undefined;
  readonly claimedTimeMs: number | undefined;
  readonly statedReason: string | undefined;
  /** Undefined if the signed bytes do not end with a revision. */
  readonly revisionIndex: number | undefined;
  readonly permissions: SignaturePermissions | undefined;
}

/** Checks one signed field: its dictionary, its tie to the bytes, its container and its certificates. */
export function inspectSignature(file: PdfFile, field: SignatureField, policy: SignaturePolicy): InspectedSignature {
  const view = file.view();
  const value = field.dictionary.entries.get("V");
  const dictionary = value?.kind === "reference" ? view.resolve(value) : undefined;
  if (value?.kind !== "reference" || dictionary?.kind !== "dictionary") return unreadable(field, "signature-reference");
  const entries = readEntries(dictionary);
  const binding = bindSignature(file, value.objectNumber, dictionary);
  const reasons: ReasonCode[] = [...entries.reasons, ...binding.reasons];
  const permissions = permissionsOf(view, field, dictionary, reasons);
  const container =
    binding.cmsDer === undefined
      ? undefined
      : checkContainer(binding.cmsDer, binding.signedBytes, policy.minimumRsaBits);
  reasons.push(...(container?.reasons ?? []));
  const { certificate } = container ?? {};
  if (certificate !== undefined && (entries.statedName ?? certificate.commonName) !== certificate.commonName) {
    reasons.push("signer-name-differs");
  }
  const times = { claimedTimeMs: entries.claimedTimeMs, provenTimeMs: policy.provenTimeMs };
  const trust =
    certificate === undefined ? undefined : judgeChain(certificate, container?.issuers ?? [], policy.roots, times);
  reasons.push(...(trust?.reasons ?? []));
  return {
    field: field.name,
    reasons: [...new Set(reasons)],
    certificate,
    root: trust?.root,
    claimedTimeMs: entries.claimedTimeMs,
    statedReason: entries.statedReason,
    revisionIndex: binding.revisionIndex,
    permissions,
  };
}

function permissionsOf(
  view: PdfView,
  field: SignatureField,
  signature: PdfDictionary,
  reasons: ReasonCode[],
): SignaturePermissions | undefined {
  const lock = field.dictionary.entries.get("Lock");
  const permissions = readPermissions(signature, lock === undefined ? undefined : view.dictionary(lock));
  if (permissions === undefined) reasons.push("signature-dictionary");
  if (permissions === "lock-ignored") reasons.push("lock-ignored");
  return permissions === "lock-ignored" ? undefined : permissions;
}

function unreadable(field: SignatureField, reason: ReasonCode): InspectedSignature {
  return {
    field: field.name,
    reasons: [reason],
    certificate: undefined,
    root: undefined,
    claimedTimeMs: undefined,
    statedReason: undefined,
    revisionIndex: undefined,
    permissions: undefined,
  };
}
