import { searchName } from "../../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../../electron/screening/index/list-rarity.ts";
import { createNameIndex, type NameIndex } from "../../../electron/screening/index/name-index.ts";
import { startScreeningWorker } from "../../../electron/screening/index/screening-client.ts";
import { openSegment, type SegmentColumns } from "../../../electron/screening/index/segment.ts";
import { createSegmentBuilder, type IndexedEntry } from "../../../electron/screening/index/segment-builder.ts";
import { createSubjectIndex } from "../../../electron/screening/index/subject-index.ts";
import type { NameQuery } from "../../../electron/screening/match/candidate.ts";
import type { Rarity } from "../../../electron/screening/match/rarity.ts";
import { cpuSeconds, quantile, scriptGroup, shown, timesOf } from "./bench-numbers.ts";
import { type MemoryMeter, startMemoryMeter } from "./memory-meter.ts";
import { createNameMaker } from "./name-maker.ts";
import { type Corpus, entriesUpTo, readCorpus, spread } from "./scale-corpus.ts";

/** What one scale is measured with; `subjects` 0: no re-screening. */
export interface ScaleTask {
  readonly names: number;
  readonly queries: number;
  readonly subjects: number;
  readonly changedNames: number;
  /** Built in the app's worker, under its limits, instead of here. */
  readonly inWorker: boolean;
}

/** One line of a printed table. */
export type Row = Readonly<Record<string, string | number>>;

/** What one scale came to: a line of the table of growth, times by script, and the re-screening. */
export interface ScaleOutcome {
  readonly growth: Row;
  readonly scripts: readonly Row[];
  readonly rescreening: readonly Row[];
}

interface Built {
  readonly index: NameIndex;
  readonly rarity: Rarity;
}

function bytesOf(columns: SegmentColumns): number {
  const all: readonly (Uint8Array | Uint32Array)[] = Object.values({ ...columns });
  return all.reduce((sum, column) => sum + column.byteLength, 0);
}

function build(corpus: Corpus, names: number, memory: MemoryMeter): Built & { readonly row: Row } {
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  const builder = createSegmentBuilder();
  for (const entry of entriesUpTo(corpus, names)) builder.add(entry);
  const segment = openSegment("all", builder.finish());
  const index = createNameIndex();
  index.put(segment);
  const wallS = (performance.now() - startMs) / 1000;
  const row = {
    names: index.nameCount,
    "build s": shown(wallS, 1),
    "build cpu s": shown(cpuSeconds(cpu), 1),
    words: segment.termCount,
    "columns MB": Math.round(bytesOf(segment.columns) / 1e6),
    "peak MB": memory.peakMb(),
    "added MB": memory.addedMb(),
  };
  return { index, rarity: createListRarity(index), row };
}

interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}

/** By script, and all together under `all`. */
function search({ index, rarity }: Built, queries: readonly NameQuery[]): ReadonlyMap<string, Times> {
  for (const query of spread(queries, 200)) searchName({ index, rarity }, query);
  const byScript = new Map<string, Times>();
  for (const query of queries) {
    const startMs = performance.now();
    const cpu = process.cpuUsage();
    searchName({ index, rarity }, query);
    const cpuMs = cpuSeconds(cpu) * 1000;
    const wallMs = performance.now() - startMs;
    for (const group of [scriptGroup(query.name), "all"]) {
      const times = byScript.get(group) ?? { wall: [], cpu: [] };
      times.wall.push(wallMs);
      times.cpu.push(cpuMs);
      byScript.set(group, times);
    }
  }
  return byScript;
}

function shownTimes({ wall, cpu }: Times): Row {
  return {
    ...timesOf(wall),
    "cpu p50 ms": shown(quantile(cpu, 0.5), 2),
    "cpu p95 ms": shown(quantile(cpu, 0.95), 2),
  };
}

/** Many subjects against everything, and a changed edition against the same subjects. */
function rescreen(corpus: Corpus, { index, rarity }: Built, { subjects, changedNames }: ScaleTask): readonly Row[] {
  if (subjects === 0) return [];
  const make = createNameMaker(corpus.parts, 31);
  const asked = Array.from({ length: subjects }, (_, at): NameQuery => {
    const real = at % 4 === 0 ? corpus.queries[(at / 4) % Math.max(1, corpus.queries.length)] : undefined;
    const made = make();
    return real ?? { name: made.text, type: made.type };
  });
  const timed = (what: string, work: () => number): Row => {
    const cpu = process.cpuUsage();
    const startMs = performance.now();
    const hits = work();
    const wallS = (performance.now() - startMs) / 1000;
    return { what, "wall s": shown(wallS, 1), "cpu s": shown(cpuSeconds(cpu), 1), "with a hit": hits };
  };
  const whole = timed(
    `${asked.length} subjects × ${index.nameCount} names`,
    () => asked.filter((query) => searchName({ index, rarity }, query).length > 0).length,
  );
  if (changedNames === 0) return [whole];
  const changed = createNameMaker(corpus.parts, 53);
  const entries = Array.from({ length: changedNames }, (_, at): IndexedEntry => {
    const { text, type } = changed();
    return { entryKey: at.toString(16).padStart(32, "0"), type, names: [text] };
  });
  const turned = timed(`${changedNames} changed names × ${asked.length} subjects`, () => {
    const subjectIndex = createSubjectIndex(asked, rarity);
    return new Set(entries.flatMap((entry) => subjectIndex.meet(entry).map(({ query }) => query))).size;
  });
  return [whole, turned];
}

function measureHere(corpus: Corpus, task: ScaleTask): ScaleOutcome {
  const memory = startMemoryMeter();
  const built = build(corpus, task.names, memory);
  const times = search(built, corpus.queries);
  const all = times.get("all");
  const growth = {
    ...built.row,
    ...(all === undefined ? {} : shownTimes(all)),
    "after searching MB": memory.addedMb(),
  };
  const scripts = [...times].map(([script, own]) => ({ script, n: own.wall.length, ...shownTimes(own) }));
  return { growth, scripts, rescreening: rescreen(corpus, built, task) };
}

/** Entries in one message, as the engine sends them. */
const entriesAtOnce = 250;

/** Whether a list of this size can be indexed and searched by the worker as it runs in the app. */
async function measureInWorker(corpus: Corpus, { names }: ScaleTask): Promise<ScaleOutcome> {
  const memory = startMemoryMeter();
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  const program = new URL("../../../electron/screening/index/screening-worker.ts", import.meta.url);
  const client = startScreeningWorker(program);
  let batch: IndexedEntry[] = [];
  let outcome = "";
  const send = async (): Promise<void> => {
    const taken = await client.ask({ ask: "gather", editionId: "all", entries: batch });
    if (!taken.ok) outcome = taken.error;
    batch = [];
  };
  for (const entry of entriesUpTo(corpus, names)) {
    if (outcome !== "") break;
    if (batch.push(entry) === entriesAtOnce) await send();
  }
  await send();
  const finished = await client.ask({ ask: "finish", editionId: "all" });
  const wallS = (performance.now() - startMs) / 1000;
  const cpuS = cpuSeconds(cpu);
  const found = await client.ask({ ask: "search", editionIds: ["all"], queries: corpus.queries });
  const growth = {
    names: finished.ok ? finished.value.names : outcome || finished.error,
    "build s": shown(wallS, 1),
    "build cpu s": shown(cpuS, 1),
    "peak MB": memory.peakMb(),
    "after searching MB": memory.addedMb(),
    searched: found.ok ? found.value.length : found.error,
  };
  client.end();
  return { growth, scripts: [], rescreening: [] };
}

// Safe: the bench that starts this program writes the task.
const task = JSON.parse(process.argv[2] ?? "") as ScaleTask;
const corpus = await readCorpus(task.queries);
const outcome = task.inWorker ? await measureInWorker(corpus, task) : measureHere(corpus, task);
process.stdout.write(JSON.stringify(outcome));
