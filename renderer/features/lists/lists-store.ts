import type { Fault } from "../../../shared/contract/channel.ts";
import type { Edition } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface ListsState {
  readonly editions: readonly Edition[] | undefined;
  readonly fault: Fault | undefined;
}

/** The list editions on screen. */
export const listsStore = createStore<ListsState>(() => ({ editions: undefined, fault: undefined }));

/** Reads the editions anew. */
export async function loadEditions(): Promise<void> {
  const read = await host.screening.editions({});
  listsStore.setState(read.ok ? { editions: read.value.editions, fault: undefined } : { fault: read.error });
}
