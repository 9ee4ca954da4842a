import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import { hashKeyFile } from "../../../electron/vault/vault.ts";
import {
  addNote,
  atEnd,
  codeOf,
  must,
  newVault,
  notes,
  passphrase,
  scratchFolder,
  testVaults,
} from "./scratch-vault.ts";

const vaults = testVaults();
test("a passphrase typed in full width opens what half width closed", async (t) => {
  const folder = join(scratchFolder(t), "v");
  must(await vaults.create({ folder, passphrase: "ＫＵＲＡ１２３", kdf: kdfFloor })).close();
  must(await vaults.open({ folder, passphrase: "KURA123" })).close();
});

for (const bad of ["", "half a pair \ud842", "長".repeat(1025)]) {
  test(`a passphrase of ${bad.length} units that cannot be one makes no vault`, async (t) => {
    const folder = join(scratchFolder(t), "v");
    assert.equal(codeOf(await vaults.create({ folder, passphrase: bad, kdf: kdfFloor })), "weak-passphrase");
    assert.equal(codeOf(await vaults.inspect(folder)), "vault-absent");
    must(await vaults.create({ folder, passphrase, kdf: kdfFloor })).close();
  });
}

test("a changed passphrase opens the vault and the old one does not, not even through the copy", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  addNote(made, "x");
  must(await made.changePassphrase({ current: passphrase, next: "新しい合言葉", kdf: kdfFloor }));
  assert.equal(made.header.generation, 2);
  made.close();
  for (const lost of ["", "vault.hdr"]) {
    if (lost !== "") rmSync(join(made.folder, lost));
    assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "wrong-passphrase");
    const opened = must(await vaults.open({ folder: made.folder, passphrase: "新しい合言葉" }));
    assert.deepEqual(notes(opened), ["x"]);
    assert.equal(opened.slotId, made.slotId);
    opened.close();
  }
});

test("changing the passphrase needs the current one and a usable next one", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  assert.equal(codeOf(await made.changePassphrase({ current: "違う", next: "n", kdf: kdfFloor })), "wrong-passphrase");
  assert.equal(
    codeOf(await made.changePassphrase({ current: passphrase, next: "", kdf: kdfFloor })),
    "weak-passphrase",
  );
  assert.equal(made.header.generation, 1);
  must(await made.verifyPassphrase(passphrase));
});

test("two changes at once happen one after the other", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const [first, second] = await Promise.all([
    made.changePassphrase({ current: passphrase, next: "one", kdf: kdfFloor }),
    made.changePassphrase({ current: passphrase, next: "two", kdf: kdfFloor }),
  ]);
  assert.deepEqual([codeOf(first), codeOf(second)], ["ok", "wrong-passphrase"]);
  must(await made.verifyPassphrase("one"));
});

test("closing during a change answers locked and keeps the old passphrase", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const change = made.changePassphrase({ current: passphrase, next: "next", kdf: kdfFloor });
  made.close();
  assert.equal(codeOf(await change), "vault-locked");
  must(await vaults.open({ folder: made.folder, passphrase })).close();
});

test("re-authentication tells right from wrong", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  assert.equal(codeOf(await made.verifyPassphrase(passphrase)), "ok");
  assert.equal(codeOf(await made.verifyPassphrase("違う合言葉")), "wrong-passphrase");
});

test("a second person gets in by an own slot, and no longer once it is revoked", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const { slotId } = must(await made.addSlot({ current: passphrase, passphrase: "二人目の合言葉", kdf: kdfFloor }));
  assert.deepEqual(
    made.slots().map((slot) => slot.slotId),
    [made.slotId, slotId],
  );
  made.close();
  const second = must(await vaults.open({ folder: made.folder, passphrase: "二人目の合言葉" }));
  assert.equal(second.slotId, slotId);
  assert.equal(codeOf(await second.verifyPassphrase(passphrase)), "wrong-passphrase");
  second.close();
  const first = must(await vaults.open({ folder: made.folder, passphrase }));
  must(await first.revokeSlot({ current: passphrase, slotId }));
  first.close();
  const refused = await vaults.open({ folder: made.folder, passphrase: "二人目の合言葉" });
  assert.equal(codeOf(refused), "wrong-passphrase");
});

test("a slot file put back from before a revocation is refused", async (t) => {
  const scratch = scratchFolder(t);
  const made = await newVault(t, scratch);
  const { slotId } = must(await made.addSlot({ current: passphrase, passphrase: "去った人", kdf: kdfFloor }));
  const before = join(scratch, "before.hdr");
  copyFileSync(join(made.folder, "vault.hdr"), before);
  must(await made.revokeSlot({ current: passphrase, slotId }));
  made.close();
  const now = readFileSync(join(made.folder, "vault.hdr"));
  for (const name of ["vault.hdr", "vault.hdr.bak"]) copyFileSync(before, join(made.folder, name));
  const refused = await vaults.open({ folder: made.folder, passphrase: "去った人" });
  assert.deepEqual(refused, { ok: false, error: { code: "vault-damaged", details: { reason: "slot-file-put-back" } } });
  for (const name of ["vault.hdr", "vault.hdr.bak"]) writeFileSync(join(made.folder, name), now);
  must(await vaults.open({ folder: made.folder, passphrase })).close();
});

test("a vault with a key file needs the file", async (t) => {
  const folder = join(scratchFolder(t), "v");
  const keyFileHash = hashKeyFile(Buffer.from("the key file's bytes"));
  const made = must(await vaults.create({ folder, passphrase, keyFileHash, kdf: kdfFloor }));
  must(await made.changePassphrase({ current: passphrase, next: "next", kdf: kdfFloor }));
  made.close();
  assert.equal(codeOf(await vaults.open({ folder, passphrase: "next" })), "wrong-passphrase");
  const other = hashKeyFile(Buffer.from("another file"));
  assert.equal(codeOf(await vaults.open({ folder, passphrase: "next", keyFileHash: other })), "wrong-passphrase");
  must(await vaults.open({ folder, passphrase: "next", keyFileHash })).close();
});

test("a lost or broken slot file is taken from its copy and both stand again", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  const [file, copy] = [join(made.folder, "vault.hdr"), join(made.folder, "vault.hdr.bak")];
  const good = readFileSync(file);
  const breakages = [
    () => rmSync(file),
    () => writeFileSync(file, "torn"),
    () => rmSync(copy),
    () => writeFileSync(copy, "x"),
  ];
  for (const breakIt of breakages) {
    breakIt();
    must(await vaults.open({ folder: made.folder, passphrase })).close();
    assert.deepEqual([readFileSync(file), readFileSync(copy)], [good, good]);
  }
});

test("a slot file broken in both places is damage", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  made.close();
  for (const name of ["vault.hdr", "vault.hdr.bak"]) {
    const bytes = readFileSync(join(made.folder, name));
    bytes[130] = (bytes[130] ?? 0) ^ 1;
    writeFileSync(join(made.folder, name), bytes);
  }
  assert.equal(codeOf(await vaults.open({ folder: made.folder, passphrase })), "vault-damaged");
  assert.equal(codeOf(await vaults.inspect(made.folder)), "vault-damaged");
});

test("sealed bodies and audit codes hold across a lock and differ between vaults", async (t) => {
  const made = await newVault(t, scratchFolder(t));
  const place = { purpose: "signing-key", id: "p1" };
  const sealed = made.seal.seal(place, Buffer.from("署名鍵"));
  const mac = made.auditMac(Buffer.from("entry"));
  made.close();
  const opened = must(await vaults.open({ folder: made.folder, passphrase }));
  atEnd(t, () => opened.close());
  assert.equal(Buffer.from(opened.seal.unseal(place, sealed) ?? []).toString(), "署名鍵");
  assert.deepEqual(opened.auditMac(Buffer.from("entry")), mac);
  const other = await newVault(t, scratchFolder(t));
  assert.equal(other.seal.unseal(place, sealed), undefined);
  assert.notDeepEqual(other.auditMac(Buffer.from("entry")), mac);
});
