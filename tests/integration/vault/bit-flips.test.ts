import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type OpenedDatabase, openDatabase } from "../../../electron/vault/database.ts";
import { StorageError } from "../../../electron/vault/fault.ts";
import { codeOf, newVault, passphrase, scratchFolder, testVaults } from "./scratch-vault.ts";

const key = new Uint8Array(32).fill(3);
const pageBytes = 4096;

/** A database with rows, an index, long blobs on overflow pages, and freed pages. */
function sample(t: TestContext): { readonly folder: string; readonly path: string; readonly bytes: Buffer } {
  const folder = scratchFolder(t);
  const path = join(folder, "vault.db");
  const opened = openDatabase({ path, key, create: true });
  const sql =
    "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT, attachment BLOB) STRICT; CREATE INDEX by_body ON note (body);";
  opened.steps.apply({ version: 1, sql });
  const insert = opened.db.prepare("INSERT INTO note (body, attachment) VALUES (?, ?)");
  opened.db.transaction(() => {
    for (let id = 1; id <= 150; id += 1) insert.run(`記録 ${id} 髙﨑`, Buffer.alloc(id % 10 === 0 ? 20_000 : 50, id));
  });
  opened.db.prepare("DELETE FROM note WHERE id > 130").run();
  opened.close();
  return { folder, path, bytes: readFileSync(path) };
}

/** Everything there is to read, as one text. */
function readEverything(opened: OpenedDatabase): string {
  const rows = opened.db.prepare("SELECT id, body, hex(attachment) AS attachment FROM note ORDER BY id").all();
  const viaIndex = opened.db.prepare("SELECT body, count(*) AS n FROM note INDEXED BY by_body GROUP BY body").all();
  return JSON.stringify([rows, viaIndex]);
}

function readFrom(path: string): string {
  const opened = openDatabase({ path, key });
  try {
    return readEverything(opened);
  } finally {
    opened.close();
  }
}

/** "same" when everything true is read, "damaged" for the typed refusal; anything else fails the test. */
function outcome(path: string, bytes: Buffer, truth: string): "same" | "damaged" {
  for (const ending of ["", "-wal", "-journal"]) rmSync(path + ending, { force: true });
  writeFileSync(path, bytes);
  try {
    assert.equal(readFrom(path), truth, "wrong data was given out");
    return "same";
  } catch (error) {
    if (error instanceof StorageError && error.code === "vault-damaged") return "damaged";
    throw error;
  }
}

const harms: readonly (readonly [string, (bytes: Buffer, at: number, whole: Buffer) => void])[] = [
  [
    "one bit flipped",
    (bytes, at) => {
      const place = at + randomInt(pageBytes);
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << randomInt(8)), place);
    },
  ],
  ["zeros in it", (bytes, at) => void bytes.fill(0, at, at + pageBytes)],
  [
    "another page's bytes in it",
    (bytes, at, whole) =>
      void whole.copy(bytes, at, (at + pageBytes) % whole.length, ((at + pageBytes) % whole.length) + pageBytes),
  ],
];
for (const [name, harm] of harms) {
  test(`any page with ${name} is damage or was never needed, never wrong data`, (t) => {
    const { folder, path, bytes } = sample(t);
    const truth = readFrom(path);
    const counts = { same: 0, damaged: 0 };
    for (let at = 0; at < bytes.length; at += pageBytes) {
      const harmed = Buffer.from(bytes);
      harm(harmed, at, bytes);
      counts[outcome(join(folder, "harmed.db"), harmed, truth)] += 1;
    }
    // Only the free pages of the deleted rows may go unnoticed by reading.
    assert.ok(counts.damaged > counts.same, JSON.stringify(counts));
  });
}

test("a database cut at any page is damage", (t) => {
  const { folder, path, bytes } = sample(t);
  const truth = readFrom(path);
  for (const pages of [0, 1, 2, 10, bytes.length / pageBytes - 40]) {
    assert.equal(
      outcome(join(folder, "harmed.db"), bytes.subarray(0, pages * pageBytes), truth),
      "damaged",
      `${pages}`,
    );
  }
});

test("a flipped bit in the log never gives wrong data: what follows it is not there", (t) => {
  const folder = scratchFolder(t);
  const path = join(folder, "vault.db");
  const opened = openDatabase({ path, key, create: true });
  opened.steps.apply({
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT, attachment BLOB) STRICT; CREATE INDEX by_body ON note (body);",
  });
  opened.db.checkpoint();
  for (let id = 1; id <= 12; id += 1) opened.db.prepare("INSERT INTO note (body) VALUES (?)").run(`記録 ${id}`);
  const hot = join(folder, "hot");
  mkdirSync(hot);
  for (const ending of ["", "-wal"]) copyFileSync(path + ending, join(hot, `vault.db${ending}`));
  opened.close();
  const log = readFileSync(join(hot, "vault.db-wal"));
  for (let round = 0; round < 40; round += 1) {
    const trial = join(folder, `trial-${round}`);
    cpSync(hot, trial, { recursive: true });
    const bad = Buffer.from(log);
    const at = randomInt(bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << randomInt(8));
    writeFileSync(join(trial, "vault.db-wal"), bad);
    expectBeginning(join(trial, "vault.db"));
  }
});

function expectBeginning(path: string): void {
  try {
    const opened = openDatabase({ path, key });
    const rows = opened.db.prepare<[], { id: number; body: string }>("SELECT id, body FROM note ORDER BY id").all();
    opened.close();
    for (const [index, row] of rows.entries()) assert.deepEqual(row, { id: index + 1, body: `記録 ${index + 1}` });
  } catch (error) {
    if (!(error instanceof StorageError && error.code === "vault-damaged")) throw error;
  }
}

test("a damaged page is told as damage by the vault, and a wrong passphrase still as a wrong passphrase", async (t) => {
  const vault = await newVault(t, scratchFolder(t));
  vault.close();
  const path = join(vault.folder, "vault.db");
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  assert.equal(statSync(path).size, bytes.length);
  const vaults = testVaults();
  assert.equal(codeOf(await vaults.open({ folder: vault.folder, passphrase })), "vault-damaged");
  assert.equal(codeOf(await vaults.open({ folder: vault.folder, passphrase: "違う" })), "wrong-passphrase");
});
