import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { BitString } from "asn1js";
import { BasicConstraints, Certificate, type Extension, ExtKeyUsage, type RelativeDistinguishedNames } from "pkijs";
import { err, ok, type Result } from "../../../shared/result.ts";
import { ownBuffer, parseDer } from "./der.ts";
import { certificateSignatureAlgorithms, oid } from "./object-identifiers.ts";

/** Largest certificate that is looked at, in bytes; usual ones have one to two thousand. */
export const certificateLimitBytes = 16 * 1024;

/** What signing and verification need to know of one X.509 certificate. */
export interface CertificateFacts {
  readonly der: Buffer;
  readonly x509: X509Certificate;
  readonly parsed: Certificate;
  readonly publicKey: KeyObject;
  readonly subjectDer: Buffer;
  readonly issuerDer: Buffer;
  /** Empty if the subject has none. */
  readonly commonName: string;
  readonly organization: string;
  /** Lower-case hexadecimal SHA-256 of the whole certificate. */
  readonly fingerprintSha256: string;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and a leaf; undefined for no limit. */
  readonly pathLengthLimit: number | undefined;
  /** First octet of the key usage bits; undefined if the extension is absent. */
  readonly keyUsageBits: number | undefined;
  /** Object identifiers; undefined if the extension is absent. */
  readonly extendedUsages: readonly string[] | undefined;
  /** True if an extension is present that could narrow what the certificate means and that nobody here evaluates. */
  readonly hasUnknownConstraint: boolean;
}

/** Reads one certificate in DER. PEM, trailing bytes, repeated extensions and SHA-1 signatures are refused. */
export function readCertificate(der: Uint8Array): Result<CertificateFacts, "certificate-unreadable"> {
  if (der.length > certificateLimitBytes || parseDer(der) === undefined) return err("certificate-unreadable");
  try {
    return ok(factsOf(Buffer.from(der)));
  } catch {
    // Both libraries throw plain errors for every malformed field.
    return err("certificate-unreadable");
  }
}

function factsOf(der: Buffer): CertificateFacts {
  const parsed = Certificate.fromBER(ownBuffer(der));
  const x509 = new X509Certificate(der);
  const extensions = new Map((parsed.extensions ?? []).map((extension) => [extension.extnID, extension]));
  if (extensions.size !== (parsed.extensions ?? []).length) throw new Error("repeated extension");
  const algorithm = parsed.signatureAlgorithm.algorithmId;
  if (algorithm !== parsed.signature.algorithmId || !certificateSignatureAlgorithms.has(algorithm)) {
    throw new Error("signature algorithm");
  }
  return {
    der,
    x509,
    parsed,
    publicKey: x509.publicKey,
    subjectDer: Buffer.from(parsed.subject.toSchema().toBER(false)),
    issuerDer: Buffer.from(parsed.issuer.toSchema().toBER(false)),
    commonName: nameField(parsed.subject, oid.commonName),
    organization: nameField(parsed.subject, oid.organizationName),
    fingerprintSha256: createHash("sha256").update(der).digest("hex"),
    notBeforeMs: parsed.notBefore.value.getTime(),
    notAfterMs: parsed.notAfter.value.getTime(),
    ...constraintsOf(extensions),
  };
}

type Constraints = Pick<
  CertificateFacts,
  "isAuthority" | "pathLengthLimit" | "keyUsageBits" | "extendedUsages" | "hasUnknownConstraint"
>;

const understood: ReadonlySet<string> = new Set([oid.keyUsage, oid.basicConstraints, oid.extendedKeyUsage]);

function constraintsOf(extensions: ReadonlyMap<string, Extension>): Constraints {
  const basic = parsedAs(extensions, oid.basicConstraints, isBasicConstraints);
  const usage = parsedAs(extensions, oid.keyUsage, isBitString);
  const extended = parsedAs(extensions, oid.extendedKeyUsage, isExtendedUsage);
  const pathLength = basic?.pathLenConstraint;
  // An integer too long for the library's number form comes as a block; no honest certificate has one.
  if (pathLength !== undefined && typeof pathLength !== "number") throw new Error("pathLenConstraint");
  return {
    isAuthority: basic?.cA === true,
    pathLengthLimit: pathLength,
    keyUsageBits: usage === undefined ? undefined : (usage.valueBlock.valueHexView[0] ?? 0),
    extendedUsages: extended?.keyPurposes,
    hasUnknownConstraint: [...extensions.values()].some(
      ({ extnID, critical }) => (critical && !understood.has(extnID)) || extnID === oid.nameConstraints,
    ),
  };
}

/** The parsed value of an extension; undefined if it is absent, and an error if it is there in another form. */
function parsedAs<T>(
  extensions: ReadonlyMap<string, Extension>,
  type: string,
  isExpected: (value: unknown) => value is T,
): T | undefined {
  const extension = extensions.get(type);
  if (extension === undefined) return undefined;
  const value: unknown = extension.parsedValue;
  if (!isExpected(value)) throw new Error(type);
  return value;
}

const isBasicConstraints = (value: unknown): value is BasicConstraints => value instanceof BasicConstraints;
const isBitString = (value: unknown): value is BitString => value instanceof BitString;
const isExtendedUsage = (value: unknown): value is ExtKeyUsage => value instanceof ExtKeyUsage;

function nameField(name: RelativeDistinguishedNames, type: string): string {
  const value: unknown = name.typesAndValues.findLast((attribute) => attribute.type === type)?.value.valueBlock.value;
  return typeof value === "string" ? value : "";
}

/** True if the issuer's name stands in the certificate and the issuer's key signed it. */
export function wasIssuedBy(certificate: CertificateFacts, issuer: CertificateFacts): boolean {
  if (!certificate.issuerDer.equals(issuer.subjectDer)) return false;
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey);
  } catch {
    // A key of another kind than the signature makes the library throw instead of saying no.
    return false;
  }
}

/** True if the certificate names itself as its issuer. */
export function isSelfIssued(certificate: CertificateFacts): boolean {
  return certificate.subjectDer.equals(certificate.issuerDer);
}
