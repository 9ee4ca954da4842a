import { createCipheriv, createDecipheriv, createECDH, createHmac } from "node:crypto";

/**
 * RFC 9180 in base mode for DHKEM(P-256, HKDF-SHA256) and HKDF-SHA256, written down from its text with Node's own
 * primitives: a second opinion on what the app seals.
 */
const algorithms = {
  "aes-128-gcm": { id: 1, keyBytes: 16 },
  "aes-256-gcm": { id: 2, keyBytes: 32 },
} as const;
export type Aead = keyof typeof algorithms;

const nothing = Buffer.alloc(0);
const twoBytes = (number: number): Buffer => Buffer.from([number >> 8, number & 0xff]);
const kem = Buffer.concat([Buffer.from("KEM"), twoBytes(0x0010)]);

/** Section 4, LabeledExtract. */
function extract(suite: Buffer, salt: Uint8Array, label: string, input: Uint8Array): Buffer {
  const labeled = Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), input]);
  return createHmac("sha256", salt).update(labeled).digest();
}

/** Section 4, LabeledExpand; one block of HKDF is enough for every length asked for here. */
function expand(suite: Buffer, secret: Buffer, label: string, info: Uint8Array, length: number): Buffer {
  const labeled = Buffer.concat([twoBytes(length), Buffer.from("HPKE-v1"), suite, Buffer.from(label), info]);
  return createHmac("sha256", secret)
    .update(Buffer.concat([labeled, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}

/** Section 7.1.3, DeriveKeyPair of P-256: private and public half. */
export function deriveKeyPair(seed: Uint8Array): { secretKey: Buffer; publicKey: Buffer } {
  const prk = extract(kem, nothing, "dkp_prk", seed);
  const curve = createECDH("prime256v1");
  // The first candidate is out of range once in 2^32; setPrivateKey would throw.
  const secretKey = expand(kem, prk, "candidate", Buffer.from([0]), 32);
  curve.setPrivateKey(secretKey);
  return { secretKey, publicKey: curve.getPublicKey() };
}

/** What both sides of one message know. */
export interface Schedule {
  readonly sharedSecret: Buffer;
  readonly key: Buffer;
  readonly nonce: Buffer;
}

/** Sections 4.1 and 5.1, from one half's private key and the other's public one. */
export function schedule(
  aead: Aead,
  keys: { secretKey: Uint8Array; theirs: Uint8Array; encapsulation: Uint8Array; recipient: Uint8Array },
  info: Uint8Array,
): Schedule {
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(keys.secretKey);
  const prk = extract(kem, nothing, "eae_prk", curve.computeSecret(keys.theirs));
  const kemContext = Buffer.concat([keys.encapsulation, keys.recipient]);
  const sharedSecret = expand(kem, prk, "shared_secret", kemContext, 32);
  const { id, keyBytes } = algorithms[aead];
  const suite = Buffer.concat([Buffer.from("HPKE"), twoBytes(0x0010), twoBytes(0x0001), twoBytes(id)]);
  const noPsk = extract(suite, nothing, "psk_id_hash", nothing);
  const context = Buffer.concat([Buffer.from([0]), noPsk, extract(suite, nothing, "info_hash", info)]);
  const secret = extract(suite, sharedSecret, "secret", nothing);
  return {
    sharedSecret,
    key: expand(suite, secret, "key", context, keyBytes),
    nonce: expand(suite, secret, "base_nonce", context, 12),
  };
}

/** The first message of a context. */
export function sealFirst(aead: Aead, { key, nonce }: Schedule, associatedData: Uint8Array, body: Uint8Array): Buffer {
  const cipher = createCipheriv(aead, key, nonce).setAAD(associatedData);
  return Buffer.concat([cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

/** Opens the first message of a context; throws when it was altered. */
export function openFirst(
  aead: Aead,
  { key, nonce }: Schedule,
  associatedData: Uint8Array,
  sealed: Uint8Array,
): Buffer {
  const decipher = createDecipheriv(aead, key, nonce, { authTagLength: 16 }).setAAD(associatedData);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}
