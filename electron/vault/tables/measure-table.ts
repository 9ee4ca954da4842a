import { z } from "zod";
import { GateId } from "../../../shared/domain/content/vocabulary.ts";
import { MeasureInput, MeasureTaken } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** Who wrote something, and when. */
export interface Stamp {
  readonly atMs: number;
  readonly by: string;
}

/** A gate set by a person. */
export const GateRecord = z.object({
  gateId: GateId,
  open: z.boolean(),
  reason: z.string(),
  secondPerson: z.string(),
  setAt: Instant,
  setBy: z.string(),
});
export type GateRecord = z.infer<typeof GateRecord>;

/** A gate as a person sets it. */
export type GateSetting = Omit<GateRecord, "setAt" | "setBy">;

/** Measures taken and gates set in each dossier. */
export interface MeasureTable {
  put(dossierId: DossierId, measure: MeasureInput, stamp: Stamp): void;
  /** Answers whether there was one to remove. */
  remove(dossierId: DossierId, measureId: string): boolean;
  list(dossierId: DossierId): MeasureTaken[];
  setGate(dossierId: DossierId, gate: GateSetting, stamp: Stamp): void;
  gates(dossierId: DossierId): GateRecord[];
}

interface MeasureRow {
  readonly body: string;
  readonly updated_at: number;
  readonly updated_by: string;
}

interface GateRow {
  readonly gate_id: string;
  readonly is_open: number;
  readonly reason: string;
  readonly second_person: string;
  readonly set_at: number;
  readonly set_by: string;
}

export function createMeasureTable(db: Database): MeasureTable {
  const upsert = db.prepare<[string, string, string, string, number, string]>(
    `INSERT INTO measure (dossier_id, measure_id, status, body, updated_at, updated_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (dossier_id, measure_id) DO UPDATE SET status = excluded.status, body = excluded.body,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );
  const drop = db.prepare<[string, string]>("DELETE FROM measure WHERE dossier_id = ? AND measure_id = ?");
  const all = db.prepare<[string], MeasureRow>("SELECT * FROM measure WHERE dossier_id = ? ORDER BY measure_id");
  const upsertGate = db.prepare<[string, string, number, string, string, number, string]>(
    `INSERT INTO gate (dossier_id, gate_id, is_open, reason, second_person, set_at, set_by) VALUES (?,?,?,?,?,?,?)
     ON CONFLICT (dossier_id, gate_id) DO UPDATE SET is_open = excluded.is_open, reason = excluded.reason,
       second_person = excluded.second_person, set_at = excluded.set_at, set_by = excluded.set_by`,
  );
  const allGates = db.prepare<[string], GateRow>("SELECT * FROM gate WHERE dossier_id = ? ORDER BY gate_id");
  return {
    put: (dossierId, measure, { atMs, by }) => {
      upsert.run(dossierId, measure.measureId, measure.status, toJson(measure), atMs, by);
    },
    remove: (dossierId, measureId) => drop.run(dossierId, measureId).changes > 0,
    list: (dossierId) =>
      all.all(dossierId).map((row) =>
        MeasureTaken.parse({
          ...fromJson(MeasureInput, row.body),
          updatedAt: row.updated_at,
          updatedBy: row.updated_by,
        }),
      ),
    setGate: (dossierId, { gateId, open, reason, secondPerson }, { atMs, by }) => {
      upsertGate.run(dossierId, gateId, open ? 1 : 0, reason, secondPerson, atMs, by);
    },
    gates: (dossierId) =>
      allGates.all(dossierId).map((row) =>
        GateRecord.parse({
          gateId: row.gate_id,
          open: row.is_open === 1,
          reason: row.reason,
          secondPerson: row.second_person,
          setAt: row.set_at,
          setBy: row.set_by,
        }),
      ),
  };
}
