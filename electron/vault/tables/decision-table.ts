import { Decision, PaperDraft } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, fromJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Where one dossier's decisions stand. */
export interface DecisionSummary {
  readonly count: number;
  readonly latestId: string;
  readonly reviewDay: string | null;
}

/** Decisions with their frozen snapshots, and the draft texts of the paper. */
export interface DecisionTable {
  add(dossierId: DossierId, decision: Decision, snapshot: unknown): void;
  /** Latest first. */
  list(dossierId: DossierId): Decision[];
  snapshotOf(decisionId: string): unknown;
  /** How many decisions each decided dossier has, its latest decision and that one's review day. */
  summary(): Map<string, DecisionSummary>;
  draft(dossierId: DossierId): { draft: PaperDraft; revision: number };
  putDraft(dossierId: DossierId, draft: PaperDraft, atMs: number): number;
}

interface DecisionRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly version: number;
  readonly review_day: string | null;
  readonly body: string;
  readonly snapshot: string;
  readonly snapshot_hash: string;
  readonly recorded_at: number;
  readonly recorded_by: string;
}

interface DraftRow {
  readonly dossier_id: string;
  readonly body: string;
  readonly revision: number;
  readonly updated_at: number;
}

export function createDecisionTable(db: Database, seals: CaseSeals): DecisionTable {
  const rows = sealedRows(seals, sealedTables.decision);
  const draftRows = sealedRows(seals, sealedTables.paperDraft);
  const insert = db.prepare<[DecisionRow]>(
    `INSERT INTO decision (id, dossier_id, version, review_day, body, snapshot, snapshot_hash, recorded_at, recorded_by)
     VALUES (@id, @dossier_id, @version, @review_day, @body, @snapshot, @snapshot_hash, @recorded_at, @recorded_by)`,
  );
  const ofDossier = db.prepare<[string], Pick<DecisionRow, "id" | "body">>(
    "SELECT id, body FROM decision WHERE dossier_id = ? ORDER BY version DESC",
  );
  const snapshot = db.prepare<[string], Pick<DecisionRow, "id" | "dossier_id" | "snapshot">>(
    "SELECT id, dossier_id, snapshot FROM decision WHERE id = ?",
  );
  // With `max`, SQLite takes the other columns from the row of the greatest version.
  const summary = db.prepare<[], { dossier_id: string; n: number; id: string; review_day: string | null }>(
    "SELECT dossier_id, max(version) AS n, id, review_day FROM decision GROUP BY dossier_id",
  );
  const draft = db.prepare<[string], { body: string; revision: number }>(
    "SELECT body, revision FROM paper_draft WHERE dossier_id = ?",
  );
  const upsertDraft = db.prepare<[DraftRow]>(
    `INSERT INTO paper_draft (dossier_id, body, revision, updated_at)
     VALUES (@dossier_id, @body, @revision, @updated_at)
     ON CONFLICT (dossier_id) DO UPDATE SET body = excluded.body, revision = excluded.revision,
       updated_at = excluded.updated_at`,
  );
  const readDraft = (dossierId: DossierId): { draft: PaperDraft; revision: number } => {
    const row = draft.get(dossierId);
    return row === undefined
      ? { draft: {}, revision: 0 }
      : { draft: fromJson(PaperDraft, draftRows.open(dossierId, row).body), revision: row.revision };
  };
  return {
    add: (dossierId, decision, frozen) => {
      const row: DecisionRow = {
        id: decision.id,
        dossier_id: dossierId,
        version: decision.version,
        review_day: decision.reviewDay,
        body: toJson(decision),
        snapshot: toJson(frozen),
        snapshot_hash: decision.snapshotHash,
        recorded_at: decision.recordedAt,
        recorded_by: decision.recordedBy,
      };
      insert.run(rows.close(dossierId, row));
    },
    list: (dossierId) => ofDossier.all(dossierId).map((row) => fromJson(Decision, rows.open(dossierId, row).body)),
    snapshotOf: (decisionId) => {
      const row = snapshot.get(decisionId);
      return row === undefined ? undefined : anyJson(rows.open(row.dossier_id, row).snapshot);
    },
    summary: () =>
      new Map(
        summary
          .all()
          .filter((row) => !seals.isShut(row.dossier_id))
          .map((row) => rows.open(row.dossier_id, row))
          .map((row) => [row.dossier_id, { count: row.n, latestId: row.id, reviewDay: row.review_day }] as const),
      ),
    draft: readDraft,
    putDraft: (dossierId, next, atMs) => {
      const revision = readDraft(dossierId).revision + 1;
      const row: DraftRow = { dossier_id: dossierId, body: toJson(next), revision, updated_at: atMs };
      upsertDraft.run(draftRows.close(dossierId, row));
      return revision;
    },
  };
}
