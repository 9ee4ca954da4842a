import { z } from "zod";
import { type DossierId, ItemId, PersonId, SecondReviewId } from "../../../shared/domain/ids.ts";
import { Reading, SecondReading, SecondReviewState, Settlement } from "../../../shared/domain/second-review.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** An answer of the first reader as it stood when the second was handed in. */
export const FirstReading = Reading.extend({ itemId: ItemId, by: z.string().nullable() });
export type FirstReading = z.infer<typeof FirstReading>;

const Body = z.object({ items: z.array(ItemId), note: z.string(), first: z.array(FirstReading).nullable() });

/** A second review as stored. `first` is null until it is handed in. */
export const SecondReviewRecord = Body.extend({
  id: SecondReviewId,
  number: z.int().positive(),
  readerId: PersonId,
  state: SecondReviewState,
  askedBy: z.string(),
  askedAt: Instant,
  changedAt: Instant,
});
export type SecondReviewRecord = z.infer<typeof SecondReviewRecord>;

/** Second reviews, their readings and how conflicts ended. */
export interface SecondReviewTable {
  /** Latest first. */
  list(dossierId: DossierId): SecondReviewRecord[];
  find(dossierId: DossierId, id: SecondReviewId): SecondReviewRecord | undefined;
  nextNumber(dossierId: DossierId): number;
  save(dossierId: DossierId, record: SecondReviewRecord): void;
  /** Whether this person answers an open second review of the case, and so must not see what others answered. */
  isBlind(dossierId: DossierId, personId: PersonId): boolean;
  /** Cases in which that is so. */
  blindTo(personId: PersonId): Set<string>;
  readings(dossierId: DossierId, id: SecondReviewId): SecondReading[];
  putReading(dossierId: DossierId, id: SecondReviewId, reading: SecondReading & { readonly atMs: number }): void;
  /** The latest settlement of each item. */
  settlements(dossierId: DossierId, id: SecondReviewId): Settlement[];
  addSettlement(dossierId: DossierId, id: SecondReviewId, settlement: Settlement): void;
}

interface ReviewRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly number: number;
  readonly reader_id: string;
  readonly state: string;
  readonly asked_by: string;
  readonly asked_at: number;
  readonly changed_at: number;
  readonly body: string;
}

interface ReadingRow {
  readonly review_id: string;
  readonly dossier_id: string;
  readonly item_id: string;
  readonly revision: number;
  readonly body: string;
  readonly updated_at: number;
}

interface SettlementRow {
  readonly review_id: string;
  readonly dossier_id: string;
  readonly number: number;
  readonly body: string;
  readonly settled_at: number;
  readonly settled_by: string;
}

function toRecord(row: ReviewRow): SecondReviewRecord {
  return SecondReviewRecord.parse({
    ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
    id: row.id,
    number: row.number,
    readerId: row.reader_id,
    state: row.state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    changedAt: row.changed_at,
  });
}

export function createSecondReviewTable(db: Database, seals: CaseSeals): SecondReviewTable {
  return { ...reviewsOf(db, seals), ...readingsOf(db, seals), ...settlementsOf(db, seals) };
}

function reviewsOf(
  db: Database,
  seals: CaseSeals,
): Pick<SecondReviewTable, "list" | "find" | "nextNumber" | "save" | "isBlind" | "blindTo"> {
  const rows = sealedRows(seals, sealedTables.secondReview);
  const all = db.prepare<[string], ReviewRow>("SELECT * FROM second_review WHERE dossier_id = ? ORDER BY number DESC");
  const upsert = db.prepare<[ReviewRow]>(
    `INSERT INTO second_review (id, dossier_id, number, reader_id, state, asked_by, asked_at, changed_at, body)
     VALUES (@id, @dossier_id, @number, @reader_id, @state, @asked_by, @asked_at, @changed_at, @body)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at, body = excluded.body`,
  );
  const open = db.prepare<[string], { dossier_id: string }>(
    "SELECT dossier_id FROM second_review WHERE reader_id = ? AND state = 'open'",
  );
  const list = (dossierId: DossierId): SecondReviewRecord[] =>
    all.all(dossierId).map((row) => toRecord(rows.open(dossierId, row)));
  const blindTo = (personId: PersonId): Set<string> => new Set(open.all(personId).map((row) => row.dossier_id));
  return {
    list,
    find: (dossierId, id) => list(dossierId).find((record) => record.id === id),
    nextNumber: (dossierId) => (list(dossierId)[0]?.number ?? 0) + 1,
    save: (dossierId, { id, number, readerId, state, askedBy, askedAt, changedAt, ...body }) => {
      const row: ReviewRow = {
        id,
        dossier_id: dossierId,
        number,
        reader_id: readerId,
        state,
        asked_by: askedBy,
        asked_at: askedAt,
        changed_at: changedAt,
        body: toJson(body),
      };
      upsert.run(rows.close(dossierId, row));
    },
    isBlind: (dossierId, personId) => blindTo(personId).has(dossierId),
    blindTo,
  };
}

function readingsOf(db: Database, seals: CaseSeals): Pick<SecondReviewTable, "readings" | "putReading"> {
  const rows = sealedRows(seals, sealedTables.secondReading);
  const all = db.prepare<[string], ReadingRow>("SELECT * FROM second_reading WHERE review_id = ?");
  const upsert = db.prepare<[ReadingRow]>(
    `INSERT INTO second_reading (review_id, dossier_id, item_id, revision, body, updated_at)
     VALUES (@review_id, @dossier_id, @item_id, @revision, @body, @updated_at)
     ON CONFLICT (review_id, item_id) DO UPDATE SET revision = excluded.revision, body = excluded.body,
       updated_at = excluded.updated_at`,
  );
  return {
    readings: (dossierId, id) =>
      all
        .all(id)
        .map((row) => rows.open(dossierId, row))
        .map((row) =>
          SecondReading.parse({
            ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
            itemId: row.item_id,
            revision: row.revision,
          }),
        )
        .sort((a, b) => (a.itemId < b.itemId ? -1 : 1)),
    putReading: (dossierId, id, { itemId, revision, atMs, ...body }) => {
      const row: ReadingRow = {
        review_id: id,
        dossier_id: dossierId,
        item_id: itemId,
        revision,
        body: toJson(body),
        updated_at: atMs,
      };
      upsert.run(rows.close(dossierId, row));
    },
  };
}

function settlementsOf(db: Database, seals: CaseSeals): Pick<SecondReviewTable, "settlements" | "addSettlement"> {
  const rows = sealedRows(seals, sealedTables.secondSettlement);
  const all = db.prepare<[string], SettlementRow>(
    "SELECT * FROM second_settlement WHERE review_id = ? ORDER BY number",
  );
  const insert = db.prepare<[SettlementRow]>(
    `INSERT INTO second_settlement (review_id, dossier_id, number, body, settled_at, settled_by)
     VALUES (@review_id, @dossier_id, @number, @body, @settled_at, @settled_by)`,
  );
  const count = db.prepare<[string], { n: number }>("SELECT count(*) AS n FROM second_settlement WHERE review_id = ?");
  return {
    settlements: (dossierId, id) => {
      const parsed = all
        .all(id)
        .map((row) => rows.open(dossierId, row))
        .map((row) =>
          Settlement.parse({
            ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
            at: row.settled_at,
            byName: row.settled_by,
          }),
        );
      return [...new Map(parsed.map((settlement) => [settlement.itemId, settlement])).values()];
    },
    addSettlement: (dossierId, id, { at, byName, ...body }) => {
      const row: SettlementRow = {
        review_id: id,
        dossier_id: dossierId,
        number: (count.get(id)?.n ?? 0) + 1,
        body: toJson(body),
        settled_at: at,
        settled_by: byName,
      };
      insert.run(rows.close(dossierId, row));
    },
  };
}
