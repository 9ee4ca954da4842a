import { describe, test } from "node:test";
import { searchName } from "../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../electron/screening/index/list-rarity.ts";
import { createNameIndex } from "../../electron/screening/index/name-index.ts";
import { indexName } from "../../electron/screening/index/name-words.ts";
import { openSegment } from "../../electron/screening/index/segment.ts";
import { createSegmentBuilder } from "../../electron/screening/index/segment-builder.ts";
import { shown, timesOf } from "./screening/bench-numbers.ts";
import { type Asked, askedNames } from "./screening/known-entities.ts";
import { noRealLists, readClean, readRealLists } from "./screening/real-lists.ts";
import { generalSearchers } from "./screening/searchers.ts";

/**
 * Finds listed entities by names that their entries do not have. `KURA_SAMPLE=n` asks every n-th name of a set only;
 * `KURA_MISSES=file` writes what was not found; `KURA_BASELINES=0` leaves the general searchers out.
 */
const everyNth = Number(process.env["KURA_SAMPLE"] ?? 1);
const baselines: string | false = process.env["KURA_BASELINES"] === "0" ? "KURA_BASELINES=0" : false;
/** The largest set is cut, as in the figures it is compared with. */
const mostOfASet = 1_200;

function chosen(asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const sets = new Map<string, Asked[]>();
  for (const one of asked) sets.set(one.set, [...(sets.get(one.set) ?? []), one]);
  return new Map([...sets].map(([set, all]) => [set, all.slice(0, mostOfASet).filter((_, at) => at % everyNth === 0)]));
}

describe("finding entities on real lists", { skip: noRealLists }, () => {
  test("prints the share found, set by set, and the alerts on clean names", async () => {
    const lists = readRealLists();
    const builder = createSegmentBuilder();
    for (const { id, type, names } of lists.entities) builder.add({ entryKey: id, type, names });
    const index = createNameIndex();
    index.put(openSegment("lists", builder.finish()));
    const rarity = createListRarity(index);
    const search = (name: string, type: "person" | "organisation") => searchName({ index, rarity }, { name, type });
    const sets = chosen(askedNames(lists));
    for (const one of [...sets.values()].flatMap((set) => set.slice(0, 40))) search(one.text, one.type);
    const misses: string[] = [];
    const table = [...sets].map(([set, asked]) => {
      const tally = { proposed: 0, first10: 0, review: 0, strong: 0 };
      const ms: number[] = [];
      for (const { text, type, answers, entity } of asked) {
        const startMs = performance.now();
        const found = search(text, type);
        ms.push(performance.now() - startMs);
        const rank = found.findIndex(({ entryKey }) => answers.has(entryKey));
        if (rank >= 0 && rank < 10) tally.first10 += 1;
        if (rank >= 0) tally.review += 1;
        if ((found[rank]?.score ?? 0) >= 0.85) tally.strong += 1;
        const names = index.candidates(indexName(text, type));
        const isProposed = names.some(({ segment, name }) => answers.has(segment.entryKey(name)));
        if (isProposed) tally.proposed += 1;
        if (rank < 0) {
          const [first] = lists.entities.find(({ id }) => id === entity)?.names ?? [];
          misses.push([set, isProposed ? "scored low" : "not proposed", text, first].join("\t"));
        }
      }
      const share = (count: number): string => shown(count / asked.length);
      return {
        set,
        n: asked.length,
        "among candidates": share(tally.proposed),
        "recall@10": share(tally.first10),
        "at or above 0.70": share(tally.review),
        "0.85": share(tally.strong),
        ...timesOf(ms),
      };
    });
    console.log(`${index.nameCount} listed names`);
    console.table(table);
    if (process.env["KURA_MISSES"] !== undefined)
      (await import("node:fs")).writeFileSync(process.env["KURA_MISSES"], `${misses.join("\n")}\n`);
    const clean = readClean().filter((_, at) => at % everyNth === 0);
    const scores = clean.map((name) => search(name, "person")[0]?.score ?? 0);
    const alerts = (from: number, to: number): string =>
      `${shown((100 * scores.filter((score) => score >= from && score < to).length) / clean.length, 2)} %`;
    console.table([
      { "clean names": clean.length, "strong, from 0.85": alerts(0.85, 2), "review, 0.70 to 0.85": alerts(0.7, 0.85) },
    ]);
  });

  test("prints what general searchers find of the same names", { skip: baselines }, () => {
    const lists = readRealLists();
    const listed = lists.entities.flatMap(({ id, names }) => names.map((text) => ({ id, text })));
    const sets = [...chosen(askedNames(lists))];
    const table = generalSearchers(listed.map(({ text }) => text)).map(({ name, sample, search }) => {
      const row: Record<string, string> = { searcher: name };
      const ms: number[] = [];
      for (const [set, asked] of sets) {
        const own = asked.filter((_, at) => at % Math.max(1, Math.floor(asked.length / sample)) === 0).slice(0, sample);
        let found = 0;
        for (const { text, answers } of own) {
          const startMs = performance.now();
          const numbers = search(text);
          ms.push(performance.now() - startMs);
          if (numbers.some((number) => answers.has(listed[number]?.id ?? ""))) found += 1;
        }
        row[`${set}, recall@10`] = `${shown(found / own.length)} (${own.length})`;
      }
      return { ...row, ...timesOf(ms) };
    });
    console.table(table);
  });
});
