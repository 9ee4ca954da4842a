import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId, HitId } from "../../../shared/domain/ids.ts";
import type { Verdict } from "../../../shared/domain/judging/verdict.ts";
import type { Hit, ScreeningRun } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface ScreeningState {
  readonly run: ScreeningRun | null;
  readonly hits: readonly Hit[];
  readonly fault: Fault | undefined;
  readonly isBusy: boolean;
}

const initial: ScreeningState = { run: null, hits: [], fault: undefined, isBusy: false };

/** The last run of the case on screen, and its candidates. */
export const screeningStore = createStore<ScreeningState>(() => initial);

/** Reads the last run of a case. */
export async function loadScreening(dossierId: DossierId): Promise<void> {
  screeningStore.setState({ ...initial, isBusy: true });
  const read = await host.screening.result({ dossierId });
  screeningStore.setState({
    isBusy: false,
    ...(read.ok ? { ...read.value, fault: undefined } : { fault: read.error }),
  });
}

/** Screens the case's names against the lists in use. */
export async function runScreening(dossierId: DossierId): Promise<void> {
  screeningStore.setState({ isBusy: true });
  const ran = await host.screening.run({ dossierId });
  screeningStore.setState({ isBusy: false, ...(ran.ok ? { ...ran.value, fault: undefined } : { fault: ran.error }) });
}

/** Records a verdict; answers the refusal, if there is one, so that the form can show it and keep what was typed. */
export async function judgeHit(
  dossierId: DossierId,
  hitId: HitId,
  judgement: Verdict | null,
): Promise<Fault | undefined> {
  const judged = await host.screening.judge({ dossierId, hitId, judgement });
  if (!judged.ok) return judged.error;
  screeningStore.setState(({ hits }) => ({ hits: hits.map((hit) => (hit.id === hitId ? judged.value : hit)) }));
  return undefined;
}
