import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openBackupFolder } from "../../../../electron/vault/backup/restore-snapshot.ts";
import { listSnapshots } from "../../../../electron/vault/backup/snapshot-list.ts";
import { kdfFloor } from "../../../../electron/vault/format.ts";
import { codeOf, must, passphrase } from "../scratch-vault.ts";
import { appVaults, type BackupScene, editsIn, restoreTo, setBackupScene, snapshot } from "./backup-scene.ts";

const later = "鍵を替えた後の合言葉 2027";

async function editsOfRestored(scene: BackupScene, name: string, secret: string): Promise<string[]> {
  const folder = join(scene.folder, `restored-${name}`);
  must(await must(await openBackupFolder(scene.root)).restore(name, restoreTo(folder)));
  const opened = must(await appVaults().open({ folder, passphrase: secret }));
  try {
    return editsIn(opened);
  } finally {
    opened.close();
  }
}

/** Whether the vault takes each manifest in the folder for its own. */
async function vouched({ vault, root }: BackupScene): Promise<boolean[]> {
  return (await listSnapshots(root)).map(({ read }) => read !== undefined && vault.hasWritten(read));
}

async function rotatedScene(t: TestContext): Promise<{ scene: BackupScene; before: string; after: string }> {
  const scene = await setBackupScene(t);
  await scene.addObject(300_000);
  const before = (await snapshot(scene)).name;
  must(await scene.vault.changePassphrase({ current: passphrase, next: later, kdf: kdfFloor }));
  must(await scene.vault.rotateKey({ current: later }));
  scene.edit("鍵を替えた後の編集");
  const after = (await snapshot(scene)).name;
  return { scene, before, after };
}

test("a backup from before a change of the vault key opens with the passphrase of its day, and one from after with the new one", async (t) => {
  const { scene, before, after } = await rotatedScene(t);
  assert.deepEqual(await editsOfRestored(scene, before, passphrase), ["初めの編集"]);
  assert.deepEqual(await editsOfRestored(scene, after, later), ["初めの編集", "鍵を替えた後の編集"]);
});

test("a vault whose key has changed vouches for its backups from before and after, in this session and the next", async (t) => {
  const { scene } = await rotatedScene(t);
  assert.deepEqual(await vouched(scene), [true, true]);
  scene.vault.close();
  const vault = must(await appVaults().open({ folder: scene.vault.folder, passphrase: later }));
  assert.deepEqual(await vouched({ ...scene, vault }), [true, true]);
  vault.close();
});

test("a change of the vault key while a backup copies answers that the vault is busy, and works afterwards", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(300_000);
  let isCopying: () => void = () => undefined;
  const copying = new Promise<void>((resolve) => {
    isCopying = resolve;
  });
  const held = scene.vault.db.freeze();
  assert.equal(codeOf(await scene.vault.rotateKey({ current: passphrase })), "vault-busy");
  held.release();
  const made = snapshot(scene, { onProgress: () => isCopying() });
  await copying;
  const meanwhile = codeOf(await scene.vault.rotateKey({ current: passphrase }));
  assert.ok(meanwhile === "vault-busy" || meanwhile === "ok", meanwhile);
  const { name } = await made;
  must(await scene.vault.rotateKey({ current: passphrase }));
  assert.deepEqual(await editsOfRestored(scene, name, passphrase), ["初めの編集"]);
  await snapshot(scene);
  assert.deepEqual(await vouched(scene), [true, true]);
});
