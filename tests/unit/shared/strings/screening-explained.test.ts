import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refusalCodes, stopCodes, warningCodes } from "../../../../electron/screening/lists/list-codes.ts";
import { againstCodes, inFavourCodes, matchKinds, pieceKinds } from "../../../../electron/screening/match/candidate.ts";
import { foldingSteps } from "../../../../electron/screening/names/steps.ts";
import { explanationOf, howText } from "../../../../shared/strings/screening-explained.ts";
import { createText, type Locale, type TextKey } from "../../../../shared/strings/text.ts";
import { searchEntries } from "../../../support/search-entries.ts";
import { sampleEntry } from "../../electron/screening/lists/sample-lists.ts";

describe("explaining a candidate", () => {
  const edition = [sampleEntry("株式会社 髙橋研究所")];
  const [candidate] = searchEntries({ edition }, { name: "（株）高橋研究所", type: "organisation" });
  assert.ok(candidate !== undefined);

  test("gives one Japanese sentence", () => {
    assert.equal(
      explanationOf(createText("ja"), candidate).sentence,
      "「（株）高橋研究所」は、次の表記の違いを除いて、リストの「株式会社 髙橋研究所」と一致します：法人の種類、異体字・新旧字体。",
    );
  });

  test("gives one English sentence", () => {
    assert.equal(
      explanationOf(createText("en"), candidate).sentence,
      "“（株）高橋研究所” is the listed name “株式会社 髙橋研究所” once these differences are set aside: legal form, variant and old character forms.",
    );
  });

  test("says that nothing but the name is known in a sentence of its own, the same name told from a similar one", () => {
    const bare = { ...candidate, against: ["common-name", "same-name-only"], inFavour: [] };
    const text = createText("ja");
    assert.deepEqual(explanationOf(text, bare).beside, [
      text("screening.explain.sameNameOnly"),
      "留意する点：同じリストに同名の記載が複数ある。",
    ]);
    assert.deepEqual(explanationOf(text, { ...bare, kind: "similar", against: ["same-name-only"] }).beside, [
      text("screening.explain.nameOnly"),
    ]);
  });

  test("names every kind, step, piece and attribute in both languages, and never by its code", () => {
    const all = { ...candidate, steps: foldingSteps, against: againstCodes, inFavour: inFavourCodes };
    for (const locale of ["ja", "en"] satisfies Locale[]) {
      const text = createText(locale);
      for (const kind of matchKinds) {
        const { sentence, beside } = explanationOf(text, { ...all, kind });
        assert.match(sentence, /高橋研究所/);
        for (const code of [
          ...(sentence.includes("：") || sentence.includes(": ") ? foldingSteps : []),
          ...againstCodes,
          ...inFavourCodes,
        ])
          if (code.includes("-")) assert.ok(!`${sentence}${beside.join()}`.includes(code), `${code} stands bare`);
      }
      for (const how of pieceKinds) assert.notEqual(howText(text, how), how);
    }
  });

  test("shows a code as it is when a newer engine sends one that has no words yet", () => {
    assert.equal(howText(createText("ja"), "newly-found"), "newly-found");
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
