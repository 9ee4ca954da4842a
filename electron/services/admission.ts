import { err, ok, type Result } from "../../shared/result.ts";
import type { Random } from "../ports.ts";
import { faultOf } from "../vault/fault.ts";
import { createTables, openCaseKeys, type Tables } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { CaseKeys, OpenVault } from "../vault/vault.ts";
import { admitOwnCases } from "./case-keys.ts";
import { oweKeyChange, payKeyChange } from "./owed-key-change.ts";

/** Somebody whose key opened the vault and who belongs to it. */
export interface Admitted {
  readonly tables: Tables;
  readonly person: Person;
  readonly cases: CaseKeys;
}

/**
 * Finds whose key has just opened the vault. A key that belongs to nobody, or to somebody who has been shut out, gets
 * `unknown-person`, and the vault is closed again. So the slot file and the list of people never disagree in anybody's
 * favour. Whoever is let in has the mirror of their public key brought up to date.
 */
export async function admit(
  vault: OpenVault,
  { passphrase, random }: { passphrase: string; random: Random },
): Promise<Result<Admitted, { readonly code: "unknown-person" }>> {
  const cases = openCaseKeys(vault, random);
  const tables = createTables(vault.db, cases);
  const person = tables.people.findForSlot(vault.slotId);
  if (person === undefined || person.revokedAt !== null) {
    vault.close();
    return err({ code: "unknown-person" });
  }
  await shutStrayKeys(vault, tables, passphrase);
  const current = withPublicKey(person, vault.self.publicKey);
  if (current !== person) saveIfPossible(vault, () => tables.people.save(current));
  await admitOwnCases({ vault, tables, cases }, current.id);
  return ok({ tables, person: current, cases });
}

/**
 * Shuts keys that neither a live person nor the recovery kit in force holds: a change of people or kits that stopped half-way
 * leaves one, and so does somebody who shut themselves out. The vault key changes too, also where only that was cut off, so
 * that an old copy of the slot file opens nothing new. What fails here is tried again at the next unlocking; such a key is
 * refused meanwhile.
 */
async function shutStrayKeys(vault: OpenVault, tables: Tables, passphrase: string): Promise<void> {
  const live = new Set(tables.people.list().flatMap((one) => (one.revokedAt === null ? [one.slotId] : [])));
  live.add(tables.recovery.findInForce()?.slotId ?? null);
  const strays = vault.slots().filter(({ slotId }) => !live.has(slotId));
  if (strays.length > 0) saveIfPossible(vault, () => oweKeyChange(tables));
  for (const { slotId } of strays) {
    const shut = await vault.revokeSlot({ current: passphrase, slotId });
    if (!shut.ok) return;
  }
  await payKeyChange({ vault, tables }, passphrase);
}

function withPublicKey(person: Person, publicKey: Uint8Array): Person {
  const isKnown = person.publicKey !== null && Buffer.from(person.publicKey).equals(publicKey);
  return isKnown ? person : { ...person, publicKey };
}

/** A vault on a full disk must still open for reading. */
function saveIfPossible(vault: OpenVault, work: () => void): void {
  try {
    vault.db.transaction(work);
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
