import { createPrivateKey } from "node:crypto";
import { fromBER, OctetString } from "asn1js";
import {
  AuthenticatedSafe,
  CertBag,
  type ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents,
} from "pkijs";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type CertificateFacts, readCertificate, wasIssuedBy } from "./certificate.ts";
import { ownBuffer } from "./der.ts";
import type { SigningIdentity } from "./identity.ts";
import { defaultMinimumRsaBits } from "./key-policy.ts";
import { oid } from "./object-identifiers.ts";
import { type DecryptRefusal, decryptPart } from "./pkcs12-decrypt.ts";
import { macRefusal } from "./pkcs12-mac.ts";
import { openSigner, type SignerRefusal } from "./signer.ts";

/** Largest `.p12` or `.pfx` file taken, in bytes; a key with a long chain has some ten thousand. */
export const pkcs12LimitBytes = 256 * 1024;

/** Most bags, and most encrypted parts, in one file; each encrypted one may cost a long key derivation. */
const bagLimit = 64;
const partLimit = 8;

export type ImportRefusal =
  | DecryptRefusal
  | SignerRefusal
  /** The file is larger than `pkcs12LimitBytes`. */
  | "pkcs12-too-large"
  /** Not a PKCS#12 file, or damaged in its structure. */
  | "pkcs12-unreadable"
  /** Nothing protects the file against changes. */
  | "pkcs12-no-mac"
  /** None or several private keys. */
  | "pkcs12-key-count";

export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** As typed; any script. */
  readonly password: string;
  /** Smallest RSA modulus accepted, in bits. */
  readonly minimumRsaBits?: number;
}

/**
 * Takes the key and its certificates out of a PKCS#12 file. The chain comes out in order, certificates that have
 * nothing to do with it are left behind. The caller seals the key bytes and overwrites them.
 */
export async function importPkcs12(request: ImportRequest): Promise<Result<SigningIdentity, ImportRefusal>> {
  if (request.bytes.length > pkcs12LimitBytes) return err("pkcs12-too-large");
  const bags = await readProtectedBags(request).catch(() => err("pkcs12-unreadable" as const));
  if (!bags.ok) return bags;
  const contents = await openBags(bags.value, request.password).catch(() => err("pkcs12-unreadable" as const));
  if (!contents.ok) return contents;
  const { keys, certificates } = contents.value;
  const [privateKeyPkcs8] = keys;
  if (privateKeyPkcs8 === undefined || keys.length > 1) return err("pkcs12-key-count");
  const identity = assembleIdentity(privateKeyPkcs8, certificates);
  if (identity === undefined) return err("identity-key-mismatch");
  const signer = openSigner(identity, request.minimumRsaBits ?? defaultMinimumRsaBits);
  return signer.ok ? ok(identity) : signer;
}

/** The outer shell: structure, then MAC, then the parts. Malformed parts make pkijs throw; the caller catches. */
async function readProtectedBags(request: ImportRequest): Promise<Result<readonly SafeBag[], ImportRefusal>> {
  const { offset, result } = fromBER(ownBuffer(request.bytes));
  if (offset !== request.bytes.length) return err("pkcs12-unreadable");
  const pfx = new PFX({ schema: result });
  const content: unknown = pfx.authSafe.content;
  if (pfx.authSafe.contentType !== oid.data || !(content instanceof OctetString)) return err("pkcs12-unsupported");
  if (pfx.macData === undefined) return err("pkcs12-no-mac");
  const safe = new Uint8Array(content.getValue());
  const refused = macRefusal(pfx.macData, safe, request.password);
  if (refused !== undefined) return err(refused);
  const bags: SafeBag[] = [];
  const parts = AuthenticatedSafe.fromBER(ownBuffer(safe)).safeContents;
  if (parts.length > partLimit) return err("pkcs12-limit");
  for (const part of parts) {
    const plain = await readPart(part, request.password);
    if (!plain.ok) return plain;
    bags.push(...SafeContents.fromBER(ownBuffer(plain.value)).safeBags);
    if (bags.length > bagLimit) return err("pkcs12-limit");
  }
  return ok(bags);
}

async function readPart(part: ContentInfo, password: string): Promise<Result<Uint8Array, ImportRefusal>> {
  const content: unknown = part.content;
  if (part.contentType === oid.data && content instanceof OctetString) return ok(new Uint8Array(content.getValue()));
  if (part.contentType !== oid.encryptedData) return err("pkcs12-unsupported");
  const { encryptedContentInfo } = new EncryptedData({ schema: part.content });
  const ciphertext = new Uint8Array(encryptedContentInfo.getEncryptedContent());
  return decryptPart(encryptedContentInfo.contentEncryptionAlgorithm, ciphertext, password);
}

interface OpenedBags {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly CertificateFacts[];
}

async function openBags(bags: readonly SafeBag[], password: string): Promise<Result<OpenedBags, ImportRefusal>> {
  const keys: Uint8Array[] = [];
  const certificates: CertificateFacts[] = [];
  for (const { bagValue } of bags) {
    if (keys.length > 1) return err("pkcs12-key-count");
    if (bagValue instanceof CertBag) certificates.push(...readCertificateBag(bagValue));
    if (bagValue instanceof PrivateKeyInfo)
      keys.push(...canonicalKey(new Uint8Array(bagValue.toSchema().toBER(false))));
    if (!(bagValue instanceof PKCS8ShroudedKeyBag)) continue;
    const ciphertext = bagValue.encryptedData.valueBlock.valueHexView;
    const plain = await decryptPart(bagValue.encryptionAlgorithm, ciphertext, password);
    if (!plain.ok) return plain;
    keys.push(...canonicalKey(plain.value));
    plain.value.fill(0);
  }
  return ok({ keys, certificates });
}

/** None if the certificate cannot be used; an old SHA-1 root beside a good chain must not spoil the import. */
function readCertificateBag(bag: CertBag): readonly CertificateFacts[] {
  const value: unknown = bag.certValue;
  const certificate = value instanceof OctetString ? readCertificate(new Uint8Array(value.getValue())) : undefined;
  return certificate?.ok === true ? [certificate.value] : [];
}

/** The key as the platform's library writes it; throws if it cannot read it. */
function canonicalKey(pkcs8: Uint8Array): readonly Uint8Array[] {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  return [new Uint8Array(key.export({ format: "der", type: "pkcs8" }))];
}

function assembleIdentity(
  privateKeyPkcs8: Uint8Array,
  certificates: readonly CertificateFacts[],
): SigningIdentity | undefined {
  const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: "der", type: "pkcs8" });
  const leaf = certificates.find(({ x509 }) => x509.checkPrivateKey(key));
  if (leaf === undefined) return undefined;
  const chain: CertificateFacts[] = [];
  for (let current: CertificateFacts | undefined = leaf; current !== undefined; ) {
    const below: CertificateFacts = current;
    const taken = [leaf, ...chain];
    current = certificates.find((candidate) => !taken.includes(candidate) && wasIssuedBy(below, candidate));
    if (current !== undefined) chain.push(current);
  }
  return { certificateDer: leaf.der, chainDer: chain.map(({ der }) => der), privateKeyPkcs8 };
}
