import { idBytes, sizes } from "../format.ts";
import { sizes2 } from "../format-2.ts";
import type { VaultRandom } from "../ports.ts";
import { deriveHpkePair, type HpkePair, sealTo } from "./hpke.ts";
import { createSeal, placeBytes, type Seal, type SealPlace } from "./seal.ts";
import { hkdf } from "./subkeys.ts";

/** What a session keeps of its person's key; the person key itself is wiped right after unlocking. */
export interface PersonKeys extends HpkePair {
  /** Seals what this person's sessions open; overwritten on lock. */
  readonly personalSeal: Buffer;
}

/** Derives what a session keeps. `personKey` stays with the caller, who wipes it. */
export async function derivePersonKeys(personKey: Uint8Array, vaultId: string): Promise<PersonKeys> {
  const seed = hkdf(personKey, idBytes(vaultId), "kura v2 hpke");
  try {
    const pair = await deriveHpkePair(seed);
    return { ...pair, personalSeal: hkdf(personKey, idBytes(vaultId), "kura v2 personal seal") };
  } finally {
    seed.fill(0);
  }
}

/** The public half alone, 65 bytes. */
export async function publicKeyOf(personKey: Uint8Array, vaultId: string): Promise<Uint8Array> {
  const keys = await derivePersonKeys(personKey, vaultId);
  keys.personalSeal.fill(0);
  return keys.publicKey;
}

/**
 * Runs `work` with the seal that the person's key alone gives, and makes the seal useless before this resolves: what it
 * closes cannot be opened by a session that has only been unlocked.
 */
export async function withGuardedSeal<T>(
  options: { readonly personKey: Uint8Array; readonly vaultId: string; readonly random: VaultRandom },
  work: (seal: Seal) => T | Promise<T>,
): Promise<T> {
  const sealKey = hkdf(options.personKey, idBytes(options.vaultId), "kura v2 guarded seal");
  const seal = createSeal({ sealKey, random: options.random });
  let isOver = false;
  const whileGuarded = <R>(use: () => R): R => {
    if (isOver) throw new Error("a guarded seal outlived its work");
    return use();
  };
  try {
    return await work({
      seal: (place, body) => whileGuarded(() => seal.seal(place, body)),
      unseal: (place, sealed) => whileGuarded(() => seal.unseal(place, sealed)),
    });
  } finally {
    isOver = true;
    sealKey.fill(0);
  }
}

const wrapVersion = 2;
const wrapInfo = Buffer.from("kura v2 wrap", "latin1");
const sealedAt = 1 + sizes2.point;

/** Wraps a small body for the holder of `publicKey`: version 2, point 65, ciphertext, tag 16. */
export async function wrapForPerson(
  recipient: { readonly publicKey: Uint8Array; readonly vaultId: string; readonly place: SealPlace },
  body: Uint8Array,
): Promise<Uint8Array> {
  const context = { info: wrapInfo, associatedData: wrapPlace(recipient.vaultId, recipient.place) };
  const { encapsulation, sealed } = await sealTo(recipient.publicKey, context, body);
  return Buffer.concat([Buffer.from([wrapVersion]), encapsulation, sealed]);
}

/** Opens it again; `undefined` when it was wrapped for somebody else, another place or vault, or altered. */
export async function unwrapForPerson(
  holder: { readonly pair: HpkePair; readonly vaultId: string; readonly place: SealPlace },
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (wrapped.length < sealedAt + sizes.tag || wrapped[0] !== wrapVersion) return undefined;
  const context = { info: wrapInfo, associatedData: wrapPlace(holder.vaultId, holder.place) };
  const encapsulation = Uint8Array.from(wrapped.subarray(1, sealedAt));
  return holder.pair.open(context, { encapsulation, sealed: Uint8Array.from(wrapped.subarray(sealedAt)) });
}

function wrapPlace(vaultId: string, place: SealPlace): Uint8Array {
  return Uint8Array.from(Buffer.concat([idBytes(vaultId), placeBytes(place)]));
}
