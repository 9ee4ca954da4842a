import { z } from "zod";
import { DossierId, HitId, PersonId, SubjectId } from "../../../shared/domain/ids.ts";
import { SecondOpinion } from "../../../shared/domain/judging/verdict.ts";
import { Judgement } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

const Facts = z.record(z.string(), z.array(z.string()));

/** The latest verdict on a pair of a subject and an entry of a list, bound to what both said when it was given. */
export const KeptVerdict = z.object({
  id: HitId,
  subjectId: SubjectId,
  listTitle: z.string(),
  entryKey: z.string(),
  judgement: Judgement,
  judgedAt: Instant,
  judgedBy: z.string(),
  judgedById: PersonId.nullable(),
  awaitsSecondPerson: z.boolean(),
  second: SecondOpinion.nullable(),
  /** SHA-256 of what the entry and the subject said, and the fields that it was made from. */
  entryHash: z.string(),
  subjectHash: z.string(),
  entry: Facts,
  subject: Facts,
});
export type KeptVerdict = z.infer<typeof KeptVerdict>;

/** Verdicts by pair; they outlast the hits they were given on. */
export interface VerdictTable {
  /** Keeps a verdict in place of an earlier one on the same hit. */
  put(dossierId: DossierId, verdict: KeptVerdict): void;
  /** Forgets the verdict on this hit. */
  remove(dossierId: DossierId, id: HitId): void;
  list(dossierId: DossierId): KeptVerdict[];
  /** Verdicts of any case that is not shut on entries with this key, whichever list they are from. */
  onEntry(entryKey: string): { readonly dossierId: DossierId; readonly verdict: KeptVerdict }[];
  removeSubject(id: SubjectId): void;
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly subject_id: string;
  readonly entry_key: string;
  readonly body: string;
  readonly at: number;
  readonly by_id: string | null;
}

export function createVerdictTable(db: Database, seals: CaseSeals): VerdictTable {
  const rows = sealedRows(seals, sealedTables.verdict);
  const upsert = db.prepare<[Row]>(
    `INSERT INTO screening_verdict (id, dossier_id, subject_id, entry_key, body, at, by_id)
     VALUES (@id, @dossier_id, @subject_id, @entry_key, @body, @at, @by_id)
     ON CONFLICT (id) DO UPDATE SET entry_key = excluded.entry_key, body = excluded.body, at = excluded.at, by_id = excluded.by_id`,
  );
  const drop = db.prepare<[string, string]>("DELETE FROM screening_verdict WHERE dossier_id = ? AND id = ?");
  const dropSubject = db.prepare<[string]>("DELETE FROM screening_verdict WHERE subject_id = ?");
  const ofCase = db.prepare<[string], Row>("SELECT * FROM screening_verdict WHERE dossier_id = ? ORDER BY id");
  const ofEntry = db.prepare<[string], Row>("SELECT * FROM screening_verdict WHERE entry_key = ? ORDER BY id");
  const opened = (dossierId: string, row: Row): KeptVerdict => fromJson(KeptVerdict, rows.open(dossierId, row).body);
  const list = (dossierId: string): KeptVerdict[] => ofCase.all(dossierId).map((row) => opened(dossierId, row));
  return {
    put: (dossierId, verdict) => {
      const row: Row = {
        id: verdict.id,
        dossier_id: dossierId,
        subject_id: verdict.subjectId,
        entry_key: verdict.entryKey,
        body: toJson(verdict),
        at: verdict.judgedAt,
        by_id: verdict.judgedById,
      };
      upsert.run(rows.close(dossierId, row));
    },
    remove: (dossierId, id) => {
      drop.run(dossierId, id);
    },
    list,
    onEntry: (entryKey) => [
      ...ofEntry.all(entryKey).map((row) => ({
        dossierId: DossierId.parse(row.dossier_id),
        verdict: opened(row.dossier_id, row),
      })),
      // What is sealed nothing can look up; its readers have few of them.
      ...seals.readable().flatMap((id) =>
        list(id)
          .filter((verdict) => verdict.entryKey === entryKey)
          .map((verdict) => ({ dossierId: DossierId.parse(id), verdict })),
      ),
    ],
    removeSubject: (id) => {
      dropSubject.run(id);
    },
  };
}
