import type { BackupStatus } from "../../../shared/contract/calls/backup.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { HealthReport } from "../../../shared/domain/health.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface HealthState {
  readonly backup: BackupStatus | undefined;
  /** The last report since unlocking; it stays while the person looks at other pages. */
  readonly report: HealthReport | undefined;
  readonly fault: Fault | undefined;
}

/** What the page shows; emptied with every other store when the vault locks. */
export const healthStore = createStore<HealthState>(() => ({ backup: undefined, report: undefined, fault: undefined }));

/** Asks how backups stand, and again whenever that may have changed, until the returned function is called. */
export function followBackups(): () => void {
  const load = async (): Promise<void> => {
    const answer = await host.backup.status({});
    healthStore.setState(answer.ok ? { backup: answer.value, fault: undefined } : { fault: answer.error });
  };
  void load();
  return onEvent("backup.changed", () => void load());
}
