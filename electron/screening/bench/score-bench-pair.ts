import type { BenchPair } from "../../../shared/domain/scorecard.ts";
import type { ListEntry } from "../lists/list-entry.ts";
import { createMatcher } from "../match/matcher.ts";
import { scriptOf } from "../names/scripts.ts";

/** The score at which one name finds the other, standing alone in a list; 0 where it does not find it. */
export function scoreBenchPair({ a, b, kind }: BenchPair): number {
  const matcher = createMatcher([{ editionId: "bench", entries: [entryNamed(b, kind)] }]);
  return Math.max(0, ...matcher.search({ name: a, type: kind }).map(({ score }) => score));
}

function entryNamed(text: string, type: BenchPair["kind"]): ListEntry {
  return {
    entryKey: "0".repeat(32),
    type,
    names: [{ text, kind: "primary", script: scriptOf(text) }],
    countries: [],
    identifiers: [],
    birthDates: [],
    programmes: [],
    wmd: [],
    conventional: false,
    remarks: "",
    sourceId: null,
    rowNumber: 1,
  };
}
