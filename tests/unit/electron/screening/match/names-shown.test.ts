import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ListEntry } from "../../../../../electron/screening/lists/list-entry.ts";
import type { Candidate, NameQuery } from "../../../../../electron/screening/match/candidate.ts";
import { searchEntries } from "../../../../support/search-entries.ts";
import { sampleEntries, sampleEntry } from "../lists/sample-lists.ts";

function search(query: NameQuery, ...entries: ListEntry[]): readonly Candidate[] {
  return searchEntries({ edition: entries }, query);
}

function person(name: string, listed: string): readonly Candidate[] {
  return search({ name, type: "person" }, sampleEntry(listed, { type: "person" }));
}

function organisation(name: string, listed: string): readonly Candidate[] {
  return search({ name, type: "organisation" }, sampleEntry(listed));
}

describe("names of persons", () => {
  const found: readonly (readonly [string, string, string])[] = [
    ["山﨑 薫", "山崎薫", "spacing,variant-kanji"],
    ["𠮷田 一", "吉田 一", "variant-kanji"],
    ["葛\u{e0100}城 翠", "葛城 翠", "invisible"],
    ["渡邉 齋", "渡辺 斎", "variant-kanji"],
    ["佐々木 希", "佐佐木 希", "variant-kanji"],
    ["たなか みどり", "タナカ ミドリ", "kana"],
    ["ﾀﾅｶ ﾐﾄﾞﾘ", "Tanaka Midori", "width,case,latin-kana"],
    ["タナカ ミドリ", "MIDORI TANAKA", "case,latin-kana,word-order"],
    ["Сергей Вымыслов", "Sergei Vymyslov", "case,latin-cyrillic,romanisation"],
    ["王小明", "Wang Xiaoming", "case,spacing,latin-han"],
    ["王小明", "Xiao-Ming WANG", "case,spacing,latin-han,word-order"],
    ["ONO Taroo", "Ohno Tarou", "case,long-vowel"],
    ["Dr. Ann Example", "Ann Example", "filler-words"],
    ["Ｅｘａｍｐｌｅ　Ａｎｎ", "example ann", "width,case"],
  ];
  for (const [name, listed, steps] of found) {
    test(`${name} is ${listed} but for ${steps}`, () => assert.deepEqual(person(name, listed)[0]?.steps.join(), steps));
  }

  const apart: readonly (readonly [string, string, string])[] = [
    ["a surname with an initial in another order", "T. Nguyen", "Nguyen, T."],
    ["initials alone", "T. N.", "T N"],
    ["homophones in characters", "张伟", "章伟"],
    ["kana that differ in a long vowel only", "おおの", "おの"],
    ["a shared surname", "高橋 健", "高橋 翠"],
    ["a single character read aloud", "李", "Li"],
    ["signs only", "・・", "・・"],
    ["nothing", "", ""],
  ];
  for (const [what, name, listed] of apart) {
    test(`are not found by ${what}`, () => {
      const entry = {
        ...sampleEntry("x", { type: "person" }),
        names: [{ text: listed, kind: "primary", script: "latin" }],
      } as const;
      assert.deepEqual(search({ name, type: "person" }, { ...entry, names: [...entry.names] }), []);
    });
  }

  test("with an initial are shown when spelled the same, in the weak band", () => {
    const [found] = person("T. Nguyen", "T Nguyen");
    assert.deepEqual(
      [found?.against, found !== undefined && found.score < 0.8],
      [["same-name-only", "initial-only"], true],
    );
  });

  test("of one character are shown only when written the same", () => {
    assert.deepEqual(person("一", "一")[0]?.against, ["same-name-only", "short-name"]);
    assert.deepEqual(person("髙", "高")[0]?.steps, ["variant-kanji"]);
  });

  test("of many characters are found", () => {
    const long = "寿限無".repeat(300);
    assert.equal(person(long, `${long} `)[0]?.kind, "normalised");
  });
});

describe("names of organisations", () => {
  const found: readonly (readonly [string, string, string])[] = [
    ["架空商事（株）", "株式会社 架空商事", "legal-form"],
    ["FICTION CO LTD", "Fiction Co., Ltd.", "case,spacing"],
    ["Fiction Gesellschaft", "FICTION-GESELLSCHAFT mbH", "case,legal-form"],
    ["Univ. of Fiction", "The University of Fiction", "filler-words,abbreviation"],
    ["虛構科技集團股份有限公司", "虚构科技集团股份有限公司", "simplified-traditional"],
    ["コンピューターフィクション", "コンピュータフィクション", "long-vowel"],
    ["第5虚構研究所", "第５虚構研究所", "width"],
    ["ООО «Вымысел»", "Vymysel LLC", "case,legal-form,latin-cyrillic"],
  ];
  for (const [name, listed, steps] of found) {
    test(`${name} is ${listed} but for ${steps}`, () => {
      const [candidate] = organisation(name, listed);
      const missing = steps.split(",").filter((step) => !candidate?.steps.some((given) => given === step));
      assert.deepEqual(missing, [], candidate?.steps.join() ?? "nothing found");
    });
  }

  const apart: readonly (readonly [string, string, string])[] = [
    ["a generic word", "Institute", "The Institute"],
    ["a legal form with a filler", "The Company Ltd.", "Company Ltd"],
    ["a legal form", "株式会社", "株式会社"],
    ["a shorter body inside a longer one", "虚構大学", "虚構大学病院"],
  ];
  for (const [what, name, listed] of apart) {
    test(`are not found by ${what}`, () => assert.deepEqual(organisation(name, listed), []));
  }

  const weak: readonly (readonly [string, string, string, string])[] = [
    ["made of two generic words", "Research Institute", "RESEARCH INSTITUTE", "generic-words-only"],
    ["made of generic characters", "科技大学", "科技大學", "generic-words-only"],
    ["with another number", "Fiction Works No. 5", "Fiction Works No. 6", "number-differs"],
  ];
  for (const [what, name, listed, code] of weak) {
    test(`${what} are shown in the weak band, with the reason`, () => {
      const [found] = organisation(name, listed);
      assert.ok(found !== undefined && found.score < 0.8, String(found?.score));
      assert.ok(
        found.against.some((given) => given === code),
        found.against.join(),
      );
    });
  }

  test("made of generic words only are shown when all agree, in the weak band", () => {
    const [found] = organisation("Science and Technology University", "SCIENCE & TECHNOLOGY UNIVERSITY");
    assert.deepEqual(
      [found?.against, found !== undefined && found.score < 0.8],
      [["same-name-only", "generic-words-only"], true],
    );
  });

  test("with another legal form are shown with that difference", () => {
    assert.deepEqual(organisation("Fiction GmbH", "Fiction JSC")[0]?.against, ["same-name-only", "legal-form-differs"]);
  });

  test("pair their legal forms among the pieces", () => {
    assert.deepEqual(organisation("㈱架空", "株式会社架空")[0]?.pieces, [
      { query: "架空", listed: "架空", how: "exact" },
      { query: "㈱", listed: "株式会社", how: "variant" },
    ]);
    assert.deepEqual(organisation("架空", "株式会社架空")[0]?.pieces.at(-1), {
      query: null,
      listed: "株式会社",
      how: "missing",
    });
  });
});

describe("types", () => {
  test("persons never meet organisations, whatever the name", () => {
    const entry = sampleEntry("Ann Example", { type: "person" });
    assert.deepEqual(search({ name: "Ann Example", type: "organisation" }, entry), []);
    assert.deepEqual(search({ name: "Ann Example", type: "person" }, sampleEntry("Ann Example")), []);
  });

  test("an entry of unknown type meets both, and says so", () => {
    const entry = sampleEntry("Ann Example", { type: "unknown" });
    for (const type of ["person", "organisation"] as const) {
      assert.deepEqual(search({ name: "Ann Example", type }, entry)[0]?.against, ["same-name-only", "type-unclear"]);
    }
  });
});

describe("attributes", () => {
  const entry = sampleEntry("Ann Example", {
    type: "person",
    countries: ["中国", "China"],
    birthDates: ["1960-01-01"],
    identifiers: ["P-123 456"],
  });
  const query = { name: "Ann Example", type: "person" } as const;

  test("that differ are named and do not change the score", () => {
    const [found] = search({ ...query, countries: ["Japan"], birthYear: 1975 }, entry);
    assert.deepEqual([found?.against, found?.score], [["country-differs", "birth-year-differs"], 1]);
  });

  test("that agree are named", () => {
    const [found] = search({ ...query, countries: ["CN"], birthYear: 1960, identifiers: ["p123456"] }, entry);
    assert.deepEqual(found?.inFavour, ["country-agrees", "birth-year-agrees", "identifier-agrees"]);
  });

  test("of which none can be compared leave nothing but the name, and that is said", () => {
    const [found] = search({ ...query, countries: ["Fictionland"] }, entry);
    assert.deepEqual([found?.against, found?.score], [["same-name-only"], 1]);
  });

  test("that are missing or unreadable say nothing", () => {
    const [found] = search({ ...query, countries: ["Fictionland"], birthYear: 1961 }, entry);
    assert.deepEqual([found?.against, found?.inFavour], [[], []]);
  });
});

describe("candidates", () => {
  const first = sampleEntries([
    { name: "Ann Example", type: "person", birthDates: ["1960"] },
    { name: "Example, Ann", type: "person", birthDates: ["1970"] },
    { name: "Bob Other", aliases: ["ANN EXAMPLE", "Ann Example"], type: "person" },
  ]);
  const second = sampleEntries([{ name: "Ann Éxample", type: "person" }]);
  const found = searchEntries({ first, second }, { name: "Ann Example", type: "person" });

  test("gives one candidate an entry, with its nearest name", () => {
    assert.deepEqual(found.map(({ matchedName }) => matchedName).sort(), [
      "Ann Example",
      "Ann Example",
      "Ann Éxample",
      "Example, Ann",
    ]);
  });

  test("puts the nearest first", () => {
    assert.deepEqual(
      found.map(({ score }) => score),
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  test("says from which edition and entry a candidate is", () => {
    const keys = first.map(({ entryKey }) => entryKey);
    assert.ok(found.every(({ editionId, entryKey }) => (editionId === "first") === keys.includes(entryKey)));
  });

  test("points at names that several entries of one edition share", () => {
    for (const { editionId, against } of found) assert.equal(against.includes("common-name"), editionId === "first");
  });

  test("finds every name by itself and by its spelling in other letters' case and width", () => {
    const letters = fc.stringMatching(/^[A-Za-z]{4,9}$/);
    fc.assert(
      fc.property(letters, letters, (given, surname) => {
        const name = `${given} ${surname}`;
        const wide = name.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
        assert.equal(person(name, name)[0]?.kind, "exact");
        assert.equal(person(wide.toUpperCase(), name)[0]?.kind, "normalised");
        assert.equal(person(`${surname.toLowerCase()}, ${given}`, name).length, 1);
      }),
      { numRuns: 60 },
    );
  });

  test("answers for any text", () => {
    const text = fc.string({ unit: "binary", maxLength: 80 });
    fc.assert(
      fc.property(text, text, (a, b) => Array.isArray(organisation(a, `${b}x`)) && Array.isArray(person(a, `x${a}`))),
    );
  });
});
