import { useEffect } from "react";
import { useStore } from "zustand";
import type { RiskView } from "../../shared/contract/calls/risk.ts";
import type { Fault } from "../../shared/contract/channel.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { host, onEvent } from "../host.ts";
import { createStore } from "./create-store.ts";

interface RiskState {
  readonly dossierId: DossierId | undefined;
  readonly view: RiskView | undefined;
  readonly fault: Fault | undefined;
}

const nothing: RiskState = { dossierId: undefined, view: undefined, fault: undefined };

/** The risk of the dossier on screen, with measures and gates. Emptied on lock. */
export const riskStore = createStore<RiskState>(() => nothing);

/** An answer that was overtaken by a later question is dropped. */
let lastAsked = 0;

/** Reads the risk anew; what is on screen stays until the answer is there. */
async function loadRisk(dossierId: DossierId): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  const read = await host.risk.assess({ dossierId });
  if (asked !== lastAsked || riskStore.getState().dossierId !== dossierId) return;
  riskStore.setState(read.ok ? { view: read.value, fault: undefined } : { view: undefined, fault: read.error });
}

/** Takes over a view that a call has just brought. */
export function adoptRisk(dossierId: DossierId, view: RiskView): void {
  lastAsked += 1;
  riskStore.setState({ dossierId, view, fault: undefined });
}

/** The risk of this dossier, kept fresh while the page is shown; all undefined until it is there. */
export function useRisk(dossierId: DossierId): { view: RiskView | undefined; fault: Fault | undefined } {
  const state = useStore(riskStore);
  useEffect(() => {
    if (riskStore.getState().dossierId !== dossierId) riskStore.setState({ ...nothing, dossierId });
    void loadRisk(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadRisk(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state : nothing;
}
