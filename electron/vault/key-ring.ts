import { deriveSubkey } from "./crypto/subkeys.ts";
import type { Database, OpenedDatabase } from "./database.ts";

/** The keys a session works with, newest first where an older one may still be needed. The vault key is not among them. */
export interface SessionKeys {
  readonly objects: Buffer[];
  readonly seal: Buffer[];
  /** The first there ever was: a chain of codes under changing keys could not be checked as one. */
  readonly audit: Buffer;
  /** Vouches for what a backup holds; the first too, so that backups from before are still ours. */
  readonly backup: Buffer;
  /** Opens a copy of the database for its check. SQLite holds the same key as long as the vault is open. */
  readonly database: Buffer;
}

/** What stays readable after the vault key has changed lies here, inside the database that is under the new key. */
const ringTableSql = `
CREATE TABLE IF NOT EXISTS vault_key_ring (
  number INTEGER PRIMARY KEY,
  key_id TEXT NOT NULL UNIQUE,
  objects BLOB NOT NULL,
  seal BLOB NOT NULL,
  audit BLOB NOT NULL,
  backup BLOB NOT NULL
) STRICT;
`;

interface RingRow {
  readonly key_id: string;
  readonly objects: Buffer;
  readonly seal: Buffer;
  readonly audit: Buffer;
  readonly backup: Buffer;
}

/** The keys under this vault key and those of all before it. */
export function getSessionKeys(db: Database, vaultKey: Uint8Array, vaultId: string): SessionKeys {
  const own = keyId(vaultKey, vaultId);
  const older = readRing(db).filter((row) => row.key_id !== own);
  return {
    objects: [deriveSubkey(vaultKey, vaultId, "objects"), ...older.map((row) => row.objects)],
    seal: [deriveSubkey(vaultKey, vaultId, "seal"), ...older.map((row) => row.seal)],
    audit: older.at(-1)?.audit ?? deriveSubkey(vaultKey, vaultId, "audit mac"),
    backup: older.at(-1)?.backup ?? deriveSubkey(vaultKey, vaultId, "backup manifest"),
    database: deriveSubkey(vaultKey, vaultId, "db"),
  };
}

/** Keeps the keys of a vault key that is about to go. Doing it twice is doing it once. */
export function keepOutgoingKeys({ db, steps }: OpenedDatabase, vaultKey: Uint8Array, vaultId: string): void {
  steps.apply({ version: steps.version(), sql: ringTableSql });
  const keys = [
    deriveSubkey(vaultKey, vaultId, "objects"),
    deriveSubkey(vaultKey, vaultId, "seal"),
    deriveSubkey(vaultKey, vaultId, "audit mac"),
    deriveSubkey(vaultKey, vaultId, "backup manifest"),
  ] as const;
  try {
    db.prepare(
      "INSERT OR IGNORE INTO vault_key_ring (key_id, objects, seal, audit, backup) VALUES (?, ?, ?, ?, ?)",
    ).run(keyId(vaultKey, vaultId), ...keys);
  } finally {
    for (const key of keys) key.fill(0);
  }
}

/** Newest first; empty in a vault whose key has never changed, which has no such table. */
function readRing(db: Database): RingRow[] {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'vault_key_ring'").get();
  if (table === undefined) return [];
  return db
    .prepare<[], RingRow>("SELECT key_id, objects, seal, audit, backup FROM vault_key_ring ORDER BY number DESC")
    .all();
}

/** Tells vault keys apart without telling anything of them. */
function keyId(vaultKey: Uint8Array, vaultId: string): string {
  const id = deriveSubkey(vaultKey, vaultId, "key id");
  return id.toString("hex", 0, 16);
}
