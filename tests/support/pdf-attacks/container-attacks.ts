import { createHash } from "node:crypto";
import { type BaseBlock, Constructed, Null, ObjectIdentifier, OctetString, Sequence, UTCTime } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import { signCms } from "../../../electron/pdf/signing/cms.ts";
import { oid } from "../../../electron/pdf/signing/object-identifiers.ts";
import type { Signer } from "../../../electron/pdf/signing/signer.ts";
import type { Attack, Scene } from "./scene.ts";
import { openForAttack, signTampered } from "./tampered-signing.ts";

/** What is different in a container; everything is signed properly all the same. */
interface ContainerWish {
  readonly withoutSigningCertificate?: boolean;
  readonly certificateHash?: Buffer;
  readonly digest?: Uint8Array;
  readonly moreSigned?: readonly Attribute[];
  readonly unsigned?: readonly Attribute[];
  readonly certificates?: (own: Uint8Array) => readonly Uint8Array[];
  readonly signers?: number;
  readonly content?: Buffer;
  readonly contentType?: string;
  readonly digestAlgorithm?: string;
  readonly withNullParameters?: boolean;
}

function crafted(
  name: string,
  reason: Attack["reason"],
  wish: ContainerWish | ((scene: Scene) => ContainerWish),
): Attack {
  return {
    name: `CMS: ${name}`,
    verdict: "invalid",
    ...(reason === undefined ? {} : { reason }),
    build: (scene) => {
      const chosen = typeof wish === "function" ? wish(scene) : wish;
      const container = (digest: Uint8Array, signer: Signer): Buffer => craftContainer(digest, signer, chosen);
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, container });
    },
  };
}

/** Files whose signature value is not the one container the profile allows. */
export const containerAttacks: readonly Attack[] = [
  { ...crafted("control: crafted by hand and in profile", undefined, {}), verdict: "valid" },
  crafted("signer's certificate not named", "signing-certificate-missing", { withoutSigningCertificate: true }),
  crafted("another certificate named", "signing-certificate-mismatch", { certificateHash: Buffer.alloc(32, 7) }),
  crafted("time attribute present", "signing-time-present", {
    moreSigned: [attribute(oid.signingTime, new UTCTime({ valueDate: new Date("2026-11-22T10:00:00Z") }))],
  }),
  crafted("attribute signed that nobody knows", "cms-attributes", { moreSigned: [attribute("1.2.3.4", new Null())] }),
  crafted("signed attribute repeated", "cms-attributes", {
    moreSigned: [attribute(oid.contentType, new ObjectIdentifier({ value: oid.data }))],
  }),
  crafted("unsigned attribute nobody knows", "unsigned-attribute", { unsigned: [attribute("1.2.3.4", new Null())] }),
  crafted("time stamp of nobody", "unsigned-attribute", {
    unsigned: [attribute("1.2.840.113549.1.9.16.2.14", new Sequence({ value: [] }))],
  }),
  crafted("two signers", "cms-signers", { signers: 2 }),
  crafted("no signer", "cms-signers", { signers: 0 }),
  crafted("certificate of somebody else added", "cms-certificate-foreign", ({ approver }) => ({
    certificates: (own) => [own, approver.certificateDer],
  })),
  crafted("root added", "cms-profile", ({ reviewer }) => ({ certificates: (own) => [own, reviewer.rootDer] })),
  crafted("signer's certificate twice", "cms-certificate-missing", { certificates: (own) => [own, own] }),
  crafted("signer's certificate left out", "cms-certificate-missing", { certificates: () => [] }),
  crafted("signer's certificate replaced", "cms-certificate-missing", ({ approver }) => ({
    certificates: () => [approver.certificateDer],
  })),
  crafted("digest of something else", "digest-mismatch", { digest: Buffer.alloc(32, 1) }),
  crafted("digest of the wrong length", "digest-mismatch", { digest: Buffer.alloc(20, 1) }),
  crafted("content of its own", "cms-attached", { content: Buffer.from("other content") }),
  crafted("another content type", "cms-profile", { contentType: "1.2.840.113549.1.9.16.1.4" }),
  crafted("digest algorithm off the list", "algorithm-refused", { digestAlgorithm: "1.3.14.3.2.26" }),
  crafted("parameters where the profile has none", "cms-profile", { withNullParameters: true }),
  {
    name: "CMS: another version of the container",
    verdict: "invalid",
    reason: "cms-profile",
    build: (scene) => {
      // The library always writes the right version, so the octet is changed afterwards; it is not among those signed.
      const container = (digest: Uint8Array, signer: Signer): Buffer => {
        const hex = signCms(digest, signer).toString("hex");
        return Buffer.from(hex.replace("020101310d300b0609608648", "020103310d300b0609608648"), "hex");
      };
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, container });
    },
  },
  {
    name: "CMS: a container taken from another paper",
    verdict: "invalid",
    reason: "digest-mismatch",
    build: (scene) => {
      const other = signCms(createHash("sha256").update("another paper").digest(), openForAttack(scene.reviewer));
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, container: () => other });
    },
  },
  {
    name: "CMS: bytes that are no container",
    verdict: "invalid",
    reason: "cms-unreadable",
    build: (scene) => {
      const container = (): Buffer => Buffer.from("3003020101", "hex");
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, container });
    },
  },
  {
    name: "CMS: signed with another key than the certificate's",
    verdict: "invalid",
    reason: "signature-value-wrong",
    build: (scene) => {
      const signer: Signer = { ...openForAttack(scene.reviewer), sign: openForAttack(scene.approver).sign };
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, signer });
    },
  },
  {
    name: "CMS: written in BER with a needlessly long length",
    verdict: "invalid",
    reason: "cms-unreadable",
    build: (scene) => {
      const container = (digest: Uint8Array, signer: Signer): Buffer => {
        const der = signCms(digest, signer);
        return Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), der.subarray(2)]);
      };
      return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, container });
    },
  },
];

function attribute(type: string, value: BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}

function craftContainer(digest: Uint8Array, signer: Signer, wish: ContainerWish): Buffer {
  const { parsed } = signer.certificate;
  const encode = (item: Attribute): Buffer => Buffer.from(item.toSchema().toBER(false));
  const signed = signedAttributes(digest, signer, wish).sort((left, right) =>
    Buffer.compare(encode(left), encode(right)),
  );
  const body = Buffer.concat(signed.map(encode));
  const header = body.length < 256 ? [0x31, 0x81, body.length] : [0x31, 0x82, body.length >> 8, body.length & 0xff];
  const signature = signer.sign(Buffer.concat([Buffer.from(header), body]));
  const digestAlgorithm = new AlgorithmIdentifier({
    algorithmId: wish.digestAlgorithm ?? oid.sha256,
    ...(wish.withNullParameters === true ? { algorithmParams: new Null() } : {}),
  });
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
    digestAlgorithm,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 }),
    signature: new OctetString({ valueHex: new Uint8Array(signature).buffer }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signed }),
    ...(wish.unsigned === undefined
      ? {}
      : { unsignedAttrs: new SignedAndUnsignedAttributes({ type: 1, attributes: [...wish.unsigned] }) }),
  });
  const own = new Uint8Array(signer.certificate.der);
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: wish.contentType ?? oid.data,
      ...(wish.content === undefined
        ? {}
        : { eContent: new OctetString({ valueHex: new Uint8Array(wish.content).buffer }) }),
    }),
    certificates: (wish.certificates?.(own) ?? [own]).map((der) => Certificate.fromBER(new Uint8Array(der).buffer)),
    signerInfos: Array.from({ length: wish.signers ?? 1 }, () => signerInfo),
  });
  const content = new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}

function signedAttributes(digest: Uint8Array, signer: Signer, wish: ContainerWish): Attribute[] {
  const { parsed, der } = signer.certificate;
  const directoryName = new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [parsed.issuer.toSchema()] });
  const issuerSerial = new Sequence({ value: [new Sequence({ value: [directoryName] }), parsed.serialNumber] });
  const hash = wish.certificateHash ?? createHash("sha256").update(der).digest();
  const identifier = new Sequence({
    value: [new OctetString({ valueHex: new Uint8Array(hash).buffer }), issuerSerial],
  });
  const named = attribute(oid.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [identifier] })] }));
  return [
    attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
    attribute(oid.messageDigest, new OctetString({ valueHex: new Uint8Array(wish.digest ?? digest).buffer })),
    ...(wish.withoutSigningCertificate === true ? [] : [named]),
    ...(wish.moreSigned ?? []),
  ];
}
