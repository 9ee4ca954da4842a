import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openBackupFolder } from "../../../../electron/vault/backup/restore-snapshot.ts";
import { randomPause, startChild } from "../children/child-process.ts";
import { must, passphrase, rounds } from "../scratch-vault.ts";
import { appVaults, restoreTo, setBackupScene, snapshot, snapshotsIn } from "./backup-scene.ts";

test("whenever a backup is killed, every finished snapshot is still whole and the vault still opens", async (t) => {
  const scene = await setBackupScene(t);
  for (let count = 0; count < 4; count += 1) await scene.addObject(400_000);
  const finished = [(await snapshot(scene)).name];
  scene.vault.close();
  const total = rounds(12);
  for (let round = 0; round < total; round += 1) {
    const child = startChild("snapshot-maker.ts", scene.vault.folder, scene.root, [...scene.objectIds].join(","));
    await child.first();
    await randomPause(1_500);
    await child.kill();
    finished.push(...child.messages.map(String).filter((name) => name !== "open"));
    const there = new Set(snapshotsIn(scene.root).filter((name) => !name.endsWith(".part")));
    // Rotation keeps the seven newest; the newest acknowledged of them can never be missing.
    for (const name of finished.slice(-3)) assert.ok(there.has(name), `${name} after ${round + 1} kills`);
    const found = must(await openBackupFolder(scene.root));
    assert.equal(found.damaged, 0);
    const target = join(scene.folder, `restored-${round}`);
    must(await found.restore(finished.at(-1) ?? "", restoreTo(target)));
    rmSync(target, { recursive: true });
  }
  t.diagnostic(`${total} kills, ${finished.length} snapshots finished`);
  assert.ok(finished.length > total / 2, "the maker never got to work");
  const last = must(await openBackupFolder(scene.root));
  for (const { name } of last.snapshots) must(await last.restore(name, restoreTo(join(scene.folder, name))));
  const opened = must(await appVaults().open({ folder: join(scene.folder, finished.at(-1) ?? ""), passphrase }));
  opened.close();
});
