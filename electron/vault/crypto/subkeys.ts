import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { idBytes, sizes } from "../format.ts";

/** What each key below the vault key is for. Two labels never give the same key, so no key has two uses. */
export type SubkeyLabel = "db" | "objects" | "header mac" | "audit mac" | "seal" | "backup manifest" | "key id";

/**
 * HKDF-SHA256 of the vault key, salted with the vault's id: 32 bytes for one use. The caller wipes the result.
 * The version in the label moves with the format, so keys of two formats never meet.
 */
export function deriveSubkey(vaultKey: Uint8Array, vaultId: string, label: SubkeyLabel): Buffer {
  return hkdf(vaultKey, idBytes(vaultId), `kura v1 ${label}`);
}

/** HKDF-SHA256 to 32 bytes; the info text names the one use of the result. */
export function hkdf(key: Uint8Array, salt: Uint8Array, info: string): Buffer {
  if (key.length !== sizes.key) throw new Error("a key has the wrong length");
  return Buffer.from(hkdfSync("sha256", key, salt, info, sizes.key));
}

/** HMAC-SHA256, 32 bytes. */
export function hmac(key: Uint8Array, bytes: Uint8Array): Buffer {
  return createHmac("sha256", key).update(bytes).digest();
}

/** Compares two codes in time that does not depend on where they differ. */
export function sameMac(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
