import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { organisationWords } from "../../../../../electron/screening/readings/organisation-words.ts";
import { translatedNames } from "../../../../../electron/screening/readings/translated-names.ts";

function english(text: string): string {
  return organisationWords(text)
    .map(({ source, english: [first = ""] = [source] }) => first)
    .filter((word) => word !== "")
    .join(" ");
}

describe("words of names of bodies", () => {
  test("are cut by the longest word known", () => {
    assert.equal(english("中央航空流体力学研究所"), "central aerohydrodynamic research institute");
    assert.equal(english("三輪工業大学"), "三輪 university of technology");
  });

  test("are one glossary for Japanese, simplified and traditional writing", () => {
    for (const writing of ["哈爾浜工程大学", "哈尔滨工程大学", "哈爾濱工程大學"])
      assert.equal(english(writing), "harbin engineering university");
  });

  test("are found in katakana run together or parted, with either way of writing v", () => {
    assert.equal(english("ミナトヘリコプター"), "ミナト helicopter");
    assert.equal(
      english("ロストフ・ナ・ドヌー無線通信研究所"),
      "rostov on don radio communications research institute",
    );
    assert.equal(english("ヴォロネジ"), "voronezh");
    assert.equal(english("ボロネジ"), "voronezh");
  });

  test("leave names alone that only begin as a word does", () => {
    assert.deepEqual(organisationWords("クラースヌィ"), [{ source: "クラスヌィ" }]);
  });

  test("are known in Korean, and in Russian by their stems", () => {
    assert.equal(english("조선무역회사"), "korea trading company");
    assert.equal(english("Научно-исследовательский институт"), "scientific research institute");
  });

  test("are offered translated at length and in short", () => {
    const [long = [], short = []] = translatedNames("青空研究所");
    assert.deepEqual(long.map(({ spellings }) => spellings[0]).slice(1), ["research", "institute"]);
    assert.deepEqual(short.at(-1)?.spellings, ["institute", "laboratory"]);
  });

  test("never throw and never answer nothing as a word, whatever the text", () => {
    const letters = fc.constantFrom(..."航空研究所ヘリコプター・ー髙𠮷株式会社대학завод12ab".split(""));
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(letters).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { source, english: answers } of organisationWords(text)) {
          assert.notEqual(source, "");
          assert.ok(answers?.every((answer) => answer !== "") ?? true);
        }
      }),
    );
  });
});
