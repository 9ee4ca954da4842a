import type { DossierId } from "../../../shared/domain/ids.ts";
import { emptyScope, ScopeStored } from "../../../shared/domain/scope.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What is being stored, with who and when. */
export interface ScopeWrite {
  readonly dossierId: DossierId;
  readonly body: Pick<ScopeStored, "written" | "sign">;
  readonly atMs: number;
  readonly by: string;
}

/** What each enquiry covered and where it ends, as people wrote it and put their names to it. */
export interface ScopeTable {
  /** Revision 0 for a case whose paragraph nobody has touched. */
  get(dossierId: DossierId): ScopeStored;
  /** Replaces it and returns the new revision. */
  put(write: ScopeWrite): number;
}

interface ScopeRow {
  readonly dossier_id: string;
  readonly body: string;
  readonly revision: number;
}

export function createScopeTable(db: Database, seals: CaseSeals): ScopeTable {
  const rows = sealedRows(seals, sealedTables.scope);
  const select = db.prepare<[string], ScopeRow>(
    "SELECT dossier_id, body, revision FROM scope_statement WHERE dossier_id = ?",
  );
  const upsert = db.prepare<[ScopeRow & { readonly at: number; readonly by: string }]>(
    `INSERT INTO scope_statement (dossier_id, body, revision, updated_at, updated_by)
     VALUES (@dossier_id, @body, @revision, @at, @by)
     ON CONFLICT (dossier_id) DO UPDATE SET body = excluded.body, revision = excluded.revision,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );
  const get = (dossierId: DossierId): ScopeStored => {
    const row = select.get(dossierId);
    if (row === undefined) return emptyScope;
    const { body } = rows.open(dossierId, row);
    // The schema checks every field of the parsed document.
    return ScopeStored.parse({ ...(JSON.parse(body) as object), revision: row.revision });
  };
  return {
    get,
    put: ({ dossierId, body, atMs, by }) => {
      const revision = get(dossierId).revision + 1;
      const row = { dossier_id: dossierId, body: toJson(body), revision };
      upsert.run({ ...rows.close(dossierId, row), at: atMs, by });
      return revision;
    },
  };
}
