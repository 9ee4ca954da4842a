import { sizes } from "../format.ts";
import type { VaultRandom } from "../ports.ts";
import { decryptGcm, encryptGcm } from "./gcm.ts";
import { randomBytes } from "./random-bytes.ts";
import type { SealPlace } from "./seal.ts";
import { hkdf, hmac } from "./subkeys.ts";

/** Closes and opens the content of one restricted case. Bodies may have any length, none included. */
export interface CaseSeal {
  /** Sealed bytes, 45 longer than the body and different every time. */
  seal(place: SealPlace, body: Uint8Array): Buffer;
  /** The same, but equal bodies of one place give equal bytes, so that a sealed column can be searched. */
  sealSteady(place: SealPlace, body: Uint8Array): Buffer;
  /** The body; `undefined` when it was altered or belongs to another place, case or key. */
  unseal(place: SealPlace, sealed: Uint8Array): Buffer | undefined;
  /** A code for a text, 32 hex digits: tells equal from unequal to holders of the key and nothing to others. */
  code(text: string): string;
  /** Overwrites the key; every later call throws. */
  wipe(): void;
}

/** Bytes a sealed body is longer than the body itself. */
export const caseSealOverheadBytes: number = 1 + sizes.salt + sizes.nonce + sizes.tag;

const sealVersion = 1;
const saltAt = 1;
const nonceAt = saltAt + sizes.salt;
const bodyAt = nonceAt + sizes.nonce;

/** A fresh key for a case, to be wrapped for its readers and wiped. */
export function newCaseKey(random: VaultRandom): Buffer {
  return randomBytes(random, sizes.key);
}

/**
 * `caseKey` is copied; the caller wipes its own. Layout: version 1, salt 16, nonce 12, ciphertext, tag 16. Each body has a
 * key of its own (HKDF of the case key with the salt and the purpose), so nonces cannot repeat under one key. For a steady
 * seal salt and nonce are a MAC of place and body: they repeat exactly when the whole does.
 */
export function createCaseSeal(options: {
  readonly caseKey: Uint8Array;
  readonly dossierId: string;
  readonly random: VaultRandom;
}): CaseSeal {
  const { dossierId, random } = options;
  const caseKey = Buffer.from(options.caseKey);
  const steadyKey = hkdf(caseKey, noSalt, "kura v1 case steady");
  const codeKey = hkdf(caseKey, noSalt, "kura v1 case code");
  let wiped = false;
  const inUse = <T>(work: () => T): T => {
    // A wiped key is all zeros and would still compute.
    if (wiped) throw new Error("the key of this case was wiped");
    return work();
  };
  const close = (place: SealPlace, body: Uint8Array, mask: Uint8Array): Buffer => {
    const salt = mask.subarray(0, sizes.salt);
    const nonce = mask.subarray(sizes.salt, sizes.salt + sizes.nonce);
    return withKey(caseKey, { salt, place }, (key) => {
      const closed = encryptGcm({ key, nonce, associatedData: placeBytes(dossierId, place) }, body);
      return Buffer.concat([Buffer.from([sealVersion]), salt, nonce, closed]);
    });
  };
  return {
    seal: (place, body) => inUse(() => close(place, body, randomBytes(random, sizes.salt + sizes.nonce))),
    sealSteady: (place, body) =>
      inUse(() => close(place, body, hmac(steadyKey, Buffer.concat([placeBytes(dossierId, place), body])))),
    unseal: (place, sealed) =>
      inUse(() => {
        if (sealed.length < caseSealOverheadBytes || sealed[0] !== sealVersion) return undefined;
        const nonce = sealed.subarray(nonceAt, bodyAt);
        const associatedData = placeBytes(dossierId, place);
        return withKey(caseKey, { salt: sealed.subarray(saltAt, nonceAt), place }, (key) =>
          decryptGcm({ key, nonce, associatedData }, sealed.subarray(bodyAt)),
        );
      }),
    code: (text) => inUse(() => hmac(codeKey, Buffer.from(text, "utf8")).toString("hex", 0, 16)),
    wipe: () => {
      wiped = true;
      for (const key of [caseKey, steadyKey, codeKey]) key.fill(0);
    },
  };
}

const noSalt = new Uint8Array(0);

function withKey<T>(
  caseKey: Uint8Array,
  { salt, place }: { readonly salt: Uint8Array; readonly place: SealPlace },
  work: (key: Uint8Array) => T,
): T {
  const key = hkdf(caseKey, salt, `kura v1 case ${place.purpose}`);
  try {
    return work(key);
  } finally {
    key.fill(0);
  }
}

/** Lengths first, so that no two places give the same bytes. */
function placeBytes(dossierId: string, place: SealPlace): Buffer {
  const parts = [Buffer.from([sealVersion])];
  for (const word of [dossierId, place.purpose, place.id]) {
    const text = Buffer.from(word, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length, 0);
    parts.push(length, text);
  }
  return Buffer.concat(parts);
}
