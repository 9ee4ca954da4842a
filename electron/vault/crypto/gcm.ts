import { createCipheriv, createDecipheriv } from "node:crypto";
import { sizes } from "../format.ts";

/** One AES-256-GCM message: key of 32 bytes, nonce of 12 that never repeats under this key, and what the tag vouches for. */
export interface GcmMessage {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly associatedData: Uint8Array;
}

/** Ciphertext followed by its 16-byte tag. */
export function encryptGcm(message: GcmMessage, plaintext: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", message.key, message.nonce, { authTagLength: sizes.tag });
  cipher.setAAD(message.associatedData);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** The plaintext, or `undefined` when key, nonce, associated data, ciphertext or tag do not belong together. */
export function decryptGcm(message: GcmMessage, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < sizes.tag) return undefined;
  const end = sealed.length - sizes.tag;
  const decipher = createDecipheriv("aes-256-gcm", message.key, message.nonce, { authTagLength: sizes.tag });
  decipher.setAAD(message.associatedData);
  decipher.setAuthTag(sealed.subarray(end));
  const plaintext = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return plaintext;
  } catch {
    // Not yet authentic bytes must not be found lying about.
    plaintext.fill(0);
    return undefined;
  }
}
