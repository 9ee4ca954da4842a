import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { describe, it } from "node:test";
import { readCertificate, wasIssuedBy } from "../../../../../electron/pdf/signing/certificate.ts";
import {
  type CreatedIdentity,
  createSigningIdentity,
  type IdentityRefusal,
  type IdentityRequest,
} from "../../../../../electron/pdf/signing/identity.ts";
import { maySignDocuments } from "../../../../../electron/pdf/signing/signer.ts";

const request: IdentityRequest = {
  commonName: "𠮷田 葛\u{E0100}馬",
  organization: "架空研究機構",
  notBeforeMs: Date.UTC(2026, 10, 22, 9, 30, 15, 250),
  notAfterMs: Date.UTC(2031, 10, 22),
  rootSerial: Buffer.alloc(16, 0xff),
  leafSerial: Buffer.alloc(16, 0x00),
};

async function create(changes: Partial<IdentityRequest> = {}): Promise<CreatedIdentity> {
  const created = await createSigningIdentity({ ...request, ...changes });
  if (!created.ok) throw new Error(created.error);
  return created.value;
}

async function refusal(changes: Partial<IdentityRequest>): Promise<IdentityRefusal | "created"> {
  const created = await createSigningIdentity({ ...request, ...changes });
  return created.ok ? "created" : created.error;
}

function facts(der: Uint8Array) {
  const certificate = readCertificate(der);
  assert.ok(certificate.ok);
  return certificate.value;
}

describe("creating a signing identity", () => {
  it("makes a P-256 key that belongs to the certificate", async () => {
    const identity = await create();
    const key = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: "der", type: "pkcs8" });
    assert.equal(key.asymmetricKeyDetails?.namedCurve, "prime256v1");
    assert.ok(createPublicKey(key).equals(facts(identity.certificateDer).publicKey));
  });

  it("lets its own root issue the certificate", async () => {
    const { certificateDer, rootDer, chainDer } = await create();
    assert.ok(wasIssuedBy(facts(certificateDer), facts(rootDer)));
    assert.ok(wasIssuedBy(facts(rootDer), facts(rootDer)));
    assert.deepEqual(chainDer, [rootDer]);
  });

  it("allows the certificate to sign documents, and the root to issue and nothing else", async () => {
    const { certificateDer, rootDer } = await create();
    const leaf = facts(certificateDer);
    assert.ok(maySignDocuments(leaf));
    assert.equal(leaf.keyUsageBits, 0xc0);
    assert.deepEqual(leaf.extendedUsages, ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]);
    const root = facts(rootDer);
    assert.deepEqual([root.isAuthority, root.pathLengthLimit, root.keyUsageBits], [true, 0, 0x04]);
    assert.ok(!maySignDocuments(root));
  });

  it("writes names as UTF-8, old forms and variation selectors included", async () => {
    const { certificateDer } = await create();
    const leaf = facts(certificateDer);
    assert.deepEqual([leaf.commonName, leaf.organization], [request.commonName, request.organization]);
    const utf8 = Buffer.concat([Buffer.from([0x0c, 18]), Buffer.from(request.commonName, "utf8")]);
    assert.equal(Buffer.byteLength(request.commonName), 18);
    assert.ok(leaf.subjectDer.includes(utf8));
  });

  it("is valid from the second given to the second given", async () => {
    const leaf = facts((await create()).certificateDer);
    assert.equal(leaf.notBeforeMs, Date.UTC(2026, 10, 22, 9, 30, 15));
    assert.equal(leaf.notAfterMs, request.notAfterMs);
  });

  it("may end after 2049, where certificates change their notation of time", async () => {
    const later = await create({ notBeforeMs: Date.UTC(2045, 0, 1), notAfterMs: Date.UTC(2055, 0, 1) });
    assert.equal(facts(later.certificateDer).notAfterMs, Date.UTC(2055, 0, 1));
  });

  it("turns the serial bytes into positive numbers of sixteen octets", async () => {
    const { certificateDer, rootDer } = await create();
    assert.equal(new X509Certificate(certificateDer).serialNumber, `40${"00".repeat(15)}`);
    assert.equal(new X509Certificate(rootDer).serialNumber, `7F${"FF".repeat(15)}`);
  });

  it("makes other keys every time", async () => {
    const [one, two] = [await create(), await create()];
    assert.notEqual(one.fingerprintSha256, two.fingerprintSha256);
    assert.notEqual(one.rootFingerprintSha256, two.rootFingerprintSha256);
  });

  it("does not give out the root's private key", async () => {
    const identity = await create();
    const rootKey = facts(identity.rootDer).publicKey;
    const leafKey = createPrivateKey({ key: Buffer.from(identity.privateKeyPkcs8), format: "der", type: "pkcs8" });
    assert.ok(!createPublicKey(leafKey).equals(rootKey));
    assert.deepEqual(Object.keys(identity).sort(), [
      "certificateDer",
      "chainDer",
      "fingerprintSha256",
      "privateKeyPkcs8",
      "rootDer",
      "rootFingerprintSha256",
    ]);
  });

  const names: Readonly<Record<string, string>> = {
    "an empty name": "",
    "a name of 65 characters": "齋".repeat(65),
    "a name with a line break": "髙橋\n﨑子",
    "a name that turns the direction of writing": "髙橋\u202e子﨑",
    "half a character": "\ud842",
    "a name with spaces around it": " 髙橋 ",
  };
  for (const [what, commonName] of Object.entries(names)) {
    it(`refuses ${what}`, async () => assert.equal(await refusal({ commonName }), "identity-name-invalid"));
  }

  it("takes a name of one character and one of 64", async () => {
    assert.equal(await refusal({ commonName: "吉" }), "created");
    assert.equal(await refusal({ commonName: "𠮷".repeat(64) }), "created");
  });

  it("refuses a validity that ends before it begins or lasts longer than eleven years", async () => {
    assert.equal(await refusal({ notAfterMs: request.notBeforeMs }), "identity-validity-invalid");
    assert.equal(await refusal({ notAfterMs: Date.UTC(2040, 0, 1) }), "identity-validity-invalid");
    assert.equal(await refusal({ notAfterMs: Number.NaN }), "identity-validity-invalid");
  });
});
