import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { thaiSpellings } from "../../../../../electron/screening/readings/thai-spellings.ts";
import { searchEntries } from "../../../../support/search-entries.ts";
import { sampleEntry } from "../lists/sample-lists.ts";

describe("Thai words are spelled", () => {
  const royal: readonly (readonly [word: string, spelled: string, why: string])[] = [
    ["สมชาย", "somchai", "two bare letters have an o between them"],
    ["สุรชัย", "surachai", "a bare letter between syllables has an a"],
    ["ธนาธร", "thanathon", "r is heard as n at the end"],
    ["นิพนธ์", "niphon", "the mark silences a letter"],
    ["จันทร์", "chan", "the mark silences a pair"],
    ["วัฒนา", "watthana", "a letter ends one syllable and begins the next"],
    ["ศรีสุข", "sisuk", "a letter of a pair is not heard"],
    ["ประเสริฐ", "prasoet", "a vowel stands on three sides"],
    ["เรือง", "rueang", "three signs are one vowel"],
    ["เกียรติ", "kiarati", "the last vowel is read, though it is silent here"],
    ["พรรณี", "phanni", "a doubled r is a vowel"],
    ["หลวง", "luang", "h is silent, w a vowel"],
    ["ไพรวัลย์", "phraiwan", "the vowel comes first"],
    ["ทองคำ", "thongkham", "the vowel am in one sign or two"],
    ["ณ", "na", "one letter"],
  ];
  for (const [word, spelled, why] of royal) {
    test(`${word} ${spelled}: ${why}`, () => assert.equal(thaiSpellings(word.normalize("NFKC"))[0], spelled));
  }

  test("as bearers write them besides", () => {
    assert.ok(thaiSpellings("ใจดี").includes("jaidi"));
    assert.ok(thaiSpellings("ศิริพร").includes("siriporn"));
  });

  test("tones change nothing", () => assert.deepEqual(thaiSpellings("แก้ว"), thaiSpellings("แกว")));

  test("not at all where anything else is in them", () => {
    for (const word of ["", "Somchai", "สมชายA", "髙橋", "่", "ก".repeat(61)]) assert.deepEqual(thaiSpellings(word), []);
  });

  test("in small letters, whatever the order of signs", () => {
    const letters = fc.array(fc.integer({ min: 0x0e01, max: 0x0e4e }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(letters, (codes) => {
        for (const spelled of thaiSpellings(String.fromCodePoint(...codes))) assert.match(spelled, /^[a-z]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a Thai name is found in Latin letters, and the other way round", () => {
  const pairs: readonly (readonly [string, string])[] = [
    ["สมชาย ใจดี", "Somchai Jaidee"],
    ["กิตติพงษ์ แก้วมณี", "Kittipong Kaewmanee"],
    ["นายวิชัย ศรีสุข", "Wichai Sisuk"],
    ["นางสาว ศิริพร บุญมา", "BUNMA Siriporn"],
  ];
  for (const [thai, latin] of pairs) {
    test(`${thai} and ${latin}`, () => {
      for (const [name, listed] of [
        [thai, latin],
        [latin, thai],
      ] as const) {
        const found = searchEntries({ edition: [sampleEntry(listed, { type: "person" })] }, { name, type: "person" });
        assert.ok(found[0] !== undefined && found[0].score >= 0.8, `${name}: ${found[0]?.score ?? "not found"}`);
      }
    });
  }

  test("another given name is another person", () => {
    const edition = [sampleEntry("Kittichai Kaewmanee", { type: "person" })];
    assert.deepEqual(searchEntries({ edition }, { name: "กิตติพงษ์ แก้วมณี", type: "person" }), []);
  });
});
