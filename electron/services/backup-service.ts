import { mkdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { BackupPlace, BackupRun, BackupStatus, DiskSpace } from "../../shared/contract/calls/backup.ts";
import { backupOldDays } from "../../shared/domain/health.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Dialogs } from "../ports.ts";
import { displayName } from "../security/display-name.ts";
import type { BackupFault } from "../vault/backup/backup-fault.ts";
import { chosenRoot } from "../vault/backup/layout.ts";
import type { MadeSnapshot } from "../vault/backup/take-snapshot.ts";
import { faultOf, StorageError, storageErrorFrom } from "../vault/fault.ts";
import type { StoredBackup } from "../vault/tables/backup-table.ts";
import { diskSpaceOf } from "./disk-space.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";
import { settingNames } from "./settings-service.ts";
import type { Tasks } from "./tasks.ts";
import type { VaultPlaces } from "./vault-places.ts";

/** Makes backups while work goes on, and knows when the last one was. */
export interface BackupService {
  status(): Promise<Result<BackupStatus, Locked>>;
  make(input: {
    taskId: string;
    place: BackupPlace;
  }): Promise<Result<BackupStatus, Locked | NotPermitted | BackupFault>>;
  chooseFolder(input: { passphrase: string }): Promise<Result<BackupStatus, Locked | NotPermitted | BackupFault>>;
  forgetFolder(): Promise<Result<BackupStatus, Locked | NotPermitted>>;
  /** Makes whatever backups are due, to the place of this machine and to the chosen folder if it is there. */
  makeAutomatic(): Promise<void>;
  /** When the last verified backup was made; null before the first, undefined while locked. */
  lastAtMs(): number | null | undefined;
  /** Forgets what belongs to the vault that was open; called when it locks. */
  forget(): void;
}

export interface BackupServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly places: VaultPlaces;
  readonly userData: string;
  /** Asking for the status again is worth while. */
  readonly onChange: () => void;
}

/** Runs shown on the page. */
const shownRuns = 20;
const dayMs = 86_400_000;

export function createBackupService(parts: BackupServiceParts): BackupService {
  const { session, clock, dialogs, onChange } = parts;
  // Two copies of one file at once would hold its log twice; the second waits for the first.
  let queue: Promise<unknown> = Promise.resolve();
  let running = 0;
  let automaticFault: string | null = null;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    running += 1;
    const turn = queue.then(work).finally(() => {
      running -= 1;
      onChange();
    });
    queue = turn.catch(() => undefined);
    onChange();
    return turn;
  }

  async function status(): Promise<Result<BackupStatus, Locked>> {
    const open = session.require();
    if (!open.ok) return open;
    const space = await diskSpaceOf(open.value.vault.folder);
    if (session.current()?.vault !== open.value.vault) return err({ code: "vault-locked" });
    return ok(describe({ open: open.value, nowMs: clock.nowMs(), isRunning: running > 0, automaticFault, space }));
  }

  async function run(open: OpenSession, request: RunRequest): Promise<Result<MadeSnapshot, BackupFault>> {
    const outcome = await inTurn(() => makeOne(parts, open, request));
    if (request.isAutomatic) automaticFault = faultWorthTelling(outcome);
    return outcome;
  }

  return {
    status,
    make: async ({ taskId, place }) => {
      const open = session.enter("back-up");
      if (!open.ok) return open;
      const made = await run(open.value, { taskId, place, isAutomatic: false });
      return made.ok ? status() : made;
    },
    chooseFolder: async ({ passphrase }) => {
      const open = session.enter("back-up");
      if (!open.ok) return open;
      const known = await open.value.vault.verifyPassphrase(passphrase);
      if (!known.ok) return known;
      const folder = await dialogs.openFolder("backup-folder");
      if (folder === undefined) return err({ code: "cancelled" });
      setFolder(open.value, folder);
      onChange();
      return status();
    },
    forgetFolder: async () => {
      const open = session.enter("back-up");
      if (!open.ok) return open;
      setFolder(open.value, undefined);
      onChange();
      return status();
    },
    makeAutomatic: async () => {
      const open = session.current();
      if (open === undefined || running > 0) return;
      const chosen = chosenFolder(open);
      await run(open, { taskId: "backup-automatic", place: "default", isAutomatic: true });
      if (chosen !== undefined && isFolder(chosen) && session.current()?.vault === open.vault)
        await run(open, { taskId: "backup-automatic", place: "chosen", isAutomatic: true });
    },
    lastAtMs: () => lastAtMs(session.current()),
    forget: () => {
      automaticFault = null;
    },
  };
}

/** Why it failed, where that is news: what was cancelled or locked away was somebody's wish. */
function faultWorthTelling(outcome: Result<unknown, BackupFault>): string | null {
  return outcome.ok || outcome.error.code === "cancelled" || outcome.error.code === "vault-locked"
    ? null
    : outcome.error.code;
}

function lastAtMs(open: OpenSession | undefined): number | null | undefined {
  return open === undefined ? undefined : (open.tables.backups.list(1)[0]?.at ?? null);
}

interface RunRequest {
  readonly taskId: string;
  readonly place: BackupPlace;
  readonly isAutomatic: boolean;
}

async function makeOne(
  parts: BackupServiceParts,
  open: OpenSession,
  request: RunRequest,
): Promise<Result<MadeSnapshot, BackupFault>> {
  const { session, clock, tasks } = parts;
  // The vault may have been locked while this waited for its turn.
  if (!open.vault.isOpen) return err({ code: "vault-locked" });
  const task = tasks.begin({ taskId: request.taskId, label: "backup", unit: "bytes" });
  try {
    const made = await open.vault.takeSnapshot({
      root: rootOf(parts, open, request.place),
      atMs: clock.nowMs(),
      objectIds: () => open.tables.evidence.objectIds(),
      signal: task.signal,
      onProgress: (done, total) => task.progress(done, total),
    });
    if (session.current()?.vault === open.vault) keepOutcome(parts, open, { request, made });
    return made;
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault === undefined) throw thrown;
    return err(fault);
  } finally {
    task.end();
  }
}

function rootOf({ userData }: BackupServiceParts, open: OpenSession, place: BackupPlace): string {
  const { vaultId } = open.vault;
  if (place === "default") {
    const folder = join(userData, "backups");
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw storageErrorFrom(error) ?? error;
    }
    return join(folder, vaultId);
  }
  const chosen = chosenFolder(open);
  // A stick that is not plugged in: making its folder anew would put the backup on the wrong disk.
  if (chosen === undefined || !isFolder(chosen)) throw new StorageError("storage-gone", "backup-folder");
  return chosenRoot(chosen, vaultId);
}

/** Writes down what came of it. A disk too full for one more line must not turn a good backup into a failure. */
function keepOutcome(
  { clock, places }: BackupServiceParts,
  open: OpenSession,
  { request, made }: { request: RunRequest; made: Result<MadeSnapshot, BackupFault> },
): void {
  try {
    open.write(() => {
      if (made.ok) {
        const stored = storedOf(made.value, request);
        open.tables.backups.add(stored);
        const { place, sizeBytes, objects, missing, trailCount } = stored;
        open.note("backup-made", null, { place, bytes: sizeBytes, objects, missing, count: trailCount });
      } else if (made.error.code !== "cancelled")
        open.note("backup-failed", null, { place: request.place, code: made.error.code });
    });
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
  if (made.ok) places.noteBackup(open.vault.vaultId, Math.min(made.value.takenAtMs, clock.nowMs()));
}

function storedOf(made: MadeSnapshot, { place, isAutomatic }: RunRequest): StoredBackup {
  return {
    id: made.name,
    at: Instant.parse(made.takenAtMs),
    kind: isAutomatic ? "automatic" : "chosen",
    place,
    snapshot: made.name,
    sizeBytes: made.sizeBytes,
    objects: made.objects,
    missing: made.missing,
    trailCount: made.trail.count,
    trailHead: made.trail.head,
  };
}

/** Keeps the chosen folder or forgets it. The trail says that it changed and never where to. */
function setFolder({ tables, note, write }: OpenSession, folder: string | undefined): void {
  write(() => {
    tables.settings.put(settingNames.backupFolder, JSON.stringify(folder ?? null));
    note("settings-changed", null, { backupFolder: folder !== undefined });
  });
}

function chosenFolder(open: OpenSession): string | undefined {
  const stored = open.tables.settings.find(settingNames.backupFolder);
  const folder: unknown = stored === undefined ? null : JSON.parse(stored);
  return typeof folder === "string" ? folder : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function describe(facts: {
  readonly open: OpenSession;
  readonly nowMs: number;
  readonly isRunning: boolean;
  readonly automaticFault: string | null;
  readonly space: DiskSpace | null;
}): BackupStatus {
  const { open, nowMs, isRunning, automaticFault, space } = facts;
  const runs = open.tables.backups.list(shownRuns).map(toRun);
  const last = runs[0] ?? null;
  const chosen = chosenFolder(open);
  return {
    last,
    isOld: last === null || nowMs - last.at > backupOldDays * dayMs,
    isRunning,
    automaticFault,
    chosen: chosen === undefined ? null : { folderName: displayName(basename(chosen)), isPresent: isFolder(chosen) },
    runs,
    space,
  };
}

function toRun(stored: StoredBackup): BackupRun {
  const { at, kind, place, sizeBytes, objects, missing, trailCount } = stored;
  return { at, place, isAutomatic: kind === "automatic", sizeBytes, objects, missing, trailCount };
}
