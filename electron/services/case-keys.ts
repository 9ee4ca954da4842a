import { rightsOf } from "../../shared/domain/people.ts";
import { faultOf } from "../vault/fault.ts";
import { type CaseKeyCopy, recoveryHolder } from "../vault/tables/access-table.ts";
import type { Tables } from "../vault/tables/all.ts";
import type { CaseKeys, OpenVault } from "../vault/vault.ts";
import type { OpenSession } from "./session.ts";

type Opened = Pick<OpenSession, "vault" | "tables">;

/** A case key's place: it opens for this case alone. */
export function caseKeyPlace(dossierId: string): { readonly purpose: string; readonly id: string } {
  return { purpose: "case-key", id: dossierId };
}

/** Somebody a case key is to be wrapped for. */
export interface Holder {
  readonly holder: string;
  readonly publicKey: Uint8Array;
}

/** Whether some restricted case would be left without a person who may work on it, and without a recovery kit. */
export function isLastReader({ access, people }: Tables, personId: string): boolean {
  const able = new Set(
    people
      .list()
      .filter(
        ({ id, revokedAt, roles }) =>
          id !== personId && revokedAt === null && rightsOf(roles).includes("work-on-cases"),
      )
      .map((person): string => person.id),
  );
  for (const kit of access.kits()) able.add(recoveryHolder(kit.slotId));
  return access
    .heldBy(personId)
    .some(({ dossierId }) => !access.copiesOf(dossierId).some((copy) => able.has(copy.holder)));
}

/** The recovery kits in force; each holds a copy of every case key. */
export function kitHolders(tables: Tables): Holder[] {
  return tables.access.kits().map(({ slotId, publicKey }) => ({ holder: recoveryHolder(slotId), publicKey }));
}

/** The key wrapped for each of these. `caseKey` stays with the caller. */
export async function wrapForAll(
  vault: OpenVault,
  { dossierId, caseKey }: { readonly dossierId: string; readonly caseKey: Uint8Array },
  holders: readonly Holder[],
): Promise<Pick<CaseKeyCopy, "dossierId" | "holder" | "wrappedKey">[]> {
  return Promise.all(
    holders.map(async ({ holder, publicKey }) => ({
      dossierId,
      holder,
      wrappedKey: await vault.wrapFor(publicKey, caseKeyPlace(dossierId), caseKey),
    })),
  );
}

/**
 * Opens every case key wrapped for this person, or for the recovery kit this session came in by, and admits the cases. A copy
 * that does not open leaves its case shut. Leaves storage errors to the caller.
 */
export async function admitOwnCases(opened: Opened & { readonly cases: CaseKeys }, personId: string): Promise<void> {
  const { vault, tables, cases } = opened;
  const copies = [...tables.access.heldBy(personId), ...tables.access.heldBy(recoveryHolder(vault.slotId))];
  for (const copy of copies) {
    if (!cases.isShut(copy.dossierId)) continue;
    const caseKey = await vault.self.unwrap(caseKeyPlace(copy.dossierId), copy.wrappedKey);
    if (caseKey === undefined) continue;
    cases.admit(copy.dossierId, caseKey);
    caseKey.fill(0);
  }
}

/** The raw key of a case this session reads, to be wiped by the caller. */
export async function findCaseKey(
  { vault, tables }: Opened,
  { dossierId, personId }: { readonly dossierId: string; readonly personId: string },
): Promise<Uint8Array | undefined> {
  const holders = [personId, recoveryHolder(vault.slotId)];
  for (const copy of tables.access.copiesOf(dossierId).filter((one) => holders.includes(one.holder))) {
    const caseKey = await vault.self.unwrap(caseKeyPlace(dossierId), copy.wrappedKey);
    if (caseKey !== undefined) return caseKey;
  }
  return undefined;
}

/**
 * Wraps the keys this session holds for a holder that lacks them: a recovery kit made after a case was restricted, or a person
 * whose key is a new one. Answers in how many cases. `which` says whose copies to renew; left out, every case read here.
 */
async function shareOwnCases(
  open: OpenSession,
  { atMs, ...holder }: Holder & { readonly atMs: number },
  which: (dossierId: string) => boolean = () => true,
): Promise<number> {
  const { vault, tables, person } = open;
  const copies: Pick<CaseKeyCopy, "dossierId" | "holder" | "wrappedKey">[] = [];
  for (const dossierId of open.cases.readable().filter(which)) {
    const caseKey = await findCaseKey(open, { dossierId, personId: person.id });
    if (caseKey === undefined) continue;
    copies.push(...(await wrapForAll(vault, { dossierId, caseKey }, [holder])));
    caseKey.fill(0);
  }
  if (copies.length === 0) return 0;
  open.write(() => {
    for (const copy of copies) tables.access.add({ ...copy, grantedAt: atMs, grantedBy: person.id });
  });
  return copies.length;
}

/**
 * Gives kits that were made meanwhile their copies. After unlocking; a full disk must not keep
 * anybody out, so what cannot be written now is written another day.
 */
export async function settleKitCopies(open: OpenSession, atMs: number): Promise<void> {
  try {
    for (const kit of kitHolders(open.tables)) {
      const held = new Set(open.tables.access.heldBy(kit.holder).map((copy) => copy.dossierId));
      await shareOwnCases(open, { ...kit, atMs }, (dossierId) => !held.has(dossierId));
    }
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
