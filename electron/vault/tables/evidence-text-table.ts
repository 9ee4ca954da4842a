import { type DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import { type TextFault, type TextPart, TextState } from "../../../shared/domain/reading.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** One stretch of text with where it stands. */
export interface StoredPart extends TextPart {
  readonly evidenceId: EvidenceId;
  /** From 1. */
  readonly part: number;
}

/** How the taking out of text ended. */
export type TextOutcome =
  | { readonly state: "done"; readonly parts: number; readonly isCut: boolean }
  | { readonly state: "none" }
  | { readonly state: "failed"; readonly reason: TextFault };

/** A piece of evidence whose text has not been taken out yet. */
export interface WaitingText {
  readonly evidenceId: EvidenceId;
  readonly dossierId: DossierId;
}

/** The text of evidence, part by part, and how far it is there. */
export interface EvidenceTextTable {
  /** Stores parts numbered from `first` on; the state is settled apart, after the last of them. */
  addParts(whose: WaitingText, first: number, parts: readonly TextPart[]): void;
  /** Says that the text is there as far as it can be. */
  settle(whose: WaitingText, outcome: TextOutcome, atMs: number): void;
  /** Forgets text and state, so that the evidence waits again. */
  forget(whose: WaitingText): void;
  /** The whole text of one piece of evidence, in order; whatever has been stored so far. */
  parts(whose: WaitingText): StoredPart[];
  /** The text of a whole case, by evidence and part. */
  ofCase(dossierId: DossierId): StoredPart[];
  /** The state of every piece of evidence of a case; one without a state waits. */
  states(dossierId: DossierId): TextState[];
  /** Evidence that still waits, the oldest first; cases shut to this person are left out. */
  waiting(limit: number): WaitingText[];
  /** Whether it is still there and still waits. */
  isWaiting(evidenceId: EvidenceId): boolean;
}

interface PartRow {
  readonly evidence_id: string;
  readonly dossier_id: string;
  readonly part: number;
  readonly label: string;
  readonly text: string;
}

interface StateRow {
  readonly evidence_id: string;
  readonly dossier_id: string;
  readonly state: string;
  readonly reason: string;
  readonly parts: number;
  readonly is_cut: number;
  readonly read_at: number;
}

interface WaitingRow {
  readonly evidence_id: string;
  readonly dossier_id: string;
}

function statements(db: Database) {
  return {
    insert: db.prepare<[PartRow]>(
      `INSERT INTO evidence_text (evidence_id, dossier_id, part, label, text)
       VALUES (@evidence_id, @dossier_id, @part, @label, @text)`,
    ),
    settle: db.prepare<[StateRow]>(
      `INSERT INTO evidence_text_state (evidence_id, dossier_id, state, reason, parts, is_cut, read_at)
       VALUES (@evidence_id, @dossier_id, @state, @reason, @parts, @is_cut, @read_at)
       ON CONFLICT (evidence_id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
         parts = excluded.parts, is_cut = excluded.is_cut, read_at = excluded.read_at`,
    ),
    dropParts: db.prepare<[string]>("DELETE FROM evidence_text WHERE evidence_id = ?"),
    dropState: db.prepare<[string]>("DELETE FROM evidence_text_state WHERE evidence_id = ?"),
    parts: db.prepare<[string], PartRow>("SELECT * FROM evidence_text WHERE evidence_id = ? ORDER BY part"),
    ofCase: db.prepare<[string], PartRow>(
      "SELECT * FROM evidence_text WHERE dossier_id = ? ORDER BY evidence_id, part",
    ),
    states: db.prepare<[string], StateRow>("SELECT * FROM evidence_text_state WHERE dossier_id = ?"),
    live: db.prepare<[string], { id: string }>(
      "SELECT id FROM evidence WHERE dossier_id = ? AND removed_at IS NULL ORDER BY number",
    ),
    waiting: db.prepare<[], WaitingRow>("SELECT evidence_id, dossier_id FROM evidence_text_waiting ORDER BY number"),
    isWaiting: db.prepare<[string], { one: number }>(
      "SELECT 1 AS one FROM evidence_text_waiting WHERE evidence_id = ?",
    ),
    wait: db.prepare<[string, string]>(
      `INSERT INTO evidence_text_waiting (evidence_id, dossier_id) VALUES (?, ?) ON CONFLICT (evidence_id) DO NOTHING`,
    ),
    waited: db.prepare<[string]>("DELETE FROM evidence_text_waiting WHERE evidence_id = ?"),
  };
}

function stateOf(evidenceId: string, row: StateRow | undefined): TextState {
  if (row === undefined) return TextState.parse({ evidenceId, state: "waiting" });
  if (row.state === "done")
    return TextState.parse({ evidenceId, state: "done", parts: row.parts, isCut: row.is_cut === 1 });
  if (row.state === "failed") return TextState.parse({ evidenceId, state: "failed", reason: row.reason });
  return TextState.parse({ evidenceId, state: row.state });
}

export function createEvidenceTextTable(db: Database, seals: CaseSeals): EvidenceTextTable {
  const sql = statements(db);
  const rows = sealedRows(seals, sealedTables.evidenceText);
  const stateRows = sealedRows(seals, sealedTables.evidenceTextState);
  const opened = (row: PartRow): StoredPart => {
    const { evidence_id, part, label, text } = rows.open(row.dossier_id, row);
    return { evidenceId: EvidenceId.parse(evidence_id), part, label, text };
  };
  return {
    addParts: ({ evidenceId, dossierId }, first, parts) => {
      parts.forEach(({ label, text }, at) => {
        const row: PartRow = { evidence_id: evidenceId, dossier_id: dossierId, part: first + at, label, text };
        sql.insert.run(rows.close(dossierId, row));
      });
    },
    settle: ({ evidenceId, dossierId }, outcome, atMs) => {
      const row: StateRow = {
        evidence_id: evidenceId,
        dossier_id: dossierId,
        state: outcome.state,
        reason: outcome.state === "failed" ? outcome.reason : "",
        parts: outcome.state === "done" ? outcome.parts : 0,
        is_cut: outcome.state === "done" && outcome.isCut ? 1 : 0,
        read_at: atMs,
      };
      sql.settle.run(stateRows.close(dossierId, row));
      sql.waited.run(evidenceId);
    },
    forget: ({ evidenceId, dossierId }) => {
      sql.dropParts.run(evidenceId);
      sql.dropState.run(evidenceId);
      sql.wait.run(evidenceId, dossierId);
    },
    parts: ({ evidenceId }) => sql.parts.all(evidenceId).map(opened),
    ofCase: (dossierId) => sql.ofCase.all(dossierId).map(opened),
    states: (dossierId) => {
      const known = new Map(sql.states.all(dossierId).map((row) => [row.evidence_id, stateRows.open(dossierId, row)]));
      return sql.live.all(dossierId).map(({ id }) => stateOf(id, known.get(id)));
    },
    waiting: (limit) => {
      const found: WaitingText[] = [];
      for (const row of sql.waiting.iterate()) {
        if (found.length === limit) break;
        // The ids come from columns that only hold ids.
        const { evidence_id, dossier_id } = row as { evidence_id: EvidenceId; dossier_id: DossierId };
        if (!seals.isShut(dossier_id)) found.push({ evidenceId: evidence_id, dossierId: dossier_id });
      }
      return found;
    },
    isWaiting: (evidenceId) => sql.isWaiting.get(evidenceId) !== undefined,
  };
}
