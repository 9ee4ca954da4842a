import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type CertificateFacts, isSelfIssued, readCertificate, wasIssuedBy } from "./certificate.ts";
import type { SigningIdentity } from "./identity.ts";
import { acceptableKeyKind, defaultMinimumRsaBits, type KeyKind } from "./key-policy.ts";
import { documentSigningUsages } from "./object-identifiers.ts";

/** An identity made ready to sign. */
export interface Signer {
  readonly certificate: CertificateFacts;
  /** The issuers that go into the signature: nearest first, the root left out. */
  readonly issuers: readonly CertificateFacts[];
  readonly keyKind: KeyKind;
  /** The root, if the identity brought it. */
  readonly root: CertificateFacts | undefined;
  /** SHA-256 with RSA PKCS#1, or with ECDSA in DER. */
  sign(message: Uint8Array): Buffer;
}

export type SignerRefusal =
  /** The certificate or the key cannot be read. */
  | "identity-unreadable"
  /** The key does not belong to the certificate. */
  | "identity-key-mismatch"
  /** Another curve, or an RSA key that is too short. */
  | "identity-key-weak"
  /** The certificate is not meant for signing documents, or is an authority's. */
  | "identity-usage"
  /** A certificate of the chain did not issue the one before it. */
  | "identity-chain-broken";

/** Checks that key, certificate and chain fit together and may sign documents. */
export function openSigner(
  identity: SigningIdentity,
  minimumRsaBits: number = defaultMinimumRsaBits,
): Result<Signer, SignerRefusal> {
  const certificate = readCertificate(identity.certificateDer);
  const key = readPrivateKey(identity.privateKeyPkcs8);
  if (!certificate.ok || key === undefined) return err("identity-unreadable");
  const facts = certificate.value;
  if (!createPublicKey(key).equals(facts.publicKey)) return err("identity-key-mismatch");
  const keyKind = acceptableKeyKind(facts.publicKey, minimumRsaBits);
  if (keyKind === undefined) return err("identity-key-weak");
  if (!maySignDocuments(facts)) return err("identity-usage");
  const chain = readChain(facts, identity.chainDer);
  if (chain === undefined) return err("identity-chain-broken");
  return ok({
    certificate: facts,
    issuers: chain.filter((issuer) => !isSelfIssued(issuer)),
    root: chain.find(isSelfIssued),
    keyKind,
    sign: (message) => sign("sha256", message, keyKind === "ec" ? { key, dsaEncoding: "der" } : key),
  });
}

/** True if the certificate's own words allow it to sign documents: usage bits, extended usage, not an authority. */
export function maySignDocuments(certificate: CertificateFacts): boolean {
  const { keyUsageBits, extendedUsages } = certificate;
  // Bits 0 and 1, digitalSignature and nonRepudiation, are the two highest of the first octet.
  if (keyUsageBits !== undefined && (keyUsageBits & 0xc0) === 0) return false;
  const accepted: ReadonlySet<string> = new Set(Object.values(documentSigningUsages));
  if (extendedUsages !== undefined && !extendedUsages.some((usage) => accepted.has(usage))) return false;
  return !certificate.isAuthority && !certificate.hasUnknownConstraint;
}

function readPrivateKey(pkcs8: Uint8Array): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  } catch {
    // The library's error could quote the key's structure; that it cannot be read is all anyone needs.
    return undefined;
  }
}

function readChain(leaf: CertificateFacts, chainDer: readonly Uint8Array[]): readonly CertificateFacts[] | undefined {
  const chain: CertificateFacts[] = [];
  for (const der of chainDer) {
    const issuer = readCertificate(der);
    if (!issuer.ok || !wasIssuedBy(chain.at(-1) ?? leaf, issuer.value)) return undefined;
    chain.push(issuer.value);
  }
  return chain;
}
