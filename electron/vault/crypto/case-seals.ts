import { StorageError } from "../fault.ts";
import type { VaultRandom } from "../ports.ts";
import { type CaseSeal, createCaseSeal, newCaseKey } from "./case-seal.ts";
import type { SealPlace } from "./seal.ts";

/**
 * The stored form of what a case holds: as it is for a case of the whole office, sealed under the case's own key for a
 * restricted one. Asking for the content of a case that is shut to this person is a bug and throws.
 */
export interface CaseSeals {
  isRestricted(dossierId: string): boolean;
  /** A restricted case whose key this person does not hold: for them it does not exist. */
  isShut(dossierId: string): boolean;
  /** The restricted cases this person reads. */
  readable(): string[];
  text(dossierId: string, place: SealPlace, plain: string): string;
  /** Throws `vault-damaged` when the stored form of a restricted case does not open in this place. */
  readText(dossierId: string, place: SealPlace, stored: string): string;
  /** Like `text`, and the same for the same text, for columns that are searched. */
  steadyText(dossierId: string, place: SealPlace, plain: string): string;
  bytes(dossierId: string, place: SealPlace, plain: Uint8Array): Uint8Array;
  /** Throws as `readText` does. */
  readBytes(dossierId: string, place: SealPlace, stored: Uint8Array): Uint8Array;
  /** The key of an evidence object as its row keeps it; in a restricted case the vault key does not open it. */
  objectKey(dossierId: string, place: SealPlace, object: ObjectKey): Uint8Array;
  /** The key of an evidence object as the vault's objects take it. Throws as `readText` does. */
  readObjectKey(dossierId: string, place: SealPlace, object: ObjectKey): Uint8Array;
  /** What the trail may say of a content hash: the hash itself, or a code under the case's key. */
  traceOf(dossierId: string, hash: string): string;
}

/** An evidence object and its key in one of its two forms. */
export interface ObjectKey {
  readonly objectId: string;
  readonly key: Uint8Array;
}

/** The session's case keys. `admit`, `shut` and `free` follow what the database says, after it has said so. */
export interface CaseKeys extends CaseSeals {
  /** A fresh key for a case, to be wrapped for its readers, then wiped by the caller. */
  newKey(): Buffer;
  /** From now on the case is restricted and open to this person; `caseKey` stays with the caller, who wipes it. */
  admit(dossierId: string, caseKey: Uint8Array): void;
  /** From now on the case is restricted and shut to this person. */
  shut(dossierId: string): void;
  /** From now on the case is the whole office's again. */
  free(dossierId: string): void;
  /** Overwrites every key; every restricted case is shut. */
  wipe(): void;
}

/** How the vault's objects keep the keys of evidence objects, and the raw keys behind. */
export interface ObjectKeyForms {
  /** The raw key, to be wiped by the caller. Throws `vault-damaged` when it is not this object's. */
  unwrapKey(object: ObjectKey): Uint8Array;
  wrapKey(object: ObjectKey): Uint8Array;
}

/** Stored texts of restricted cases begin with this; what follows is base64. */
export const sealedTextMark = "sealed1:";

/** Keys of no case yet; every id in `restricted` is shut. */
export function createCaseKeys(options: {
  readonly random: VaultRandom;
  readonly objectKeys: ObjectKeyForms;
  readonly restricted: Iterable<string>;
}): CaseKeys {
  const { random, objectKeys } = options;
  const seals = new Map<string, CaseSeal | undefined>();
  for (const dossierId of options.restricted) seals.set(dossierId, undefined);

  function replace(dossierId: string, seal: CaseSeal | undefined): void {
    seals.get(dossierId)?.wipe();
    seals.set(dossierId, seal);
  }
  return {
    ...contentOf(seals, objectKeys),
    isRestricted: (dossierId) => seals.has(dossierId),
    isShut: (dossierId) => seals.has(dossierId) && seals.get(dossierId) === undefined,
    readable: () => [...seals].filter(([, seal]) => seal !== undefined).map(([dossierId]) => dossierId),
    newKey: () => newCaseKey(random),
    admit: (dossierId, caseKey) => replace(dossierId, createCaseSeal({ caseKey, dossierId, random })),
    shut: (dossierId) => replace(dossierId, undefined),
    free: (dossierId) => {
      replace(dossierId, undefined);
      seals.delete(dossierId);
    },
    wipe: () => {
      for (const dossierId of seals.keys()) replace(dossierId, undefined);
    },
  };
}

type Content = Omit<CaseSeals, "isRestricted" | "isShut" | "readable">;

function contentOf(seals: ReadonlyMap<string, CaseSeal | undefined>, objectKeys: ObjectKeyForms): Content {
  /** `undefined` for a case of the whole office. */
  const sealOf = (dossierId: string): CaseSeal | undefined => {
    const seal = seals.get(dossierId);
    if (seal === undefined && seals.has(dossierId)) throw new Error("the content of a shut case was asked for");
    return seal;
  };
  return {
    text: (dossierId, place, plain) => {
      const seal = sealOf(dossierId);
      return seal === undefined ? plain : toText(seal.seal(place, Buffer.from(plain, "utf8")));
    },
    steadyText: (dossierId, place, plain) => {
      const seal = sealOf(dossierId);
      return seal === undefined ? plain : toText(seal.sealSteady(place, Buffer.from(plain, "utf8")));
    },
    readText: (dossierId, place, stored) => {
      const seal = sealOf(dossierId);
      return seal === undefined ? stored : opened(seal.unseal(place, fromText(stored))).toString("utf8");
    },
    bytes: (dossierId, place, plain) => sealOf(dossierId)?.seal(place, plain) ?? plain,
    readBytes: (dossierId, place, stored) => {
      const seal = sealOf(dossierId);
      return seal === undefined ? stored : opened(seal.unseal(place, stored));
    },
    objectKey: (dossierId, place, object) => {
      const seal = sealOf(dossierId);
      if (seal === undefined) return object.key;
      return wiping(objectKeys.unwrapKey(object), (raw) => seal.seal(place, raw));
    },
    readObjectKey: (dossierId, place, object) => {
      const seal = sealOf(dossierId);
      if (seal === undefined) return object.key;
      const raw = opened(seal.unseal(place, object.key));
      return wiping(raw, (key) => objectKeys.wrapKey({ objectId: object.objectId, key }));
    },
    traceOf: (dossierId, hash) => sealOf(dossierId)?.code(hash) ?? hash,
  };
}

function toText(sealed: Buffer): string {
  return sealedTextMark + sealed.toString("base64");
}

function fromText(stored: string): Buffer {
  return Buffer.from(stored.startsWith(sealedTextMark) ? stored.slice(sealedTextMark.length) : "", "base64");
}

function opened(body: Buffer | undefined): Buffer {
  if (body === undefined) throw new StorageError("vault-damaged", "case-seal");
  return body;
}

function wiping<T>(key: Uint8Array, work: (key: Uint8Array) => T): T {
  try {
    return work(key);
  } finally {
    key.fill(0);
  }
}
