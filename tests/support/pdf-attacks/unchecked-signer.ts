import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { Certificate } from "pkijs";
import { type CertificateFacts, readCertificate } from "../../../electron/pdf/signing/certificate.ts";
import type { Signer } from "../../../electron/pdf/signing/signer.ts";
import type { TestCertificate } from "./test-authority.ts";

/** A signer around any certificate, without the checks `openSigner` makes. */
export async function createSigner(leaf: TestCertificate, issuers: readonly TestCertificate[]): Promise<Signer> {
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", leaf.keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const keyKind = leaf.algorithm.startsWith("RSA") ? "rsa" : "ec";
  return {
    certificate: factsOf(leaf.der),
    issuers: issuers.map(({ der }) => factsOf(der)),
    keyKind,
    root: undefined,
    sign: (message) => sign("sha256", message, keyKind === "ec" ? { key, dsaEncoding: "der" } : key),
  };
}

function factsOf(der: Uint8Array): CertificateFacts {
  const facts = readCertificate(der);
  if (facts.ok) return facts.value;
  // What the app refuses to read can still be put into a signature: only these parts are needed for that.
  const parsed = Certificate.fromBER(new Uint8Array(der).buffer);
  return {
    der: Buffer.from(der),
    parsed,
    x509: new X509Certificate(der),
    publicKey: new X509Certificate(der).publicKey,
    subjectDer: Buffer.from(parsed.subject.toSchema().toBER(false)),
    issuerDer: Buffer.from(parsed.issuer.toSchema().toBER(false)),
    commonName: "",
    organization: "",
    fingerprintSha256: "",
    notBeforeMs: 0,
    notAfterMs: 0,
    isAuthority: false,
    pathLengthLimit: undefined,
    keyUsageBits: undefined,
    extendedUsages: undefined,
    hasUnknownConstraint: false,
  };
}
