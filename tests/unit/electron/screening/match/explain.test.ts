import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refusalCodes, stopCodes, warningCodes } from "../../../../../electron/screening/lists/list-codes.ts";
import {
  againstCodes,
  type Candidate,
  inFavourCodes,
  matchKinds,
  pieceKinds,
} from "../../../../../electron/screening/match/candidate.ts";
import { explain } from "../../../../../electron/screening/match/explain.ts";
import { createMatcher } from "../../../../../electron/screening/match/matcher.ts";
import { foldingSteps } from "../../../../../electron/screening/names/steps.ts";
import { createText, type Locale, type Text, type TextKey } from "../../../../../shared/strings/text.ts";
import { sampleEntry } from "../lists/sample-lists.ts";

/** A page puts the sentence together like this. */
function sentence(candidate: Candidate, text: Text, joint: string): string {
  const { key, args, stepKeys } = explain(candidate);
  return text(key, { ...args, steps: stepKeys.map((step) => text(step)).join(joint) });
}

describe("explaining a candidate", () => {
  const matcher = createMatcher([{ editionId: "edition", entries: [sampleEntry("株式会社 髙橋研究所")] }]);
  const [candidate] = matcher.search({ name: "（株）高橋研究所", type: "organisation" });
  assert.ok(candidate !== undefined);

  test("gives one Japanese sentence", () => {
    assert.equal(
      sentence(candidate, createText("ja"), "、"),
      "「（株）高橋研究所」は、次の表記の違いを除いて、リストの「株式会社 髙橋研究所」と一致します：法人の種類、異体字・新旧字体。",
    );
  });

  test("gives one English sentence", () => {
    assert.equal(
      sentence(candidate, createText("en"), ", "),
      "“（株）高橋研究所” is the listed name “株式会社 髙橋研究所” once these differences are set aside: legal form, variant and old character forms.",
    );
  });

  test("names every kind, step, piece and attribute in both languages", () => {
    const all = { ...candidate, steps: foldingSteps, against: againstCodes, inFavour: inFavourCodes };
    const pieces = pieceKinds.map((how) => ({ query: "a", listed: "b", how }));
    for (const locale of ["ja", "en"] satisfies Locale[]) {
      const text = createText(locale);
      for (const kind of matchKinds) {
        const parts = explain({ ...all, kind, pieces });
        const keys = [
          parts.kindKey,
          ...parts.stepKeys,
          ...parts.againstKeys,
          ...parts.inFavourKeys,
          ...parts.pieceKeys,
        ];
        for (const key of keys) assert.notEqual(text(key), "");
        assert.match(text(parts.key, { ...parts.args, steps: "" }), /高橋研究所/);
      }
    }
  });
});

describe("what an import says", () => {
  test("has a sentence for every code in both languages", () => {
    const codes = [...stopCodes, ...refusalCodes, ...warningCodes];
    const keys = codes.map((code): TextKey => `screening.note.${code}`);
    for (const locale of ["ja", "en"] satisfies Locale[]) {
      const text = createText(locale);
      assert.equal(new Set(keys.map((key) => text(key))).size, keys.length);
    }
  });
});
