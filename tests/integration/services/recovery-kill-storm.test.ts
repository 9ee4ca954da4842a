import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createVaults } from "../../../electron/vault/vault.ts";
import { mustExist } from "../../../shared/assert.ts";
import { must } from "../../support/must.ts";
import { makeKit } from "../../support/recovery-kit.ts";
import { codeOf, createVault, startTestEngine, testPassphrase } from "../../support/test-engine.ts";
import { startChild } from "../vault/children/child-process.ts";
import { rounds, testPorts } from "../vault/scratch-vault.ts";

const nextPassphrase = "新しい鍵は霧の朝の鷺 2027";

/** A closed vault, set aside under `template` and put back at its own place for every round. */
interface Scene {
  readonly folder: string;
  readonly template: string;
  readonly vaultId: string;
  /** Sheets of the kit in force; none without one. */
  readonly sheets: readonly string[];
}

async function scene(t: TestContext, { hasKit }: { hasKit: boolean }): Promise<Scene> {
  const root = mkdtempSync(join(tmpdir(), "kura-kit-storm-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const [folder, template] = [join(root, "engine"), join(root, "template")];
  const kura = await startTestEngine({ folder });
  await createVault(kura.host);
  const vaultId = mustExist(must(await kura.host.vault.status({})).openVaultId, "the vault");
  const sheets = hasKit ? (await makeKit(kura.host, testPassphrase)).typed(1, 2, 3) : [];
  await kura.close();
  cpSync(folder, template, { recursive: true });
  return { folder, template, vaultId, sheets };
}

interface Killed {
  /** How many steps the work has; undefined when it was killed. */
  readonly steps: number | undefined;
  readonly newSheets: readonly string[];
}

async function kill(at: Scene, work: string, fatal: number): Promise<Killed> {
  rmSync(at.folder, { recursive: true, force: true });
  cpSync(at.template, at.folder, { recursive: true });
  const child = startChild("kit-changer.ts", at.folder, work, String(fatal), nextPassphrase, ...at.sheets);
  // Safe: the child sends its sheets under this name, before anything else.
  const { sheets } = (await child.first()) as { sheets: string[] };
  await child.ended;
  const done = child.messages.find((message) => typeof message === "object" && message !== null && "done" in message);
  // Safe: the child sends the number of its steps under this name.
  return { steps: done === undefined ? undefined : (done as { done: number }).done, newSheets: sheets };
}

/** What opens the vault now. Asks sheets first: an unlocking tidies up what was left. */
async function opens(at: Scene, { newSheets }: Killed): Promise<Record<"oldKit" | "newKit" | "old" | "next", boolean>> {
  const kura = await startTestEngine({ folder: at.folder });
  const { host } = kura;
  const bySheets = async (shares: readonly string[]): Promise<boolean> => {
    if (shares.length === 0) return false;
    const opened = await host.recovery.open({ vaultId: at.vaultId, shares: [...shares] });
    must(await host.recovery.leave({}));
    assert.ok(opened.ok || opened.error.code === "recovery-refused", codeOf(opened));
    return opened.ok;
  };
  const byPassphrase = async (passphrase: string): Promise<boolean> => {
    const opened = await host.vault.unlock({ vaultId: at.vaultId, passphrase });
    if (!opened.ok) assert.match(opened.error.code, /^(wrong-passphrase|unknown-person)$/u);
    else {
      assert.equal(must(await host.trail.check({})).verdict, "whole");
      const { findings } = must(await host.health.check({ taskId: "h" }));
      const bad = findings.filter(({ code }) => /damaged|broken|owed|unkeyed|differ/u.test(code));
      assert.deepEqual(bad, []);
    }
    must(await host.vault.lock({}));
    return opened.ok;
  };
  try {
    return {
      oldKit: await bySheets(at.sheets),
      newKit: await bySheets(newSheets),
      old: await byPassphrase(testPassphrase),
      next: await byPassphrase(nextPassphrase),
    };
  } finally {
    await kura.close();
  }
}

/** Slots by kind, once somebody has unlocked: nothing a killed work left behind is among them. */
async function slotKinds(at: Scene, passphrase: string): Promise<string[]> {
  const opened = must(await createVaults(testPorts).open({ folder: join(at.folder, "vault"), passphrase }));
  const kinds = opened.slots().map(({ kind }) => kind);
  opened.close();
  return kinds.toSorted();
}

/** Every step in a storm; every day a few, another few each day. */
async function everyStep(t: TestContext, at: Scene, work: string, expect: (killed: Killed) => Promise<void>) {
  const whole = await kill(at, work, -1);
  await expect(whole);
  const steps = mustExist(whole.steps, "the work came to its end");
  assert.ok(steps > 10, `${steps}`);
  const stride = rounds(1) > 1 ? 1 : Math.ceil(steps / 4);
  let kills = 0;
  for (let fatal = Math.floor(Math.random() * stride); fatal < steps; fatal += stride) {
    const killed = await kill(at, work, fatal);
    assert.equal(killed.steps, undefined, "the step was never reached");
    await expect(killed);
    kills += 1;
  }
  t.diagnostic(`${work}: ${steps} steps, killed at ${kills} of them`);
}

test("putting a first kit in force, killed at any step, leaves no kit or that kit", async (t) => {
  const at = await scene(t, { hasKit: false });
  await everyStep(t, at, "enforce", async (killed) => {
    const { newKit, old } = await opens(at, killed);
    assert.ok(old);
    assert.ok(newKit || killed.steps === undefined, "a kit that was acknowledged opens");
    assert.deepEqual(await slotKinds(at, testPassphrase), newKit ? ["passphrase", "recovery"] : ["passphrase"]);
  });
});
