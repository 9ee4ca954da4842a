import { createHash } from "node:crypto";
import { type BaseBlock, Constructed, Null, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { CertificateFacts } from "./certificate.ts";
import { ownBuffer } from "./der.ts";
import type { KeyKind } from "./key-policy.ts";
import { oid } from "./object-identifiers.ts";
import type { Signer } from "./signer.ts";

/** The parts of a signature container that vary; all its other bytes follow from the profile. */
export interface CmsParts {
  /** SHA-256 of the signed bytes of the file. */
  readonly digest: Uint8Array;
  readonly certificate: CertificateFacts;
  /** Nearest first, the root left out. */
  readonly issuers: readonly CertificateFacts[];
  readonly keyKind: KeyKind;
  readonly signature: Uint8Array;
}

/** Signs a digest: a detached SignedData of the CAdES baseline B-B profile, in DER. */
export function signCms(digest: Uint8Array, signer: Signer): Buffer {
  const { certificate, issuers, keyKind } = signer;
  const signature = signer.sign(signedAttributesDer(digest, certificate));
  return assembleCms({ digest, certificate, issuers, keyKind, signature });
}

/** The bytes that are signed: the set of attributes, sorted as DER demands. */
export function signedAttributesDer(digest: Uint8Array, certificate: CertificateFacts): Buffer {
  const body = Buffer.concat(sortedAttributes(digest, certificate).map(encode));
  return Buffer.concat([setHeader(body.length), body]);
}

/**
 * The whole container for given parts. The same parts always give the same bytes, so a verifier can build the
 * container anew from what it read and compare: nothing can be added, moved or written in another way.
 */
export function assembleCms(parts: CmsParts): Buffer {
  const { certificate, issuers } = parts;
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.parsed.issuer,
      serialNumber: certificate.parsed.serialNumber,
    }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: sortedAttributes(parts.digest, certificate),
    }),
    signatureAlgorithm: signatureAlgorithm(parts.keyKind),
    signature: new OctetString({ valueHex: ownBuffer(parts.signature) }),
  });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [certificate, ...issuers].map(({ parsed }) => parsed),
    signerInfos: [signerInfo],
  });
  const content = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}

function signatureAlgorithm(keyKind: KeyKind): AlgorithmIdentifier {
  if (keyKind === "ec") return new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
  return new AlgorithmIdentifier({ algorithmId: oid.rsaWithSha256, algorithmParams: new Null() });
}

function sortedAttributes(digest: Uint8Array, certificate: CertificateFacts): Attribute[] {
  const attributes = [
    attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new OctetString({ valueHex: ownBuffer(digest) })),
    attribute(oid.signingCertificateV2, signingCertificate(certificate)),
  ];
  return attributes.sort((left, right) => Buffer.compare(encode(left), encode(right)));
}

/** ESSCertIDv2 with its default hash, which DER wants left out, and the issuer and serial number. */
function signingCertificate(certificate: CertificateFacts): Sequence {
  const directoryName = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 4 },
    value: [certificate.parsed.issuer.toSchema()],
  });
  const issuerSerial = new Sequence({
    value: [new Sequence({ value: [directoryName] }), certificate.parsed.serialNumber],
  });
  const hash = new OctetString({ valueHex: ownBuffer(createHash("sha256").update(certificate.der).digest()) });
  const identifier = new Sequence({ value: [hash, issuerSerial] });
  return new Sequence({ value: [new Sequence({ value: [identifier] })] });
}

function attribute(type: string, value: BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}

function encode(value: Attribute): Buffer {
  return Buffer.from(value.toSchema().toBER(false));
}

function setHeader(lengthBytes: number): Buffer {
  if (lengthBytes < 0x80) return Buffer.from([0x31, lengthBytes]);
  if (lengthBytes < 0x100) return Buffer.from([0x31, 0x81, lengthBytes]);
  return Buffer.from([0x31, 0x82, lengthBytes >> 8, lengthBytes & 0xff]);
}
