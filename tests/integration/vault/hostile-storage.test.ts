import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { StorageError } from "../../../electron/vault/fault.ts";
import { kdfFloor } from "../../../electron/vault/format.ts";
import type { OpenVault } from "../../../electron/vault/vault.ts";
import { createVaults } from "../../../electron/vault/vault.ts";
import { startChildAs } from "./children/child-process.ts";
import {
  addNote,
  atEnd,
  codeOf,
  filesUnder,
  must,
  newVault,
  notes,
  passphrase,
  scratchFolder,
  testMigrations,
  testPorts,
  testVaults,
} from "./scratch-vault.ts";

const vaults = testVaults();
const isRoot = process.getuid?.() === 0;
const needsRoot =
  isRoot && process.platform === "linux" ? false : "needs root on Linux to mount a small disk of its own";
const isCode = (code: string) => (error: unknown) => error instanceof StorageError && error.code === code;

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

async function* oneMegabyte(): AsyncGenerator<Uint8Array> {
  yield randomBytes(1_000_000);
}

function remount(disk: string, options: string): void {
  execFileSync("mount", ["-o", `remount,${options}`, disk], { stdio: "ignore" });
}

/** Commits until the disk is full; answers how many rows were acknowledged. */
function fillUp(vault: OpenVault): number {
  const insert = vault.db.prepare("INSERT INTO note (body, attachment) VALUES ('行', ?)");
  for (let acknowledged = 0; ; acknowledged += 1) {
    try {
      vault.db.transaction(() => insert.run(randomBytes(20_000)));
    } catch (error) {
      assert.ok(isCode("storage-full")(error), String(error));
      return acknowledged;
    }
  }
}

test("a full disk is told, loses nothing acknowledged, and work goes on once there is room", {
  skip: needsRoot,
}, async (t) => {
  const disk = smallDisk(t, 6);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  const acknowledged = fillUp(vault);
  assert.ok(acknowledged > 10);
  assert.equal(notes(vault).length, acknowledged);
  const object = await vault.objects.write({ source: oneMegabyte() });
  assert.equal(codeOf(object), "storage-full");
  assert.deepEqual(readdirSync(join(vault.folder, "objects", "parts")), []);
  remount(disk, "size=40m");
  addNote(vault, "room again");
  vault.close();
  const opened = must(await vaults.open({ folder: vault.folder, passphrase }));
  assert.equal(notes(opened).length, acknowledged + 1);
  assert.ok(opened.db.quickCheck());
  opened.close();
});

test("a vault on a full disk still opens, reads and closes", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 6);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  const acknowledged = fillUp(vault);
  vault.close();
  fillWithRubbish(disk);
  const opened = must(await vaults.open({ folder: vault.folder, passphrase }));
  assert.equal(notes(opened).length, acknowledged);
  opened.close();
});

test("a full disk does not keep shut a vault whose slot file has lost its copy", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 6);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  vault.close();
  rmSync(join(vault.folder, "vault.hdr.bak"));
  fillWithRubbish(disk);
  must(await vaults.open({ folder: vault.folder, passphrase })).close();
});

function fillWithRubbish(disk: string): void {
  for (let chunkBytes = 65_536, count = 0; chunkBytes >= 1024; count += 1) {
    try {
      writeFileSync(join(disk, `rubbish-${count}`), Buffer.alloc(chunkBytes, 1));
    } catch {
      chunkBytes /= 2;
    }
  }
}

test("a passphrase change on a full disk fails whole: the old passphrase stays", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 6);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  fillWithRubbish(disk);
  assert.equal(codeOf(await vault.changePassphrase({ current: passphrase, next: "n", kdf: kdfFloor })), "storage-full");
  vault.close();
  must(await vaults.open({ folder: vault.folder, passphrase })).close();
});

test("a creation on a full disk says so and can be tried again", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 1);
  if (disk === undefined) return;
  fillWithRubbish(disk);
  const folder = join(disk, "v");
  assert.equal(codeOf(await vaults.create({ folder, passphrase, kdf: kdfFloor })), "storage-full");
  assert.equal(codeOf(await vaults.open({ folder, passphrase })), "vault-absent");
  remount(disk, "size=8m");
  must(await vaults.create({ folder, passphrase, kdf: kdfFloor })).close();
});

test("a migration that has no room for its copy leaves the vault as it was", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 6);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  const insert = vault.db.prepare("INSERT INTO note (body, attachment) VALUES ('行', ?)");
  for (let count = 0; count < 12; count += 1) insert.run(randomBytes(100_000));
  vault.close();
  fillWithRubbish(disk);
  const later = [...testMigrations, { version: 2, name: "0002-due", sql: "ALTER TABLE note ADD COLUMN due TEXT;" }];
  const refused = await createVaults(testPorts, { migrations: later }).open({ folder: vault.folder, passphrase });
  assert.equal(codeOf(refused), "storage-full");
  const opened = must(await vaults.open({ folder: vault.folder, passphrase }));
  assert.equal(notes(opened).length, 12);
  opened.close();
});

test("a disk that turned read-only is told on opening and on creating", { skip: needsRoot }, async (t) => {
  const disk = smallDisk(t, 8);
  if (disk === undefined) return;
  const vault = await newVault(t, disk);
  addNote(vault, "x");
  vault.close();
  remount(disk, "ro");
  const before = filesUnder(vault.folder);
  assert.equal(codeOf(await vaults.open({ folder: vault.folder, passphrase })), "storage-readonly");
  assert.equal(codeOf(await vaults.create({ folder: join(disk, "w"), passphrase, kdf: kdfFloor })), "storage-readonly");
  assert.ok((await vaults.inspect(vault.folder)).ok);
  assert.deepEqual(filesUnder(vault.folder), before);
  remount(disk, "rw");
  const opened = must(await vaults.open({ folder: vault.folder, passphrase }));
  assert.deepEqual(notes(opened), ["x"]);
  opened.close();
});

test("a folder one may not write to is read-only", { skip: process.platform === "win32" }, async (t) => {
  const scratch = scratchFolder(t);
  const vault = await newVault(t, scratch);
  vault.close();
  chmodSync(vault.folder, 0o500);
  atEnd(t, () => chmodSync(vault.folder, 0o700));
  if (!isRoot) {
    assert.equal(codeOf(await vaults.open({ folder: vault.folder, passphrase })), "storage-readonly");
    return;
  }
  // Root may write anywhere, so an ordinary user who owns the folder has to try.
  const nobody = 65_534;
  chmodSync(scratch, 0o755);
  for (const path of [vault.folder, ...filesUnder(vault.folder).map((file) => file.path)])
    chownSync(path, nobody, nobody);
  const child = startChildAs(nobody, "vault-holder.ts", vault.folder);
  assert.equal(await child.first(), "storage-readonly");
  await child.kill();
});

test("a folder taken away under the open vault is gone, for rows and for objects", async (t) => {
  const scratch = scratchFolder(t);
  const vault = await newVault(t, scratch);
  addNote(vault, "kept");
  renameSync(vault.folder, join(scratch, "elsewhere"));
  assert.throws(() => addNote(vault, "lost"), isCode("storage-gone"));
  assert.equal(codeOf(await vault.objects.write({ source: oneMegabyte() })), "storage-gone");
  assert.equal(codeOf(await vault.changePassphrase({ current: passphrase, next: "n", kdf: kdfFloor })), "storage-gone");
  vault.close();
  const opened = must(await vaults.open({ folder: join(scratch, "elsewhere"), passphrase }));
  assert.deepEqual(notes(opened), ["kept"]);
  opened.close();
});

test("a folder deleted under the open vault does not stop it from closing", async (t) => {
  const vault = await newVault(t, scratchFolder(t));
  rmSync(vault.folder, { recursive: true });
  vault.close();
  assert.equal(vault.isOpen, false);
});
