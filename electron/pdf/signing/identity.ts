// The certificate library registers its parts through decorators and needs this first.
import "reflect-metadata";
import { createHash } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { err, ok, type Result } from "../../../shared/result.ts";
import { documentSigningUsages } from "./object-identifiers.ts";

/** Everything needed to sign: the caller seals the key bytes, and overwrites them after use. */
export interface SigningIdentity {
  readonly certificateDer: Uint8Array;
  /** The certificates above, nearest first; the root last if it is known. */
  readonly chainDer: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
}

/** A fresh identity with what others need to trust it. */
export interface CreatedIdentity extends SigningIdentity {
  readonly rootDer: Uint8Array;
  /** Lower-case hexadecimal SHA-256 of the signing certificate. */
  readonly fingerprintSha256: string;
  /** Lower-case hexadecimal SHA-256 of the root: the words two offices compare by telephone. */
  readonly rootFingerprintSha256: string;
}

export interface IdentityRequest {
  /** The person's name as it shall stand in the signature, one to 64 characters. */
  readonly commonName: string;
  /** The office, one to 64 characters. */
  readonly organization: string;
  readonly notBeforeMs: number;
  /** At most eleven years after the beginning. */
  readonly notAfterMs: number;
  /** Sixteen random bytes each; the two must differ. */
  readonly rootSerial: Uint8Array;
  readonly leafSerial: Uint8Array;
}

export type IdentityRefusal = "identity-name-invalid" | "identity-validity-invalid";

const longestValidityMs = 11 * 366 * 24 * 60 * 60 * 1000;
const keyAlgorithm = { name: "ECDSA", namedCurve: "P-256" };
const signatureAlgorithm = { name: "ECDSA", hash: "SHA-256" };

/**
 * Makes a P-256 key, a root of its own and a signing certificate below it. The root's private key is never exported
 * from the cryptographic library: it signs this one certificate and is gone.
 */
export async function createSigningIdentity(
  request: IdentityRequest,
): Promise<Result<CreatedIdentity, IdentityRefusal>> {
  if (!isName(request.commonName) || !isName(request.organization)) return err("identity-name-invalid");
  const validity = validityOf(request);
  if (validity === undefined) return err("identity-validity-invalid");
  const rootKeys = await generateKeys(false);
  const leafKeys = await generateKeys(true);
  const root = await issueRoot(request, validity, rootKeys);
  const leaf = await issueLeaf(request, validity, root, rootKeys, leafKeys);
  const rootDer = new Uint8Array(root.rawData);
  const certificateDer = new Uint8Array(leaf.rawData);
  return ok({
    certificateDer,
    chainDer: [rootDer],
    rootDer,
    privateKeyPkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", leafKeys.privateKey)),
    fingerprintSha256: fingerprint(certificateDer),
    rootFingerprintSha256: fingerprint(rootDer),
  });
}

interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

function validityOf({ notBeforeMs, notAfterMs }: IdentityRequest): Validity | undefined {
  const length = notAfterMs - notBeforeMs;
  if (!(length > 0 && length <= longestValidityMs) || notBeforeMs < 0) return undefined;
  // Certificates know whole seconds only.
  const wholeSecond = (timeMs: number): Date => new Date(Math.floor(timeMs / 1000) * 1000);
  return { notBefore: wholeSecond(notBeforeMs), notAfter: wholeSecond(notAfterMs) };
}

type KeyPair = Awaited<ReturnType<typeof generateKeys>>;

// The platform's own types for keys differ between the projects that compile this file, so they are left to inference.
async function generateKeys(extractable: boolean) {
  return crypto.subtle.generateKey(keyAlgorithm, extractable, ["sign", "verify"]);
}

async function issueRoot(request: IdentityRequest, validity: Validity, keys: KeyPair): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialHex(request.rootSerial),
    name: rootName(request),
    ...validity,
    keys,
    signingAlgorithm: signatureAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
}

async function issueLeaf(
  request: IdentityRequest,
  validity: Validity,
  root: x509.X509Certificate,
  rootKeys: KeyPair,
  leafKeys: KeyPair,
): Promise<x509.X509Certificate> {
  const { digitalSignature, nonRepudiation } = x509.KeyUsageFlags;
  return x509.X509CertificateGenerator.create({
    serialNumber: serialHex(request.leafSerial),
    subject: distinguishedName(request),
    issuer: root.subjectName,
    ...validity,
    publicKey: leafKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: signatureAlgorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(digitalSignature | nonRepudiation, true),
      // Other programs know only one of the two: NSS wants e-mail protection, RFC 9336 defines document signing.
      new x509.ExtendedKeyUsageExtension([
        documentSigningUsages.documentSigning,
        documentSigningUsages.emailProtection,
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey),
    ],
  });
}

/** The root must not bear the leaf's name, or the leaf would look as if it had issued itself. */
function rootName(request: IdentityRequest): x509.Name {
  return distinguishedName(request, { OU: [{ utf8String: "Root CA" }] });
}

function distinguishedName(request: IdentityRequest, ...unit: x509.JsonNameParams): x509.Name {
  return new x509.Name([
    { C: [{ printableString: "JP" }] },
    { O: [{ utf8String: request.organization }] },
    ...unit,
    { CN: [{ utf8String: request.commonName }] },
  ]);
}

function isName(name: string): boolean {
  const length = [...name].length;
  return length >= 1 && length <= 64 && name.trim() === name && name.isWellFormed() && !forbiddenInNames.test(name);
}

// Control characters, line and paragraph separators, and marks that turn the direction of writing around.
const forbiddenInNames = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/** A positive number of exactly sixteen octets, whatever the random bytes are. */
function serialHex(random: Uint8Array): string {
  if (random.length !== 16) throw new RangeError("A serial number is made from sixteen bytes");
  const bytes = Buffer.from(random);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes.toString("hex");
}

function fingerprint(certificateDer: Uint8Array): string {
  return createHash("sha256").update(certificateDer).digest("hex");
}
