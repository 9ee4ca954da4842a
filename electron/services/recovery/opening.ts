import type { PersonId } from "../../../shared/domain/ids.ts";
import type { RecoverablePerson } from "../../../shared/domain/recovery.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock, Random } from "../../ports.ts";
import type { VaultFault } from "../../vault/fault.ts";
import { createTables, openCaseKeys, type Tables } from "../../vault/tables/all.ts";
import type { Person } from "../../vault/tables/person-table.ts";
import type { StoredKit } from "../../vault/tables/recovery-table.ts";
import type { AddedSlot, KdfParameters, OpenVault, Vaults } from "../../vault/vault.ts";
import { keyFingerprint } from "../key-fingerprint.ts";
import { oweKeyChange, payKeyChange } from "../owed-key-change.ts";
import type { PassphraseService, WeakPassphrase } from "../passphrase-service.ts";
import type { VaultPlaces } from "../vault-places.ts";
import { type QuorumFault, readQuorum } from "./quorum.ts";

type Refused<C extends string> = { readonly code: C };

/** `recovery-refused`: no recovery is under way. */
type RestoreRefusal = "unknown-person" | "vault-full-of-people" | "recovery-refused";

/** What a restored person is told. */
export interface Restored {
  readonly displayName: string;
  /** Restricted cases opened to the new key, and those whose key the kit does not hold. */
  readonly casesOpened: number;
  readonly casesLeft: number;
}

/**
 * A locked vault opened by a quorum of sheets, to give one person a new key. It is no session: no service sees it, and all
 * that can be done with it are the calls below.
 */
export interface RecoveryOpening {
  open(request: {
    vaultId: string;
    shares: readonly string[];
  }): Promise<Result<{ people: RecoverablePerson[] }, VaultFault | QuorumFault | Refused<"recovery-refused">>>;
  restore(request: {
    personId: PersonId;
    passphrase: string;
  }): Promise<Result<Restored, VaultFault | WeakPassphrase | Refused<RestoreRefusal>>>;
  /** Closes the vault again, if a recovery holds it open. */
  leave(): void;
}

/** What a recovery works with. */
export interface RecoveryOpeningParts {
  readonly vaults: Vaults;
  readonly places: VaultPlaces;
  readonly passphrases: Pick<PassphraseService, "refuseWeak">;
  readonly clock: Clock;
  readonly random: Random;
  readonly kdf?: KdfParameters | undefined;
  /** Locks whatever vault is open; a recovery begins from the lock page. */
  readonly lock: () => Promise<void>;
  /** Told after the vault is closed again, so that the process that held its keys can end. */
  readonly onClosed: () => void;
}

/** How long a recovery may lie open without being finished, in milliseconds. */
const openLimitMs = 15 * 60_000;

/** The place under which case keys are wrapped for their holders. */
const caseKeyPlace = (dossierId: string) => ({ purpose: "case-key", id: dossierId });

/** Slots a vault's slot file has room for. */
const slotLimit = 64;

interface Opened {
  readonly vault: OpenVault;
  readonly tables: Tables;
  readonly kit: StoredKit;
  /** The passphrase of the kit's slot, needed again for each change of the lock. */
  readonly secret: string;
  readonly sharesUsed: number;
}

export function createRecoveryOpening(parts: RecoveryOpeningParts): RecoveryOpening {
  let opened: Opened | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    clearTimeout(timer);
    if (opened === undefined) return;
    const { vault } = opened;
    opened = undefined;
    vault.close();
    parts.onClosed();
  }

  return {
    leave,
    open: async ({ vaultId, shares }) => {
      leave();
      const place = parts.places.find(vaultId);
      if (place === undefined) return err({ code: "vault-absent" });
      const quorum = await readQuorum(shares);
      if (!quorum.ok) return quorum;
      await parts.lock();
      const found = await openByKit(parts, { folder: place.folder, ...quorum.value });
      if (!found.ok) return found;
      opened = found.value;
      timer = setTimeout(leave, openLimitMs).unref();
      return ok({ people: livePeople(opened.tables).map(toView) });
    },
    restore: async ({ personId, passphrase }) => {
      if (opened === undefined) return err({ code: "recovery-refused" });
      const person = livePeople(opened.tables).find(({ id }) => id === personId);
      if (person === undefined) return err({ code: "unknown-person" });
      const strong = await parts.passphrases.refuseWeak(passphrase, [person.displayName]);
      if (!strong.ok) return strong;
      const restored = await restore(parts, opened, { person, passphrase });
      if (restored.ok) leave();
      return restored;
    },
  };
}

function livePeople(tables: Tables): Person[] {
  return tables.people.list().filter(({ revokedAt }) => revokedAt === null);
}

function toView({ id, displayName, unit }: Person): RecoverablePerson {
  return { personId: id, displayName, unit };
}

/** Opens the vault, and closes it again unless the sheets are those of the kit in force. */
async function openByKit(
  { vaults, random }: RecoveryOpeningParts,
  request: {
    readonly folder: string;
    readonly kitId: string;
    readonly passphrase: string;
    readonly sharesUsed: number;
  },
): Promise<Result<Opened, VaultFault | Refused<"recovery-refused">>> {
  const { folder, kitId, passphrase, sharesUsed } = request;
  const vault = await vaults.open({ folder, passphrase, onlyKind: "recovery" });
  if (!vault.ok) return vault.error.code === "wrong-passphrase" ? err({ code: "recovery-refused" }) : vault;
  const tables = createTables(vault.value.db, openCaseKeys(vault.value, random));
  const kit = tables.recovery.findInForce();
  if (kit !== undefined && kit.slotId === vault.value.slotId && kit.id === kitId)
    return ok({ vault: vault.value, tables, kit, secret: passphrase, sharesUsed });
  vault.value.close();
  return err({ code: "recovery-refused" });
}

/**
 * The slot first, then everything that names it in one transaction, then the old slot goes. Stopped before the transaction,
 * nothing has changed but for a key that belongs to nobody; stopped after it, the old key belongs to nobody. Such keys open
 * nothing and are shut by the next unlocking (`admission.ts`).
 */
async function restore(
  parts: RecoveryOpeningParts,
  opened: Opened,
  { person, passphrase }: { readonly person: Person; readonly passphrase: string },
): Promise<Result<Restored, VaultFault | Refused<"vault-full-of-people">>> {
  const { vault, secret } = opened;
  if (vault.slots().length >= slotLimit) return err({ code: "vault-full-of-people" });
  const slot = await vault.addSlot({
    current: secret,
    passphrase,
    ...(parts.kdf === undefined ? {} : { kdf: parts.kdf }),
  });
  if (!slot.ok) return slot;
  const cases = await rewrapCases(opened, person.id, slot.value);
  const oldSlot = vault.slots().find(({ slotId }) => slotId === person.slotId)?.slotId;
  vault.db.transaction(() =>
    record(parts, opened, { person, slot: slot.value, cases, hadSlot: oldSlot !== undefined }),
  );
  if (oldSlot !== undefined) {
    const shut = await vault.revokeSlot({ current: secret, slotId: oldSlot });
    if (!shut.ok) return shut;
    // An old copy of the slot file with the old passphrase shall open nothing new. Should this fail, the old key is shut all
    // the same, and the next unlocking changes the vault key.
    await payKeyChange(opened, secret);
  }
  // The slot file goes on naming the last signed end of the trail: a quorum has no name to sign a later one with, and an end
  // without a signature would be reported as one whose signature is missing.
  return ok({ displayName: person.displayName, casesOpened: cases.copies.length, casesLeft: cases.left });
}

interface Rewrapped {
  readonly copies: readonly { readonly dossierId: string; readonly wrappedKey: Uint8Array }[];
  /** Cases whose key the kit does not hold: restricted before the kit was made, and no reader has unlocked since. */
  readonly left: number;
}

async function rewrapCases({ vault, tables, kit }: Opened, personId: PersonId, slot: AddedSlot): Promise<Rewrapped> {
  const copies: { dossierId: string; wrappedKey: Uint8Array }[] = [];
  const held = tables.recovery.caseCopies(personId, kit.slotId);
  for (const { dossierId, wrappedForKit } of held) {
    const place = caseKeyPlace(dossierId);
    const caseKey = wrappedForKit === null ? undefined : await vault.self.unwrap(place, wrappedForKit);
    if (caseKey === undefined) continue;
    try {
      copies.push({ dossierId, wrappedKey: await vault.wrapFor(slot.publicKey, place, caseKey) });
    } finally {
      caseKey.fill(0);
    }
  }
  return { copies, left: held.length - copies.length };
}

function record(
  { clock }: RecoveryOpeningParts,
  { tables, kit, sharesUsed }: Opened,
  change: {
    readonly person: Person;
    readonly slot: AddedSlot;
    readonly cases: Rewrapped;
    readonly hadSlot: boolean;
  },
): void {
  const { person, slot, cases } = change;
  tables.people.save({ ...person, slotId: slot.slotId, publicKey: slot.publicKey });
  for (const { dossierId, wrappedKey } of cases.copies)
    tables.recovery.replaceCaseCopy({ dossierId, personId: person.id, wrappedKey });
  tables.identities.retire(person.id);
  tables.recovery.forgetSealedKeys(person.id);
  if (change.hadSlot) oweKeyChange(tables);
  tables.audit.append({
    atMs: clock.nowMs(),
    // A quorum has no name. The line says for whom it acted, and with which kit's key.
    actor: person.displayName,
    actorId: person.id,
    actorKey: keyFingerprint(kit.publicKey),
    kind: "recovery-used",
    dossierId: null,
    details: { kit: kit.id, shares: sharesUsed, person: person.id, cases: cases.copies.length },
  });
}
