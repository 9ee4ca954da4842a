import { useEffect } from "react";
import { useStore } from "zustand";
import type { SecondReaderCandidate } from "../../../shared/contract/calls/second.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { SecondReview } from "../../../shared/domain/second-review.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface SecondState {
  readonly dossierId: DossierId | undefined;
  /** Latest first; undefined until they are there. */
  readonly reviews: readonly SecondReview[] | undefined;
  readonly candidates: readonly SecondReaderCandidate[];
  readonly fault: Fault | undefined;
}

const nothing: SecondState = { dossierId: undefined, reviews: undefined, candidates: [], fault: undefined };

/** The second reviews of the case on screen. Emptied on lock. */
const secondStore = createStore<SecondState>(() => nothing);

/** The second reviews of a case, kept fresh while the page is shown. */
export function useSecondReviews(dossierId: DossierId): SecondState {
  const state = useStore(secondStore);
  useEffect(() => {
    if (secondStore.getState().dossierId !== dossierId) secondStore.setState({ ...nothing, dossierId });
    void loadSecondReviews(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadSecondReviews(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state : nothing;
}

/** Reads the list anew. */
export async function loadSecondReviews(dossierId: DossierId): Promise<void> {
  const listed = await host.second.list({ dossierId });
  if (secondStore.getState().dossierId !== dossierId) return;
  secondStore.setState(listed.ok ? { ...listed.value, fault: undefined } : { fault: listed.error });
}
