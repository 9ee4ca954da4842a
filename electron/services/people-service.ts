import { PersonId } from "../../shared/domain/ids.ts";
import type { PersonInput, PersonView } from "../../shared/domain/people.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { KdfParameters } from "../vault/vault.ts";
import { isLastReader } from "./case-keys.ts";
import { chooseKeyFile } from "./key-file.ts";
import { keyFingerprint } from "./key-fingerprint.ts";
import { newId } from "./new-id.ts";
import { oweKeyChange, payKeyChange } from "./owed-key-change.ts";
import type { PassphraseService, WeakPassphrase } from "./passphrase-service.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type Changed<C extends string = never> = Promise<Result<PersonView, NotPermitted | VaultFault | Refused<C>>>;
/** The administrator's passphrase, and what the key is to hang on. */
type NewKey = { readonly passphrase: string; readonly newPassphrase: string; readonly keyFile: boolean };
type OnePerson = { readonly personId: PersonId; readonly passphrase: string };

/** The people of the vault: who they are, what they may do, and whose key opens it. */
export interface PeopleService {
  list(): Result<{ people: PersonView[] }, Locked>;
  add(input: NewKey & { person: PersonInput }): Changed<"vault-full-of-people" | "file-unreadable">;
  giveKey(
    input: NewKey & { personId: PersonId },
  ): Changed<"unknown-person" | "vault-full-of-people" | "file-unreadable">;
  change(input: OnePerson & { person: PersonInput }): Changed<"unknown-person" | "last-administrator">;
  revoke(input: OnePerson): Changed<"unknown-person" | "last-administrator" | "last-reader">;
}

export interface PeopleServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Pick<Dialogs, "openFile">;
  readonly passphrases: Pick<PassphraseService, "refuseWeak">;
  readonly kdf?: KdfParameters | undefined;
  /** Called after the person at the keyboard has shut themselves out. */
  readonly lock: () => Promise<void>;
}

/** Slots a vault's slot file has room for; one is kept free for a recovery kit. */
const peopleLimit = 63;

export function createPeopleService(parts: PeopleServiceParts): PeopleService {
  return {
    list: () => {
      const open = parts.session.require();
      return open.ok ? ok({ people: open.value.tables.people.list().map(toView) }) : open;
    },
    add: (input) => add(parts, input),
    giveKey: (input) => giveKey(parts, input),
    change: (input) => change(parts, input),
    revoke: (input) => revoke(parts, input),
  };
}

function toView(person: Person): PersonView {
  const { id, displayName, unit, roles, addedAt, revokedAt, publicKey } = person;
  const hasKey = person.slotId !== null && revokedAt === null;
  return { id, displayName, unit, roles, addedAt, revokedAt, hasKey, keyFingerprint: keyFingerprint(publicKey) };
}

/** The open session of an administrator who has just proved to be at the keyboard. */
async function enterAgain(
  session: Session,
  passphrase: string,
): Promise<Result<OpenSession, NotPermitted | VaultFault>> {
  const entered = session.enter("manage-people");
  if (!entered.ok) return entered;
  const allowed = await entered.value.vault.verifyPassphrase(passphrase);
  return allowed.ok ? session.enter("manage-people") : allowed;
}

/** An administrator at the keyboard, a new passphrase that is good enough, and room for one more key. */
async function enterForKey(
  { session, passphrases }: PeopleServiceParts,
  asked: { passphrase: string; newPassphrase: string; hints: readonly string[] },
): Promise<Result<OpenSession, NotPermitted | VaultFault | WeakPassphrase | Refused<"vault-full-of-people">>> {
  const entered = session.enter("manage-people");
  if (!entered.ok) return entered;
  const strong = await passphrases.refuseWeak(asked.newPassphrase, asked.hints);
  if (!strong.ok) return strong;
  const again = await enterAgain(session, asked.passphrase);
  if (!again.ok) return again;
  return again.value.vault.slots().length < peopleLimit ? again : err({ code: "vault-full-of-people" });
}

/**
 * The person's row comes first and without a slot, then the slot, then the row names it. Stopped in between, the row says
 * that the person cannot unlock yet, and a slot that no row names opens nothing.
 */
async function add(
  parts: PeopleServiceParts,
  { person, ...key }: Parameters<PeopleService["add"]>[0],
): Changed<"vault-full-of-people" | "file-unreadable"> {
  const entered = await enterForKey(parts, { ...key, hints: [person.displayName] });
  if (!entered.ok) return entered;
  const chosen = await chooseKeyFile(parts.dialogs, key.keyFile);
  if (!chosen.ok) return chosen;
  const open = entered.value;
  const added: Person = {
    ...person,
    id: newId(PersonId, parts.random),
    slotId: null,
    publicKey: null,
    addedAt: Instant.parse(parts.clock.nowMs()),
    revokedAt: null,
  };
  open.write(() => {
    open.tables.people.add(added);
    open.note("person-added", null, { person: added.id, roles: added.roles.join(" ") });
  });
  return makeKey(parts, open, { ...key, person: added, keyFileHash: chosen.value });
}

async function giveKey(
  parts: PeopleServiceParts,
  { personId, ...key }: Parameters<PeopleService["giveKey"]>[0],
): Changed<"unknown-person" | "vault-full-of-people" | "file-unreadable"> {
  const entered = await enterForKey(parts, { ...key, hints: [] });
  if (!entered.ok) return entered;
  const open = entered.value;
  const person = findLive(open, personId);
  // Whoever has a key keeps it: nobody can be given another one behind their back and be acted for.
  if (person === undefined || person.slotId !== null) return err({ code: "unknown-person" });
  const chosen = await chooseKeyFile(parts.dialogs, key.keyFile);
  return chosen.ok ? makeKey(parts, open, { ...key, person, keyFileHash: chosen.value }) : chosen;
}

async function makeKey(
  { kdf }: PeopleServiceParts,
  open: OpenSession,
  asked: NewKey & { readonly person: Person; readonly keyFileHash: Uint8Array | undefined },
): Changed {
  const { person, keyFileHash } = asked;
  const secret = { passphrase: asked.newPassphrase, keyFileHash };
  const slot = await open.vault
    .addSlot({ current: asked.passphrase, ...secret, ...(kdf === undefined ? {} : { kdf }) })
    .finally(() => keyFileHash?.fill(0));
  if (!slot.ok) return slot;
  const keyed = { ...person, slotId: slot.value.slotId, publicKey: slot.value.publicKey };
  open.write(() => {
    open.tables.people.save(keyed);
    open.note("person-changed", null, { person: person.id, key: true });
  });
  return ok(toView(keyed));
}

async function change(
  { session }: PeopleServiceParts,
  { personId, person, passphrase }: Parameters<PeopleService["change"]>[0],
): Changed<"unknown-person" | "last-administrator"> {
  const entered = await enterAgain(session, passphrase);
  if (!entered.ok) return entered;
  const open = entered.value;
  const before = findLive(open, personId);
  if (before === undefined) return err({ code: "unknown-person" });
  const after: Person = { ...before, ...person };
  if (!keepsAdministrator(open, after)) return err({ code: "last-administrator" });
  open.write(() => {
    open.tables.people.save(after);
    open.note("person-changed", null, { person: personId, roles: after.roles.join(" ") });
  });
  if (personId === open.person.id) session.replacePerson(after);
  return ok(toView(after));
}

/**
 * The row is closed first, then the slot: a key whose person is shut out opens nothing even when the machine stops in
 * between, and is shut by the next unlocking.
 */
async function revoke(
  { session, clock, lock }: PeopleServiceParts,
  { personId, passphrase }: OnePerson,
): Changed<"unknown-person" | "last-administrator" | "last-reader"> {
  const entered = await enterAgain(session, passphrase);
  if (!entered.ok) return entered;
  const open = entered.value;
  const before = findLive(open, personId);
  if (before === undefined) return err({ code: "unknown-person" });
  const after: Person = { ...before, revokedAt: Instant.parse(clock.nowMs()) };
  if (!keepsAdministrator(open, after)) return err({ code: "last-administrator" });
  if (isLastReader(open.tables, personId)) return err({ code: "last-reader" });
  open.write(() => {
    open.tables.people.save(after);
    open.tables.people.dropAccess(personId);
    open.note("person-revoked", null, { person: personId });
  });
  if (personId === open.person.id) {
    // One's own key cannot change the vault's once it is shut; the next person to unlock shuts it and changes the vault's.
    await lock();
    return ok(toView(after));
  }
  const shut = await shutKey(open, { slotId: before.slotId, passphrase });
  return shut.ok ? ok(toView(after)) : shut;
}

/** Shuts a slot and changes the vault key, so that whoever kept an old copy of the slot file opens nothing new with it. */
async function shutKey(
  open: OpenSession,
  { slotId, passphrase }: { slotId: string | null; passphrase: string },
): Promise<Result<undefined, VaultFault>> {
  if (slotId === null) return ok(undefined);
  open.write(() => oweKeyChange(open.tables));
  const shut = await open.vault.revokeSlot({ current: passphrase, slotId });
  if (!shut.ok) return shut;
  const rotated = await payKeyChange(open, passphrase);
  if (rotated.ok) open.write(() => open.note("vault-key-rotated", null));
  return rotated;
}

function findLive(open: OpenSession, id: PersonId): Person | undefined {
  const person = open.tables.people.find(id);
  return person?.revokedAt === null ? person : undefined;
}

/** Whether somebody who can unlock would still be administrator after this change. */
function keepsAdministrator(open: OpenSession, changed: Person): boolean {
  return open.tables.people
    .list()
    .map((person) => (person.id === changed.id ? changed : person))
    .some((person) => person.revokedAt === null && person.slotId !== null && person.roles.includes("administrator"));
}
