import assert from "node:assert/strict";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import { createVaults } from "../../../electron/vault/vault.ts";
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
test("what was written before closing is there after opening", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "髙﨑 𠮷野 葛\u{e0100}城");
  made.close();
  const opened = must(await vaults.open({ folder: made.folder, passphrase }));
  atEnd(t, () => opened.close());
  assert.deepEqual(notes(opened), ["髙﨑 𠮷野 葛\u{e0100}城"]);
  assert.equal(opened.label, "試験の蔵");
  assert.equal(opened.vaultId, made.vaultId);
  assert.equal(opened.slotId, made.slotId);
  assert.deepEqual(opened.migration, { from: 1, to: 1 });
});

test("a wrong passphrase is told as such, leaves no lock and changes no byte", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  const before = filesUnder(made.folder);
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase: "違う合言葉" })), "wrong-passphrase");
  assert.deepEqual(filesUnder(made.folder), before);
  must(await vaults.open({ folder: made.folder, passphrase })).close();
});

test("an open vault is busy for a second opening and for a second creation", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "first");
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-busy");
  assert.equal(codeOf(await vaults.create({ folder: made.folder, passphrase, kdf: kdfFloor })), "vault-exists");
  // The refused attempts must not have loosened the first holder's lock.
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-busy");
  addNote(made, "second");
  assert.deepEqual(notes(made), ["first", "second"]);
});

test("of two creations in one folder at the same time only one makes a vault", async (t) => {
  const folder = join(scratchFolder(t), "v");
  const request = { folder, passphrase, kdf: kdfFloor };
  const both = await Promise.all([vaults.create(request), vaults.create(request)]);
  assert.deepEqual(both.map(codeOf).sort(), ["ok", "vault-busy"]);
  for (const made of both) if (made.ok) made.value.close();
});

test("an empty folder, and one that only a file manager has touched, hold no vault and take one", async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(join(folder, ".DS_Store"), "");
  assert.equal(codeOf(await vaults.open({ folder, passphrase })), "vault-absent");
  assert.equal(codeOf(await vaults.inspect(folder)), "vault-absent");
  assert.deepEqual(readdirSync(folder), [".DS_Store"]);
  must(await vaults.create({ folder, passphrase, kdf: kdfFloor })).close();
});

test("a folder with anything else in it takes no vault and loses nothing", async (t) => {
  const folder = scratchFolder(t);
  writeFileSync(join(folder, "予算.txt"), "keep me");
  assert.equal(codeOf(await vaults.create({ folder, passphrase, kdf: kdfFloor })), "vault-exists");
  assert.deepEqual(readdirSync(folder), ["予算.txt"]);
  assert.equal(readFileSync(join(folder, "予算.txt"), "utf8"), "keep me");
});

test("a folder that is not there is gone, and is not made by looking", async (t) => {
  const folder = join(scratchFolder(t), "stick");
  assert.equal(codeOf(await vaults.open({ folder, passphrase })), "storage-gone");
  assert.equal(codeOf(await vaults.inspect(folder)), "storage-gone");
  assert.equal(existsSync(folder), false);
});

test("a file where a folder should be holds no vault", async (t) => {
  const folder = join(scratchFolder(t), "v");
  writeFileSync(folder, "a file");
  assert.equal(codeOf(await vaults.open({ folder, passphrase })), "vault-absent");
  assert.notEqual(codeOf(await vaults.create({ folder, passphrase, kdf: kdfFloor })), "ok");
  assert.equal(readFileSync(folder, "utf8"), "a file");
});

test("a folder with a long Japanese name works", async (t) => {
  const folder = join(scratchFolder(t), "研究安全保障 審査の蔵 𠮷".repeat(4));
  must(await vaults.create({ folder, passphrase, kdf: kdfFloor })).close();
  must(await vaults.open({ folder, passphrase })).close();
});

test("inspection tells id, slots, cost and version, and no name", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const summary = must(await vaults.inspect(made.folder));
  const { kdfEstimateMs, ...rest } = summary;
  assert.deepEqual(rest, { vaultId: made.vaultId, slots: 1, formatVersion: 2 });
  assert.ok(kdfEstimateMs > 0);
});

test("files are for their owner alone, the folder too", { skip: process.platform === "win32" }, async (t) => {
  const folder = join(scratchFolder(t), "v");
  mkdirSync(folder, { mode: 0o777 });
  const vault = must(await vaults.create({ folder, passphrase, kdf: kdfFloor }));
  atEnd(t, () => vault.close());
  addNote(vault, "x");
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mode = statSync(join(name.parentPath, name.name)).mode & 0o777;
    assert.equal(mode, name.isDirectory() ? 0o700 : 0o600, name.name);
  }
  assert.equal(statSync(folder).mode & 0o777, 0o700);
});

test("too little memory is told, and the vault opens once there is more", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  const poor = createVaults(
    { ...testPorts, memory: { availableBytes: () => 10_000_000 } },
    { migrations: testMigrations },
  );
  assert.equal(codeOf(await poor.open({ folder: made.folder, passphrase })), "kdf-out-of-memory");
  must(await vaults.open({ folder: made.folder, passphrase })).close();
});

test("a missing database is damage, not a fresh start", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  rmSync(join(made.folder, "vault.db"));
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-damaged");
  assert.equal(existsSync(join(made.folder, "vault.db")), false);
});

test("another vault's database under this vault's slots is damage", async (t) => {
  const [one, other] = [await newVault(t, scratchFolder(t)), await newVault(t, scratchFolder(t))];
  one.close();
  other.close();
  copyFileSync(join(other.folder, "vault.db"), join(one.folder, "vault.db"));
  assert.equal(codeOf(await vaults.open({ folder: one.folder, passphrase })), "vault-damaged");
});

test("a vault with a schema from the future is newer and stays as it is", async (t) => {
  const scratch = scratchFolder(t);
  const later = [...testMigrations, { version: 2, name: "0002-later", sql: "CREATE TABLE later (a INTEGER) STRICT;" }];
  const made = await newVault(t, scratch, createVaults(testPorts, { migrations: later }));
  made.close();
  const before = filesUnder(made.folder);
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-newer");
  assert.deepEqual(filesUnder(made.folder), before);
});

test("an older vault is brought up to date behind a copy that can be dropped", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "old");
  made.close();
  const later = [...testMigrations, { version: 2, name: "0002-due", sql: "ALTER TABLE note ADD COLUMN due TEXT;" }];
  const opened = must(await createVaults(testPorts, { migrations: later }).open({ folder: made.folder, passphrase }));
  atEnd(t, () => opened.close());
  assert.deepEqual(opened.migration, { from: 1, to: 2 });
  assert.deepEqual(opened.db.prepare("SELECT body, due FROM note").all(), [{ body: "old", due: null }]);
  assert.deepEqual(readdirSync(join(made.folder, "set-aside")), ["version-1.db"]);
  opened.discardSetAsideCopies();
  assert.equal(existsSync(join(made.folder, "set-aside")), false);
});

test("a failing migration throws, leaves the vault as it was and lets go of it", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "old");
  made.close();
  const bad = [...testMigrations, { version: 2, name: "0002-bad", sql: "DELETE FROM note; SELECT * FROM nowhere;" }];
  await assert.rejects(createVaults(testPorts, { migrations: bad }).open({ folder: made.folder, passphrase }));
  const opened = must(await vaults.open({ folder: made.folder, passphrase }));
  atEnd(t, () => opened.close());
  assert.deepEqual(notes(opened), ["old"]);
});

test("a closed vault does nothing under its wiped keys", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  made.close();
  assert.equal(made.isOpen, false);
  const place = { purpose: "p", id: "i" };
  assert.throws(() => made.seal.seal(place, Buffer.from("x")), /vault-locked/);
  assert.throws(() => made.seal.unseal(place, Buffer.alloc(64)), /vault-locked/);
  assert.throws(() => made.auditMac(Buffer.from("x")), /vault-locked/);
  assert.throws(() => notes(made), /vault-locked/);
  assert.equal(codeOf(await made.verifyPassphrase(passphrase)), "vault-locked");
});

test("a vault copied folder and all opens in its new place", async (t) => {
  const scratch = scratchFolder(t);
  const made = await newVault(t, scratch);
  addNote(made, "x");
  made.close();
  cpSync(made.folder, join(scratch, "moved"), { recursive: true });
  const opened = must(await vaults.open({ folder: join(scratch, "moved"), passphrase }));
  atEnd(t, () => opened.close());
  assert.deepEqual(notes(opened), ["x"]);
});

test("a creation that stopped before the slot file can simply be tried again", async (t) => {
  const folder = join(scratchFolder(t), "v");
  mkdirSync(folder);
  for (const name of ["vault.db.new", "vault.db.new-wal", "vault.hdr.tmp", "vault.lock"])
    writeFileSync(join(folder, name), "");
  assert.equal(codeOf(await vaults.open({ folder, passphrase })), "vault-absent");
  must(await vaults.create({ folder, passphrase, kdf: kdfFloor })).close();
  assert.deepEqual(readdirSync(folder).sort(), ["objects", "vault.db", "vault.hdr", "vault.hdr.bak", "vault.lock"]);
});

test("a database whose slot file is lost is never cleared away by a new creation", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  for (const name of ["vault.hdr", "vault.hdr.bak"]) rmSync(join(made.folder, name));
  assert.equal(codeOf(await vaults.create({ folder: made.folder, passphrase, kdf: kdfFloor })), "vault-exists");
  assert.ok(existsSync(join(made.folder, "vault.db")));
});
