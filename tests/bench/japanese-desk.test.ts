import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { evenRarity } from "../../electron/screening/match/rarity.ts";
import { rankPair } from "../../electron/screening/match/score-pair.ts";
import { analyseName } from "../../electron/screening/names/analyse-name.ts";
import { type Baseline, fuse, jaroWinklerAbove, miniSearch } from "./japanese-desk/baselines.ts";
import { type BenchPair, type BenchSet, benchSets } from "./japanese-desk/bench-pair.ts";
import { readingShares } from "./japanese-desk/held-out.ts";
import { benchFile } from "./japanese-desk/write-bench.ts";

/** The cut-off at which a candidate is shown. */
const cutOff = 0.7;

/** Share of pairs of one name that must be found, by the aims of the product. */
const aims: Readonly<Partial<Record<BenchSet, number>>> = {
  "variant-kanji": 1,
  "romaji-romaji": 0.995,
  kana: 0.995,
  "kanji-romaji": 0.96,
  "romaji-kanji": 0.96,
  "traditional-simplified": 0.97,
};

const bench = JSON.parse(readFileSync(benchFile, "utf8")) as {
  // Written by write-bench.ts and held to its shape by a unit test.
  readonly pairs: readonly BenchPair[];
};

const ours: Baseline = (pairs) =>
  pairs.map(({ a, b, kind }) => rankPair(analyseName(a, kind), analyseName(b, kind), evenRarity) >= cutOff);

const searchers: Readonly<Record<string, Baseline>> = {
  kura: ours,
  "Jaro-Winkler 0.85": jaroWinklerAbove(0.85),
  MiniSearch: miniSearch,
  "Fuse.js": fuse,
};

interface Rates {
  readonly found: number;
  readonly wrong: number;
}

function ratesOf(searcher: Baseline, pairs: readonly BenchPair[]): Rates {
  const answers = searcher(pairs);
  const rate = (same: boolean): number => {
    const of = pairs.flatMap((pair, at) => (pair.same === same ? [answers[at] === true] : []));
    return of.filter(Boolean).length / of.length;
  };
  return { found: rate(true), wrong: rate(false) };
}

describe("the Japanese desk", () => {
  for (const set of benchSets) {
    test(`finds one name in two writings: ${set}`, () => {
      const pairs = bench.pairs.filter((pair) => pair.set === set);
      const rates = Object.entries(searchers).map(([name, searcher]) => ({ name, ...ratesOf(searcher, pairs) }));
      console.table(
        rates.map(({ name, found, wrong }) => ({
          set,
          pairs: pairs.length,
          searcher: name,
          "one name, found": found.toFixed(4),
          "two names, shown": wrong.toFixed(4),
        })),
      );
      const [own] = rates;
      assert.ok((own?.found ?? 0) >= (aims[set] ?? 0.9), `${set}: ${own?.found}`);
    });
  }

  test("reads names it was and was not made from", () => {
    const shares = readingShares();
    console.table(shares);
    assert.ok(Number(shares[0]?.found) >= 0.96 && Number(shares[1]?.found) >= 0.96);
  });
});
