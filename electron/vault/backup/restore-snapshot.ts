import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Result } from "../../../shared/result.ts";
import { makeFolder, renameDurably, replaceFile, syncFolder } from "../durable-file.ts";
import { StorageError, storageErrorFrom } from "../fault.ts";
import { isFreeForVault, isThere, names, prepareFolder, refuseUnusable } from "../folder.ts";
import { asBackupResult, type BackupFault, BackupRefusal } from "./backup-fault.ts";
import { copyFileFrom, hashFile, otherWork, ours, refuseCancelled, removeQuietly } from "./file-work.ts";
import { refuseTooLittleSpace } from "./free-space.ts";
import { objectFile } from "./layout.ts";
import { encodeManifest, type FileFacts, type Manifest, manifestSizeBytes, type ReadManifest } from "./manifest.ts";
import { type FoundSnapshot, findSnapshots, isItsOwn } from "./snapshot-list.ts";

/** A snapshot that can be chosen for a restore; nothing but sizes and moments is known without a passphrase. */
export interface RestorableSnapshot {
  readonly vaultId: string;
  readonly name: string;
  readonly takenAtMs: number;
  readonly sizeBytes: number;
  readonly trailCount: number;
}

/** A chosen folder with the snapshots in it, latest first. */
export interface RestorableFolder {
  readonly snapshots: readonly RestorableSnapshot[];
  /** Snapshots whose manifest is broken; they cannot be restored. */
  readonly damaged: number;
  /** Restores one of them. See `restoreSnapshot`. */
  restore(name: string, request: RestoreRequest): Promise<Result<RestorableSnapshot, BackupFault>>;
}

/** Where to and how. */
export interface RestoreRequest {
  /** Absent or empty. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Looks for snapshots in a folder a person chose. `backup-absent`, `backup-damaged` when all are broken, storage codes. */
export function openBackupFolder(folder: string): Promise<Result<RestorableFolder, BackupFault>> {
  return asBackupResult(async () => {
    if (!isThere(folder)) throw new StorageError("storage-gone", "backup-folder");
    const found = await findSnapshots(folder);
    if (found.length === 0) throw new BackupRefusal("backup-absent", "folder");
    const whole = found.filter(isReadable).toSorted((a, b) => b.read.manifest.takenAtMs - a.read.manifest.takenAtMs);
    if (whole.length === 0) throw new BackupRefusal("backup-damaged", "manifest");
    return {
      snapshots: whole.map(({ read }) => describe(read.manifest)),
      damaged: found.length - whole.length,
      restore: (name, request) =>
        asBackupResult(async () => {
          const snapshot = whole.find(({ read }) => read.manifest.name === name);
          if (snapshot === undefined) throw new BackupRefusal("backup-absent", "snapshot");
          return restore(snapshot, request);
        }),
    };
  });
}

type Readable = FoundSnapshot & { readonly read: ReadManifest };

/** A snapshot carried elsewhere may have lost its folder's name; inside a backup folder the names must agree. */
function isReadable(found: FoundSnapshot): found is Readable {
  return found.read !== undefined && (isItsOwn(found) || found.objects.startsWith(found.folder));
}

function describe(manifest: Manifest): RestorableSnapshot {
  const { vaultId, name, takenAtMs, trail } = manifest;
  return { vaultId, name, takenAtMs, sizeBytes: manifestSizeBytes(manifest), trailCount: trail.count };
}

/**
 * Copies a snapshot into an empty folder and reads every copied byte again. The slot file comes last: before it, the folder
 * is no vault. Whatever goes wrong, everything written is removed again and the backup is as it was.
 */
async function restore(snapshot: Readable, request: RestoreRequest): Promise<RestorableSnapshot> {
  const { folder } = request;
  const { manifest } = snapshot.read;
  const isNew = !isThere(folder);
  if (!isNew) await takeEmptyFolder(folder);
  await ours(() => prepareFolder(folder));
  refuseUnusable(folder);
  await refuseTooLittleSpace(folder, manifestSizeBytes(manifest));
  const draft = join(folder, `restore-${randomBytes(4).toString("hex")}`);
  try {
    await copyAll({ snapshot, request, draft });
    await ours(() => settle(snapshot.read, draft, folder));
    return describe(manifest);
  } catch (error) {
    await removeQuietly(draft);
    for (const name of halfRestored) await removeQuietly(join(folder, name));
    if (isNew) await removeQuietly(folder);
    throw storageErrorFrom(error) ?? error;
  }
}

/** What a restore gives its name before the slot file; without a slot file beside it, it is half of one that was cut off. */
const halfRestored = [names.restored, names.objects, names.database] as const;

/** Refuses a folder with anything in it but the remains of a restore that was cut off, and clears those away. */
async function takeEmptyFolder(folder: string): Promise<void> {
  const wasCutOff = isThere(join(folder, names.restored)) && !isThere(join(folder, names.slotFile));
  const remains = (await ours(() => readdir(folder))).filter(
    (name) => /^restore-[0-9a-f]{8}$/.test(name) || (wasCutOff && halfRestored.some((half) => half === name)),
  );
  if (!isFreeForVault(folder, remains)) throw new BackupRefusal("folder-not-empty", "folder");
  for (const name of remains) await removeQuietly(join(folder, name));
}

interface Restoring {
  readonly snapshot: Readable;
  readonly request: RestoreRequest;
  readonly draft: string;
}

async function copyAll({ snapshot, request, draft }: Restoring): Promise<void> {
  const { manifest } = snapshot.read;
  const { signal, onProgress } = request;
  const total = 2 * manifestSizeBytes(manifest);
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    onProgress(Math.min(done, total), total);
  };
  const one = async (source: string, target: string, expected: FileFacts): Promise<void> => {
    refuseCancelled(signal);
    await damagedIfGone(() => copyFileFrom(source, { target, signal, onBytes }));
    // The written bytes count, not those read: a stick may give other bytes back than it took.
    const written = await hashFile(target, signal, onBytes);
    if (written.sha256 !== expected.sha256 || written.sizeBytes !== expected.sizeBytes)
      throw new BackupRefusal("backup-damaged", "hash");
  };
  await ours(() => makeFolder(join(draft, names.objects)));
  await one(join(snapshot.folder, names.slotFile), join(draft, names.slotFile), manifest.slotFile);
  await one(join(snapshot.folder, names.database), join(draft, names.database), manifest.database);
  for (const [id, sizeBytes, sha256] of manifest.objects) {
    const target = objectFile(join(draft, names.objects), id);
    await ours(() => makeFolder(dirname(target)));
    await one(objectFile(snapshot.objects, id), target, { sizeBytes, sha256 });
    await otherWork();
  }
}

async function damagedIfGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageError && error.reason === "ENOENT")
      throw new BackupRefusal("backup-damaged", "missing");
    throw error;
  }
}

/** Gives everything its name. Until the last rename there is no vault here, after it there is a whole one. */
function settle(read: ReadManifest, draft: string, folder: string): void {
  replaceFile(
    join(folder, names.restored),
    encodeManifest(read.manifest, () => read.mac),
  );
  renameDurably(join(draft, names.objects), join(folder, names.objects));
  renameDurably(join(draft, names.database), join(folder, names.database));
  renameDurably(join(draft, names.slotFile), join(folder, names.slotFile));
  void removeQuietly(draft);
  syncFolder(folder);
}
