import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Sqlite, { type RawDatabase } from "better-sqlite3";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { must } from "../../support/must.ts";
import { proposedCase } from "../../support/paper-scene.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let databaseKey: Buffer;
let paper: string;
let vaultFolder: string;

before(async () => {
  kura = await startTestEngine();
  vaultFolder = join(kura.folder, "vault");
  const real = Sqlite.prototype.key;
  // Somebody who holds the vault's key: learnt as the program hands it to SQLite.
  Sqlite.prototype.key = function (this: RawDatabase, key: Buffer): number {
    databaseKey = Buffer.from(key);
    return real.call(this, key);
  };
  const { host } = kura;
  await createVault(host);
  Sqlite.prototype.key = real;
  must(await host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  must(await host.vault.lock({}));
  cpSync(vaultFolder, join(kura.folder, "earlier"), { recursive: true });
  await unlock();
  const dossierId = (await proposedCase(host)).id;
  const draft = { value: "材料評価の機会を失う。", law: "該非判定は非該当。" };
  must(await host.paper.setSections({ dossierId, draft, baseRevision: 0 }));
  const report = must(await host.paper.sign({ dossierId, locale: "ja", passphrase: testPassphrase }));
  paper = join(kura.folder, "paper.pdf");
  kura.answers["report-copy"] = [paper];
  const reportId = report.id;
  must(await host.paper.saveCopy({ dossierId, reportId, purpose: "committee", passphrase: testPassphrase }));
  must(await host.vault.lock({}));
  cpSync(vaultFolder, join(kura.folder, "untouched"), { recursive: true });
  await unlock();
});
after(() => kura.close());

async function unlock(engine = kura): Promise<void> {
  const [known] = must(await engine.host.vault.status({})).vaults;
  must(await engine.host.vault.unlock({ vaultId: known?.vaultId ?? "", passphrase: testPassphrase }));
}

async function verified(engine = kura): Promise<VerificationResult> {
  engine.answers["signed-pdf"] = [paper];
  return must(await engine.host.verification.verify({}));
}

/** Puts a copy of the folder in the vault's place and opens it. */
async function putBack(copy: "untouched" | "earlier", work: (raw: RawDatabase) => void = () => undefined) {
  must(await kura.host.vault.lock({}));
  rmSync(vaultFolder, { recursive: true });
  cpSync(join(kura.folder, copy), vaultFolder, { recursive: true });
  const raw = new Sqlite(join(vaultFolder, "vault.db"), { fileMustExist: true, timeout: 0 });
  raw.pragma("cipher='sqlcipher'");
  raw.pragma("legacy=4");
  raw.key(Buffer.from(databaseKey));
  raw.exec("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");
  work(raw);
  raw.close();
  await unlock();
}

test("a paper of this vault agrees with its trail, and the trail says so", async () => {
  const { verdict, trail } = await verified();
  assert.deepEqual([verdict, trail], ["valid", "agrees"]);
  const [latest] = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 })).entries;
  assert.deepEqual([latest?.kind, latest?.details["trail"]], ["pdf-verified", "agrees"]);
});

test("nothing is compared while the vault is locked", async () => {
  must(await kura.host.vault.lock({}));
  assert.equal((await verified()).trail, "not-compared");
  await unlock();
});

test("a trail that was cut before the paper is found to end too early", async () => {
  await putBack("untouched", (raw) => raw.exec("DELETE FROM audit WHERE sequence > 4"));
  const { verdict, trail } = await verified();
  assert.deepEqual([verdict, trail], ["valid", "behind"]);
});

test("a trail that went on after the cut is found to differ from the paper", async () => {
  await putBack("untouched", (raw) => raw.exec("DELETE FROM audit WHERE sequence > 4"));
  const settings = must(await kura.host.app.settings({}));
  for (let n = 0; n < 80; n += 1) must(await kura.host.app.setSettings({ ...settings, idleMinutes: 1 + (n % 4) }));
  assert.equal((await verified()).trail, "differs");
});

test("a vault put back to before the paper does not know it, and says that it was not compared", async () => {
  await putBack("earlier");
  const { verdict, trail } = await verified();
  assert.deepEqual([verdict, trail], ["valid", "other-vault"]);
});

test("a paper of another vault is not compared", async (t) => {
  const other = await startTestEngine();
  t.after(() => other.close());
  await createVault(other.host);
  const { verdict, trail } = await verified(other);
  assert.deepEqual([verdict, trail], ["indeterminate", "other-vault"]);
});
