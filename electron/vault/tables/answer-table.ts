import { Answer, type AnswerBody, emptyAnswer } from "../../../shared/domain/answer.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** An answer being stored, with who and when. */
export interface AnswerWrite {
  readonly dossierId: DossierId;
  readonly itemId: ItemId;
  readonly body: AnswerBody;
  readonly atMs: number;
  readonly by: string;
  /** Id of the person; `by` is their name as it stands now. */
  readonly personId?: string;
  /** Why, where the office asks for it. */
  readonly reason?: string;
}

/** One state of an answer with who wrote it by id, where that is known, and why, where that was asked. */
export interface AnswerState {
  readonly answer: Answer;
  readonly personId: string | null;
  readonly reason: string;
}

/** Current answers, and every state they went through. */
export interface AnswerTable {
  /** The answer as it stands; revision 0 for an item nobody has touched. */
  get(dossierId: DossierId, itemId: ItemId): Answer;
  list(dossierId: DossierId): Answer[];
  /** Replaces the answer, keeps the state in the history, returns the new revision. */
  put(write: AnswerWrite): number;
  history(dossierId: DossierId, itemId: ItemId): Answer[];
  /** Every state of every answer in the case, or of one, in the order of revisions. */
  states(dossierId: DossierId, itemId?: ItemId): AnswerState[];
  /** When an answer was stored; reads no bodies. */
  times(dossierId: DossierId): number[];
  /** How many items of each dossier have been answered. */
  countsByDossier(): Map<string, number>;
}

interface AnswerRow {
  readonly dossier_id: string;
  readonly item_id: string;
  readonly revision: number;
  readonly body: string;
  readonly updated_at: number;
  readonly updated_by: string;
}

type PastRow = AnswerRow & { readonly person_id: string | null; readonly reason: string };

function toAnswer(row: AnswerRow): Answer {
  return Answer.parse({
    ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
    itemId: row.item_id,
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  });
}

type StoredRow = AnswerRow & { readonly choice: string };

/** Sealed ids have no order of their own. */
function byItem(a: Answer, b: Answer): number {
  return a.itemId < b.itemId ? -1 : 1;
}

type Looking = Pick<AnswerTable, "history" | "states" | "times">;

/** The ways to look back over answers. */
function looking(db: Database, earlier: SealedRows): Looking {
  const ofItem = db.prepare<[string, string], PastRow>(
    "SELECT * FROM answer_history WHERE dossier_id = ? AND item_id = ? ORDER BY revision",
  );
  const ofCase = db.prepare<[string], PastRow>("SELECT * FROM answer_history WHERE dossier_id = ? ORDER BY revision");
  const times = db.prepare<[string], { at: number }>(
    "SELECT DISTINCT updated_at AS at FROM answer_history WHERE dossier_id = ?",
  );
  const states = (dossierId: DossierId, itemId?: ItemId): AnswerState[] => {
    const rows =
      itemId === undefined
        ? ofCase.all(dossierId)
        : ofItem.all(dossierId, earlier.sought(dossierId, "item_id", itemId));
    return rows.map((stored) => {
      const row = earlier.open(dossierId, stored);
      return { answer: toAnswer(row), personId: row.person_id, reason: row.reason };
    });
  };
  return {
    states,
    history: (dossierId, itemId) =>
      states(dossierId, itemId)
        .map(({ answer }) => answer)
        .reverse(),
    times: (dossierId) => times.all(dossierId).map((row) => row.at),
  };
}

export function createAnswerTable(db: Database, seals: CaseSeals): AnswerTable {
  const current = sealedRows(seals, sealedTables.answer);
  const earlier = sealedRows(seals, sealedTables.answerHistory);
  const one = db.prepare<[string, string], AnswerRow>("SELECT * FROM answer WHERE dossier_id = ? AND item_id = ?");
  const all = db.prepare<[string], AnswerRow>("SELECT * FROM answer WHERE dossier_id = ?");
  const upsert = db.prepare<[StoredRow]>(
    `INSERT INTO answer (dossier_id, item_id, revision, choice, body, updated_at, updated_by)
     VALUES (@dossier_id, @item_id, @revision, @choice, @body, @updated_at, @updated_by)
     ON CONFLICT (dossier_id, item_id) DO UPDATE SET revision = excluded.revision, choice = excluded.choice,
       body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );
  const keep = db.prepare<[PastRow]>(
    `INSERT INTO answer_history (dossier_id, item_id, revision, body, updated_at, updated_by, person_id, reason)
     VALUES (@dossier_id, @item_id, @revision, @body, @updated_at, @updated_by, @person_id, @reason)`,
  );
  const counts = db.prepare<[], { dossier_id: string; answered: number }>(
    "SELECT dossier_id, count(*) AS answered FROM answer WHERE choice <> 'not_checked' GROUP BY dossier_id",
  );
  const choices = db.prepare<[string], StoredRow>("SELECT item_id, choice FROM answer WHERE dossier_id = ?");
  const get = (dossierId: DossierId, itemId: ItemId): Answer => {
    const row = one.get(dossierId, current.sought(dossierId, "item_id", itemId));
    return row === undefined
      ? { ...emptyAnswer, itemId, revision: 0, updatedAt: null, updatedBy: null }
      : toAnswer(current.open(dossierId, row));
  };
  return {
    get,
    ...looking(db, earlier),
    list: (dossierId) =>
      all
        .all(dossierId)
        .map((row) => toAnswer(current.open(dossierId, row)))
        .sort(byItem),
    put: ({ dossierId, itemId, body, atMs, by, personId, reason }) => {
      const revision = get(dossierId, itemId).revision + 1;
      const row: AnswerRow = {
        dossier_id: dossierId,
        item_id: itemId,
        revision,
        body: toJson(body),
        updated_at: atMs,
        updated_by: by,
      };
      upsert.run(current.close(dossierId, { ...row, choice: body.answer }));
      keep.run(earlier.close(dossierId, { ...row, person_id: personId ?? null, reason: reason ?? "" }));
      return revision;
    },
    countsByDossier: () => {
      const all = counts.all().filter((row) => !seals.isRestricted(row.dossier_id));
      // What is sealed only its reader can count.
      const own = seals.readable().map((dossierId) => {
        const rows = choices.all(dossierId).map((row) => current.open(dossierId, row));
        return { dossier_id: dossierId, answered: rows.filter((row) => row.choice !== "not_checked").length };
      });
      const counted = [...all, ...own].filter((row) => row.answered > 0);
      return new Map(counted.map((row) => [row.dossier_id, row.answered]));
    },
  };
}
