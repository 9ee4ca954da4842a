import { describe, test } from "node:test";
import { searchName } from "../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../electron/screening/index/list-rarity.ts";
import { createNameIndex } from "../../electron/screening/index/name-index.ts";
import { indexName } from "../../electron/screening/index/name-words.ts";
import { openSegment } from "../../electron/screening/index/segment.ts";
import { createSegmentBuilder } from "../../electron/screening/index/segment-builder.ts";
import { bandFrom } from "../../shared/domain/score-bands.ts";
import { shown, timesOf } from "./screening/bench-numbers.ts";
import { type Asked, askedNames } from "./screening/known-entities.ts";
import { noRealLists, type RealLists, readClean, readRealLists } from "./screening/real-lists.ts";
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

type Search = (name: string, type: Asked["type"]) => readonly { readonly entryKey: string; readonly score: number }[];

/** An index of the listed names, and a search of it as a screening makes it. */
function indexOf(lists: RealLists): { index: ReturnType<typeof createNameIndex>; search: Search } {
  const builder = createSegmentBuilder();
  for (const { id, type, names } of lists.entities) builder.add({ entryKey: id, type, names });
  const index = createNameIndex();
  index.put(openSegment("lists", builder.finish()));
  const rarity = createListRarity(index);
  return { index, search: (name, type) => searchName({ index, rarity }, { name, type }) };
}

/** At most so many of a set, taken evenly from all of it. */
function sampleOf(asked: readonly Asked[], most: number): readonly Asked[] {
  return asked.filter((_, at) => at % Math.max(1, Math.floor(asked.length / most)) === 0).slice(0, most);
}

interface Compared {
  readonly name: string;
  readonly sample: number;
  /** Entities, the nearest first, each once. */
  search(text: string, type: Asked["type"]): readonly string[];
}

/** The share of each set that a searcher has among its first ten entities, how many it was asked, and what that took. */
function rowOf({ name, sample, search }: Compared, sets: ReadonlyMap<string, readonly Asked[]>): object {
  const row: Record<string, string> = { searcher: name };
  const ms: number[] = [];
  for (const [set, asked] of sets) {
    const own = sampleOf(asked, sample);
    let found = 0;
    for (const { text, type, answers } of own) {
      const startMs = performance.now();
      const entities = search(text, type);
      ms.push(performance.now() - startMs);
      if (entities.slice(0, 10).some((entity) => answers.has(entity))) found += 1;
    }
    row[set] = `${shown(found / own.length)} (${own.length})`;
  }
  return { ...row, ...timesOf(ms) };
}

describe("finding entities on real lists", { skip: noRealLists }, () => {
  test("prints the share found, set by set, and the alerts on clean names", async () => {
    const lists = readRealLists();
    const { index, search } = indexOf(lists);
    const sets = chosen(askedNames(lists));
    for (const one of [...sets.values()].flatMap((set) => set.slice(0, 40))) search(one.text, one.type);
    const misses: string[] = [];
    const table = [...sets].map(([set, asked]) => {
      const tally = { proposed: 0, first10: 0, weak: 0, possible: 0, strong: 0 };
      const ms: number[] = [];
      for (const { text, type, answers, entity } of asked) {
        const startMs = performance.now();
        const found = search(text, type);
        ms.push(performance.now() - startMs);
        const rank = found.findIndex(({ entryKey }) => answers.has(entryKey));
        if (rank >= 0 && rank < 10) tally.first10 += 1;
        const score = found[rank]?.score ?? 0;
        if (score >= bandFrom.weak) tally.weak += 1;
        if (score >= bandFrom.possible) tally.possible += 1;
        if (score >= bandFrom.strong) tally.strong += 1;
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
        "from 0.70": share(tally.weak),
        "from 0.80": share(tally.possible),
        "from 0.92": share(tally.strong),
        ...timesOf(ms),
      };
    });
    console.log(`${index.nameCount} listed names`);
    console.table(table);
    if (process.env["KURA_MISSES"] !== undefined)
      (await import("node:fs")).writeFileSync(process.env["KURA_MISSES"], `${misses.join("\n")}\n`);
    const clean = readClean().filter((_, at) => at % everyNth === 0);
    const scores = clean.map((name) => search(name, "person")[0]?.score ?? 0);
    const alerts = (from: number, to = Number.POSITIVE_INFINITY): string =>
      `${shown((100 * scores.filter((score) => score >= from && score < to).length) / clean.length, 2)} %`;
    const { strong, possible, weak } = bandFrom;
    console.table([
      {
        "clean names": clean.length,
        "strong, from 0.92": alerts(strong),
        "possible, 0.80 to 0.92": alerts(possible, strong),
        "weak, 0.70 to 0.80": alerts(weak, possible),
        // The two bands that the prototype was measured with.
        "from 0.85": alerts(0.85),
        "0.70 to 0.85": alerts(weak, 0.85),
      },
    ]);
  });

  test("prints what general searchers find of the same names", { skip: baselines }, () => {
    const lists = readRealLists();
    const listed = lists.entities.flatMap(({ id, names }) => names.map((text) => ({ id, text })));
    const sets = chosen(askedNames(lists));
    const { search } = indexOf(lists);
    const ours: Compared = {
      name: "this matcher, from 0.70",
      sample: mostOfASet,
      search: (text, type) => search(text, type).map(({ entryKey }) => entryKey),
    };
    const others = generalSearchers(listed.map(({ text }) => text)).map(
      ({ name, sample, search: find }): Compared => ({
        name,
        sample,
        search: (text) => [...new Set(find(text).map((number) => listed[number]?.id ?? ""))],
      }),
    );
    console.log("the right entity among the first ten, and in brackets how many names were asked of each");
    console.table(
      [ours, { ...ours, name: "this matcher, on samples", sample: 40 }, ...others].map((one) => rowOf(one, sets)),
    );
  });
});
