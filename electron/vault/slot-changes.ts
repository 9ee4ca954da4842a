import { err, ok, type Result } from "../../shared/result.ts";
import type { Kdf } from "./crypto/kdf.ts";
import {
  type KeySlots,
  type OpenedSlot,
  type SlotRequest,
  wipeOpened,
  withoutSlot,
  withSlot,
  withSlotReplaced,
} from "./crypto/key-slots.ts";
import { withGuardedSeal } from "./crypto/person-key.ts";
import type { Seal } from "./crypto/seal.ts";
import { headerMacKey } from "./crypto/slot-signature.ts";
import type { Database } from "./database.ts";
import { faultOf, StorageError, type VaultFault } from "./fault.ts";
import type { KdfParameters, SlotKind } from "./format.ts";
import type { TrailAnchor } from "./format-2.ts";
import type { VaultRandom } from "./ports.ts";
import type { SlotStore } from "./slot-store.ts";
import { createQueue } from "./turns.ts";

/** One slot as a person may see it. */
export interface SlotSummary {
  readonly slotId: string;
  readonly kind: SlotKind;
  readonly kdf: KdfParameters;
  /** Roughly how long opening it takes on this machine, in milliseconds. */
  readonly kdfEstimateMs: number;
  /** P-256 point, 65 bytes: what others wrap for this person to. */
  readonly publicKey: Uint8Array | undefined;
}

/** A new passphrase for this session's slot. The same one again with other costs is a change too. */
export interface PassphraseChange {
  readonly current: string;
  readonly next: string;
  /** Left out, this machine is measured again. */
  readonly kdf?: KdfParameters | undefined;
}

/** A slot for one more person. */
export interface SlotAddition {
  /** The passphrase of this session's own slot. */
  readonly current: string;
  readonly passphrase: string;
  readonly kind?: SlotKind | undefined;
  readonly keyFileHash?: Uint8Array | undefined;
  /** Left out, this machine is measured. */
  readonly kdf?: KdfParameters | undefined;
}

/** A slot that was added. */
export interface AddedSlot {
  readonly slotId: string;
  /** 65 bytes. */
  readonly publicKey: Uint8Array;
}

/** What may be done to the lock of an open vault. Calls queue up; each takes as long as its key derivations. */
export interface SlotChanges {
  readonly header: { readonly generation: number };
  slots(): readonly SlotSummary[];
  /** Re-authentication against this session's slot. `wrong-passphrase`, `kdf-out-of-memory`, `vault-locked`. */
  verifyPassphrase(passphrase: string): Promise<Result<undefined, VaultFault>>;
  /**
   * Proves that a passphrase opens the named slot, and the slot this very vault: unwraps its keys, checks the slot file on the
   * disk under them and wipes them. Nothing comes of it. Codes as for `verifyPassphrase`; an unknown slot is a wrong passphrase.
   */
  verifySlot(request: { readonly slotId: string; readonly passphrase: string }): Promise<Result<undefined, VaultFault>>;
  /**
   * Re-authenticates and runs `work` with the seal that only this person's passphrase opens; what `work` answers goes on
   * unless it is a thrown storage refusal. Codes as for `verifyPassphrase`, and storage codes.
   */
  guarded<T>(passphrase: string, work: (seal: Seal) => T | Promise<T>): Promise<Result<T, VaultFault>>;
  /**
   * Rewraps the person's key under the next passphrase; the old one opens nothing afterwards. The slot keeps its id.
   * `wrong-passphrase`, `weak-passphrase`, `kdf-out-of-memory`, `vault-locked`, storage codes; then the old one stays valid.
   */
  changePassphrase(change: PassphraseChange): Promise<Result<undefined, VaultFault>>;
  /** Lets one more person, or a printed recovery secret, in. Codes as for a change. */
  addSlot(addition: SlotAddition): Promise<Result<AddedSlot, VaultFault>>;
  /** Shuts one slot out. An unknown slot and the last one are bugs and throw. Codes as for a change. */
  revokeSlot(request: { readonly current: string; readonly slotId: string }): Promise<Result<undefined, VaultFault>>;
  /**
   * Gives the vault a new key; everybody's passphrase stays as it is. Takes room for a second database while it runs.
   * Codes as for a change; then the old key stands, or the next opening finishes what was begun.
   */
  rotateKey(request: { readonly current: string }): Promise<Result<undefined, VaultFault>>;
  /** Where the trail stood when `setAnchor` was last called, in this session or before it. */
  readonly anchor: TrailAnchor | undefined;
  /** Writes an anchor into the slot file; it is on the disk when this returns. Throws `StorageError`. */
  setAnchor(anchor: TrailAnchor): void;
}

/** What slot changes work with. */
export interface SlotChangeParts {
  readonly store: SlotStore;
  readonly slotId: string;
  readonly keyFileHash?: Uint8Array | undefined;
  readonly kdf: Kdf;
  readonly keySlots: KeySlots;
  readonly random: VaultRandom;
  readonly db: Database;
  readonly rotate: (slot: OpenedSlot) => Promise<void>;
}

/** Slot changes for one session; the session's slot must be in the store. */
export function createSlotChanges(parts: SlotChangeParts): SlotChanges {
  const { store, slotId, db } = parts;
  const authorised = createAuthorisation(parts);
  const put = (next: typeof store.file): void => {
    refuseClosed(db);
    store.put(next);
  };
  return {
    header: {
      get generation() {
        return store.file.generation;
      },
    },
    get anchor() {
      return store.file.anchor;
    },
    setAnchor: (anchor) => put({ ...store.file, generation: store.file.generation + 1, anchor }),
    slots: () => summaries(parts),
    verifyPassphrase: (passphrase) => authorised(passphrase, async () => ok(undefined)),
    verifySlot: ({ slotId: other, passphrase }) =>
      authorised(passphrase, async ({ vaultKeys }) => verifyFile(store, vaultKeys.current), other),
    guarded: (passphrase, work) =>
      authorised(passphrase, async ({ personKey }) => {
        const { random } = parts;
        return ok(await withGuardedSeal({ personKey, vaultId: store.file.vaultId, random }, work));
      }),
    changePassphrase: ({ current, next, kdf }) =>
      authorised(current, async ({ personKey, vaultKeys }) => {
        const kind = store.file.slots.find(({ id }) => id === slotId)?.kind;
        const secret = { passphrase: next, keyFileHash: parts.keyFileHash };
        const slot = await makeSlot(parts, { vaultKeys, secret, kind, kdf, keep: { slotId, personKey } });
        if (!slot.ok) return err({ code: slot.error });
        put(withSlotReplaced(store.file, slot.value));
        return ok(undefined);
      }),
    addSlot: ({ current, passphrase, kind, keyFileHash, kdf }) =>
      authorised(current, async ({ vaultKeys }) => {
        const slot = await makeSlot(parts, { vaultKeys, secret: { passphrase, keyFileHash }, kind, kdf });
        if (!slot.ok) return err({ code: slot.error });
        put(withSlot(store.file, slot.value));
        return ok({ slotId: slot.value.id, publicKey: slot.value.publicKey });
      }),
    revokeSlot: ({ current, slotId: revoked }) =>
      authorised(current, async () => {
        put(withoutSlot(store.file, revoked));
        return ok(undefined);
      }),
    rotateKey: ({ current }) =>
      authorised(current, async (slot) => {
        refuseClosed(db);
        await parts.rotate(slot);
        return ok(undefined);
      }),
  };
}

function summaries({ store, kdf }: SlotChangeParts): SlotSummary[] {
  return store.file.slots.map((slot) => ({
    slotId: slot.id,
    kind: slot.kind,
    kdf: slot.kdf,
    kdfEstimateMs: kdf.estimateMs(slot.kdf),
    publicKey: Uint8Array.from(slot.publicKey),
  }));
}

async function makeSlot(
  { store, kdf, keySlots }: SlotChangeParts,
  wish: Omit<SlotRequest, "vaultId" | "kdf"> & { readonly kdf: KdfParameters | undefined },
): ReturnType<KeySlots["make"]> {
  return keySlots.make({ ...wish, vaultId: store.file.vaultId, kdf: wish.kdf ?? (await kdf.calibrate()) });
}

/** Runs work with a person's opened slot, one piece after the other, and overwrites the keys whatever happens. */
function createAuthorisation(parts: SlotChangeParts) {
  const { store, slotId, keyFileHash, keySlots, db } = parts;
  const inTurn = createQueue();
  return <T>(
    current: string,
    work: (slot: OpenedSlot) => Promise<Result<T, VaultFault>>,
    other?: string,
  ): Promise<Result<T, VaultFault>> =>
    inTurn(async () => {
      try {
        refuseClosed(db);
        // The key file in hand is this session's own.
        const secret = { passphrase: current, keyFileHash: other === undefined ? keyFileHash : undefined };
        const slot = await keySlots.open(store.file, secret, { only: other ?? slotId });
        if (!slot.ok) return err({ code: slot.error });
        try {
          return await work(slot.value);
        } finally {
          wipeOpened(slot.value);
          slot.value.personKeys.personalSeal.fill(0);
        }
      } catch (error) {
        const fault = faultOf(error);
        if (fault === undefined) throw error;
        return err(fault);
      }
    });
}

function verifyFile(store: SlotStore, vaultKey: Uint8Array): Result<undefined, VaultFault> {
  const macKey = headerMacKey(vaultKey, store.file.vaultId);
  try {
    return store.isStoredUnder(macKey)
      ? ok(undefined)
      : err({ code: "vault-damaged", details: { reason: "slot-file-mac" } });
  } finally {
    macKey.fill(0);
  }
}

function refuseClosed(db: Database): void {
  if (!db.isOpen) throw new StorageError("vault-locked", "closed");
}
