import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { kanaToRomaji, toKatakana } from "../../../../../electron/screening/names/kana.ts";

describe("kana in Latin letters", () => {
  const spelled: readonly (readonly [string, string])[] = [
    ["たかはし", "takahashi"],
    ["シンジュク", "shinjuku"],
    ["キャット", "kyatto"],
    ["まっちゃ", "matcha"],
    ["ファン", "fan"],
    ["ティモール", "timooru"],
    ["ウィリアム", "wiriamu"],
    ["ヴァイオリン", "vaiorin"],
    ["ジェット", "jetto"],
    ["チェス", "chesu"],
    ["ローマ", "rooma"],
    ["ヂャ", "ja"],
    ["漢字ラボA", "漢字raboA"],
  ];
  for (const [kana, romaji] of spelled) {
    test(`spells ${kana} as ${romaji}`, () => assert.equal(kanaToRomaji(kana), romaji));
  }
});

describe("one kind of kana", () => {
  test("makes hiragana katakana", () => assert.equal(toKatakana("あいぅゔ"), "アイゥヴ"));
  test("makes small ヶ large", () => assert.equal(toKatakana("三ヶ月"), "三ケ月"));
  test("reads a hyphen between katakana as a long mark", () => assert.equal(toKatakana("サ－ビス"), "サービス"));
  test("leaves a hyphen between other letters", () => assert.equal(toKatakana("A-1"), "A-1"));
});
