import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { hanReadings } from "../../../../../electron/screening/readings/han-readings.ts";
import { hangulSpellings, hangulWord } from "../../../../../electron/screening/readings/hangul-spellings.ts";
import type { SpelledParts } from "../../../../../electron/screening/readings/spelled-parts.ts";
import { wadeGilesOf } from "../../../../../electron/screening/readings/wade-giles.ts";

function spells(found: SpelledParts | undefined, parts: readonly string[]): boolean {
  return found?.parts.length === parts.length && found.parts.every((own, at) => own.includes(parts[at] ?? ""));
}

function inSystem(run: string, system: SpelledParts["system"]): SpelledParts | undefined {
  return hanReadings(run, "person").find((each) => each.system === system);
}

describe("Chinese names", () => {
  test("are spelled in pinyin with the readings family names have", () => {
    assert.ok(spells(inSystem("單雄", "pinyin"), ["shan", "xiong"]));
    assert.ok(spells(inSystem("曾庆红云", "pinyin"), ["zeng", "qing", "hong", "yun"]));
    assert.ok(spells(inSystem("吕绿", "pinyin"), ["lu", "lyu"]));
  });

  test("have two characters of family name where it is compound", () => {
    assert.equal(inSystem("歐陽娜", "pinyin")?.surnameLength, 2);
    assert.equal(inSystem("张娜", "pinyin")?.surnameLength, 1);
  });

  test("are spelled in Wade–Giles and Cantonese too", () => {
    assert.ok(spells(inSystem("張偉", "wade-giles"), ["chang", "wei"]));
    assert.ok(spells(inSystem("陳大文", "cantonese"), ["chan", "tai", "man"]));
    assert.ok(spells(inSystem("吳國強", "cantonese"), ["ng", "kwok", "keung"]));
  });

  test("of bodies are spelled in pinyin alone", () => {
    assert.deepEqual(
      hanReadings("三江集团", "organisation").map(({ system, surnameLength }) => [system, surnameLength]),
      [["pinyin", 0]],
    );
  });

  test("follow the table of Wade and Giles", () => {
    const expected =
      "zhang chang|chang ch'ang|xiao hsiao|qing ch'ing|jian chien|zi tzu|si szu|guo kuo|duo to|shuo shuo|xue hsüeh|jun chün|rong jung|yan yen|dong tung|he ho|zhi chih";
    for (const [pinyin = "", spelled] of expected.split("|").map((pair) => pair.split(" ")))
      assert.equal(wadeGilesOf(pinyin), spelled);
  });
});

describe("Korean names", () => {
  test("are spelled as their bearers do", () => {
    assert.ok(spells(hangulSpellings("이영희"), ["rhee", "young", "hee"]));
    assert.ok(spells(hangulSpellings("박정호"), ["park", "jung", "ho"]));
    assert.ok(spells(hangulSpellings("최은주"), ["choe", "ŭn", "ju"]));
    assert.ok(spells(hangulSpellings("리철수"), ["ri", "chol", "su"]));
    assert.ok(spells(hangulSpellings("남궁 민"), ["namkoong", "min"]));
  });

  test("as words follow what is spoken", () => {
    assert.equal(hangulWord("신라"), "silla");
  });
});

describe("any text", () => {
  test("is answered without a throw and with a spelling for each part", () => {
    const letters = fc.constantFrom(..."張伟𠮷々김이갂한\ud842 Aカ");
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(letters).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const found of [...hanReadings(text, "person"), hangulSpellings(text)])
          assert.ok(found?.parts.every((part) => part.length > 0 && part.every((spelling) => spelling !== "")) ?? true);
      }),
    );
  });
});
