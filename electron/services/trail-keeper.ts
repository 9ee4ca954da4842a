import type { TrailCheckpoint } from "../../shared/domain/audit.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Clock } from "../ports.ts";
import { makeTrailKey, signCheckpoint, trailKeyFingerprint } from "../trail/checkpoint.ts";
import { faultOf } from "../vault/fault.ts";
import type { Tables } from "../vault/tables/all.ts";
import type { Person } from "../vault/tables/person-table.ts";
import type { OpenVault } from "../vault/vault.ts";

/** Links after which the trail is signed without being asked. */
const linksPerCheckpoint = 200;

/** Signs the trail for the person at work and notes its end where the database does not reach. */
export interface TrailKeeper {
  /** Signs the head when enough links were added since the last signature. Inside a transaction. */
  signIfDue(): TrailCheckpoint | undefined;
  /** Signs the head unless it is signed, or the person has no key. Inside a transaction. */
  sign(): TrailCheckpoint | undefined;
  /** Notes a signed end in the slot file, once its transaction is over. What the disk does to that is let pass. */
  anchor(signed: TrailCheckpoint): void;
}

/** What the keeper needs of a session. */
export interface TrailKeeperParts {
  readonly vault: Pick<OpenVault, "vaultId" | "self" | "setAnchor">;
  readonly tables: Pick<Tables, "audit" | "checkpoints">;
  readonly person: Person;
  readonly clock: Clock;
}

export function createTrailKeeper(parts: TrailKeeperParts): TrailKeeper {
  const { vault, tables } = parts;
  const sign = (): TrailCheckpoint | undefined => {
    const signed = signHead(parts);
    if (signed !== undefined) tables.checkpoints.add(signed);
    return signed;
  };
  return {
    sign,
    signIfDue: () => {
      const since = tables.audit.head().count - tables.checkpoints.lastCount();
      return since >= linksPerCheckpoint ? sign() : undefined;
    },
    anchor: ({ count, head, at }) => {
      try {
        vault.setAnchor({ count, head, atMs: at });
      } catch (thrown) {
        // The links are on the disk and signed; the slot file goes on naming the end before, which is still true.
        if (faultOf(thrown) === undefined) throw thrown;
      }
    },
  };
}

function placeOf(person: Person): { purpose: string; id: string } {
  return { purpose: "trail-key", id: person.id };
}

function signHead({ vault, tables, person, clock }: TrailKeeperParts): TrailCheckpoint | undefined {
  const { count, head } = tables.audit.head();
  const key = tables.checkpoints.findKey(person.id);
  if (key === undefined || count <= tables.checkpoints.lastCount()) return undefined;
  const privateKey = vault.self.seal.unseal(placeOf(person), key.sealedKey);
  if (privateKey === undefined) return undefined;
  try {
    const body = {
      count,
      head,
      at: Instant.parse(clock.nowMs()),
      personId: person.id,
      personName: person.displayName,
      publicKey: Buffer.from(key.publicKey).toString("base64"),
    };
    return signCheckpoint(vault.vaultId, body, privateKey);
  } finally {
    privateKey.fill(0);
  }
}

/**
 * Makes the key that signs the trail for this person, unless they have one that opens, and answers the new key's fingerprint,
 * which the caller must note: a key signs from the link on that introduces it. Inside a transaction.
 */
export function ensureTrailKey({ vault, tables, person }: Omit<TrailKeeperParts, "clock">): string | undefined {
  const place = placeOf(person);
  const key = tables.checkpoints.findKey(person.id);
  // A key sealed under an earlier slot of this person opens no more: they have been let in anew.
  const opened = key === undefined ? undefined : vault.self.seal.unseal(place, key.sealedKey);
  opened?.fill(0);
  if (opened !== undefined) return undefined;
  const made = makeTrailKey();
  try {
    const sealedKey = vault.self.seal.seal(place, made.privateKey);
    tables.checkpoints.putKey(person.id, { publicKey: made.publicKey, sealedKey });
    return trailKeyFingerprint(made.publicKey);
  } finally {
    made.privateKey.fill(0);
  }
}
