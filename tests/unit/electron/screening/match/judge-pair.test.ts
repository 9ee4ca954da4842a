import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type JudgedPair, judgePair } from "../../../../../electron/screening/match/judge-pair.ts";
import { evenRarity } from "../../../../../electron/screening/match/rarity.ts";
import { rankPair } from "../../../../../electron/screening/match/score-pair.ts";
import { reviewCutOff } from "../../../../../electron/screening/match/score-parameters.ts";
import { analyseName } from "../../../../../electron/screening/names/analyse-name.ts";
import { bandFrom } from "../../../../../shared/domain/score-bands.ts";

/** Between the strong band and the middle of the one below it: told from names that are merely to be looked at. */
const near = 0.85;

type Type = "person" | "organisation";

function judged(a: string, b: string, type: Type = "person"): JudgedPair | undefined {
  return judgePair(analyseName(a, type), analyseName(b, type), evenRarity);
}

/** Where the weak band ends. */
const weakBelow = bandFrom.possible;

describe("a surname with an initial", () => {
  for (const [a, b] of [
    ["T. Nguyen", "Nguyen, T."],
    ["J. Smith", "Smith J."],
    ["T Nguyen", "Nguyen T"],
    ["E. Vostrova", "Vostrova, E."],
    ["O. Vostrova", "O. Wostrowa"],
    ["Y. Petrov", "Ю. Петров"],
    ["И. Петров", "I. Petrov"],
    ["T. Nguyen", "Tuan Nguyen"],
    ["Tuan Nguyen", "Nguyen T."],
    ["J. K.", "J. K."],
    ["J. K. Smith", "Smith, J.K."],
  ] as const)
    test(`is not shown for ${a} beside ${b}`, () => {
      assert.equal(judged(a, b), undefined);
      assert.ok(rankPair(analyseName(a, "person"), analyseName(b, "person"), evenRarity) < reviewCutOff);
    });

  for (const [a, b] of [
    ["T. Nguyen", "T. Nguyen"],
    ["T. Nguyen", "T NGUYEN"],
    ["Ｔ．Nguyen", "t. nguyen"],
    ["Nguyen, T.", "NGUYEN T"],
  ] as const)
    test(`is in the weak band where ${a} is spelled ${b}`, () => {
      const found = judged(a, b);
      assert.ok(found !== undefined && found.score < weakBelow, JSON.stringify(found));
      assert.ok(found.against.includes("initial-only"));
    });

  test("is never strong, whatever the initial, the order and the signs", () => {
    const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
    const surname = fc.constantFrom("Nguyen", "Vostrova", "Smith", "O'Harrow", "van der Harrow", "髙橋", "Петров");
    const written = fc.constantFrom(
      (l: string, s: string) => `${l.toUpperCase()}. ${s}`,
      (l: string, s: string) => `${s}, ${l.toUpperCase()}.`,
      (l: string, s: string) => `${s} ${l}`,
      (l: string, s: string) => `${l.toUpperCase()} ${s.toUpperCase()}`,
    );
    fc.assert(
      fc.property(letter, surname, written, written, (l, s, one, other) => {
        const found = judged(one(l, s), other(l, s));
        assert.ok(found === undefined || found.score < weakBelow, JSON.stringify(found));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a single letter that joins surnames", () => {
  for (const [a, b] of [
    ["Marta Ortell y Gasín", "Marta Ortell Gasin"],
    ["MARTA ORTELL Y GASIN", "Marta Ortell y Gasín"],
    ["Rui Torvo e Castan", "Rui Torvo Castan"],
    ["Gerrit van ’t Holm", "Gerrit van t Holm"],
  ] as const)
    test(`is no initial: ${a} beside ${b}`, () => {
      assert.ok((judged(a, b)?.score ?? 0) >= near, JSON.stringify(judged(a, b)));
    });
});

describe("a whole name inside a longer one", () => {
  for (const [a, b] of [
    ["Ann Example", "Ann Example Smith"],
    ["Ann Example", "SMITH, Ann Example"],
    ["Leon Torvo", "TORVO CASTAN, Leon"],
    ["Анна Примерова", "Anna Primerova Smith"],
  ] as const)
    test(`is to be reviewed where a further name is on one side: ${a} beside ${b}`, () => {
      for (const found of [judged(a, b), judged(b, a)]) {
        assert.ok(found !== undefined, "not shown");
        assert.ok(found.score >= reviewCutOff && found.score < near, JSON.stringify(found));
      }
    });

  for (const [a, b] of [
    ["Alina Vostrova", "Alina Sergeevna Vostrova"],
    ["Jan Hollander", "Jan P. Hollander"],
    ["Dr. Alina Vostrova", "Alina Vostrova"],
    ["Karim Yusuf Nazari", "Karim Yusuf Abdul Rahim Nazari"],
  ] as const)
    test(`stays near where a father's name, an initial or a title is missing: ${a} beside ${b}`, () => {
      assert.ok((judged(a, b)?.score ?? 0) >= near, JSON.stringify(judged(a, b)));
    });
});

describe("a Korean name in Hangul", () => {
  for (const [a, b] of [
    ["김광혁", "KIM Kwang Hyok"],
    ["김광혁", "Kim Gwang-hyeok"],
    ["광혁 김", "KIM Kwanghyok"],
    ["서경남", "SO Kyo'ng-nam"],
    ["남궁민", "Namkoong Min"],
    ["박서연 교수", "Park Seo-yeon"],
    ["이가초", "LEE, David Ka-cho"],
  ] as const)
    test(`is found syllable by syllable: ${a} beside ${b}`, () => {
      assert.ok((judged(a, b)?.score ?? 0) >= reviewCutOff);
      assert.ok((judged(b, a)?.score ?? 0) >= reviewCutOff);
    });

  for (const [a, b] of [
    ["영환 김", "KIM Yong Chol"],
    ["김영자", "KIM Yong"],
    ["김수진", "KIM Su Il"],
    ["김영철 하윤", "KIM Young-Cheol"],
  ] as const)
    test(`is another where a syllable has no answer: ${a} beside ${b}`, () => {
      assert.equal(judged(a, b), undefined);
      assert.equal(judged(b, a), undefined);
    });
});

describe("two words of three or more", () => {
  for (const [a, b] of [
    ["Andrew Torvo", "TORVINO CASTAN, Andres"],
    ["Rikardo Farina", "GARINA SANTELL, Rikardo"],
  ] as const)
    test(`are not enough where they are only alike: ${a} beside ${b}`, () => {
      assert.equal(judged(a, b), undefined);
    });

  test("are enough where a repeated word is left over", () => {
    assert.ok((judged("NURAVI, Abdul Aziz", "ABDUL AZIZ Aziz Nooravi")?.score ?? 0) >= reviewCutOff);
  });
});

describe("a name in Arabic script", () => {
  for (const [a, b] of [
    ["حمد الله نورانی", "Hamdullah Nurani"],
    ["شمس الدين توراني", "Shamsuddin Turani"],
    ["ولی جان", "WALIJAN"],
    ["عبد الله توراني", "Abdallah al-Turani"],
    ["دکتر حمید تورانی", "Hamid TURANI"],
  ] as const)
    test(`is found where Latin letters write two words as one: ${a} beside ${b}`, () => {
      assert.ok((judged(a, b)?.score ?? 0) >= reviewCutOff, JSON.stringify(judged(a, b)));
    });

  for (const [a, b] of [
    ["زارع اسرا", "OZEROV, Seir"],
    ["موحد سارینا", "HAMZA, Darnawi"],
    ["ثنا زمانی", "HTUN, Zamani"],
    ["کریم العلیان", "Qerman"],
  ] as const)
    test(`is another where it begins with another sound: ${a} beside ${b}`, () => {
      assert.equal(judged(a, b), undefined);
    });
});

describe("two names in use that are near each other", () => {
  for (const [a, b] of [
    ["Masao Taguchi", "TAGUCHI Masako"],
    ["はらだ ひろき", "ハラダ ヒロコ"],
    ["ﾊﾗﾀﾞ ﾋﾛｷ", "Harada Hiroyuki"],
    ["Antonia Vostrell", "Antonio Vostrell"],
  ] as const)
    test(`are two names: ${a} beside ${b}`, () => {
      assert.equal(judged(a, b), undefined);
    });

  for (const [a, b] of [
    ["Homma Yoshiko", "HONMA Yosiko"],
    ["Taguchi Masakko", "TAGUCHI Masako"],
    ["Taguchi Masqko", "TAGUCHI Masako"],
    ["Ōno Jun'ichi", "OHNO Junichi"],
    ["CHANG MYONGC-HIN", "CHANG, Myong-Chin"],
  ] as const)
    test(`are one where one of them is only a spelling: ${a} beside ${b}`, () => {
      assert.ok((judged(a, b)?.score ?? 0) >= reviewCutOff, JSON.stringify(judged(a, b)));
    });
});

test("three letters of a body in another alphabet are shown weakly, of a person never", () => {
  const found = judged("БНК", "BNK", "organisation");
  assert.ok(found !== undefined && found.score < weakBelow, JSON.stringify(found));
  assert.equal(judged("Ли", "Li"), undefined);
});
