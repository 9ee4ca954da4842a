import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AnswerBody, lookInto } from "../../../../../shared/domain/answer.ts";
import { backingOf, isSaturated, missingFor } from "../../../../../shared/domain/checklist.ts";
import { plainStanding } from "../../../../../shared/domain/evidence.ts";
import { content } from "../risk/sample-cases.ts";
import { caseFor, evidence, found, shippedItem } from "./sample-answers.ts";

const codes = (...args: Parameters<typeof caseFor>): string[] =>
  missingFor(caseFor(...args)).map((missing) => missing.code);

const written: Partial<AnswerBody> = {
  sources: found("list_pack"),
  fact: "葛󠄀城研究所の別部局と協定がある。",
  explanation: "ｺﾃｲ資産の共用に限ると説明した。",
  assessment: "本件との接点はない。",
};
const two = [evidence(), evidence({ origin: "髙﨑登記所", reliability: "A" })];

describe("what is missing before an item is enough", () => {
  it("is the answer, before anything else", () => {
    assert.deepEqual(codes({}), ["answer"]);
  });

  it("is nothing for a clean light answer with its sources ticked off", () => {
    assert.deepEqual(codes({ answer: "none", sources: found("list_pack") }), []);
  });

  it("is each source of this depth and the lighter ones that nobody looked at", () => {
    const [missing] = missingFor(
      caseFor({ answer: "none", sources: found("org_site") }, { depth: "enhanced", evidence: two }),
    );
    assert.deepEqual(missing, { code: "sources", sources: ["list_pack", "lit_db", "expert"] });
  });

  it("is no further source once three in a row brought nothing new", () => {
    const sources = (["list_pack", "org_site", "lit_db"] as const).map((source) => lookInto(source, "nothing"));
    assert.deepEqual(codes({ answer: "none", sources }, { depth: "enhanced", evidence: two }), []);
    assert.equal(isSaturated(sources.slice(1), content.scoring), false);
    assert.equal(isSaturated([...sources, ...found("expert")], content.scoring), false);
  });

  it("is a document from standard depth on, even for a clean answer", () => {
    const answer = { answer: "none", sources: found("list_pack", "org_site") };
    const [missing] = missingFor(caseFor(answer, { depth: "standard" }));
    assert.deepEqual(missing, { code: "evidence", evidenceTypes: ["list_result", "capture"] });
    assert.deepEqual(codes(answer, { depth: "standard", evidence: [evidence()] }), []);
  });

  it("is a document of a kind that the item asks for, with its bytes intact", () => {
    const answer = { answer: "none", sources: found("list_pack", "org_site") };
    const others = [evidence({ evidenceType: "minutes" }), evidence({ integrity: "mismatch" })];
    assert.deepEqual(codes(answer, { depth: "standard", evidence: others }), ["evidence"]);
  });

  it("is fact, assessment and a document for a minor finding", () => {
    const answer = { answer: "minor", sources: found("list_pack") };
    assert.deepEqual(codes(answer), ["fact", "assessment", "evidence"]);
    assert.deepEqual(codes({ ...answer, ...written }, { evidence: [evidence()] }), []);
  });

  it("is the other side's explanation and a second source for a material finding", () => {
    const answer = { ...written, answer: "material", explanation: " " };
    assert.deepEqual(missingFor(caseFor(answer, { evidence: [evidence()] })), [
      { code: "explanation" },
      { code: "corroboration", have: 1, need: 2 },
    ]);
    assert.deepEqual(codes({ ...written, answer: "material" }, { evidence: two }), []);
  });

  it("is no second source once the person confirmed the fact", () => {
    const answer = { ...written, answer: "serious", confirmedBySubject: true };
    assert.deepEqual(codes(answer, { evidence: [evidence()] }), []);
  });

  it("is fresh evidence, where what is there has run out or was replaced", () => {
    const answer = { ...written, answer: "minor" } as const;
    const old = { ...plainStanding, validity: { until: "2026-11-22", by: "office" } } as const;
    const replaced = { ...plainStanding, status: "superseded" } as const;
    const on = (today: string, ...pieces: ReturnType<typeof evidence>[]) =>
      missingFor(caseFor(answer, { evidence: pieces, today }));
    for (const standing of [old, replaced])
      assert.deepEqual(on("2026-11-23", evidence({ standing })), [{ code: "stale-evidence", count: 1 }]);
    assert.deepEqual(on("2026-11-22", evidence({ standing: old })), [], "the last day still counts");
    assert.deepEqual(on("2026-11-23", evidence({ standing: old }), evidence()), [], "a fresh piece stands beside it");
    assert.deepEqual(missingFor(caseFor(answer, { evidence: [evidence({ standing: old })] })), [], "no day was named");
  });

  it("is fresh backing, where a second source has run out", () => {
    const standing = { ...plainStanding, validity: { until: "2026-11-22", by: "office" } } as const;
    const pieces = [evidence(), evidence({ origin: "髙﨑登記所", reliability: "A", standing })];
    const answer = { ...written, answer: "material" } as const;
    const missing = missingFor(caseFor(answer, { evidence: pieces, today: "2026-11-23" }));
    assert.deepEqual(missing, [{ code: "stale-evidence", count: 1 }]);
  });

  it("is certainty about who the finding concerns", () => {
    const answer = { ...written, answer: "minor" };
    assert.deepEqual(codes({ ...answer, identity: "possible" }, { evidence: two }), ["identity"]);
    assert.deepEqual(codes(answer, { evidence: two, subjectIdentity: "possible" }), ["identity"]);
    assert.deepEqual(codes({ ...answer, identity: "likely" }, { evidence: two, subjectIdentity: "possible" }), []);
  });

  it("is the reason for could-not-confirm, but no document", () => {
    const answer = { answer: "unknown", sources: found("list_pack") };
    assert.deepEqual(codes(answer), ["unknown-reason"]);
    assert.deepEqual(codes({ ...answer, unknownReason: "sparse" }), []);
  });

  it("is no further source when the time limit ended the enquiry", () => {
    assert.deepEqual(codes({ answer: "unknown", unknownReason: "timebox" }, { depth: "enhanced" }), []);
    assert.deepEqual(codes({ answer: "unknown", unknownReason: "access" }), ["sources"]);
  });

  it("is one line of reason for an item that does not apply, and nothing else", () => {
    assert.deepEqual(codes({ answer: "na" }), ["reason"]);
    assert.deepEqual(codes({ answer: "na", reason: "髙" }), []);
  });
});

describe("what is missing in the self-check", () => {
  const item = shippedItem("self-check", "S-A1");
  const parts = { item, scale: "self-check" } as const;

  it("is no document at light depth", () => {
    assert.deepEqual(codes({ answer: "done", sources: found("self_decl") }, parts), []);
  });

  it("is a document from standard depth on, unless nothing is in place", () => {
    const sources = found("self_decl", "doc_review");
    assert.deepEqual(codes({ answer: "done", sources }, { ...parts, depth: "standard" }), ["evidence"]);
    assert.deepEqual(codes({ answer: "none", sources }, { ...parts, depth: "standard" }), []);
  });
});

describe("awaiting corroboration", () => {
  const awaits = (answer: string, confirmedBySubject: boolean, count: number): boolean =>
    backingOf({ answer, confirmedBySubject }, two.slice(0, count), content.scoring).awaiting;

  it("holds for a material finding with one source", () => {
    assert.equal(awaits("material", false, 1), true);
    assert.equal(awaits("material", false, 2), false);
    assert.equal(awaits("material", true, 0), false);
  });

  it("never holds for a minor one", () => {
    assert.equal(awaits("minor", false, 0), false);
  });

  it("holds again when the bytes of a source no longer match", () => {
    const damaged = [evidence(), evidence({ origin: "髙﨑登記所", integrity: "mismatch" })];
    const answer = { answer: "serious", confirmedBySubject: false };
    assert.equal(backingOf(answer, damaged, content.scoring).awaiting, true);
  });
});
