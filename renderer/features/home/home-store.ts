import type { Waiting } from "../../../shared/contract/calls/dossiers.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface HomeState {
  readonly answer:
    | {
        readonly waiting: readonly Waiting[];
        readonly staleLists: readonly { title: string; edition: string; ageDays: number }[];
        readonly dossiers: number;
      }
    | undefined;
  readonly fault: Fault | undefined;
}

/** What the home page shows. */
export const homeStore = createStore<HomeState>(() => ({ answer: undefined, fault: undefined }));

/** Asks what waits, and again whenever a dossier changes, until the returned function is called. */
export function followHome(): () => void {
  const load = async (): Promise<void> => {
    const answer = await host.dossiers.waiting({});
    homeStore.setState(answer.ok ? { answer: answer.value, fault: undefined } : { fault: answer.error });
  };
  void load();
  return onEvent("dossier.changed", () => void load());
}
