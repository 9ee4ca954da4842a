import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerKeys, reasonKeys } from "../../../../../renderer/features/checklist/answer-keys.ts";
import { minutesOfText } from "../../../../../renderer/features/checklist/minutes-text.ts";
import { missingLine, missingPhrase, placeOf } from "../../../../../renderer/parts/enough/missing-words.ts";
import { answersByScale } from "../../../../../shared/domain/answer-scale.ts";
import type { Missing } from "../../../../../shared/domain/checklist.ts";
import { createText, locales } from "../../../../../shared/strings/text.ts";
import { content } from "../../../shared/domain/risk/sample-cases.ts";

describe("the keys of the answers", () => {
  it("cover each scale of the vocabulary but for the answer nobody gives", () => {
    const risk = content.vocabulary.answersRisk.map((entry) => entry.id).filter((id) => id !== "not_checked");
    const own = content.vocabulary.answersSelfCheck.map((entry) => entry.id).filter((id) => id !== "not_checked");
    assert.deepEqual([...answersByScale.risk].sort(), [...risk].sort());
    assert.deepEqual([...answersByScale["self-check"]].sort(), [...own].sort());
  });

  it("count from 1 in the order shown, and reasons take Alt besides", () => {
    assert.equal(answerKeys("risk").find((entry) => entry.answer === "unknown")?.key, "5");
    assert.equal(answerKeys("self-check").at(-1)?.key, "5");
    assert.deepEqual(reasonKeys()[3], { reason: "pending_reply", key: "Alt+4" });
  });
});

describe("minutes", () => {
  it("are read from full-width and half-width digits, and nothing typed is none", () => {
    assert.equal(minutesOfText("１２"), 12);
    assert.equal(minutesOfText(" 90 "), 90);
    assert.equal(minutesOfText(""), 0);
  });

  it("are refused when they are no whole number in range", () => {
    for (const typed of ["1.5", "-3", "十", "1e3", "100001", "9999999"]) assert.equal(minutesOfText(typed), undefined);
  });
});

const everything: Missing[] = [
  { code: "answer" },
  { code: "unknown-reason" },
  { code: "reason" },
  { code: "sources", sources: ["news", "court"] },
  { code: "fact" },
  { code: "explanation" },
  { code: "assessment" },
  { code: "identity" },
  { code: "evidence", evidenceTypes: ["cv", "capture"] },
  { code: "corroboration", have: 1, need: 2 },
];

describe("what is missing", () => {
  it("has words and a place to go for every code, in both languages", () => {
    for (const locale of locales) {
      const text = createText(locale);
      const words = { text, pick: (pair: { ja: string; en: string }) => pair[locale], vocabulary: content.vocabulary };
      for (const missing of everything) {
        assert.ok(missingPhrase(missing, words).length > 2);
        assert.ok(placeOf(missing).length > 0);
      }
      assert.ok(!/[{}]/.test(missingLine(everything, { text })));
    }
  });

  it("names each source left by number and each kind of evidence by name", () => {
    const text = createText("ja");
    const words = { text, pick: (pair: { ja: string }) => pair.ja, vocabulary: content.vocabulary };
    assert.match(missingPhrase({ code: "sources", sources: ["news", "court"] }, words), /2件/);
    assert.match(missingPhrase({ code: "evidence", evidenceTypes: ["cv"] }, words), /履歴書/);
    assert.equal(missingLine([{ code: "fact" }, { code: "assessment" }], { text }), "足りないもの: 事実、評価");
    assert.equal(missingLine([], { text }), "必要なものはそろっています。");
  });
});
