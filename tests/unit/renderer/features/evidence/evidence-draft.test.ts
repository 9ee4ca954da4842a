import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detailsOf, draftFor, draftOf } from "../../../../../renderer/parts/evidence/evidence-draft.ts";
import { Evidence, plainStanding } from "../../../../../shared/domain/evidence.ts";

const stored = Evidence.parse({
  id: "0".repeat(32),
  number: 1,
  fileName: "説明 髙﨑.txt",
  mediaType: "text/plain",
  sizeBytes: 30,
  sha256: "a".repeat(64),
  importedAt: 1_790_000_000_000,
  importedBy: "髙﨑 𠮷之助",
  checkedAt: 1_790_000_000_000,
  integrity: "intact",
  items: [],
  standing: plainStanding,
  revision: 3,
  title: "葛󠄀城の説明 ﾊﾝｶｸ",
  evidenceType: "interview_memo",
  sourceType: "interview",
  reliability: "B",
  origin: "𠮷野研究室",
  location: "",
  capturedAt: Date.parse("2026-11-20T03:00:00Z"),
  capturedBy: "髙﨑",
  note: "",
});

describe("the form for evidence", () => {
  it("gives a stored piece back as the call takes it, without the facts of its file", () => {
    assert.deepEqual(detailsOf(draftOf(stored)), {
      title: "葛󠄀城の説明 ﾊﾝｶｸ",
      evidenceType: "interview_memo",
      sourceType: "interview",
      reliability: "B",
      origin: "𠮷野研究室",
      location: "",
      capturedAt: Date.parse("2026-11-20T03:00:00Z"),
      capturedBy: "髙﨑",
      note: "",
    });
  });

  it("is not complete until title, kind, source and grade are given", () => {
    const expected = { types: ["capture" as const], sources: ["news" as const], personName: "﨑" };
    const empty = draftFor(expected);
    assert.equal(detailsOf(empty), undefined);
    assert.equal(detailsOf({ ...empty, title: "題" }), undefined);
    assert.equal(detailsOf({ ...empty, title: "　 ", reliability: "A" }), undefined);
    assert.equal(detailsOf({ ...empty, title: " 題 ", reliability: "A" })?.title, "題");
  });
});
