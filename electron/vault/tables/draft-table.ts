import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Which half-written form. A null case is the one that is not there yet. */
export interface DraftPlace {
  readonly personId: PersonId;
  readonly dossierId: DossierId | null;
  readonly form: string;
}

/** Half-written forms, one per person, case and form; each a JSON text that its form parses. */
export interface DraftTable {
  find(place: DraftPlace): string | undefined;
  put(place: DraftPlace, body: string, atMs: number): void;
  remove(place: DraftPlace): void;
}

export function createDraftTable(db: Database, seals: CaseSeals): DraftTable {
  const rows = sealedRows(seals, sealedTables.draft);
  type Key = [string, string, string];
  // The column cannot be null inside the key; no case has an empty id.
  const keyOf = ({ personId, dossierId, form }: DraftPlace): Key => [personId, dossierId ?? "", form];
  const rowOf = ({ personId, form }: DraftPlace, body: string) => ({ person_id: personId, form, body });
  const select = db.prepare<Key, { body: string }>(
    "SELECT body FROM draft WHERE person_id = ? AND dossier_id = ? AND form = ?",
  );
  const upsert = db.prepare<[...Key, string, number]>(
    `INSERT INTO draft (person_id, dossier_id, form, body, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person_id, dossier_id, form) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
  );
  const drop = db.prepare<Key>("DELETE FROM draft WHERE person_id = ? AND dossier_id = ? AND form = ?");
  return {
    find: (place) => {
      const row = select.get(...keyOf(place));
      return row && rows.open(place.dossierId ?? "", rowOf(place, row.body)).body;
    },
    put: (place, body, atMs) => {
      upsert.run(...keyOf(place), rows.close(place.dossierId ?? "", rowOf(place, body)).body, atMs);
    },
    remove: (place) => {
      drop.run(...keyOf(place));
    },
  };
}
