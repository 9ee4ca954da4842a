import type { PointKind, RecoveryPoint } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import type { OpenSession } from "../session.ts";
import { markNow } from "./case-parts.ts";

/**
 * Marks this moment of a case, to come back to. Call it inside the transaction of what is about to change much of the case:
 * a change of its template, an import of answers, a restore.
 */
export function keepPoint(
  open: OpenSession,
  clock: Pick<Clock, "nowMs">,
  { dossierId, kind, name }: { dossierId: DossierId; kind: PointKind; name: string },
): RecoveryPoint {
  const mark = markNow(open.tables, dossierId);
  const stamp = { atMs: clock.nowMs(), byId: open.person.id, byName: open.person.displayName };
  const point = open.tables.points.add({ dossierId, kind, name, mark, ...stamp });
  open.note("point-made", dossierId, { number: point.number, reason: kind });
  return point;
}
