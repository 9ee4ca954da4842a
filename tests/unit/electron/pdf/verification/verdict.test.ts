import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { CheckCode } from "../../../../../electron/pdf/verification/reasons.ts";
import type { OutcomeWord, Verdict } from "../../../../../electron/pdf/verification/verdict.ts";
import { verifyPdf } from "../../../../../electron/pdf/verification/verify-pdf.ts";
import { rawUpdate } from "../../../../support/pdf-attacks/raw-update.ts";
import { createScene, type Scene } from "../../../../support/pdf-attacks/scene.ts";
import { signingDayMs } from "../../../../support/signing-people.ts";

let scene: Scene;
before(async () => {
  scene = await createScene();
});

function outcome({ checks }: Verdict, check: CheckCode): OutcomeWord | undefined {
  return checks.find((result) => result.check === check)?.outcome;
}

const nowMs = signingDayMs + 86_400_000;
const roots = (): Uint8Array[] => [scene.reviewer.rootDer, scene.approver.rootDer, scene.chair.rootDer];

describe("the verdict on a good paper", () => {
  it("passes every check that was made and leaves revocation unknown", async () => {
    const options = { trustedRoots: roots(), nowMs, requiredFields: ["sig.chair"] };
    const verdict = await verifyPdf(scene.signed[2], options);
    assert.deepEqual(
      verdict.checks.filter(({ outcome }) => outcome !== "passed").map(({ check }) => check),
      ["revocation", "regeneration"],
    );
    assert.deepEqual([verdict.verdict, verdict.revisions], ["valid", 4]);
  });

  it("says that only the last signature covers the whole file", async () => {
    const verdict = await verifyPdf(scene.signed[2], { trustedRoots: roots(), nowMs });
    assert.deepEqual(
      verdict.signatures.map(({ coversWholeFile }) => coversWholeFile),
      [false, false, true],
    );
    assert.deepEqual(
      verdict.signatures.map(({ revision }) => revision),
      [2, 3, 4],
    );
  });

  it("gives the hash of the embedded data", async () => {
    const { embeddedData } = await verifyPdf(scene.signed[0], { trustedRoots: [], nowMs });
    assert.match(embeddedData?.sha256 ?? "", /^[0-9a-f]{64}$/);
  });

  it("does not call required signatures checked when nobody said which", async () => {
    const verdict = await verifyPdf(scene.signed[0], { trustedRoots: roots(), nowMs });
    assert.equal(outcome(verdict, "required-signatures"), "unknown");
  });
});

describe("the verdict on other papers", () => {
  it("is indeterminate, with trust unknown and everything else passed, when no root is trusted", async () => {
    const verdict = await verifyPdf(scene.signed[0], { trustedRoots: [], nowMs });
    assert.deepEqual([verdict.verdict, verdict.reasons], ["indeterminate", ["root-unknown"]]);
    assert.equal(outcome(verdict, "trust"), "unknown");
    assert.equal(outcome(verdict, "integrity"), "passed");
    assert.equal(verdict.signatures[0]?.rootFingerprint, undefined);
  });

  it("is unsigned, with nothing said about signatures, when there are none", async () => {
    const verdict = await verifyPdf(scene.base, { trustedRoots: roots(), nowMs });
    assert.deepEqual([verdict.verdict, verdict.reasons, verdict.signatures], ["unsigned", [], []]);
    assert.equal(outcome(verdict, "signatures-present"), "failed");
    assert.equal(outcome(verdict, "integrity"), "unknown");
    assert.equal(outcome(verdict, "structure"), "passed");
  });

  it("fails the structure and leaves the rest unknown for bytes that are no paper", async () => {
    const verdict = await verifyPdf(Buffer.from("hello"), { trustedRoots: roots(), nowMs });
    assert.deepEqual([verdict.verdict, verdict.reasons, verdict.revisions], ["invalid", ["pdf-header"], 0]);
    assert.ok(
      verdict.checks.every((result) => result.outcome === (result.check === "structure" ? "failed" : "unknown")),
    );
  });

  it("blames a forbidden update on the signatures before it, whose own bytes are intact", async () => {
    const changed = rawUpdate(scene.signed[1], { 900: "<</Kura 1>>" });
    const { signatures } = await verifyPdf(changed, { trustedRoots: roots(), nowMs });
    for (const { verdict, checks, coversWholeFile } of signatures) {
      assert.equal(verdict, "invalid");
      assert.equal(checks.find(({ check }) => check === "integrity")?.outcome, "passed");
      assert.equal(checks.find(({ check }) => check === "later-changes")?.outcome, "failed");
      assert.equal(coversWholeFile, false);
    }
  });

  it("takes a trusted root that is no certificate for a mistake of the caller", async () => {
    await assert.rejects(verifyPdf(scene.base, { trustedRoots: [Buffer.from("x")], nowMs }));
  });
});
