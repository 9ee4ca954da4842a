import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { DiskSpace } from "../../shared/contract/calls/backup.ts";
import { storageErrorFrom } from "../vault/fault.ts";

const gigabyte = 1_000_000_000;

/** Room on the disk a vault is on and the vault's own size; null when the disk does not tell. */
export async function diskSpaceOf(folder: string): Promise<DiskSpace | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const vaultBytes = await sizeOf(folder);
    const freeBytes = bavail * bsize;
    return { freeBytes, vaultBytes, isLow: freeBytes < Math.max(gigabyte, 2 * vaultBytes) };
  } catch (thrown) {
    if (storageErrorFrom(thrown) === undefined) throw thrown;
    return null;
  }
}

async function sizeOf(folder: string): Promise<number> {
  let total = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // Only sizes are asked: opening a file of the vault here would cost SQLite its locks.
    if (entry.isFile()) total += (await stat(join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return total;
}
