import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import { Declaration } from "../../../shared/domain/people.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What people declared about their ties to cases. Earlier declarations stay; a person's latest counts. */
export interface DeclarationTable {
  add(dossierId: DossierId, declaration: Omit<Declaration, "personName">): void;
  /** The person's latest on this case. */
  findLatest(dossierId: DossierId, personId: PersonId): Declaration | undefined;
  /** Latest first, with the names people have now. */
  list(dossierId: DossierId): Declaration[];
  /** Cases that the person's latest declaration shuts to them. */
  shutTo(personId: PersonId): Set<string>;
}

interface Row {
  readonly number: number;
  readonly person_id: string;
  readonly display_name: string;
  readonly has_conflict: number;
  readonly note: string;
  readonly declared_at: number;
}

function toDeclaration(row: Row): Declaration {
  return Declaration.parse({
    personId: row.person_id,
    personName: row.display_name,
    hasConflict: row.has_conflict === 1,
    note: row.note,
    declaredAt: row.declared_at,
  });
}

const columns = "number, person_id, display_name, has_conflict, note, declared_at";

export function createDeclarationTable(db: Database, seals: CaseSeals): DeclarationTable {
  const rows = sealedRows(seals, sealedTables.declaration);
  const insert = db.prepare<[Omit<Row, "display_name"> & { readonly dossier_id: string }]>(
    `INSERT INTO dossier_declaration (dossier_id, person_id, number, has_conflict, note, declared_at)
     VALUES (@dossier_id, @person_id, @number, @has_conflict, @note, @declared_at)`,
  );
  const count = db.prepare<[string, string], { n: number }>(
    "SELECT count(*) AS n FROM dossier_declaration WHERE dossier_id = ? AND person_id = ?",
  );
  const latest = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM dossier_declaration JOIN person ON id = person_id
     WHERE dossier_id = ? AND person_id = ? ORDER BY number DESC LIMIT 1`,
  );
  const all = db.prepare<[string], Row>(
    `SELECT ${columns} FROM dossier_declaration JOIN person ON id = person_id
     WHERE dossier_id = ? ORDER BY declared_at DESC, number DESC, person_id`,
  );
  // With `max`, SQLite takes the other columns from the row of the greatest number.
  const shut = db.prepare<[string], { dossier_id: string; has_conflict: number; latest: number }>(
    `SELECT dossier_id, has_conflict, max(number) AS latest FROM dossier_declaration WHERE person_id = ?
     GROUP BY dossier_id`,
  );
  return {
    add: (dossierId, { personId, hasConflict, note, declaredAt }) => {
      const row = {
        dossier_id: dossierId,
        person_id: personId,
        number: (count.get(dossierId, personId)?.n ?? 0) + 1,
        has_conflict: hasConflict ? 1 : 0,
        note,
        declared_at: declaredAt,
      };
      insert.run(rows.close(dossierId, row));
    },
    findLatest: (dossierId, personId) => {
      const row = latest.get(dossierId, personId);
      return row === undefined ? undefined : toDeclaration(rows.open(dossierId, row));
    },
    list: (dossierId) => all.all(dossierId).map((row) => toDeclaration(rows.open(dossierId, row))),
    shutTo: (personId) =>
      new Set(
        shut
          .all(personId)
          .filter((row) => row.has_conflict === 1)
          .map((row) => row.dossier_id),
      ),
  };
}
