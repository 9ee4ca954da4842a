import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../shared/contract/channel.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { host, onEvent } from "../host.ts";
import { createStore } from "./create-store.ts";

interface DossierStoreState {
  readonly dossier: Dossier | undefined;
  readonly fault: Fault | undefined;
}

/** The dossier on screen: its head, which every page of it shows. */
export const dossierStore = createStore<DossierStoreState>(() => ({ dossier: undefined, fault: undefined }));

/** Reads the dossier anew. */
export async function loadDossier(dossierId: DossierId): Promise<void> {
  const read = await host.dossiers.get({ dossierId });
  dossierStore.setState(
    read.ok ? { dossier: read.value, fault: undefined } : { dossier: undefined, fault: read.error },
  );
}

/** Takes over a dossier that a call has just brought. */
export function adoptDossier(dossier: Dossier): void {
  dossierStore.setState({ dossier, fault: undefined });
}

/** The dossier with this id, kept fresh while the page is shown; undefined until it is there. */
export function useDossier(dossierId: DossierId): { dossier: Dossier | undefined; fault: Fault | undefined } {
  const { dossier, fault } = useStore(dossierStore);
  useEffect(() => {
    if (dossierStore.getState().dossier?.id !== dossierId)
      dossierStore.setState({ dossier: undefined, fault: undefined });
    void loadDossier(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadDossier(dossierId);
    });
  }, [dossierId]);
  return { dossier: dossier?.id === dossierId ? dossier : undefined, fault };
}
