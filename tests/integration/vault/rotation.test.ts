import assert from "node:assert/strict";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deriveSubkey } from "../../../electron/vault/crypto/subkeys.ts";
import { openDatabase } from "../../../electron/vault/database.ts";
import { kdfFloor } from "../../../electron/vault/format.ts";
import { createVaults, type OpenVault } from "../../../electron/vault/vault.ts";
import {
  addNote,
  atEnd,
  codeOf,
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
const second = "二人目の合言葉";
const place = { purpose: "case-key", id: "c1" };

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function textOf(vault: OpenVault, reference: { objectId: string; wrappedKey: Uint8Array }): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of vault.objects.read(reference)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("a rotation keeps rows, objects, seals and the trail's codes, in this session and in everybody's next", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "前");
  must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  const before = must(await made.objects.write({ source: oneChunk(Buffer.from("前の証拠")) }));
  const sealed = made.seal.seal(place, Buffer.from("封"));
  const guarded = must(await made.guarded(passphrase, (seal) => seal.seal(place, Buffer.from("守"))));
  const mac = made.auditMac(Buffer.from("link"));
  const statement = made.db.prepare<[], { body: string }>("SELECT body FROM note ORDER BY id");
  must(await made.rotateKey({ current: passphrase }));
  addNote(made, "後");
  assert.deepEqual(
    statement.all().map(({ body }) => body),
    ["前", "後"],
  );
  const after = must(await made.objects.write({ source: oneChunk(Buffer.from("後の証拠")) }));
  const expectAll = async (vault: OpenVault): Promise<void> => {
    assert.deepEqual(notes(vault), ["前", "後"]);
    assert.deepEqual([await textOf(vault, before), await textOf(vault, after)], ["前の証拠", "後の証拠"]);
    assert.equal(Buffer.from(vault.seal.unseal(place, sealed) ?? []).toString(), "封");
    assert.deepEqual(vault.auditMac(Buffer.from("link")), mac);
    vault.db.assertSettings();
  };
  await expectAll(made);
  must(await made.rotateKey({ current: passphrase }));
  await expectAll(made);
  made.close();
  for (const secret of [second, passphrase]) {
    const opened = must(await vaults.open({ folder: made.folder, passphrase: secret }));
    await expectAll(opened);
    if (secret === passphrase) {
      const own = await opened.guarded(passphrase, (seal) => seal.unseal(place, guarded));
      assert.equal(Buffer.from(must(own) ?? []).toString(), "守");
    }
    opened.close();
  }
});

test("after a rotation the old vault key opens nothing of the database", async (t) => {
  const oldKey = Buffer.alloc(32, 0x42);
  const folder = join(scratchFolder(t), "v");
  // The key is drawn third, after two ids; a port that answers a known one lets the test hold it.
  let drawn = 0;
  const random = {
    bytes: (count: number) => {
      drawn += 1;
      return drawn === 3 ? Uint8Array.from(oldKey) : testPorts.random.bytes(count);
    },
  };
  const made = must(
    await createVaults({ ...testPorts, random }, { migrations: testMigrations }).create({
      folder,
      passphrase,
      kdf: kdfFloor,
    }),
  );
  addNote(made, "x");
  made.close();
  const key = deriveSubkey(oldKey, made.vaultId, "db");
  openDatabase({ path: join(folder, "vault.db"), key }).close();
  const again = must(await vaults.open({ folder, passphrase }));
  must(await again.rotateKey({ current: passphrase }));
  again.close();
  assert.throws(() => openDatabase({ path: join(folder, "vault.db"), key }), /vault-damaged/);
});

test("the slot file from before a rotation, put back, is refused", async (t) => {
  const scratch = scratchFolder(t);
  const made = await newVault(t, scratch);
  const before = join(scratch, "before.hdr");
  copyFileSync(join(made.folder, "vault.hdr"), before);
  must(await made.rotateKey({ current: passphrase }));
  made.close();
  for (const name of ["vault.hdr", "vault.hdr.bak"]) copyFileSync(before, join(made.folder, name));
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-damaged");
});

test("a rotation needs the passphrase, leaves no draft and no copy under the old key", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  assert.equal(codeOf(await made.rotateKey({ current: "違う合言葉" })), "wrong-passphrase");
  assert.equal(made.header.generation, 1);
  must(await made.rotateKey({ current: passphrase }));
  assert.equal(made.header.generation, 3);
  made.close();
  assert.deepEqual(readdirSync(made.folder).sort(), [
    "objects",
    "vault.db",
    "vault.hdr",
    "vault.hdr.bak",
    "vault.lock",
  ]);
});

test("an anchor and other people's public keys survive a rotation", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const anchor = { count: 5, head: "cd".repeat(32), atMs: 1_795_395_600_000 };
  made.setAnchor(anchor);
  const added = must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  const wrapped = await made.wrapFor(added.publicKey, place, Buffer.from("限定"));
  must(await made.rotateKey({ current: passphrase }));
  assert.deepEqual(made.anchor, anchor);
  made.close();
  const opened = must(await vaults.open({ folder: made.folder, passphrase: second }));
  atEnd(t, () => opened.close());
  assert.deepEqual(opened.anchor, anchor);
  assert.deepEqual(opened.self.publicKey, added.publicKey);
  assert.equal(Buffer.from((await opened.self.unwrap(place, wrapped)) ?? []).toString(), "限定");
});

test("while a backup holds the file still, the key is not changed and the old one stands", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "x");
  const frozen = made.db.freeze();
  assert.equal(codeOf(await made.rotateKey({ current: passphrase })), "vault-busy");
  addNote(made, "y");
  frozen.release();
  made.close();
  const opened = must(await vaults.open({ folder: made.folder, passphrase }));
  assert.deepEqual(notes(opened), ["x", "y"]);
  must(await opened.rotateKey({ current: passphrase }));
  opened.close();
  must(await vaults.open({ folder: made.folder, passphrase })).close();
});

test("the wrong of two keys, tried on a database with a hot log, changes nothing in it", async (t) => {
  const scratch = scratchFolder(t);
  const [right, wrong] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const path = join(scratch, "a.db");
  const opened = openDatabase({ path, key: right, create: true });
  for (const step of testMigrations) opened.steps.apply(step);
  opened.db.prepare("INSERT INTO note (body) VALUES ('x')").run();
  const hot = join(scratch, "hot.db");
  for (const ending of ["", "-wal"]) writeFileSync(hot + ending, readFileSync(path + ending));
  opened.close();
  const before = ["", "-wal"].map((ending) => readFileSync(hot + ending));
  assert.throws(() => openDatabase({ path: hot, key: wrong }), /vault-damaged/);
  assert.deepEqual(
    ["", "-wal"].map((ending) => readFileSync(hot + ending)),
    before,
  );
  const again = openDatabase({ path: hot, key: right });
  assert.equal(again.db.prepare("SELECT body FROM note").all().length, 1);
  again.close();
});
