import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createKdf } from "../../../electron/vault/crypto/kdf.ts";
import { createKeySlots } from "../../../electron/vault/crypto/key-slots.ts";
import { headerMacKey, isAuthentic, signSlotFile } from "../../../electron/vault/crypto/slot-signature.ts";
import { openDatabase } from "../../../electron/vault/database.ts";
import { kdfFloor } from "../../../electron/vault/format.ts";
import { readSlotFile, writeSlotFile } from "../../../electron/vault/slot-file.ts";
import { randomPause, startChild } from "./children/child-process.ts";
import {
  codeOf,
  must,
  newVault,
  passphrase,
  rounds,
  scratchFolder,
  testMigrations,
  testPorts,
  testVaults,
} from "./scratch-vault.ts";

interface Found {
  readonly found: { readonly newest: number | null; readonly rows: number };
  readonly sound: boolean;
}

function newestAcknowledged(messages: readonly unknown[]): number {
  const numbers = messages.map((message) =>
    typeof message === "object" && message !== null && "acknowledged" in message ? Number(message.acknowledged) : 0,
  );
  return Math.max(0, ...numbers);
}

test("no acknowledged commit is lost however often the writer is killed", async (t) => {
  const path = join(scratchFolder(t), "vault.db");
  const key = randomBytes(32);
  const made = openDatabase({ path, key, create: true });
  for (const step of testMigrations) made.steps.apply(step);
  made.close();
  let acknowledged = 0;
  const total = rounds(200);
  for (let round = 0; round <= total; round += 1) {
    const child = startChild("commit-writer.ts", path, key.toString("hex"));
    // Safe: commit-writer.ts sends exactly this first.
    const { found, sound } = (await child.first()) as Found;
    assert.ok(sound, "the database fails its check after a kill");
    assert.ok((found.newest ?? 0) >= acknowledged, `acknowledged ${acknowledged}, found ${found.newest}`);
    assert.equal(found.rows, found.newest ?? 0, "half a transaction is there");
    await randomPause(80);
    await child.kill();
    acknowledged = Math.max(acknowledged, newestAcknowledged(child.messages));
  }
  t.diagnostic(`${total} kills, ${acknowledged} rows acknowledged`);
  assert.ok(acknowledged > total, "the writer never got to work");
});

test("the slot file opens and never goes back, whenever its rewriting is killed", async (t) => {
  const folder = scratchFolder(t);
  const vaultKey = Buffer.alloc(32, 0x42);
  const slots = createKeySlots({ random: testPorts.random, kdf: createKdf(testPorts) });
  const vaultId = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
  const vaultKeys = { current: vaultKey, next: undefined };
  const macKey = headerMacKey(vaultKey, vaultId);
  const slot = must(await slots.make({ vaultId, vaultKeys, secret: { passphrase }, kdf: kdfFloor }));
  const first = { version: 2 as const, vaultId, generation: 1, anchor: undefined, slots: [slot] };
  writeSlotFile(folder, signSlotFile(first, macKey));
  let acknowledged = 1;
  const total = rounds(30);
  for (let round = 0; round < total; round += 1) {
    const child = startChild("slot-file-writer.ts", folder, macKey.toString("hex"));
    await child.first();
    await randomPause(60);
    await child.kill();
    acknowledged = Math.max(acknowledged, ...child.messages.map(Number));
    const { decoded } = must(readSlotFile(folder));
    assert.ok(isAuthentic(decoded.envelope, macKey));
    assert.ok(decoded.file.generation >= acknowledged, `${decoded.file.generation} after ${acknowledged}`);
  }
  const { decoded } = must(readSlotFile(folder));
  assert.ok(decoded.file.version === 2);
  assert.deepEqual(must(await slots.open(decoded.file, { passphrase })).vaultKeys, vaultKeys);
  t.diagnostic(`${total} kills, ${acknowledged} rewrites acknowledged`);
});

test("a creation killed at any moment leaves a vault that opens or a folder that takes one", async (t) => {
  const scratch = scratchFolder(t);
  const outcomes: Record<string, number> = {};
  const total = rounds(10);
  for (let round = 0; round < total; round += 1) {
    const folder = join(scratch, `v${round}`);
    const child = startChild("vault-maker.ts", folder);
    await child.first();
    // Key derivation takes most of the time; half of the kills aim at the short stretch of file work after it.
    if (round % 2 === 0) await untilWorkIsSeen(folder);
    await randomPause(round % 2 === 0 ? 30 : 400);
    await child.kill();
    const opened = await testVaults().open({ folder, passphrase });
    outcomes[codeOf(opened)] = (outcomes[codeOf(opened)] ?? 0) + 1;
    const vault = opened.ok ? opened.value : must(await testVaults().create({ folder, passphrase, kdf: kdfFloor }));
    vault.db.prepare("INSERT INTO note (body) VALUES ('works')").run();
    vault.close();
  }
  t.diagnostic(JSON.stringify(outcomes));
  const expected = new Set(["ok", "vault-absent", "storage-gone"]);
  assert.deepEqual(
    Object.keys(outcomes).filter((code) => !expected.has(code)),
    [],
  );
});

async function untilWorkIsSeen(folder: string): Promise<void> {
  for (let wait = 0; wait < 5000; wait += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    try {
      if (readdirSync(folder).some((name) => name !== "vault.lock")) return;
    } catch {
      // The folder is not there yet.
    }
  }
}

test("a vault held by another process is busy, and free the moment that process is killed", async (t) => {
  const vault = await newVault(t, scratchFolder(t));
  vault.close();
  const holder = startChild("vault-holder.ts", vault.folder);
  assert.equal(await holder.first(), "ok");
  assert.equal(codeOf(await testVaults().open({ folder: vault.folder, passphrase })), "vault-busy");
  const second = startChild("vault-holder.ts", vault.folder);
  assert.equal(await second.first(), "vault-busy");
  await second.kill();
  await holder.kill();
  must(await testVaults().open({ folder: vault.folder, passphrase })).close();
});

test("a second process is refused even when the lock file was deleted under the first", async (t) => {
  const vault = await newVault(t, scratchFolder(t));
  rmSync(join(vault.folder, "vault.lock"));
  const second = startChild("vault-holder.ts", vault.folder);
  assert.equal(await second.first(), "vault-busy");
  await second.kill();
});
