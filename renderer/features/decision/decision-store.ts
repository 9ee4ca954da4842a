import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Decision, DecisionInput } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { Result } from "../../../shared/result.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { type DecisionDraft, emptyDraft } from "./decision-draft.ts";

interface DecisionState {
  readonly dossierId: DossierId | undefined;
  /** Latest first; undefined until they are read. */
  readonly decisions: readonly Decision[] | undefined;
  /** What is written and not recorded, by dossier. A draft of a decision has no place in the vault: it is not one yet. */
  readonly drafts: Readonly<Record<string, DecisionDraft>>;
}

/** Decisions of the dossier on screen, and what is being written. Emptied on lock, drafts included; the page says so. */
export const decisionStore = createStore<DecisionState>(() => ({
  dossierId: undefined,
  decisions: undefined,
  drafts: {},
}));

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
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadDecisions(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state.decisions : undefined;
}

/** What is written for this dossier, from wherever it was left. */
export function useDraft(dossierId: DossierId): DecisionDraft {
  const draft = useStore(decisionStore, (state) => state.drafts[dossierId]);
  return draft ?? emptyDraft(dayOf(Date.now()));
}

/** Takes in what is written. */
export function changeDraft(dossierId: DossierId, part: Partial<DecisionDraft>): void {
  decisionStore.setState(({ drafts }) => {
    const before = drafts[dossierId] ?? emptyDraft(dayOf(Date.now()));
    return { drafts: { ...drafts, [dossierId]: { ...before, ...part } } };
  });
}

/** Records the decision; the draft is dropped only when it stands. */
export async function recordDecision(dossierId: DossierId, decision: DecisionInput): Promise<Result<Decision, Fault>> {
  const recorded = await host.decision.record({ dossierId, decision });
  if (!recorded.ok) return recorded;
  decisionStore.setState(({ drafts, decisions }) => {
    const { [dossierId]: _recorded, ...others } = drafts;
    return { drafts: others, decisions: [recorded.value, ...(decisions ?? [])] };
  });
  await Promise.all([loadDossier(dossierId), loadDecisions(dossierId)]);
  return recorded;
}
