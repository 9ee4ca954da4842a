import { mustExist } from "../../../shared/assert.ts";
import { type AnswerBody, AnswerBody as AnswerBodySchema, emptyAnswer } from "../../../shared/domain/answer.ts";
import { type CaseParts, type Difference, differencesBetween, rowOf } from "../../../shared/domain/case-parts.ts";
import { findItem } from "../../../shared/domain/content/template.ts";
import { GateId } from "../../../shared/domain/content/vocabulary.ts";
import { MeasureInput } from "../../../shared/domain/decision.ts";
import { EvidenceDetails } from "../../../shared/domain/evidence.ts";
import { EvidenceId, HitId, ItemId, SubjectId } from "../../../shared/domain/ids.ts";
import { SubjectInput } from "../../../shared/domain/party.ts";
import { Hit } from "../../../shared/domain/screening.ts";
import { DossierRecord } from "../../vault/tables/dossier-table.ts";
import { GateRecord } from "../../vault/tables/measure-table.ts";
import { templateOf } from "../case-file.ts";
import { keepVerdict } from "../screening/kept-verdicts.ts";
import type { OpenSession } from "../session.ts";
import { answerPlace } from "./case-parts.ts";

/** What is to be put back, and what it is put back into. Inside a transaction of the caller. */
export interface Restoring {
  readonly open: OpenSession;
  readonly record: DossierRecord;
  readonly past: CaseParts;
  readonly now: CaseParts;
  readonly atMs: number;
  /** Which of the differences are meant. */
  readonly isWanted: (difference: Difference) => boolean;
}

/** What came of it. */
export interface Restored {
  readonly restored: readonly Difference[];
  /** What cannot be put back: what was destroyed, what came since, what follows from the rest. */
  readonly left: readonly Difference[];
}

/** One row with what differs in it, from how it stands to how it stood. */
interface RowBack {
  readonly place: string;
  readonly rowId: string;
  readonly row: Difference["row"];
  /** What the fields held then. */
  readonly fields: Readonly<Record<string, Difference["after"]>>;
  /** The whole row as it stood; undefined where it was not there. */
  readonly body: unknown;
}

type PutBack = (restoring: Restoring, row: RowBack) => boolean;

/** Puts the wanted fields back place by place; the case's own row is written last and once. */
export function putBack(restoring: Restoring): Restored {
  const { past, now, isWanted } = restoring;
  const differences = differencesBetween(now, past).filter(isWanted);
  const restored: Difference[] = [];
  const left: Difference[] = [];
  const rows = Map.groupBy(differences, ({ place, rowId }) => `${place}/${rowId}`);
  const own: RowBack[] = [];
  for (const ofRow of rows.values()) {
    const row = rowBack(ofRow, past);
    const isOwn = ownFields.has(row.place);
    if (isOwn && mayPutBack(row)) own.push(row);
    const done = isOwn ? mayPutBack(row) : (ways[row.place]?.(restoring, row) ?? false);
    (done ? restored : left).push(...ofRow);
  }
  if (own.length > 0) restoring.open.tables.dossiers.save(withFields(restoring, own));
  return { restored, left: left.filter(({ place, rowId }) => place !== "head" || rowId !== "depth") };
}

function rowBack(ofRow: readonly Difference[], past: CaseParts): RowBack {
  const { place, rowId, row } = mustExist(ofRow[0], "rows are made of differences");
  const fields = Object.fromEntries(ofRow.map(({ field, after }) => [field, after]));
  return { place, rowId, row, fields, body: past.get(place)?.get(rowId) };
}

/** Places whose rows are fields of the case's own row. */
const ownFields: ReadonlySet<string> = new Set(["head", "triage", "intake"]);

/** State, template and depth have ways of their own to change. */
const headBack: ReadonlySet<string> = new Set(["title", "dueDay", "hostUnit", "subjectIdentity", "fairness"]);

function mayPutBack({ place, rowId }: RowBack): boolean {
  return place !== "head" || headBack.has(rowId);
}

function withFields({ record, atMs }: Restoring, rows: readonly RowBack[]): DossierRecord {
  const of = (place: string): Record<string, unknown> =>
    Object.fromEntries(rows.filter((row) => row.place === place).map(({ rowId, fields }) => [rowId, fields[""]]));
  const intake = { ...record.intake, ...of("intake") };
  return DossierRecord.parse({
    ...record,
    ...of("head"),
    triage: { ...record.triage, ...of("triage") },
    // A field that nobody had filled in then.
    intake: Object.fromEntries(Object.entries(intake).filter(([, value]) => value !== null)),
    updatedAt: atMs,
  });
}

const GateSetting = GateRecord.pick({ gateId: true, open: true, reason: true, secondPerson: true });
const Verdict = Hit.pick({ judgement: true, awaitsSecondPerson: true, second: true });

const ways: Readonly<Record<string, PutBack>> = {
  [answerPlace]: ({ open, record, atMs }, { rowId, fields, row }) => {
    const itemId = ItemId.parse(rowId);
    if (findItem(templateOf(open, record), itemId) === undefined) return false;
    const before = open.tables.answers.get(record.id, itemId);
    const { itemId: _item, revision: _revision, updatedAt: _at, updatedBy: _by, ...kept } = before;
    const back: Record<string, unknown> =
      row === "removed" ? Object.fromEntries(Object.keys(fields).map((name) => [name, emptyOf(name)])) : fields;
    const body: AnswerBody = AnswerBodySchema.parse({ ...kept, ...back });
    open.tables.answers.put({ dossierId: record.id, itemId, body, atMs, by: open.person.displayName });
    return true;
  },
  subject: ({ open, record }, { rowId, row, fields, body }) => {
    // Whoever came since stays: taking somebody out of a case asks for the passphrase.
    if (row === "removed") return false;
    const id = SubjectId.parse(rowId);
    const known = open.tables.subjects.list(record.id).find((subject) => subject.id === id);
    const { id: _id, revision: _revision, ...input } = rowOf({ ...(known ?? rowOf(body)), ...fields });
    const subject = SubjectInput.parse(input);
    if (known === undefined) open.tables.subjects.add(record.id, { ...subject, id, revision: 1 });
    else open.tables.subjects.change({ ...subject, id, revision: known.revision + 1 });
    return true;
  },
  evidence: ({ open, record }, { rowId, row, fields }) => {
    // Bytes that were destroyed do not come back, and what came in since is not destroyed by looking back.
    if (row !== "changed") return false;
    const { tables } = open;
    const piece = tables.evidence.find(record.id, EvidenceId.parse(rowId));
    if (piece === undefined || Object.keys(fields).some((name) => name !== "items" && !(name in EvidenceDetails.shape)))
      return false;
    const names = Object.keys(EvidenceDetails.shape).filter((name) => name in fields);
    if (names.length > 0) {
      const kept = Object.fromEntries(Object.entries(piece).filter(([name]) => name in EvidenceDetails.shape));
      const details = EvidenceDetails.parse({
        ...kept,
        ...Object.fromEntries(names.map((name) => [name, fields[name]])),
      });
      tables.evidence.changeDetails(piece.id, details, piece.revision + 1);
    }
    if ("items" in fields) tieAgain(open, { record, piece, items: ItemId.array().parse(fields["items"]) });
    return true;
  },
  measure: ({ open, record, atMs }, { rowId, row, body }) => {
    if (row === "removed") return open.tables.measures.remove(record.id, rowId);
    const { updatedAt: _at, updatedBy: _by, ...input } = rowOf(body);
    open.tables.measures.put(record.id, MeasureInput.parse(input), { atMs, by: open.person.displayName });
    return true;
  },
  gate: ({ open, record, atMs }, { rowId, row, body }) => {
    const gateId = GateId.parse(rowId);
    if (row === "removed") return open.tables.measures.unsetGate(record.id, gateId);
    const gate = GateSetting.parse(body);
    open.tables.measures.setGate(record.id, { ...gate, gateId }, { atMs, by: open.person.displayName });
    return true;
  },
  hit: ({ open, record, atMs }, { rowId, row, body }) => {
    const id = HitId.parse(rowId);
    if (row !== "changed" || open.tables.screening.findHit(record.id, id) === undefined) return false;
    const { judgement, awaitsSecondPerson, second } = Verdict.parse(body);
    // Whoever agreed then agreed to what was known then; it is put to a second person again.
    const awaits = awaitsSecondPerson || second !== null || (judgement?.secondPerson ?? "") !== "";
    const stamp = { atMs, by: open.person.displayName, byId: open.person.id, awaits };
    open.tables.screening.judge(id, judgement === null ? null : { ...judgement, secondPerson: "" }, stamp);
    keepVerdict(open, record.id, id);
    return true;
  },
  paper: ({ open, record, atMs }, { rowId, fields }) => {
    const { draft } = open.tables.decisions.draft(record.id);
    const { [rowId]: _now, ...others } = draft;
    const then = fields[""];
    open.tables.decisions.putDraft(record.id, typeof then === "string" ? { ...others, [rowId]: then } : others, atMs);
    return true;
  },
};

function emptyOf(field: string): unknown {
  return Object.entries(emptyAnswer).find(([name]) => name === field)?.[1];
}

interface Tying {
  readonly record: DossierRecord;
  readonly piece: { readonly id: EvidenceId; readonly items: readonly ItemId[] };
  readonly items: readonly ItemId[];
}

function tieAgain({ tables }: OpenSession, { record, piece, items }: Tying): void {
  const link = (itemId: ItemId) => ({ dossierId: record.id, itemId, evidenceId: piece.id });
  for (const itemId of items) if (!piece.items.includes(itemId)) tables.evidence.link(link(itemId));
  for (const itemId of piece.items) if (!items.includes(itemId)) tables.evidence.unlink(link(itemId));
}
