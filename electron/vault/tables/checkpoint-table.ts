import { createHash } from "node:crypto";
import { TrailCheckpoint } from "../../../shared/domain/audit.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";

/** A person's key for signing checkpoints; the private half is sealed under what only that person's session holds. */
export interface TrailKey {
  readonly publicKey: Uint8Array;
  readonly sealedKey: Uint8Array;
}

/** Signatures over the head of the trail, and the keys that make them. Checkpoints are only ever added. */
export interface CheckpointTable {
  add(checkpoint: TrailCheckpoint): void;
  /** The count of the latest; 0 when there is none. */
  lastCount(): number;
  /** First to last. */
  list(): TrailCheckpoint[];
  findKey(personId: PersonId): TrailKey | undefined;
  /** Ties a key to a person in place of any they had. */
  putKey(personId: PersonId, key: TrailKey): void;
  /** First 16 hex digits of the SHA-256 of the public key of this person's slot; null before they have one. */
  actorKeyOf(personId: PersonId): string | null;
}

interface CheckpointRow {
  readonly count: number;
  readonly head: string;
  readonly at: number;
  readonly person_id: string;
  readonly person_name: string;
  readonly public_key: Uint8Array;
  readonly signature: Uint8Array;
}

interface KeyRow {
  readonly public_key: Uint8Array | null;
  readonly trail_public_key: Uint8Array | null;
  readonly sealed_trail_key: Uint8Array | null;
}

function toCheckpoint(row: CheckpointRow): TrailCheckpoint {
  return TrailCheckpoint.parse({
    count: row.count,
    head: row.head,
    at: row.at,
    personId: row.person_id,
    personName: row.person_name,
    publicKey: Buffer.from(row.public_key).toString("base64"),
    signature: Buffer.from(row.signature).toString("base64"),
  });
}

/** Hex digits of a key's hash that people are shown. */
const shownDigits = 16;

export function createCheckpointTable(db: Database): CheckpointTable {
  const insert = db.prepare<[CheckpointRow]>(
    `INSERT INTO trail_checkpoint (count, head, at, person_id, person_name, public_key, signature)
     VALUES (@count, @head, @at, @person_id, @person_name, @public_key, @signature)`,
  );
  const last = db.prepare<[], { count: number }>("SELECT count FROM trail_checkpoint ORDER BY count DESC LIMIT 1");
  const all = db.prepare<[], CheckpointRow>("SELECT * FROM trail_checkpoint ORDER BY count");
  const keys = db.prepare<[string], KeyRow>(
    "SELECT public_key, trail_public_key, sealed_trail_key FROM person WHERE id = ?",
  );
  const update = db.prepare<[Uint8Array, Uint8Array, string]>(
    "UPDATE person SET trail_public_key = ?, sealed_trail_key = ? WHERE id = ?",
  );
  return {
    add: (checkpoint) => {
      insert.run({
        count: checkpoint.count,
        head: checkpoint.head,
        at: checkpoint.at,
        person_id: checkpoint.personId,
        person_name: checkpoint.personName,
        public_key: Buffer.from(checkpoint.publicKey, "base64"),
        signature: Buffer.from(checkpoint.signature, "base64"),
      });
    },
    lastCount: () => last.get()?.count ?? 0,
    list: () => all.all().map(toCheckpoint),
    findKey: (personId) => {
      const row = keys.get(personId);
      if (row?.trail_public_key == null || row.sealed_trail_key === null) return undefined;
      return { publicKey: row.trail_public_key, sealedKey: row.sealed_trail_key };
    },
    putKey: (personId, key) => {
      update.run(key.publicKey, key.sealedKey, personId);
    },
    actorKeyOf: (personId) => {
      const publicKey = keys.get(personId)?.public_key ?? null;
      if (publicKey === null) return null;
      return createHash("sha256").update(publicKey).digest("hex").slice(0, shownDigits);
    },
  };
}
