import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Decision, DecisionInput } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { Result } from "../../../shared/result.ts";
import { host, onEvent } from "../../host.ts";
import { atMostEvery, type Paced } from "../../stores/at-most-every.ts";
import { createStore } from "../../stores/create-store.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { beforeLock } from "../../stores/hand-in.ts";
import { type DecisionDraft, emptyDraft, fromKept, toKept } from "./decision-draft.ts";

interface DecisionState {
  readonly dossierId: DossierId | undefined;
  /** Latest first; undefined until they are read. */
  readonly decisions: readonly Decision[] | undefined;
  /** What is written and not recorded, by dossier; the vault keeps it too. */
  readonly drafts: Readonly<Record<string, DecisionDraft>>;
  /** Why the vault could not keep a draft as it stands, by dossier; it is on screen alone then. */
  readonly keepFaults: Readonly<Record<string, Fault | undefined>>;
}

/** Decisions of the dossier on screen, and what is being written. */
const decisionStore = createStore<DecisionState>(() => ({
  dossierId: undefined,
  decisions: undefined,
  drafts: {},
  keepFaults: {},
}));

/** The first key is kept at once, what follows this often, in milliseconds. */
const keepEveryMs = 250;

const paces = new Map<DossierId, Paced>();

function paceOf(dossierId: DossierId): Paced {
  const pace = paces.get(dossierId) ?? atMostEvery(keepEveryMs, () => void keep(dossierId));
  paces.set(dossierId, pace);
  return pace;
}

async function keep(dossierId: DossierId): Promise<void> {
  const draft = decisionStore.getState().drafts[dossierId];
  if (draft === undefined) return;
  const kept = await host.decision.keepDraft({ dossierId, draft: toKept(draft) });
  decisionStore.setState(({ keepFaults }) => ({
    keepFaults: { ...keepFaults, [dossierId]: kept.ok ? undefined : kept.error },
  }));
}

beforeLock(async () => {
  const waiting = [...paces].filter(([, pace]) => pace.forget());
  await Promise.all(waiting.map(([dossierId]) => keep(dossierId)));
});

/** Brings back what was being written, unless something is being written here already. */
async function loadDraft(dossierId: DossierId): Promise<void> {
  const read = await host.decision.draft({ dossierId });
  const kept = read.ok ? read.value.draft : null;
  if (kept === null) return;
  decisionStore.setState(({ drafts }) =>
    dossierId in drafts ? {} : { drafts: { ...drafts, [dossierId]: fromKept(kept) } },
  );
}

async function loadDecisions(dossierId: DossierId): Promise<void> {
  const read = await host.decision.list({ dossierId });
  if (read.ok && decisionStore.getState().dossierId === dossierId) decisionStore.setState(read.value);
}

/** Decisions of this dossier, latest first, kept fresh while the page is shown. */
export function useDecisions(dossierId: DossierId): readonly Decision[] | undefined {
  const state = useStore(decisionStore);
  useEffect(() => {
    if (decisionStore.getState().dossierId !== dossierId) decisionStore.setState({ dossierId, decisions: undefined });
    void loadDecisions(dossierId);
    void loadDraft(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadDecisions(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state.decisions : undefined;
}

/** Reads decisions and case anew once an answer has been given. */
export async function reloadDecisions(dossierId: DossierId): Promise<void> {
  await Promise.all([loadDossier(dossierId), loadDecisions(dossierId)]);
}

/** What is written for this dossier, from wherever it was left. */
export function useDraft(dossierId: DossierId): DecisionDraft {
  const draft = useStore(decisionStore, (state) => state.drafts[dossierId]);
  return draft ?? emptyDraft(dayOf(Date.now()));
}

/** Why what is written for this dossier is not kept in the vault; undefined while it is. */
export function useKeepFault(dossierId: DossierId): Fault | undefined {
  return useStore(decisionStore, (state) => state.keepFaults[dossierId]);
}

/** Takes in what is written. */
export function changeDraft(dossierId: DossierId, part: Partial<DecisionDraft>): void {
  decisionStore.setState(({ drafts }) => {
    const before = drafts[dossierId] ?? emptyDraft(dayOf(Date.now()));
    return { drafts: { ...drafts, [dossierId]: { ...before, ...part } } };
  });
  paceOf(dossierId).soon();
}

/** Records the decision; the draft is dropped only when it stands. */
export async function recordDecision(dossierId: DossierId, decision: DecisionInput): Promise<Result<Decision, Fault>> {
  // A draft kept after the decision stands would come back as if it were the next one.
  paceOf(dossierId).forget();
  const recorded = await host.decision.record({ dossierId, decision });
  if (!recorded.ok) return recorded;
  decisionStore.setState(({ drafts, decisions }) => {
    const { [dossierId]: _recorded, ...others } = drafts;
    return { drafts: others, decisions: [recorded.value, ...(decisions ?? [])] };
  });
  await reloadDecisions(dossierId);
  return recorded;
}
