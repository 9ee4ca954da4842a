import { z } from "zod";
import { Depth, IdentityCertainty } from "../../../shared/domain/content/vocabulary.ts";
import {
  DossierKind,
  DossierMove,
  DossierState,
  Fairness,
  IntakeValues,
  Triage,
} from "../../../shared/domain/dossier.ts";
import { DossierId, Sha256 } from "../../../shared/domain/ids.ts";
import { Day, Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A dossier's own row, without what other tables hold. */
export const DossierRecord = z.object({
  id: DossierId,
  number: z.string(),
  title: z.string(),
  kind: DossierKind,
  state: DossierState,
  templateId: z.string(),
  templateHash: Sha256,
  triage: Triage,
  depth: Depth,
  depthByRule: Depth,
  subjectIdentity: IdentityCertainty,
  intake: IntakeValues,
  fairness: Fairness,
  dueDay: Day.nullable(),
  /** Snapshots from before host units were named lack it. */
  hostUnit: z.string().default(""),
  revision: z.int().positive(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type DossierRecord = z.infer<typeof DossierRecord>;

/** Dossiers, one row each. A case that is shut to this person is not there. */
export interface DossierTable {
  add(record: DossierRecord): void;
  find(id: DossierId): DossierRecord | undefined;
  list(): DossierRecord[];
  /** Puts the case on another text of its checklist, which the vault keeps; the revision goes up by one. */
  setTemplate(id: DossierId, template: Pick<DossierRecord, "templateId" | "templateHash">, atMs: number): void;
  /** Writes every field but id, number, kind, template and creation time; the revision goes up by one. */
  save(record: DossierRecord): DossierRecord;
  addMove(id: DossierId, move: DossierMove): void;
  /** Latest first. */
  moves(id: DossierId): DossierMove[];
  /** How many dossiers a year's numbers have been given to. */
  countNumbered(prefix: string): number;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly template_id: string;
  readonly template_hash: string;
  readonly triage: string;
  readonly depth: string;
  readonly depth_by_rule: string;
  readonly subject_identity: string;
  readonly intake: string;
  readonly fairness: string;
  readonly due_day: string | null;
  readonly host_unit: string;
  readonly revision: number;
  readonly created_at: number;
  readonly updated_at: number;
}

function toRecord(row: Row): DossierRecord {
  return DossierRecord.parse({
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind,
    state: row.state,
    templateId: row.template_id,
    templateHash: row.template_hash,
    triage: anyJson(row.triage),
    depth: row.depth,
    depthByRule: row.depth_by_rule,
    subjectIdentity: row.subject_identity,
    intake: anyJson(row.intake),
    fairness: anyJson(row.fairness),
    dueDay: row.due_day,
    hostUnit: row.host_unit,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

/** The record as bound parameters, named as the columns are. */
function toParameters(record: DossierRecord): Row {
  return {
    id: record.id,
    number: record.number,
    title: record.title,
    kind: record.kind,
    state: record.state,
    template_id: record.templateId,
    template_hash: record.templateHash,
    triage: toJson(record.triage),
    depth: record.depth,
    depth_by_rule: record.depthByRule,
    subject_identity: record.subjectIdentity,
    intake: toJson(record.intake),
    fairness: toJson(record.fairness),
    due_day: record.dueDay,
    host_unit: record.hostUnit,
    revision: record.revision,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
  };
}

interface MoveRow {
  readonly dossier_id: string;
  readonly number: number;
  readonly from_state: string;
  readonly to_state: string;
  readonly reason: string;
  readonly moved_at: number;
  readonly moved_by: string;
}

function moveStatements(db: Database, seals: CaseSeals): Pick<DossierTable, "addMove" | "moves"> {
  const rows = sealedRows(seals, sealedTables.move);
  const insert = db.prepare<[MoveRow]>(
    `INSERT INTO dossier_move (dossier_id, number, from_state, to_state, reason, moved_at, moved_by)
     VALUES (@dossier_id, @number, @from_state, @to_state, @reason, @moved_at, @moved_by)`,
  );
  const count = db.prepare<[string], { n: number }>("SELECT count(*) AS n FROM dossier_move WHERE dossier_id = ?");
  const all = db.prepare<[string], MoveRow>("SELECT * FROM dossier_move WHERE dossier_id = ? ORDER BY number DESC");
  return {
    addMove: (id, { from, to, reason, at, by }) => {
      const row: MoveRow = {
        dossier_id: id,
        number: (count.get(id)?.n ?? 0) + 1,
        from_state: from,
        to_state: to,
        reason,
        moved_at: at,
        moved_by: by,
      };
      insert.run(rows.close(id, row));
    },
    moves: (id) =>
      all
        .all(id)
        .map((row) => rows.open(id, row))
        .map((row) =>
          DossierMove.parse({
            from: row.from_state,
            to: row.to_state,
            reason: row.reason,
            at: row.moved_at,
            by: row.moved_by,
          }),
        ),
  };
}

export function createDossierTable(db: Database, seals: CaseSeals): DossierTable {
  const rows = sealedRows(seals, sealedTables.dossier);
  const insert = db.prepare<[Row]>(
    `INSERT INTO dossier (id, number, title, kind, state, template_id, template_hash, triage, depth, depth_by_rule,
       subject_identity, intake, fairness, due_day, host_unit, revision, created_at, updated_at)
     VALUES (@id, @number, @title, @kind, @state, @template_id, @template_hash, @triage, @depth, @depth_by_rule,
       @subject_identity, @intake, @fairness, @due_day, @host_unit, @revision, @created_at, @updated_at)`,
  );
  const one = db.prepare<[string], Row>("SELECT * FROM dossier WHERE id = ?");
  const all = db.prepare<[], Row>("SELECT * FROM dossier ORDER BY updated_at DESC, number DESC");
  const update = db.prepare<[Row]>(
    `UPDATE dossier SET title = @title, state = @state, triage = @triage, depth = @depth,
       depth_by_rule = @depth_by_rule, subject_identity = @subject_identity, intake = @intake, fairness = @fairness,
       due_day = @due_day, host_unit = @host_unit, revision = @revision, updated_at = @updated_at WHERE id = @id`,
  );
  const retemplate = db.prepare<[string, string, number, string]>(
    "UPDATE dossier SET template_id = ?, template_hash = ?, updated_at = ?, revision = revision + 1 WHERE id = ?",
  );
  const numbered = db.prepare<[string], { n: number }>("SELECT count(*) AS n FROM dossier WHERE number LIKE ? || '%'");
  return {
    ...moveStatements(db, seals),
    add: (record) => {
      insert.run(rows.close(record.id, toParameters(record)));
    },
    find: (id) => {
      const row = one.get(id);
      return row === undefined || seals.isShut(id) ? undefined : toRecord(rows.open(id, row));
    },
    list: () =>
      all
        .all()
        .filter((row) => !seals.isShut(row.id))
        .map((row) => toRecord(rows.open(row.id, row))),
    save: (record) => {
      const next = { ...record, revision: record.revision + 1 };
      update.run(rows.close(record.id, toParameters(next)));
      return next;
    },
    setTemplate: (id, { templateId, templateHash }, atMs) => {
      retemplate.run(templateId, templateHash, atMs, id);
    },
    countNumbered: (prefix) => numbered.get(prefix)?.n ?? 0,
  };
}
