import { z } from "zod";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

const TaskId = z.string().min(1).max(64);
const SnapshotName = z.string().max(64);

/** Where backups go: the place of this machine, or the folder somebody chose. */
export const BackupPlace = z.enum(["default", "chosen"]);
export type BackupPlace = z.infer<typeof BackupPlace>;

/** One verified backup that was made. */
export const BackupRun = z.object({
  at: Instant,
  place: BackupPlace,
  isAutomatic: z.boolean(),
  sizeBytes: z.int().nonnegative(),
  objects: z.int().nonnegative(),
  /** Objects whose file the vault itself no longer had. */
  missing: z.int().nonnegative(),
  trailCount: z.int().nonnegative(),
});
export type BackupRun = z.infer<typeof BackupRun>;

/** Room on the disk the vault is on. */
export const DiskSpace = z.object({
  freeBytes: z.number().nonnegative(),
  vaultBytes: z.number().nonnegative(),
  /** True when less than a gigabyte, or less than twice the vault, is free. */
  isLow: z.boolean(),
});
export type DiskSpace = z.infer<typeof DiskSpace>;

export const BackupStatus = z.object({
  /** The last verified backup, wherever it went; null before the first. */
  last: BackupRun.nullable(),
  /** Older than seven days, or none. */
  isOld: z.boolean(),
  isRunning: z.boolean(),
  /** Why the last automatic backup of this session failed; null when it did not. */
  automaticFault: z.string().nullable(),
  /** The chosen folder by the last part of its path; null when none is set. */
  chosen: z.object({ folderName: z.string(), isPresent: z.boolean() }).nullable(),
  runs: z.array(BackupRun).max(20),
  /** Null when the disk does not tell. */
  space: DiskSpace.nullable(),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

/** A snapshot that can be restored. */
export const RestorableSnapshot = z.object({
  name: SnapshotName,
  vaultId: z.string(),
  takenAt: Instant,
  sizeBytes: z.int().nonnegative(),
  trailCount: z.int().nonnegative(),
});
export type RestorableSnapshot = z.infer<typeof RestorableSnapshot>;

/** What making, checking and restoring a backup can answer with. */
const backupCodes = [
  ...vaultCodes,
  "backup-absent",
  "backup-damaged",
  "backup-unverified",
  "folder-not-empty",
] as const;

export const backup = {
  /** Last backup, chosen folder and room on the disk; for everybody, because everybody's work rests on it. */
  status: channel({ request: z.strictObject({}), response: BackupStatus, errors: ["vault-locked"] }),

  /** Makes and verifies a backup now. Answers when it stands; `task.progress` says how far it is. */
  make: channel({
    request: z.strictObject({ taskId: TaskId, place: BackupPlace }),
    response: BackupStatus,
    errors: backupCodes,
  }),

  /** Asks for a folder, as on a removable disk, that backups go to from now on. Asks for the passphrase again. */
  chooseFolder: channel({
    request: z.strictObject({ passphrase: Passphrase }),
    response: BackupStatus,
    errors: backupCodes,
  }),

  /** Forgets the chosen folder; what lies in it stays. */
  forgetFolder: channel({ request: z.strictObject({}), response: BackupStatus, errors: ["vault-locked"] }),

  /** Asks for a folder with backups and answers what is in it. Works while locked. */
  openRestore: channel({
    request: z.strictObject({}),
    response: z.object({
      restoreId: z.string(),
      snapshots: z.array(RestorableSnapshot),
      /** Snapshots that cannot be restored because their manifest is broken. */
      damaged: z.int().nonnegative(),
    }),
    errors: backupCodes,
  }),

  /** Asks for an empty folder, restores there and makes that vault known to this machine. Works while locked. */
  restore: channel({
    request: z.strictObject({ taskId: TaskId, restoreId: z.string().max(64), name: SnapshotName }),
    response: z.object({
      vaultId: z.string(),
      takenAt: Instant,
      /** True when the same vault was known in another folder, which is no longer in the list. */
      replacedKnown: z.boolean(),
    }),
    errors: backupCodes,
  }),
} as const;
