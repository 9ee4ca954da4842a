import { err, ok, type Result } from "../../../shared/result.ts";
import {
  type DecodedSlotFile,
  encodeSlotFile,
  encodeSlotFileBody,
  type KdfParameters,
  type KeySlot,
  maxSlots,
  type SlotFile,
  type SlotKind,
  sizes,
  slotAssociatedData,
} from "../format.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm, encryptGcm } from "./gcm.ts";
import { encodeSecret, type Kdf, type SlotSecret } from "./kdf.ts";
import { randomBytes, randomId } from "./random-bytes.ts";
import { deriveSubkey, hmac, sameMac } from "./subkeys.ts";

/** A slot that opened. */
export interface OpenedSlot {
  readonly slotId: string;
  /** The vault key, 32 bytes; the caller wipes it. */
  readonly vaultKey: Buffer;
}

/** What to put into a new or replaced slot. */
export interface SlotRequest {
  readonly vaultId: string;
  readonly vaultKey: Uint8Array;
  readonly secret: SlotSecret;
  readonly kdf: KdfParameters;
  readonly kind?: SlotKind | undefined;
  /** Kept when a passphrase changes; left out, a fresh one is drawn. */
  readonly slotId?: string | undefined;
}

/** Wraps the vault key for one person, and gets it back. Both take as long as the key derivation. */
export interface KeySlots {
  /** `weak-passphrase` when the passphrase is empty, too long or not well-formed text. Throws `kdf-out-of-memory`. */
  wrap(request: SlotRequest): Promise<Result<KeySlot, "weak-passphrase">>;
  /**
   * Tries the slots that fit the kind of secret, or only the one named. `wrong-passphrase` when none opens.
   * Throws `kdf-out-of-memory`. Does not look at the file's MAC: see `isAuthentic`.
   */
  unwrap(
    file: SlotFile,
    secret: SlotSecret,
    only?: { readonly slotId: string },
  ): Promise<Result<OpenedSlot, "wrong-passphrase">>;
}

export function createKeySlots(ports: { readonly random: VaultRandom; readonly kdf: Kdf }): KeySlots {
  return {
    wrap: async (request) => {
      const input = encodeSecret(request.secret);
      if (input === undefined) return err("weak-passphrase");
      const slot = {
        id: request.slotId ?? randomId(ports.random),
        kind: request.kind ?? kindFor(request.secret),
        kdf: request.kdf,
        salt: randomBytes(ports.random, sizes.salt),
      };
      const nonce = randomBytes(ports.random, sizes.nonce);
      const associatedData = slotAssociatedData(request.vaultId, slot);
      const key = await ports.kdf.derive(input, slot.salt, slot.kdf);
      try {
        return ok({ ...slot, nonce, wrappedKey: encryptGcm({ key, nonce, associatedData }, request.vaultKey) });
      } finally {
        key.fill(0);
      }
    },
    unwrap: async (file, secret, only) => {
      for (const slot of file.slots) {
        if (only !== undefined && slot.id !== only.slotId) continue;
        if ((slot.kind === "passphrase-and-key-file") !== (secret.keyFileHash !== undefined)) continue;
        const vaultKey = await openSlot(ports.kdf, file.vaultId, slot, secret);
        if (vaultKey !== undefined) return ok({ slotId: slot.id, vaultKey });
      }
      return err("wrong-passphrase");
    },
  };
}

async function openSlot(kdf: Kdf, vaultId: string, slot: KeySlot, secret: SlotSecret): Promise<Buffer | undefined> {
  const input = encodeSecret(secret);
  if (input === undefined) return undefined;
  const key = await kdf.derive(input, slot.salt, slot.kdf);
  try {
    return decryptGcm({ key, nonce: slot.nonce, associatedData: slotAssociatedData(vaultId, slot) }, slot.wrappedKey);
  } finally {
    key.fill(0);
  }
}

function kindFor(secret: SlotSecret): SlotKind {
  return secret.keyFileHash === undefined ? "passphrase" : "passphrase-and-key-file";
}

/** The file with one slot more and the next generation. Throws when it is full or the id is taken. */
export function withSlot(file: SlotFile, slot: KeySlot): SlotFile {
  if (file.slots.length >= maxSlots) throw new Error("the slot file is full");
  if (file.slots.some(({ id }) => id === slot.id)) throw new Error("the slot id is taken");
  return next(file, [...file.slots, slot]);
}

/** The file without the named slot. Throws when there is no such slot or it is the last: nobody could open the vault again. */
export function withoutSlot(file: SlotFile, slotId: string): SlotFile {
  const slots = file.slots.filter(({ id }) => id !== slotId);
  if (slots.length !== file.slots.length - 1) throw new Error("no such slot");
  if (slots.length === 0) throw new Error("the last slot cannot be revoked");
  return next(file, slots);
}

/** The file with the slot of the same id put in its place. Throws when there is no such slot. */
export function withSlotReplaced(file: SlotFile, slot: KeySlot): SlotFile {
  if (!file.slots.some(({ id }) => id === slot.id)) throw new Error("no such slot");
  return next(
    file,
    file.slots.map((old) => (old.id === slot.id ? slot : old)),
  );
}

function next(file: SlotFile, slots: readonly KeySlot[]): SlotFile {
  return { ...file, generation: file.generation + 1, slots };
}

/** The bytes to store: body, MAC under a sub-key of the vault key, checksum. */
export function signSlotFile(file: SlotFile, vaultKey: Uint8Array): Uint8Array {
  const body = encodeSlotFileBody(file);
  return encodeSlotFile(body, macOf(body, file.vaultId, vaultKey));
}

/** True when the file was written by somebody who held the vault key: no slot was added, dropped, moved or swapped since. */
export function isAuthentic(decoded: DecodedSlotFile, vaultKey: Uint8Array): boolean {
  return sameMac(macOf(decoded.body, decoded.file.vaultId, vaultKey), decoded.mac);
}

function macOf(body: Uint8Array, vaultId: string, vaultKey: Uint8Array): Buffer {
  const key = deriveSubkey(vaultKey, vaultId, "header mac");
  try {
    return hmac(key, body);
  } finally {
    key.fill(0);
  }
}
