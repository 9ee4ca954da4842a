import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Random } from "../../ports.ts";
import { faultOf } from "../../vault/fault.ts";
import type { OpenSession } from "../session.ts";
import type { Arrival } from "./store-evidence.ts";

/** Files that came in a second time, until somebody says what to do with them; forgotten when the vault locks. */
export interface HeldFiles {
  /** Keeps a file and answers its id; null where there was no room, and then its bytes are gone. */
  keep(open: OpenSession, arrival: Arrival): string | null;
  /** Hands a file over; it is no longer kept here. */
  release(dossierId: DossierId, heldId: string): Arrival | undefined;
  forget(): void;
}

/** Files kept at one time. Small ones lie in memory, at most 256 KiB each. */
const heldLimit = 64;

/** How long a file waits for an answer, in milliseconds. */
const heldForMs = 15 * 60_000;

export function createHeldFiles({ random }: { random: Random }): HeldFiles {
  const held = new Map<string, { readonly arrival: Arrival; readonly timer: NodeJS.Timeout }>();
  const take = (heldId: string): Arrival | undefined => {
    const one = held.get(heldId);
    clearTimeout(one?.timer);
    held.delete(heldId);
    return one?.arrival;
  };
  return {
    keep: (open, arrival) => {
      if (held.size >= heldLimit) {
        void discardBytes(open, arrival);
        return null;
      }
      const heldId = Buffer.from(random.bytes(16)).toString("hex");
      const letGo = (): void => {
        const old = take(heldId);
        if (old !== undefined) void discardBytes(open, old);
      };
      held.set(heldId, { arrival, timer: setTimeout(letGo, heldForMs).unref() });
      return heldId;
    },
    release: (dossierId, heldId) =>
      held.get(heldId)?.arrival.input.dossierId === dossierId ? take(heldId) : undefined,
    forget: () => {
      // Their objects have no row; the sweep at the next opening takes them.
      for (const { timer } of held.values()) clearTimeout(timer);
      held.clear();
    },
  };
}

/** Removes the sealed bytes of a file that gets no row. What the disk does not give up, the next sweep takes. */
export async function discardBytes(open: OpenSession, { taken }: Pick<Arrival, "taken">): Promise<void> {
  if (taken.store.kind === "inline") {
    taken.store.body.fill(0);
    return;
  }
  try {
    await open.vault.objects.remove(taken.store.objectId);
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
