import type { DossierId, EvidenceId, ItemId, MarkId } from "../../../shared/domain/ids.ts";
import { EvidenceMark, type MarkInput } from "../../../shared/domain/reading.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Highlights in evidence and the items whose answers cite them. */
export interface MarkTable {
  add(dossierId: DossierId, mark: Omit<EvidenceMark, "items">): void;
  /** Highlights of a case, by evidence and number. */
  list(dossierId: DossierId): EvidenceMark[];
  change(dossierId: DossierId, id: MarkId, input: MarkInput, revision: number): void;
  /** Takes it away, or with null puts it back with its citations as they were; its number is not used again. */
  setRemoved(id: MarkId, atMs: number | null): void;
  /** One highlight, taken away or not. */
  findAny(dossierId: DossierId, id: MarkId): { readonly mark: EvidenceMark; readonly isRemoved: boolean } | undefined;
  cite(cited: { dossierId: DossierId; markId: MarkId; itemId: ItemId; cited: boolean }): void;
  nextNumber(evidenceId: EvidenceId): number;
}

interface MarkRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly evidence_id: string;
  readonly number: number;
  readonly body: string;
  readonly made_at: number;
  readonly made_by: string;
  readonly revision: number;
  readonly removed_at: number | null;
}

interface ItemRow {
  readonly mark_id: string;
  readonly dossier_id: string;
  readonly item_id: string;
}

function statements(db: Database) {
  return {
    insert: db.prepare<[MarkRow]>(
      `INSERT INTO evidence_mark (id, dossier_id, evidence_id, number, body, made_at, made_by, revision)
       VALUES (@id, @dossier_id, @evidence_id, @number, @body, @made_at, @made_by, @revision)`,
    ),
    all: db.prepare<[string], MarkRow>(
      "SELECT * FROM evidence_mark WHERE dossier_id = ? AND removed_at IS NULL ORDER BY evidence_id, number",
    ),
    one: db.prepare<[string, string], MarkRow>("SELECT * FROM evidence_mark WHERE dossier_id = ? AND id = ?"),
    items: db.prepare<[string], ItemRow>("SELECT * FROM evidence_mark_item WHERE dossier_id = ?"),
    change: db.prepare<[string, number, string]>("UPDATE evidence_mark SET body = ?, revision = ? WHERE id = ?"),
    remove: db.prepare<[number | null, string]>("UPDATE evidence_mark SET removed_at = ? WHERE id = ?"),
    cite: db.prepare<[ItemRow]>(
      `INSERT INTO evidence_mark_item (mark_id, dossier_id, item_id) VALUES (@mark_id, @dossier_id, @item_id)
       ON CONFLICT DO NOTHING`,
    ),
    uncitedOne: db.prepare<[string, string]>("DELETE FROM evidence_mark_item WHERE mark_id = ? AND item_id = ?"),
    next: db.prepare<[string], { n: number }>(
      "SELECT coalesce(max(number), 0) + 1 AS n FROM evidence_mark WHERE evidence_id = ?",
    ),
  };
}

function inputOf({ place, quote, note }: MarkInput): MarkInput {
  return { place, quote, note };
}

export function createMarkTable(db: Database, seals: CaseSeals): MarkTable {
  const sql = statements(db);
  const rows = sealedRows(seals, sealedTables.evidenceMark);
  const itemRows = sealedRows(seals, sealedTables.evidenceMarkItem);
  const citations = (dossierId: string): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const row of sql.items.all(dossierId)) {
      const { mark_id, item_id } = itemRows.open(dossierId, row);
      found.set(mark_id, [...(found.get(mark_id) ?? []), item_id].sort());
    }
    return found;
  };
  const toMark = (row: MarkRow, items: readonly string[]): EvidenceMark => {
    const { body, id, evidence_id, number, made_at, made_by, revision } = rows.open(row.dossier_id, row);
    return EvidenceMark.parse({
      ...(JSON.parse(body) as object), // The schema checks every field of the parsed document.
      ...{ id, evidenceId: evidence_id, number, madeAt: made_at, madeBy: made_by, revision, items },
    });
  };
  const sealedBody = (dossierId: string, id: string, body: string): string => rows.close(dossierId, { id, body }).body;
  return {
    add: (dossierId, mark) => {
      const row: MarkRow = {
        id: mark.id,
        dossier_id: dossierId,
        evidence_id: mark.evidenceId,
        number: mark.number,
        body: toJson(inputOf(mark)),
        made_at: mark.madeAt,
        made_by: mark.madeBy,
        revision: mark.revision,
        removed_at: null,
      };
      sql.insert.run(rows.close(dossierId, row));
    },
    list: (dossierId) => {
      const items = citations(dossierId);
      return sql.all.all(dossierId).map((row) => toMark(row, items.get(row.id) ?? []));
    },
    findAny: (dossierId, id) => {
      const row = sql.one.get(dossierId, id);
      if (row === undefined) return undefined;
      return { mark: toMark(row, citations(dossierId).get(id) ?? []), isRemoved: row.removed_at !== null };
    },
    change: (dossierId, id, input, revision) => {
      sql.change.run(sealedBody(dossierId, id, toJson(inputOf(input))), revision, id);
    },
    setRemoved: (id, atMs) => {
      sql.remove.run(atMs, id);
    },
    cite: ({ dossierId, markId, itemId, cited }) => {
      const row: ItemRow = { mark_id: markId, dossier_id: dossierId, item_id: itemId };
      if (cited) sql.cite.run(itemRows.close(dossierId, row));
      else sql.uncitedOne.run(markId, itemRows.sought(dossierId, "item_id", itemId));
    },
    nextNumber: (evidenceId) => sql.next.get(evidenceId)?.n ?? 1,
  };
}
