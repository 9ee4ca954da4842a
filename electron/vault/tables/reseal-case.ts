import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { type SealedTable, sealedTables } from "./sealed-tables.ts";

type Cell = string | number | Uint8Array | null;
type Row = Record<string, Cell>;

/**
 * Stores everything a case holds anew: read under `from`, written under `to`. History and decisions may be rewritten for the
 * length of this call alone, because what they mean stays the same. Inside a transaction of the caller.
 */
export function resealCase(
  db: Database,
  dossierId: string,
  { from, to }: { readonly from: CaseSeals; readonly to: CaseSeals },
): void {
  if (!db.inTransaction) throw new Error("a case is resealed as a whole or not at all");
  db.prepare<[string]>("INSERT INTO reseal_permit (dossier_id) VALUES (?)").run(dossierId);
  for (const table of Object.values<SealedTable>(sealedTables)) {
    const before = sealedRows(from, table);
    const after = sealedRows(to, table);
    const { keys, read, write } = statements(db, table);
    // Keys first and then row by row: a table may hold more than should lie in memory at once.
    for (const key of keys.all(dossierId)) {
      const place = table.key.map((column) => cell(key, column));
      const stored = read.get(dossierId, ...place);
      if (stored === undefined) throw new Error(`a row of ${table.name} went away while it was resealed`);
      const next = after.close(dossierId, before.open(dossierId, stored));
      write.run(...contentColumns(table).map((column) => cell(next, column)), dossierId, ...place);
    }
  }
  db.prepare<[string]>("DELETE FROM reseal_permit WHERE dossier_id = ?").run(dossierId);
  markWhole(db, dossierId);
}

/** The marks for the search name rows as they stood while they were rewritten, in clear too; one for the whole case takes their place. */
function markWhole(db: Database, dossierId: string): void {
  db.prepare<[string]>("DELETE FROM search_due WHERE dossier_id = ?").run(dossierId);
  db.prepare<[string]>("INSERT INTO search_due (dossier_id, place, row_key) VALUES (?, 'case', '')").run(dossierId);
}

function contentColumns({ steady = [], text = [], bytes = [], objectKey }: SealedTable): string[] {
  return [...steady, ...text, ...bytes, ...(objectKey === undefined ? [] : [objectKey])];
}

function statements(db: Database, table: SealedTable) {
  const row = [table.whose, ...table.key.map((column) => `${column} = ?`)].join(" AND ");
  const changes = contentColumns(table).map((column) => `${column} = ?`);
  return {
    keys: db.prepare<[string], Row>(
      `SELECT ${["1 AS one", ...table.key].join(", ")} FROM ${table.name} WHERE ${table.whose}`,
    ),
    read: db.prepare<Cell[], Row>(`SELECT * FROM ${table.name} WHERE ${row}`),
    write: db.prepare<Cell[]>(`UPDATE ${table.name} SET ${changes.join(", ")} WHERE ${row}`),
  };
}

function cell(row: Row, column: string): Cell {
  const value = row[column];
  if (value === undefined) throw new Error(`there is no column ${column}`);
  return value;
}
