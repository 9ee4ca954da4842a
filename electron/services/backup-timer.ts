import type { Clock } from "../ports.ts";
import { faultOf } from "../vault/fault.ts";
import type { BackupService } from "./backup-service.ts";
import type { OpenSession, Session } from "./session.ts";

/** Sees to it that a vault in use is backed up every day without anybody thinking of it. */
export interface BackupTimer {
  /** A vault has been opened. */
  begin(): void;
  /** It has been locked. */
  end(): void;
}

/** Right after unlocking people want their pages; the backup may wait that long. */
export const defaultAfterUnlockMs = 20_000;

const hourMs = 3_600_000;
/** A backup is due after unlocking when the last one is older than this, so that it comes once a day. */
const dueAfterUnlockMs = 20 * hourMs;
/** And once more when the vault has been open that long since. */
const dueWhileOpenMs = 8 * hourMs;

export function createBackupTimer(parts: {
  readonly session: Session;
  readonly clock: Clock;
  readonly backups: Pick<BackupService, "makeAutomatic" | "lastAtMs">;
  /** Milliseconds between unlocking and the first look; null for never, where a test wants quiet. */
  readonly afterUnlockMs: number | null;
  /** Called every hour: room on the disk may have changed. */
  readonly onHour: () => void;
}): BackupTimer {
  const { session, clock, backups, afterUnlockMs, onHour } = parts;
  let first: NodeJS.Timeout | undefined;
  let hourly: NodeJS.Timeout | undefined;

  function lookAt(limitMs: number): void {
    const lastAtMs = backups.lastAtMs();
    if (lastAtMs === undefined) return;
    const ageMs = lastAtMs === null ? Number.POSITIVE_INFINITY : clock.nowMs() - lastAtMs;
    // A clock set back makes the last backup lie in the future; better one too many.
    if (ageMs >= limitMs || ageMs < 0) void backups.makeAutomatic();
  }

  function end(): void {
    clearTimeout(first);
    clearInterval(hourly);
  }

  return {
    begin: () => {
      end();
      const open = session.current();
      if (open !== undefined) noteRestored(open);
      if (afterUnlockMs === null) return;
      first = setTimeout(() => lookAt(dueAfterUnlockMs), afterUnlockMs).unref();
      const openedAtMs = clock.nowMs();
      hourly = setInterval(() => {
        lookAt(clock.nowMs() - openedAtMs >= dueWhileOpenMs ? dueWhileOpenMs : dueAfterUnlockMs);
        onHour();
      }, hourMs).unref();
    },
    end,
  };
}

/** The first opening after a restore says so in the trail; only then is the vault like any other. */
function noteRestored(open: OpenSession): void {
  const { restored } = open.vault;
  if (restored === undefined) return;
  try {
    open.write(() =>
      open.note("vault-restored", null, {
        snapshot: restored.name,
        at: restored.takenAtMs,
        count: restored.trail.count,
      }),
    );
    open.vault.forgetRestored();
  } catch (thrown) {
    // On a full disk the next opening says it.
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
