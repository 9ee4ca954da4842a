import { Evidence, EvidenceDetails, type IntegrityState } from "../../../shared/domain/evidence.ts";
import type { DossierId, EvidenceId, ItemId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** Where a piece of evidence keeps its bytes: in the row, or as a sealed object with its own key. */
export type EvidenceStore =
  | { readonly kind: "inline"; readonly body: Uint8Array }
  | { readonly kind: "object"; readonly objectId: string; readonly objectKey: Uint8Array };

/** Evidence of each dossier. Removed evidence keeps its number and hash, and loses its bytes and key. */
export interface EvidenceTable {
  add(dossierId: DossierId, evidence: Evidence, store: EvidenceStore): void;
  find(dossierId: DossierId, id: EvidenceId): Evidence | undefined;
  list(dossierId: DossierId): Evidence[];
  changeDetails(id: EvidenceId, details: EvidenceDetails, revision: number): void;
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
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly details: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly object_id: string | null;
  readonly object_key: Buffer | null;
  readonly imported_at: number;
  readonly imported_by: string;
  readonly checked_at: number;
  readonly integrity: string;
  readonly revision: number;
}

function toEvidence(row: Row, items: readonly string[]): Evidence {
  return Evidence.parse({
    ...fromJson(EvidenceDetails, row.details),
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
    revision: row.revision,
  });
}

function detailsOf(evidence: Evidence): EvidenceDetails {
  const { title, evidenceType, sourceType, reliability, origin, location, capturedAt, capturedBy, note } = evidence;
  return { title, evidenceType, sourceType, reliability, origin, location, capturedAt, capturedBy, note };
}

function statements(db: Database) {
  return {
    insert: db.prepare<[Record<string, string | number | Uint8Array | null>]>(
      `INSERT INTO evidence (id, dossier_id, number, details, file_name, media_type, size_bytes, sha256, object_id,
         object_key, imported_at, imported_by, checked_at, integrity, revision)
       VALUES (@id, @dossierId, @number, @details, @fileName, @mediaType, @sizeBytes, @sha256, @objectId, @objectKey,
         @importedAt, @importedBy, @checkedAt, @integrity, @revision)`,
    ),
    insertBody: db.prepare<[string, Uint8Array]>("INSERT INTO evidence_body (evidence_id, body) VALUES (?, ?)"),
    body: db.prepare<[string], { body: Buffer }>("SELECT body FROM evidence_body WHERE evidence_id = ?"),
    dropBody: db.prepare<[string]>("DELETE FROM evidence_body WHERE evidence_id = ?"),
    live: db.prepare<[string], Row>(
      "SELECT * FROM evidence WHERE dossier_id = ? AND removed_at IS NULL ORDER BY number",
    ),
    one: db.prepare<[string, string], Row>(
      "SELECT * FROM evidence WHERE dossier_id = ? AND id = ? AND removed_at IS NULL",
    ),
    store: db.prepare<[string], Row>("SELECT * FROM evidence WHERE id = ? AND removed_at IS NULL"),
    links: db.prepare<[string], { evidence_id: string; item_id: string }>(
      "SELECT evidence_id, item_id FROM evidence_item WHERE dossier_id = ? ORDER BY item_id",
    ),
    itemsOf: db.prepare<[string], { item_id: string }>(
      "SELECT item_id FROM evidence_item WHERE evidence_id = ? ORDER BY item_id",
    ),
    details: db.prepare<[string, number, string]>("UPDATE evidence SET details = ?, revision = ? WHERE id = ?"),
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
    objects: db.prepare<[], { object_id: string }>(
      "SELECT object_id FROM evidence WHERE object_id IS NOT NULL AND object_key IS NOT NULL",
    ),
  };
}

function itemsByEvidence(rows: readonly { evidence_id: string; item_id: string }[]): Map<string, string[]> {
  const items = new Map<string, string[]>();
  for (const row of rows) items.set(row.evidence_id, [...(items.get(row.evidence_id) ?? []), row.item_id]);
  return items;
}

export function createEvidenceTable(db: Database): EvidenceTable {
  const sql = statements(db);
  return {
    add: (dossierId, evidence, store) => {
      sql.insert.run({
        id: evidence.id,
        dossierId,
        number: evidence.number,
        details: toJson(detailsOf(evidence)),
        fileName: evidence.fileName,
        mediaType: evidence.mediaType,
        sizeBytes: evidence.sizeBytes,
        sha256: evidence.sha256,
        objectId: store.kind === "object" ? store.objectId : null,
        objectKey: store.kind === "object" ? store.objectKey : null,
        importedAt: evidence.importedAt,
        importedBy: evidence.importedBy,
        checkedAt: evidence.checkedAt,
        integrity: evidence.integrity,
        revision: evidence.revision,
      });
      if (store.kind === "inline") sql.insertBody.run(evidence.id, store.body);
    },
    find: (dossierId, id) => {
      const row = sql.one.get(dossierId, id);
      if (row === undefined) return undefined;
      return toEvidence(
        row,
        sql.itemsOf.all(id).map((link) => link.item_id),
      );
    },
    list: (dossierId) => {
      const items = itemsByEvidence(sql.links.all(dossierId));
      return sql.live.all(dossierId).map((row) => toEvidence(row, items.get(row.id) ?? []));
    },
    changeDetails: (id, details, revision) => {
      sql.details.run(toJson(details), revision, id);
    },
    setIntegrity: (id, integrity, atMs) => {
      sql.integrity.run(integrity, atMs, id);
    },
    link: ({ dossierId, itemId, evidenceId }) => {
      sql.link.run(evidenceId, dossierId, itemId);
    },
    unlink: ({ dossierId, itemId, evidenceId }) => {
      sql.unlink.run(evidenceId, dossierId, itemId);
    },
    storeOf: (id) => {
      const row = sql.store.get(id);
      if (row === undefined) return undefined;
      if (row.object_id !== null && row.object_key !== null)
        return { kind: "object", objectId: row.object_id, objectKey: row.object_key };
      const body = sql.body.get(id);
      return body === undefined ? undefined : { kind: "inline", body: body.body };
    },
    remove: (id, atMs) => {
      sql.unlinkAll.run(id);
      sql.dropBody.run(id);
      sql.remove.run(atMs, id);
    },
    nextNumber: (dossierId) => sql.next.get(dossierId)?.n ?? 1,
    objectIds: () => new Set(sql.objects.all().map((row) => row.object_id)),
  };
}
