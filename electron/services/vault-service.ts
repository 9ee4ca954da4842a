import { dirname } from "node:path";
import type { KnownVault, VaultStatus } from "../../shared/contract/calls/vault.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { rightsOf } from "../../shared/domain/people.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { noteFailedAttempt } from "../vault/attempts-file.ts";
import { faultOf, type VaultFault } from "../vault/fault.ts";
import { createTables, openCaseKeys } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { KdfParameters, OpenVault, Vaults } from "../vault/vault.ts";
import { type Admitted, admit } from "./admission.ts";
import { settleKitCopies } from "./case-keys.ts";
import { guardOldIdentities } from "./identity-service.ts";
import { chooseKeyFile, type KeyFileRefusal, makeKeyFile } from "./key-file.ts";
import { newId } from "./new-id.ts";
import type { PassphraseService } from "./passphrase-service.ts";
import type { OpenSession, Session } from "./session.ts";
import { settingNames } from "./settings-service.ts";
import { noteUnlocking } from "./trail-watch.ts";
import { folderName, isPresent, type VaultPlace, type VaultPlaces } from "./vault-places.ts";

type OpenRefusal = VaultFault;

/** Makes, finds, opens and locks vaults. */
export interface VaultService {
  status(): Promise<VaultStatus>;
  create(input: {
    place: "default" | "choose";
    personName: string;
    officeName: string;
    passphrase: string;
    keyFile: boolean;
  }): Promise<Result<VaultStatus, OpenRefusal | KeyFileRefusal>>;
  find(): Promise<Result<{ vaultId: string }, OpenRefusal>>;
  unlock(input: {
    vaultId: string;
    passphrase: string;
    keyFile: boolean;
  }): Promise<Result<VaultStatus, OpenRefusal | KeyFileRefusal | { readonly code: "unknown-person" }>>;
  /** Writes a new key file to where the person says; nothing of any vault changes. */
  makeKeyFile(): Promise<Result<Nothing, OpenRefusal>>;
  lock(): Promise<void>;
  changePassphrase(input: { current: string; next: string }): Promise<Result<Nothing, OpenRefusal>>;
}

/** What the vault service works with. `onState` is told after every change between open and locked. */
export interface VaultServiceParts {
  readonly vaults: Vaults;
  readonly places: VaultPlaces;
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly random: Random;
  readonly passphrases: Pick<PassphraseService, "refuseWeak">;
  readonly kdf?: KdfParameters | undefined;
  readonly onState: (state: "open" | "locked") => void;
}

export function createVaultService(parts: VaultServiceParts): VaultService {
  const { vaults, places, session, dialogs, clock, passphrases, onState } = parts;
  const status = (): Promise<VaultStatus> => describe(parts);

  function begin(vault: OpenVault, { folder, ...admitted }: Admitted & { folder: string }): OpenSession {
    const open = session.begin({ ...admitted, vault });
    places.remember(vault.vaultId, folder, clock.nowMs());
    places.rememberSlot(vault.vaultId, vault.slotId);
    noteUnlocking(open, places, clock.nowMs());
    sweepOrphans(vault, open.tables.evidence.objectIds());
    onState("open");
    return open;
  }

  async function lock(): Promise<void> {
    const open = session.current();
    if (open === undefined) return;
    try {
      if (open.vault.isOpen) noteLocking(parts, open);
    } finally {
      session.end();
      open.vault.close();
      onState("locked");
    }
  }

  return {
    status,
    lock,
    makeKeyFile: () => makeKeyFile(parts),
    create: async ({ place, personName, officeName, passphrase, keyFile }) => {
      const strong = await passphrases.refuseWeak(passphrase, [personName, officeName]);
      if (!strong.ok) return strong;
      const folder = place === "default" ? places.defaultFolder() : await dialogs.openFolder("new-vault-folder");
      if (folder === undefined) return err({ code: "cancelled" });
      const chosen = await chooseKeyFile(dialogs, keyFile);
      if (!chosen.ok) return chosen;
      await lock();
      const made = await makeVault(parts, { folder, passphrase, keyFileHash: chosen.value });
      if (!made.ok) return made;
      const founder = firstEntries(parts, made.value, { personName, officeName });
      begin(made.value, { ...founder, folder });
      return ok(await status());
    },
    find: async () => {
      const folder = await dialogs.openFolder("vault-folder");
      if (folder === undefined) return err({ code: "cancelled" });
      const found = await inspectNear(vaults, folder);
      if (!found.ok) return found;
      places.remember(found.value.vaultId, found.value.folder, null);
      return ok({ vaultId: found.value.vaultId });
    },
    unlock: async ({ vaultId, passphrase, keyFile }) => {
      const place = places.find(vaultId);
      if (place === undefined) return err({ code: "vault-absent" });
      const chosen = await chooseKeyFile(dialogs, keyFile);
      if (!chosen.ok) return chosen;
      await lock();
      const opened = await openPlace(parts, place, { passphrase, keyFileHash: chosen.value });
      if (!opened.ok) return opened;
      const { vault, admitted } = opened.value;
      const open = begin(vault, { ...withOwnKey(vault, admitted), folder: place.folder });
      await guardOldIdentities(open, passphrase);
      await settleKitCopies(open, clock.nowMs());
      return ok(await status());
    },
    changePassphrase: (input) => changePassphrase(parts, input),
  };
}

async function changePassphrase(
  { session, passphrases }: VaultServiceParts,
  { current, next }: { current: string; next: string },
): Promise<Result<Nothing, OpenRefusal>> {
  const open = session.require();
  if (!open.ok) return open;
  const strong = await passphrases.refuseWeak(next, [open.value.person.displayName]);
  if (!strong.ok) return strong;
  const changed = await open.value.vault.changePassphrase({ current, next });
  if (!changed.ok) return changed;
  open.value.write(() => open.value.note("passphrase-changed", null));
  return ok({});
}

/** What opens a slot; the hash is wiped by whoever it is handed to. */
interface SlotSecret {
  readonly passphrase: string;
  readonly keyFileHash: Uint8Array | undefined;
}

async function makeVault(
  { vaults, kdf }: VaultServiceParts,
  { folder, passphrase, keyFileHash }: SlotSecret & { readonly folder: string },
): Promise<Result<OpenVault, OpenRefusal>> {
  try {
    return await vaults.create({ folder, passphrase, keyFileHash, ...(kdf === undefined ? {} : { kdf }) });
  } finally {
    keyFileHash?.fill(0);
  }
}

async function openSlot(
  { vaults }: VaultServiceParts,
  place: VaultPlace,
  { passphrase, keyFileHash }: SlotSecret,
): Promise<Result<OpenVault, OpenRefusal>> {
  try {
    return await vaults.open({ folder: place.folder, passphrase, keyFileHash, preferSlots: place.recentSlots });
  } finally {
    keyFileHash?.fill(0);
  }
}

/** Opens the vault in a known place, the slots last used here first, and finds whose key it was. */
async function openPlace(
  parts: VaultServiceParts,
  place: VaultPlace,
  secret: SlotSecret,
): Promise<Result<{ vault: OpenVault; admitted: Admitted }, OpenRefusal | { readonly code: "unknown-person" }>> {
  const opened = await openSlot(parts, place, secret);
  if (!opened.ok) {
    // A key that does not fit leaves a trace in the folder: nobody is in who could write into the trail.
    if (opened.error.code === "wrong-passphrase") noteFailedAttempt(place.folder, parts.clock.nowMs());
    return opened;
  }
  const admitted = await admit(opened.value, { passphrase: secret.passphrase, random: parts.random });
  return admitted.ok ? ok({ vault: opened.value, admitted: admitted.value }) : admitted;
}

/**
 * The list of people holds everybody's public key, so that others can wrap for them. Whoever unlocks brings the true one: it
 * hangs on their passphrase alone. It is missing after the upgrade from a vault of one person.
 */
function withOwnKey(vault: OpenVault, admitted: Admitted): Admitted {
  const { person, tables } = admitted;
  const { publicKey } = vault.self;
  if (person.publicKey !== null && Buffer.compare(person.publicKey, publicKey) === 0) return admitted;
  const keyed = { ...person, publicKey };
  ifPossible(() => vault.db.transaction(() => tables.people.save(keyed)));
  return { ...admitted, person: keyed };
}

/**
 * Leaves a trace of locking, signs the end of the trail and has this machine remember it, where the disk lets us: locking
 * must never fail for want of a line in the trail.
 */
function noteLocking({ places, clock }: VaultServiceParts, open: OpenSession): void {
  ifPossible(() => {
    open.write(() => open.note("vault-locked", null));
    open.checkpoint();
    // While the trail contradicts what was noted here, the note is the evidence.
    if (open.watch.notice !== undefined) return;
    const { count, head } = open.tables.audit.head();
    places.noteTrail(open.vault.vaultId, { count, head, atMs: clock.nowMs() });
  });
}

/** Lets a disk refuse: opening and locking go on without what was to be written. */
function ifPossible(write: () => void): void {
  try {
    write();
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

/** Writes the first person, the office's name and the first link of the trail. */
function firstEntries(
  { clock, random }: VaultServiceParts,
  vault: OpenVault,
  names: { personName: string; officeName: string },
): Admitted {
  const cases = openCaseKeys(vault, random);
  const tables = createTables(vault.db, cases);
  const atMs = clock.nowMs();
  const person: Person = {
    id: newId(PersonId, random),
    slotId: vault.slotId,
    displayName: names.personName,
    unit: "",
    // Whoever makes a vault keeps house in it and may work; a decision still takes a second person.
    roles: ["reviewer", "administrator"],
    publicKey: vault.self.publicKey,
    addedAt: Instant.parse(atMs),
    revokedAt: null,
  };
  vault.db.transaction(() => {
    tables.people.add(person);
    tables.settings.put(settingNames.officeName, JSON.stringify(names.officeName));
    tables.audit.append({
      atMs,
      actor: person.displayName,
      actorId: person.id,
      actorKey: tables.checkpoints.actorKeyOf(person.id),
      kind: "vault-created",
      dossierId: null,
      details: {},
    });
  });
  return { tables, person, cases };
}

// A crash between an object's rename and its row's commit leaves a file that no row names. It is of no use to anybody.
function sweepOrphans(vault: OpenVault, known: ReadonlySet<string>): void {
  void vault.objects.sweep(known).catch(() => undefined);
}

/** A person may point at the vault folder or at a file's folder one level below; both find the vault. */
async function inspectNear(
  vaults: Vaults,
  folder: string,
): Promise<Result<{ vaultId: string; folder: string }, OpenRefusal>> {
  const here = await vaults.inspect(folder);
  if (here.ok) return ok({ vaultId: here.value.vaultId, folder });
  if (here.error.code !== "vault-absent") return here;
  const above = await vaults.inspect(dirname(folder));
  return above.ok ? ok({ vaultId: above.value.vaultId, folder: dirname(folder) }) : here;
}

async function describe({ vaults, places, session }: VaultServiceParts): Promise<VaultStatus> {
  const open = session.current();
  const known = await Promise.all(places.list().map((place) => describePlace(vaults, place)));
  return {
    state: open === undefined ? "locked" : "open",
    vaults: known,
    openVaultId: open?.vault.vaultId ?? null,
    personName: open?.person.displayName ?? null,
    personId: open?.person.id ?? null,
    roles: open?.person.roles ?? [],
    rights: rightsOf(open?.person.roles ?? []),
    trailNotice: open?.watch.notice ?? null,
    officeName: open === undefined ? null : readOfficeName(open.tables.settings.find(settingNames.officeName)),
  };
}

function readOfficeName(stored: string | undefined): string {
  return stored === undefined ? "" : String(JSON.parse(stored));
}

async function describePlace(vaults: Vaults, place: VaultPlace): Promise<KnownVault> {
  const facts = isPresent(place) ? await vaults.inspect(place.folder, place.recentSlots) : undefined;
  return {
    vaultId: place.vaultId,
    folderName: folderName(place),
    lastOpenedAt: place.lastOpenedAt === null ? null : Instant.parse(place.lastOpenedAt),
    lastBackupAt: place.lastBackupAt === null ? null : Instant.parse(place.lastBackupAt),
    present: facts?.ok === true,
    kdfEstimateMs: facts?.ok === true ? facts.value.kdfEstimateMs : null,
  };
}
