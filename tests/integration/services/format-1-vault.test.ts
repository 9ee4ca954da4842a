import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createVaults } from "../../../electron/vault/vault.ts";
import { must } from "../../support/must.ts";
import { startTestEngine } from "../../support/test-engine.ts";
import { testPorts } from "../vault/scratch-vault.ts";

const passphrase = "蔵の鍵は三つの石の下 2026";
const fixture = join(import.meta.dirname, "../../fixtures/vaults/format-1");

test("a vault of the first format: its case is read, its key guarded, and its paper still signed", async () => {
  const kura = await startTestEngine();
  const folder = join(kura.folder, "old");
  cpSync(fixture, folder, { recursive: true });
  try {
    const { host } = kura;
    kura.answers["vault-folder"] = [folder];
    const { vaultId } = must(await host.vault.find({}));
    must(await host.vault.unlock({ vaultId, passphrase }));
    const { rows } = must(await host.dossiers.list({}));
    assert.ok(rows.length > 0);
    const withPaper = [];
    for (const { id } of rows) {
      const { reports } = must(await host.paper.reports({ dossierId: id }));
      if (reports.length > 0) withPaper.push(id);
    }
    const [dossierId] = withPaper;
    assert.ok(dossierId);
    must(await host.access.declare({ dossierId, hasConflict: false, note: "" }));
    const wrong = await host.paper.sign({ dossierId, locale: "ja", passphrase: "違う合言葉の十二文字以上" });
    assert.equal(wrong.ok ? "ok" : wrong.error.code, "wrong-passphrase");
    const { identity } = must(await host.identity.current({}));
    const signed = must(await host.paper.sign({ dossierId, locale: "ja", passphrase }));
    assert.equal(signed.fingerprint, identity?.fingerprint);
    must(await host.vault.lock({}));
    await expectGuarded(folder);
  } finally {
    await kura.close();
  }
});

/** The key lies under its person's own seal, the person's public key in the list, and the vault's seal opens it no more. */
async function expectGuarded(folder: string): Promise<void> {
  const vault = must(await createVaults(testPorts).open({ folder, passphrase }));
  try {
    const row = vault.db
      .prepare<[], { id: string; sealed_key: Buffer; sealed_under: string }>("SELECT * FROM identity")
      .get();
    assert.ok(row);
    assert.equal(row.sealed_under, "person");
    const place = { purpose: "signing-key", id: row.id };
    assert.equal(vault.seal.unseal(place, row.sealed_key), undefined);
    assert.equal(vault.self.seal.unseal(place, row.sealed_key), undefined);
    const key = must(await vault.guarded(passphrase, (seal) => seal.unseal(place, row.sealed_key)));
    assert.ok(key !== undefined && key.length > 100);
    const person = vault.db.prepare<[], { public_key: Buffer }>("SELECT public_key FROM person").get();
    assert.deepEqual(person?.public_key, Buffer.from(vault.self.publicKey));
  } finally {
    vault.close();
  }
}
