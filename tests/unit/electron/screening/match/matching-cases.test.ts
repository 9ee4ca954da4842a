import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Candidate, MatchKind } from "../../../../../electron/screening/match/candidate.ts";
import { evenRarity } from "../../../../../electron/screening/match/rarity.ts";
import { rankPair } from "../../../../../electron/screening/match/score-pair.ts";
import { reviewCutOff } from "../../../../../electron/screening/match/score-parameters.ts";
import { analyseName } from "../../../../../electron/screening/names/analyse-name.ts";
import type { FoldingStep } from "../../../../../electron/screening/names/steps.ts";
import { searchEntries } from "../../../../support/search-entries.ts";
import { sampleEntry } from "../lists/sample-lists.ts";

type Type = "person" | "organisation";

/**
 * The specification's table of name matching. Names of existing bodies are spelling examples only and say nothing about
 * any list. `now` is what equality after folding gives; where the table expects a candidate and `now` is null, the pair
 * waits for fuzzy matching or an alias table, and its test says so.
 */
const cases: readonly {
  readonly a: string;
  readonly b: string;
  readonly types: readonly [Type, Type];
  readonly expect: "candidate" | "undecided_only" | "no_candidate";
  readonly now: { readonly kind: MatchKind; readonly steps: readonly FoldingStep[] } | null;
}[] = [
  {
    a: "Harbin Inst. of Tech.",
    b: "Harbin Institute of Technology",
    types: ["organisation", "organisation"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["spacing", "abbreviation"] },
  },
  {
    a: "哈爾濱工業大學",
    b: "哈尔滨工业大学",
    types: ["organisation", "organisation"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["simplified-traditional"] },
  },
  {
    // Needs an alias table: neither spelling is in the other.
    a: "北京航空航天大学",
    b: "Beihang University",
    types: ["organisation", "organisation"],
    expect: "candidate",
    now: null,
  },
  {
    // May be shown as undecided by fuzzy matching; equality rightly finds two different names.
    a: "Nanjing University",
    b: "Nanjing University of Aeronautics and Astronautics",
    types: ["organisation", "organisation"],
    expect: "undecided_only",
    now: null,
  },
  { a: "BELLETECH CORP", b: "11420 CORP.", types: ["organisation", "organisation"], expect: "no_candidate", now: null },
  { a: "EMMA DANIELS", b: "EMMA LLC", types: ["person", "organisation"], expect: "no_candidate", now: null },
  {
    a: "張 偉",
    b: "张伟",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["spacing", "simplified-traditional"] },
  },
  {
    a: "ZHANG, Wei",
    b: "Wei Zhang",
    types: ["person", "person"],
    expect: "undecided_only",
    now: { kind: "order", steps: ["case", "spacing", "word-order"] },
  },
  { a: "Tien N. Nguyen", b: "Tung Nguyen", types: ["person", "person"], expect: "no_candidate", now: null },
  {
    a: "髙橋 健",
    b: "高橋健",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["spacing", "variant-kanji"] },
  },
  {
    a: "ﾀｶﾊｼ ｹﾝ",
    b: "タカハシ ケン",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["width"] },
  },
  {
    a: "Ohno Taro",
    b: "Ōno Tarō",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["case", "diacritics", "long-vowel"] },
  },
  {
    a: "Müller",
    b: "Mueller",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["diacritics", "umlaut"] },
  },
  {
    a: "Sergei Kiriyenko",
    b: "Sergey Kirienko",
    types: ["person", "person"],
    expect: "candidate",
    now: { kind: "transliterated", steps: ["romanisation"] },
  },
  {
    a: "㈱テスト研究所",
    b: "株式会社テスト研究所",
    types: ["organisation", "organisation"],
    expect: "candidate",
    now: { kind: "normalised", steps: ["legal-form"] },
  },
  {
    a: "深圳市○○科技有限公司",
    b: "深圳市△△科技有限公司",
    types: ["organisation", "organisation"],
    expect: "no_candidate",
    now: null,
  },
];

function search(name: string, type: Type, listed: string, listedType: Type): readonly Candidate[] {
  const entries = [sampleEntry(listed, { type: listedType })];
  return searchEntries({ edition: entries }, { name, type });
}

describe("the specification's table of name matching", () => {
  for (const { a, b, types, expect, now } of cases) {
    const outcome = now === null ? (expect === "no_candidate" ? "nothing" : "nothing yet") : now.kind;
    for (const [name, listed, from, to] of [[a, b, ...types] as const, [b, a, types[1], types[0]] as const]) {
      test(`${name} against ${listed}: ${expect}, found as ${outcome}`, () => {
        const found = search(name, from, listed, to);
        assert.deepEqual(
          found.map(({ kind, steps }) => ({ kind, steps })),
          now === null ? [] : [now],
        );
      });
    }
  }

  test("never calls an order variant of a name a strong match", () => {
    const [found] = search("ZHANG, Wei", "person", "Wei Zhang", "person");
    assert.ok(found !== undefined && found.score < 0.92, String(found?.score));
  });

  for (const { a, b, types, expect } of cases) {
    if (a === "北京航空航天大学") continue;
    test(`${a} and ${b} as a scored pair: ${expect}`, () => {
      for (const [query, listed, from, to] of [[a, b, ...types] as const, [b, a, types[1], types[0]] as const]) {
        const score = rankPair(analyseName(query, from), analyseName(listed, to), evenRarity);
        if (expect === "candidate") assert.ok(score >= reviewCutOff, String(score));
        if (expect === "no_candidate") assert.ok(score < reviewCutOff, String(score));
        if (expect === "undecided_only") assert.ok(score < 1, String(score));
      }
    });
  }

  test("finds Beihang University by its name in Chinese where the list carries it as an alias", () => {
    const listed = ["Beihang University", "北京航空航天大学"].map((text) => analyseName(text, "organisation"));
    const query = analyseName("北京航空航天大學", "organisation");
    assert.ok(listed.some((name) => rankPair(query, name, evenRarity) >= reviewCutOff));
  });

  test("holds all sixteen cases", () => assert.equal(cases.length, 16));
});
