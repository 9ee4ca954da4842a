import type { DossierId } from "../../../shared/domain/ids.ts";
import { isUndecided } from "../../../shared/domain/judging/group-hits.ts";
import type { VerdictOffer } from "../../../shared/domain/judging/offer.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import type { DossierRecord } from "../../vault/tables/dossier-table.ts";
import type { KeptVerdict } from "../../vault/tables/verdict-table.ts";
import { subjectKeys } from "../profile/subject-keys.ts";
import type { OpenSession } from "../session.ts";

/** Most offers for one hit: the newest tell enough. */
const offersPerHit = 3;

/**
 * For each undecided hit of the case: verdicts on the same entry of the same list and the same subject in other cases that the
 * person reads. Subjects are the same where a check-digit number or a name agrees and nobody has said that they are not.
 */
export function offersFor(open: OpenSession, dossierId: DossierId): VerdictOffer[] {
  const { tables } = open;
  const subjects = new Map<string, Subject>(tables.subjects.list(dossierId).map((subject) => [subject.id, subject]));
  const said = tables.sameness.touching(dossierId);
  const different = new Set(
    said.flatMap(({ verdict, subjectId, otherSubjectId }) =>
      verdict === "different" ? [`${subjectId}:${otherSubjectId}`, `${otherSubjectId}:${subjectId}`] : [],
    ),
  );
  return tables.screening
    .hits(dossierId)
    .map(({ hit }) => hit)
    .filter(isUndecided)
    .flatMap((hit) => {
      const subject = subjects.get(hit.subjectId);
      if (subject === undefined) return [];
      return tables.verdicts
        .onEntry(hit.entryKey)
        .filter(({ dossierId: other, verdict }) => other !== dossierId && isOfferable(hit, verdict))
        .filter(({ verdict }) => !different.has(`${hit.subjectId}:${verdict.subjectId}`))
        .flatMap(({ dossierId: other, verdict }) => {
          const record = readable(open, other);
          return record !== undefined && isSameSubject(open, subject, { other, verdict })
            ? [toOffer(hit, record, verdict)]
            : [];
        })
        .sort((a, b) => b.at - a.at)
        .slice(0, offersPerHit);
    });
}

/** A verdict that stands: decided, with the second person's word where one was asked for. */
function isOfferable(hit: Hit, verdict: KeptVerdict): boolean {
  return (
    verdict.listTitle === hit.listTitle && verdict.judgement.disposition !== "undecided" && !verdict.awaitsSecondPerson
  );
}

/** The case, if this person reads it: not shut, no declared conflict, not read blind. */
function readable(open: OpenSession, dossierId: DossierId): DossierRecord | undefined {
  const { declarations, dossiers, secondReviews } = open.tables;
  if (open.cases.isShut(dossierId)) return undefined;
  if (declarations.findLatest(dossierId, open.person.id)?.hasConflict === true) return undefined;
  return secondReviews.isBlind(dossierId, open.person.id) ? undefined : dossiers.find(dossierId);
}

function isSameSubject(
  open: OpenSession,
  own: Subject,
  { other, verdict }: { other: DossierId; verdict: KeptVerdict },
): boolean {
  const theirs = open.tables.subjects.list(other).find((subject) => subject.id === verdict.subjectId);
  if (theirs === undefined || theirs.kind !== own.kind) return false;
  const keys = subjectKeys(theirs);
  return [...subjectKeys(own).keys()].some((key) => keys.has(key));
}

function toOffer(hit: Hit, record: DossierRecord, kept: KeptVerdict): VerdictOffer {
  const { disposition, reason, note, secondPerson } = kept.judgement;
  return {
    hitId: hit.id,
    dossierId: record.id,
    number: record.number,
    title: record.title,
    verdict: { disposition, reason, note },
    by: kept.judgedBy,
    at: kept.judgedAt,
    confirmedBy: kept.second?.by ?? (secondPerson === "" ? null : secondPerson),
  };
}
