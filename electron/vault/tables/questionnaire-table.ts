import { z } from "zod";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { Questionnaire, QuestionnaireReply } from "../../../shared/domain/questionnaire.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A sheet as the vault keeps it: with the key of the seal on its binding, 32 bytes in hex, that never leaves. */
export const StoredQuestionnaire = Questionnaire.extend({ sealKey: z.string().regex(/^[0-9a-f]{64}$/u) });
export type StoredQuestionnaire = z.infer<typeof StoredQuestionnaire>;

/** Sheets sent out for a case, and what came back. */
export interface QuestionnaireTable {
  add(dossierId: DossierId, questionnaire: StoredQuestionnaire): void;
  /** Latest first. */
  list(dossierId: DossierId): StoredQuestionnaire[];
  /** Which case a sheet belongs to, as far as this vault knows the sheet; says nothing of what is in it. */
  caseOf(questionnaireId: string): string | undefined;
  addReply(dossierId: DossierId, reply: QuestionnaireReply): void;
  /** Latest first. */
  replies(dossierId: DossierId): QuestionnaireReply[];
  setUndone(dossierId: DossierId, replyId: string, atMs: number): void;
}

interface Row {
  readonly dossier_id: string;
  readonly id: string;
  readonly body: string;
  readonly exported_at: number;
  readonly exported_by: string;
}

interface ReplyRow {
  readonly dossier_id: string;
  readonly id: string;
  readonly questionnaire_id: string;
  readonly body: string;
  readonly merged_at: number;
  readonly merged_by: string;
  readonly undone_at: number | null;
}

function replyCalls(db: Database, seals: CaseSeals): Pick<QuestionnaireTable, "addReply" | "replies" | "setUndone"> {
  const rows = sealedRows(seals, sealedTables.questionnaireReply);
  const insert = db.prepare<[ReplyRow]>(
    `INSERT INTO questionnaire_reply (dossier_id, id, questionnaire_id, body, merged_at, merged_by, undone_at)
     VALUES (@dossier_id, @id, @questionnaire_id, @body, @merged_at, @merged_by, @undone_at)`,
  );
  const all = db.prepare<[string], ReplyRow>(
    "SELECT * FROM questionnaire_reply WHERE dossier_id = ? ORDER BY merged_at DESC, id",
  );
  const undo = db.prepare<[number, string, string]>(
    "UPDATE questionnaire_reply SET undone_at = ? WHERE dossier_id = ? AND id = ?",
  );
  return {
    addReply: (dossierId, reply) => {
      const row: ReplyRow = {
        dossier_id: dossierId,
        id: reply.id,
        questionnaire_id: reply.questionnaireId,
        body: toJson({ fileSha256: reply.fileSha256, merged: reply.merged, remarks: reply.remarks }),
        merged_at: reply.mergedAt,
        merged_by: reply.mergedBy,
        undone_at: reply.undoneAt,
      };
      insert.run(rows.close(dossierId, row));
    },
    replies: (dossierId) =>
      all
        .all(dossierId)
        .map((row) => rows.open(dossierId, row))
        .map((row) =>
          QuestionnaireReply.parse({
            // Safe: the schema checks every field of the parsed document.
            ...(anyJson(row.body) as object),
            id: row.id,
            questionnaireId: row.questionnaire_id,
            mergedAt: row.merged_at,
            mergedBy: row.merged_by,
            undoneAt: row.undone_at,
          }),
        ),
    setUndone: (dossierId, replyId, atMs) => {
      undo.run(atMs, dossierId, replyId);
    },
  };
}

export function createQuestionnaireTable(db: Database, seals: CaseSeals): QuestionnaireTable {
  const rows = sealedRows(seals, sealedTables.questionnaire);
  const insert = db.prepare<[Row]>(
    `INSERT INTO questionnaire (dossier_id, id, body, exported_at, exported_by)
     VALUES (@dossier_id, @id, @body, @exported_at, @exported_by)`,
  );
  const all = db.prepare<[string], Row>(
    "SELECT * FROM questionnaire WHERE dossier_id = ? ORDER BY exported_at DESC, id",
  );
  const whose = db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM questionnaire WHERE id = ?");
  return {
    ...replyCalls(db, seals),
    add: (dossierId, questionnaire) => {
      const { id, exportedAt, exportedBy, ...body } = questionnaire;
      const row: Row = {
        dossier_id: dossierId,
        id,
        body: toJson(body),
        exported_at: exportedAt,
        exported_by: exportedBy,
      };
      insert.run(rows.close(dossierId, row));
    },
    list: (dossierId) =>
      all
        .all(dossierId)
        .map((row) => rows.open(dossierId, row))
        .map((row) =>
          StoredQuestionnaire.parse({
            // Safe: the schema checks every field of the parsed document.
            ...(anyJson(row.body) as object),
            id: row.id,
            exportedAt: row.exported_at,
            exportedBy: row.exported_by,
          }),
        ),
    caseOf: (questionnaireId) => whose.get(questionnaireId)?.dossier_id,
  };
}
