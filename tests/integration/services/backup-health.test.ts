import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { HealthCode, HealthReport } from "../../../shared/domain/health.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

async function start(t: TestContext, options: { backupAfterMs?: number } = {}): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), "kura-care-"));
  const kura = await startTestEngine({ folder, ...options });
  t.after(async () => {
    await kura.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await createVault(kura.host);
  return kura;
}

const make = (kura: TestEngine, place: "default" | "chosen" = "default") =>
  kura.host.backup.make({ taskId: "task-backup", place });

function outcomeOf(result: { ok: true } | { ok: false; error: { code: string } }): string {
  return result.ok ? "ok" : result.error.code;
}

function codesOf(report: HealthReport): HealthCode[] {
  return report.findings.map(({ code }) => code);
}

async function kindsIn(kura: TestEngine): Promise<string[]> {
  return must(await kura.host.trail.list({ dossierId: null, before: null, limit: 50 })).entries.map(({ kind }) => kind);
}

test("a backup made by hand is the last verified one, in the trail and on the lock page", async (t) => {
  const kura = await start(t);
  assert.equal(must(await kura.host.backup.status({})).last, null);
  const status = must(await make(kura));
  assert.equal(status.isOld, false);
  assert.ok(mustExist(status.last, "a run").sizeBytes > 4_096);
  assert.ok((await kindsIn(kura)).includes("backup-made"));
  must(await kura.host.vault.lock({}));
  const [known] = must(await kura.host.vault.status({})).vaults;
  assert.equal(known?.lastBackupAt, status.last?.at);
});

test("after seven days the last backup is old", async (t) => {
  const kura = await start(t);
  must(await make(kura));
  kura.advance(8 * 86_400_000);
  assert.equal(must(await kura.host.backup.status({})).isOld, true);
});

test("while a backup runs it says how far it is, and it can be cancelled", async (t) => {
  const kura = await start(t);
  const stop = kura.engine.events.subscribe((topic) => {
    if (topic === "task.progress") void kura.host.app.cancelTask({ taskId: "task-backup" });
  });
  assert.equal(outcomeOf(await make(kura)), "cancelled");
  stop();
  assert.ok(!(await kindsIn(kura)).includes("backup-failed"), "what a person stops is no failure");
  assert.equal(outcomeOf(await make(kura)), "ok");
});

test("a newly chosen folder asks for the passphrase, and its path stays with the engine", async (t) => {
  const kura = await start(t);
  const stick = join(kura.folder, "外付け");
  mkdirSync(stick);
  assert.equal(outcomeOf(await kura.host.backup.chooseFolder({ passphrase: "違う合言葉です" })), "wrong-passphrase");
  kura.answers["backup-folder"] = [stick];
  const chosen = must(await kura.host.backup.chooseFolder({ passphrase: testPassphrase }));
  assert.deepEqual(chosen.chosen, { folderName: "外付け", isPresent: true });
  assert.ok(!JSON.stringify(chosen).includes(kura.folder));
  must(await make(kura, "chosen"));
  assert.equal(readdirSync(stick).length, 1);
  assert.equal(must(await kura.host.backup.forgetFolder({})).chosen, null);
});

test("a chosen disk that is not there is told, and no folder is made in its place", async (t) => {
  const kura = await start(t);
  const stick = join(kura.folder, "外付け");
  mkdirSync(stick);
  kura.answers["backup-folder"] = [stick];
  must(await kura.host.backup.chooseFolder({ passphrase: testPassphrase }));
  rmSync(stick, { recursive: true });
  assert.equal(must(await kura.host.backup.status({})).chosen?.isPresent, false);
  assert.equal(outcomeOf(await make(kura, "chosen")), "storage-gone");
  assert.equal(existsSync(stick), false);
});

test("a backup comes of its own accord after unlocking, once a day", async (t) => {
  const kura = await start(t, { backupAfterMs: 50 });
  const { vaultId } = mustExist(must(await kura.host.vault.status({})).vaults[0], "the vault");
  const untilRuns = async (count: number): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while (must(await kura.host.backup.status({})).runs.length < count) {
      assert.ok(Date.now() < deadline, `no automatic backup number ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await untilRuns(1);
  must(await kura.host.vault.lock({}));
  must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  await new Promise((resolve) => setTimeout(resolve, 600));
  const soon = must(await kura.host.backup.status({}));
  assert.deepEqual([soon.runs.length, soon.runs[0]?.isAutomatic], [1, true]);
  must(await kura.host.vault.lock({}));
  kura.advance(21 * 3_600_000);
  must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  await untilRuns(2);
});

test("a vault restored while locked opens in its new place, and its trail says so once", async (t) => {
  const kura = await start(t);
  const before = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 })).head;
  must(await make(kura));
  must(await kura.host.vault.lock({}));
  const target = join(kura.folder, "restored");
  mkdirSync(target);
  kura.answers["backup-to-restore"] = [join(kura.folder, "backups")];
  kura.answers["restore-folder"] = [target];
  const found = must(await kura.host.backup.openRestore({}));
  const name = mustExist(found.snapshots[0], "a snapshot").name;
  const restored = must(await kura.host.backup.restore({ taskId: "task-restore", restoreId: found.restoreId, name }));
  assert.equal(restored.replacedKnown, true);
  for (const expected of [1, 1]) {
    must(await kura.host.vault.unlock({ vaultId: restored.vaultId, passphrase: testPassphrase }));
    const kinds = await kindsIn(kura);
    assert.equal(kinds.filter((kind) => kind === "vault-restored").length, expected);
    must(await kura.host.vault.lock({}));
  }
  assert.equal(found.snapshots[0]?.trailCount, before.count);
});

test("a folder without backups and a snapshot nobody offered are refused", async (t) => {
  const kura = await start(t);
  must(await kura.host.vault.lock({}));
  kura.answers["backup-to-restore"] = [tmpFolderIn(kura)];
  assert.equal(outcomeOf(await kura.host.backup.openRestore({})), "backup-absent");
  const stray = { taskId: "t", restoreId: "restore-9", name: "20261123T011605Z-1a2b3c4d" };
  assert.equal(outcomeOf(await kura.host.backup.restore(stray)), "backup-absent");
});

function tmpFolderIn(kura: TestEngine): string {
  const folder = join(kura.folder, "empty");
  mkdirSync(folder);
  return folder;
}

test("a sound new vault lacks nothing but a backup and lists", async (t) => {
  const kura = await start(t);
  const report = must(await kura.host.health.check({ taskId: "task-health" }));
  const codes = codesOf(report);
  for (const code of ["pages-whole", "references-whole", "evidence-intact", "objects-complete", "trail-whole"] as const)
    assert.ok(codes.includes(code), `${code} in ${codes.join(" ")}`);
  for (const code of ["backup-none", "lists-none", "slots-agree", "clock-fine", "people-keyed"] as const)
    assert.ok(codes.includes(code), `${code} in ${codes.join(" ")}`);
  assert.ok((await kindsIn(kura)).includes("health-checked"));
});

test("the check finds a clock set back, a key file's broken copy and a backup that grew old", async (t) => {
  const kura = await start(t);
  must(await make(kura));
  const vault = mustExist(
    readdirSync(kura.folder).find((name) => name === "vault"),
    "the vault",
  );
  writeFileSync(join(kura.folder, vault, "vault.hdr.bak"), "x");
  kura.advance(10 * 86_400_000);
  const later = codesOf(must(await kura.host.health.check({ taskId: "h" })));
  assert.ok(later.includes("backup-old") && later.includes("slots-differ"), later.join(" "));
  kura.advance(-9 * 86_400_000);
  assert.ok(codesOf(must(await kura.host.health.check({ taskId: "h" }))).includes("clock-behind"));
});

test("the saved report is text and JSON tied together by a hash, after the passphrase", async (t) => {
  const kura = await start(t);
  const place = join(kura.folder, "点検.txt");
  const save = (passphrase: string) => kura.host.health.saveReport({ locale: "ja", passphrase });
  assert.equal(outcomeOf(await save(testPassphrase)), "no-report");
  const report = must(await kura.host.health.check({ taskId: "task-health" }));
  assert.equal(outcomeOf(await save("違う合言葉です")), "wrong-passphrase");
  kura.answers["health-report"] = [place];
  must(await save(testPassphrase));
  const json = readFileSync(join(kura.folder, "点検.json"));
  assert.deepEqual(JSON.parse(json.toString("utf8")), report);
  const { createHash } = await import("node:crypto");
  assert.ok(readFileSync(place, "utf8").includes(createHash("sha256").update(json).digest("hex")));
});

test("a check can be cancelled", async (t) => {
  const kura = await start(t);
  const stop = kura.engine.events.subscribe((topic) => {
    if (topic === "task.progress") void kura.host.app.cancelTask({ taskId: "task-health" });
  });
  assert.equal(outcomeOf(await kura.host.health.check({ taskId: "task-health" })), "cancelled");
  stop();
});
