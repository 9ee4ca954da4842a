import type { CaseParts } from "../../../shared/domain/case-parts.ts";
import { type CurrentPart, type KeptState, knownAt, type Moment, type Until } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { DossierRecord } from "../../vault/tables/dossier-table.ts";
import { PointMark } from "../../vault/tables/point-table.ts";
import { headFields, hitFacts } from "../remembering.ts";
import type { OpenSession } from "../session.ts";

type Tables = OpenSession["tables"];

/** Answers have a history of their own; among the parts of a case they stand in this place. */
export const answerPlace = "answer";

/** A moment turned into how far each history counts. */
export interface Reach {
  readonly states: Until;
  /** Whether this revision of this answer counts. */
  answers(answer: { readonly itemId: string; readonly revision: number; readonly atMs: number }): boolean;
}

/** How far the histories count at this moment; `unknown-point` where no such point was made. */
export function reachOf(
  tables: Tables,
  dossierId: DossierId,
  moment: Moment,
): Result<Reach, { readonly code: "unknown-point" }> {
  if (moment.kind === "now") return ok({ states: { atMs: Number.MAX_SAFE_INTEGER }, answers: () => true });
  if (moment.kind === "time") return ok({ states: { atMs: moment.at }, answers: ({ atMs }) => atMs <= moment.at });
  const point = tables.points.find(dossierId, moment.number);
  return point === undefined ? err({ code: "unknown-point" }) : ok(reachOfMark(point.mark));
}

function reachOfMark({ history, answers }: PointMark): Reach {
  return {
    states: { number: history },
    answers: ({ itemId, revision }) => revision <= (answers[itemId] ?? 0),
  };
}

/** How far the histories of a case have come now. */
export function markNow(tables: Tables, dossierId: DossierId): PointMark {
  const answers = tables.answers.list(dossierId).map((answer): [string, number] => [answer.itemId, answer.revision]);
  return PointMark.parse({ history: tables.history.count(dossierId), answers: Object.fromEntries(answers) });
}

function singles(fields: Readonly<Record<string, unknown>>): CurrentPart[] {
  return Object.entries(fields).map(([rowId, value]) => ({ rowId, body: { value }, sinceMs: null }));
}

/** The parts as they stand, for rows that history has nothing of yet. */
function currentParts(tables: Tables, record: DossierRecord): ReadonlyMap<string, readonly CurrentPart[]> {
  const { id } = record;
  return new Map<string, readonly CurrentPart[]>([
    ["head", singles(headFields(record))],
    ["triage", singles(record.triage)],
    ["intake", singles(record.intake)],
    ["subject", tables.subjects.list(id).map((body) => ({ rowId: body.id, body, sinceMs: null }))],
    ["evidence", tables.evidence.list(id).map((body) => ({ rowId: body.id, body, sinceMs: body.importedAt }))],
    ["measure", tables.measures.list(id).map((body) => ({ rowId: body.measureId, body, sinceMs: body.updatedAt }))],
    ["gate", tables.measures.gates(id).map((body) => ({ rowId: body.gateId, body, sinceMs: body.setAt }))],
    ["hit", currentHits(tables, id)],
    ["paper", singles(tables.decisions.draft(id).draft)],
  ]);
}

function currentHits(tables: Tables, id: DossierId): CurrentPart[] {
  const sinceMs = tables.screening.lastRun(id)?.at ?? null;
  return tables.screening.hits(id).map(({ hit }) => ({ rowId: hit.id, body: hitFacts(hit), sinceMs }));
}

/** Everything of a case that is known within this reach, by place and row. */
export function partsAt(tables: Tables, record: DossierRecord, reach: Reach): CaseParts {
  const states = Map.groupBy(tables.history.list(record.id), (state: KeptState) => state.place);
  const current = currentParts(tables, record);
  const places = [...new Set([...current.keys(), ...states.keys()])];
  const kept = places.map((place): [string, ReadonlyMap<string, unknown>] => [
    place,
    knownAt(states.get(place) ?? [], current.get(place) ?? [], reach.states),
  ]);
  return new Map([...kept, [answerPlace, answersAt(tables, record.id, reach)]]);
}

function answersAt(tables: Tables, dossierId: DossierId, reach: Reach): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  // In the order of revisions, so that the last that counts stays.
  for (const { answer } of tables.answers.states(dossierId)) {
    const { itemId, revision, updatedAt } = answer;
    if (reach.answers({ itemId, revision, atMs: updatedAt ?? 0 })) known.set(itemId, answer);
  }
  return known;
}
