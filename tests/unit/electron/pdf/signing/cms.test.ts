import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, it } from "node:test";
import { assembleCms, signCms, signedAttributesDer } from "../../../../../electron/pdf/signing/cms.ts";
import { derSequenceLengthBytes, parseDer } from "../../../../../electron/pdf/signing/der.ts";
import { openSigner, type Signer } from "../../../../../electron/pdf/signing/signer.ts";
import { createPerson } from "../../../../support/signing-people.ts";

const digest = createHash("sha256").update("受入審査票").digest();
let signer: Signer;
before(async () => {
  const opened = openSigner(await createPerson("髙橋 﨑子"));
  if (!opened.ok) throw new Error(opened.error);
  signer = opened.value;
});

describe("the signature container", () => {
  it("is canonical DER", () => {
    const cms = signCms(digest, signer);
    assert.ok(parseDer(cms) !== undefined);
    assert.equal(derSequenceLengthBytes(cms), cms.length);
  });

  it("comes out the same for the same parts", () => {
    const { certificate, issuers, keyKind } = signer;
    const parts = { digest, certificate, issuers, keyKind, signature: Buffer.alloc(70, 3) };
    assert.ok(assembleCms(parts).equals(assembleCms(parts)));
  });

  it("holds the digest and the hash of the signing certificate, and no time", () => {
    const cms = signCms(digest, signer);
    assert.ok(cms.includes(digest));
    assert.ok(cms.includes(createHash("sha256").update(signer.certificate.der).digest()));
    // 1.2.840.113549.1.9.5, the signing time.
    assert.ok(!cms.includes(Buffer.from("06092a864886f70d010905", "hex")));
  });

  it("leaves the root out", () => {
    assert.ok(signer.root !== undefined);
    assert.ok(!signCms(digest, signer).includes(signer.root.der));
  });

  it("signs the attributes as one sorted set", () => {
    const attributes = signedAttributesDer(digest, signer.certificate);
    assert.equal(attributes[0], 0x31);
    assert.ok(parseDer(attributes) !== undefined);
  });
});

describe("the length of a DER sequence", () => {
  const cases: readonly (readonly [string, number | undefined])[] = [
    ["3003020101", 5],
    ["308180", 0x83],
    ["30820400", 0x404],
    ["3080", undefined],
    ["3084000000ff", undefined],
    ["0203", undefined],
    ["30", undefined],
    ["", undefined],
    ["3082ff", undefined],
  ];
  for (const [hex, expected] of cases) {
    it(`of ${hex === "" ? "nothing" : hex} is ${expected ?? "unknown"}`, () => {
      assert.equal(derSequenceLengthBytes(Buffer.from(hex, "hex")), expected);
    });
  }
});
