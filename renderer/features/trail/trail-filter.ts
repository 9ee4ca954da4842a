import { type AuditKind, auditKinds, type TrailFilter } from "../../../shared/domain/audit.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { type EventGroup, groupOf } from "./event-groups.ts";

/** What a person has chosen to see. */
export interface TrailChoice {
  readonly group: EventGroup | "all";
  readonly actorId: string | "all";
  readonly caseNumber: string;
  /** `YYYY-MM-DD` in this machine's zone, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Everything. */
export const everything: TrailChoice = { group: "all", actorId: "all", caseNumber: "", from: undefined, to: undefined };

/** The start of a local day. */
function startOf(day: string, daysLater = 0): Instant {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return Instant.parse(Math.max(0, new Date(year, month - 1, date + daysLater).getTime()));
}

/** Kinds of one group. */
export function kindsOf(group: EventGroup | "all"): AuditKind[] | null {
  return group === "all" ? null : auditKinds.filter((kind) => groupOf(kind) === group);
}

/** The choice as the engine takes it; undefined while nothing is narrowed. */
export function filterOf(choice: TrailChoice): TrailFilter | undefined {
  const caseNumber = choice.caseNumber.normalize("NFKC").trim();
  const filter: TrailFilter = {
    kinds: kindsOf(choice.group),
    actorId: choice.actorId === "all" ? null : choice.actorId,
    caseNumber: caseNumber === "" ? null : caseNumber,
    from: choice.from === undefined ? null : startOf(choice.from),
    until: choice.to === undefined ? null : startOf(choice.to, 1),
  };
  return Object.values(filter).every((part) => part === null) ? undefined : filter;
}
