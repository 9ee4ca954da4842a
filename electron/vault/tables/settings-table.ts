import type { Database } from "../database.ts";

/** Named values of this vault, each a JSON text that its owner parses. */
export interface SettingsTable {
  find(name: string): string | undefined;
  put(name: string, value: string): void;
}

export function createSettingsTable(db: Database): SettingsTable {
  const select = db.prepare<[string], { value: string }>("SELECT value FROM setting WHERE name = ?");
  const upsert = db.prepare<[string, string]>(
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    find: (name) => select.get(name)?.value,
    put: (name, value) => {
      upsert.run(name, value);
    },
  };
}
