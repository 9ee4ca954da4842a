import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Named values of this vault, each a JSON text that its owner parses. A name with a `/` ends in the id of its case. */
export interface SettingsTable {
  find(name: string): string | undefined;
  put(name: string, value: string): void;
  remove(name: string): void;
}

export function createSettingsTable(db: Database, seals: CaseSeals): SettingsTable {
  const rows = sealedRows(seals, sealedTables.decisionDraft);
  const caseOf = (name: string): string => name.slice(name.indexOf("/") + 1);
  const select = db.prepare<[string], { value: string }>("SELECT value FROM setting WHERE name = ?");
  const upsert = db.prepare<[string, string]>(
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const drop = db.prepare<[string]>("DELETE FROM setting WHERE name = ?");
  return {
    remove: (name) => {
      drop.run(name);
    },
    find: (name) => {
      const row = select.get(name);
      return row === undefined ? undefined : rows.open(caseOf(name), row).value;
    },
    put: (name, value) => {
      upsert.run(name, rows.close(caseOf(name), { value }).value);
    },
  };
}
