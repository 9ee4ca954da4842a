import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  foldLongVowels,
  foldRomanisation,
  foldUmlautDigraphs,
} from "../../../../../electron/screening/names/romanisation.ts";

describe("long vowels", () => {
  for (const spelling of ["ohno", "oono", "ono", "ouno"]) {
    test(`reads ${spelling} as ono`, () => assert.equal(foldLongVowels(spelling), "ono"));
  }
  test("keeps an h that begins a syllable", () => assert.equal(foldLongVowels("ohara"), "ohara"));
  test("drops the long mark of kana", () => assert.equal(foldLongVowels("コンピューター"), "コンピュタ"));
});

describe("umlauts without dots", () => {
  test("reads ae, oe and ue as a, o and u", () => assert.equal(foldUmlautDigraphs("maeoeue"), "maou"));
});

describe("standards of romanisation", () => {
  const same: readonly (readonly [string, string])[] = [
    ["shinji", "sinzi"],
    ["chizuko", "tizuko"],
    ["tsuchiya", "tutiya"],
    ["fujita", "huzita"],
    ["junichi", "zyuniti"],
    ["shouta", "syouta"],
    ["shimbashi", "shinbashi"],
    ["hatchobori", "hacchobori"],
    ["sergei", "sergey"],
    ["kiriyenko", "kirienko"],
    ["dmitriy", "dmitri"],
    ["yuliya", "iulia"],
    ["mikhail", "mihail"],
    ["aleksandr", "alexandr"],
    ["schukin", "shchukin"],
  ];
  for (const [a, b] of same) {
    test(`joins ${a} and ${b}`, () => assert.equal(foldRomanisation(a), foldRomanisation(b)));
  }

  const different: readonly (readonly [string, string])[] = [
    ["zhang", "zang"],
    ["tanaka", "tanabe"],
    ["ito", "ido"],
    ["kato", "gato"],
    ["mori", "moru"],
  ];
  for (const [a, b] of different) {
    test(`keeps ${a} and ${b} apart`, () => assert.notEqual(foldRomanisation(a), foldRomanisation(b)));
  }

  test("leaves other scripts alone", () => assert.equal(foldRomanisation("テスト研究所"), "テスト研究所"));
});
