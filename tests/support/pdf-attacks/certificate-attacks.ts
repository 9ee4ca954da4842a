// The certificate library needs this first.
import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { readCertificate } from "../../../electron/pdf/signing/certificate.ts";
import type { Attack, Scene } from "./scene.ts";
import { signTampered } from "./tampered-signing.ts";
import { type CertificateWish, issueCertificate, keyEncipherment, type TestCertificate } from "./test-authority.ts";
import { createSigner } from "./unchecked-signer.ts";

const rootSubject = "C=JP, O=架空認証局, CN=架空ルート";

/** A trusted root, an issuing authority below it, and what a leaf is to be. */
interface Wish {
  readonly leaf?: Partial<CertificateWish>;
  readonly middle?: Partial<CertificateWish>;
  readonly root?: Partial<CertificateWish>;
  /** The leaf comes straight from the root. */
  readonly withoutMiddle?: boolean;
  /** Another root of the same name is trusted instead. */
  readonly trustAnother?: boolean;
  readonly claimedTimeMs?: number;
}

type Judged = Pick<Attack, "verdict"> & Partial<Pick<Attack, "reason" | "nowMs" | "existedAtMs" | "minimumRsaBits">>;

function certified(name: string, judged: Judged, wish: Wish): Attack {
  let trusted: Uint8Array = new Uint8Array();
  return {
    name: `PKI: ${name}`,
    ...judged,
    roots: () => [trusted],
    build: async (scene) => {
      const root = await issueCertificate({ subject: rootSubject, isAuthority: true, ...wish.root });
      const middle = await issueCertificate({
        subject: "CN=架空発行局",
        issuer: root,
        isAuthority: true,
        ...wish.middle,
      });
      const issuer = wish.withoutMiddle === true ? root : middle;
      const leaf = await issueCertificate({ subject: "CN=𠮷田 試験", issuer, ...wish.leaf });
      const other = await issueCertificate({ subject: rootSubject, isAuthority: true });
      trusted = wish.trustAnother === true ? other.der : root.der;
      return signWith(scene, leaf, wish.withoutMiddle === true ? [] : [middle], wish.claimedTimeMs);
    },
  };
}

function signWith(
  scene: Scene,
  leaf: TestCertificate,
  issuers: readonly TestCertificate[],
  claimedTimeMs?: number,
): Promise<Uint8Array> {
  return createSigner(leaf, issuers).then((signer) => {
    const time = claimedTimeMs === undefined ? {} : { claimedTimeMs };
    return signTampered(scene.base, "sig.reviewer", scene.reviewer, { certifies: true, signer, ...time });
  });
}

const nameConstraints = new x509.Extension("2.5.29.30", false, new Uint8Array([0x30, 0x00]));
const unknownCritical = new x509.Extension("1.2.3.4.5", true, new Uint8Array([0x05, 0x00]));
const in2033 = Date.UTC(2033, 0, 1);

/** Files signed properly with certificates that are not good enough. */
export const certificateAttacks: readonly Attack[] = [
  certified("control: a chain of three", { verdict: "valid" }, {}),
  certified(
    "control: P-384 under a P-384 root",
    { verdict: "valid" },
    { leaf: { algorithm: "P-384" }, root: { algorithm: "P-384" } },
  ),
  certified(
    "control: RSA of 3072 bits",
    { verdict: "valid", minimumRsaBits: 3072 },
    { leaf: { algorithm: "RSA-3072" } },
  ),
  certified(
    "a root of the same name made by somebody else",
    { verdict: "indeterminate", reason: "root-unknown" },
    { trustAnother: true },
  ),
  certified(
    "expired when it was used",
    { verdict: "invalid", reason: "certificate-expired" },
    { leaf: { notAfter: new Date("2026-11-01") } },
  ),
  certified("expired since", { verdict: "invalid", reason: "certificate-expired", nowMs: in2033 }, {}),
  certified(
    "control: expired since, but the file is known to be older",
    { verdict: "valid", nowMs: in2033, existedAtMs: Date.UTC(2026, 11, 1) },
    {},
  ),
  certified(
    "not valid yet",
    { verdict: "invalid", reason: "certificate-not-yet-valid" },
    { leaf: { notBefore: new Date("2028-01-01") } },
  ),
  certified(
    "a stated time before the certificate began",
    { verdict: "invalid", reason: "certificate-not-yet-valid" },
    { claimedTimeMs: Date.UTC(2020, 0, 1) },
  ),
  certified(
    "an issuing authority that has expired",
    { verdict: "invalid", reason: "certificate-expired" },
    { middle: { notAfter: new Date("2026-11-01") } },
  ),
  certified(
    "a root that has expired",
    { verdict: "invalid", reason: "certificate-expired" },
    { root: { notAfter: new Date("2026-11-01") } },
  ),
  certified(
    "for encryption only",
    { verdict: "invalid", reason: "certificate-usage" },
    { leaf: { usages: keyEncipherment } },
  ),
  certified(
    "for servers only",
    { verdict: "invalid", reason: "certificate-usage" },
    { leaf: { extendedUsages: ["1.3.6.1.5.5.7.3.1"] } },
  ),
  certified(
    "an authority signs papers itself",
    { verdict: "invalid", reason: "certificate-usage" },
    { leaf: { isAuthority: true } },
  ),
  certified(
    "issued by a person's certificate",
    { verdict: "invalid", reason: "issuer-not-allowed" },
    { middle: { isAuthority: false } },
  ),
  certified(
    "issued by an authority that may not issue",
    { verdict: "invalid", reason: "issuer-not-allowed" },
    { middle: { usages: keyEncipherment } },
  ),
  certified(
    "a path longer than the root allows",
    { verdict: "invalid", reason: "issuer-not-allowed" },
    { root: { pathLength: 0 } },
  ),
  certified(
    "an unknown critical extension",
    { verdict: "invalid", reason: "certificate-usage" },
    { leaf: { extensions: [unknownCritical] } },
  ),
  certified(
    "an authority with name constraints",
    { verdict: "invalid", reason: "issuer-not-allowed" },
    { middle: { extensions: [nameConstraints] } },
  ),
  certified("RSA of 1024 bits", { verdict: "invalid", reason: "key-too-weak" }, { leaf: { algorithm: "RSA-1024" } }),
  certified(
    "RSA below the policy",
    { verdict: "invalid", reason: "key-too-weak", minimumRsaBits: 3072 },
    { leaf: { algorithm: "RSA-2048" } },
  ),
  certified("a curve off the list", { verdict: "invalid", reason: "key-too-weak" }, { leaf: { algorithm: "P-521" } }),
  certified(
    "issued with SHA-1",
    { verdict: "invalid", reason: "certificate-unreadable" },
    { leaf: { hash: "SHA-1" }, withoutMiddle: true },
  ),
  {
    name: "PKI: signed by itself",
    verdict: "indeterminate",
    reason: "root-unknown",
    build: async (scene) => signWith(scene, await issueCertificate({ subject: "CN=自己署名" }), []),
  },
  {
    name: "PKI: signed by itself and taken for an authority",
    verdict: "invalid",
    reason: "certificate-usage",
    build: async (scene) => signWith(scene, await issueCertificate({ subject: "CN=自己署名", isAuthority: true }), []),
  },
  {
    name: "PKI: no root trusted at all",
    verdict: "indeterminate",
    reason: "root-unknown",
    roots: () => [],
    build: ({ signed }) => signed[2],
  },
  {
    name: "PKI: only the first of two signers trusted",
    verdict: "indeterminate",
    reason: "root-unknown",
    roots: ({ reviewer }) => [reviewer.rootDer],
    build: ({ signed }) => signed[1],
  },
  {
    name: "PKI: the signer's name copied by an attacker with a chain of their own",
    verdict: "indeterminate",
    reason: "root-unknown",
    build: async (scene) => {
      const genuine = readCertificate(scene.reviewer.certificateDer);
      if (!genuine.ok) throw new Error(genuine.error);
      const issuer = await issueCertificate({
        subject: genuine.value.x509.issuer.split("\n").join(", "),
        isAuthority: true,
      });
      const subject = genuine.value.x509.subject.split("\n").join(", ");
      return signWith(scene, await issueCertificate({ subject, issuer }), []);
    },
  },
];
