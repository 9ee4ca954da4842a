import type { HistoryOrigin, HistoryPlace, KeptState } from "../../../shared/domain/history.ts";
import { HistoryOrigin as Origin } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** One state to keep; a null body says that the part was taken away. */
export interface HistoryWrite {
  readonly dossierId: DossierId;
  readonly place: HistoryPlace;
  readonly rowId: string;
  readonly body: unknown;
  readonly reason: string;
  readonly origin: HistoryOrigin;
  readonly atMs: number;
  readonly byId: string | null;
  readonly byName: string | null;
}

/** Which part of which case. */
export type PartOfCase = Pick<HistoryWrite, "dossierId" | "place" | "rowId">;

/** Every state that the parts of each case went through; append-only. Answers have a history of their own. */
export interface HistoryTable {
  add(state: HistoryWrite): void;
  has(part: PartOfCase): boolean;
  /** How many states the case has kept so far. */
  count(dossierId: DossierId): number;
  /** Every kept state of the case, or of one place in it, in the order of writing. */
  list(dossierId: DossierId, place?: HistoryPlace): KeptState[];
  /** When something was kept; reads no bodies. */
  times(dossierId: DossierId): number[];
  /** The states of one part, in the order of writing. */
  of(part: PartOfCase): KeptState[];
}

interface Row {
  readonly dossier_id: string;
  readonly place: string;
  readonly row_id: string;
  readonly number: number;
  readonly body: string | null;
  readonly reason: string;
  readonly origin: string;
  readonly at: number;
  readonly by_id: string | null;
  readonly by_name: string | null;
}

function toState(row: Row): KeptState {
  return {
    number: row.number,
    place: row.place,
    rowId: row.row_id,
    body: row.body === null ? null : anyJson(row.body),
    reason: row.reason,
    origin: Origin.parse(row.origin),
    at: Instant.parse(row.at),
    byId: row.by_id,
    byName: row.by_name,
  };
}

export function createHistoryTable(db: Database, seals: CaseSeals): HistoryTable {
  const rows = sealedRows(seals, sealedTables.caseHistory);
  const next = db.prepare<[string], { n: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS n FROM case_history WHERE dossier_id = ?",
  );
  const insert = db.prepare<[Row]>(
    `INSERT INTO case_history (dossier_id, place, row_id, number, body, reason, origin, at, by_id, by_name)
     VALUES (@dossier_id, @place, @row_id, @number, @body, @reason, @origin, @at, @by_id, @by_name)`,
  );
  const any = db.prepare<[string, string, string], { one: number }>(
    "SELECT 1 AS one FROM case_history WHERE dossier_id = ? AND place = ? AND row_id = ? LIMIT 1",
  );
  const part = db.prepare<[string, string, string], Row>(
    "SELECT * FROM case_history WHERE dossier_id = ? AND place = ? AND row_id = ? ORDER BY number",
  );
  const all = db.prepare<[string], Row>("SELECT * FROM case_history WHERE dossier_id = ? ORDER BY number");
  const times = db.prepare<[string], { at: number }>("SELECT DISTINCT at FROM case_history WHERE dossier_id = ?");
  const ofPlace = db.prepare<[string, string], Row>(
    "SELECT * FROM case_history WHERE dossier_id = ? AND place = ? ORDER BY number",
  );
  const keyOf = ({ dossierId, place, rowId }: PartOfCase): [string, string, string] => [
    dossierId,
    place,
    rows.sought(dossierId, "row_id", rowId),
  ];
  return {
    add: ({ dossierId, place, rowId, body, reason, origin, atMs, byId, byName }) => {
      const row: Row = {
        dossier_id: dossierId,
        place,
        row_id: rowId,
        number: next.get(dossierId)?.n ?? 1,
        body: body === null ? null : toJson(body),
        reason,
        origin,
        at: atMs,
        by_id: byId,
        by_name: byName,
      };
      insert.run(rows.close(dossierId, row));
    },
    count: (dossierId) => (next.get(dossierId)?.n ?? 1) - 1,
    has: (one) => any.get(...keyOf(one)) !== undefined,
    list: (dossierId, place) =>
      (place === undefined ? all.all(dossierId) : ofPlace.all(dossierId, place)).map((row) =>
        toState(rows.open(dossierId, row)),
      ),
    times: (dossierId) => times.all(dossierId).map((row) => row.at),
    of: (one) => part.all(...keyOf(one)).map((row) => toState(rows.open(one.dossierId, row))),
  };
}
