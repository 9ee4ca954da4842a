import {
  type Bench,
  type BenchPair,
  type ScoreRow,
  scoreRows,
  type WrongMark,
} from "../../../shared/domain/scorecard.ts";
import { judgePair } from "../match/judge-pair.ts";
import { evenRarity } from "../match/rarity.ts";
import { analyseName } from "../names/analyse-name.ts";
import { scriptOf } from "../names/scripts.ts";

/** What the worker is given. */
export interface BenchTask {
  readonly bench: Bench;
  /** From this score on a pair counts as found. */
  readonly cutOff: number;
}

/** How the whole bench was judged. */
export interface BenchOutcome {
  readonly rows: readonly ScoreRow[];
  readonly wrong: readonly WrongMark[];
}

/** The score at which one name finds the other, by the rules alone: no list says how rare its words are. 0 where it does not. */
export function scoreBenchPair({ a, b, kind }: BenchPair): number {
  return judgePair(analyseName(a, kind), analyseName(b, kind), evenRarity)?.score ?? 0;
}

/** Judges every pair. */
export function judgeBench({ bench, cutOff }: BenchTask, onPair: (done: number) => void): BenchOutcome {
  const wrong: WrongMark[] = [];
  const judged = bench.pairs.map((pair, at) => {
    const score = scoreBenchPair(pair);
    const found = score >= cutOff;
    if (found !== pair.same) wrong.push({ number: at + 1, score });
    onPair(at + 1);
    return { pair, found, scripts: [scriptOf(pair.a), scriptOf(pair.b)] as const };
  });
  return { rows: scoreRows(judged), wrong };
}
