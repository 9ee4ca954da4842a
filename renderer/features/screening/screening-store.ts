import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId, HitId } from "../../../shared/domain/ids.ts";
import type { VerdictOffer } from "../../../shared/domain/judging/offer.ts";
import type { ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import type { Verdict } from "../../../shared/domain/judging/verdict.ts";
import type { Hit, ScreeningRun } from "../../../shared/domain/screening.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface ScreeningState {
  readonly run: ScreeningRun | null;
  readonly hits: readonly Hit[];
  readonly offers: readonly VerdictOffer[];
  readonly notices: readonly ScreeningNotice[];
  /** Lists changed and this case has not been screened again yet. */
  readonly isDue: boolean;
  readonly fault: Fault | undefined;
  readonly isBusy: boolean;
}

const initial: ScreeningState = {
  run: null,
  hits: [],
  offers: [],
  notices: [],
  isDue: false,
  fault: undefined,
  isBusy: false,
};

/** The last run of the case on screen, its candidates, and what waits beside them. */
export const screeningStore = createStore<ScreeningState>(() => initial);

/** Reads the last run of a case and keeps it fresh until the returned function is called. */
export function followScreening(dossierId: DossierId): () => void {
  screeningStore.setState({ ...initial, isBusy: true });
  void read(dossierId);
  const stops = [
    onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void read(dossierId);
    }),
    onEvent("lists.changed", () => void read(dossierId)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function read(dossierId: DossierId): Promise<void> {
  const [result, offered, noticed] = await Promise.all([
    host.screening.result({ dossierId }),
    host.screening.offers({ dossierId }),
    host.screening.notices({ dossierId }),
  ]);
  screeningStore.setState({
    isBusy: false,
    ...(result.ok ? { ...result.value, fault: undefined } : { fault: result.error }),
    ...(offered.ok ? { offers: offered.value.offers } : {}),
    ...(noticed.ok ? { notices: noticed.value.notices, isDue: noticed.value.due } : {}),
  });
}

/** Screens the case's names against the lists in use. */
export async function runScreening(dossierId: DossierId): Promise<void> {
  screeningStore.setState({ isBusy: true });
  const ran = await host.screening.run({ dossierId });
  screeningStore.setState({
    isBusy: false,
    ...(ran.ok ? { ...ran.value, isDue: false, fault: undefined } : { fault: ran.error }),
  });
}

/** A verdict on one hit; null takes it back. */
export interface GivenVerdict {
  readonly hitId: HitId;
  readonly judgement: Verdict | null;
}

/** Records verdicts, all or none; answers the refusal, if there is one, so that the form can show it and keep what was typed. */
export async function judgeHits(dossierId: DossierId, verdicts: readonly GivenVerdict[]): Promise<Fault | undefined> {
  const judged = await host.screening.judgeTogether({ dossierId, verdicts: [...verdicts] });
  if (!judged.ok) return judged.error;
  put(judged.value.hits);
  return undefined;
}

/** Undoes what was last recorded or taken back on these hits; answers the refusal, if there is one. */
export async function undoVerdicts(dossierId: DossierId, hitIds: readonly HitId[]): Promise<Fault | undefined> {
  const undone = await host.screening.undoVerdicts({ dossierId, hitIds: [...hitIds] });
  if (!undone.ok) return undone.error;
  put(undone.value.hits);
  return undefined;
}

/** Answers verdicts as the second person, one after the other; stops at the first refusal. */
export async function confirmHits(
  dossierId: DossierId,
  hits: readonly Hit[],
  answer: { readonly agrees: boolean; readonly note: string },
): Promise<Fault | undefined> {
  for (const { id: hitId, judgedAt } of hits) {
    if (judgedAt === null) continue;
    const confirmed = await host.screening.confirm({ dossierId, hitId, judgedAt, ...answer });
    if (!confirmed.ok) return confirmed.error;
    put([confirmed.value]);
  }
  return undefined;
}

/** Says that a notice of differences has been seen. */
export async function seeNotice(dossierId: DossierId, number: number): Promise<void> {
  const seen = await host.screening.seeNotice({ dossierId, number });
  screeningStore.setState(seen.ok ? { notices: seen.value.notices } : { fault: seen.error });
}

function put(changed: readonly Hit[]): void {
  const byId = new Map(changed.map((hit) => [hit.id, hit]));
  screeningStore.setState(({ hits }) => ({ hits: hits.map((hit) => byId.get(hit.id) ?? hit) }));
}
