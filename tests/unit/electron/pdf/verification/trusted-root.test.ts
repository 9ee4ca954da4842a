import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { CreatedIdentity } from "../../../../../electron/pdf/signing/identity.ts";
import { describeIdentity } from "../../../../../electron/pdf/signing/identity-summary.ts";
import { readTrustedRoot } from "../../../../../electron/pdf/verification/trusted-root.ts";
import { issueCertificate, type TestCertificate } from "../../../../support/pdf-attacks/test-authority.ts";
import { createPerson, people } from "../../../../support/signing-people.ts";

let person: CreatedIdentity;
before(async () => {
  person = await createPerson(people.reviewer);
});

function pem(der: Uint8Array): Buffer {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return Buffer.from(`-----BEGIN CERTIFICATE-----\r\n${lines.join("\r\n")}\r\n-----END CERTIFICATE-----\r\n`);
}

describe("reading a root to be trusted", () => {
  it("takes the same root from DER and from PEM", () => {
    const fromDer = readTrustedRoot(person.rootDer);
    assert.deepEqual(readTrustedRoot(pem(person.rootDer)), fromDer);
    assert.ok(fromDer.ok);
    assert.equal(fromDer.value.fingerprint, person.rootFingerprintSha256);
    assert.deepEqual(Buffer.from(fromDer.value.der), Buffer.from(person.rootDer));
  });

  it("refuses a person's certificate and an authority that another one issued", async () => {
    const root = await issueCertificate({ subject: "CN=架空ルート", isAuthority: true });
    const middle: TestCertificate = await issueCertificate({
      subject: "CN=架空発行局",
      issuer: root,
      isAuthority: true,
    });
    for (const der of [person.certificateDer, middle.der]) {
      assert.deepEqual(readTrustedRoot(der), { ok: false, error: "root-not-authority" });
    }
  });

  it("refuses a root whose name says it issued itself and whose signature does not", async () => {
    const real = await issueCertificate({ subject: "CN=架空ルート", isAuthority: true });
    const forged = await issueCertificate({ subject: "CN=架空ルート", issuer: real, isAuthority: true });
    assert.deepEqual(readTrustedRoot(forged.der), { ok: false, error: "root-not-authority" });
  });

  it("refuses a weak key", async () => {
    const weak = await issueCertificate({ subject: "CN=架空ルート", isAuthority: true, algorithm: "RSA-1024" });
    assert.deepEqual(readTrustedRoot(weak.der), { ok: false, error: "root-key-weak" });
  });

  it("refuses two certificates in one file, rubbish, nothing, and a file far too large", () => {
    const files = [Buffer.concat([pem(person.rootDer), pem(person.rootDer)]), Buffer.from("x"), new Uint8Array()];
    for (const bytes of [...files, Buffer.concat([person.rootDer, Buffer.alloc(1)]), new Uint8Array(40_000)]) {
      assert.deepEqual(readTrustedRoot(bytes), { ok: false, error: "root-unreadable" });
    }
  });
});

describe("describing an identity", () => {
  it("names the person, the office, the fingerprints and the validity", () => {
    const described = describeIdentity(person);
    assert.ok(described.ok);
    const { certificate, root } = described.value;
    assert.deepEqual([certificate.commonName, certificate.organization], [people.reviewer, "架空研究機構"]);
    assert.equal(certificate.fingerprint, person.fingerprintSha256);
    assert.equal(root?.fingerprint, person.rootFingerprintSha256);
    assert.equal(certificate.notAfterMs, Date.UTC(2030, 11, 31));
  });

  it("names no root where the identity brought none", () => {
    const described = describeIdentity({ certificateDer: person.certificateDer, chainDer: [] });
    assert.ok(described.ok);
    assert.equal(described.value.root, undefined);
  });
});
