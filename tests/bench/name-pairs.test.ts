import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { ratio, token_set_ratio, token_sort_ratio } from "fuzzball";
import { matcherVersion } from "../../electron/screening/match/matcher-version.ts";
import { evenRarity } from "../../electron/screening/match/rarity.ts";
import { rankPair, scorePair } from "../../electron/screening/match/score-pair.ts";
import { parametersHash, reviewCutOff } from "../../electron/screening/match/score-parameters.ts";
import { analyseName } from "../../electron/screening/names/analyse-name.ts";
import { jaroWinkler } from "../support/jaro-winkler.ts";
import { realData } from "./screening/real-data.ts";

const pairsFile = fileURLToPath(new URL("labelled/name_bench_dev.csv", realData));

interface Row {
  readonly case_group: string;
  readonly case_id: string;
  readonly schema: string;
  readonly name1: string;
  readonly name2: string;
  readonly is_match: string;
  readonly quality: string;
  /** The peer's frozen score; empty where it has none. */
  readonly score: string;
}

interface Outcome {
  readonly row: Row;
  readonly same: boolean;
  readonly score: number;
}

type Method = readonly [string, (row: Row) => number];

const ours: Method = ["this matcher", scoreOf];
const methods: readonly Method[] = [
  ours,
  ["logic-v2, frozen", (row) => Number(row.score)],
  ["Jaro–Winkler", ({ name1, name2 }) => jaroWinkler(name1.toLowerCase(), name2.toLowerCase())],
  ["token sort ratio", ({ name1, name2 }) => token_sort_ratio(name1, name2) / 100],
  ["token set ratio", ({ name1, name2 }) => token_set_ratio(name1, name2) / 100],
  ["Levenshtein ratio", ({ name1, name2 }) => ratio(name1, name2) / 100],
];

function typeOf({ schema }: Row): "person" | "organisation" {
  return schema === "Person" ? "person" : "organisation";
}

function scoreOf(row: Row): number {
  return rankPair(analyseName(row.name1, typeOf(row)), analyseName(row.name2, typeOf(row)), evenRarity);
}

/** Which half a row belongs to depends on its names alone, so that it stays the same when rows are added. */
function isFirstHalf({ name1, name2 }: Row): boolean {
  return (createHash("sha256").update(`${name1}\n${name2}`).digest()[0] ?? 0) < 128;
}

interface Figures {
  readonly pairs: number;
  readonly f1: string;
  readonly precision: string;
  readonly recall: string;
  readonly auc: string;
  readonly strongErrors: number;
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const hit = ({ score }: Outcome): boolean => score >= reviewCutOff;
  const right = outcomes.filter((outcome) => outcome.same && hit(outcome)).length;
  const wrong = outcomes.filter((outcome) => !outcome.same && hit(outcome)).length;
  const missed = outcomes.filter((outcome) => outcome.same && !hit(outcome)).length;
  const strong = outcomes.filter((outcome) => outcome.row.quality === "STRONG" && hit(outcome) !== outcome.same);
  return {
    pairs: outcomes.length,
    f1: ((2 * right) / (2 * right + wrong + missed)).toFixed(3),
    precision: (right / (right + wrong)).toFixed(3),
    recall: (right / (right + missed)).toFixed(3),
    auc: areaOf(outcomes).toFixed(3),
    strongErrors: strong.length,
  };
}

/** How often a pair of the same name scores above a pair of different ones; a tie counts half. */
function areaOf(outcomes: readonly Outcome[]): number {
  const same = outcomes.filter((outcome) => outcome.same);
  const different = outcomes.filter((outcome) => !outcome.same);
  let above = 0;
  for (const { score } of same)
    for (const other of different) above += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return above / (same.length * different.length);
}

function outcomesOf(rows: readonly Row[], method: Method[1]): readonly Outcome[] {
  return rows.map((row) => ({ row, same: row.is_match === "true", score: method(row) }));
}

describe("labelled pairs of names at the one cut-off", {
  skip: existsSync(pairsFile) ? false : "the labelled pairs are not on this machine",
}, () => {
  // Safe: every column named in Row is in the header of the file, and csv-parse gives strings.
  const rows = existsSync(pairsFile) ? (parse(readFileSync(pairsFile), { columns: true }) as Row[]) : [];
  const frozen = rows.filter(({ score }) => score !== "");

  // The rules were written with the errors of both halves in sight; pairs nobody here has seen are the true test.
  test("prints the figures beside the peers'", () => {
    console.log(`${matcherVersion}, parameters ${parametersHash}, cut-off ${reviewCutOff}`);
    console.log(`pairs with a frozen score of the peer: ${frozen.length} of ${rows.length}`);
    console.table(Object.fromEntries(methods.map(([name, method]) => [name, figuresOf(outcomesOf(frozen, method))])));
    const mine = outcomesOf(rows, scoreOf);
    const slices: readonly (readonly [string, (row: Row) => boolean])[] = [
      ["all", () => true],
      ["first half", isFirstHalf],
      ["second half", (row) => !isFirstHalf(row)],
      ["persons", (row) => typeOf(row) === "person"],
      ["organisations", (row) => typeOf(row) === "organisation"],
      ...[...new Set(rows.map((row) => row.case_group))].map(
        (group) => [group, (row: Row) => row.case_group === group] as const,
      ),
    ];
    console.table(Object.fromEntries(slices.map(([name, of]) => [name, figuresOf(mine.filter(({ row }) => of(row)))])));
  });

  test("prints what a comparison costs", () => {
    const names = rows
      .flatMap((row) => (typeOf(row) === "person" ? [row.name1, row.name2] : []))
      .map((name) => analyseName(name, "person"));
    const rounds = 3;
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1)
      for (const a of names) for (const b of names) rankPair(a, b, evenRarity);
    const each = ((performance.now() - began) * 1_000) / (rounds * names.length ** 2);
    const explained = performance.now();
    for (const a of names) for (const b of names.slice(0, 50)) scorePair(a, b, evenRarity);
    const explainedEach = ((performance.now() - explained) * 1_000) / (names.length * 50);
    const analysed = performance.now();
    for (let round = 0; round < 20; round += 1) for (const row of rows) analyseName(row.name1, typeOf(row));
    const analysedEach = ((performance.now() - analysed) * 1_000) / (20 * rows.length);
    console.table({
      "µs each": {
        "rank a pair": each.toFixed(1),
        "explain a pair": explainedEach.toFixed(1),
        "take a name apart": analysedEach.toFixed(1),
        "(aim: rank)": "8",
      },
    });
  });
});
