import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { RestoreRequest } from "../../../../electron/vault/backup/restore-snapshot.ts";
import type { MadeSnapshot, SnapshotRequest } from "../../../../electron/vault/backup/take-snapshot.ts";
import { kdfFloor } from "../../../../electron/vault/format.ts";
import { createTables, openCaseKeys, type Tables } from "../../../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault, type Vaults } from "../../../../electron/vault/vault.ts";
import { atEnd, must, passphrase, scratchFolder, testPorts } from "../scratch-vault.ts";

/** Vaults with the app's own schema: a backup counts its tables and its trail. */
export function appVaults(): Vaults {
  return createVaults(testPorts);
}

/** A vault with a trail and large evidence, and a place for its backups. */
export interface BackupScene {
  readonly folder: string;
  readonly vault: OpenVault;
  readonly root: string;
  /** Ids of the objects that a row would name. */
  readonly objectIds: Set<string>;
  /** Adds links to the trail and one setting; answers what the vault now says of itself. */
  edit(text: string): void;
  /** Keeps an object of this size. */
  addObject(sizeBytes: number): Promise<string>;
}

export async function setBackupScene(t: TestContext): Promise<BackupScene> {
  const folder = scratchFolder(t);
  const root = join(folder, "backups", "one");
  mkdirSync(join(folder, "backups"));
  const vault = must(await appVaults().create({ folder: join(folder, "v"), passphrase, kdf: kdfFloor }));
  atEnd(t, () => vault.close());
  const tables = tablesOf(vault);
  const objectIds = new Set<string>();
  const scene: BackupScene = {
    folder,
    vault,
    root,
    objectIds,
    edit: (text) => {
      vault.db.transaction(() => {
        vault.db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)").run(text, JSON.stringify(text));
        appendLink(tables);
      });
    },
    addObject: async (sizeBytes) => {
      const written = must(await vault.objects.write({ source: bytesOf(sizeBytes) }));
      objectIds.add(written.objectId);
      return written.objectId;
    },
  };
  scene.edit("初めの編集");
  return scene;
}

/** The tables of an open vault. */
export function tablesOf(vault: OpenVault): Tables {
  return createTables(vault.db, openCaseKeys(vault, testPorts.random));
}

function appendLink(tables: Tables): void {
  // The shape of a link grows with the trail; a test of backups wants any link at all.
  const event = {
    atMs: 1,
    actor: "髙﨑 𠮷",
    actorId: null,
    actorKey: null,
    kind: "settings-changed",
    dossierId: null,
    details: {},
  };
  tables.audit.append(event as Parameters<typeof tables.audit.append>[0]);
}

async function* bytesOf(sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let left = sizeBytes; left > 0; left -= 65_536) yield randomBytes(Math.min(left, 65_536));
}

/** A request with nothing unusual about it. */
export function requestFor(scene: BackupScene, change: Partial<SnapshotRequest> = {}): SnapshotRequest {
  return {
    root: scene.root,
    atMs: Date.now(),
    objectIds: () => scene.objectIds,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...change,
  };
}

export async function snapshot(scene: BackupScene, change: Partial<SnapshotRequest> = {}): Promise<MadeSnapshot> {
  return must(await scene.vault.takeSnapshot(requestFor(scene, change)));
}

export function restoreTo(folder: string, change: Partial<RestoreRequest> = {}): RestoreRequest {
  return { folder, signal: new AbortController().signal, onProgress: () => undefined, ...change };
}

/** Puts a snapshot together by hand, as a person with a file manager would: its files, and the pool beside them. */
export function assembleByHand(scene: BackupScene, name: string, target: string): void {
  cpSync(join(scene.root, "snapshots", name), target, { recursive: true });
  cpSync(join(scene.root, "objects"), join(target, "objects"), { recursive: true });
}

export function snapshotsIn(root: string): string[] {
  return readdirSync(join(root, "snapshots")).toSorted();
}

/** The settings' names, which stand for acknowledged edits. */
export function editsIn(vault: OpenVault): string[] {
  return vault.db
    .prepare<[], { name: string }>("SELECT name FROM setting ORDER BY name")
    .all()
    .map(({ name }) => name);
}
