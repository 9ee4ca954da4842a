import { err, ok, type Result } from "../../../shared/result.ts";
import { StorageError } from "../fault.ts";
import { type KdfParameters, maxSlots, type SlotKind, type SlotMetadata, sizes } from "../format.ts";
import { type KeySlot, type SlotFile, slotAssociatedData } from "../format-2.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm, encryptGcm } from "./gcm.ts";
import { sealTo } from "./hpke.ts";
import { encodeSecret, type Kdf, type SlotSecret } from "./kdf.ts";
import { derivePersonKeys, type PersonKeys, publicKeyOf } from "./person-key.ts";
import { randomBytes, randomId } from "./random-bytes.ts";

/** The key everything hangs on, and the one that is to take its place while a rotation is under way. 32 bytes each. */
export interface VaultKeys {
  readonly current: Buffer;
  readonly next: Buffer | undefined;
}

/** A slot that opened. */
export interface OpenedSlot {
  readonly slotId: string;
  /** 32 bytes; the caller wipes it with `wipeOpened`. */
  readonly personKey: Buffer;
  readonly personKeys: PersonKeys;
  readonly vaultKeys: VaultKeys;
}

/** What to put into a new or replaced slot. */
export interface SlotRequest {
  readonly vaultId: string;
  readonly vaultKeys: VaultKeys;
  readonly secret: SlotSecret;
  readonly kdf: KdfParameters;
  readonly kind?: SlotKind | undefined;
  /** Kept when a passphrase changes; left out, both are drawn afresh. */
  readonly keep?: { readonly slotId: string; readonly personKey: Uint8Array } | undefined;
}

/** Which slots to try: one alone, or all with some first. */
export interface SlotChoice {
  readonly only?: string | undefined;
  /** Slots of this kind alone. */
  readonly kind?: SlotKind | undefined;
  /** Ids, the most likely first; the others follow in the file's order. */
  readonly first?: readonly string[] | undefined;
}

/** Gives one person a way to the vault key, and takes it. Both take as long as the key derivation. */
export interface KeySlots {
  /** `weak-passphrase` when the passphrase is empty, too long or not well-formed text. Throws `kdf-out-of-memory`. */
  make(request: SlotRequest): Promise<Result<KeySlot, "weak-passphrase">>;
  /**
   * Tries the slots that fit the kind of secret. `wrong-passphrase` when none opens. Throws `kdf-out-of-memory`, and
   * `vault-damaged` when a slot opens but holds somebody else's public key. Does not look at the file's MAC.
   */
  open(file: SlotFile, secret: SlotSecret, choice?: SlotChoice): Promise<Result<OpenedSlot, "wrong-passphrase">>;
}

export function createKeySlots(ports: { readonly random: VaultRandom; readonly kdf: Kdf }): KeySlots {
  return {
    make: async (request) => {
      const input = encodeSecret(request.secret);
      if (input === undefined) return err("weak-passphrase");
      const slot = {
        id: request.keep?.slotId ?? randomId(ports.random),
        kind: request.kind ?? kindFor(request.secret),
        kdf: request.kdf,
        salt: randomBytes(ports.random, sizes.salt),
      };
      const personKey =
        request.keep === undefined ? randomBytes(ports.random, sizes.key) : Buffer.from(request.keep.personKey);
      const slotKey = await ports.kdf.derive(input, slot.salt, slot.kdf);
      try {
        const { vaultId, vaultKeys } = request;
        return ok(await closeSlot({ slot, slotKey, personKey, vaultId, vaultKeys, random: ports.random }));
      } finally {
        slotKey.fill(0);
        personKey.fill(0);
      }
    },
    open: async (file, secret, choice = {}) => {
      for (const slot of inOrder(file.slots, choice)) {
        if (!fits(slot.kind, secret) || (choice.kind ?? slot.kind) !== slot.kind) continue;
        const opened = await openSlot({ kdf: ports.kdf, vaultId: file.vaultId, slot, secret });
        if (opened !== undefined) return ok(opened);
      }
      return err("wrong-passphrase");
    },
  };
}

/** The slots to try, and in which order. */
export function inOrder<S extends { readonly id: string }>(slots: readonly S[], choice: SlotChoice): readonly S[] {
  if (choice.only !== undefined) return slots.filter(({ id }) => id === choice.only);
  const likely = (choice.first ?? []).flatMap((id) => slots.filter((slot) => slot.id === id));
  return [...new Set([...likely, ...slots])];
}

/** A key file opens slots made with one and no others. */
export function fits(kind: SlotKind, secret: SlotSecret): boolean {
  return (kind === "passphrase-and-key-file") === (secret.keyFileHash !== undefined);
}

function kindFor(secret: SlotSecret): SlotKind {
  return secret.keyFileHash === undefined ? "passphrase" : "passphrase-and-key-file";
}

/** Everything a slot is made of once its key is derived. The keys stay with the caller. */
export interface SlotContents {
  readonly slot: SlotMetadata;
  readonly slotKey: Uint8Array;
  readonly personKey: Uint8Array;
  readonly vaultId: string;
  readonly vaultKeys: VaultKeys;
  readonly random: VaultRandom;
}

/** Wraps the person key under the slot key and seals the vault key to the person. */
export async function closeSlot(contents: SlotContents): Promise<KeySlot> {
  const { slot, slotKey, personKey, vaultId, vaultKeys, random } = contents;
  const nonce = randomBytes(random, sizes.nonce);
  const associatedData = slotAssociatedData(vaultId, slot);
  const wrappedKey = encryptGcm({ key: slotKey, nonce, associatedData }, personKey);
  const publicKey = await publicKeyOf(personKey, vaultId);
  return { ...slot, nonce, wrappedKey, publicKey, ...(await sealKeys({ vaultId, slot, publicKey }, vaultKeys)) };
}

/** The same slot with other vault keys inside. Nobody's passphrase is needed for it. */
export async function resealed(slot: KeySlot, vaultId: string, vaultKeys: VaultKeys): Promise<KeySlot> {
  return { ...slot, ...(await sealKeys({ vaultId, slot, publicKey: slot.publicKey }, vaultKeys)) };
}

interface SealedPlace {
  readonly vaultId: string;
  readonly slot: SlotMetadata;
  readonly publicKey: Uint8Array;
}

async function sealKeys(
  place: SealedPlace,
  { current, next }: VaultKeys,
): Promise<Pick<KeySlot, "encapsulation" | "sealedKeys">> {
  const body = Buffer.concat([current, next ?? Buffer.alloc(sizes.key)]);
  try {
    const { encapsulation, sealed } = await sealTo(place.publicKey, sealingContext(place), body);
    return { encapsulation, sealedKeys: sealed };
  } finally {
    body.fill(0);
  }
}

const sealingInfo = Buffer.from("kura v2 slot", "latin1");

function sealingContext({ vaultId, slot, publicKey }: SealedPlace) {
  const associatedData = Uint8Array.from(Buffer.concat([slotAssociatedData(vaultId, slot), publicKey]));
  return { info: sealingInfo, associatedData };
}

async function openSlot(options: {
  readonly kdf: Kdf;
  readonly vaultId: string;
  readonly slot: KeySlot;
  readonly secret: SlotSecret;
}): Promise<OpenedSlot | undefined> {
  const { kdf, vaultId, slot, secret } = options;
  const input = encodeSecret(secret);
  if (input === undefined) return undefined;
  const key = await kdf.derive(input, slot.salt, slot.kdf);
  try {
    const associatedData = slotAssociatedData(vaultId, slot);
    const personKey = decryptGcm({ key, nonce: slot.nonce, associatedData }, slot.wrappedKey);
    return personKey === undefined ? undefined : await openPerson({ vaultId, slot, personKey });
  } finally {
    key.fill(0);
  }
}

async function openPerson(options: {
  readonly vaultId: string;
  readonly slot: KeySlot;
  readonly personKey: Buffer;
}): Promise<OpenedSlot> {
  const { vaultId, slot, personKey } = options;
  const personKeys = await derivePersonKeys(personKey, vaultId);
  try {
    // Somebody who holds the vault key could put their own point here and be given what is wrapped for this person.
    if (Buffer.compare(personKeys.publicKey, slot.publicKey) !== 0)
      throw new StorageError("vault-damaged", "slot-public-key");
    const message = { encapsulation: slot.encapsulation, sealed: slot.sealedKeys };
    const context = sealingContext({ vaultId, slot, publicKey: slot.publicKey });
    const body = await personKeys.open(context, message);
    if (body?.length !== 2 * sizes.key) throw new StorageError("vault-damaged", "slot-sealed-keys");
    return { slotId: slot.id, personKey, personKeys, vaultKeys: splitKeys(body) };
  } catch (error) {
    personKey.fill(0);
    personKeys.personalSeal.fill(0);
    throw error;
  }
}

function splitKeys(body: Uint8Array): VaultKeys {
  const current = Buffer.from(body.subarray(0, sizes.key));
  const next = Buffer.from(body.subarray(sizes.key));
  body.fill(0);
  return { current, next: next.every((byte) => byte === 0) ? undefined : next };
}

/** Overwrites what an opened slot gave, except what a session keeps of its person. */
export function wipeOpened({ personKey, vaultKeys }: OpenedSlot): void {
  for (const key of [personKey, vaultKeys.current, vaultKeys.next]) key?.fill(0);
}

/** The file with one slot more and the next generation. Throws when it is full or the id is taken. */
export function withSlot(file: SlotFile, slot: KeySlot): SlotFile {
  if (file.slots.length >= maxSlots) throw new Error("the slot file is full");
  if (file.slots.some(({ id }) => id === slot.id)) throw new Error("the slot id is taken");
  return withSlots(file, [...file.slots, slot]);
}

/** The file without the named slot. Throws when there is no such slot or it is the last: nobody could open the vault again. */
export function withoutSlot(file: SlotFile, slotId: string): SlotFile {
  const slots = file.slots.filter(({ id }) => id !== slotId);
  if (slots.length !== file.slots.length - 1) throw new Error("no such slot");
  if (slots.length === 0) throw new Error("the last slot cannot be revoked");
  return withSlots(file, slots);
}

/** The file with the slot of the same id put in its place. Throws when there is no such slot. */
export function withSlotReplaced(file: SlotFile, slot: KeySlot): SlotFile {
  if (!file.slots.some(({ id }) => id === slot.id)) throw new Error("no such slot");
  return withSlots(
    file,
    file.slots.map((old) => (old.id === slot.id ? slot : old)),
  );
}

/** The file with these slots and the next generation. */
export function withSlots(file: SlotFile, slots: readonly KeySlot[]): SlotFile {
  return { ...file, generation: file.generation + 1, slots };
}
