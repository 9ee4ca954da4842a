import type { Kdf, SlotSecret } from "./crypto/kdf.ts";
import { type KeySlots, type OpenedSlot, type SlotChoice, wipeOpened } from "./crypto/key-slots.ts";
import { upgradeFormat1 } from "./crypto/old-slots.ts";
import { headerMacKey, isAuthentic } from "./crypto/slot-signature.ts";
import { StorageError } from "./fault.ts";
import type { SlotFile1 } from "./format-1.ts";
import type { SlotFile } from "./format-2.ts";
import type { VaultRandom } from "./ports.ts";
import type { DecodedSlotFile } from "./slot-file.ts";

/** A slot file that a secret has opened. */
export interface Unlocked {
  readonly opened: OpenedSlot;
  /** The file as this session goes on from it. */
  readonly file: SlotFile;
  /** The generation found on the disk. */
  readonly storedGeneration: number;
  /** True when what is on the disk is of an older format, and `file` must be written before anything rests on it. */
  readonly isUpgraded: boolean;
}

interface Tools {
  readonly random: VaultRandom;
  readonly kdf: Kdf;
  readonly keySlots: KeySlots;
}

/**
 * Opens a slot and checks that the whole file was written by a holder of the vault key; changes nothing. The caller wipes
 * what was opened. Throws `StorageError`: `wrong-passphrase`, `vault-damaged`, `kdf-out-of-memory`.
 */
export async function unlock(
  tools: Tools,
  decoded: DecodedSlotFile,
  how: { readonly secret: SlotSecret; readonly choice: SlotChoice },
): Promise<Unlocked> {
  const { file } = decoded;
  const unlocked = file.version === 1 ? await unlockOld(tools, file, how.secret) : await unlockNew(tools, file, how);
  const macKey = headerMacKey(unlocked.opened.vaultKeys.current, file.vaultId);
  const authentic = isAuthentic(decoded.envelope, macKey);
  macKey.fill(0);
  if (authentic) return unlocked;
  wipeOpened(unlocked.opened);
  throw new StorageError("vault-damaged", "slot-file-mac");
}

async function unlockNew(
  { keySlots }: Tools,
  file: SlotFile,
  { secret, choice }: { readonly secret: SlotSecret; readonly choice: SlotChoice },
): Promise<Unlocked> {
  const opened = await keySlots.open(file, secret, choice);
  if (!opened.ok) throw new StorageError(opened.error, "slots");
  return { opened: opened.value, file, storedGeneration: file.generation, isUpgraded: false };
}

async function unlockOld(tools: Tools, old: SlotFile1, secret: SlotSecret): Promise<Unlocked> {
  const upgrade = await upgradeFormat1(tools, old, secret);
  if (!upgrade.ok) throw new StorageError(upgrade.error, "slots");
  return { ...upgrade.value, storedGeneration: old.generation, isUpgraded: true };
}
