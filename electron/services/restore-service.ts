import type { RestorableSnapshot } from "../../shared/contract/calls/backup.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Dialogs } from "../ports.ts";
import type { BackupFault } from "../vault/backup/backup-fault.ts";
import { openBackupFolder, type RestorableFolder } from "../vault/backup/restore-snapshot.ts";
import type { NotPermitted, Session } from "./session.ts";
import type { Tasks } from "./tasks.ts";
import type { VaultPlaces } from "./vault-places.ts";

type Refused = BackupFault | NotPermitted;

/** Brings a vault back out of a backup; works while no vault is open. */
export interface RestoreService {
  openRestore(): Promise<Result<{ restoreId: string; snapshots: RestorableSnapshot[]; damaged: number }, Refused>>;
  restore(input: {
    taskId: string;
    restoreId: string;
    name: string;
  }): Promise<Result<{ vaultId: string; takenAt: Instant; replacedKnown: boolean }, Refused>>;
}

export interface RestoreServiceParts {
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly places: VaultPlaces;
}

/** Only the folder chosen last can be restored from; the page names it by this and never by its path. */
interface Chosen {
  readonly restoreId: string;
  readonly folder: RestorableFolder;
}

export function createRestoreService({ session, dialogs, tasks, places }: RestoreServiceParts): RestoreService {
  let chosen: Chosen | undefined;
  let count = 0;

  /** While a vault is open, its administrator alone restores; while none is, whoever holds the backup does. */
  function mayRestore(): Result<true, Refused> {
    if (session.current() === undefined) return ok(true);
    const entered = session.enter("back-up");
    return entered.ok ? ok(true) : entered;
  }

  return {
    openRestore: async () => {
      const allowed = mayRestore();
      if (!allowed.ok) return allowed;
      const path = await dialogs.openFolder("backup-to-restore");
      if (path === undefined) return err({ code: "cancelled" });
      const opened = await openBackupFolder(path);
      if (!opened.ok) return opened;
      count += 1;
      chosen = { restoreId: `restore-${count}`, folder: opened.value };
      const snapshots = opened.value.snapshots.map(({ takenAtMs, ...facts }) => ({
        ...facts,
        takenAt: Instant.parse(takenAtMs),
      }));
      return ok({ restoreId: chosen.restoreId, snapshots, damaged: opened.value.damaged });
    },
    restore: async ({ taskId, restoreId, name }) => {
      const allowed = mayRestore();
      if (!allowed.ok) return allowed;
      if (chosen?.restoreId !== restoreId) return err({ code: "backup-absent" });
      const { folder } = chosen;
      const target = await dialogs.openFolder("restore-folder");
      if (target === undefined) return err({ code: "cancelled" });
      const task = tasks.begin({ taskId, label: "restore", unit: "bytes" });
      try {
        const restored = await folder.restore(name, {
          folder: target,
          signal: task.signal,
          onProgress: (done, total) => task.progress(done, total),
        });
        if (!restored.ok) return restored;
        const { vaultId, takenAtMs } = restored.value;
        const known = places.find(vaultId);
        places.remember(vaultId, target, null);
        return ok({
          vaultId,
          takenAt: Instant.parse(takenAtMs),
          replacedKnown: known !== undefined && known.folder !== target,
        });
      } finally {
        task.end();
      }
    },
  };
}
