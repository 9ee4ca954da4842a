import { ProfileMapping } from "../../../shared/domain/profile/import.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** Which column of a kind of file means what, by a hash of the file's header. Belongs to no case. */
export interface MappingTable {
  find(signature: string): ProfileMapping | undefined;
  keep(signature: string, mapping: ProfileMapping, atMs: number): void;
}

export function createMappingTable(db: Database): MappingTable {
  const select = db.prepare<[string], { body: string }>("SELECT body FROM import_mapping WHERE signature = ?");
  const upsert = db.prepare<[string, string, number]>(
    `INSERT INTO import_mapping (signature, body, used_at) VALUES (?, ?, ?)
     ON CONFLICT (signature) DO UPDATE SET body = excluded.body, used_at = excluded.used_at`,
  );
  return {
    find: (signature) => {
      const row = select.get(signature);
      return row && fromJson(ProfileMapping, row.body);
    },
    keep: (signature, mapping, atMs) => {
      upsert.run(signature, toJson(mapping), atMs);
    },
  };
}
