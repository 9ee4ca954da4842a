import { statfs } from "node:fs/promises";
import { SpaceRefusal } from "./backup-fault.ts";
import { ours } from "./file-work.ts";

/** Room left over after a backup or a restore, so that the disk is never filled to the last byte by us. */
const spareBytes = 16 * 1_048_576;

/** Bytes that may still be written to the disk a folder is on. Throws `StorageError`. */
async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await ours(() => statfs(folder));
  return bavail * bsize;
}

/** Throws `storage-full` with both numbers when the disk of this folder cannot take that much. */
export async function refuseTooLittleSpace(folder: string, newBytes: number): Promise<void> {
  const freeBytes = await freeBytesAt(folder);
  // One percent for folders and half-filled blocks.
  const neededBytes = Math.ceil(newBytes * 1.01) + spareBytes;
  if (freeBytes < neededBytes) throw new SpaceRefusal(neededBytes, freeBytes);
}
