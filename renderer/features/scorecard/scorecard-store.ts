import type { Scorecard } from "../../../shared/contract/calls/scorecard.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { ScoreRunId } from "../../../shared/domain/ids.ts";
import type { WrongPair } from "../../../shared/domain/scorecard.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface ScorecardState {
  readonly card: Scorecard | undefined;
  /** The run that is looked at; the latest unless another was chosen. */
  readonly chosen: ScoreRunId | undefined;
  /** Pairs a run judged wrongly, by run; null where the bench has changed since. */
  readonly wrong: ReadonlyMap<ScoreRunId, readonly WrongPair[] | null>;
  /** A run goes on while the person looks at other pages. */
  readonly isRunning: boolean;
  readonly fault: Fault | undefined;
}

/** What the page shows; emptied with every other store when the vault locks. */
export const scorecardStore = createStore<ScorecardState>(() => ({
  card: undefined,
  chosen: undefined,
  wrong: new Map(),
  isRunning: false,
  fault: undefined,
}));

/** The name of the task, for its progress and its cancel button. */
export const scorecardTask = "scorecard";

/** Reads the scorecard anew. */
export async function loadScorecard(): Promise<void> {
  const read = await host.scorecard.read({});
  scorecardStore.setState(read.ok ? { card: read.value, fault: undefined } : { fault: read.error });
}

/** Measures, and shows the new run. */
export async function measureNow(): Promise<void> {
  scorecardStore.setState({ isRunning: true, fault: undefined });
  const run = await host.scorecard.run({ taskId: scorecardTask });
  scorecardStore.setState({ isRunning: false });
  if (run.ok) {
    scorecardStore.setState({ chosen: undefined });
    await loadScorecard();
  } else if (run.error.code !== "cancelled" && run.error.code !== "vault-locked") {
    scorecardStore.setState({ fault: run.error });
  }
}

/** Reads the pairs that a run judged wrongly, once. */
export async function loadWrong(runId: ScoreRunId): Promise<void> {
  if (scorecardStore.getState().wrong.has(runId)) return;
  const read = await host.scorecard.wrong({ runId });
  if (!read.ok) {
    scorecardStore.setState({ fault: read.error });
    return;
  }
  const { wrong } = scorecardStore.getState();
  scorecardStore.setState({ wrong: new Map([...wrong, [runId, read.value.pairs]]) });
}
