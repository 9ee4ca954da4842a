import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";

/** A person's key pair for being sealed to. The private half is held inside and cannot be asked for. */
export interface HpkePair {
  /** Uncompressed P-256 point, 65 bytes. */
  readonly publicKey: Uint8Array;
  /** The body, to be wiped by the caller; `undefined` when it was sealed to another key, for another place, or altered. */
  open(context: HpkeContext, message: HpkeMessage): Promise<Uint8Array | undefined>;
}

/** What a sealing vouches for: `info` names the use, `associatedData` the place. */
export interface HpkeContext {
  /** At most 128 bytes. */
  readonly info: Uint8Array;
  readonly associatedData: Uint8Array;
}

/** A body sealed to one public key. */
export interface HpkeMessage {
  /** The point that was used once, 65 bytes. */
  readonly encapsulation: Uint8Array;
  /** 16 bytes longer than the body. */
  readonly sealed: Uint8Array;
}

/** RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. All three are CRYPTREC's and FIPS's. */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** The key pair that `seed` (32 secret bytes, left to the caller to wipe) always gives: RFC 9180's DeriveKeyPair. */
export async function deriveHpkePair(seed: Uint8Array): Promise<HpkePair> {
  const { publicKey, privateKey } = await suite.kem.deriveKeyPair(seed);
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(publicKey)),
    open: async (context, { encapsulation, sealed }) => {
      try {
        const recipient = { recipientKey: privateKey, enc: encapsulation, info: context.info };
        return new Uint8Array(await suite.open(recipient, sealed, context.associatedData));
      } catch {
        // The library throws for every reason alike; to the caller they all mean that this is not for us.
        return undefined;
      }
    },
  };
}

/** Seals a body for the holder of this public key. Bytes that are no point of the curve are a bug and throw. */
export async function sealTo(publicKey: Uint8Array, context: HpkeContext, body: Uint8Array): Promise<HpkeMessage> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey);
  // The library takes a buffer as it is and copies a view; this copy is one that we can wipe.
  const own = Uint8Array.from(body).buffer;
  try {
    const { enc, ct } = await suite.seal({ recipientPublicKey, info: context.info }, own, context.associatedData);
    return { encapsulation: new Uint8Array(enc), sealed: new Uint8Array(ct) };
  } finally {
    new Uint8Array(own).fill(0);
  }
}
