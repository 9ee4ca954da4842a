import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Result } from "../../../shared/result.ts";
import type { Database } from "../database.ts";
import { makeFolder, renameDurably, replaceFile, syncFolder } from "../durable-file.ts";
import { StorageError, storageErrorFrom } from "../fault.ts";
import { isThere, names, refuseUnusable } from "../folder.ts";
import type { FrozenFile } from "../log-keeper.ts";
import type { Objects } from "../objects.ts";
import { createQueue } from "../turns.ts";
import { asBackupResult, type BackupFault, BackupRefusal } from "./backup-fault.ts";
import { checkPages, type PageCheckRequest, type PageFacts } from "./check-pages.ts";
import { type CopyFacts, countRows, tableNames, trailHead } from "./copy-check.ts";
import { copyFile, copyFileFrom, otherWork, ours, refuseCancelled, removeQuietly } from "./file-work.ts";
import { refuseTooLittleSpace } from "./free-space.ts";
import { backupNames, draftEnding, objectFile, poolFolder, snapshotFolder, snapshotName } from "./layout.ts";
import {
  encodeManifest,
  type FileFacts,
  isAuthenticManifest,
  type Manifest,
  manifestSizeBytes,
  type ReadManifest,
} from "./manifest.ts";
import { pruneSnapshots, sweepDrafts } from "./prune.ts";
import { runCopyCheck } from "./run-copy-check.ts";
import { listSnapshots } from "./snapshot-list.ts";

/** What of an open vault a snapshot is made from. */
export interface SnapshotSource {
  readonly vaultId: string;
  readonly folder: string;
  readonly db: Database;
  readonly objects: Pick<Objects, "hold">;
  schema(): number;
  /** A copy of the database key for the check; wiped by whoever takes it. */
  databaseKey(): Uint8Array;
  manifestMac(bytes: Uint8Array): Uint8Array;
}

/** One snapshot to be made. */
export interface SnapshotRequest {
  /** The vault's own backup folder; made if it is absent. Its parent must be there. */
  readonly root: string;
  readonly atMs: number;
  /** Ids of every object the database names; asked at the very moment whose state is copied. */
  readonly objectIds: () => ReadonlySet<string>;
  readonly signal: AbortSignal;
  /** Bytes written and then read again for the check. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A snapshot that was made, read again and found equal to the vault as it was. */
export interface MadeSnapshot {
  readonly name: string;
  readonly takenAtMs: number;
  /** Everything a restore would bring back. */
  readonly sizeBytes: number;
  /** What this run added to the disk. */
  readonly writtenBytes: number;
  readonly objects: number;
  /** Objects whose file the vault itself no longer had. */
  readonly missing: number;
  readonly trail: { readonly count: number; readonly head: string };
  /** Snapshots that were let go. */
  readonly dropped: number;
}

/** What an open vault can do about backups. */
export interface Snapshots {
  /**
   * Makes a snapshot of this vault while work goes on: it holds everything committed before the call, and nothing later.
   * The copy is read again in a worker and becomes a snapshot only if it equals the vault. Answers `storage-full` before
   * anything is written when there is too little room, `backup-unverified` when the copy is not right, `cancelled`,
   * `vault-locked` when the vault closes meanwhile, and the storage codes. No failure touches an earlier snapshot.
   */
  takeSnapshot(request: SnapshotRequest): Promise<Result<MadeSnapshot, BackupFault>>;
  /** Reads every page of the vault while work goes on. See `check-pages.ts`. */
  checkPages(request: PageCheckRequest): Promise<PageFacts | undefined>;
  /** Whether this vault, under its present key, wrote that manifest. */
  hasWritten(read: ReadManifest): boolean;
}

/** The backups of one open vault. */
export function snapshotsOf(source: SnapshotSource): Snapshots {
  // Each copies the one file as it stands; the second waits for the first.
  const inTurn = createQueue();
  return {
    takeSnapshot: (request) => inTurn(() => takeSnapshot(source, request)),
    checkPages: (request) => inTurn(() => checkPages(source, request)),
    hasWritten: (read) => isAuthenticManifest(read, source.manifestMac),
  };
}

function takeSnapshot(source: SnapshotSource, request: SnapshotRequest): Promise<Result<MadeSnapshot, BackupFault>> {
  return asBackupResult(async () => {
    const { root, signal } = request;
    refuseCancelled(signal);
    // Asked first: making several levels at once on a read-only disk fails with a misleading code.
    refuseUnusable(isThere(root) ? root : dirname(root));
    await sweepDrafts(root);
    const known = await knownObjects(source, root);
    const moment = freezeMoment(source, request);
    try {
      return await copyMoment({ source, request, moment, known });
    } finally {
      moment.frozen.release();
      await moment.releaseObjects();
    }
  });
}

/** Sizes and hashes of the objects in the pool, as manifests of this vault vouch for them. */
async function knownObjects(source: SnapshotSource, root: string): Promise<Map<string, FileFacts>> {
  const known = new Map<string, FileFacts>();
  for (const { read } of await listSnapshots(root)) {
    if (read === undefined || !isAuthenticManifest(read, source.manifestMac)) continue;
    for (const [id, sizeBytes, sha256] of read.manifest.objects) known.set(id, { sizeBytes, sha256 });
  }
  return known;
}

/** The vault's state at one instant, kept as it is until it has been copied. */
interface Moment {
  readonly frozen: FrozenFile;
  readonly releaseObjects: () => Promise<void>;
  readonly slotFile: Buffer;
  readonly objectIds: readonly string[];
  readonly facts: Pick<CopyFacts, "schema" | "tables" | "trail">;
}

/** One turn, without a pause: slot file, database and list of objects belong together. */
function freezeMoment(source: SnapshotSource, request: SnapshotRequest): Moment {
  const { db } = source;
  const frozen = db.freeze();
  try {
    const slotFile = readFileSync(join(source.folder, names.slotFile));
    const facts = { schema: source.schema(), tables: countRows(db, tableNames(db)), trail: trailHead(db) };
    const objectIds = [...request.objectIds()].toSorted();
    return { frozen, slotFile, facts, objectIds, releaseObjects: source.objects.hold() };
  } catch (error) {
    frozen.release();
    throw storageErrorFrom(error) ?? error;
  }
}

interface Copying {
  readonly source: SnapshotSource;
  readonly request: SnapshotRequest;
  readonly moment: Moment;
  readonly known: ReadonlyMap<string, FileFacts>;
}

async function copyMoment(copying: Copying): Promise<MadeSnapshot> {
  const { source, request, moment } = copying;
  const { root, signal, atMs } = request;
  const plan = await planObjects(copying);
  const newBytes = moment.frozen.sizeBytes + moment.slotFile.length + plan.newBytes;
  await refuseTooLittleSpace(isThere(root) ? root : dirname(root), newBytes);
  const name = snapshotName(atMs, randomBytes(4).toString("hex"));
  const draft = `${snapshotFolder(root, name)}${draftEnding}`;
  const progress = createProgress(request, newBytes, newBytes + plan.keptBytes);
  try {
    await ours(() => [root, dirname(draft), poolFolder(root), draft].forEach(makeFolder));
    const database = await copyFile({
      read: (into, at) => moment.frozen.read(into, at),
      target: join(draft, names.database),
      signal,
      onBytes: progress.wrote,
    });
    // From here on the database's file may change again; what work put into the log meanwhile flows into it.
    moment.frozen.release();
    const slotFile = await writeSlotFile(draft, moment.slotFile, signal);
    const objects = await copyObjects(copying, plan, progress.wrote);
    const manifest: Manifest = {
      format: "kura-backup",
      version: 1,
      vaultId: source.vaultId,
      name,
      takenAtMs: atMs,
      ...moment.facts,
      database,
      slotFile,
      objects: plan.present.map((id) => {
        const { sizeBytes, sha256 } = mustHave(objects, id);
        return [id, sizeBytes, sha256];
      }),
      missing: [...plan.missing],
    };
    await verify({ copying, draft, manifest, onProgress: progress.read });
    return await finish({ source, root, draft, manifest, writtenBytes: newBytes });
  } catch (error) {
    await removeQuietly(draft);
    if (!source.db.isOpen) throw new StorageError("vault-locked", "closed");
    throw error;
  }
}

function createProgress({ onProgress }: SnapshotRequest, writeBytes: number, readBytes: number) {
  const total = writeBytes + readBytes;
  let written = 0;
  return {
    wrote: (count: number): void => {
      written += count;
      onProgress(Math.min(written, writeBytes), total);
    },
    read: (doneBytes: number): void => onProgress(Math.min(writeBytes + doneBytes, total), total),
  };
}

interface ObjectPlan {
  readonly present: readonly string[];
  readonly missing: readonly string[];
  /** Objects the pool does not hold yet, or whose copy no manifest vouches for. */
  readonly toCopy: ReadonlySet<string>;
  readonly newBytes: number;
  readonly keptBytes: number;
}

async function planObjects({ source, request, moment, known }: Copying): Promise<ObjectPlan> {
  const present: string[] = [];
  const missing: string[] = [];
  const toCopy = new Set<string>();
  let newBytes = 0;
  let keptBytes = 0;
  const pool = poolFolder(request.root);
  for (const id of moment.objectIds) {
    refuseCancelled(request.signal);
    const sizeBytes = await sizeOf(objectFile(join(source.folder, names.objects), id));
    if (sizeBytes === undefined) {
      missing.push(id);
      continue;
    }
    present.push(id);
    const isKept = known.get(id)?.sizeBytes === sizeBytes && (await sizeOf(objectFile(pool, id))) === sizeBytes;
    if (isKept) keptBytes += sizeBytes;
    else {
      toCopy.add(id);
      newBytes += sizeBytes;
    }
  }
  return { present, missing, toCopy, newBytes, keptBytes };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (storageErrorFrom(error)?.reason === "ENOENT") return undefined;
    throw storageErrorFrom(error) ?? error;
  }
}

function writeSlotFile(draft: string, bytes: Buffer, signal: AbortSignal): Promise<FileFacts> {
  const read = (into: Uint8Array, at: number): number => bytes.copy(into, 0, at);
  return copyFile({ read, target: join(draft, names.slotFile), signal, onBytes: () => undefined });
}

async function copyObjects(
  { source, request, known }: Copying,
  plan: ObjectPlan,
  onBytes: (count: number) => void,
): Promise<Map<string, FileFacts>> {
  const facts = new Map(known);
  const pool = poolFolder(request.root);
  const parts = join(pool, backupNames.parts);
  if (plan.toCopy.size > 0) await ours(() => makeFolder(parts));
  for (const id of plan.toCopy) {
    const target = join(parts, `${id}.part`);
    const from = objectFile(join(source.folder, names.objects), id);
    facts.set(id, await copyFileFrom(from, { target, signal: request.signal, onBytes }));
    const place = objectFile(pool, id);
    await ours(() => {
      makeFolder(dirname(place));
      syncFolder(pool);
      renameDurably(target, place);
    });
    await otherWork();
  }
  return facts;
}

async function verify(options: {
  readonly copying: Copying;
  readonly draft: string;
  readonly manifest: Manifest;
  readonly onProgress: (doneBytes: number) => void;
}): Promise<void> {
  const { copying, draft, manifest, onProgress } = options;
  const { source, request } = copying;
  const objectIds = manifest.objects.map(([id]) => id);
  const pool = poolFolder(request.root);
  const facts = await runCopyCheck({
    request: { folder: draft, objects: pool, objectIds, key: source.databaseKey() },
    signal: request.signal,
    onProgress,
  });
  const bad = manifest.objects.filter(([, sizeBytes, sha256], index) => {
    const found = facts.objects[index];
    return found?.sha256 !== sha256 || found.sizeBytes !== sizeBytes;
  });
  // A copy that has gone bad in the pool is no use to any snapshot; without it the next backup copies it anew.
  for (const [id] of bad) await removeQuietly(objectFile(pool, id));
  const same = JSON.stringify(expectedOf(facts)) === JSON.stringify(expectedOf(manifest));
  if (!facts.whole) throw new BackupRefusal("backup-unverified", "pages");
  if (bad.length > 0) throw new BackupRefusal("backup-unverified", "objects");
  if (!same) throw new BackupRefusal("backup-unverified", "differs");
}

/** What manifest and copy must agree on besides the objects. */
type ComparedFact = "schema" | "tables" | "trail" | "database" | "slotFile";

function expectedOf({ schema, tables, trail, database, slotFile }: Pick<Manifest, ComparedFact>) {
  const counts = Object.entries(tables).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const file = ({ sizeBytes, sha256 }: FileFacts): unknown => [sizeBytes, sha256];
  return [schema, counts, trail.count, trail.head, file(database), file(slotFile)];
}

async function finish(options: {
  readonly source: SnapshotSource;
  readonly root: string;
  readonly draft: string;
  readonly manifest: Manifest;
  readonly writtenBytes: number;
}): Promise<MadeSnapshot> {
  const { source, root, draft, manifest, writtenBytes } = options;
  await ours(() => {
    replaceFile(join(draft, backupNames.manifest), encodeManifest(manifest, source.manifestMac));
    renameDurably(draft, snapshotFolder(root, manifest.name));
  });
  const dropped = await pruneSnapshots(root, manifest.name);
  return {
    name: manifest.name,
    takenAtMs: manifest.takenAtMs,
    sizeBytes: manifestSizeBytes(manifest),
    writtenBytes,
    objects: manifest.objects.length,
    missing: manifest.missing.length,
    trail: manifest.trail,
    dropped,
  };
}

function mustHave(facts: ReadonlyMap<string, FileFacts>, id: string): FileFacts {
  const found = facts.get(id);
  if (found === undefined) throw new Error("Broken invariant: every object of a snapshot was copied or is known");
  return found;
}
