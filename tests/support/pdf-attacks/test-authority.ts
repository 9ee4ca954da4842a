import "reflect-metadata";
import { randomBytes } from "node:crypto";
import * as x509 from "@peculiar/x509";
import type { SigningIdentity } from "../../../electron/pdf/signing/identity.ts";

/** A certificate with its key, good or bad, for tests. */
export interface TestCertificate {
  readonly der: Uint8Array;
  readonly keys: CryptoKeyPair;
  readonly subject: string;
  readonly algorithm: KeyAlgorithmName;
}

export type KeyAlgorithmName = "P-256" | "P-384" | "P-521" | "RSA-1024" | "RSA-2048" | "RSA-3072";

export interface CertificateWish {
  readonly subject: string;
  /** Undefined for one that signs itself. */
  readonly issuer?: TestCertificate;
  readonly algorithm?: KeyAlgorithmName;
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  readonly usages?: number;
  readonly extendedUsages?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly extensions?: readonly x509.Extension[];
  readonly hash?: "SHA-1" | "SHA-256";
}

export const signingUsages = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
export const { keyEncipherment, keyCertSign } = x509.KeyUsageFlags;

/** Issues whatever is wished for. */
export async function issueCertificate(wish: CertificateWish): Promise<TestCertificate> {
  const algorithm = wish.algorithm ?? "P-256";
  const keys = await generateKeys(algorithm);
  const isAuthority = wish.isAuthority === true;
  const usages = wish.usages ?? (isAuthority ? keyCertSign : signingUsages);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `40${randomBytes(15).toString("hex")}`,
    subject: wish.subject,
    issuer: wish.issuer?.subject ?? wish.subject,
    notBefore: wish.notBefore ?? new Date("2026-01-01"),
    notAfter: wish.notAfter ?? new Date("2030-12-31"),
    publicKey: keys.publicKey,
    signingKey: (wish.issuer?.keys ?? keys).privateKey,
    signingAlgorithm: parametersOf(wish.issuer?.algorithm ?? algorithm, wish.hash ?? "SHA-256"),
    extensions: [
      new x509.BasicConstraintsExtension(isAuthority, wish.pathLength, true),
      new x509.KeyUsagesExtension(usages, true),
      ...(wish.extendedUsages === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...wish.extendedUsages])]),
      ...(wish.extensions ?? []),
    ],
  });
  return { der: new Uint8Array(certificate.rawData), keys, subject: wish.subject, algorithm };
}

/** A certificate as an identity, with the chain given. */
export async function identityOf(leaf: TestCertificate, chain: readonly TestCertificate[]): Promise<SigningIdentity> {
  const privateKeyPkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", leaf.keys.privateKey));
  return { certificateDer: leaf.der, chainDer: chain.map(({ der }) => der), privateKeyPkcs8 };
}

function parametersOf(
  algorithm: KeyAlgorithmName,
  hash: string,
): RsaHashedKeyGenParams | (EcKeyGenParams & { hash: string }) {
  if (!algorithm.startsWith("RSA")) return { name: "ECDSA", namedCurve: algorithm, hash };
  const modulusLength = Number(algorithm.slice(4));
  return { name: "RSASSA-PKCS1-v1_5", modulusLength, publicExponent: new Uint8Array([1, 0, 1]), hash };
}

async function generateKeys(algorithm: KeyAlgorithmName): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(parametersOf(algorithm, "SHA-256"), true, ["sign", "verify"]);
}
