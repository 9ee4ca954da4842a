import { z } from "zod";
import { GateId } from "../../../shared/domain/content/vocabulary.ts";
import { type MeasureInput, MeasureTaken } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

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
  /** The gate is as nobody had set it; answers whether somebody had. */
  unsetGate(dossierId: DossierId, gateId: GateId): boolean;
  gates(dossierId: DossierId): GateRecord[];
}

interface MeasureRow {
  readonly dossier_id: string;
  readonly measure_id: string;
  readonly status: string;
  readonly body: string;
  readonly updated_at: number;
  readonly updated_by: string;
}

interface GateRow {
  readonly dossier_id: string;
  readonly gate_id: string;
  /** "open" or "shut". */
  readonly setting: string;
  readonly reason: string;
  readonly second_person: string;
  readonly set_at: number;
  readonly set_by: string;
}

/** Sealed ids have no order of their own. */
function sorted<T>(rows: readonly T[], idOf: (row: T) => string): T[] {
  return rows.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

export function createMeasureTable(db: Database, seals: CaseSeals): MeasureTable {
  const rows = sealedRows(seals, sealedTables.measure);
  const gateRows = sealedRows(seals, sealedTables.gate);
  const upsert = db.prepare<[MeasureRow]>(
    `INSERT INTO measure (dossier_id, measure_id, status, body, updated_at, updated_by)
     VALUES (@dossier_id, @measure_id, @status, @body, @updated_at, @updated_by)
     ON CONFLICT (dossier_id, measure_id) DO UPDATE SET status = excluded.status, body = excluded.body,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
  );
  const drop = db.prepare<[string, string]>("DELETE FROM measure WHERE dossier_id = ? AND measure_id = ?");
  const all = db.prepare<[string], MeasureRow>("SELECT * FROM measure WHERE dossier_id = ?");
  const upsertGate = db.prepare<[GateRow]>(
    `INSERT INTO gate (dossier_id, gate_id, setting, reason, second_person, set_at, set_by)
     VALUES (@dossier_id, @gate_id, @setting, @reason, @second_person, @set_at, @set_by)
     ON CONFLICT (dossier_id, gate_id) DO UPDATE SET setting = excluded.setting, reason = excluded.reason,
       second_person = excluded.second_person, set_at = excluded.set_at, set_by = excluded.set_by`,
  );
  const dropGate = db.prepare<[string, string]>("DELETE FROM gate WHERE dossier_id = ? AND gate_id = ?");
  const allGates = db.prepare<[string], GateRow>("SELECT * FROM gate WHERE dossier_id = ?");
  return {
    put: (dossierId, measure, { atMs, by }) => {
      const row: MeasureRow = {
        dossier_id: dossierId,
        measure_id: measure.measureId,
        status: measure.status,
        body: toJson(measure),
        updated_at: atMs,
        updated_by: by,
      };
      upsert.run(rows.close(dossierId, row));
    },
    remove: (dossierId, measureId) => drop.run(dossierId, rows.sought(dossierId, "measure_id", measureId)).changes > 0,
    list: (dossierId) =>
      sorted(
        all.all(dossierId).map((row) => rows.open(dossierId, row)),
        (row) => row.measure_id,
      ).map((row) =>
        MeasureTaken.parse({
          ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
          updatedAt: row.updated_at,
          updatedBy: row.updated_by,
        }),
      ),
    setGate: (dossierId, { gateId, open, reason, secondPerson }, { atMs, by }) => {
      const row: GateRow = {
        dossier_id: dossierId,
        gate_id: gateId,
        setting: open ? "open" : "shut",
        reason,
        second_person: secondPerson,
        set_at: atMs,
        set_by: by,
      };
      upsertGate.run(gateRows.close(dossierId, row));
    },
    unsetGate: (dossierId, gateId) =>
      dropGate.run(dossierId, gateRows.sought(dossierId, "gate_id", gateId)).changes > 0,
    gates: (dossierId) =>
      sorted(
        allGates.all(dossierId).map((row) => gateRows.open(dossierId, row)),
        (row) => row.gate_id,
      ).map((row) =>
        GateRecord.parse({
          gateId: row.gate_id,
          open: row.setting === "open",
          reason: row.reason,
          secondPerson: row.second_person,
          setAt: row.set_at,
          setBy: row.set_by,
        }),
      ),
  };
}
