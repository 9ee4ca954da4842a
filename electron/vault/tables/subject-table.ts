import { mustExist } from "../../../shared/assert.ts";
import { DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import { Subject, type SubjectInput } from "../../../shared/domain/party.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** The persons and bodies of each dossier, in the order they were added. */
export interface SubjectTable {
  add(dossierId: DossierId, subject: Subject): void;
  change(subject: Subject): void;
  remove(id: SubjectId): void;
  list(dossierId: DossierId): Subject[];
  /** The case of a subject that is there. */
  caseOf(id: SubjectId): DossierId;
  /** Every subject of every case whose content can be read; what is shut is left out. */
  everywhere(): { readonly dossierId: DossierId; readonly subject: Subject }[];
  /** The first subject of every dossier, for lists. */
  principals(): Map<string, Subject>;
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly body: string;
  readonly revision: number;
}

function toSubject(row: Row): Subject {
  const body = JSON.parse(row.body) as object; // The schema checks every field of the parsed document.
  return Subject.parse({ ...body, id: SubjectId.parse(row.id), revision: row.revision });
}

function documentOf({ id: _id, revision: _revision, ...input }: Subject): SubjectInput {
  return input;
}

export function createSubjectTable(db: Database, seals: CaseSeals): SubjectTable {
  const rows = sealedRows(seals, sealedTables.subject);
  const insert = db.prepare<[Row]>(
    `INSERT INTO subject (id, dossier_id, position, body, revision)
     VALUES (@id, @dossier_id, (SELECT coalesce(max(position), 0) + 1 FROM subject WHERE dossier_id = @dossier_id),
       @body, @revision)`,
  );
  const update = db.prepare<[Row]>("UPDATE subject SET body = @body, revision = @revision WHERE id = @id");
  const whose = db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM subject WHERE id = ?");
  const drop = db.prepare<[string]>("DELETE FROM subject WHERE id = ?");
  const ofDossier = db.prepare<[string], Row>("SELECT * FROM subject WHERE dossier_id = ? ORDER BY position");
  const first = db.prepare<[], Row>(
    "SELECT s.* FROM subject s WHERE position = (SELECT min(position) FROM subject WHERE dossier_id = s.dossier_id)",
  );
  const every = db.prepare<[], Row>("SELECT * FROM subject ORDER BY dossier_id, position");
  const closed = (dossierId: string, subject: Subject): Row =>
    rows.close(dossierId, {
      id: subject.id,
      dossier_id: dossierId,
      body: toJson(documentOf(subject)),
      revision: subject.revision,
    });
  const opened = (row: Row): Subject => toSubject(rows.open(row.dossier_id, row));
  return {
    add: (dossierId, subject) => {
      insert.run(closed(dossierId, subject));
    },
    change: (subject) => {
      const { dossier_id } = mustExist(whose.get(subject.id), "a changed subject exists");
      update.run(closed(dossier_id, subject));
    },
    remove: (id) => {
      drop.run(id);
    },
    caseOf: (id) => DossierId.parse(mustExist(whose.get(id), "a subject belongs to a case").dossier_id),
    list: (dossierId) => ofDossier.all(dossierId).map(opened),
    everywhere: () =>
      every
        .all()
        .filter((row) => !seals.isShut(row.dossier_id))
        .map((row) => ({ dossierId: DossierId.parse(row.dossier_id), subject: opened(row) })),
    principals: () => {
      const seen = first.all().filter((row) => !seals.isShut(row.dossier_id));
      return new Map(seen.map((row) => [row.dossier_id, opened(row)]));
    },
  };
}
