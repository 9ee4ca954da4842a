import { err, ok, type Result } from "../../../shared/result.ts";
import { faultOf, StorageError, type VaultCode, type VaultFault } from "../fault.ts";

/** The refusals that only making, reading and restoring backups can give. */
export type BackupCode = "backup-absent" | "backup-damaged" | "backup-unverified" | "folder-not-empty";

/** One refusal of a backup: the disk's, the vault's or one of its own. Details are short fixed words or numbers. */
export interface BackupFault {
  readonly code: VaultCode | BackupCode;
  readonly details?: VaultFault["details"];
}

/** What the parts of this room throw for a refusal of their own; it never leaves the room. */
export class BackupRefusal extends Error {
  readonly code: BackupCode;
  readonly reason: string;

  constructor(code: BackupCode, reason: string) {
    super(`${code} (${reason})`);
    this.name = "BackupRefusal";
    this.code = code;
    this.reason = reason;
  }
}

/** A full disk, told before anything was written. */
export class SpaceRefusal extends StorageError {
  readonly neededBytes: number;
  readonly freeBytes: number;

  constructor(neededBytes: number, freeBytes: number) {
    super("storage-full", "no-space");
    this.neededBytes = neededBytes;
    this.freeBytes = freeBytes;
  }
}

/** Runs the work and answers its value, or the refusal it threw; a bug travels on. */
export async function asBackupResult<T>(work: () => Promise<T>): Promise<Result<T, BackupFault>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof BackupRefusal) return err({ code: error.code, details: { reason: error.reason } });
    if (error instanceof SpaceRefusal)
      return err({ code: error.code, details: { neededBytes: error.neededBytes, freeBytes: error.freeBytes } });
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return err(fault);
  }
}
