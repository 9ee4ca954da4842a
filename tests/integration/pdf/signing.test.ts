import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, it, type TestContext } from "node:test";
import { loadGlyphOutliner } from "../../../electron/pdf/signing/glyph-outlines.ts";
import type { SigningIdentity } from "../../../electron/pdf/signing/identity.ts";
import { type SignRequest, signPdf } from "../../../electron/pdf/signing/sign-pdf.ts";
import { verifyPdf } from "../../../electron/pdf/verification/verify-pdf.ts";
import { mustExist } from "../../../shared/assert.ts";
import { rawUpdate } from "../../support/pdf-attacks/raw-update.ts";
import { bodyOf, createScene, openFile, type Scene } from "../../support/pdf-attacks/scene.ts";
import { identityOf, issueCertificate } from "../../support/pdf-attacks/test-authority.ts";
import { fontFolder, renderSamplePdf } from "../../support/sample-pdf.ts";
import { people, signField, signingDayMs, testOutliner } from "../../support/signing-people.ts";
import { tempFolder } from "../../support/temp-folder.ts";

let scene: Scene;
before(async () => {
  scene = await createScene();
});

/** An NSS database that trusts these roots, for pdfsig. */
function trustDatabase(folder: string, roots: readonly Uint8Array[]): string {
  const database = `sql:${folder}`;
  execFileSync("certutil", ["-N", "-d", database, "--empty-password"]);
  for (const [index, root] of roots.entries()) {
    const file = path.join(folder, `root${index}.der`);
    writeFileSync(file, root);
    execFileSync("certutil", ["-A", "-d", database, "-n", `root${index}`, "-t", "CT,C,C", "-i", file]);
  }
  return database;
}

function pdfsig(t: TestContext, bytes: Uint8Array, roots: readonly Uint8Array[]): string {
  const folder = tempFolder(t);
  const file = path.join(folder, "paper.pdf");
  writeFileSync(file, bytes);
  return spawnSync("pdfsig", ["-nssdir", trustDatabase(folder, roots), file], { encoding: "utf8" }).stdout;
}

function count(text: string, words: string): number {
  return text.split(words).length - 1;
}

/** The signature container and the bytes it covers, taken out by the byte range as any reader would. */
function detach(bytes: Uint8Array, fieldName: string): { cms: Buffer; content: Buffer } {
  const view = openFile(bytes).view();
  const field = mustExist(
    view.signatureFields().find(({ name }) => name === fieldName),
    "the field exists",
  );
  const { entries } = view.dictionary(field.dictionary.entries.get("V"));
  const range = entries.get("ByteRange");
  const contents = entries.get("Contents");
  assert.ok(range?.kind === "array" && contents?.kind === "string");
  const [, gapStart = 0, gapEnd = 0, tail = 0] = range.items.map((item) => (item.kind === "number" ? item.value : 0));
  const whole = Buffer.from(bytes);
  return {
    cms: contents.bytes.subarray(0, contents.bytes.readUInt16BE(2) + 4),
    content: Buffer.concat([whole.subarray(0, gapStart), whole.subarray(gapEnd, gapEnd + tail)]),
  };
}

const fields = ["sig.reviewer", "sig.approver", "sig.chair"] as const;
const rootsOf = ({ reviewer, approver, chair }: Scene): Uint8Array[] =>
  [reviewer, approver, chair].map(({ rootDer }) => rootDer);

describe("a signed paper before other programs", () => {
  it("is valid and trusted for every signature in pdfsig", (t) => {
    const report = pdfsig(t, scene.signed[2], rootsOf(scene));
    assert.equal(count(report, "Signature is Valid."), 3, report);
    assert.equal(count(report, "Certificate is Trusted."), 3, report);
    assert.equal(count(report, "ETSI.CAdES.detached"), 3, report);
    assert.equal(count(report, "Total document signed"), 1, report);
    for (const name of Object.values(people)) assert.ok(report.includes(`Common Name: ${name}`), report);
  });

  it("is not trusted in pdfsig without the signers' roots", (t) => {
    const report = pdfsig(t, scene.signed[0], []);
    assert.equal(count(report, "Signature is Valid."), 1, report);
    assert.equal(count(report, "Certificate is Trusted."), 0, report);
  });

  it("shows a digest mismatch for every signature after one byte of the page has changed", async (t) => {
    const changed = Buffer.from(scene.signed[2]);
    const { numbers } = scene;
    const content = mustExist(openFile(changed).revisions[0]?.objects.get(numbers.content), "page content");
    changed.writeUInt8(changed.readUInt8(content.endByte - 40) ^ 1, content.endByte - 40);
    assert.equal(count(pdfsig(t, changed, rootsOf(scene)), "Digest Mismatch"), 3);
    const verdict = await verifyPdf(changed, { trustedRoots: rootsOf(scene), nowMs: signingDayMs });
    assert.equal(verdict.verdict, "invalid");
    assert.ok(verdict.signatures.every(({ reasons }) => reasons.includes("digest-mismatch")));
  });

  for (const field of fields) {
    it(`passes OpenSSL's CAdES check for ${field}`, (t) => {
      const folder = tempFolder(t);
      const { cms, content } = detach(scene.signed[2], field);
      const at = (name: string): string => path.join(folder, name);
      writeFileSync(at("cms.der"), cms);
      writeFileSync(at("content.bin"), content);
      const root = mustExist(rootsOf(scene)[fields.indexOf(field)], "the root");
      execFileSync("openssl", ["x509", "-inform", "DER", "-out", at("root.pem")], { input: root });
      const profile = ["-cades", "-purpose", "any", "-binary", "-inform", "DER"];
      const files = [
        "-in",
        at("cms.der"),
        "-content",
        at("content.bin"),
        "-CAfile",
        at("root.pem"),
        "-out",
        "/dev/null",
      ];
      const checked = spawnSync("openssl", ["cms", "-verify", ...profile, ...files], { encoding: "utf8" });
      assert.equal(checked.status, 0, checked.stderr);
      assert.match(checked.stderr, /CAdES Verification successful/);
    });
  }

  for (const signatures of [0, 1, 2] as const) {
    it(`has no fault in qpdf after signature ${signatures + 1}`, (t) => {
      const file = path.join(tempFolder(t), "paper.pdf");
      writeFileSync(file, scene.signed[signatures]);
      const checked = spawnSync("qpdf", ["--check", file], { encoding: "utf8" });
      assert.equal(checked.status, 0, checked.stdout + checked.stderr);
    });
  }
});

describe("signing a paper", () => {
  const request = async (changes: Partial<SignRequest> = {}): Promise<SignRequest> => ({
    bytes: scene.base,
    fieldName: "sig.reviewer",
    identity: scene.reviewer,
    claimedTimeMs: signingDayMs,
    appearanceText: people.reviewer,
    outliner: await testOutliner(),
    ...changes,
  });
  const refusal = async (changes: Partial<SignRequest>): Promise<string> => {
    const signed = await signPdf(await request(changes));
    return signed.ok ? "signed" : signed.error.code;
  };

  it("leaves every byte before the update as it was", () => {
    const [first, second, third] = scene.signed;
    assert.ok(Buffer.from(third).subarray(0, second.length).equals(second));
    assert.ok(Buffer.from(second).subarray(0, first.length).equals(first));
    assert.ok(Buffer.from(first).subarray(0, scene.base.length).equals(scene.base));
  });

  it("writes nothing but field, signature, drawing and, the first time, the catalogue", () => {
    const written = openFile(scene.signed[2])
      .revisions.slice(1)
      .map(({ objects }) => objects.size);
    assert.deepEqual(written, [4, 3, 3]);
  });

  it("certifies with the first signature only", async () => {
    const verdict = await verifyPdf(scene.signed[2], { trustedRoots: [], nowMs: signingDayMs });
    assert.deepEqual(
      verdict.signatures.map(({ certifies }) => certifies),
      [true, false, false],
    );
  });

  it("keeps name, reason and stated time exactly as given", async () => {
    const signed = await signPdf(await request({ reason: "審査員 髙橋 葛\u{E0100}ﾊﾟ として確認" }));
    assert.ok(signed.ok);
    const verdict = await verifyPdf(signed.value, { trustedRoots: [scene.reviewer.rootDer], nowMs: signingDayMs });
    const [signature] = verdict.signatures;
    assert.equal(signature?.statedReason, "審査員 髙橋 葛\u{E0100}ﾊﾟ として確認");
    assert.equal(signature?.signerName, people.reviewer);
    assert.equal(signature?.claimedTimeMs, signingDayMs);
    assert.equal(signature?.fingerprint, scene.reviewer.fingerprintSha256);
    assert.equal(signature?.rootFingerprint, scene.reviewer.rootFingerprintSha256);
  });

  it("gives the words in the field to a reader that copies text", async (t) => {
    const file = path.join(tempFolder(t), "paper.pdf");
    const outliner = await loadGlyphOutliner(fontFolder, [people.approver]);
    assert.ok(outliner.ok);
    const signed = await signPdf(await request({ appearanceText: people.approver, outliner: outliner.value }));
    assert.ok(signed.ok);
    const drawing = Number(/\/AP <<\/N (\d+) 0 R>>/.exec(bodyOf(signed.value, scene.numbers.reviewerField))?.[1]);
    writeFileSync(file, signed.value);
    const content = execFileSync("qpdf", [`--show-object=${drawing}`, "--filtered-stream-data", file]).toString(
      "latin1",
    );
    const words = Buffer.from(/ActualText <FEFF([0-9A-F]+)>/.exec(content)?.[1] ?? "", "hex");
    assert.equal(words.swap16().toString("utf16le"), people.approver);
  });

  it("signs with an imported RSA key under an authority's chain", async () => {
    const root = await issueCertificate({ subject: "CN=架空ルート", isAuthority: true, algorithm: "RSA-3072" });
    const middle = await issueCertificate({ subject: "CN=架空発行局", issuer: root, isAuthority: true });
    const leaf = await issueCertificate({ subject: "CN=葛城 齋", issuer: middle, algorithm: "RSA-2048" });
    const signed = await signPdf(await request({ identity: await identityOf(leaf, [middle, root]) }));
    assert.ok(signed.ok);
    const trusted = await verifyPdf(signed.value, { trustedRoots: [root.der], nowMs: signingDayMs });
    assert.deepEqual([trusted.verdict, trusted.reasons], ["valid", []]);
  });

  it("signs with a key whose root is not at hand", async () => {
    const root = await issueCertificate({ subject: "CN=架空ルート", isAuthority: true });
    const leaf = await issueCertificate({ subject: "CN=葛城 齋", issuer: root });
    assert.equal(await refusal({ identity: await identityOf(leaf, []) }), "signed");
  });

  it("refuses a field that is not there, one that is signed and one that has been locked", async () => {
    assert.equal(await refusal({ fieldName: "sig.none" }), "field-unknown");
    assert.equal(await refusal({ bytes: scene.signed[0] }), "field-signed");
    const locked = await signField(scene.signed[0], "sig.chair", scene.chair);
    const after = { bytes: locked, fieldName: "sig.approver", identity: scene.approver };
    assert.equal(await refusal(after), "field-locked");
  });

  it("refuses to certify a paper that is already signed", async () => {
    const second = { bytes: scene.signed[0], fieldName: "sig.approver", certify: true };
    assert.equal(await refusal(second), "certify-not-first");
  });

  it("refuses a certificate that is not valid at the stated time", async () => {
    assert.equal(await refusal({ claimedTimeMs: Date.UTC(2040, 0, 1) }), "identity-expired");
  });

  it("refuses a paper that fails verification", async () => {
    const changed = rawUpdate(scene.signed[0], { 900: "<</Kura 1>>" });
    const refused = await signPdf(await request({ bytes: changed, fieldName: "sig.approver" }));
    assert.ok(!refused.ok && refused.error.code === "pdf-refused");
    assert.ok(refused.error.reasons.includes("revision-object-added"), refused.error.reasons.join(", "));
  });

  it("refuses a paper prepared with a script before anybody signs it", async () => {
    const prepared = await renderSamplePdf(undefined, { catalogEntries: { OpenAction: { S: "JavaScript", JS: "x" } } });
    assert.equal(await refusal({ bytes: prepared }), "pdf-refused");
  });

  it("refuses words no font can draw and words that do not fit", async () => {
    assert.equal(await refusal({ appearanceText: "\u{10FFFD}" }), "glyph-missing");
    assert.equal(await refusal({ appearanceText: "齋".repeat(3000) }), "appearance-too-long");
  });

  it("refuses a key that does not belong to the certificate", async () => {
    const identity: SigningIdentity = { ...scene.reviewer, privateKeyPkcs8: scene.approver.privateKeyPkcs8 };
    assert.equal(await refusal({ identity }), "identity-key-mismatch");
  });
});
