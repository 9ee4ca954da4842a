import { Approval, Decision, PaperDraft, ProposedDecision } from "../../../shared/domain/decision.ts";
import type { DecisionId, DossierId, PersonId } from "../../../shared/domain/ids.ts";
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
  /** Who put the latest one forward; null for decisions from before several people shared a vault. */
  readonly proposedBy: string | null;
}

/** Decisions with their frozen snapshots, and the draft texts of the paper. */
export interface DecisionTable {
  add(dossierId: DossierId, proposed: { decision: ProposedDecision; by: PersonId; snapshot: unknown }): void;
  /** Stores the one answer a decision gets; a second one is a bug and throws. */
  answer(dossierId: DossierId, decisionId: DecisionId, approval: Approval): void;
  /** Every answer so far in cases this session reads, by decision. */
  approvals(): Map<string, Approval>;
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
  readonly proposed_by: string | null;
}

interface ApprovalRow {
  readonly decision_id: string;
  readonly dossier_id: string;
  readonly person_id: string;
  readonly body: string;
  readonly answered_at: number;
}

interface SummaryRow extends Pick<DecisionRow, "id" | "dossier_id" | "review_day" | "proposed_by"> {
  readonly n: number;
}

interface DraftRow {
  readonly dossier_id: string;
  readonly body: string;
  readonly revision: number;
  readonly updated_at: number;
}

interface ApprovalStatements extends Pick<DecisionTable, "answer"> {
  ofDossier(dossierId: DossierId): Map<string, Approval>;
  all(): Map<string, Approval>;
}

function approvalStatements(db: Database, seals: CaseSeals): ApprovalStatements {
  const rows = sealedRows(seals, sealedTables.approval);
  const insert = db.prepare<[ApprovalRow]>(
    `INSERT INTO decision_approval (decision_id, dossier_id, person_id, body, answered_at)
     VALUES (@decision_id, @dossier_id, @person_id, @body, @answered_at)`,
  );
  const ofDossier = db.prepare<[string], ApprovalRow>("SELECT * FROM decision_approval WHERE dossier_id = ?");
  const all = db.prepare<[], ApprovalRow>("SELECT * FROM decision_approval");
  const byDecision = (found: readonly ApprovalRow[]): Map<string, Approval> =>
    new Map(
      found
        .filter((row) => !seals.isShut(row.dossier_id))
        .map((row) => [row.decision_id, fromJson(Approval, rows.open(row.dossier_id, row).body)] as const),
    );
  return {
    ofDossier: (dossierId) => byDecision(ofDossier.all(dossierId)),
    all: () => byDecision(all.all()),
    answer: (dossierId, decisionId, approval) => {
      const row: ApprovalRow = {
        decision_id: decisionId,
        dossier_id: dossierId,
        person_id: approval.personId,
        body: toJson(approval),
        answered_at: approval.answeredAt,
      };
      insert.run(rows.close(dossierId, row));
    },
  };
}

function draftStatements(db: Database, seals: CaseSeals): Pick<DecisionTable, "draft" | "putDraft"> {
  const draftRows = sealedRows(seals, sealedTables.paperDraft);
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
    draft: readDraft,
    putDraft: (dossierId, next, atMs) => {
      const revision = readDraft(dossierId).revision + 1;
      const row: DraftRow = { dossier_id: dossierId, body: toJson(next), revision, updated_at: atMs };
      upsertDraft.run(draftRows.close(dossierId, row));
      return revision;
    },
  };
}

export function createDecisionTable(db: Database, seals: CaseSeals): DecisionTable {
  const rows = sealedRows(seals, sealedTables.decision);
  const insert = db.prepare<[DecisionRow]>(
    `INSERT INTO decision (id, dossier_id, version, review_day, body, snapshot, snapshot_hash, recorded_at, recorded_by,
       proposed_by)
     VALUES (@id, @dossier_id, @version, @review_day, @body, @snapshot, @snapshot_hash, @recorded_at, @recorded_by,
       @proposed_by)`,
  );
  const ofDossier = db.prepare<[string], Pick<DecisionRow, "id" | "body" | "proposed_by">>(
    "SELECT id, body, proposed_by FROM decision WHERE dossier_id = ? ORDER BY version DESC",
  );
  const snapshot = db.prepare<[string], Pick<DecisionRow, "id" | "dossier_id" | "snapshot">>(
    "SELECT id, dossier_id, snapshot FROM decision WHERE id = ?",
  );
  // With `max`, SQLite takes the other columns from the row of the greatest version.
  const summary = db.prepare<[], SummaryRow>(
    "SELECT dossier_id, max(version) AS n, id, review_day, proposed_by FROM decision GROUP BY dossier_id",
  );
  const approvals = approvalStatements(db, seals);
  return {
    ...draftStatements(db, seals),
    answer: approvals.answer,
    approvals: approvals.all,
    add: (dossierId, { decision, by, snapshot: frozen }) => {
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
        proposed_by: by,
      };
      insert.run(rows.close(dossierId, row));
    },
    list: (dossierId) => {
      const answers = approvals.ofDossier(dossierId);
      return ofDossier.all(dossierId).map((row) =>
        Decision.parse({
          ...fromJson(ProposedDecision, rows.open(dossierId, row).body),
          proposedBy: row.proposed_by,
          approval: answers.get(row.id) ?? null,
        }),
      );
    },
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
          .map((row) => {
            const { n: count, id: latestId, review_day: reviewDay, proposed_by: proposedBy } = row;
            return [row.dossier_id, { count, latestId, reviewDay, proposedBy }] as const;
          }),
      ),
  };
}
