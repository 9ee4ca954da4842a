import assert from "node:assert/strict";
import { appendFileSync, chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createTables, openCaseKeys } from "../../../electron/vault/tables/all.ts";
import { createVaults } from "../../../electron/vault/vault.ts";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { type ForkedDesk, startForkedDesk } from "../../support/forked-desk.ts";
import { must } from "../../support/must.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { codeOf, createVault, testPassphrase } from "../../support/test-engine.ts";
import { testPorts } from "../vault/scratch-vault.ts";

let folder: string;
let outside: string;
let desk: ForkedDesk;
let dossierId: DossierId;
const cleanUps: (() => void)[] = [];

before(async () => {
  // A hook has no ending of its own; the folder goes after the engine.
  folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
  outside = join(folder, "outside");
  mkdirSync(outside);
  desk = startForkedDesk(folder, outside);
  await createVault(desk.host);
  dossierId = must(await desk.host.dossiers.create({ kind: "person", title: "架空の案件", subject: null })).id;
});
after(async () => {
  await desk.engine.close();
  for (const cleanUp of cleanUps) cleanUp();
});

const details = {
  title: "写し",
  evidenceType: "registry_copy",
  sourceType: "registry",
  reliability: "A",
  origin: "",
  location: "",
  capturedAt: null,
  capturedBy: "",
  note: "",
} as const;

function attach(path: string, taskId = `task-${desk.events.length}-${performance.now()}`) {
  desk.choose("evidence", path);
  return desk.host.evidence.attach({ dossierId, itemId: null, taskId, details });
}

/** A file of text whose bytes are holes: long for the reader, nothing on the disk. UTF-16 by its mark, so NULs may be. */
function writeSparse(name: string, sizeBytes: number): string {
  const path = join(outside, name);
  writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
  truncateSync(path, sizeBytes);
  return path;
}

const count = async () => must(await desk.host.evidence.list({ dossierId })).evidence.length;

async function untilProgress(taskId: string): Promise<void> {
  for (let wait = 0; wait < 3_000; wait += 1) {
    if (progressOf(taskId).some(({ done }) => done > 0)) return;
    await pause(5);
  }
  throw new Error("no progress was told");
}

function progressOf(taskId: string): { done: number; total: number }[] {
  return desk.events
    .filter(({ topic }) => topic === "task.progress")
    .map(({ payload }) => payload as { taskId: string; done: number; total: number }) // The topic's own payload.
    .filter((payload) => payload.taskId === taskId);
}

test("half a gigabyte comes in piece by piece: progress is told and memory stays bounded", async (t) => {
  const sizeBytes = 500 * 1024 * 1024;
  const path = writeSparse("large.txt", sizeBytes);
  const beforeMib = desk.rssMib();
  let highestMib = beforeMib ?? 0;
  const watch = setInterval(() => (highestMib = Math.max(highestMib, desk.rssMib() ?? 0)), 20);
  const taken = must(await attach(path, "large"));
  clearInterval(watch);
  assert.equal(taken.sizeBytes, sizeBytes);
  const told = progressOf("large");
  assert.ok(told.length >= 5, `${told.length} events`);
  assert.deepEqual(told.at(-1)?.done, sizeBytes);
  if (beforeMib === undefined) return t.skip("this system does not tell a process's memory");
  t.diagnostic(`engine ${beforeMib} MiB before, ${highestMib} MiB at most`);
  assert.ok(highestMib - beforeMib < 200, `grew by ${highestMib - beforeMib} MiB`);
});

test("a large file can be stopped on its way in, and nothing of it stays", async () => {
  const known = await count();
  const coming = attach(writeSparse("stopped.txt", 1_500 * 1024 * 1024), "stopped");
  await untilProgress("stopped");
  must(await desk.host.app.cancelTask({ taskId: "stopped" }));
  assert.equal(codeOf(await coming), "cancelled");
  assert.equal(await count(), known);
});

test("a file that grows while it is read is refused", async () => {
  const known = await count();
  const path = writeSparse("grows.txt", 200 * 1024 * 1024);
  const coming = attach(path, "grows");
  await untilProgress("grows");
  appendFileSync(path, "more");
  assert.equal(codeOf(await coming), "file-changed");
  assert.equal(await count(), known);
});

test("what is no file of a permitted kind is refused under its own code", async () => {
  const known = await count();
  const write = (name: string, bytes: string | Buffer): string => {
    writeFileSync(join(outside, name), bytes);
    return join(outside, name);
  };
  const folderPath = join(outside, "a-folder.txt");
  mkdirSync(folderPath);
  const expected: [path: string, code: string][] = [
    [write("empty.txt", ""), "file-type-refused"],
    [write("program.exe", "MZ\u0090"), "file-type-refused"],
    [write("script.js", "alert(1)"), "file-type-refused"],
    [write("vector.svg", "<svg onload=alert(1) />"), "file-type-refused"],
    [write("not-really.pdf", "MZ no PDF at all"), "file-type-refused"],
    [write("not-really.png", "GIF89a"), "file-type-refused"],
    [write("nul.txt", "a\u0000b"), "file-type-refused"],
    [write("no-ending", "text"), "file-type-refused"],
    [folderPath, "file-unreadable"],
    [join(outside, "nowhere.txt"), "file-unreadable"],
    ["/dev/zero", "file-unreadable"],
    [writeSparse("too-large.txt", 2 * 1024 ** 3 + 1), "file-too-large"],
  ];
  for (const [path, code] of expected) assert.equal(codeOf(await attach(path)), code, path.split("/").at(-1));
  assert.equal(await count(), known);
});

test("a link is followed to its file, and one to nowhere is unreadable", {
  skip: process.platform === "win32",
}, async () => {
  writeFileSync(join(outside, "target.txt"), "写し\n");
  symlinkSync(join(outside, "target.txt"), join(outside, "link.txt"));
  symlinkSync(join(outside, "gone.txt"), join(outside, "broken.txt"));
  assert.equal(must(await attach(join(outside, "link.txt"))).fileName, "link.txt");
  assert.equal(codeOf(await attach(join(outside, "broken.txt"))), "file-unreadable");
});

test("a file one may not read is unreadable", {
  skip: process.getuid?.() === 0 ? "root may read every file" : process.platform === "win32",
}, async () => {
  const path = join(outside, "shut.txt");
  writeFileSync(path, "写し");
  chmodSync(path, 0o000);
  assert.equal(codeOf(await attach(path)), "file-unreadable");
});

test("a name full of tricks is shown in plain signs", async () => {
  const path = join(outside, "請求\u202Efdp.txt");
  writeFileSync(path, "写し");
  assert.doesNotMatch(must(await attach(path)).fileName, /\u202E/u);
});

test("evidence whose stored bytes were altered is found out and not given away", async () => {
  writeFileSync(join(outside, "small.txt"), "元の写し\n");
  const { id: evidenceId } = must(await attach(join(outside, "small.txt")));
  must(await desk.host.vault.lock({}));
  const vaultFolder = join(folder, "vault");
  const vault = must(await createVaults(testPorts).open({ folder: vaultFolder, passphrase: testPassphrase }));
  assert.equal(
    createTables(vault.db, openCaseKeys(vault, testPorts.random)).evidence.storeOf(evidenceId)?.kind,
    "inline",
  );
  const altered = Buffer.from("別の写し\n");
  vault.db.prepare("UPDATE evidence_body SET body = ? WHERE evidence_id = ?").run(altered, evidenceId);
  vault.close();
  const [known] = must(await desk.host.vault.status({})).vaults;
  must(await desk.host.vault.unlock({ vaultId: mustExist(known, "a vault").vaultId, passphrase: testPassphrase }));
  assert.equal(must(await desk.host.evidence.check({ dossierId, evidenceId })).integrity, "mismatch");
  desk.choose("evidence-copy", join(outside, "copy.txt"));
  assert.equal(
    codeOf(
      await desk.host.evidence.saveCopy({ dossierId, evidenceId, purpose: "request", passphrase: testPassphrase }),
    ),
    "evidence-mismatch",
  );
});
