import assert from "node:assert/strict";
import { copyFileSync, cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createVaults, type OpenVault } from "../../../electron/vault/vault.ts";
import { startChild } from "./children/child-process.ts";
import { atEnd, codeOf, must, scratchFolder, testPorts } from "./scratch-vault.ts";

const passphrase = "蔵の鍵は三つの石の下 2026";
const vaults = createVaults(testPorts);
const fixture = join(import.meta.dirname, "../../fixtures/vaults/format-1");

/** A copy of the vault that the first released version left. */
function oldVault(t: TestContext): string {
  const folder = join(scratchFolder(t), "v");
  cpSync(fixture, folder, { recursive: true });
  return folder;
}

function count(vault: OpenVault, table: string): number {
  return vault.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
}

function expectContent(vault: OpenVault): void {
  assert.deepEqual([count(vault, "decision"), count(vault, "report"), count(vault, "identity")], [1, 1, 1]);
  assert.equal(count(vault, "audit"), 66);
  assert.ok(vault.db.quickCheck());
}

test("a vault of the first format opens, is brought to the second, and keeps its slot, passphrase and content", async (t) => {
  const folder = oldVault(t);
  assert.equal(must(await vaults.inspect(folder)).formatVersion, 1);
  const first = must(await vaults.open({ folder, passphrase }));
  expectContent(first);
  assert.equal(first.header.generation, 2);
  const publicKey = first.self.publicKey;
  first.close();
  assert.equal(must(await vaults.inspect(folder)).formatVersion, 2);
  assert.deepEqual(readFileSync(join(folder, "vault.hdr")), readFileSync(join(folder, "vault.hdr.bak")));
  const again = must(await vaults.open({ folder, passphrase }));
  atEnd(t, () => again.close());
  expectContent(again);
  assert.deepEqual([again.slotId, again.self.publicKey], [first.slotId, publicKey]);
});

test("a wrong passphrase leaves a vault of the first format byte for byte as it was", async (t) => {
  const folder = oldVault(t);
  assert.equal(codeOf(await vaults.open({ folder, passphrase: "違う合言葉" })), "wrong-passphrase");
  for (const name of ["vault.hdr", "vault.hdr.bak", "vault.db"]) {
    assert.deepEqual(readFileSync(join(folder, name)), readFileSync(join(fixture, name)), name);
  }
});

test("the first format's slot file put back after the upgrade is refused", async (t) => {
  const folder = oldVault(t);
  must(await vaults.open({ folder, passphrase })).close();
  for (const name of ["vault.hdr", "vault.hdr.bak"]) copyFileSync(join(fixture, name), join(folder, name));
  const refused = await vaults.open({ folder, passphrase });
  assert.deepEqual(refused, { ok: false, error: { code: "vault-damaged", details: { reason: "slot-file-put-back" } } });
});

test("a vault of the first format with a broken slot file is brought up from its copy", async (t) => {
  const folder = oldVault(t);
  rmSync(join(folder, "vault.hdr"));
  const opened = must(await vaults.open({ folder, passphrase }));
  expectContent(opened);
  opened.close();
  must(await vaults.open({ folder, passphrase })).close();
});

test("the upgrade killed at any step leaves a vault that opens with everything in it", async (t) => {
  const scratch = scratchFolder(t);
  const folder = join(scratch, "v");
  let fatal = 0;
  for (let done = false; !done; fatal += 1) {
    cpSync(fixture, folder, { recursive: true });
    const child = startChild("old-vault-opener.ts", folder, passphrase, String(fatal));
    await child.ended;
    done = child.messages.length > 0;
    const opened = must(await vaults.open({ folder, passphrase }));
    expectContent(opened);
    opened.close();
    assert.equal(must(await vaults.inspect(folder)).formatVersion, 2);
    rmSync(folder, { recursive: true });
  }
  t.diagnostic(`${fatal - 1} steps, killed at each`);
  assert.ok(fatal > 40, "opening, migrating and upgrading have more steps than that");
});
