import assert from "node:assert/strict";
import { test } from "node:test";
import { changeText, percentText, rateText } from "../../../renderer/features/scorecard/score-words.ts";
import { groupName } from "../../../shared/strings/scorecard-words.ts";
import { createText } from "../../../shared/strings/text.ts";

const ja = createText("ja");
const en = createText("en");

test("a share is never rounded up to a whole that was not reached", () => {
  assert.equal(percentText(0.9999), "99.9 %");
  assert.equal(percentText(1), "100.0 %");
  assert.equal(percentText(0.29), "29.0 %");
  assert.equal(percentText(null), "–");
});

test("a change says its direction, and none says that there is none", () => {
  assert.equal(changeText(0.9, 0.85), "+5.0");
  assert.equal(changeText(0.85, 0.9), "−5.0");
  assert.equal(changeText(0.9, 0.9), "±0.0");
  assert.equal(changeText(0.9, null), "–");
});

test("few verdicts are said to be few, in both languages", () => {
  assert.match(rateText(ja, { judged: 10, different: 7 }), /10件中7件（70%）。件数が少ないため.*39%から90%/);
  assert.match(rateText(en, { judged: 10, different: 7 }), /7 of 10 \(70 %\)\. These are few.*39 % to 90 %/);
  assert.doesNotMatch(rateText(ja, { judged: 300, different: 290 }), /少ない/);
  assert.match(rateText(ja, { judged: 0, different: 0 }), /分かりません/);
});

test("a group of a newer bench shows its code", () => {
  assert.equal(groupName(ja, { group: "set", key: "kana" }), "仮名");
  assert.equal(groupName(ja, { group: "set", key: "hebrew" }), "hebrew");
  assert.equal(groupName(ja, { group: "script", key: "kana" }), "文字：仮名");
  assert.equal(groupName(ja, { group: "script", key: "han-latin" }), "文字：漢字 → ラテン文字");
  assert.equal(groupName(ja, { group: "script", key: "runic" }), "文字：runic");
});
