import { err, ok, type Result } from "../../shared/result.ts";
import type { Random } from "../ports.ts";
import type { CaseKeys } from "../vault/crypto/case-seals.ts";
import { createTables, openCaseKeys, type Tables } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { OpenVault } from "../vault/vault.ts";

/** Somebody whose key opened the vault and who belongs to it. */
export interface Admitted {
  readonly tables: Tables;
  readonly person: Person;
  readonly cases: CaseKeys;
}

/**
 * Finds whose key has just opened the vault. A key that belongs to nobody, or to somebody who has been shut out, gets
 * `unknown-person` and the vault is closed again. A change of people that stopped half-way leaves such keys; they are shut
 * now, with the passphrase that opened this one. So the slot file and the list of people never disagree in anybody's favour.
 */
export async function admit(
  vault: OpenVault,
  { passphrase, random }: { passphrase: string; random: Random },
): Promise<Result<Admitted, { readonly code: "unknown-person" }>> {
  const cases = openCaseKeys(vault, random);
  const tables = createTables(vault.db, cases);
  const person = tables.people.findForSlot(vault.slotId);
  const isAdmitted = person !== undefined && person.revokedAt === null;
  const live = new Set(tables.people.list().flatMap((one) => (one.revokedAt === null ? [one.slotId] : [])));
  const strays = vault.slots().filter((slot) => slot.kind !== "recovery" && !live.has(slot.slotId));
  for (const { slotId } of strays) {
    // The last slot is never shut, or nobody would come in again.
    if (vault.slots().length > 1) await vault.revokeSlot({ current: passphrase, slotId });
  }
  if (isAdmitted) return ok({ tables, person, cases });
  vault.close();
  return err({ code: "unknown-person" });
}
