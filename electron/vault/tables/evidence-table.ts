import { mustExist } from "../../../shared/assert.ts";
import {
  Evidence,
  type EvidenceDetails,
  type EvidenceStanding,
  type IntegrityState,
  plainStanding,
} from "../../../shared/domain/evidence.ts";
import { DossierId, EvidenceId, type ItemId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Where a piece of evidence keeps its bytes: in the row, or as a sealed object with its own key. */
export type EvidenceStore =
  | { readonly kind: "inline"; readonly body: Uint8Array }
  | { readonly kind: "object"; readonly objectId: string; readonly objectKey: Uint8Array };

/** Evidence of each dossier. Removed evidence keeps its number and hash, and loses its bytes and key. */
export interface EvidenceTable {
  add(dossierId: DossierId, evidence: Evidence, store: EvidenceStore): void;
  find(dossierId: DossierId, id: EvidenceId): Evidence | undefined;
  list(dossierId: DossierId): Evidence[];
  /** The case of evidence that was ever taken in. */
  caseOf(id: EvidenceId): DossierId;
  changeDetails(id: EvidenceId, details: EvidenceDetails, revision: number): void;
  changeStanding(id: EvidenceId, standing: EvidenceStanding, revision: number): void;
  /** Living pieces with these bytes, in this case. */
  withHash(dossierId: DossierId, sha256: string): Evidence[];
  /** Living pieces with these bytes in cases for the whole office. What restricted cases hold has no hash to be found by. */
  withHashAnywhere(sha256: string): { dossierId: DossierId; number: number }[];
  setIntegrity(id: EvidenceId, integrity: IntegrityState, atMs: number): void;
  link(link: { dossierId: DossierId; itemId: ItemId; evidenceId: EvidenceId }): void;
  unlink(link: { dossierId: DossierId; itemId: ItemId; evidenceId: EvidenceId }): void;
  /** Bytes or key of one piece; undefined once removed. */
  storeOf(id: EvidenceId): EvidenceStore | undefined;
  /** Forgets bytes and key. */
  remove(id: EvidenceId, atMs: number): void;
  nextNumber(dossierId: DossierId): number;
  /** Ids of every sealed object that a row still refers to. */
  objectIds(): Set<string>;
  /** Every piece of evidence whose bytes lie in a row; reading one reads all its pages. */
  bodyIds(): string[];
  /** Reads the stored form and gives nothing out. Throws `vault-damaged` when a page does not hold. */
  readBody(id: string): void;
  /** Living pieces last read before this moment, longest ago first, at most a thousand; those in cases shut to this person too. */
  longestUnchecked(beforeMs: number): { id: EvidenceId; dossierId: DossierId }[];
  /** The case of each living piece whose bytes are gone or no longer what came in. */
  casesOfChanged(): DossierId[];
  /** Cases with evidence, those shut to this person among them. */
  dossiersWithEvidence(): string[];
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly number: number;
  readonly details: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly object_id: string | null;
  readonly object_key: Uint8Array | null;
  readonly imported_at: number;
  readonly imported_by: string;
  readonly checked_at: number;
  readonly integrity: string;
  readonly standing: string | null;
  readonly revision: number;
}

function toEvidence(row: Row, items: readonly string[]): Evidence {
  return Evidence.parse({
    ...(JSON.parse(row.details) as object), // The schema checks every field of the parsed document.
    id: row.id,
    number: row.number,
    fileName: row.file_name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    checkedAt: row.checked_at,
    integrity: row.integrity,
    items,
    standing: row.standing === null ? plainStanding : anyJson(row.standing),
    revision: row.revision,
  });
}

function detailsOf(evidence: Evidence): EvidenceDetails {
  const { title, evidenceType, sourceType, reliability, origin, location, capturedAt, capturedBy, note } = evidence;
  return { title, evidenceType, sourceType, reliability, origin, location, capturedAt, capturedBy, note };
}

interface BodyRow {
  readonly evidence_id: string;
  readonly body: Uint8Array;
}

interface LinkRow {
  readonly evidence_id: string;
  readonly item_id: string;
}

function toRow(dossierId: string, evidence: Evidence, store: EvidenceStore): Row {
  return {
    id: evidence.id,
    dossier_id: dossierId,
    number: evidence.number,
    details: toJson(detailsOf(evidence)),
    file_name: evidence.fileName,
    media_type: evidence.mediaType,
    size_bytes: evidence.sizeBytes,
    sha256: evidence.sha256,
    object_id: store.kind === "object" ? store.objectId : null,
    object_key: store.kind === "object" ? store.objectKey : null,
    imported_at: evidence.importedAt,
    imported_by: evidence.importedBy,
    checked_at: evidence.checkedAt,
    integrity: evidence.integrity,
    standing: toJson(evidence.standing),
    revision: evidence.revision,
  };
}

function statements(db: Database) {
  return {
    insert: db.prepare<[Row]>(
      `INSERT INTO evidence (id, dossier_id, number, details, file_name, media_type, size_bytes, sha256, object_id,
         object_key, imported_at, imported_by, checked_at, integrity, standing, revision)
       VALUES (@id, @dossier_id, @number, @details, @file_name, @media_type, @size_bytes, @sha256, @object_id,
         @object_key, @imported_at, @imported_by, @checked_at, @integrity, @standing, @revision)`,
    ),
    insertBody: db.prepare<[BodyRow]>("INSERT INTO evidence_body (evidence_id, body) VALUES (@evidence_id, @body)"),
    body: db.prepare<[string], BodyRow>("SELECT * FROM evidence_body WHERE evidence_id = ?"),
    whose: db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM evidence WHERE id = ?"),
    dropBody: db.prepare<[string]>("DELETE FROM evidence_body WHERE evidence_id = ?"),
    live: db.prepare<[string], Row>(
      "SELECT * FROM evidence WHERE dossier_id = ? AND removed_at IS NULL ORDER BY number",
    ),
    one: db.prepare<[string, string], Row>(
      "SELECT * FROM evidence WHERE dossier_id = ? AND id = ? AND removed_at IS NULL",
    ),
    store: db.prepare<[string], Row>("SELECT * FROM evidence WHERE id = ? AND removed_at IS NULL"),
    links: db.prepare<[string], LinkRow>("SELECT evidence_id, item_id FROM evidence_item WHERE dossier_id = ?"),
    itemsOf: db.prepare<[string], LinkRow>("SELECT evidence_id, item_id FROM evidence_item WHERE evidence_id = ?"),
    details: db.prepare<[string, number, string]>("UPDATE evidence SET details = ?, revision = ? WHERE id = ?"),
    standing: db.prepare<[string, number, string]>("UPDATE evidence SET standing = ?, revision = ? WHERE id = ?"),
    byHash: db.prepare<[string], { dossier_id: string; number: number }>(
      "SELECT dossier_id, number FROM evidence WHERE sha256 = ? AND removed_at IS NULL ORDER BY dossier_id, number",
    ),
    integrity: db.prepare<[string, number, string]>("UPDATE evidence SET integrity = ?, checked_at = ? WHERE id = ?"),
    link: db.prepare<[string, string, string]>(
      "INSERT INTO evidence_item (evidence_id, dossier_id, item_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    unlink: db.prepare<[string, string, string]>(
      "DELETE FROM evidence_item WHERE evidence_id = ? AND dossier_id = ? AND item_id = ?",
    ),
    unlinkAll: db.prepare<[string]>("DELETE FROM evidence_item WHERE evidence_id = ?"),
    remove: db.prepare<[number, string]>("UPDATE evidence SET removed_at = ?, object_key = NULL WHERE id = ?"),
    next: db.prepare<[string], { n: number }>(
      "SELECT coalesce(max(number), 0) + 1 AS n FROM evidence WHERE dossier_id = ?",
    ),
    bodyIds: db.prepare<[], { evidence_id: string }>("SELECT evidence_id FROM evidence_body ORDER BY evidence_id"),
    unchecked: db.prepare<[number], { id: string; dossier_id: string }>(
      "SELECT id, dossier_id FROM evidence WHERE checked_at < ? AND removed_at IS NULL ORDER BY checked_at LIMIT 1000",
    ),
    // Left to itself the planner walks every living piece by the day of its check; this one holds those that changed alone.
    changed: db.prepare<[], { dossier_id: string }>(
      "SELECT dossier_id FROM evidence INDEXED BY evidence_changed WHERE integrity <> 'intact' AND removed_at IS NULL",
    ),
    dossiers: db.prepare<[], { dossier_id: string }>("SELECT DISTINCT dossier_id FROM evidence"),
    objects: db.prepare<[], { object_id: string }>(
      "SELECT object_id FROM evidence WHERE object_id IS NOT NULL AND object_key IS NOT NULL",
    ),
  };
}

function itemsByEvidence(rows: readonly LinkRow[]): Map<string, string[]> {
  const items = new Map<string, string[]>();
  for (const row of rows) items.set(row.evidence_id, [...(items.get(row.evidence_id) ?? []), row.item_id].sort());
  return items;
}

type Links = Pick<EvidenceTable, "link" | "unlink"> & { itemsOf(dossierId: string, id: string): string[] };

function linking(sql: ReturnType<typeof statements>, links: SealedRows): Links {
  const sought = (dossierId: string, itemId: string): string => links.sought(dossierId, "item_id", itemId);
  return {
    link: ({ dossierId, itemId, evidenceId }) => {
      sql.link.run(evidenceId, dossierId, sought(dossierId, itemId));
    },
    unlink: ({ dossierId, itemId, evidenceId }) => {
      sql.unlink.run(evidenceId, dossierId, sought(dossierId, itemId));
    },
    itemsOf: (dossierId, id) =>
      sql.itemsOf
        .all(id)
        .map((row) => links.open(dossierId, row).item_id)
        .sort(),
  };
}

type Stores = Pick<EvidenceTable, "add" | "storeOf">;

function storing(sql: ReturnType<typeof statements>, rows: SealedRows, bodies: SealedRows): Stores {
  return {
    add: (dossierId, evidence, store) => {
      sql.insert.run(rows.close(dossierId, toRow(dossierId, evidence, store)));
      if (store.kind === "inline")
        sql.insertBody.run(bodies.close(dossierId, { evidence_id: evidence.id, body: store.body }));
    },
    storeOf: (id) => {
      const stored = sql.store.get(id);
      if (stored === undefined) return undefined;
      const row = rows.open(stored.dossier_id, stored);
      if (row.object_id !== null && row.object_key !== null)
        return { kind: "object", objectId: row.object_id, objectKey: row.object_key };
      const body = sql.body.get(id);
      return body === undefined ? undefined : { kind: "inline", body: bodies.open(stored.dossier_id, body).body };
    },
  };
}

export function createEvidenceTable(db: Database, seals: CaseSeals): EvidenceTable {
  const sql = statements(db);
  const rows = sealedRows(seals, sealedTables.evidence);
  const links = sealedRows(seals, sealedTables.evidenceItem);
  const { itemsOf, ...linkCalls } = linking(sql, links);
  return {
    ...linkCalls,
    ...storing(sql, rows, sealedRows(seals, sealedTables.evidenceBody)),
    find: (dossierId, id) => {
      const row = sql.one.get(dossierId, id);
      return row === undefined ? undefined : toEvidence(rows.open(dossierId, row), itemsOf(dossierId, id));
    },
    list: (dossierId) => {
      const items = itemsByEvidence(sql.links.all(dossierId).map((row) => links.open(dossierId, row)));
      return sql.live.all(dossierId).map((row) => toEvidence(rows.open(dossierId, row), items.get(row.id) ?? []));
    },
    caseOf: (id) => DossierId.parse(mustExist(sql.whose.get(id), "evidence belongs to a case").dossier_id),
    changeDetails: (id, details, revision) => {
      const { dossier_id } = mustExist(sql.whose.get(id), "changed evidence exists");
      sql.details.run(rows.close(dossier_id, { id, details: toJson(details) }).details, revision, id);
    },
    changeStanding: (id, standing, revision) => {
      const { dossier_id } = mustExist(sql.whose.get(id), "evidence whose standing changes exists");
      sql.standing.run(rows.close(dossier_id, { id, standing: toJson(standing) }).standing, revision, id);
    },
    setIntegrity: (id, integrity, atMs) => {
      sql.integrity.run(integrity, atMs, id);
    },
    remove: (id, atMs) => {
      sql.unlinkAll.run(id);
      sql.dropBody.run(id);
      sql.remove.run(atMs, id);
    },
    withHash: (dossierId, sha256) => {
      const same = sql.live
        .all(dossierId)
        .map((row) => rows.open(dossierId, row))
        .filter((row) => row.sha256 === sha256);
      return same.map((row) => toEvidence(row, itemsOf(dossierId, row.id)));
    },
    withHashAnywhere: (sha256) =>
      sql.byHash.all(sha256).map(({ dossier_id, number }) => ({ dossierId: DossierId.parse(dossier_id), number })),
    nextNumber: (dossierId) => sql.next.get(dossierId)?.n ?? 1,
    bodyIds: () => sql.bodyIds.all().map((row) => row.evidence_id),
    readBody: (id) => void sql.body.get(id),
    longestUnchecked: (beforeMs) =>
      sql.unchecked
        .all(beforeMs)
        .map((row) => ({ id: EvidenceId.parse(row.id), dossierId: DossierId.parse(row.dossier_id) })),
    casesOfChanged: () => sql.changed.all().map((row) => DossierId.parse(row.dossier_id)),
    dossiersWithEvidence: () => sql.dossiers.all().map((row) => row.dossier_id),
    objectIds: () => new Set(sql.objects.all().map((row) => row.object_id)),
  };
}
