import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createVaults } from "../../../electron/vault/vault.ts";
import { mustExist } from "../../../shared/assert.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { createVault, startTestEngine, testPassphrase } from "../../support/test-engine.ts";
import { rounds, testPorts } from "../vault/scratch-vault.ts";

interface Acknowledged {
  readonly itemId: ItemId;
  readonly revision: number;
  readonly fact: string;
  readonly reason: string;
}

/** Lets the engine work on the vault, kills it within `limitMs` and gives what it acknowledged until then. */
async function workAndKill(folder: string, round: number, limitMs: number): Promise<Acknowledged[]> {
  const program = fileURLToPath(new URL("./children/answer-writer.ts", import.meta.url));
  const child = fork(program, [folder, String(round)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const acknowledged: Acknowledged[] = [];
  const ended = once(child, "exit");
  const ready = Promise.race([once(child, "message"), ended.then(() => Promise.reject(new Error("no engine")))]);
  await ready;
  // The program sends nothing else after its first message.
  child.on("message", (message) => acknowledged.push(message as Acknowledged));
  await pause(Math.random() * limitMs);
  child.kill("SIGKILL");
  await ended;
  return acknowledged;
}

async function newCase(folder: string): Promise<void> {
  const kura = await startTestEngine({ folder });
  await createVault(kura.host);
  const subject = { kind: "person" as const, role: "principal" as const, country: "", identifiers: [], note: "" };
  const names = [{ kind: "primary" as const, text: "葛󠄀城 ﾊﾅｺ" }];
  const made = must(
    await kura.host.dossiers.create({ kind: "person", title: "架空の受入れ", subject: { ...subject, names } }),
  );
  const triage = { ...made.triage, techTier: "T2" as const, access: "A1" as const };
  must(await kura.host.dossiers.setTriage({ dossierId: made.id, triage }));
  // Every change asks for a reason from here on, so that answer, link of the trail and reason stand or fall together.
  const settings = must(await kura.host.app.settings({}));
  must(await kura.host.app.setSettings({ ...settings, reasonPolicy: { given: true, afterReady: true } }));
  await kura.close();
}

/** Reopens through the services and compares; every answer ever acknowledged must be in the history with its text. */
async function checkAll(folder: string, everything: readonly Acknowledged[]): Promise<void> {
  const kura = await startTestEngine({ folder });
  const { host } = kura;
  const [known] = must(await host.vault.status({})).vaults;
  must(await host.vault.unlock({ vaultId: mustExist(known, "a vault").vaultId, passphrase: testPassphrase }));
  const [row] = must(await host.dossiers.list({})).rows;
  const dossierId = mustExist(row, "a dossier").id;
  for (const [itemId, ofItem] of Map.groupBy(everything, (one) => one.itemId)) {
    const { answers } = must(await host.checklist.history({ dossierId, itemId }));
    const stored = new Map(answers.map((answer) => [answer.revision, answer.fact]));
    const name = { place: "answer", rowId: itemId, field: "fact" };
    const { changes } = must(await host.history.field({ dossierId, name }));
    const reasons = new Map(changes.map((change) => [change.state, change.reason]));
    for (const { revision, fact, reason } of ofItem) {
      assert.equal(stored.get(revision), fact, `${itemId} ${revision} is lost`);
      assert.equal(reasons.get(revision), reason, `the reason for ${itemId} ${revision} is lost`);
    }
    assert.deepEqual(
      [...stored.keys()].toReversed(),
      [...stored.keys()].map((_, at) => at + 1),
    );
  }
  assert.equal(must(await host.trail.check({})).verdict, "whole");
  await kura.close();
}

async function assertSound(folder: string): Promise<void> {
  const vault = must(await createVaults(testPorts).open({ folder: join(folder, "vault"), passphrase: testPassphrase }));
  assert.ok(vault.db.quickCheck());
  vault.close();
}

test("no acknowledged answer is lost and the trail stays whole, whenever the engine is killed", async (t) => {
  const folder = join(tempFolder(t), "user");
  mkdirSync(folder);
  await newCase(folder);
  const everything: Acknowledged[] = [];
  const total = rounds(20);
  for (let round = 0; round < total; round += 1) {
    everything.push(...(await workAndKill(folder, round, 500)));
    // The check of a round reads the history of all; after that the newest ones are enough.
    await checkAll(folder, round === total - 1 ? everything : everything.slice(-500));
    if (round % 5 === 4 || round === total - 1) await assertSound(folder);
  }
  t.diagnostic(`${total} kills, ${everything.length} answers acknowledged, all there`);
  assert.ok(everything.length > total, "the engine never got to work");
});
