import { mustExist } from "../../shared/assert.ts";
import type { Evidence } from "../../shared/domain/evidence.ts";
import type { HistoryOrigin, HistoryPlace } from "../../shared/domain/history.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { Hit } from "../../shared/domain/screening.ts";
import type { Tables } from "../vault/tables/all.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import type { HitRecord } from "../vault/tables/screening-table.ts";
import { requireAnswerReason, requireEvidenceReason } from "./change-reasons.ts";

/** A part of a case that has changed; a null body says that it was taken away. */
export interface Remembered {
  readonly dossierId: DossierId;
  readonly place: HistoryPlace;
  readonly rowId: string;
  readonly body: unknown;
  readonly reason?: string;
}

/** The state that stood before a change, and since when; asked only where the part has no history yet. */
export type Earlier = () => { readonly body: unknown; readonly atMs: number } | undefined;

type Remember = (change: Remembered, earlier?: Earlier) => void;

/** Why the changes being made are made, for everything remembered meanwhile. */
export interface Because {
  readonly reason: string;
  readonly origin: HistoryOrigin;
}

export interface RememberingParts {
  /** A reason given beforehand for changes to this case that carry none themselves, while it holds. */
  readonly givenFor: (dossierId: DossierId) => string | undefined;
  readonly tables: Tables;
  readonly clock: { nowMs(): number };
  /** Who is at the keyboard. */
  readonly person: { readonly id: string; readonly displayName: string };
  readonly because: () => Because;
}

/** Writes one state into the history, and before the first one what stood until then. Inside a transaction of the caller. */
export function createRemember({ tables, clock, person, because }: RememberingParts): Remember {
  return ({ dossierId, place, rowId, body, reason }, earlier) => {
    const part = { dossierId, place, rowId };
    const before = earlier === undefined || tables.history.has(part) ? undefined : earlier();
    if (before !== undefined)
      tables.history.add({ ...part, ...before, reason: "", origin: "earlier", byId: null, byName: null });
    tables.history.add({
      ...part,
      body,
      reason: reason ?? because().reason,
      origin: because().origin,
      atMs: clock.nowMs(),
      byId: person.id,
      byName: person.displayName,
    });
  };
}

/**
 * The tables of a session, whose every write to a part of a case goes into the history as well: no service can change a case
 * and forget to say so. Answers keep a history of their own; this adds who and why to it.
 */
export function rememberingTables(parts: RememberingParts, remember: Remember): Tables {
  const { tables, person, because, givenFor } = parts;
  return {
    ...tables,
    answers: {
      ...tables.answers,
      put: (write) => {
        const { dossierId, itemId, body: after } = write;
        const reason = write.reason ?? (because().reason || (givenFor(dossierId) ?? ""));
        requireAnswerReason(tables, { dossierId, before: tables.answers.get(dossierId, itemId), after, reason });
        return tables.answers.put({ ...write, reason, personId: person.id });
      },
    },
    dossiers: rememberingDossiers(tables, remember),
    subjects: rememberingSubjects(tables, remember),
    evidence: rememberingEvidence(parts, remember),
    measures: rememberingMeasures(tables, remember),
    screening: rememberingScreening(tables, remember),
    decisions: rememberingPaper(tables, remember),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The head of a case field by field, as history keeps it. */
export function headFields(record: DossierRecord): Fields {
  return {
    title: record.title,
    state: record.state,
    template: { templateId: record.templateId, templateHash: record.templateHash },
    dueDay: record.dueDay,
    hostUnit: record.hostUnit,
    subjectIdentity: record.subjectIdentity,
    fairness: record.fairness,
    depth: { depth: record.depth, depthByRule: record.depthByRule },
  };
}

/** A hit as history keeps it: whom it concerns, what it may mean and what was made of it. */
export function hitFacts(hit: Hit): Fields {
  const { subjectId, listTitle, edition, effectClass, entryKey, queryName, matchedName, score } = hit;
  const { judgement, judgedAt, judgedBy, awaitsSecondPerson, second } = hit;
  const found = { subjectId, listTitle, edition, effectClass, entryKey, queryName, matchedName, score };
  return { ...found, judgement, judgedAt, judgedBy, awaitsSecondPerson, second };
}

function rememberingDossiers(tables: Tables, remember: Remember): Tables["dossiers"] {
  return {
    ...tables.dossiers,
    setTemplate: (dossierId, template, atMs) => {
      const before = mustExist(tables.dossiers.find(dossierId), "a changed dossier exists");
      tables.dossiers.setTemplate(dossierId, template, atMs);
      const [was, is] = [headFields(before), headFields({ ...before, ...template })];
      rememberFields(remember, { dossierId, place: "head", was, is, sinceMs: before.createdAt });
    },
    save: (record) => {
      const before = mustExist(tables.dossiers.find(record.id), "a changed dossier exists");
      const saved = tables.dossiers.save(record);
      const sections: readonly [HistoryPlace, Fields, Fields][] = [
        ["head", headFields(before), headFields(saved)],
        ["triage", before.triage, saved.triage],
        ["intake", before.intake, saved.intake],
      ];
      for (const [place, was, is] of sections)
        rememberFields(remember, { dossierId: record.id, place, was, is, sinceMs: before.createdAt });
      return saved;
    },
  };
}

interface FieldsChanged {
  readonly dossierId: DossierId;
  readonly place: HistoryPlace;
  readonly was: Fields;
  readonly is: Fields;
  readonly sinceMs: number;
}

/** Values stand in an object of their own, so that an empty one is told from one that is not there. */
function rememberFields(remember: Remember, { dossierId, place, was, is, sinceMs }: FieldsChanged): void {
  for (const rowId of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (isSame(was[rowId], is[rowId])) continue;
    const body = is[rowId] === undefined ? null : { value: is[rowId] };
    remember({ dossierId, place, rowId, body }, () =>
      was[rowId] === undefined ? undefined : { body: { value: was[rowId] }, atMs: sinceMs },
    );
  }
}

function rememberingSubjects(tables: Tables, remember: Remember): Tables["subjects"] {
  const { subjects } = tables;
  const earlier =
    (dossierId: DossierId, rowId: string): Earlier =>
    () => {
      const body = subjects.list(dossierId).find((subject) => subject.id === rowId);
      const since = tables.dossiers.find(dossierId)?.createdAt;
      return body === undefined || since === undefined ? undefined : { body, atMs: since };
    };
  return {
    ...subjects,
    add: (dossierId, subject) => {
      subjects.add(dossierId, subject);
      remember({ dossierId, place: "subject", rowId: subject.id, body: subject });
    },
    change: (subject) => {
      const dossierId = subjects.caseOf(subject.id);
      remember({ dossierId, place: "subject", rowId: subject.id, body: subject }, earlier(dossierId, subject.id));
      subjects.change(subject);
    },
    remove: (id) => {
      const dossierId = subjects.caseOf(id);
      remember({ dossierId, place: "subject", rowId: id, body: null }, earlier(dossierId, id));
      subjects.remove(id);
    },
  };
}

function rememberingEvidence({ tables, because, givenFor }: RememberingParts, remember: Remember): Tables["evidence"] {
  const { evidence } = tables;
  /** Does the work and keeps what it made of the piece; a piece that is not there before has no history to keep. */
  const around = (dossierId: DossierId, id: Evidence["id"], work: () => void, reason = ""): void => {
    const before = evidence.find(dossierId, id);
    work();
    const after = evidence.find(dossierId, id);
    if (before === undefined && after === undefined) return;
    if (isSame({ ...before, checkedAt: 0 }, { ...after, checkedAt: 0 })) return;
    remember({ dossierId, place: "evidence", rowId: id, body: after ?? null, reason }, () =>
      before === undefined ? undefined : { body: before, atMs: before.importedAt },
    );
  };
  const reasoned = (dossierId: DossierId, id: Evidence["id"], work: () => void): void => {
    const reason = because().reason || (givenFor(dossierId) ?? "");
    requireEvidenceReason(tables, dossierId, reason);
    around(dossierId, id, work, reason);
  };
  return {
    ...evidence,
    add: (dossierId, piece, store) => reasoned(dossierId, piece.id, () => evidence.add(dossierId, piece, store)),
    changeDetails: (id, details, revision) =>
      reasoned(evidence.caseOf(id), id, () => evidence.changeDetails(id, details, revision)),
    changeStanding: (id, standing, revision) =>
      reasoned(evidence.caseOf(id), id, () => evidence.changeStanding(id, standing, revision)),
    // A look at the bytes is no change of mind: nobody is asked why.
    setIntegrity: (id, integrity, atMs) =>
      around(evidence.caseOf(id), id, () => evidence.setIntegrity(id, integrity, atMs)),
    link: (link) => reasoned(link.dossierId, link.evidenceId, () => evidence.link(link)),
    unlink: (link) => reasoned(link.dossierId, link.evidenceId, () => evidence.unlink(link)),
    remove: (id, atMs) => reasoned(evidence.caseOf(id), id, () => evidence.remove(id, atMs)),
  };
}

function rememberingMeasures(tables: Tables, remember: Remember): Tables["measures"] {
  const { measures } = tables;
  const measureBefore =
    (dossierId: DossierId, rowId: string): Earlier =>
    () => {
      const body = measures.list(dossierId).find((measure) => measure.measureId === rowId);
      return body === undefined ? undefined : { body, atMs: body.updatedAt };
    };
  const gateBefore =
    (dossierId: DossierId, rowId: string): Earlier =>
    () => {
      const body = measures.gates(dossierId).find((gate) => gate.gateId === rowId);
      return body === undefined ? undefined : { body, atMs: body.setAt };
    };
  return {
    ...measures,
    put: (dossierId, measure, stamp) => {
      const rowId = measure.measureId;
      const body = { ...measure, updatedAt: stamp.atMs, updatedBy: stamp.by };
      remember({ dossierId, place: "measure", rowId, body }, measureBefore(dossierId, rowId));
      measures.put(dossierId, measure, stamp);
    },
    remove: (dossierId, rowId) => {
      if (measures.list(dossierId).some((measure) => measure.measureId === rowId))
        remember({ dossierId, place: "measure", rowId, body: null }, measureBefore(dossierId, rowId));
      return measures.remove(dossierId, rowId);
    },
    setGate: (dossierId, gate, stamp) => {
      const body = { ...gate, setAt: stamp.atMs, setBy: stamp.by };
      remember({ dossierId, place: "gate", rowId: gate.gateId, body }, gateBefore(dossierId, gate.gateId));
      measures.setGate(dossierId, gate, stamp);
    },
    unsetGate: (dossierId, rowId) => {
      if (measures.gates(dossierId).some((gate) => gate.gateId === rowId))
        remember({ dossierId, place: "gate", rowId, body: null }, gateBefore(dossierId, rowId));
      return measures.unsetGate(dossierId, rowId);
    },
  };
}

function rememberingScreening(tables: Tables, remember: Remember): Tables["screening"] {
  const { screening } = tables;
  const around = (dossierId: DossierId, work: () => void): void => {
    const before = factsByHit(screening.hits(dossierId));
    const since = screening.lastRun(dossierId)?.at;
    work();
    const after = factsByHit(screening.hits(dossierId));
    for (const rowId of new Set([...before.keys(), ...after.keys()])) {
      const was = before.get(rowId);
      const is = after.get(rowId);
      if (isSame(was, is)) continue;
      remember({ dossierId, place: "hit", rowId, body: is ?? null }, () =>
        was === undefined || since === undefined ? undefined : { body: was, atMs: since },
      );
    }
  };
  return {
    ...screening,
    putRun: (dossierId, run, hits) => around(dossierId, () => screening.putRun(dossierId, run, hits)),
    judge: (id, judgement, stamp) => around(screening.caseOf(id), () => screening.judge(id, judgement, stamp)),
    putBack: (id, said) => around(screening.caseOf(id), () => screening.putBack(id, said)),
    second: (id, opinion) => around(screening.caseOf(id), () => screening.second(id, opinion)),
    removeSubject: (id) => around(tables.subjects.caseOf(id), () => screening.removeSubject(id)),
  };
}

function factsByHit(records: readonly HitRecord[]): ReadonlyMap<string, Fields> {
  return new Map(records.map(({ hit }) => [hit.id, hitFacts(hit)]));
}

function rememberingPaper(tables: Tables, remember: Remember): Tables["decisions"] {
  const { decisions } = tables;
  return {
    ...decisions,
    putDraft: (dossierId, draft, atMs) => {
      const was = decisions.draft(dossierId).draft;
      const sinceMs = tables.dossiers.find(dossierId)?.createdAt ?? atMs;
      rememberFields(remember, { dossierId, place: "paper", was, is: draft, sinceMs });
      return decisions.putDraft(dossierId, draft, atMs);
    },
  };
}
