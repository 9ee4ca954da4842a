import { PersonId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";

/** A person who works with this vault. */
export interface Person {
  readonly id: PersonId;
  readonly slotId: string | null;
  readonly displayName: string;
}

/** The people of this vault, tied to key slots. */
export interface PersonTable {
  add(person: Person, atMs: number): void;
  /** The person who opened the vault: the one with this slot, or else the only one. */
  getForSlot(slotId: string | null): Person;
  rename(id: PersonId, displayName: string): void;
}

interface PersonRow {
  readonly id: string;
  readonly slot_id: string | null;
  readonly display_name: string;
}

export function createPersonTable(db: Database): PersonTable {
  const insert = db.prepare<[string, string | null, string, string, number]>(
    "INSERT INTO person (id, slot_id, display_name, roles, created_at) VALUES (?, ?, ?, ?, ?)",
  );
  const live = db.prepare<[], PersonRow>(
    "SELECT id, slot_id, display_name FROM person WHERE revoked_at IS NULL ORDER BY created_at, id",
  );
  const update = db.prepare<[string, string]>("UPDATE person SET display_name = ? WHERE id = ?");
  return {
    add: (person, atMs) => {
      insert.run(person.id, person.slotId, person.displayName, '["reviewer"]', atMs);
    },
    getForSlot: (slotId) => {
      const rows = live.all();
      const row = rows.find((candidate) => candidate.slot_id === slotId) ?? rows[0];
      if (row === undefined) throw new Error("Broken invariant: a vault has a person");
      return { id: PersonId.parse(row.id), slotId: row.slot_id, displayName: row.display_name };
    },
    rename: (id, displayName) => {
      update.run(displayName, id);
    },
  };
}
