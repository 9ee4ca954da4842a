import { Decision, PaperDraft } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";
import { anyJson, fromJson, toJson } from "./json-column.ts";

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

export function createDecisionTable(db: Database): DecisionTable {
  const insert = db.prepare<[string, string, number, string | null, string, string, string, number, string]>(
    `INSERT INTO decision (id, dossier_id, version, review_day, body, snapshot, snapshot_hash, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofDossier = db.prepare<[string], { body: string }>(
    "SELECT body FROM decision WHERE dossier_id = ? ORDER BY version DESC",
  );
  const snapshot = db.prepare<[string], { snapshot: string }>("SELECT snapshot FROM decision WHERE id = ?");
  // With `max`, SQLite takes the other columns from the row of the greatest version.
  const summary = db.prepare<[], { dossier_id: string; n: number; id: string; review_day: string | null }>(
    "SELECT dossier_id, max(version) AS n, id, review_day FROM decision GROUP BY dossier_id",
  );
  const draft = db.prepare<[string], { body: string; revision: number }>(
    "SELECT body, revision FROM paper_draft WHERE dossier_id = ?",
  );
  const upsertDraft = db.prepare<[string, string, number, number]>(
    `INSERT INTO paper_draft (dossier_id, body, revision, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (dossier_id) DO UPDATE SET body = excluded.body, revision = excluded.revision,
       updated_at = excluded.updated_at`,
  );
  const readDraft = (dossierId: DossierId): { draft: PaperDraft; revision: number } => {
    const row = draft.get(dossierId);
    return row === undefined
      ? { draft: {}, revision: 0 }
      : { draft: fromJson(PaperDraft, row.body), revision: row.revision };
  };
  return {
    add: (dossierId, decision, frozen) => {
      insert.run(
        decision.id,
        dossierId,
        decision.version,
        decision.reviewDay,
        toJson(decision),
        toJson(frozen),
        decision.snapshotHash,
        decision.recordedAt,
        decision.recordedBy,
      );
    },
    list: (dossierId) => ofDossier.all(dossierId).map((row) => fromJson(Decision, row.body)),
    snapshotOf: (decisionId) => {
      const row = snapshot.get(decisionId);
      return row === undefined ? undefined : anyJson(row.snapshot);
    },
    summary: () =>
      new Map(
        summary
          .all()
          .map((row) => [row.dossier_id, { count: row.n, latestId: row.id, reviewDay: row.review_day }] as const),
      ),
    draft: readDraft,
    putDraft: (dossierId, next, atMs) => {
      const revision = readDraft(dossierId).revision + 1;
      upsertDraft.run(dossierId, toJson(next), revision, atMs);
      return revision;
    },
  };
}
