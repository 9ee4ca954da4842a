import type { SecondReaderCandidate } from "../../../shared/contract/calls/second.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { isSameUnit, rightsOf } from "../../../shared/domain/people.ts";
import type { Person } from "../../vault/tables/person-table.ts";
import type { Entered } from "../enter-case.ts";
import type { OpenSession } from "../session.ts";

/**
 * People who can read this case a second time: they work on cases, do not belong to the host unit, have declared no conflict,
 * have answered nothing in it, and cannot look the answers up in the trail. A restricted case needs its key.
 */
export function secondReaders({ open, record }: Entered): SecondReaderCandidate[] {
  const { audit, people } = open.tables;
  const answered = audit.actorsIn(record.id, "answer-recorded");
  const hasRead = audit.actorsIn(record.id, "dossier-read");
  return people
    .list()
    .filter((person) => person.id !== open.person.id && !answered.has(person.id))
    .filter((person) => person.revokedAt === null && mayReadBlind(person))
    .filter((person) => !isSameUnit(person.unit, record.hostUnit) && isOpenTo(open, record.id, person))
    .map((person) => ({
      personId: person.id,
      displayName: person.displayName,
      hasRead: hasRead.has(person.id),
    }));
}

function mayReadBlind({ roles }: Person): boolean {
  const rights = rightsOf(roles);
  return rights.includes("work-on-cases") && !rights.includes("read-trail");
}

function isOpenTo({ tables, cases }: OpenSession, dossierId: DossierId, { id }: Person): boolean {
  if (tables.declarations.findLatest(dossierId, id)?.hasConflict === true) return false;
  return !cases.isRestricted(dossierId) || tables.access.copiesOf(dossierId).some(({ holder }) => holder === id);
}
