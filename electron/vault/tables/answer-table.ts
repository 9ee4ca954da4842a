import { Answer, type AnswerBody, emptyAnswer } from "../../../shared/domain/answer.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

/** An answer being stored, with who and when. */
export interface AnswerWrite {
  readonly dossierId: DossierId;
  readonly itemId: ItemId;
  readonly body: AnswerBody;
  readonly atMs: number;
  readonly by: string;
}

/** Current answers, and every state they went through. */
export interface AnswerTable {
  /** The answer as it stands; revision 0 for an item nobody has touched. */
  get(dossierId: DossierId, itemId: ItemId): Answer;
  list(dossierId: DossierId): Answer[];
  /** Replaces the answer, keeps the state in the history, returns the new revision. */
  put(write: AnswerWrite): number;
  history(dossierId: DossierId, itemId: ItemId): Answer[];
  /** How many items of each dossier have been answered. */
  countsByDossier(): Map<string, number>;
}

interface AnswerRow {
  readonly item_id: string;
  readonly revision: number;
  readonly body: string;
  readonly updated_at: number;
  readonly updated_by: string;
}

function toAnswer(row: AnswerRow): Answer {
  return Answer.parse({
    ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
    itemId: row.item_id,
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  });
}

export function createAnswerTable(db: Database): AnswerTable {
  const one = db.prepare<[string, string], AnswerRow>("SELECT * FROM answer WHERE dossier_id = ? AND item_id = ?");
  const all = db.prepare<[string], AnswerRow>("SELECT * FROM answer WHERE dossier_id = ? ORDER BY item_id");
  const upsert = db.prepare<[string, string, number, string, string, number, string]>(
    `INSERT INTO answer (dossier_id, item_id, revision, choice, body, updated_at, updated_by) VALUES (?,?,?,?,?,?,?)
     ON CONFLICT (dossier_id, item_id) DO UPDATE SET revision = excluded.revision, choice = excluded.choice,
       body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );
  const keep = db.prepare<[string, string, number, string, number, string]>(
    "INSERT INTO answer_history (dossier_id, item_id, revision, body, updated_at, updated_by) VALUES (?,?,?,?,?,?)",
  );
  const past = db.prepare<[string, string], AnswerRow>(
    "SELECT * FROM answer_history WHERE dossier_id = ? AND item_id = ? ORDER BY revision DESC",
  );
  const counts = db.prepare<[], { dossier_id: string; answered: number }>(
    "SELECT dossier_id, count(*) AS answered FROM answer WHERE choice <> 'not_checked' GROUP BY dossier_id",
  );
  const get = (dossierId: DossierId, itemId: ItemId): Answer => {
    const row = one.get(dossierId, itemId);
    return row === undefined
      ? { ...emptyAnswer, itemId, revision: 0, updatedAt: null, updatedBy: null }
      : toAnswer(row);
  };
  return {
    get,
    list: (dossierId) => all.all(dossierId).map(toAnswer),
    put: ({ dossierId, itemId, body, atMs, by }) => {
      const revision = get(dossierId, itemId).revision + 1;
      const document = toJson(body);
      upsert.run(dossierId, itemId, revision, body.answer, document, atMs, by);
      keep.run(dossierId, itemId, revision, document, atMs, by);
      return revision;
    },
    history: (dossierId, itemId) => past.all(dossierId, itemId).map(toAnswer),
    countsByDossier: () => new Map(counts.all().map((row) => [row.dossier_id, row.answered])),
  };
}
