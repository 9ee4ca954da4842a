import {
  type Bench,
  type BenchPair,
  type ScoreRow,
  scoreRows,
  type WrongMark,
} from "../../../shared/domain/scorecard.ts";
import { scoreBenchPair } from "../../screening/bench/score-bench-pair.ts";

/** How the whole bench was judged. */
export interface BenchOutcome {
  readonly rows: readonly ScoreRow[];
  readonly wrong: readonly WrongMark[];
}

/** A run that is watched and can be ended. */
export interface Watched {
  /** Called between slices; answering false ends the work. */
  readonly goOn: (done: number, total: number) => boolean;
  readonly nowMs: () => number;
}

/** Longest the engine is held by one slice, in milliseconds: calls of the window come in between. */
const sliceMs = 12;

/** Scores every pair in slices. Answers nothing when it was ended. */
export async function measureBench(
  bench: Bench,
  { cutOff, goOn, nowMs }: Watched & { readonly cutOff: number },
): Promise<BenchOutcome | undefined> {
  const judged: { pair: BenchPair; found: boolean }[] = [];
  const wrong: WrongMark[] = [];
  let sliceBegan = nowMs();
  for (const [at, pair] of bench.pairs.entries()) {
    if (nowMs() - sliceBegan >= sliceMs) {
      if (!goOn(at, bench.pairs.length)) return undefined;
      await new Promise(setImmediate);
      sliceBegan = nowMs();
    }
    const score = scoreBenchPair(pair);
    const found = score >= cutOff;
    judged.push({ pair, found });
    if (found !== pair.same) wrong.push({ number: at + 1, score });
  }
  return { rows: scoreRows(judged), wrong };
}
