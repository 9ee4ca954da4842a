import { type SlotFileEnvelope, sealEnvelope } from "../format.ts";
import { encodeFormat2, type SlotFile } from "../format-2.ts";
import { deriveSubkey, hmac, sameMac } from "./subkeys.ts";

/** The key that vouches for the set of slots, derived from the vault key; the caller wipes it. */
export function headerMacKey(vaultKey: Uint8Array, vaultId: string): Buffer {
  return deriveSubkey(vaultKey, vaultId, "header mac");
}

/** The bytes to store: body, MAC, checksum. `macKey` is the file's own, see `headerMacKey`. */
export function signSlotFile(file: SlotFile, macKey: Uint8Array): Uint8Array {
  const body = encodeFormat2(file);
  return sealEnvelope(body, hmac(macKey, body));
}

/** True when the file was written by somebody who held the vault key: no slot was added, dropped, moved or swapped since. */
export function isAuthentic({ body, mac }: SlotFileEnvelope, macKey: Uint8Array): boolean {
  return sameMac(hmac(macKey, body), mac);
}
