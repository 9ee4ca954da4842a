import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { StorageError } from "../../../electron/vault/fault.ts";
import { kdfFloor } from "../../../electron/vault/format.ts";
import type { OpenVault, Seal } from "../../../electron/vault/vault.ts";
import { atEnd, codeOf, must, newVault, passphrase, scratchFolder, testVaults } from "./scratch-vault.ts";

const vaults = testVaults();
const place = { purpose: "case-key", id: "c1" };
const body = Buffer.from("鍵の中身 𠮷");
const second = "二人目の合言葉";

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();

async function openAs(t: Parameters<typeof scratchFolder>[0], folder: string, secret: string): Promise<OpenVault> {
  const opened = must(await vaults.open({ folder, passphrase: secret }));
  atEnd(t, () => opened.close());
  return opened;
}

test("a slot tells its public key, and the person who opens it holds the key to it", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const added = must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  assert.deepEqual(
    made.slots().map((slot) => slot.publicKey),
    [made.self.publicKey, added.publicKey],
  );
  assert.equal(added.publicKey.length, 65);
  made.close();
  const opened = await openAs(t, made.folder, second);
  assert.deepEqual(opened.self.publicKey, added.publicKey);
});

test("what is wrapped for one person opens for that person alone, after locking too", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const added = must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  const wrapped = await made.wrapFor(added.publicKey, place, body);
  assert.equal(await made.self.unwrap(place, wrapped), undefined);
  const own = await made.wrapFor(made.self.publicKey, place, body);
  assert.equal(text(await made.self.unwrap(place, own)), body.toString());
  made.close();
  const opened = await openAs(t, made.folder, second);
  assert.equal(text(await opened.self.unwrap(place, wrapped)), body.toString());
  assert.equal(await opened.self.unwrap(place, own), undefined);
});

test("a wrapped body opens in its own place and vault alone, and not with any byte changed", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const wrapped = await made.wrapFor(made.self.publicKey, place, body);
  assert.equal(await made.self.unwrap({ ...place, id: "c2" }, wrapped), undefined);
  assert.equal(await made.self.unwrap({ ...place, purpose: "other" }, wrapped), undefined);
  for (let at = 0; at < wrapped.length; at += 1) {
    const changed = Uint8Array.from(wrapped);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(await made.self.unwrap(place, changed), undefined, `byte ${at}`);
  }
  assert.equal(await made.self.unwrap(place, wrapped.subarray(0, 40)), undefined);
});

test("bytes that are no public key are a bug of the caller", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  await assert.rejects(made.wrapFor(new Uint8Array(65), place, body));
  await assert.rejects(made.wrapFor(new Uint8Array(3), place, body));
});

test("a person's own seal opens in their next session and in nobody else's", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  const sealed = made.self.seal.seal(place, body);
  made.close();
  const other = await openAs(t, made.folder, second);
  assert.equal(other.self.seal.unseal(place, sealed), undefined);
  assert.equal(other.seal.unseal(place, sealed), undefined);
  other.close();
  const again = await openAs(t, made.folder, passphrase);
  assert.equal(text(again.self.seal.unseal(place, sealed)), body.toString());
});

test("the guarded seal opens with the passphrase alone, and stays the same when the passphrase changes", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const sealed = must(await made.guarded(passphrase, (seal) => seal.seal(place, body)));
  assert.equal(made.self.seal.unseal(place, sealed), undefined);
  assert.equal(made.seal.unseal(place, sealed), undefined);
  assert.equal(codeOf(await made.guarded("違う合言葉", (seal) => seal.unseal(place, sealed))), "wrong-passphrase");
  must(await made.changePassphrase({ current: passphrase, next: "新しい合言葉", kdf: kdfFloor }));
  const opened = await made.guarded("新しい合言葉", (seal) => seal.unseal(place, sealed));
  assert.equal(text(must(opened)), body.toString());
});

test("another person's passphrase does not open what one person guarded", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  must(await made.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor }));
  const sealed = must(await made.guarded(passphrase, (seal) => seal.seal(place, body)));
  assert.equal(codeOf(await made.guarded(second, () => undefined)), "wrong-passphrase");
  made.close();
  const other = await openAs(t, made.folder, second);
  assert.equal(must(await other.guarded(second, (seal) => seal.unseal(place, sealed))), undefined);
});

test("a guarded seal that is kept is of no use afterwards", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const kept: Seal[] = [];
  must(await made.guarded(passphrase, (seal) => void kept.push(seal)));
  assert.throws(() => kept[0]?.seal(place, body), /outlived/);
});

test("a storage refusal inside guarded work is an answer, and any other error travels on", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const full = await made.guarded(passphrase, () => {
    throw new StorageError("storage-full", "test");
  });
  assert.equal(codeOf(full), "storage-full");
  const bug = made.guarded(passphrase, () => {
    throw new Error("a bug");
  });
  await assert.rejects(bug, /a bug/);
});

test("a closed vault wraps, unwraps and seals nothing", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const wrapped = await made.wrapFor(made.self.publicKey, place, body);
  made.close();
  await assert.rejects(made.wrapFor(made.self.publicKey, place, body), /vault-locked/);
  await assert.rejects(made.self.unwrap(place, wrapped), /vault-locked/);
  assert.throws(() => made.self.seal.seal(place, body), /vault-locked/);
  assert.equal(codeOf(await made.guarded(passphrase, () => undefined)), "vault-locked");
  assert.throws(() => made.setAnchor({ count: 1, head: "ab".repeat(32), atMs: 1 }), /vault-locked/);
});

test("an anchor is there at once and in the next session, from the file and from its copy", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  assert.equal(made.anchor, undefined);
  const anchor = { count: 12, head: "ab".repeat(32), atMs: 1_795_395_600_000 };
  made.setAnchor({ ...anchor, count: 11 });
  made.setAnchor(anchor);
  assert.deepEqual(made.anchor, anchor);
  assert.equal(made.header.generation, 3);
  must(await made.changePassphrase({ current: passphrase, next: second, kdf: kdfFloor }));
  made.close();
  const opened = await openAs(t, made.folder, second);
  assert.deepEqual(opened.anchor, anchor);
});

test("a printed recovery secret is a slot like any other", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const secret = Buffer.alloc(32, 0x5c).toString("base64");
  const added = must(await made.addSlot({ current: passphrase, passphrase: secret, kind: "recovery", kdf: kdfFloor }));
  made.close();
  const opened = await openAs(t, join(made.folder), secret);
  assert.equal(opened.slotId, added.slotId);
  assert.equal(opened.slots().find((slot) => slot.slotId === opened.slotId)?.kind, "recovery");
});
