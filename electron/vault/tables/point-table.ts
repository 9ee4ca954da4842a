import { z } from "zod";
import { PointKind, RecoveryPoint } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** How far the history of a case had come: the last kept state, and the revision of each answer. */
export const PointMark = z.object({
  history: z.int().nonnegative(),
  answers: z.record(z.string(), z.int().positive()),
});
export type PointMark = z.infer<typeof PointMark>;

/** A recovery point with what it marks. */
export interface StoredPoint {
  readonly point: RecoveryPoint;
  readonly mark: PointMark;
}

/** A recovery point being made. */
export interface PointWrite {
  readonly dossierId: DossierId;
  readonly kind: PointKind;
  readonly name: string;
  readonly mark: PointMark;
  readonly atMs: number;
  readonly byId: string;
  readonly byName: string;
}

/** Recovery points of each case; append-only. */
export interface PointTable {
  add(point: PointWrite): RecoveryPoint;
  find(dossierId: DossierId, number: number): StoredPoint | undefined;
  /** Latest first. */
  list(dossierId: DossierId): RecoveryPoint[];
}

interface Row {
  readonly dossier_id: string;
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly mark: string;
  readonly at: number;
  readonly by_id: string;
  readonly by_name: string;
}

function toPoint(row: Row): RecoveryPoint {
  const { number, kind, name, at, by_name } = row;
  return RecoveryPoint.parse({ number, kind: PointKind.parse(kind), name, at, by: by_name });
}

export function createPointTable(db: Database, seals: CaseSeals): PointTable {
  const rows = sealedRows(seals, sealedTables.casePoint);
  const next = db.prepare<[string], { n: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS n FROM case_point WHERE dossier_id = ?",
  );
  const insert = db.prepare<[Row]>(
    `INSERT INTO case_point (dossier_id, number, kind, name, mark, at, by_id, by_name)
     VALUES (@dossier_id, @number, @kind, @name, @mark, @at, @by_id, @by_name)`,
  );
  const one = db.prepare<[string, number], Row>("SELECT * FROM case_point WHERE dossier_id = ? AND number = ?");
  const all = db.prepare<[string], Row>("SELECT * FROM case_point WHERE dossier_id = ? ORDER BY number DESC");
  return {
    add: ({ dossierId, kind, name, mark, atMs, byId, byName }) => {
      const row: Row = {
        dossier_id: dossierId,
        number: next.get(dossierId)?.n ?? 1,
        kind,
        name,
        mark: toJson(mark),
        at: atMs,
        by_id: byId,
        by_name: byName,
      };
      insert.run(rows.close(dossierId, row));
      return toPoint(row);
    },
    find: (dossierId, number) => {
      const stored = one.get(dossierId, number);
      if (stored === undefined) return undefined;
      const row = rows.open(dossierId, stored);
      return { point: toPoint(row), mark: fromJson(PointMark, row.mark) };
    },
    list: (dossierId) => all.all(dossierId).map((row) => toPoint(rows.open(dossierId, row))),
  };
}
