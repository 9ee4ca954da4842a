import { z } from "zod";
import { DossierId } from "../domain/ids.ts";

/**
 * Every event pushed to the windows: topic -> payload. Payloads are strict: ids, codes and numbers, never dossier text.
 * A window that missed an event asks again through a call; events only say that asking is worth while.
 */
export const events = {
  /**
   * The vault is about to lock. Every window covers itself at once and hands in what is half written; the engine waits a
   * moment for it, and `vault.state` follows in any case. May come twice.
   */
  "vault.locking": z.strictObject({}),
  /** The vault was opened or locked. Every store empties itself on `locked`. */
  "vault.state": z.strictObject({ state: z.enum(["open", "locked"]) }),
  /** A long task moved on; `total` is 0 while the end is not known. */
  "task.progress": z.strictObject({
    taskId: z.string().min(1).max(64),
    /** Code of what is being done; `strings` turns it into words. */
    label: z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/u),
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
    unit: z.enum(["bytes", "rows", "items"]),
  }),
  /** A long task is over, whether it ended well, failed or was cancelled. */
  "task.ended": z.strictObject({ taskId: z.string().min(1).max(64) }),
  /** Something in this dossier changed, perhaps from another window. */
  "dossier.changed": z.strictObject({ dossierId: DossierId }),
  /** The text of a piece of evidence of this case has been taken out, or cannot be. */
  "evidence.read": z.strictObject({ dossierId: DossierId }),
  /** An edition of a list was added, or another one is in use. */
  "lists.changed": z.strictObject({}),
  /** A backup began or ended, or the room on the disk was looked at again. */
  "backup.changed": z.strictObject({}),
} as const;

/** A topic a window may listen to. */
export type Topic = keyof typeof events;

/** What a listener of this topic receives. */
export type EventPayload<T extends Topic> = z.output<(typeof events)[T]>;
