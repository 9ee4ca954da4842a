import type { Fault } from "../../../shared/contract/channel.ts";
import type { AnswerPatch } from "../../../shared/domain/answer.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Result } from "../../../shared/result.ts";
import { beginSend, type ItemWork, refused, stored } from "./item-work.ts";

/** What the saver needs of the page and of the host. */
export interface SaverParts {
  readonly record: (request: {
    dossierId: DossierId;
    itemId: ItemId;
    baseRevision: number;
    patch: AnswerPatch;
  }) => Promise<Result<{ revision: number; savedAt: Instant }, Fault>>;
  /** Reads the stored answers anew, after another window wrote in between. */
  readonly refresh: () => Promise<void>;
  /** The dossier on screen; undefined once the vault is locked. */
  readonly dossierId: () => DossierId | undefined;
  readonly workOf: (itemId: ItemId) => ItemWork;
  readonly put: (itemId: ItemId, work: ItemWork) => void;
}

/** Stores answers, one call at a time per item, so that each builds on the revision before. */
export interface Saver {
  /** Stores what is entered, and whatever is entered meanwhile; ends when nothing more can be stored. Never rejects. */
  save(itemId: ItemId): Promise<void>;
}

/** After so many windows in a row that wrote first, the refusal is shown instead. */
const staleLimit = 5;

export function createSaver(parts: SaverParts): Saver {
  const tails = new Map<ItemId, Promise<void>>();
  return {
    save(itemId) {
      const tail = (tails.get(itemId) ?? Promise.resolve()).then(() => drain(parts, itemId));
      tails.set(itemId, tail);
      return tail;
    },
  };
}

async function drain(parts: SaverParts, itemId: ItemId): Promise<void> {
  const dossierId = parts.dossierId();
  let staleCount = 0;
  while (dossierId !== undefined && parts.dossierId() === dossierId) {
    const send = beginSend(parts.workOf(itemId));
    if (send === undefined) return;
    parts.put(itemId, send.work);
    const { baseRevision, patch } = send;
    const reply = await parts.record({ dossierId, itemId, baseRevision, patch });
    if (parts.dossierId() !== dossierId) return;
    if (reply.ok) {
      parts.put(itemId, stored(parts.workOf(itemId), reply.value));
      continue;
    }
    parts.put(itemId, refused(parts.workOf(itemId), reply.error));
    if (reply.error.code !== "stale-revision" || staleCount === staleLimit) return;
    staleCount += 1;
    await parts.refresh();
  }
}
