import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { resealCase } from "./reseal-case.ts";

/** One holder's copy of the key of a restricted case. */
export interface CaseKeyCopy {
  readonly dossierId: string;
  /** A person's id, or `recoveryHolder` of a recovery kit's slot. */
  readonly holder: string;
  /** The case key, wrapped for the holder's public key. */
  readonly wrappedKey: Uint8Array;
  readonly grantedAt: number;
  readonly grantedBy: string;
}

/** Whose copy of a case key the recovery kit with this slot opens. */
export function recoveryHolder(slotId: string): string {
  return `recovery:${slotId}`;
}

/** A recovery kit that has not been retired. */
export interface KitKey {
  readonly slotId: string;
  readonly publicKey: Uint8Array;
}

/** Which cases are restricted, and who holds their keys. */
export interface AccessTable {
  /** Ids of every restricted case of the vault. */
  restricted(): string[];
  /** Everybody who holds the key of this case, in the order in which they got it. */
  copiesOf(dossierId: string): CaseKeyCopy[];
  heldBy(holder: string): CaseKeyCopy[];
  add(copy: CaseKeyCopy): void;
  drop(dossierId: string, holder: string): void;
  /**
   * Writes everything the case holds anew: as `from` reads it and as `to` stores it. Inside the transaction that also says
   * who holds the key; the caller's seals follow after the commit.
   */
  reseal(dossierId: string, change: { readonly from: CaseSeals; readonly to: CaseSeals }): void;
  /** Marks the case as restricted, or as the whole office's. */
  mark(dossierId: string, access: "office" | "named"): void;
  kits(): KitKey[];
}

interface CopyRow {
  readonly dossier_id: string;
  readonly holder: string;
  readonly wrapped_key: Uint8Array;
  readonly granted_at: number;
  readonly granted_by: string;
}

function toCopy(row: CopyRow): CaseKeyCopy {
  return {
    dossierId: row.dossier_id,
    holder: row.holder,
    wrappedKey: row.wrapped_key,
    grantedAt: row.granted_at,
    grantedBy: row.granted_by,
  };
}

export function createAccessTable(db: Database): AccessTable {
  const restricted = db.prepare<[], { id: string }>("SELECT id FROM dossier WHERE access <> 'office'");
  const ofCase = db.prepare<[string], CopyRow>(
    "SELECT * FROM dossier_access WHERE dossier_id = ? ORDER BY granted_at, holder",
  );
  const ofHolder = db.prepare<[string], CopyRow>("SELECT * FROM dossier_access WHERE holder = ?");
  const insert = db.prepare<[CopyRow]>(
    `INSERT INTO dossier_access (dossier_id, holder, wrapped_key, granted_at, granted_by)
     VALUES (@dossier_id, @holder, @wrapped_key, @granted_at, @granted_by)
     ON CONFLICT (dossier_id, holder) DO UPDATE SET wrapped_key = excluded.wrapped_key`,
  );
  const remove = db.prepare<[string, string]>("DELETE FROM dossier_access WHERE dossier_id = ? AND holder = ?");
  const mark = db.prepare<[string, string]>("UPDATE dossier SET access = ? WHERE id = ?");
  const kits = db.prepare<[], { slot_id: string; public_key: Uint8Array }>(
    "SELECT slot_id, public_key FROM recovery_kit WHERE retired_at IS NULL",
  );
  return {
    restricted: () => restricted.all().map((row) => row.id),
    copiesOf: (dossierId) => ofCase.all(dossierId).map(toCopy),
    heldBy: (holder) => ofHolder.all(holder).map(toCopy),
    add: ({ dossierId, holder, wrappedKey, grantedAt, grantedBy }) => {
      insert.run({
        dossier_id: dossierId,
        holder,
        wrapped_key: wrappedKey,
        granted_at: grantedAt,
        granted_by: grantedBy,
      });
    },
    drop: (dossierId, holder) => {
      remove.run(dossierId, holder);
    },
    reseal: (dossierId, change) => resealCase(db, dossierId, change),
    mark: (dossierId, access) => {
      mark.run(access, dossierId);
    },
    kits: () => kits.all().map((row) => ({ slotId: row.slot_id, publicKey: row.public_key })),
  };
}
