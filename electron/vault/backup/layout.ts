import { join } from "node:path";
import { idBytes } from "../format.ts";

/** The names inside a backup folder; README.md of the vault says what lies where. */
export const backupNames = {
  snapshots: "snapshots",
  objects: "objects",
  /** Objects being copied, inside the pool. */
  parts: "parts",
  manifest: "manifest.json",
} as const;

/** Ending of a snapshot that is still being made; whatever bears it may be swept away. */
export const draftEnding = ".part";

/** `20261123T011605Z-1a2b3c4d`: the moment in UTC, so that names sort by age, and eight random digits. */
const snapshotNamePattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/** True for the name of a finished snapshot. */
export function isSnapshotName(name: string): boolean {
  return snapshotNamePattern.test(name);
}

/** The name of a snapshot taken at this moment; `unique` is eight hex digits. */
export function snapshotName(atMs: number, unique: string): string {
  const moment = new Date(atMs).toISOString().replace(/\.\d+Z$/, "Z");
  return `${moment.replaceAll(/[-:]/g, "")}-${unique}`;
}

/** Where a snapshot with this name lies. */
export function snapshotFolder(root: string, name: string): string {
  return join(root, backupNames.snapshots, name);
}

/** Where the pool shared by all snapshots of this backup folder lies. */
export function poolFolder(root: string): string {
  return join(root, backupNames.objects);
}

/** An object's place below a pool or below a vault's own objects. */
export function objectFile(objects: string, objectId: string): string {
  return join(objects, idBytes(objectId).toString("hex", 0, 1), `${objectId}.obj`);
}

/** Where the snapshots of a folder chosen by a person go: a folder of the vault's own in it. */
export function chosenRoot(folder: string, vaultId: string): string {
  return join(folder, `kura-backup-${vaultId.slice(0, 12)}`);
}
