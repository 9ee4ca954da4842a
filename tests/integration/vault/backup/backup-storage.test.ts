import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openBackupFolder } from "../../../../electron/vault/backup/restore-snapshot.ts";
import { atEnd, codeOf, must, scratchFolder } from "../scratch-vault.ts";
import { requestFor, restoreTo, setBackupScene, snapshot, snapshotsIn } from "./backup-scene.ts";

/** A disk of `mebibytes`, unmounted when the test ends. Not every container lets root mount; then the test is skipped. */
function smallDisk(t: TestContext, mebibytes: number): string | undefined {
  const folder = join(scratchFolder(t), "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    t.skip("this machine does not let us mount a small disk");
    return undefined;
  }
  atEnd(t, () => execFileSync("umount", ["-l", folder], { stdio: "ignore" }));
  return folder;
}

function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail - 1) * bsize));
}

test("too little room is told with its numbers before anything is written", async (t) => {
  const disk = smallDisk(t, 8);
  if (disk === undefined) return;
  const scene = await setBackupScene(t);
  const outcome = await scene.vault.takeSnapshot(requestFor(scene, { root: join(disk, "kura") }));
  assert.ok(!outcome.ok);
  assert.equal(outcome.error.code, "storage-full");
  assert.ok(Number(outcome.error.details?.["neededBytes"]) > Number(outcome.error.details?.["freeBytes"]));
  assert.equal(existsSync(join(disk, "kura")), false);
});

test("a disk that fills up during the backup costs that backup alone", async (t) => {
  const disk = smallDisk(t, 64);
  if (disk === undefined) return;
  const scene = await setBackupScene(t);
  const root = join(disk, "kura");
  await scene.addObject(2_000_000);
  const earlier = await snapshot(scene, { root });
  await scene.addObject(6_000_000);
  let filled = false;
  const outcome = await scene.vault.takeSnapshot(
    requestFor(scene, {
      root,
      onProgress: () => {
        if (!filled) fill(disk);
        filled = true;
      },
    }),
  );
  assert.equal(codeOf(outcome), "storage-full");
  assert.deepEqual(snapshotsIn(root), [earlier.name]);
  rmSync(join(disk, "filler"));
  must(await must(await openBackupFolder(root)).restore(earlier.name, restoreTo(join(scene.folder, "back"))));
  assert.ok((await snapshot(scene, { root })).objects === 2, "and with room again the next one succeeds");
});

test("a disk that goes away during the backup is told, and work goes on", async (t) => {
  const scene = await setBackupScene(t);
  await scene.addObject(6_000_000);
  const stick = join(scene.folder, "stick");
  mkdirSync(stick);
  let gone = false;
  const outcome = await scene.vault.takeSnapshot(
    requestFor(scene, {
      root: join(stick, "kura"),
      onProgress: () => {
        if (!gone) rmSync(stick, { recursive: true });
        gone = true;
      },
    }),
  );
  assert.equal(codeOf(outcome), "storage-gone");
  scene.edit("そのあと");
  assert.ok((await snapshot(scene)).objects === 1);
});

test("a folder that cannot be written is told", async (t) => {
  const disk = smallDisk(t, 64);
  if (disk === undefined) return;
  const scene = await setBackupScene(t);
  execFileSync("mount", ["-o", "remount,ro", disk], { stdio: "ignore" });
  const outcome = await scene.vault.takeSnapshot(requestFor(scene, { root: join(disk, "kura") }));
  assert.equal(codeOf(outcome), "storage-readonly");
});

test("a restore to a disk with too little room is refused and leaves nothing", async (t) => {
  const disk = smallDisk(t, 4);
  if (disk === undefined) return;
  const scene = await setBackupScene(t);
  await scene.addObject(6_000_000);
  const made = await snapshot(scene);
  const target = join(disk, "back");
  const found = must(await openBackupFolder(scene.root));
  assert.equal(codeOf(await found.restore(made.name, restoreTo(target))), "storage-full");
  assert.equal(existsSync(join(target, "vault.hdr")), false);
});
