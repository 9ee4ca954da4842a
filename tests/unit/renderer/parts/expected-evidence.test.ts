import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detailsOf, draftFor, type EvidenceDraft } from "../../../../renderer/parts/evidence/evidence-draft.ts";
import { dayOf } from "../../../../shared/domain/time.ts";
import { shippedItem } from "../../shared/domain/checklist/sample-answers.ts";

const item = shippedItem("person", "P-B2");
const filled: EvidenceDraft = {
  ...draftFor({ types: item.evidence, sources: ["list_pack"], personName: "葛󠄀城 髙子" }),
  title: " 髙﨑の履歴書 ",
  reliability: "B",
};

describe("the form for a piece of evidence", () => {
  it("expects the kind and the source the item asks for, and the person at work", () => {
    assert.equal(filled.evidenceType, item.evidence[0]);
    assert.equal(filled.sourceType, "list_pack");
    assert.equal(filled.capturedBy, "葛󠄀城 髙子");
  });

  it("is complete with a title and a reliability", () => {
    assert.equal(detailsOf(filled)?.title, "髙﨑の履歴書");
    assert.equal(detailsOf({ ...filled, title: "  " }), undefined);
    assert.equal(detailsOf({ ...filled, reliability: undefined }), undefined);
  });

  it("keeps the day of capture as that day", () => {
    const capturedAt = detailsOf({ ...filled, capturedDay: "2026-11-22" })?.capturedAt;
    assert.equal(dayOf(capturedAt ?? 0), "2026-11-22");
  });

  it("refuses text the vault would refuse", () => {
    assert.equal(detailsOf({ ...filled, origin: "一行\n二行" }), undefined);
    assert.equal(detailsOf({ ...filled, note: "長".repeat(4_001) }), undefined);
  });
});
