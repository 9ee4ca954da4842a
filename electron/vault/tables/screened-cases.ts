import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

interface Run {
  readonly run: number;
  readonly dossier_id: string;
  readonly body: string;
}

/**
 * Tells whether the latest screening of a case searched any list: the one rule by which names count as screened. A run with no
 * list loaded has looked into nothing.
 */
export function createScreenedCases(db: Database, seals: CaseSeals): (dossierId: string) => boolean {
  const rows = sealedRows(seals, sealedTables.run);
  const plain = db.prepare<[string], { n: number | null }>(
    `SELECT json_array_length(body, '$.editions') AS n FROM screening_run WHERE dossier_id = ?
     ORDER BY run DESC LIMIT 1`,
  );
  const sealed = db.prepare<[string], Run>(
    "SELECT dossier_id, run, body FROM screening_run WHERE dossier_id = ? ORDER BY run DESC LIMIT 1",
  );
  return (dossierId) => {
    // What is sealed SQLite cannot look into.
    if (!seals.isRestricted(dossierId)) return (plain.get(dossierId)?.n ?? 0) > 0;
    const row = sealed.get(dossierId);
    return row !== undefined && editionsIn(rows.open(dossierId, row).body) > 0;
  };
}

function editionsIn(body: string): number {
  const run: unknown = anyJson(body);
  const editions = typeof run === "object" && run !== null && "editions" in run ? run.editions : undefined;
  return Array.isArray(editions) ? editions.length : 0;
}
