import { sizes } from "../format.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm, encryptGcm } from "./gcm.ts";
import { randomBytes } from "./random-bytes.ts";
import { hkdf } from "./subkeys.ts";

/** What a sealed body is and whose it is; it opens under exactly these words and no others. */
export interface SealPlace {
  /** A fixed word of the program, for example "signing-key". */
  readonly purpose: string;
  /** The id of the row it belongs to. */
  readonly id: string;
}

/** Seals small bodies that must stay closed even inside the open database, such as signing keys. */
export interface Seal {
  /** Sealed bytes, 45 longer than the body. Bodies over 64 KiB are a bug and throw. Leaves wiping `body` to the caller. */
  seal(place: SealPlace, body: Uint8Array): Uint8Array;
  /** The body, to be wiped by the caller; `undefined` when it was altered or belongs to another place or vault. */
  unseal(place: SealPlace, sealed: Uint8Array): Uint8Array | undefined;
}

/** Largest body in bytes; a certificate chain with its key is under 16 KiB. */
const maxBodyBytes = 65_536;

const sealVersion = 1;
const saltAt = 1;
const nonceAt = saltAt + sizes.salt;
const bodyAt = nonceAt + sizes.nonce;

/**
 * `sealKey` stays with the caller, who wipes it on lock. Layout: version 1, salt 16, nonce 12, ciphertext, tag 16.
 * Each body has a key of its own (HKDF with the salt and the purpose), so nonces cannot repeat under one key.
 */
export function createSeal(options: { readonly sealKey: Uint8Array; readonly random: VaultRandom }): Seal {
  return {
    seal: (place, body) => {
      if (body.length > maxBodyBytes) throw new Error("too large to seal");
      const salt = randomBytes(options.random, sizes.salt);
      const nonce = randomBytes(options.random, sizes.nonce);
      const key = hkdf(options.sealKey, salt, `kura v1 seal ${place.purpose}`);
      try {
        const closed = encryptGcm({ key, nonce, associatedData: placeBytes(place) }, body);
        return Buffer.concat([Buffer.from([sealVersion]), salt, nonce, closed]);
      } finally {
        key.fill(0);
      }
    },
    unseal: (place, sealed) => {
      if (sealed.length < bodyAt + sizes.tag || sealed.length > bodyAt + maxBodyBytes + sizes.tag) return undefined;
      if (sealed[0] !== sealVersion) return undefined;
      const key = hkdf(options.sealKey, sealed.subarray(saltAt, nonceAt), `kura v1 seal ${place.purpose}`);
      const nonce = sealed.subarray(nonceAt, bodyAt);
      try {
        return decryptGcm({ key, nonce, associatedData: placeBytes(place) }, sealed.subarray(bodyAt));
      } finally {
        key.fill(0);
      }
    },
  };
}

/** A place as bytes to vouch for: lengths first, so that no two places give the same. */
export function placeBytes(place: SealPlace): Buffer {
  const parts = [sealVersionBytes];
  for (const word of [place.purpose, place.id]) {
    const text = Buffer.from(word, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length, 0);
    parts.push(length, text);
  }
  return Buffer.concat(parts);
}

const sealVersionBytes = Buffer.from([sealVersion]);
