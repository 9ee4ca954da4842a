import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database.ts";
import { StorageError } from "../fault.ts";
import { names } from "../folder.ts";
import { decodeManifest, isAuthenticManifest, type Manifest, maxManifestBytes } from "./manifest.ts";

/** What a vault was restored from. */
export type RestoredFrom = Pick<Manifest, "name" | "takenAtMs" | "trail">;

/**
 * Looks whether this folder came out of a backup and, now that the key is here, whether it is what the backup's maker vouched
 * for. Answers what it was restored from until `forgetRestored`; throws `vault-damaged` when the vouching does not hold.
 */
export function checkRestored(options: {
  readonly folder: string;
  readonly vaultId: string;
  readonly db: Database;
  readonly manifestMac: (bytes: Uint8Array) => Uint8Array;
}): RestoredFrom | undefined {
  const { folder, vaultId, db, manifestMac } = options;
  const path = join(folder, names.restored);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return undefined;
  const read = facts.size > maxManifestBytes ? undefined : decodeManifest(readFileSync(path));
  if (read?.manifest.vaultId !== vaultId || !isAuthenticManifest(read, manifestMac))
    throw new StorageError("vault-damaged", "restored-manifest");
  const { name, takenAtMs, trail } = read.manifest;
  // The trail may have grown since, when an earlier first opening was cut off; it cannot have changed.
  if (trail.count > 0 && linkAt(db, trail.count) !== trail.head)
    throw new StorageError("vault-damaged", "restored-trail");
  return { name, takenAtMs, trail };
}

/** The vault has written down that it was restored; from here on it is a vault like any other. */
export function forgetRestored(folder: string): void {
  rmSync(join(folder, names.restored), { force: true });
}

function linkAt(db: Database, sequence: number): string | undefined {
  return db.prepare<[number], { hash: string }>("SELECT hash FROM audit WHERE sequence = ?").get(sequence)?.hash;
}
