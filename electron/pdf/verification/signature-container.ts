import { createHash, verify } from "node:crypto";
import { ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from "pkijs";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type CertificateFacts, isSelfIssued, readCertificate, wasIssuedBy } from "../signing/certificate.ts";
import { assembleCms } from "../signing/cms.ts";
import { ownBuffer, parseDer } from "../signing/der.ts";
import { acceptableKeyKind, type KeyKind } from "../signing/key-policy.ts";
import { oid } from "../signing/object-identifiers.ts";
import type { ReasonCode } from "./reasons.ts";

/** What a signature container says, and what is wrong with it. */
export interface ContainerFindings {
  readonly reasons: readonly ReasonCode[];
  readonly certificate: CertificateFacts | undefined;
  /** Nearest first, each having issued the one before it. */
  readonly issuers: readonly CertificateFacts[];
}

/** Largest signature container that is looked at, in bytes. */
const containerLimitBytes = 64 * 1024;

/**
 * Checks one signature container against the signed bytes. Named findings come first; at the end the container is
 * built anew from what was read and must come out the same to the last byte, so nothing unnamed can hide in it.
 * The digest is undefined if the signed bytes cannot be told.
 */
export function checkContainer(
  cmsDer: Buffer,
  signedBytes: readonly [Buffer, Buffer] | undefined,
  minimumRsaBits: number,
): ContainerFindings {
  const signedData = readSignedData(cmsDer);
  if (!signedData.ok) return { reasons: [signedData.error], certificate: undefined, issuers: [] };
  const reasons: ReasonCode[] = [];
  if (signedData.value.encapContentInfo.eContent !== undefined) reasons.push("cms-attached");
  const [signerInfo, ...others] = signedData.value.signerInfos;
  if (signerInfo === undefined || others.length > 0) {
    return { reasons: [...reasons, "cms-signers"], certificate: undefined, issuers: [] };
  }
  reasons.push(...attributeReasons(signerInfo), ...algorithmReasons(signedData.value, signerInfo));
  const chain = readChain(signedData.value, signerInfo);
  if (!chain.ok) return { reasons: [...reasons, chain.error], certificate: undefined, issuers: [] };
  const [certificate, ...issuers] = chain.value;
  if (!isLinked(chain.value)) reasons.push("cms-certificate-foreign");
  reasons.push(...signatureReasons({ signerInfo, certificate, issuers, cmsDer, signedBytes, minimumRsaBits }));
  return { reasons, certificate, issuers };
}

function readSignedData(cmsDer: Buffer): Result<SignedData, ReasonCode> {
  if (cmsDer.length > containerLimitBytes || parseDer(cmsDer) === undefined) return err("cms-unreadable");
  try {
    const content = ContentInfo.fromBER(ownBuffer(cmsDer));
    if (content.contentType !== oid.signedData) return err("cms-unreadable");
    return ok(new SignedData({ schema: content.content }));
  } catch {
    // pkijs throws plain errors for every malformed field.
    return err("cms-unreadable");
  }
}

function attributeReasons(signerInfo: SignerInfo): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  if ((signerInfo.unsignedAttrs?.attributes.length ?? 0) > 0) reasons.push("unsigned-attribute");
  const attributes = signerInfo.signedAttrs?.attributes ?? [];
  const types = attributes.map(({ type }) => type);
  if (types.includes(oid.signingTime)) reasons.push("signing-time-present");
  if (!types.includes(oid.signingCertificateV2)) reasons.push("signing-certificate-missing");
  const expected = [oid.contentType, oid.messageDigest, oid.signingCertificateV2];
  const known = types.filter((type) => type !== oid.signingTime);
  const isComplete = known.every((type) => expected.some((name) => name === type));
  if (!isComplete || new Set(types).size !== types.length || attributes.some(({ values }) => values.length !== 1)) {
    reasons.push("cms-attributes");
  }
  const contentType: unknown = attributes.find(({ type }) => type === oid.contentType)?.values[0];
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== oid.data) reasons.push("cms-attributes");
  return reasons;
}

const signatureAlgorithms: ReadonlySet<string> = new Set([oid.ecdsaWithSha256, oid.rsaWithSha256]);

function algorithmReasons(signedData: SignedData, signerInfo: SignerInfo): ReasonCode[] {
  const digests = [...signedData.digestAlgorithms, signerInfo.digestAlgorithm];
  const areKnown = digests.every(({ algorithmId }) => algorithmId === oid.sha256);
  return areKnown && signatureAlgorithms.has(signerInfo.signatureAlgorithm.algorithmId) ? [] : ["algorithm-refused"];
}

type Chain = readonly [CertificateFacts, ...CertificateFacts[]];

/** The certificates as they stand, the signer's first. */
function readChain(signedData: SignedData, signerInfo: SignerInfo): Result<Chain, ReasonCode> {
  const sid: unknown = signerInfo.sid;
  if (!(sid instanceof IssuerAndSerialNumber)) return err("cms-certificate-missing");
  const read: CertificateFacts[] = [];
  for (const item of signedData.certificates ?? []) {
    if (!(item instanceof Certificate)) return err("cms-certificate-foreign");
    const facts = readCertificate(new Uint8Array(item.toSchema(false).toBER(false)));
    if (!facts.ok) return err("certificate-unreadable");
    read.push(facts.value);
  }
  const issuerDer = Buffer.from(sid.issuer.toSchema().toBER(false));
  const fitting = read.filter(({ parsed, issuerDer: own }) => {
    return own.equals(issuerDer) && parsed.serialNumber.isEqual(sid.serialNumber);
  });
  const [signer] = fitting;
  if (signer === undefined || fitting.length > 1) return err("cms-certificate-missing");
  return ok([signer, ...read.filter((facts) => facts !== signer)]);
}

function isLinked(chain: Chain): boolean {
  return chain.every((certificate, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined || wasIssuedBy(certificate, issuer);
  });
}

interface SignatureParts {
  readonly signerInfo: SignerInfo;
  readonly certificate: CertificateFacts;
  readonly issuers: readonly CertificateFacts[];
  readonly cmsDer: Buffer;
  readonly signedBytes: readonly [Buffer, Buffer] | undefined;
  readonly minimumRsaBits: number;
}

function signatureReasons(parts: SignatureParts): ReasonCode[] {
  const { signerInfo, certificate, issuers, cmsDer } = parts;
  const reasons: ReasonCode[] = [];
  const digest = octetsOf(signerInfo, oid.messageDigest);
  if (digest === undefined) return ["cms-attributes"];
  if (parts.signedBytes !== undefined && !digest.equals(hashOf(parts.signedBytes))) reasons.push("digest-mismatch");
  const named = signingCertificateHash(signerInfo);
  const certificateHash = createHash("sha256").update(certificate.der).digest();
  if (named !== undefined && !named.equals(certificateHash)) reasons.push("signing-certificate-mismatch");
  const keyKind = acceptableKeyKind(certificate.publicKey, parts.minimumRsaBits);
  if (keyKind === undefined) return [...reasons, "key-too-weak"];
  const signature = Buffer.from(signerInfo.signature.valueBlock.valueHexView);
  const attributes = new Uint8Array(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!isSignedBy(certificate, keyKind, attributes, signature)) reasons.push("signature-value-wrong");
  const rebuilt = assembleCms({ digest, certificate, issuers, keyKind, signature });
  // The root never belongs into the container: it is trusted for being known here, not for being shown.
  if (!rebuilt.equals(cmsDer) || issuers.some(isSelfIssued)) reasons.push("cms-profile");
  return reasons;
}

function isSignedBy(
  { publicKey }: CertificateFacts,
  keyKind: KeyKind,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    const key = keyKind === "ec" ? { key: publicKey, dsaEncoding: "der" as const } : publicKey;
    return verify("sha256", message, key, signature);
  } catch {
    // A signature value of impossible form makes the library throw instead of saying no.
    return false;
  }
}

function hashOf(signedBytes: readonly [Buffer, Buffer]): Buffer {
  return createHash("sha256").update(signedBytes[0]).update(signedBytes[1]).digest();
}

function octetsOf(signerInfo: SignerInfo, type: string): Buffer | undefined {
  const value: unknown = signerInfo.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0];
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : undefined;
}

/** The first hash in the signing-certificate attribute, wherever the optional parts before it put it. */
function signingCertificateHash(signerInfo: SignerInfo): Buffer | undefined {
  const attribute = signerInfo.signedAttrs?.attributes.find(({ type }) => type === oid.signingCertificateV2);
  let at: unknown = attribute?.values[0];
  for (let level = 0; level < 2; level += 1) at = at instanceof Sequence ? at.valueBlock.value[0] : undefined;
  const parts = at instanceof Sequence ? at.valueBlock.value : [];
  const hash = parts.find((part) => part instanceof OctetString);
  return hash instanceof OctetString ? Buffer.from(hash.valueBlock.valueHexView) : undefined;
}
