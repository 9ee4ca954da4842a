import { err, ok, type Result } from "../../shared/result.ts";
import { setCoreGeneration } from "./core-row.ts";
import type { Kdf } from "./crypto/kdf.ts";
import { type KeySlots, signSlotFile, withoutSlot, withSlot, withSlotReplaced } from "./crypto/key-slots.ts";
import type { Database } from "./database.ts";
import { faultOf, StorageError, type VaultFault } from "./fault.ts";
import type { KdfParameters, SlotFile, SlotKind } from "./format.ts";
import { writeSlotFile } from "./slot-file.ts";

/** One slot as a person may see it. */
export interface SlotSummary {
  readonly slotId: string;
  readonly kind: SlotKind;
  readonly kdf: KdfParameters;
}

/** A new passphrase for this session's slot. */
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

/** What may be done to the lock of an open vault. Calls queue up; each takes as long as its key derivations. */
export interface SlotChanges {
  readonly header: { readonly generation: number };
  slots(): readonly SlotSummary[];
  /** Re-authentication against this session's slot. `wrong-passphrase`, `kdf-out-of-memory`, `vault-locked`. */
  verifyPassphrase(passphrase: string): Promise<Result<undefined, VaultFault>>;
  /**
   * Rewraps the vault key under the next passphrase; the old one opens nothing afterwards. The slot keeps its id.
   * `wrong-passphrase`, `weak-passphrase`, `kdf-out-of-memory`, `vault-locked`, storage codes; then the old one stays valid.
   */
  changePassphrase(change: PassphraseChange): Promise<Result<undefined, VaultFault>>;
  /** Lets one more person, or a printed recovery code, in; answers the new slot's id. Codes as for a change. */
  addSlot(addition: SlotAddition): Promise<Result<string, VaultFault>>;
  /** Shuts one slot out. An unknown slot and the last one are bugs and throw. Codes as for a change. */
  revokeSlot(request: { readonly current: string; readonly slotId: string }): Promise<Result<undefined, VaultFault>>;
}

/** What is done with the vault key while a person's passphrase has it unwrapped. */
type KeyWork<T> = (vaultKey: Buffer) => Promise<Result<T, VaultFault>>;

/** Slot changes for one session; the session's slot must be in `file`. */
export function createSlotChanges(options: {
  readonly folder: string;
  readonly file: SlotFile;
  readonly slotId: string;
  readonly keyFileHash?: Uint8Array | undefined;
  readonly kdf: Kdf;
  readonly keySlots: KeySlots;
  readonly db: Database;
}): SlotChanges {
  const { folder, slotId, keyFileHash, kdf, keySlots, db } = options;
  let file = options.file;
  const inTurn = createQueue();

  function authorised<T>(current: string, work: KeyWork<T>): Promise<Result<T, VaultFault>> {
    return inTurn(async () => {
      try {
        refuseClosed(db);
        const slot = await keySlots.unwrap(file, { passphrase: current, keyFileHash }, { slotId });
        if (!slot.ok) return err({ code: slot.error });
        try {
          return await work(slot.value.vaultKey);
        } finally {
          slot.value.vaultKey.fill(0);
        }
      } catch (error) {
        const fault = faultOf(error);
        if (fault === undefined) throw error;
        return err(fault);
      }
    });
  }

  /** The slot file is what counts; should its mirror in the database fail, the next opening repairs it. */
  const store = (next: SlotFile, vaultKey: Uint8Array): void => {
    refuseClosed(db);
    writeSlotFile(folder, signSlotFile(next, vaultKey));
    file = next;
    try {
      setCoreGeneration(db, next.generation);
    } catch (error) {
      if (faultOf(error) === undefined) throw error;
    }
  };

  return {
    header: {
      get generation() {
        return file.generation;
      },
    },
    slots: () => file.slots.map((slot) => ({ slotId: slot.id, kind: slot.kind, kdf: slot.kdf })),
    verifyPassphrase: (passphrase) => authorised(passphrase, async () => ok(undefined)),
    changePassphrase: ({ current, next, kdf: cost }) =>
      authorised(current, async (vaultKey) => {
        const kind = file.slots.find(({ id }) => id === slotId)?.kind;
        const secret = { passphrase: next, keyFileHash };
        const request = { vaultId: file.vaultId, vaultKey, secret, kind, slotId, kdf: cost ?? (await kdf.calibrate()) };
        const slot = await keySlots.wrap(request);
        if (!slot.ok) return err({ code: slot.error });
        store(withSlotReplaced(file, slot.value), vaultKey);
        return ok(undefined);
      }),
    addSlot: ({ current, passphrase, kind, keyFileHash: hash, kdf: cost }) =>
      authorised(current, async (vaultKey) => {
        const secret = { passphrase, keyFileHash: hash };
        const request = { vaultId: file.vaultId, vaultKey, secret, kind, kdf: cost ?? (await kdf.calibrate()) };
        const slot = await keySlots.wrap(request);
        if (!slot.ok) return err({ code: slot.error });
        store(withSlot(file, slot.value), vaultKey);
        return ok(slot.value.id);
      }),
    revokeSlot: ({ current, slotId: revoked }) =>
      authorised(current, async (vaultKey) => {
        store(withoutSlot(file, revoked), vaultKey);
        return ok(undefined);
      }),
  };
}

function refuseClosed(db: Database): void {
  if (!db.isOpen) throw new StorageError("vault-locked", "closed");
}

/** Runs one piece of work after the other: two changes side by side would each start from the same old file. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
