import type { PersonId } from "../../../shared/domain/ids.ts";
import { Rehearsal } from "../../../shared/domain/recovery.ts";
import type { Database } from "../database.ts";

/** A recovery kit: which slot its sheets open, and how many of them. */
export interface StoredKit {
  /** Eight hex digits. */
  readonly id: string;
  readonly slotId: string;
  readonly threshold: number;
  readonly count: number;
  /** The slot's public key, 65 bytes: what case keys are wrapped for. */
  readonly publicKey: Uint8Array;
  readonly madeAtMs: number;
  readonly madeBy: string;
}

/** A restricted case and its key as wrapped for the kit; null when the kit holds no copy. */
export interface CaseCopy {
  readonly dossierId: string;
  readonly wrappedForKit: Uint8Array | null;
}

/** Recovery kits and their rehearsals. One kit is in force at a time; earlier ones stay on record. */
export interface RecoveryTable {
  /** Puts a kit in force and retires every other, inside the caller's transaction. */
  enforce(kit: StoredKit): void;
  findInForce(): StoredKit | undefined;
  /** Whether a kit of this number was ever in force. */
  isKnown(kitId: string): boolean;
  addRehearsal(kitId: string, rehearsal: Rehearsal): void;
  /** Latest first. */
  rehearsals(kitId: string): Rehearsal[];
  /** The restricted cases this person is named in, each with the copy of its key that the kit's slot opens. */
  caseCopies(personId: PersonId, kitSlotId: string): CaseCopy[];
  /** Puts a copy for a person's new key in the place of the one for the lost key. */
  replaceCaseCopy(copy: { dossierId: string; personId: PersonId; wrappedKey: Uint8Array }): void;
  /** Takes away what was sealed under a person's lost key and can be made anew: the key that signs the trail. */
  forgetSealedKeys(personId: PersonId): void;
}

interface KitRow {
  readonly id: string;
  readonly slot_id: string;
  readonly threshold: number;
  readonly shares: number;
  readonly public_key: Uint8Array;
  readonly made_at: number;
  readonly made_by: string;
}

interface RehearsalRow {
  readonly at: number;
  readonly by_name: string;
  readonly outcome: string;
  readonly shares_used: number;
}

function toKit(row: KitRow): StoredKit {
  return {
    id: row.id,
    slotId: row.slot_id,
    threshold: row.threshold,
    count: row.shares,
    publicKey: row.public_key,
    madeAtMs: row.made_at,
    madeBy: row.made_by,
  };
}

export function createRecoveryTable(db: Database): RecoveryTable {
  const retire = db.prepare<[number]>("UPDATE recovery_kit SET retired_at = ? WHERE retired_at IS NULL");
  const insert = db.prepare<[KitRow]>(
    `INSERT INTO recovery_kit (id, slot_id, threshold, shares, public_key, made_at, made_by)
     VALUES (@id, @slot_id, @threshold, @shares, @public_key, @made_at, @made_by)`,
  );
  const inForce = db.prepare<[], KitRow>("SELECT * FROM recovery_kit WHERE retired_at IS NULL ORDER BY made_at DESC");
  const known = db.prepare<[string], { id: string }>("SELECT id FROM recovery_kit WHERE id = ?");
  const rehearse = db.prepare<[RehearsalRow & { kit_id: string }]>(
    `INSERT INTO recovery_rehearsal (kit_id, number, at, by_name, outcome, shares_used)
     SELECT @kit_id, COALESCE(MAX(number), 0) + 1, @at, @by_name, @outcome, @shares_used
     FROM recovery_rehearsal WHERE kit_id = @kit_id`,
  );
  const ofKit = db.prepare<[string], RehearsalRow>(
    "SELECT at, by_name, outcome, shares_used FROM recovery_rehearsal WHERE kit_id = ? ORDER BY number DESC",
  );
  const copies = db.prepare<[string, string], { dossier_id: string; wrapped_key: Uint8Array | null }>(
    `SELECT own.dossier_id, kit.wrapped_key FROM dossier_access own
     LEFT JOIN dossier_access kit ON kit.dossier_id = own.dossier_id AND kit.holder = 'recovery:' || ?
     WHERE own.holder = ? ORDER BY own.dossier_id`,
  );
  const replaceCopy = db.prepare<[Uint8Array, string, string]>(
    "UPDATE dossier_access SET wrapped_key = ? WHERE dossier_id = ? AND holder = ?",
  );
  const forget = db.prepare<[string]>(
    "UPDATE person SET trail_public_key = NULL, sealed_trail_key = NULL WHERE id = ?",
  );
  return {
    enforce: (kit) => {
      retire.run(kit.madeAtMs);
      insert.run({
        id: kit.id,
        slot_id: kit.slotId,
        threshold: kit.threshold,
        shares: kit.count,
        public_key: kit.publicKey,
        made_at: kit.madeAtMs,
        made_by: kit.madeBy,
      });
    },
    findInForce: () => {
      const row = inForce.get();
      return row === undefined ? undefined : toKit(row);
    },
    isKnown: (kitId) => known.get(kitId) !== undefined,
    addRehearsal: (kitId, { at, byName, outcome, sharesUsed }) => {
      rehearse.run({ kit_id: kitId, at, by_name: byName, outcome, shares_used: sharesUsed });
    },
    rehearsals: (kitId) =>
      ofKit.all(kitId).map((row) =>
        Rehearsal.parse({
          at: row.at,
          byName: row.by_name,
          outcome: row.outcome,
          sharesUsed: row.shares_used,
        }),
      ),
    caseCopies: (personId, kitSlotId) =>
      copies.all(kitSlotId, personId).map((row) => ({ dossierId: row.dossier_id, wrappedForKit: row.wrapped_key })),
    replaceCaseCopy: ({ dossierId, personId, wrappedKey }) => {
      replaceCopy.run(wrappedKey, dossierId, personId);
    },
    forgetSealedKeys: (personId) => {
      forget.run(personId);
    },
  };
}
