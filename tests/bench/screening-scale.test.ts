import { describe, test } from "node:test";
import { searchName } from "../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../electron/screening/index/list-rarity.ts";
import { createNameIndex, type NameIndex } from "../../electron/screening/index/name-index.ts";
import { indexName } from "../../electron/screening/index/name-words.ts";
import { openSegment, type SegmentColumns } from "../../electron/screening/index/segment.ts";
import { createSegmentBuilder, type IndexedEntry } from "../../electron/screening/index/segment-builder.ts";
import { createSubjectIndex } from "../../electron/screening/index/subject-index.ts";
import type { NameQuery } from "../../electron/screening/match/candidate.ts";
import type { Rarity } from "../../electron/screening/match/rarity.ts";
import { cpuSeconds, scriptGroup, shown, timesOf } from "./screening/bench-numbers.ts";
import { createNameMaker, type NameParts, readJapaneseNames } from "./screening/name-maker.ts";
import { noRealLists, readClean, readMangled, readRealLists } from "./screening/real-lists.ts";

/**
 * How building and searching grow with the number of names. `KURA_SCALES=100000,1000000` chooses the numbers of names,
 * `KURA_QUERIES` how many are searched, `KURA_SUBJECTS` and `KURA_CHANGED` the size of the re-screening (0: none).
 * Start with `node --expose-gc` for the memory column.
 */
const scales = (process.env["KURA_SCALES"] ?? "100000,300000,1000000").split(",").map(Number);
const mostQueries = Number(process.env["KURA_QUERIES"] ?? 1_500);
const subjects = Number(process.env["KURA_SUBJECTS"] ?? 10_000);
const changedNames = Number(process.env["KURA_CHANGED"] ?? 5_000);

const collect = (): void => {
  if (globalThis.gc !== undefined) globalThis.gc();
};

interface Corpus {
  readonly parts: NameParts;
  readonly entries: readonly IndexedEntry[];
  readonly queries: readonly NameQuery[];
}

/** Parts of real names where the lists are here; invented syllables elsewhere. */
async function readCorpus(): Promise<Corpus> {
  const japanese = await readJapaneseNames(60_000);
  if (noRealLists !== false) return inventedCorpus(japanese);
  const lists = readRealLists();
  const words = (type: "person" | "organisation"): readonly string[] => [
    ...new Set(
      lists.entities
        .filter((entity) => entity.type === type)
        .flatMap(({ names }) => names.filter((name) => /^[\p{ASCII}]*$/u.test(name)))
        .flatMap((name) => name.split(/[\s,]+/))
        .filter((word) => word.length > 2),
    ),
  ];
  const asked: readonly NameQuery[] = [
    ...readClean().map((name) => ({ name, type: "person" as const })),
    ...readMangled().map(({ mangled }) => ({ name: mangled, type: "person" as const })),
    ...lists.queries.filter((_, at) => at % 5 === 0).map(({ text, type }) => ({ name: text, type })),
  ];
  return {
    parts: { personWords: words("person"), organisationWords: words("organisation"), japanese },
    entries: lists.entities.map(({ id, type, names }) => ({ entryKey: id, type, names })),
    queries: spread(asked, mostQueries),
  };
}

function inventedCorpus(japanese: readonly string[]): Corpus {
  const syllables = "ka mi ro ten sul var dor nal pe zhe lin gra bo stu fel".split(" ");
  const words = Array.from({ length: 3_000 }, (_, at) =>
    [at % 15, (at >> 2) % 15, (at >> 5) % 15].map((one) => syllables[one] ?? "").join(""),
  );
  const parts = { personWords: words, organisationWords: words, japanese };
  const make = createNameMaker(parts, 99);
  const queries = Array.from({ length: mostQueries }, () => make()).map(({ text, type }) => ({ name: text, type }));
  return { parts, entries: [], queries };
}

function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0).slice(0, most);
}

function bytesOf(columns: SegmentColumns): number {
  const all: readonly (Uint8Array | Uint32Array)[] = Object.values({ ...columns });
  return all.reduce((sum, column) => sum + column.byteLength, 0);
}

interface Built {
  readonly index: NameIndex;
  readonly rarity: Rarity;
}

function build({ entries, parts }: Corpus, names: number): Built & { readonly row: Record<string, string | number> } {
  collect();
  const before = process.memoryUsage();
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  const builder = createSegmentBuilder();
  const make = createNameMaker(parts, 7);
  for (const entry of entries) if (builder.nameCount < names) builder.add(entry);
  for (let at = 0; builder.nameCount < names; at += 1) {
    const { text, type } = make();
    builder.add({ entryKey: at.toString(16).padStart(32, "0"), type, names: [text] });
  }
  const segment = openSegment("all", builder.finish());
  const index = createNameIndex();
  index.put(segment);
  const wallS = (performance.now() - startMs) / 1000;
  const cpuS = cpuSeconds(cpu);
  collect();
  const after = process.memoryUsage();
  const mb = (bytes: number): number => Math.round(bytes / 1e6);
  const row = {
    names: index.nameCount,
    "build s": shown(wallS, 1),
    "build cpu s": shown(cpuS, 1),
    words: segment.termCount,
    "columns MB": mb(bytesOf(segment.columns)),
    "memory added MB": mb(after.rss - before.rss),
    "held MB": mb(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed),
  };
  return { index, rarity: createListRarity(index), row };
}

function measure({ index, rarity }: Built, queries: readonly NameQuery[]): void {
  for (const query of spread(queries, 200)) searchName({ index, rarity }, query);
  const byScript = new Map<string, { wall: number[]; cpu: number[]; find: number[] }>();
  for (const query of queries) {
    const startMs = performance.now();
    const cpu = process.cpuUsage();
    searchName({ index, rarity }, query);
    const cpuMs = cpuSeconds(cpu) * 1000;
    const wallMs = performance.now() - startMs;
    const againMs = performance.now();
    index.candidates(indexName(query.name, query.type));
    const findMs = performance.now() - againMs;
    for (const group of [scriptGroup(query.name), "all"]) {
      const times = byScript.get(group) ?? { wall: [], cpu: [], find: [] };
      times.wall.push(wallMs);
      times.cpu.push(cpuMs);
      times.find.push(findMs);
      byScript.set(group, times);
    }
  }
  console.table(
    [...byScript].map(([script, { wall, cpu, find }]) => ({
      script,
      n: wall.length,
      ...timesOf(wall),
      "cpu p50": timesOf(cpu)["p50 ms"],
      "cpu p95": timesOf(cpu)["p95 ms"],
      "finding again p50": timesOf(find)["p50 ms"],
      "finding again p95": timesOf(find)["p95 ms"],
    })),
  );
}

/** Ten thousand subjects against everything, and a changed edition against ten thousand subjects. */
function rescreen(corpus: Corpus, { index, rarity }: Built): void {
  const make = createNameMaker(corpus.parts, 31);
  const asked = Array.from({ length: subjects }, (_, at): NameQuery => {
    const real = at % 4 === 0 ? corpus.queries[(at / 4) % Math.max(1, corpus.queries.length)] : undefined;
    const made = make();
    return real ?? { name: made.text, type: made.type };
  });
  const rows = [];
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  const hits = asked.filter((query) => searchName({ index, rarity }, query).length > 0).length;
  const wall = (from: number): string => shown((performance.now() - from) / 1000, 1);
  const what = `${asked.length} subjects × ${index.nameCount} names`;
  rows.push({ what, "wall s": wall(startMs), "cpu s": shown(cpuSeconds(cpu), 1), "with a hit": hits });
  if (changedNames > 0) {
    const changed = createNameMaker(corpus.parts, 53);
    const entries = Array.from({ length: changedNames }, (_, at): IndexedEntry => {
      const { text, type } = changed();
      return { entryKey: at.toString(16).padStart(32, "0"), type, names: [text] };
    });
    const cpuTurned = process.cpuUsage();
    const turnedMs = performance.now();
    const turned = createSubjectIndex(asked, rarity);
    const found = new Set(entries.flatMap((entry) => turned.meet(entry).map(({ query }) => query)));
    rows.push({
      what: `${changedNames} changed names × ${asked.length} subjects`,
      "wall s": wall(turnedMs),
      "cpu s": shown(cpuSeconds(cpuTurned), 1),
      "with a hit": found.size,
    });
  }
  console.table(rows);
}

describe("the index as it grows", () => {
  test("prints building, memory and searching at each scale", async () => {
    const corpus = await readCorpus();
    for (const names of scales) {
      const { row, ...built } = build(corpus, names);
      console.table([row]);
      measure(built, corpus.queries);
      if (subjects > 0 && names === Math.min(scales.at(-1) ?? 0, 1_000_000)) rescreen(corpus, built);
    }
  });
});
