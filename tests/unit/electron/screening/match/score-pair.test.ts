import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { evenRarity } from "../../../../../electron/screening/match/rarity.ts";
import { rankPair, reachesCutOff, scorePair } from "../../../../../electron/screening/match/score-pair.ts";
import { reviewCutOff } from "../../../../../electron/screening/match/score-parameters.ts";
import { analyseName } from "../../../../../electron/screening/names/analyse-name.ts";

type Type = "person" | "organisation";

function score(a: string, b: string, type: Type = "person"): ReturnType<typeof scorePair> {
  return scorePair(analyseName(a, type), analyseName(b, type), evenRarity);
}

function hows(a: string, b: string, type: Type = "person"): readonly string[] {
  return score(a, b, type).pieces.map(({ how }) => how);
}

describe("the score of a pair of names", () => {
  const alike: readonly (readonly [string, string, Type, string])[] = [
    ["Alina Vostrova", "Alina Vostrowa", "person", "variant"],
    ["Alina Vostrova", "Alina Vostroga", "person", "typo"],
    ["Dr. William Harrow", "Bill Harrow", "person", "nickname"],
    ["Aleksandr Belov", "Саша Белов", "person", "nickname"],
    ["Yusuf Karimli", "Joseph Karimli", "person", "variant"],
    ["Jan P. Hollander", "Jan Pieter Hollander", "person", "initial"],
    ["AlinaVostrova", "Alina Vostrova", "person", "merged"],
    ["محمد الراوندي", "Mohammed al-Rawandi", "person", "transliteration"],
    ["Александр Петровский", "Alexander Petrovsky", "person", "transliteration"],
    ["Ελένη Παπαδοπούλου", "Eleni Papadopoulou", "person", "transliteration"],
    ["タナベ ケン", "Tanabe Ken", "person", "transliteration"],
    ["NUWT", "Northern University of Water Technology", "organisation", "acronym"],
    ["Inst. of Marine Optics", "Institute of Marine Optics", "organisation", "abbreviation"],
    ["哈爾濱海洋工程研究所", "哈尔滨海洋工程研究所", "organisation", "variant"],
  ];
  for (const [a, b, type, how] of alike) {
    test(`shows ${a} beside ${b} as ${how}, either way round`, () => {
      for (const [query, listed] of [[a, b] as const, [b, a] as const]) {
        const found = score(query, listed, type);
        assert.ok(found.score >= reviewCutOff, `${found.score}`);
        assert.ok(
          found.pieces.some((piece) => piece.how === how),
          JSON.stringify(found.pieces),
        );
      }
    });
  }

  const apart: readonly (readonly [string, string, Type, string])[] = [
    ["A. Nazari", "Bahram Nazari", "person", "another initial"],
    ["Bahram Nazari", "Karim Nazari", "person", "another given name"],
    ["山川一郎", "山川二郎", "person", "one other character"],
    ["Institute of Technology", "Institute of Physics", "organisation", "generic words only"],
    ["株式会社 青山電機", "株式会社 赤山電機", "organisation", "another first character"],
  ];
  for (const [a, b, type, why] of apart) {
    test(`does not show ${a} beside ${b}: ${why}`, () => {
      assert.ok(score(a, b, type).score < reviewCutOff, JSON.stringify(score(a, b, type)));
    });
  }

  test("never lets a person meet a body", () => {
    const person = analyseName("Emma Daniels", "person");
    assert.equal(rankPair(person, analyseName("Emma Daniels", "organisation"), evenRarity), 0);
  });

  test("keeps names whose numbers differ out of the strong band and says so", () => {
    const found = score("Third Harbour Fund VII", "Third Harbour Fund VIII", "organisation");
    assert.ok(found.score < 0.85 && found.against.includes("number-differs"), JSON.stringify(found));
  });

  test("reads 第二, No. 2 and II as one number", () => {
    for (const other of ["Second Harbour Works", "Harbour Works No. 2", "Harbour Works II"])
      assert.ok(score("Harbour Works 2", other, "organisation").score >= 0.85, other);
    assert.deepEqual(hows("第二造船所", "第2造船所", "organisation"), ["exact", "exact"]);
  });

  test("lowers a score for another legal form and not for a missing one", () => {
    assert.equal(score("Vostrova GmbH", "Vostrova", "organisation").score, 1);
    const other = score("Vostrova GmbH", "Vostrova AG", "organisation");
    assert.ok(other.score < 1 && other.against.includes("legal-form-differs"));
  });
});

describe("rules that hold for every pair", () => {
  const type = fc.constantFrom<Type>("person", "organisation");
  const word = fc.constantFrom(
    ..."Alina Boris Chen 髙橋 健 ｶﾀｶﾅ 葛󠄀城 𠮷田 Müller al bin 김정 علي Иванов 3 II Inst. GmbH".split(" "),
  );
  const name = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ maxLength: 20 }),
    fc.constantFrom("\ud842", "a\udfb7b", "", " ", "。", "A", "李", "　"),
  );

  test("answers every text with a number from 0 to 1, and the same by both ways of asking", () => {
    fc.assert(
      fc.property(name, name, type, (a, b, kind) => {
        const query = analyseName(a, kind);
        const listed = analyseName(b, kind);
        const found = scorePair(query, listed, evenRarity).score;
        assert.ok(found >= 0 && found <= 1, String(found));
        assert.equal(rankPair(query, listed, evenRarity), found);
      }),
      { numRuns: 2_000 },
    );
  });

  test("tells whether a pair reaches the cut-off as its score does", () => {
    fc.assert(
      fc.property(name, name, type, (a, b, kind) => {
        const query = analyseName(a, kind);
        const listed = analyseName(b, kind);
        const found = scorePair(query, listed, evenRarity).score >= reviewCutOff;
        assert.equal(reachesCutOff(query, listed, evenRarity), found);
      }),
      { numRuns: 2_000 },
    );
  });

  test("gives 1 for equal folded names alone", () => {
    fc.assert(
      fc.property(name, name, type, (a, b, kind) => {
        const one = analyseName(a, kind);
        const other = analyseName(b, kind);
        if (scorePair(one, other, evenRarity).score < 1) return;
        const folded = (name: typeof one): string =>
          [...name.tokens.map(({ text, latin }) => `${text} ${latin}`)].sort().join(" ") + name.han;
        assert.equal(a === b || folded(one) === folded(other), true, `${a} | ${b}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("depends little on which name is searched and which is listed", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        type,
        (a, b, kind) => {
          const there = score(a.join(" "), b.join(" "), kind).score;
          const back = score(b.join(" "), a.join(" "), kind).score;
          assert.ok(Math.abs(there - back) <= 0.3, `${there} ${back}`);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("does not fall when both names gain the same word", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        (a, b) => {
          const before = score(a.join(" "), b.join(" ")).score;
          const after = score(["Zypheranto", ...a].join(" "), ["Zypheranto", ...b].join(" ")).score;
          assert.ok(after >= before - 0.1, `${before} ${after}`);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("takes names of ten thousand characters and compares them as they stand", () => {
    const long = "Alina ".repeat(1_700);
    assert.equal(score(long, long).score, 1);
    assert.ok(score(long, `${long}x`).score < 1);
    assert.ok(score("髙".repeat(10_000), "高".repeat(10_000), "organisation").score <= 1);
  });
});
