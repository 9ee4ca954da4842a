import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  foldDiacritics,
  foldWidth,
  stripInvisible,
} from "../../../../../electron/screening/names/character-folding.ts";
import { foldEveryVariant, foldJapaneseVariants } from "../../../../../electron/screening/names/han-variants.ts";

describe("characters nobody sees", () => {
  test("drops the selector of an ideographic variation", () => assert.equal(stripInvisible("葛\u{e0100}城"), "葛城"));
  test("drops zero-width and direction marks", () => assert.equal(stripInvisible("\u200bA\u202eB\ufeff"), "AB"));
});

describe("width", () => {
  test("makes half-width kana full, with their voicing", () => assert.equal(foldWidth("ｶﾞﾊﾟｰ"), "ガパー"));
  test("makes full-width letters and digits half", () => assert.equal(foldWidth("ＡＢＣ１２３"), "ABC123"));
  test("takes a loose acute accent for an apostrophe", () => assert.equal(foldWidth("O´Test"), "O'Test"));
  test("leaves 髙, 﨑 and 𠮷 to the variant table", () => assert.equal(foldWidth("髙﨑𠮷"), "髙﨑𠮷"));
});

describe("accents", () => {
  test("drops them from Latin letters", () => assert.equal(foldDiacritics("ÖnäłøßĐứ"), "OnalossDu"));
  test("keeps the voicing of kana", () => assert.equal(foldDiacritics("ガパ"), "ガパ"));
  test("keeps й apart from и", () => assert.equal(foldDiacritics("Сергей"), "Сергей"));
  test("drops the vowel marks of Arabic", () => assert.equal(foldDiacritics("مُحَمَّد"), "محمد"));
});

describe("forms of one character", () => {
  const groups = ["髙高", "﨑崎嵜", "邊邉辺", "齋齊斎斉", "𠮷吉", "濵濱浜", "澤沢", "國国圀", "嶋島", "槗橋", "圡土"];
  for (const group of groups) {
    test(`joins ${group}`, () => {
      const folded = new Set([...group].map(foldJapaneseVariants));
      assert.equal(folded.size, 1, [...folded].join(" "));
    });
  }

  test("keeps different characters apart", () => {
    const folded = new Set([..."渡渉岩巌埼崎大太"].map(foldJapaneseVariants));
    assert.equal(folded.size, 8, [...folded].join(""));
  });

  test("joins traditional and simplified forms", () => {
    assert.equal(foldEveryVariant("哈爾濱工業大學"), foldEveryVariant("哈尔滨工业大学"));
  });

  test("does not take a simplified form for a Japanese variant", () => {
    assert.notEqual(foldJapaneseVariants("漢"), foldJapaneseVariants("汉"));
  });

  test("writes the repetition mark out", () => assert.equal(foldJapaneseVariants("佐々木"), "佐佐木"));
});
