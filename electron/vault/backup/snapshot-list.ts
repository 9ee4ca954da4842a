import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { storageErrorFrom } from "../fault.ts";
import { ours, readSmallFile } from "./file-work.ts";
import { backupNames, isSnapshotName, poolFolder, snapshotFolder } from "./layout.ts";
import { decodeManifest, maxManifestBytes, type ReadManifest } from "./manifest.ts";

/** A finished snapshot in a backup folder. */
export interface FoundSnapshot {
  readonly name: string;
  readonly folder: string;
  /** Where its objects lie. */
  readonly objects: string;
  /** Undefined when the manifest is missing or is not what the program writes. */
  readonly read: ReadManifest | undefined;
}

/** Most folders looked at below one that a person pointed at. */
const maxFolders = 500;

/** Every finished snapshot of one backup folder, latest first; none when there is no such folder. */
export async function listSnapshots(root: string): Promise<FoundSnapshot[]> {
  const found: FoundSnapshot[] = [];
  const entries = await foldersIn(join(root, backupNames.snapshots));
  for (const name of entries.filter(isSnapshotName).toSorted().toReversed())
    found.push(await readSnapshot(snapshotFolder(root, name), poolFolder(root)));
  return found;
}

/**
 * The snapshots a person may have meant by a folder: the snapshot itself (in its backup folder, or carried elsewhere together
 * with its objects), a backup folder, or a folder with backup folders in it.
 */
export async function findSnapshots(folder: string): Promise<FoundSnapshot[]> {
  const own = await readSnapshot(folder, join(folder, backupNames.objects));
  if (own.read !== undefined) return [await withObjects(own)];
  const here = await listSnapshots(folder);
  if (here.length > 0) return here;
  const below: FoundSnapshot[] = [];
  for (const name of (await foldersIn(folder)).slice(0, maxFolders))
    below.push(...(await listSnapshots(join(folder, name))));
  return below;
}

async function readSnapshot(folder: string, objects: string): Promise<FoundSnapshot> {
  const bytes = await readSmallFile(join(folder, backupNames.manifest), maxManifestBytes);
  const read = bytes === undefined ? undefined : decodeManifest(bytes);
  return { name: read?.manifest.name ?? basename(folder), folder, objects, read };
}

/** In a backup folder the objects lie two floors up; a snapshot carried elsewhere has them inside. */
async function withObjects(found: FoundSnapshot): Promise<FoundSnapshot> {
  const isInPlace = basename(dirname(found.folder)) === backupNames.snapshots;
  return isInPlace ? { ...found, objects: poolFolder(dirname(dirname(found.folder))) } : found;
}

/** Names of the folders in a folder; none when it is not there. */
export async function foldersIn(folder: string): Promise<string[]> {
  return (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** What is in a folder; nothing when it is not there. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await ours(() => readdir(folder, { withFileTypes: true }));
  } catch (error) {
    if (storageErrorFrom(error)?.code === "storage-gone") return [];
    throw error;
  }
}

/** True when the folder name and the manifest say the same: a manifest moved into another folder is not its own. */
export function isItsOwn(found: FoundSnapshot): boolean {
  return found.read !== undefined && basename(found.folder) === found.read.manifest.name;
}
