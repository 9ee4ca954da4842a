import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { CaseUpgrade } from "../../../shared/domain/office-template.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Which versions of its checklist a case has been on, and which answers wait to be looked at again. */
export interface CaseUpgradeTable {
  /** Latest first. */
  list(dossierId: DossierId): CaseUpgrade[];
  add(dossierId: DossierId, upgrade: Omit<CaseUpgrade, "number">): CaseUpgrade;
  /** Writes down which answers have been looked at again. */
  setSeen(dossierId: DossierId, upgrade: CaseUpgrade, seen: readonly ItemId[]): CaseUpgrade;
}

interface Row {
  readonly dossier_id: string;
  readonly number: number;
  readonly from_hash: string;
  readonly to_hash: string;
  readonly body: string;
  readonly at: number;
  readonly by: string;
}

function toUpgrade(row: Row): CaseUpgrade {
  const body = anyJson(row.body);
  return CaseUpgrade.parse({
    // Safe: the schema checks every field of the parsed document.
    ...(body as object),
    number: row.number,
    fromHash: row.from_hash,
    toHash: row.to_hash,
    at: row.at,
    by: row.by,
  });
}

export function createCaseUpgradeTable(db: Database, seals: CaseSeals): CaseUpgradeTable {
  const rows = sealedRows(seals, sealedTables.caseUpgrade);
  const all = db.prepare<[string], Row>("SELECT * FROM case_upgrade WHERE dossier_id = ? ORDER BY number DESC");
  const insert = db.prepare<[Row]>(
    `INSERT INTO case_upgrade (dossier_id, number, from_hash, to_hash, body, at, by)
     VALUES (@dossier_id, @number, @from_hash, @to_hash, @body, @at, @by)`,
  );
  const update = db.prepare<[string, string, number]>(
    "UPDATE case_upgrade SET body = ? WHERE dossier_id = ? AND number = ?",
  );
  const count = db.prepare<[string], { n: number }>("SELECT count(*) AS n FROM case_upgrade WHERE dossier_id = ?");
  const toRow = (dossierId: DossierId, one: CaseUpgrade): Row => ({
    dossier_id: dossierId,
    number: one.number,
    from_hash: one.fromHash,
    to_hash: one.toHash,
    body: toJson({ lookAgain: one.lookAgain, seen: one.seen }),
    at: one.at,
    by: one.by,
  });
  return {
    list: (dossierId) => all.all(dossierId).map((row) => toUpgrade(rows.open(dossierId, row))),
    add: (dossierId, upgrade) => {
      const whole = { ...upgrade, number: (count.get(dossierId)?.n ?? 0) + 1 };
      insert.run(rows.close(dossierId, toRow(dossierId, whole)));
      return whole;
    },
    setSeen: (dossierId, upgrade, seen) => {
      const next = { ...upgrade, seen: [...seen] };
      update.run(rows.close(dossierId, toRow(dossierId, next)).body, dossierId, upgrade.number);
      return next;
    },
  };
}
