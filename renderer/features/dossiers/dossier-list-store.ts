import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierRow } from "../../../shared/domain/dossier.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface DossierListState {
  readonly rows: readonly DossierRow[] | undefined;
  readonly fault: Fault | undefined;
}

/** The list of cases on screen. */
export const dossierListStore = createStore<DossierListState>(() => ({ rows: undefined, fault: undefined }));

/** Loads the list, and again whenever a dossier changes, until the returned function is called. */
export function followDossiers(): () => void {
  const load = async (): Promise<void> => {
    const list = await host.dossiers.list({});
    dossierListStore.setState(list.ok ? { rows: list.value.rows, fault: undefined } : { fault: list.error });
  };
  void load();
  return onEvent("dossier.changed", () => void load());
}
