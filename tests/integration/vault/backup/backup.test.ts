import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openBackupFolder } from "../../../../electron/vault/backup/restore-snapshot.ts";
import { atEnd, codeOf, must, passphrase, scratchFolder } from "../scratch-vault.ts";
import {
  appVaults,
  assembleByHand,
  editsIn,
  requestFor,
  restoreTo,
  setBackupScene,
  snapshot,
  snapshotsIn,
  tablesOf,
} from "./backup-scene.ts";

test("a snapshot is a whole vault: put together by hand it opens with the passphrase of that time", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(700_000);
  const made = await snapshot(scene);
  must(await scene.vault.changePassphrase({ current: passphrase, next: "あとの合言葉 2027 つくば" }));
  const copy = join(scene.folder, "copy");
  assembleByHand(scene, made.name, copy);
  const opened = must(await appVaults().open({ folder: copy, passphrase }));
  atEnd(t, () => opened.close());
  assert.deepEqual(editsIn(opened), ["初めの編集"]);
  assert.equal(made.objects, 1);
});

test("a restored vault has the same edits, the same objects and the same end of the trail", async (t) => {
  const scene = await setBackupScene(t);
  for (let size = 1; size <= 3; size += 1) await scene.addObject(size * 600_000);
  scene.edit("二つめの編集");
  const head = tablesOf(scene.vault).audit.head();
  const made = await snapshot(scene);
  scene.edit("控えのあとの編集");
  const target = join(scene.folder, "restored");
  const found = must(await openBackupFolder(scene.root));
  must(await found.restore(made.name, restoreTo(target)));
  const restored = must(await appVaults().open({ folder: target, passphrase }));
  atEnd(t, () => restored.close());
  assert.deepEqual(tablesOf(restored).audit.head(), head);
  assert.deepEqual(editsIn(restored), ["二つめの編集", "初めの編集"].toSorted());
  assert.deepEqual(await restored.objects.survey(scene.objectIds), { missing: [], orphans: 0 });
});

test("a restored vault says what it was restored from until that has been written down", async (t) => {
  const scene = await setBackupScene(t);
  const made = await snapshot(scene);
  const target = join(scene.folder, "restored");
  must(await must(await openBackupFolder(scene.root)).restore(made.name, restoreTo(target)));
  const first = must(await appVaults().open({ folder: target, passphrase }));
  assert.equal(first.restored?.name, made.name);
  first.forgetRestored();
  first.close();
  const second = must(await appVaults().open({ folder: target, passphrase }));
  atEnd(t, () => second.close());
  assert.equal(second.restored, undefined);
});

test("everything acknowledged before the start is in the backup of a vault that is edited meanwhile", async (t) => {
  const scene = await setBackupScene(t);
  for (let size = 0; size < 6; size += 1) await scene.addObject(1_500_000);
  const before = Array.from({ length: 40 }, (_, index) => `前 ${String(index).padStart(3, "0")}`);
  for (const text of before) scene.edit(text);
  let running = true;
  const backup = snapshot(scene).finally(() => {
    running = false;
  });
  let edits = 0;
  while (running) {
    edits += 1;
    scene.edit(`間 ${edits}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const made = await backup;
  const copy = join(scene.folder, "copy");
  assembleByHand(scene, made.name, copy);
  const opened = must(await appVaults().open({ folder: copy, passphrase }));
  atEnd(t, () => opened.close());
  const stored = new Set(editsIn(opened));
  assert.ok(before.every((text) => stored.has(text)));
  assert.ok(edits > 20, `${edits} edits went on meanwhile`);
  assert.equal(editsIn(scene.vault).length, 1 + before.length + edits, "and none of the others was lost");
});

test("evidence removed while its backup runs is in the backup and gone from the vault afterwards", async (t) => {
  const scene = await setBackupScene(t);
  const id = await scene.addObject(900_000);
  let removed: Promise<void> | undefined;
  await snapshot(scene, {
    onProgress: () => {
      removed ??= scene.vault.objects.remove(id);
    },
  });
  await removed;
  assert.ok(existsSync(join(scene.root, "objects", id.slice(0, 2), `${id}.obj`)));
  assert.equal(existsSync(join(scene.vault.folder, "objects", id.slice(0, 2), `${id}.obj`)), false);
});

test("an object is copied once for all snapshots of one folder", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(2_000_000);
  const first = await snapshot(scene);
  const second = await snapshot(scene);
  assert.ok(first.writtenBytes > 2_000_000);
  assert.ok(second.writtenBytes < 1_000_000, `${second.writtenBytes}`);
  assert.equal(second.sizeBytes, first.sizeBytes);
});

test("seven newest and four weekly snapshots stay, and the objects of the others go with them", async (t) => {
  const scene = await setBackupScene(t);
  const dayMs = 86_400_000;
  const startMs = Date.UTC(2026, 0, 5, 3);
  const early = await scene.addObject(300_000);
  for (let day = 0; day < 3; day += 1) await snapshot(scene, { atMs: startMs + day * dayMs });
  scene.objectIds.delete(early);
  for (let day = 3; day < 60; day += 4) await snapshot(scene, { atMs: startMs + day * dayMs });
  const days = snapshotsIn(scene.root).map((name) => name.slice(0, 8));
  assert.equal(days.length, 11);
  assert.equal(days.at(-1), "20260305");
  assert.equal(existsSync(join(scene.root, "objects", early.slice(0, 2), `${early}.obj`)), false);
});

test("after the clock was set back, the backup just made stays all the same", async (t) => {
  const scene = await setBackupScene(t);
  for (let day = 1; day < 9; day += 1) await snapshot(scene, { atMs: Date.UTC(2030, 0, day) });
  const made = await snapshot(scene, { atMs: Date.UTC(2026, 0, 1) });
  assert.ok(snapshotsIn(scene.root).includes(made.name));
});

test("a cancelled backup leaves nothing of itself and everything of the earlier ones", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(3_000_000);
  const earlier = await snapshot(scene);
  await scene.addObject(3_000_000);
  const stop = new AbortController();
  const outcome = await scene.vault.takeSnapshot(
    requestFor(scene, { signal: stop.signal, onProgress: () => stop.abort() }),
  );
  assert.equal(codeOf(outcome), "cancelled");
  assert.deepEqual(snapshotsIn(scene.root), [earlier.name]);
});

test("a backup cancelled while it is checked leaves nothing of itself", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(3_000_000);
  const stop = new AbortController();
  const outcome = await scene.vault.takeSnapshot(
    requestFor(scene, {
      signal: stop.signal,
      onProgress: (done, total) => {
        if (done > total * 0.5) stop.abort();
      },
    }),
  );
  assert.equal(codeOf(outcome), "cancelled");
  assert.deepEqual(snapshotsIn(scene.root), []);
});

test("locking during a backup ends it with a clear word", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(4_000_000);
  const outcome = await scene.vault.takeSnapshot(requestFor(scene, { onProgress: () => scene.vault.close() }));
  assert.equal(codeOf(outcome), "vault-locked");
  assert.deepEqual(snapshotsIn(scene.root), []);
});

test("a copy that went bad in the pool is found, and the next backup copies it anew", async (t) => {
  const scene = await setBackupScene(t);
  const id = await scene.addObject(500_000);
  await snapshot(scene);
  const place = join(scene.root, "objects", id.slice(0, 2), `${id}.obj`);
  writeFileSync(place, Buffer.alloc(statSync(place).size, 1));
  assert.equal(codeOf(await scene.vault.takeSnapshot(requestFor(scene))), "backup-unverified");
  assert.ok((await snapshot(scene)).writtenBytes > 500_000);
});

test("an object the vault itself has lost is counted, and the rest is backed up", async (t) => {
  const scene = await setBackupScene(t);
  const id = await scene.addObject(500_000);
  await scene.addObject(500_000);
  rmSync(join(scene.vault.folder, "objects", id.slice(0, 2), `${id}.obj`));
  const made = await snapshot(scene);
  assert.deepEqual([made.objects, made.missing], [1, 1]);
});

test("a backup folder whose disk is not there is refused, and nothing is made in its place", async (t) => {
  const scene = await setBackupScene(t);
  const root = join(scene.folder, "stick", "kura");
  assert.equal(codeOf(await scene.vault.takeSnapshot(requestFor(scene, { root }))), "storage-gone");
  assert.equal(existsSync(join(scene.folder, "stick")), false);
});

test("half snapshots are swept by the next backup", async (t) => {
  const scene = await setBackupScene(t);
  const half = join(scene.root, "snapshots", "20260101T000000Z-00000000.part");
  mkdirSync(half, { recursive: true });
  mkdirSync(join(scene.root, "objects", "parts"), { recursive: true });
  const made = await snapshot(scene);
  assert.deepEqual(snapshotsIn(scene.root), [made.name]);
  assert.deepEqual(readdirSync(join(scene.root, "objects")), []);
});

test("the vault's folder holds no more after a backup than before, and its log flows again", async (t) => {
  const scene = await setBackupScene(t);
  const before = readdirSync(scene.vault.folder).toSorted();
  await snapshot(scene, { onProgress: () => scene.vault.db.checkpoint() });
  scene.edit("あと");
  scene.vault.db.checkpoint();
  assert.deepEqual(readdirSync(scene.vault.folder).toSorted(), before);
  assert.equal(statSync(join(scene.vault.folder, "vault.db-wal")).size, 0);
});

test("a folder without a backup is told from a damaged one", async (t) => {
  const folder = scratchFolder(t);
  assert.equal(codeOf(await openBackupFolder(folder)), "backup-absent");
  assert.equal(codeOf(await openBackupFolder(join(folder, "gone"))), "storage-gone");
});
