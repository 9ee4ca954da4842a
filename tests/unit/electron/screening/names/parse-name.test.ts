import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { leadingForms } from "../../../../../electron/screening/names/legal-form-table.ts";
import { formWord, wordFormClass } from "../../../../../electron/screening/names/legal-forms.ts";
import { type NameType, parseName } from "../../../../../electron/screening/names/parse-name.ts";

function wordsOf(text: string, type: NameType = "organisation"): string[] {
  return parseName(text, type)
    .words.filter(({ role }) => role === "word")
    .map(({ source }) => source);
}

function formsOf(text: string): string[] {
  return parseName(text, "organisation").words.flatMap(({ legalForm, source }) =>
    legalForm === undefined ? [] : [`${source}=${legalForm}`],
  );
}

describe("legal forms of organisations", () => {
  const split: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["㈱架空研究所", ["架空研究所"], ["㈱=stock-company"]],
    ["架空商事（株）", ["架空商事"], ["（株）=stock-company"]],
    ["株式会社 架空", ["架空"], ["株式会社=stock-company"]],
    ["有限会社カクウ", ["カクウ"], ["有限会社=limited-company"]],
    ["架空科技股份有限公司", ["架空科技"], ["股份有限公司=stock-company"]],
    ["国立研究開発法人架空機構", ["架空機構"], ["国立研究開発法人=public-body"]],
    ["주식회사 가공", ["가공"], ["주식회사=stock-company"]],
    ["Fiction Co., Ltd.", ["Fiction"], ["Co=limited-company", "Ltd=limited-company"]],
    ["Fiction GmbH", ["Fiction"], ["GmbH=limited-company"]],
    ["Fiction S.p.A.", ["Fiction"], ["S.p.A=stock-company"]],
    ["K.K. Fiction", ["Fiction"], ["K.K=stock-company"]],
    ["ООО «Вымысел»", ["Вымысел"], ["ООО=limited-company"]],
    ["JSC Fiction", ["Fiction"], ["JSC=stock-company"]],
    ["ＦＩＣＴＩＯＮ　ＩＮＣ．", ["ＦＩＣＴＩＯＮ"], ["ＩＮＣ=stock-company"]],
    ["Fiction 架空 有限公司", ["Fiction", "架空"], ["有限公司=limited-company"]],
    ["Fiction, C.A.", ["Fiction"], ["C.A=stock-company"]],
    [
      "Obshchestvo s ogranichennoj otvetstvennostyu Vymysel",
      ["Vymysel"],
      [
        "Obshchestvo=limited-company",
        "s=limited-company",
        "ogranichennoj=limited-company",
        "otvetstvennostyu=limited-company",
      ],
    ],
    [
      "Xu Gou Ke Ji You Xian Gong Si",
      ["Xu", "Gou", "Ke", "Ji"],
      ["You=limited-company", "Xian=limited-company", "Gong=limited-company", "Si=limited-company"],
    ],
    ["Унітарнае прадпрыемства Выдумка", ["Выдумка"], ["Унітарнае=state-enterprise", "прадпрыемства=state-enterprise"]],
    ["شركة الخيال", ["الخيال"], ["شركة=company"]],
    ["شرکت خیال سهامی خاص", ["خیال"], ["شرکت=company", "سهامی=stock-company", "خاص=stock-company"]],
    ["บริษัทสมมติ จำกัด", ["สมมติ"], ["บริษัท=company", "จำกัด=limited-company"]],
  ];
  for (const [text, words, forms] of split) {
    test(`are split off ${text}`, () => {
      assert.deepEqual(wordsOf(text), words);
      assert.deepEqual(formsOf(text), forms);
    });
  }

  test("that may stand before a name all have a class", () => {
    const without = leadingForms.split("|").filter((form) => wordFormClass([formWord(form)]) === undefined);
    assert.deepEqual(without, []);
  });
  test("are not found in the middle of a name", () => assert.deepEqual(formsOf("Fiction Co Works"), []));
  test("leave a name that is nothing else", () => assert.deepEqual(wordsOf("AG"), ["AG"]));
  test("are not read from Roman numerals", () => assert.deepEqual(formsOf("Fiction II"), []));
  test("are not looked for in names of persons", () => {
    assert.deepEqual(wordsOf("An Co", "person"), ["An", "Co"]);
  });
});

describe("words of a name", () => {
  test("are cut at spaces, hyphens, middle dots and commas of any width", () => {
    assert.deepEqual(wordsOf("ジャン・ピエール＝カクウ－A，B　C", "person"), [
      "ジャン",
      "ピエール",
      "カクウ",
      "A",
      "B",
      "C",
    ]);
  });
  test("keep dotted letters together", () => assert.deepEqual(wordsOf("U.S.A. Fiction"), ["U.S.A", "Fiction"]));
  test("keep an apostrophe inside", () => assert.deepEqual(wordsOf("Ch'oe Ch’ol", "person"), ["Ch'oe", "Ch’ol"]));
  test("keep digits and the marks ○ and △", () =>
    assert.deepEqual(wordsOf("深圳市○○科技 11420"), ["深圳市○○科技", "11420"]));
  test("keep 𠮷, 﨑 and a variation selector in one word", () => {
    assert.deepEqual(wordsOf("𠮷﨑葛\u{e0100}", "person"), ["𠮷﨑葛\u{e0100}"]);
  });
  test("are none where there is neither letter nor digit", () => assert.deepEqual(wordsOf("－・。"), []));
  test("are none in a text too long to be a name", () => assert.deepEqual(wordsOf("あ".repeat(1_001)), []));
  test("are known as generic after abbreviations are written out", () => {
    const generic = parseName("Fict. Inst. of Tech.", "organisation").words.filter((word) => word.generic);
    assert.deepEqual(
      generic.map(({ source }) => source),
      ["Inst", "of", "Tech"],
    );
  });
  test("are known as initials in names of persons", () => {
    const initials = parseName("T. N. Nguyen", "person").words.filter(({ initial }) => initial);
    assert.deepEqual(
      initials.map(({ source }) => source),
      ["T", "N"],
    );
  });
  test("are pieces of the text itself, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("person", "organisation"),
        (text, type) => {
          let at = 0;
          for (const { source } of parseName(text.normalize("NFC"), type).words) {
            const found = text.normalize("NFC").indexOf(source, at);
            if (found >= 0) at = found + source.length;
            assert.ok(found >= 0 || /\p{Default_Ignorable_Code_Point}/u.test(text), `${source} in ${text}`);
          }
        },
      ),
    );
  });
});
