import { z } from "zod";
import { PersonId } from "../../../shared/domain/ids.ts";
import { PersonRole } from "../../../shared/domain/people.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";

/** A person who works with this vault. */
export const Person = z.object({
  id: PersonId,
  /** The key slot the person opens; null once they are shut out. */
  slotId: z.string().nullable(),
  displayName: z.string(),
  unit: z.string(),
  roles: z.array(PersonRole),
  /** The public half of the person's own key, 65 bytes; null until it is known. */
  publicKey: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  addedAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

/** The people of this vault, tied to key slots. Nobody is ever removed: the trail and the cases go on naming them. */
export interface PersonTable {
  add(person: Person): void;
  /** Everybody, those shut out too, in the order in which they came. */
  list(): Person[];
  find(id: PersonId): Person | undefined;
  /** Whose key opened the vault: the person with this slot, be they shut out or not. */
  findForSlot(slotId: string): Person | undefined;
  /** Writes name, unit, roles, slot, public key and the moment of being shut out. */
  save(person: Person): void;
  /** Takes the person out of every restricted case; their wrapped keys go with the rows. */
  dropAccess(id: PersonId): void;
}

interface PersonRow {
  readonly id: string;
  readonly slot_id: string | null;
  readonly display_name: string;
  readonly unit: string;
  readonly roles: string;
  readonly public_key: Uint8Array | null;
  readonly created_at: number;
  readonly revoked_at: number | null;
}

function toPerson(row: PersonRow): Person {
  return Person.parse({
    id: row.id,
    slotId: row.slot_id,
    displayName: row.display_name,
    unit: row.unit,
    roles: anyJson(row.roles),
    publicKey: row.public_key,
    addedAt: row.created_at,
    revokedAt: row.revoked_at,
  });
}

function toRow(person: Person): PersonRow {
  return {
    id: person.id,
    slot_id: person.slotId,
    display_name: person.displayName,
    unit: person.unit,
    roles: toJson(person.roles),
    public_key: person.publicKey,
    created_at: person.addedAt,
    revoked_at: person.revokedAt,
  };
}

const columns = "id, slot_id, display_name, unit, roles, public_key, created_at, revoked_at";

export function createPersonTable(db: Database): PersonTable {
  const insert = db.prepare<[PersonRow]>(
    `INSERT INTO person (${columns})
     VALUES (@id, @slot_id, @display_name, @unit, @roles, @public_key, @created_at, @revoked_at)`,
  );
  const all = db.prepare<[], PersonRow>(`SELECT ${columns} FROM person ORDER BY created_at, id`);
  const one = db.prepare<[string], PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`);
  const update = db.prepare<[PersonRow]>(
    `UPDATE person SET slot_id = @slot_id, display_name = @display_name, unit = @unit, roles = @roles,
       public_key = @public_key, revoked_at = @revoked_at WHERE id = @id`,
  );
  const drop = db.prepare<[string]>("DELETE FROM dossier_access WHERE holder = ?");
  return {
    add: (person) => {
      insert.run(toRow(person));
    },
    list: () => all.all().map(toPerson),
    find: (id) => {
      const row = one.get(id);
      return row === undefined ? undefined : toPerson(row);
    },
    findForSlot: (slotId) => {
      const row = all.all().find((candidate) => candidate.slot_id === slotId);
      return row === undefined ? undefined : toPerson(row);
    },
    save: (person) => {
      update.run(toRow(person));
    },
    dropAccess: (id) => {
      drop.run(id);
    },
  };
}
