import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { countryCode } from "../../../../../electron/screening/names/country-code.ts";
import { normaliseName, stableSpelling } from "../../../../../electron/screening/names/normalise-name.ts";
import type { NameType } from "../../../../../electron/screening/names/parse-name.ts";
import { scriptOf } from "../../../../../electron/screening/names/scripts.ts";

describe("a name in its one spelling", () => {
  const cases: readonly (readonly [string, NameType, readonly string[], readonly string[]])[] = [
    ["髙橋　健", "person", ["高橋", "健"], ["spacing", "variant-kanji"]],
    ["ﾀｶﾊｼ ｹﾝ", "person", ["タカハシ", "ケン"], ["width"]],
    ["たかはし けん", "person", ["タカハシ", "ケン"], ["kana"]],
    ["ZHANG, Wei", "person", ["zhang", "wei"], ["case", "spacing"]],
    [
      "Harbin Inst. of Tech.",
      "organisation",
      ["harbin", "institute", "technology"],
      ["case", "spacing", "filler-words", "abbreviation"],
    ],
    ["11420 CORP.", "organisation", ["11420"], ["legal-form"]],
    ["葛\u{e0100}城 一", "person", ["葛城", "一"], ["invisible"]],
    ["The Fiction", "organisation", ["fiction"], ["case", "filler-words"]],
  ];
  for (const [text, type, words, steps] of cases) {
    test(`brings ${text} to ${words.join(" ")} by ${steps.join(", ")}`, () => {
      const found = normaliseName(text, type);
      assert.deepEqual(
        found.words,
        words.map((word) => normaliseName(word, type).words.join("")),
      );
      for (const step of steps) assert.ok(found.steps.includes(step as never), `${step} of ${found.steps.join(",")}`);
    });
  }

  test("sets legal forms and generic words apart", () => {
    const { words, legalForms, genericWords } = normaliseName("Fiction Research Institute Co., Ltd.", "organisation");
    assert.deepEqual(words, ["fiction", "research", "institute"]);
    assert.deepEqual(
      legalForms.map(({ source }) => source),
      ["Co", "Ltd"],
    );
    assert.deepEqual(genericWords, ["research", "institute"]);
  });

  test("reports no step for a name that is in its one spelling already", () => {
    assert.deepEqual(normaliseName("fiction", "organisation").steps, []);
  });

  test("does not change when it is brought there again", () => {
    // Signs that compatibility forms hide inside a letter would join what stood apart; names do not hold them.
    const name = fc
      .string({ unit: "grapheme", maxLength: 30 })
      .filter((text) => /^[\p{L}\p{N}\s]*$/u.test(text.normalize("NFKC")));
    fc.assert(
      fc.property(name, (text) => {
        const once = normaliseName(text, "person").words;
        const twice = normaliseName(once.join(" "), "person").words;
        assert.deepEqual(twice.join(""), once.join(""));
      }),
    );
  });
});

describe("the spelling that editions share", () => {
  test("does not depend on width, case, spaces or signs", () => {
    assert.equal(stableSpelling("Ｆｉｃｔｉｏｎ　Co., Ltd."), stableSpelling("FICTION CO LTD"));
  });
  test("tells character forms apart", () => assert.notEqual(stableSpelling("髙橋"), stableSpelling("高橋")));
});

describe("scripts", () => {
  const scripts: readonly (readonly [string, string])[] = [
    ["Fiction", "latin"],
    ["架空", "han"],
    ["カクウ", "kana"],
    ["架空テスト", "japanese"],
    ["가공", "hangul"],
    ["Вымысел", "cyrillic"],
    ["Μύθος", "greek"],
    ["خيال", "arabic"],
    ["架空 AB", "han"],
    ["นิยาย", "other"],
    ["123", "none"],
  ];
  for (const [text, script] of scripts) test(`${text} is ${script}`, () => assert.equal(scriptOf(text), script));
});

describe("countries", () => {
  const countries: readonly (readonly [string, string | undefined])[] = [
    ["日本", "JP"],
    ["Japan", "JP"],
    ["jp", "JP"],
    ["中国", "CN"],
    ["中華人民共和国", "CN"],
    ["PEOPLE'S REPUBLIC OF CHINA", "CN"],
    ["香港", "HK"],
    ["台湾", "TW"],
    ["北朝鮮", "KP"],
    ["大韓民国", "KR"],
    ["Russian Federation", "RU"],
    ["アフガニスタン", "AF"],
    ["Islamic Republic of Iran", "IR"],
    ["アラブ首長国連邦", "AE"],
    ["Fictionland", undefined],
    ["", undefined],
  ];
  for (const [name, code] of countries) {
    test(`${name || "nothing"} is ${code ?? "unknown"}`, () => assert.equal(countryCode(name), code));
  }
});
