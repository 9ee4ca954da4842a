import type { z } from "zod";
import type { CaseAccess, Reader } from "../../shared/contract/calls/access.ts";
import type { DossierId, PersonId } from "../../shared/domain/ids.ts";
import { rightsOf } from "../../shared/domain/people.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import { faultOf, type VaultFault } from "../vault/fault.ts";
import type { CaseKeyCopy } from "../vault/tables/access-table.ts";
import { openCaseKeys } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { CaseKeys } from "../vault/vault.ts";
import { findCaseKey, type Holder, kitHolders, wrapForAll } from "./case-keys.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import { leaveOutOfIndex } from "./search/index-keeper.ts";
import type { OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type View = z.input<typeof CaseAccess>;
type Changed<C extends string, V = View> = Promise<Result<V, EntryRefusal | VaultFault | Refused<C>>>;
type OfCase = { readonly dossierId: DossierId };
type Proved = OfCase & { readonly passphrase: string };
type OfReader = Proved & { readonly personId: PersonId };

/**
 * Restricted cases: who is named, and with that who holds the key. A named reader who may work on the case names others;
 * nobody is let in by their office alone.
 */
export interface AccessService {
  readers(input: OfCase): Result<View, EntryRefusal>;
  restrict(input: Proved & { readers: readonly PersonId[] }): Changed<"unknown-person" | "case-restricted">;
  open(input: Proved): Changed<"case-not-restricted">;
  grant(input: OfReader): Changed<"unknown-person" | "case-not-restricted">;
  /** Null when the person at the keyboard has withdrawn themselves: the case is gone for them. */
  withdraw(input: OfReader): Changed<"unknown-person" | "last-reader" | "case-not-restricted", View | null>;
}

export interface AccessServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createAccessService(parts: AccessServiceParts): AccessService {
  return {
    readers: ({ dossierId }) => {
      const entered = enterCase(parts.session, "read-cases", dossierId);
      return entered.ok ? ok(viewOf(entered.value.open, dossierId)) : entered;
    },
    restrict: (input) => restrict(parts, input),
    open: (input) => openAgain(parts, input),
    grant: (input) => grant(parts, input),
    withdraw: (input) => withdraw(parts, input),
  };
}

async function restrict(
  parts: AccessServiceParts,
  { dossierId, readers, passphrase }: Proved & { readers: readonly PersonId[] },
): Changed<"unknown-person" | "case-restricted"> {
  const entered = await enterAgain(parts.session, { dossierId, passphrase });
  if (!entered.ok) return entered;
  const open = entered.value;
  if (open.cases.isRestricted(dossierId)) return err({ code: "case-restricted" });
  const named = [...new Set([open.person.id, ...readers])].map((id) => findHolder(open, id));
  if (named.some((holder) => holder === undefined)) return err({ code: "unknown-person" });
  const holders = named.filter((holder) => holder !== undefined);
  return withNewKey(parts, open, { dossierId, holders }, (copies, to) => {
    open.tables.access.mark(dossierId, "named");
    open.tables.access.reseal(dossierId, { from: open.cases, to });
    leaveOutOfIndex(open, dossierId);
    for (const copy of copies) open.tables.access.add(copy);
    open.note("access-restricted", dossierId, { readers: holders.length });
    return viewOf;
  });
}

async function openAgain(parts: AccessServiceParts, { dossierId, passphrase }: Proved): Changed<"case-not-restricted"> {
  const entered = await enterAgain(parts.session, { dossierId, passphrase });
  if (!entered.ok) return entered;
  const open = entered.value;
  if (!open.cases.isRestricted(dossierId)) return err({ code: "case-not-restricted" });
  const to = openCaseKeys(open.vault, parts.random);
  to.free(dossierId);
  open.write(() => {
    open.note("access-opened", dossierId);
    open.tables.access.reseal(dossierId, { from: open.cases, to });
    for (const copy of open.tables.access.copiesOf(dossierId)) open.tables.access.drop(dossierId, copy.holder);
    open.tables.access.mark(dossierId, "office");
  });
  open.cases.free(dossierId);
  parts.onChange(dossierId);
  return ok(viewOf(open, dossierId));
}

async function grant(
  parts: AccessServiceParts,
  { dossierId, personId, passphrase }: OfReader,
): Changed<"unknown-person" | "case-not-restricted"> {
  const entered = await enterAgain(parts.session, { dossierId, passphrase });
  if (!entered.ok) return entered;
  const open = entered.value;
  if (!open.cases.isRestricted(dossierId)) return err({ code: "case-not-restricted" });
  const holder = findHolder(open, personId);
  if (holder === undefined) return err({ code: "unknown-person" });
  const caseKey = await findCaseKey(open, { dossierId, personId: open.person.id });
  if (caseKey === undefined) return err({ code: "unknown-dossier" });
  const copies = await wrapForAll(open.vault, { dossierId, caseKey }, [holder]);
  caseKey.fill(0);
  const stamp = { grantedAt: parts.clock.nowMs(), grantedBy: open.person.id };
  open.write(() => {
    for (const copy of copies) open.tables.access.add({ ...copy, ...stamp });
    open.note("access-granted", dossierId, { person: personId });
  });
  return ok(viewOf(open, dossierId));
}

/** The rest get a new key, so that a copy of the old one opens nothing that is in the vault from now on. */
async function withdraw(
  parts: AccessServiceParts,
  { dossierId, personId, passphrase }: OfReader,
): Changed<"unknown-person" | "last-reader" | "case-not-restricted", View | null> {
  const entered = await enterAgain(parts.session, { dossierId, passphrase });
  if (!entered.ok) return entered;
  const open = entered.value;
  if (!open.cases.isRestricted(dossierId)) return err({ code: "case-not-restricted" });
  const before = open.tables.access.copiesOf(dossierId);
  if (!before.some((copy) => copy.holder === personId)) return err({ code: "unknown-person" });
  const rest = before.flatMap((copy) => (copy.holder === personId ? [] : (findHolder(open, copy.holder) ?? [])));
  if (!rest.some((holder) => holder.managesCases)) return err({ code: "last-reader" });
  const isSelf = personId === open.person.id;
  return withNewKey(parts, open, { dossierId, holders: rest, isShutAfter: isSelf }, (copies, to) => {
    const since = new Map(before.map((copy) => [copy.holder, copy]));
    open.tables.access.reseal(dossierId, { from: open.cases, to });
    for (const copy of before) open.tables.access.drop(dossierId, copy.holder);
    for (const copy of copies) open.tables.access.add({ ...copy, ...stampOf(since.get(copy.holder)) });
    open.note("access-withdrawn", dossierId, { person: personId });
    return isSelf ? () => null : viewOf;
  });
}

function stampOf(copy: CaseKeyCopy | undefined): Partial<Pick<CaseKeyCopy, "grantedAt" | "grantedBy">> {
  return copy === undefined ? {} : { grantedAt: copy.grantedAt, grantedBy: copy.grantedBy };
}

interface Rekeying {
  readonly dossierId: DossierId;
  readonly holders: readonly Holder[];
  /** The person at the keyboard is not among the holders. */
  readonly isShutAfter?: boolean;
}

/**
 * Makes a key, wraps it for the holders and every recovery kit, and runs `work` in one transaction. The session's own keys
 * follow only after the commit: killed at any instant, the case is as it was or as it is to be.
 */
async function withNewKey<V>(
  parts: AccessServiceParts,
  open: OpenSession,
  { dossierId, holders, isShutAfter = false }: Rekeying,
  work: (copies: readonly CaseKeyCopy[], to: CaseKeys) => (open: OpenSession, dossierId: DossierId) => V,
): Promise<Result<V, Refused<"vault-locked">>> {
  const to = openCaseKeys(open.vault, parts.random);
  const caseKey = to.newKey();
  try {
    const wrapped = await wrapForAll(open.vault, { dossierId, caseKey }, [...holders, ...kitHolders(open.tables)]);
    // The vault may have been locked while keys were wrapped.
    if (parts.session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
    const stamp = { grantedAt: parts.clock.nowMs(), grantedBy: open.person.id };
    to.admit(dossierId, caseKey);
    const view = open.write(() =>
      work(
        wrapped.map((copy) => ({ ...copy, ...stamp })),
        to,
      ),
    );
    if (isShutAfter) open.cases.shut(dossierId);
    else open.cases.admit(dossierId, caseKey);
    forgetEarlierPages(open);
    parts.onChange(dossierId);
    return ok(view(open, dossierId));
  } finally {
    to.wipe();
    caseKey.fill(0);
  }
}

/**
 * Pages as they were before lie in the log until it is emptied, and in the copy a migration set aside: neither may outlast
 * the change. What the disk refuses now is done when the vault closes.
 */
function forgetEarlierPages({ vault }: OpenSession): void {
  try {
    vault.db.checkpoint();
    vault.discardSetAsideCopies();
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

/** The open session of somebody who may work on the case and has just proved to be at the keyboard. */
async function enterAgain(
  session: Session,
  { dossierId, passphrase }: Proved,
): Promise<Result<OpenSession, EntryRefusal | VaultFault>> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const proved = await entered.value.open.vault.verifyPassphrase(passphrase);
  if (!proved.ok) return proved;
  const again = enterCase(session, "work-on-cases", dossierId);
  return again.ok ? ok(again.value.open) : again;
}

interface PersonHolder extends Holder {
  /** Whether the person may name readers themselves. */
  readonly managesCases: boolean;
}

/** A live person with a right to cases and a known key; administrators without such a right are not among them. */
function findHolder(open: OpenSession, id: string): PersonHolder | undefined {
  const person = open.tables.people.list().find((one) => one.id === id);
  if (person?.publicKey === null || person === undefined || !mayRead(person)) return undefined;
  const managesCases = rightsOf(person.roles).includes("work-on-cases");
  return { holder: person.id, publicKey: person.publicKey, managesCases };
}

function mayRead(person: Person): boolean {
  return person.revokedAt === null && rightsOf(person.roles).includes("read-cases");
}

function viewOf(open: OpenSession, dossierId: DossierId): View {
  const since = new Map(open.tables.access.copiesOf(dossierId).map((copy) => [copy.holder, copy.grantedAt]));
  const people = open.tables.people.list().filter((person) => person.revokedAt === null);
  const toReader = (person: Person): Reader => ({
    personId: person.id,
    displayName: person.displayName,
    roles: person.roles,
    since: since.has(person.id) ? Instant.parse(since.get(person.id)) : null,
    self: person.id === open.person.id,
  });
  const able = people.filter((person) => mayRead(person) && !since.has(person.id));
  return {
    restricted: open.cases.isRestricted(dossierId),
    readers: people.filter((person) => since.has(person.id)).map(toReader),
    candidates: able.filter((person) => person.publicKey !== null && person.id !== open.person.id).map(toReader),
    withoutKey: able.filter((person) => person.publicKey === null).map((person) => person.displayName),
    recoverable: kitHolders(open.tables).length > 0,
  };
}
