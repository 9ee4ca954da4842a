import { type Bench, percentile, type SlowSearch, type SpeedFacts } from "../../../shared/domain/scorecard.ts";
import { scriptOf } from "../../screening/names/scripts.ts";
import type { NameSearch } from "../name-search.ts";
import type { OpenSession } from "../session.ts";

/** A measurement that is watched and can be ended. */
export interface Watched {
  /** Called before each search; answering false ends the work. */
  readonly goOn: (done: number, total: number) => boolean;
  readonly nowMs: () => number;
}

/** Names searched; spread evenly over the bench, so that every set has its share and two runs search the same. */
const mostSearches = 300;
const slowestShown = 10;

/**
 * Searches names of the bench one after the other in the lists as they are loaded, and keeps how long each took: what a
 * reviewer waits for, with everything between the call and the answer. Nothing where no list is loaded; `ended` when the
 * work was ended.
 */
export async function measureSpeed(
  open: OpenSession,
  bench: Bench,
  { search, goOn, nowMs }: Watched & { readonly search: NameSearch },
): Promise<SpeedFacts | "ended" | undefined> {
  const numbers = spread(bench.pairs.length);
  if (open.tables.lists.current().length === 0) return undefined;
  // The first search may have to build the index; it is no measure of a search.
  const { editions } = await search.search(open, [queryOf(bench, numbers[0] ?? 1)]);
  const times: SlowSearch[] = [];
  for (const number of numbers) {
    if (!goOn(times.length, numbers.length)) return "ended";
    await new Promise(setImmediate);
    const query = queryOf(bench, number);
    const began = nowMs();
    const { found } = await search.search(open, [query]);
    const ms = Math.round((nowMs() - began) * 1_000) / 1_000;
    const characters = [...query.name].length;
    times.push({
      number,
      name: query.name,
      script: scriptOf(query.name),
      characters,
      ms,
      candidates: found[0]?.length ?? 0,
    });
  }
  times.sort((a, b) => b.ms - a.ms);
  const sorted = times.map(({ ms }) => ms).toReversed();
  return {
    searches: times.length,
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    slowest: times.slice(0, slowestShown),
    lists: editions.length,
    entries: editions.reduce((sum, { entries }) => sum + entries, 0),
  };
}

/** Places in the bench, from 1. */
function spread(pairs: number): readonly number[] {
  const searches = Math.min(mostSearches, pairs);
  return Array.from({ length: searches }, (_, at) => Math.floor((at * pairs) / searches) + 1);
}

function queryOf(bench: Bench, number: number): { name: string; type: "person" | "organisation" } {
  const pair = bench.pairs[number - 1];
  return { name: pair?.a ?? "", type: pair?.kind ?? "person" };
}
