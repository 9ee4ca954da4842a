import { useEffect } from "react";
import { useStore } from "zustand";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface ReviewState {
  readonly dossierId: DossierId | undefined;
  /** The decision in force and whether its paper is signed; undefined until they are read. */
  readonly record: { readonly decision: Decision | undefined; readonly isSigned: boolean } | undefined;
  /** Reasons for reopening that were typed and not used, by dossier. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What the review page knows besides dossier and risk. Emptied on lock. */
const reviewStore = createStore<ReviewState>(() => ({ dossierId: undefined, record: undefined, reasons: {} }));

async function loadRecord(dossierId: DossierId): Promise<void> {
  const [listed, papers] = await Promise.all([host.decision.list({ dossierId }), host.paper.reports({ dossierId })]);
  if (!listed.ok || reviewStore.getState().dossierId !== dossierId) return;
  const [decision] = listed.value.decisions;
  const isSigned = papers.ok && papers.value.reports.some((report) => report.decisionId === decision?.id);
  reviewStore.setState({ record: { decision, isSigned } });
}

/** The decision in force and whether it is signed, kept fresh while the page is shown. */
export function useRecord(dossierId: DossierId): ReviewState["record"] {
  const state = useStore(reviewStore);
  useEffect(() => {
    if (reviewStore.getState().dossierId !== dossierId) reviewStore.setState({ dossierId, record: undefined });
    void loadRecord(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadRecord(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state.record : undefined;
}

/** The reason for reopening as typed so far. */
export function useReopenReason(dossierId: DossierId): string {
  return useStore(reviewStore, (state) => state.reasons[dossierId] ?? "");
}

/** Keeps the reason for reopening while it is typed; an empty one is nothing to keep. */
export function keepReopenReason(dossierId: DossierId, reason: string): void {
  reviewStore.setState(({ reasons }) => ({ reasons: { ...reasons, [dossierId]: reason } }));
}
