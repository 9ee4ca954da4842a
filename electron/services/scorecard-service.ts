import type { Scorecard } from "../../shared/contract/calls/scorecard.ts";
import { ScoreRunId } from "../../shared/domain/ids.ts";
import { usualCutOff } from "../../shared/domain/score-bands.ts";
import {
  type Bench,
  type BenchPair,
  pairsIn,
  type ScoreRun,
  type WrongMark,
  type WrongPair,
} from "../../shared/domain/scorecard.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Locale } from "../../shared/strings/text.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { runBench } from "../screening/bench/run-bench.ts";
import { matcherVersion } from "../screening/match/matcher-version.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { NameSearch } from "./name-search.ts";
import { newId } from "./new-id.ts";
import { saveOutside } from "./save-outside.ts";
import { falseRates } from "./scorecard/false-rates.ts";
import { measureSpeed } from "./scorecard/measure-speed.ts";
import { scorecardTable } from "./scorecard/scorecard-csv.ts";
import { type Locked, mayDo, type OpenSession, type Session } from "./session.ts";
import type { Task, Tasks } from "./tasks.ts";

type Refused<C extends string> = { readonly code: C };

/** How well and how fast names are matched here, measured on the bench that ships, and how often lists alarm for nothing. */
export interface ScorecardService {
  /** Everybody who sees lists. The rates of lists are for those who read cases, over the cases they may read. */
  read(): Promise<Result<Scorecard, Locked>>;
  /** Measures the engine as it is, keeps the run and answers it. */
  run(input: { taskId: string }): Promise<Result<ScoreRun, Locked | Refused<"cancelled" | "name-search-stopped">>>;
  /** The pairs that a kept run judged wrongly; null where it was made on another version of the bench. */
  wrong(input: {
    runId: ScoreRunId;
  }): Promise<Result<{ pairs: WrongPair[] | null }, Locked | Refused<"unknown-score-run">>>;
  /** Writes the figures of all kept runs as CSV to where a dialog says. */
  export(input: { locale: Locale }): Promise<Result<{ runs: number }, Locked | Refused<"cancelled"> | VaultFault>>;
}

/** What the service is built from. */
export interface ScorecardServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly search: NameSearch;
  /** Reads the bench of this installation. */
  readonly loadBench: () => Promise<Bench>;
}

export function createScorecardService(parts: ScorecardServiceParts): ScorecardService {
  const { session, dialogs, loadBench } = parts;
  let bench: Promise<Bench> | undefined;
  const benchOnce = (): Promise<Bench> => {
    bench ??= loadBench();
    return bench;
  };
  return {
    read: async () => {
      const entered = session.require();
      if (!entered.ok) return entered;
      const open = entered.value;
      const { version, note, pairs } = await benchOnce();
      const rates = mayDo(open, "read-cases") ? await falseRates(open, () => session.current() !== open) : null;
      if (rates === undefined || session.current() !== open) return err({ code: "vault-locked" });
      const runs = open.tables.scorecards.list();
      return ok({ bench: { version, note, pairs: pairs.length }, matcherVersion, runs, rates });
    },
    run: async ({ taskId }) => {
      const entered = session.require();
      if (!entered.ok) return entered;
      const task = parts.tasks.begin({ taskId, label: "scorecard", unit: "items" });
      try {
        return await measure(parts, entered.value, { bench: await benchOnce(), task });
      } finally {
        task.end();
      }
    },
    wrong: async ({ runId }) => {
      const entered = session.require();
      if (!entered.ok) return entered;
      const { version, pairs } = await benchOnce();
      if (session.current() !== entered.value) return err({ code: "vault-locked" });
      const run = entered.value.tables.scorecards.find(runId);
      if (run === undefined) return err({ code: "unknown-score-run" });
      if (run.benchVersion !== version) return ok({ pairs: null });
      return ok({ pairs: run.wrong.flatMap((mark) => withPair(pairs[mark.number - 1], mark)) });
    },
    export: async ({ locale }) => {
      const entered = session.require();
      if (!entered.ok) return entered;
      const runs = entered.value.tables.scorecards.list();
      const path = await dialogs.saveFile("scorecard-copy", "scorecard.csv");
      if (path === undefined) return err({ code: "cancelled" });
      const saved = await saveOutside(path, scorecardTable(runs, locale));
      return saved.ok ? ok({ runs: runs.length }) : saved;
    },
  };
}

function withPair(pair: BenchPair | undefined, mark: WrongMark): WrongPair[] {
  return pair === undefined ? [] : [{ ...pair, ...mark }];
}

/** Share of the task's bar that the bench takes; the rest is for the searches. */
const benchPart = 0.8;
const barSteps = 1_000;

async function measure(
  { session, clock, random, search }: ScorecardServiceParts,
  open: OpenSession,
  { bench, task }: { readonly bench: Bench; readonly task: Task },
): Promise<Result<ScoreRun, Locked | Refused<"cancelled" | "name-search-stopped">>> {
  const moved = (from: number, to: number, share: number): void =>
    task.progress(Math.round((from + (to - from) * share) * barSteps), barSteps);
  const judged = await runBench(
    { bench, cutOff: usualCutOff },
    { signal: task.signal, onProgress: ({ done, total }) => moved(0, benchPart, done / total) },
  );
  if (session.current() !== open) return err({ code: "vault-locked" });
  if (!judged.ok) return err({ code: judged.error === "cancelled" ? "cancelled" : "name-search-stopped" });
  const speed = await measureSpeed(open, bench, {
    search,
    nowMs: () => clock.monotonicMs(),
    goOn: (done, total) => {
      moved(benchPart, 1, done / total);
      return !task.signal.aborted && session.current() === open;
    },
  });
  if (session.current() !== open) return err({ code: "vault-locked" });
  if (speed === "ended" || task.signal.aborted) return err({ code: "cancelled" });
  const run: ScoreRun = {
    id: newId(ScoreRunId, random),
    at: Instant.parse(clock.nowMs()),
    by: open.person.displayName,
    matcherVersion,
    benchVersion: bench.version,
    cutOff: usualCutOff,
    rows: [...judged.value.rows],
    wrong: judged.value.wrong.length,
    speed: speed ?? null,
  };
  open.write(() => {
    open.tables.scorecards.add(run, judged.value.wrong);
    open.note("scorecard-run", null, {
      bench: run.benchVersion,
      pairs: run.rows[0] === undefined ? 0 : pairsIn(run.rows[0].tally),
      wrong: run.wrong,
    });
  });
  return ok(run);
}
