import type { DossierId } from "../../shared/domain/ids.ts";
import type { Clock } from "../ports.ts";

/** How long a reason goes on holding after it was given or last used, in milliseconds: one piece of work, not a working day. */
const reasonHoldsMs = 2 * 60 * 1000;

/**
 * Reasons that a person has given for the changes to evidence they are about to make; in memory alone, gone with the lock.
 * Each change made meanwhile carries the reason into the history.
 */
export interface GivenReasons {
  give(dossierId: DossierId, reason: string): void;
  /** The reason that holds for this case, which holds on while it is used. */
  find(dossierId: DossierId): string | undefined;
}

export function createGivenReasons(clock: Pick<Clock, "monotonicMs">): GivenReasons {
  const given = new Map<DossierId, { readonly reason: string; readonly untilMs: number }>();
  const give = (dossierId: DossierId, reason: string): void => {
    given.set(dossierId, { reason, untilMs: clock.monotonicMs() + reasonHoldsMs });
  };
  return {
    give,
    find: (dossierId) => {
      const known = given.get(dossierId);
      if (known === undefined || known.untilMs < clock.monotonicMs()) return undefined;
      give(dossierId, known.reason);
      return known.reason;
    },
  };
}
