import { z } from "zod";
import { Bilingual } from "../../domain/content/bilingual.ts";
import { ScoreRunId } from "../../domain/ids.ts";
import { ListFalseRate, ScoreRun, WrongPair } from "../../domain/scorecard.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { LocaleId } from "./app.ts";

/** What the scorecard page shows. */
export const Scorecard = z.object({
  bench: z.object({ version: z.int().positive(), note: Bilingual, pairs: z.int().positive() }),
  /** The rules a run would measure now. */
  matcherVersion: z.string(),
  /** Kept runs, latest first. */
  runs: z.array(ScoreRun),
  /** Null for somebody who reads no cases. */
  rates: z.array(ListFalseRate).nullable(),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const scorecard = {
  /** The bench, the kept runs and the rates of lists over the cases I may read. */
  read: channel({ request: z.strictObject({}), response: Scorecard, errors: ["vault-locked"] }),

  /** Measures the engine on the bench as it is now, and keeps the run. Takes seconds to minutes; can be cancelled. */
  run: channel({
    request: z.strictObject({ taskId: z.string().min(1).max(64) }),
    response: ScoreRun,
    errors: ["vault-locked", "cancelled", "name-search-stopped"],
  }),

  /** The pairs that a kept run judged wrongly; null where it was made on another version of the bench. */
  wrong: channel({
    request: z.strictObject({ runId: ScoreRunId }),
    response: z.object({ pairs: z.array(WrongPair).nullable() }),
    errors: ["vault-locked", "unknown-score-run"],
  }),

  /** Writes the figures of all kept runs as CSV to where a dialog of the host says. They hold nothing of any case. */
  export: channel({
    request: z.strictObject({ locale: LocaleId }),
    response: z.object({ runs: z.int().nonnegative() }),
    errors: vaultCodes,
  }),
} as const;
