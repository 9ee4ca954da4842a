import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkTones, verdictTones } from "../../../../../renderer/features/verification/outcome-mark.ts";
import { checkName, fieldName, reasonText } from "../../../../../renderer/features/verification/reason-text.ts";
import { ja } from "../../../../../shared/strings/ja.ts";
import { createText } from "../../../../../shared/strings/text.ts";

const text = createText("ja");

describe("the verifier's words", () => {
  test("are the verifier's own sentence for every reason it knows", () => {
    const codes = Object.keys(ja.verification).flatMap((key) => (key.startsWith("reason.") ? [key.slice(7)] : []));
    assert.ok(codes.length > 40);
    for (const code of codes) assert.doesNotMatch(reasonText(text, code), /知られていない/u);
  });

  test("show a reason without a sentence by its code", () => {
    assert.match(reasonText(text, "moon-phase"), /moon-phase/u);
    assert.equal(checkName(text, "moon-phase"), "moon-phase");
  });

  test("name the fields of our papers, and others as the file does", () => {
    assert.equal(fieldName(text, "sig.reviewer"), "作成者の署名");
    assert.match(fieldName(text, "Signature1"), /Signature1/u);
  });
});

describe("green", () => {
  test("is for valid and for passed alone", () => {
    const green = [...Object.entries(verdictTones), ...Object.entries(checkTones)].filter(
      ([, tone]) => tone === "success",
    );
    assert.deepEqual(
      green.map(([outcome]) => outcome),
      ["valid", "passed"],
    );
  });
});
