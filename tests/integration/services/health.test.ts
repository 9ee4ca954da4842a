import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { HealthCode, HealthFinding } from "../../../shared/domain/health.ts";
import { must } from "../../support/must.ts";
import { makeKit } from "../../support/recovery-kit.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

const dayMs = 86_400_000;

let kura: TestEngine;
beforeEach(async () => {
  kura = await startTestEngine();
});
afterEach(() => kura.close());

async function findings(): Promise<HealthFinding[]> {
  return must(await kura.host.health.check({ taskId: "h" })).findings;
}

/** The one finding whose code begins so. */
async function findingOn(subject: string): Promise<HealthFinding> {
  const found = (await findings()).filter(({ code }) => code.startsWith(`${subject}-`));
  assert.equal(found.length, 1, found.map(({ code }) => code).join(" "));
  return mustExist(found[0], "a finding");
}

async function unlockAgain(engine: TestEngine): Promise<void> {
  const { vaults } = must(await engine.host.vault.status({}));
  const vaultId = mustExist(vaults[0], "the vault").vaultId;
  must(await engine.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
}

test("the check follows a recovery kit: none, never rehearsed, rehearsed, rehearsed too long ago", async () => {
  await createVault(kura.host);
  const seen: HealthCode[] = [(await findingOn("recovery")).code];
  const kit = await makeKit(kura.host, testPassphrase);
  seen.push((await findingOn("recovery")).code);
  must(await kura.host.recovery.rehearse({ shares: kit.typed(1, 2, 3) }));
  kura.advance(3 * dayMs);
  await unlockAgain(kura);
  const rehearsed = await findingOn("recovery");
  assert.deepEqual(rehearsed.numbers, { days: 3 });
  seen.push(rehearsed.code);
  kura.advance(364 * dayMs);
  await unlockAgain(kura);
  seen.push((await findingOn("recovery")).code);
  assert.deepEqual(seen, ["recovery-none", "recovery-unproved", "recovery-rehearsed", "recovery-old"]);
});

test("keys are measured by what this machine would choose today, and a kit's slot is not counted", async () => {
  await createVault(kura.host);
  await makeKit(kura.host, testPassphrase);
  assert.deepEqual(await findingOn("keys"), { code: "keys-strong", numbers: { count: 1, memoryMib: 64, passes: 3 } });
  must(await kura.host.vault.lock({}));
  const kdf = { memoryKib: 131_072, passes: 3, lanes: 4 };
  const { folder } = kura;
  const stronger = await startTestEngine({ folder, kdf });
  try {
    await unlockAgain(stronger);
    const report = must(await stronger.host.health.check({ taskId: "h" }));
    const keys = report.findings.filter(({ code }) => code.startsWith("keys-"));
    assert.deepEqual(keys, [{ code: "keys-light", numbers: { count: 1, memoryMib: 128, passes: 3 } }]);
  } finally {
    await stronger.close();
  }
});

test("a clock before the day the program was made is found even where the whole vault agrees with it", async () => {
  kura.advance(Date.UTC(2020, 0, 1) - Date.now());
  await createVault(kura.host);
  assert.equal((await findingOn("clock")).code, "clock-impossible");
});

test("pages are read in a copy that is gone afterwards, and work goes on meanwhile", async () => {
  await createVault(kura.host);
  const vault = join(kura.folder, "vault");
  let wasThere = false;
  const stop = kura.engine.events.subscribe((topic) => {
    if (topic === "task.progress") wasThere ||= existsSync(join(vault, "page-check"));
  });
  const check = findings();
  const settings = must(await kura.host.app.settings({}));
  must(await kura.host.app.setSettings({ ...settings, officeName: "点検の間の変更" }));
  assert.ok((await check).some(({ code }) => code === "pages-whole"));
  stop();
  assert.ok(wasThere, "no copy was seen");
  assert.ok(!readdirSync(vault).includes("page-check"));
  assert.equal(must(await kura.host.app.settings({})).officeName, "点検の間の変更");
});

test("a backup and a check at once both come to their end", async () => {
  await createVault(kura.host);
  const [made, checked] = await Promise.all([
    kura.host.backup.make({ taskId: "b", place: "default" }),
    kura.host.health.check({ taskId: "h" }),
  ]);
  assert.ok(made.ok && checked.ok);
  assert.ok(checked.value.findings.some(({ code }) => code === "pages-whole"));
});
