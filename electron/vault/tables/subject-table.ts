import { type DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import { Subject, type SubjectInput } from "../../../shared/domain/party.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

/** The persons and bodies of each dossier, in the order they were added. */
export interface SubjectTable {
  add(dossierId: DossierId, subject: Subject): void;
  change(subject: Subject): void;
  remove(id: SubjectId): void;
  list(dossierId: DossierId): Subject[];
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

export function createSubjectTable(db: Database): SubjectTable {
  const insert = db.prepare<[string, string, string, string, number]>(
    `INSERT INTO subject (id, dossier_id, position, body, revision)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM subject WHERE dossier_id = ?), ?, ?)`,
  );
  const update = db.prepare<[string, number, string]>("UPDATE subject SET body = ?, revision = ? WHERE id = ?");
  const drop = db.prepare<[string]>("DELETE FROM subject WHERE id = ?");
  const ofDossier = db.prepare<[string], Row>("SELECT * FROM subject WHERE dossier_id = ? ORDER BY position");
  const first = db.prepare<[], Row>(
    "SELECT s.* FROM subject s WHERE position = (SELECT min(position) FROM subject WHERE dossier_id = s.dossier_id)",
  );
  return {
    add: (dossierId, subject) => {
      insert.run(subject.id, dossierId, dossierId, toJson(documentOf(subject)), subject.revision);
    },
    change: (subject) => {
      update.run(toJson(documentOf(subject)), subject.revision, subject.id);
    },
    remove: (id) => {
      drop.run(id);
    },
    list: (dossierId) => ofDossier.all(dossierId).map(toSubject),
    principals: () => new Map(first.all().map((row) => [row.dossier_id, toSubject(row)])),
  };
}
