import type { BackupStatus } from "../../../shared/contract/calls/backup.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Waiting, WaitingKind } from "../../../shared/domain/desk/waiting.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** What waits for the person, as the engine answered. */
export interface HomeAnswer {
  readonly waiting: readonly Waiting[];
  readonly counts: readonly { readonly kind: WaitingKind; readonly count: number }[];
  readonly staleLists: readonly { readonly title: string; readonly edition: string; readonly ageDays: number }[];
  /** Pieces of evidence marked as changed or unreadable. */
  readonly changedEvidence: number;
  readonly dossiers: number;
  /** Cases the engine has not looked at yet. */
  readonly unread: number;
}

interface HomeState {
  readonly answer: HomeAnswer | undefined;
  /** Everybody's work rests on the last backup, so everybody sees how it stands. */
  readonly backup: BackupStatus | undefined;
  readonly fault: Fault | undefined;
}

/** What the home page shows. */
export const homeStore = createStore<HomeState>(() => ({ answer: undefined, backup: undefined, fault: undefined }));

/** While cases are still being read, the page fills in this often. */
const askAgainMs = 400;

/** Asks what waits, and again whenever a dossier changes, until the returned function is called. */
export function followHome(): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const load = async (): Promise<void> => {
    const answer = await host.dossiers.waiting({});
    homeStore.setState(answer.ok ? { answer: answer.value, fault: undefined } : { fault: answer.error });
    clearTimeout(again);
    if (answer.ok && answer.value.unread > 0 && !isOver) again = setTimeout(() => void load(), askAgainMs);
  };
  const loadBackup = async (): Promise<void> => {
    const answer = await host.backup.status({});
    if (answer.ok) homeStore.setState({ backup: answer.value });
  };
  void load();
  void loadBackup();
  const stops = [onEvent("dossier.changed", () => void load()), onEvent("backup.changed", () => void loadBackup())];
  return () => {
    isOver = true;
    clearTimeout(again);
    for (const stop of stops) stop();
  };
}
