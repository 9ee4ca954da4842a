import type { DossierId, ItemId } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";

/** A request that succeeds for every call that looks back over a case. */
export function historyOf({
  dossierId,
  itemId,
  answerRevision,
}: {
  dossierId: DossierId;
  itemId: ItemId;
  answerRevision: number;
}) {
  const name = { place: "answer", rowId: itemId, field: "fact" };
  const reason = "確かめのため";
  return {
    moments: { dossierId },
    known: { dossierId, moment: { kind: "time", at: Instant.parse(Date.now()) } },
    compare: { dossierId, from: { kind: "time", at: Instant.parse(0) }, to: { kind: "now" } },
    field: { dossierId, name },
    makePoint: { dossierId, name: "本人との面談の前" },
    restore: { dossierId, moment: { kind: "now" }, fields: "all", reason },
    restoreState: { dossierId, name, state: answerRevision, reason },
    giveReason: { dossierId, reason: "新しい資料" },
  } as const;
}
