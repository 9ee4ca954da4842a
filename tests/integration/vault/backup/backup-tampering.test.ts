import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { decodeManifest, encodeManifest, type Manifest } from "../../../../electron/vault/backup/manifest.ts";
import { openBackupFolder } from "../../../../electron/vault/backup/restore-snapshot.ts";
import { mustExist } from "../../../../shared/assert.ts";
import { codeOf, filesUnder, must, passphrase } from "../scratch-vault.ts";
import { appVaults, type BackupScene, restoreTo, setBackupScene, snapshot } from "./backup-scene.ts";

interface Backed {
  readonly scene: BackupScene;
  readonly first: string;
  readonly second: string;
  readonly objectId: string;
  /** Path of a file of one snapshot. */
  at(name: string, file: string): string;
}

async function twoSnapshots(t: TestContext): Promise<Backed> {
  const scene = await setBackupScene(t);
  const objectId = await scene.addObject(300_000);
  const first = await snapshot(scene, { atMs: Date.UTC(2026, 10, 1) });
  scene.edit("間の編集");
  await scene.addObject(300_000);
  const second = await snapshot(scene, { atMs: Date.UTC(2026, 10, 2) });
  const at = (name: string, file: string): string => join(scene.root, "snapshots", name, file);
  return { scene, first: first.name, second: second.name, objectId, at };
}

/** What restoring a snapshot answers; whatever it is, no vault may be left behind by a refusal. */
async function restoring({ scene }: Backed, name: string): Promise<string> {
  const target = join(scene.folder, "target");
  rmSync(target, { recursive: true, force: true });
  const found = await openBackupFolder(scene.root);
  if (!found.ok) return found.error.code;
  const outcome = codeOf(await found.value.restore(name, restoreTo(target)));
  if (outcome !== "ok") assert.equal(existsSync(target), false, "half a vault was left behind");
  return outcome;
}

function objectPath({ scene, objectId }: Backed): string {
  return join(scene.root, "objects", objectId.slice(0, 2), `${objectId}.obj`);
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

test("an untouched backup restores", async (t) => {
  const backed = await twoSnapshots(t);
  assert.equal(await restoring(backed, backed.first), "ok");
  assert.equal(await restoring(backed, backed.second), "ok");
});

test("a flipped bit in the database, the slot file or an object is refused", async (t) => {
  const backed = await twoSnapshots(t);
  const paths = [backed.at(backed.second, "vault.db"), backed.at(backed.second, "vault.hdr"), objectPath(backed)];
  for (const path of paths) {
    const whole = readFileSync(path);
    for (const place of [0, 17, 200, whole.length - 1]) {
      flip(path, place);
      assert.equal(await restoring(backed, backed.second), "backup-damaged", `${path} at ${place}`);
      writeFileSync(path, whole);
    }
  }
  assert.equal(await restoring(backed, backed.second), "ok");
});

test("a missing database, slot file or object is refused", async (t) => {
  const backed = await twoSnapshots(t);
  for (const path of [
    backed.at(backed.second, "vault.db"),
    backed.at(backed.second, "vault.hdr"),
    objectPath(backed),
  ]) {
    const whole = readFileSync(path);
    rmSync(path);
    assert.equal(await restoring(backed, backed.second), "backup-damaged");
    writeFileSync(path, whole);
  }
});

test("files swapped between two snapshots are refused", async (t) => {
  const backed = await twoSnapshots(t);
  for (const file of ["vault.db", "manifest.json"]) {
    const whole = readFileSync(backed.at(backed.second, file));
    cpSync(backed.at(backed.first, file), backed.at(backed.second, file));
    assert.notEqual(await restoring(backed, backed.second), "ok", file);
    writeFileSync(backed.at(backed.second, file), whole);
  }
});

test("two objects that changed places are refused", async (t) => {
  const backed = await twoSnapshots(t);
  const objects = filesUnder(join(backed.scene.root, "objects"));
  const [one, other] = [mustExist(objects[0], "an object"), mustExist(objects[1], "another")];
  writeFileSync(one.path, other.bytes);
  writeFileSync(other.path, one.bytes);
  assert.equal(await restoring(backed, backed.second), "backup-damaged");
});

test("a folder of broken manifests is damaged, not absent", async (t) => {
  const backed = await twoSnapshots(t);
  for (const name of [backed.first, backed.second]) writeFileSync(backed.at(name, "manifest.json"), "{}");
  assert.equal(await restoring(backed, backed.second), "backup-damaged");
});

/** Somebody without the key who knows the format: changes a file and puts every hash in the manifest right. */
function rewrite(backed: Backed, change: (manifest: Manifest) => Manifest): void {
  const path = backed.at(backed.second, "manifest.json");
  const read = mustExist(decodeManifest(readFileSync(path)), "a manifest");
  writeFileSync(
    path,
    encodeManifest(change(read.manifest), () => read.mac),
  );
}

const factsOf = (bytes: Buffer) => ({
  sizeBytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

test("an older database under a manifest with its hashes put right does not open", async (t) => {
  const backed = await twoSnapshots(t);
  const older = readFileSync(backed.at(backed.first, "vault.db"));
  writeFileSync(backed.at(backed.second, "vault.db"), older);
  rewrite(backed, (manifest) => ({ ...manifest, database: factsOf(older) }));
  assert.equal(await restoring(backed, backed.second), "ok", "nothing can be told without the key");
  const target = join(backed.scene.folder, "target");
  assert.equal(codeOf(await appVaults().open({ folder: target, passphrase })), "vault-damaged");
});

test("a manifest that leaves an object out, with nothing else changed, does not open", async (t) => {
  const backed = await twoSnapshots(t);
  rewrite(backed, (manifest) => ({ ...manifest, objects: manifest.objects.slice(1) }));
  assert.equal(await restoring(backed, backed.second), "ok");
  const target = join(backed.scene.folder, "target");
  assert.equal(codeOf(await appVaults().open({ folder: target, passphrase })), "vault-damaged");
});

test("a folder with anything in it takes no restore and keeps what it has", async (t) => {
  const backed = await twoSnapshots(t);
  const target = join(backed.scene.folder, "taken");
  mkdirSync(target);
  writeFileSync(join(target, "大事な書類.txt"), "x");
  const found = must(await openBackupFolder(backed.scene.root));
  assert.equal(codeOf(await found.restore(backed.first, restoreTo(target))), "folder-not-empty");
  assert.deepEqual(readdirSync(target), ["大事な書類.txt"]);
});

test("what a killed restore left behind makes way for the next one", async (t) => {
  const backed = await twoSnapshots(t);
  const target = join(backed.scene.folder, "half");
  mkdirSync(join(target, "restore-0123abcd", "objects"), { recursive: true });
  const found = must(await openBackupFolder(backed.scene.root));
  must(await found.restore(backed.first, restoreTo(target)));
  const opened = must(await appVaults().open({ folder: target, passphrase }));
  opened.close();
});

test("a cancelled restore leaves nothing", async (t) => {
  const backed = await twoSnapshots(t);
  const target = join(backed.scene.folder, "target");
  const stop = new AbortController();
  const found = must(await openBackupFolder(backed.scene.root));
  const request = restoreTo(target, { signal: stop.signal, onProgress: () => stop.abort() });
  assert.equal(codeOf(await found.restore(backed.second, request)), "cancelled");
  assert.equal(existsSync(target), false);
});

test("the snapshot folder itself, the backup folder and the folder around it all lead to the snapshots", async (t) => {
  const backed = await twoSnapshots(t);
  const { root } = backed.scene;
  const countIn = async (folder: string): Promise<number> => must(await openBackupFolder(folder)).snapshots.length;
  assert.equal(await countIn(root), 2);
  assert.equal(await countIn(join(root, "..")), 2);
  assert.equal(await countIn(backed.at(backed.first, "")), 1);
});
