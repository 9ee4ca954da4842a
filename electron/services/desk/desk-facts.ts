import { mustExist } from "../../../shared/assert.ts";
import { type DeskCase, type DeskDecision, type DeskMeasure, deskForm } from "../../../shared/domain/desk/desk-case.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { displayName, readingOf } from "../../../shared/domain/party.ts";
import { emptyReading, isConflict } from "../../../shared/domain/second-review.ts";
import { type Day, Instant } from "../../../shared/domain/time.ts";
import { requiredIn } from "../asked-items.ts";
import type { OpenSession } from "../session.ts";

/** Works out from a case's own tables what lists and the home page show of it. Throws for a shut case. */
export function deskFacts(open: OpenSession, dossierId: DossierId): DeskCase {
  const { tables } = open;
  const record = mustExist(tables.dossiers.find(dossierId), "a case with a desk copy");
  const [principal] = tables.subjects.list(dossierId);
  const { answeredItems, decidedAt, awaiting, ...tallies } = tables.desk.tallies(dossierId);
  const required = requiredIn(open, record);
  return {
    form: deskForm,
    id: dossierId,
    number: record.number,
    title: record.title,
    kind: record.kind,
    state: record.state,
    principal: principal === undefined ? "" : displayName(principal),
    reading: principal === undefined ? "" : (readingOf(principal) ?? ""),
    depth: record.depth,
    templateHash: record.templateHash,
    triaged: record.triage.techTier !== null && record.triage.access !== null,
    dueDay: record.dueDay,
    hostUnit: record.hostUnit,
    required: required.size,
    answered: answeredItems.filter((itemId) => required.has(itemId)).length,
    ...tallies,
    awaiting: [...awaiting],
    decision: latestDecision(tables, dossierId),
    decidedAt: decidedAt === null ? null : Instant.parse(decidedAt),
    measures: measuresDue(tables, dossierId),
    expiries: expiriesOf(tables, dossierId),
    ...secondReading(open, dossierId),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

function expiriesOf(tables: OpenSession["tables"], dossierId: DossierId): Day[] {
  return tables.evidence
    .list(dossierId)
    .flatMap(({ standing: { status, validity } }) =>
      validity.until === null || status === "superseded" ? [] : [validity.until],
    )
    .sort();
}

function secondReading({ tables }: OpenSession, dossierId: DossierId): Pick<DeskCase, "secondReader" | "differences"> {
  const reviews = tables.secondReviews.list(dossierId);
  const differing = reviews
    .filter(({ state }) => state === "handed-in")
    .map(({ id, first }) => {
      const second = new Map(tables.secondReviews.readings(dossierId, id).map((reading) => [reading.itemId, reading]));
      const settled = new Set(tables.secondReviews.settlements(dossierId, id).map(({ itemId }) => itemId));
      return (first ?? []).filter(
        (reading) => isConflict(reading, second.get(reading.itemId) ?? emptyReading) && !settled.has(reading.itemId),
      ).length;
    });
  return {
    secondReader: reviews.find(({ state }) => state === "open")?.readerId ?? null,
    differences: differing.reduce((sum, count) => sum + count, 0),
  };
}

function latestDecision(tables: OpenSession["tables"], dossierId: DossierId): DeskDecision | null {
  const [latest] = tables.decisions.list(dossierId);
  if (latest === undefined) return null;
  const papers = tables.reports.list(dossierId).filter((paper) => paper.decisionId === latest.id);
  const { approval } = latest;
  return {
    id: latest.id,
    version: latest.version,
    outcome: latest.outcome,
    proposedBy: latest.proposedBy,
    reviewDay: latest.reviewDay,
    answer: approval === null ? null : { kind: approval.kind, given: approval.answer, by: approval.personId },
    signed: papers.length > 0,
    countersigned: papers.some((paper) => paper.countersigns !== null),
  };
}

function measuresDue(tables: OpenSession["tables"], dossierId: DossierId): DeskMeasure[] {
  return tables.measures
    .list(dossierId)
    .flatMap(({ measureId, status, dueDay, owner }) =>
      dueDay === null || status === "implemented" || status === "withdrawn"
        ? []
        : [{ measureId, status, dueDay, owner }],
    )
    .sort((a, b) => (a.dueDay < b.dueDay ? -1 : Number(a.dueDay > b.dueDay)));
}
