import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type SignFacts, signNeeds } from "../../../../../renderer/features/paper/sign-needs.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

const nowMs = Date.UTC(2026, 10, 22);
const day = 24 * 60 * 60 * 1000;

function facts(change: Partial<SignFacts>): SignFacts {
  return {
    isDeclared: true,
    isDecided: true,
    identity: { validFrom: Instant.parse(nowMs - day), validUntil: Instant.parse(nowMs + day) },
    sections: [{ id: "value", missing: false }],
    hasPages: true,
    nowMs,
    ...change,
  };
}

describe("what a signature still needs", () => {
  test("is nothing when all is there", () => {
    assert.deepEqual(signNeeds(facts({})), []);
  });

  test("is a declaration of ties, before all else", () => {
    assert.deepEqual(signNeeds(facts({ isDeclared: false, isDecided: false })), [
      { kind: "declaration" },
      { kind: "decision" },
    ]);
  });

  test("is a decision, while none is in force", () => {
    assert.deepEqual(signNeeds(facts({ isDecided: false })), [{ kind: "decision" }]);
  });

  test("is each text that only a person can write", () => {
    const sections = [
      { id: "value", missing: true },
      { id: "outline", missing: false },
      { id: "law", missing: true },
    ];
    assert.deepEqual(signNeeds(facts({ sections })), [
      { kind: "missing", sectionId: "value" },
      { kind: "missing", sectionId: "law" },
    ]);
  });

  test("is a certificate, or another one before and after its time", () => {
    assert.deepEqual(signNeeds(facts({ identity: undefined })), [{ kind: "identity" }]);
    assert.deepEqual(signNeeds(facts({ nowMs: nowMs + 2 * day })), [{ kind: "expired" }]);
    assert.deepEqual(signNeeds(facts({ nowMs: nowMs - 2 * day })), [{ kind: "expired" }]);
  });

  test("is pages that can be made", () => {
    assert.deepEqual(signNeeds(facts({ hasPages: false })), [{ kind: "pages" }]);
  });
});
