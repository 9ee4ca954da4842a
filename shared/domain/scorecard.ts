import { z } from "zod";
import { EditionId, ScoreRunId } from "./ids.ts";
import { Instant } from "./time.ts";

/** Two invented names and whether they are spellings of one name. */
export const BenchPair = z.strictObject({
  a: z.string().min(1).max(1_000),
  b: z.string().min(1).max(1_000),
  kind: z.enum(["person", "organisation"]),
  /** What the pair tries: `variant-kanji`, `kana` … */
  set: z.string().regex(/^[a-z][a-z-]{0,39}$/u),
  same: z.boolean(),
});
export type BenchPair = z.infer<typeof BenchPair>;

/** The pairs that ship with the app, and how they were made. */
export const Bench = z.strictObject({
  version: z.int().positive(),
  note: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  pairs: z.array(BenchPair).min(1),
});
export type Bench = z.infer<typeof Bench>;

const count = z.int().nonnegative();

/** How a group of pairs was judged; "found" means at or above the cut-off. */
export const Tally = z.object({
  /** One name, found. */
  hits: count,
  /** One name, not found. */
  misses: count,
  /** Two names, found. */
  falseAlarms: count,
  /** Two names, not found. */
  rightlyApart: count,
});
export type Tally = z.infer<typeof Tally>;

/**
 * A group of pairs: all of them, those of one kind of subject, of one set, or of one script on each side (`latin`, or
 * `han-latin` where the searched name is in Han and the other in Latin letters; runs from before these were counted have none).
 */
export const ScoreRow = z.object({ group: z.enum(["all", "kind", "set", "script"]), key: z.string(), tally: Tally });
export type ScoreRow = z.infer<typeof ScoreRow>;

/** A pair that was judged wrongly, by its place in the bench, from 1. */
export const WrongMark = z.object({ number: z.int().positive(), score: z.number().min(0).max(1) });
export type WrongMark = z.infer<typeof WrongMark>;

/** The same with the pair itself. */
export const WrongPair = BenchPair.extend(WrongMark.shape);
export type WrongPair = z.infer<typeof WrongPair>;

/** One search among the slowest: the name of the bench under that number. */
export const SlowSearch = z.object({
  number: z.int().positive(),
  /** Empty in runs from before it was kept. */
  name: z.string().default(""),
  script: z.string(),
  characters: count,
  ms: z.number().nonnegative(),
  candidates: count,
});
export type SlowSearch = z.infer<typeof SlowSearch>;

/** How long names of the bench took to search, one after the other, in the lists as they are loaded. */
export const SpeedFacts = z.object({
  searches: z.int().positive(),
  p50Ms: z.number().nonnegative(),
  p95Ms: z.number().nonnegative(),
  slowest: z.array(SlowSearch),
  lists: count,
  entries: count,
});
export type SpeedFacts = z.infer<typeof SpeedFacts>;

/** One run over the bench on this machine, kept so that a later one can be held against it. */
export const ScoreRun = z.object({
  id: ScoreRunId,
  at: Instant,
  by: z.string(),
  matcherVersion: z.string(),
  benchVersion: z.int().positive(),
  cutOff: z.number().min(0).max(1),
  rows: z.array(ScoreRow),
  /** Pairs judged wrongly. */
  wrong: count,
  /** Null where no list was loaded. */
  speed: SpeedFacts.nullable(),
});
export type ScoreRun = z.infer<typeof ScoreRun>;

/** How often people found hits on one edition of a list to be somebody else. */
export const ListFalseRate = z.object({
  editionId: EditionId,
  title: z.string(),
  edition: z.string(),
  /** Hits with a final verdict, and those of them that were somebody else. */
  judged: count,
  different: count,
  /** Hits without a final verdict. */
  open: count,
});
export type ListFalseRate = z.infer<typeof ListFalseRate>;

/** A share, and where the true one lies with 95 % certainty, all from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Of what was found, how much was right; of what was there, how much was found; both in one. Null where nothing can be said. */
export interface Measures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** The measures of a tally. */
export function measuresOf({ hits, misses, falseAlarms }: Tally): Measures {
  const over = (whole: number): number | null => (whole === 0 ? null : hits / whole);
  const whole = 2 * hits + misses + falseAlarms;
  return {
    precision: over(hits + falseAlarms),
    recall: over(hits + misses),
    f1: whole === 0 ? null : (2 * hits) / whole,
  };
}

/** Pairs in a tally. */
export function pairsIn({ hits, misses, falseAlarms, rightlyApart }: Tally): number {
  return hits + misses + falseAlarms + rightlyApart;
}

/** Standard deviations to either side that hold 95 % of a normal distribution. */
const z95 = 1.959_964;

/** A share with Wilson's interval, which stays honest for small numbers; nothing for a share of nothing. */
export function shareOf(part: number, whole: number): Share | undefined {
  if (whole <= 0) return undefined;
  const share = part / whole;
  const square = z95 * z95;
  const centre = share + square / (2 * whole);
  const spread = z95 * Math.sqrt((share * (1 - share) + square / (4 * whole)) / whole);
  const scale = 1 + square / whole;
  // Rounding must not lift an end past the share itself.
  const low = part === 0 ? 0 : Math.max(0, (centre - spread) / scale);
  const high = part === whole ? 1 : Math.min(1, (centre + spread) / scale);
  return { share, low, high };
}

/** Fewer verdicts than this say little about a list. */
export const fewVerdicts = 30;

/** A pair of the bench, whether its one name found the other, and the scripts of both. */
export interface JudgedPair {
  readonly pair: BenchPair;
  readonly found: boolean;
  readonly scripts: readonly [string, string];
}

/** Groups judged pairs: all, then by kind, by set and by script, each in the order in which the bench has them. */
export function scoreRows(judged: readonly JudgedPair[]): ScoreRow[] {
  const rows = new Map<string, ScoreRow>();
  const rank = { all: 0, kind: 1, set: 2, script: 3 } as const;
  for (const { pair, found, scripts } of judged) {
    for (const [group, key] of [
      ["all", "all"],
      ["kind", pair.kind],
      ["set", pair.set],
      ["script", scripts[0] === scripts[1] ? scripts[0] : scripts.join("-")],
    ] as const) {
      const row = rows.get(`${group}:${key}`) ?? { group, key, tally: emptyTally };
      rows.set(`${group}:${key}`, { ...row, tally: counted(row.tally, pair.same, found) });
    }
  }
  return [...rows.values()].sort((a, b) => rank[a.group] - rank[b.group]);
}

const emptyTally: Tally = { hits: 0, misses: 0, falseAlarms: 0, rightlyApart: 0 };

function counted(tally: Tally, same: boolean, found: boolean): Tally {
  const field = same ? (found ? "hits" : "misses") : found ? "falseAlarms" : "rightlyApart";
  return { ...tally, [field]: tally[field] + 1 };
}

/** The value below which this share of the sorted values lies: the nearest rank. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
