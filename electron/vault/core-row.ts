import type { Database } from "./database.ts";
import { StorageError } from "./fault.ts";

/** What the vault keeps about itself inside the encryption. */
export interface CoreRow {
  readonly vaultId: string;
  /** Generation of the slot file last seen; an older file than this is one put back. */
  readonly generation: number;
  /** The name people gave the vault. */
  readonly label: string;
  readonly createdAtMs: number;
}

/** The table of that one row. It belongs to the file format, not to the schema steps: those start from it. */
export const coreTableSql = `
CREATE TABLE vault_core (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  vault_id TEXT NOT NULL,
  generation INTEGER NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
`;

/** Writes the row of a vault being made. */
export function insertCoreRow(db: Database, row: CoreRow): void {
  db.prepare("INSERT INTO vault_core (only, vault_id, generation, label, created_at) VALUES (1, ?, ?, ?, ?)").run(
    row.vaultId,
    row.generation,
    row.label,
    row.createdAtMs,
  );
}

/** Reads it. Throws `vault-damaged` when it is not there: a database that opens under our key always has it. */
export function getCoreRow(db: Database): CoreRow {
  const row = db
    .prepare<[], CoreRow>(
      "SELECT vault_id AS vaultId, generation, label, created_at AS createdAtMs FROM vault_core WHERE only = 1",
    )
    .get();
  if (row === undefined) throw new StorageError("vault-damaged", "core-row-missing");
  return row;
}

/** Mirrors the slot file's generation. */
export function setCoreGeneration(db: Database, generation: number): void {
  db.transaction(() => db.prepare("UPDATE vault_core SET generation = ? WHERE only = 1").run(generation));
}
