import { z } from "zod";
import type { ScoreRunId } from "../../../shared/domain/ids.ts";
import { ScoreRun, WrongMark } from "../../../shared/domain/scorecard.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** What a run judged wrongly, and on which version of the bench. */
export interface WrongMarks {
  readonly benchVersion: number;
  readonly wrong: readonly WrongMark[];
}

/** Runs of the matcher over the bench. They are about the engine and not about any case. */
export interface ScorecardTable {
  /** Keeps a run; the oldest beyond `keptRuns` go. */
  add(run: ScoreRun, wrong: readonly WrongMark[]): void;
  /** Latest first. */
  list(): ScoreRun[];
  find(id: ScoreRunId): WrongMarks | undefined;
}

/** Runs that are kept. */
const keptRuns = 200;

export function createScorecardTable(db: Database): ScorecardTable {
  const insert = db.prepare<[string, number, string, string]>(
    "INSERT INTO scorecard_run (id, at, body, wrong) VALUES (?, ?, ?, ?)",
  );
  const prune = db.prepare<[number]>(
    "DELETE FROM scorecard_run WHERE id NOT IN (SELECT id FROM scorecard_run ORDER BY at DESC, id LIMIT ?)",
  );
  const all = db.prepare<[], { body: string }>("SELECT body FROM scorecard_run ORDER BY at DESC, id");
  const one = db.prepare<[string], { body: string; wrong: string }>(
    "SELECT body, wrong FROM scorecard_run WHERE id = ?",
  );
  return {
    add: (run, wrong) => {
      insert.run(run.id, run.at, toJson(run), toJson(wrong));
      prune.run(keptRuns);
    },
    list: () => all.all().map((row) => fromJson(ScoreRun, row.body)),
    find: (id) => {
      const row = one.get(id);
      if (row === undefined) return undefined;
      const { benchVersion } = fromJson(ScoreRun, row.body);
      return { benchVersion, wrong: fromJson(z.array(WrongMark), row.wrong) };
    },
  };
}
