import { z } from "zod";
import { DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import { SamenessVerdict } from "../../../shared/domain/profile/sameness.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What somebody found about two records in two cases, kept with the case it was said in. */
export interface SamenessRecord {
  readonly id: string;
  readonly dossierId: DossierId;
  readonly subjectId: SubjectId;
  readonly otherDossierId: DossierId;
  readonly otherSubjectId: SubjectId;
  readonly verdict: SamenessVerdict;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** Verdicts on subjects that stand in more than one case. */
export interface SamenessTable {
  put(record: SamenessRecord): void;
  remove(id: string): void;
  /** Verdicts that touch a case, said in it or in another one; those said in a case that is shut to the reader are left out. */
  touching(dossierId: DossierId): SamenessRecord[];
  /** Forgets every verdict on a subject. */
  removeSubject(id: SubjectId): void;
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly subject_id: string;
  readonly other_dossier_id: string;
  readonly other_subject_id: string;
  readonly body: string;
  readonly at: number;
  readonly by_name: string;
}

const Body = z.object({ verdict: SamenessVerdict, reason: z.string() });

export function createSamenessTable(db: Database, seals: CaseSeals): SamenessTable {
  const rows = sealedRows(seals, sealedTables.subjectSameness);
  const upsert = db.prepare<[Row]>(
    `INSERT INTO subject_sameness (id, dossier_id, subject_id, other_dossier_id, other_subject_id, body, at, by_name)
     VALUES (@id, @dossier_id, @subject_id, @other_dossier_id, @other_subject_id, @body, @at, @by_name)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, at = excluded.at, by_name = excluded.by_name`,
  );
  const drop = db.prepare<[string]>("DELETE FROM subject_sameness WHERE id = ?");
  const dropSubject = db.prepare<[string, string]>(
    "DELETE FROM subject_sameness WHERE subject_id = ? OR other_subject_id = ?",
  );
  const touching = db.prepare<[string, string], Row>(
    "SELECT * FROM subject_sameness WHERE dossier_id = ? OR other_dossier_id = ? ORDER BY at, id",
  );
  const opened = (stored: Row): SamenessRecord => {
    const row = rows.open(stored.dossier_id, stored);
    return {
      id: row.id,
      dossierId: DossierId.parse(row.dossier_id),
      subjectId: SubjectId.parse(row.subject_id),
      otherDossierId: DossierId.parse(row.other_dossier_id),
      otherSubjectId: SubjectId.parse(row.other_subject_id),
      ...fromJson(Body, row.body),
      at: Instant.parse(row.at),
      by: row.by_name,
    };
  };
  return {
    put: ({ id, dossierId, subjectId, otherDossierId, otherSubjectId, verdict, reason, at, by }) => {
      const row: Row = {
        id,
        dossier_id: dossierId,
        subject_id: subjectId,
        other_dossier_id: otherDossierId,
        other_subject_id: otherSubjectId,
        body: toJson({ verdict, reason }),
        at,
        by_name: by,
      };
      upsert.run(rows.close(dossierId, row));
    },
    remove: (id) => {
      drop.run(id);
    },
    touching: (dossierId) =>
      touching
        .all(dossierId, dossierId)
        .filter((row) => !seals.isShut(row.dossier_id))
        .map(opened),
    removeSubject: (id) => {
      dropSubject.run(id, id);
    },
  };
}
