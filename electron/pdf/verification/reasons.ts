import { type PdfFaultCode, pdfFaultCodes } from "../structure/faults.ts";

/** What the verifier looks at, in the order in which a reader wants to know. */
export const checkCodes = [
  "structure",
  "active-content",
  "signatures-present",
  "coverage",
  "integrity",
  "certificate",
  "trust",
  "later-changes",
  "required-signatures",
  "revocation",
  "regeneration",
] as const;

export type CheckCode = (typeof checkCodes)[number];

/** Each finding that is not a fault of the reader, with the check it makes fail and the moment it arises. */
const findings = {
  "active-content": [
    "active-content",
    "the document holds scripts, actions, layers or other things that change by themselves",
  ],
  "signature-orphaned": ["signatures-present", "a signature dictionary belongs to no signature field"],
  "signature-shared": ["signatures-present", "two fields point at one signature"],
  "signature-reference": ["signatures-present", "a signed field does not point at a signature dictionary of its own"],
  "signature-dictionary": [
    "integrity",
    "a signature dictionary lacks an entry, has one of the wrong kind or one too many",
  ],
  "signature-format": ["integrity", "the signature is of another format than ETSI.CAdES.detached"],
  "signer-name-differs": ["integrity", "the signature dictionary names another signer than the certificate"],
  "claimed-time-malformed": ["integrity", "the time the signer states cannot be read"],
  "byte-range-malformed": ["coverage", "the byte range is not four plain whole numbers beginning at zero"],
  "contents-malformed": ["coverage", "the signature value is not one hexadecimal string in one case of letters"],
  "byte-range-gap": ["coverage", "what the byte range leaves out is not exactly the signature value"],
  "byte-range-end": ["coverage", "the byte range does not end where a revision ends"],
  "signature-revision": [
    "coverage",
    "the signature does not stand in the revision it signs, or was written anew later",
  ],
  "contents-padding": ["coverage", "the room behind the signature value is not filled with zeros"],
  "last-revision-unsigned": ["coverage", "no signature covers the file to its last byte"],
  "cms-unreadable": ["integrity", "the signature container cannot be read"],
  "cms-profile": ["integrity", "the container is written in another way than this app writes it"],
  "cms-attached": ["integrity", "the container brings content of its own"],
  "cms-signers": ["integrity", "the container does not hold exactly one signer"],
  "cms-certificate-missing": ["integrity", "the signer's certificate is not in the container, or more than one fits"],
  "cms-certificate-foreign": [
    "integrity",
    "the container holds a certificate that is not a link of the signer's chain",
  ],
  "cms-attributes": ["integrity", "the signed attributes are incomplete, repeated or more than the profile knows"],
  "signing-certificate-missing": ["integrity", "the signature does not name the certificate it was made with"],
  "signing-certificate-mismatch": ["integrity", "the signature names another certificate than the one shown"],
  "signing-time-present": ["integrity", "the signature holds a time attribute that the profile forbids"],
  "unsigned-attribute": ["integrity", "something was attached to the signature that it does not protect"],
  "algorithm-refused": ["integrity", "an algorithm is not on the list"],
  "digest-mismatch": ["integrity", "the signed bytes of the file have changed"],
  "signature-value-wrong": ["integrity", "the signature value does not fit the signer's key"],
  "certificate-unreadable": ["certificate", "a certificate cannot be read or is not in canonical form"],
  "key-too-weak": ["certificate", "the key is too short or of a kind that is not accepted"],
  "certificate-usage": ["certificate", "the certificate is not meant for signing documents"],
  "certificate-expired": [
    "certificate",
    "the certificate had expired at the stated time, or has since, and nothing proves the time",
  ],
  "certificate-not-yet-valid": ["certificate", "the certificate was not yet valid"],
  "issuer-not-allowed": ["certificate", "an issuing certificate is not allowed to issue certificates"],
  "root-unknown": ["trust", "the signer's certificate does not lead to a root that is trusted here"],
  "revision-purpose": ["later-changes", "an update does something other than place one signature"],
  "revision-object-replaced": ["later-changes", "an update replaces an object that a signature does not need to touch"],
  "revision-object-added": ["later-changes", "an update adds an object that the signature does not use"],
  "revision-catalog": ["later-changes", "an update changes the document's catalogue"],
  "revision-field": ["later-changes", "an update changes a signature field other than by signing it"],
  "revision-resigned": ["later-changes", "an update changes a field that was signed already"],
  "revision-appearance": [
    "later-changes",
    "what a signature draws does not stay within its field or uses other objects",
  ],
  "certification-missing": ["later-changes", "the catalogue and the signatures disagree about certification"],
  "changes-forbidden": ["later-changes", "a certifying signature forbade the later change"],
  "field-locked": ["later-changes", "a field was signed after an earlier signature had locked it"],
  "lock-ignored": ["later-changes", "a signature does not carry out the lock its field demands"],
  "required-signature-missing": ["required-signatures", "a signature that this paper must carry is missing"],
  "embedded-data-missing": ["regeneration", "the paper does not hold exactly one readable data file"],
  "pages-differ-from-data": ["regeneration", "rendering the embedded data gives other bytes than the signed pages"],
  "render-failed": ["regeneration", "the embedded data could not be rendered"],
  "verification-time-limit": ["structure", "verification took too long and was stopped"],
  "verification-memory-limit": ["structure", "verification took too much memory and was stopped"],
  "verification-failed": ["structure", "verification broke off for a reason nobody foresaw"],
} as const satisfies Readonly<Record<string, readonly [CheckCode, string]>>;

/** Every reason a verdict can give; the sentence for each stands in `strings` under `verification.reason.<code>`. */
export type ReasonCode = PdfFaultCode | keyof typeof findings;

/** All reason codes, for tests and for schemas. */
export const reasonCodes: readonly ReasonCode[] = [
  // The keys of a constant record are exactly its type's keys.
  ...(Object.keys(pdfFaultCodes) as PdfFaultCode[]),
  ...(Object.keys(findings) as (keyof typeof findings)[]),
];

/** The check a reason belongs to. */
export function checkOf(reason: ReasonCode): CheckCode {
  return isFinding(reason) ? findings[reason][0] : "structure";
}

function isFinding(reason: ReasonCode): reason is keyof typeof findings {
  return reason in findings;
}
