import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AuditEntry, auditKinds, genesisHash } from "../../../../shared/domain/audit.ts";
import { createText } from "../../../../shared/strings/text.ts";
import { type EventSpeaker, eventDetails, eventSentence } from "../../../../shared/strings/trail-sentences.ts";

const names: Readonly<Record<string, string>> = { "answer minor": "軽微", "disposition true_match": "同一" };

const speaker: EventSpeaker = {
  text: createText("ja"),
  nameOf: (word, id) => {
    const name = names[`${word} ${id}`];
    if (name === undefined) throw new Error(`No name for ${word} ${id}`);
    return name;
  },
};

function entry(kind: (typeof auditKinds)[number], details: AuditEntry["details"] = {}): AuditEntry {
  return AuditEntry.parse({
    sequence: 1,
    at: 1_795_305_600_000,
    actor: "髙﨑 𠮷",
    actorId: null,
    actorKey: null,
    kind,
    dossierId: null,
    details,
    previousHash: genesisHash,
    hash: genesisHash,
  });
}

describe("the sentence of an entry", () => {
  test("can be said for every kind even when its details are gone", () => {
    for (const kind of auditKinds) {
      assert.notEqual(eventSentence(speaker, entry(kind)), "");
      eventDetails(speaker, entry(kind));
    }
  });

  test("names the item, and the answer by its word", () => {
    const answered = entry("answer-recorded", { item: "P-12", revision: 3, answer: "minor" });
    assert.equal(eventSentence(speaker, answered), "確認項目P-12に回答した");
    assert.deepEqual(eventDetails(speaker, answered), ["回答は「軽微」"]);
  });

  test("shows an id that the content no longer names", () => {
    const answered = entry("answer-recorded", { item: "P-12", answer: "moonlit" });
    assert.deepEqual(eventDetails(speaker, answered), ["回答は「moonlit」"]);
  });

  test("says from where to where a case moved", () => {
    assert.deepEqual(eventDetails(speaker, entry("dossier-moved", { from: "decided", to: "in-enquiry" })), [
      "「決定済み」から「調査中」へ",
    ]);
  });

  test("says how a candidate was judged, and that a second person is awaited", () => {
    assert.deepEqual(eventDetails(speaker, entry("hit-judged", { verdict: "true_match", awaits: true })), [
      "判定は「同一」",
      "二人目の確認待ち",
    ]);
    assert.deepEqual(eventDetails(speaker, entry("hit-judged", { verdict: "taken-back" })), ["判定を取り消した"]);
  });

  test("says what a verification found, by the verifier's word", () => {
    const verified = entry("pdf-verified", { verdict: "invalid", file: "ab".repeat(32) });
    assert.deepEqual(eventDetails(speaker, verified), ["結果は「無効」", "SHA-256 abababababab…"]);
  });
});
