import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type OpenedDatabase, openDatabase } from "../../../../../electron/vault/database.ts";
import { allMigrations, type Migration } from "../../../../../electron/vault/migrations/all.ts";
import { migrate } from "../../../../../electron/vault/migrations/migrate.ts";
import { setAsideCopy } from "../../../../../electron/vault/migrations/set-aside.ts";
import { atEnd, must, scratchFolder } from "../../../../integration/vault/scratch-vault.ts";

const key = new Uint8Array(32).fill(5);
const one: Migration = { version: 1, name: "0001-note", sql: "CREATE TABLE note (body TEXT NOT NULL) STRICT;" };
const two: Migration = {
  version: 2,
  name: "0002-due",
  sql: "ALTER TABLE note ADD COLUMN due TEXT; UPDATE note SET due = 'never';",
};
const broken: Migration = { version: 3, name: "0003-broken", sql: "DELETE FROM note; DELETE FROM nowhere;" };

interface Scene extends OpenedDatabase {
  readonly folder: string;
  readonly asides: number[];
  run(...migrations: Migration[]): ReturnType<typeof migrate>;
}

function scene(t: TestContext): Scene {
  const folder = scratchFolder(t);
  const opened = openDatabase({ path: join(folder, "vault.db"), key, create: true });
  atEnd(t, () => opened.close());
  const asides: number[] = [];
  const setAside = (version: number): void => void asides.push(version);
  const run = (...migrations: Migration[]) => migrate({ steps: opened.steps, migrations, setAside });
  return { ...opened, folder, asides, run };
}

test("a new vault gets every step and no copy", (t) => {
  const { run, steps, asides } = scene(t);
  assert.deepEqual(must(run(one, two)), { from: 0, to: 2 });
  assert.equal(steps.version(), 2);
  assert.deepEqual(asides, []);
});

test("an existing vault gets only the missing steps, after one copy", (t) => {
  const { run, db, asides } = scene(t);
  run(one);
  db.prepare("INSERT INTO note (body) VALUES ('x')").run();
  assert.deepEqual(must(run(one, two)), { from: 1, to: 2 });
  assert.deepEqual(db.prepare("SELECT body, due FROM note").all(), [{ body: "x", due: "never" }]);
  assert.deepEqual(asides, [1]);
});

test("a vault at the newest version is left alone", (t) => {
  const { run, asides } = scene(t);
  run(one, two);
  assert.deepEqual(must(run(one, two)), { from: 2, to: 2 });
  assert.deepEqual(asides, []);
});

test("a vault from a newer program is refused and not touched", (t) => {
  const { run, db, folder, asides } = scene(t);
  run(one, two);
  db.checkpoint();
  const before = readFileSync(join(folder, "vault.db"));
  assert.deepEqual(run(one), { ok: false, error: "vault-newer" });
  assert.deepEqual(readFileSync(join(folder, "vault.db")), before);
  assert.deepEqual(asides, []);
});

test("a failing step undoes itself and keeps the steps before it", (t) => {
  const { run, db, steps } = scene(t);
  run(one);
  db.prepare("INSERT INTO note (body) VALUES ('x')").run();
  assert.throws(() => run(one, two, broken));
  assert.equal(steps.version(), 2);
  assert.deepEqual(db.prepare("SELECT body, due FROM note").all(), [{ body: "x", due: "never" }]);
});

test("when no copy can be set aside nothing is changed", (t) => {
  const { steps, run } = scene(t);
  run(one);
  const setAside = (): void => {
    throw new Error("disk full");
  };
  assert.throws(() => migrate({ steps, migrations: [one, two], setAside }), /disk full/);
  assert.equal(steps.version(), 1);
});

for (const list of [[two], [one, broken], [two, one], [one, one]]) {
  test(`the list ${list.map(({ version }) => version).join(", ")} is refused as a bug`, (t) => {
    const { run, steps } = scene(t);
    assert.throws(() => run(...list), /without gaps/);
    assert.equal(steps.version(), 0);
  });
}

test("the app's own steps are in order and make a database", (t) => {
  const { run, steps } = scene(t);
  assert.ok(run(...allMigrations).ok);
  assert.equal(steps.version(), allMigrations.length);
});

test("every table of the app's own steps is strict", (t) => {
  const { run, db } = scene(t);
  run(...allMigrations);
  const loose = db.prepare(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  assert.deepEqual(loose.all(), []);
});

test("the copy set aside opens under the same key at the old version, and is the only one", (t) => {
  const { run, db, steps, folder } = scene(t);
  run(one);
  db.prepare("INSERT INTO note (body) VALUES ('写し')").run();
  const asideFolder = join(folder, "set-aside");
  const openCopy = (path: string): OpenedDatabase => openDatabase({ path, key });
  const original = { db, steps };
  setAsideCopy({ folder: asideFolder, original, openCopy });
  run(one, two);
  setAsideCopy({ folder: asideFolder, original, openCopy });
  assert.deepEqual(readdirSync(asideFolder), ["version-2.db"]);
  const copy = openCopy(join(asideFolder, "version-2.db"));
  atEnd(t, () => copy.close());
  assert.deepEqual(copy.db.prepare("SELECT body FROM note").all(), [{ body: "写し" }]);
  assert.equal(copy.steps.version(), 2);
});

test("a copy that does not check out is not kept and stops the migration", (t) => {
  const { run, db, steps, folder } = scene(t);
  run(one);
  const asideFolder = join(folder, "set-aside");
  const openWrong = (): OpenedDatabase => {
    const other = openDatabase({ path: join(folder, "other.db"), key, create: true });
    return other;
  };
  assert.throws(
    () => setAsideCopy({ folder: asideFolder, original: { db, steps }, openCopy: openWrong }),
    /copy-differs/,
  );
  assert.equal(existsSync(join(asideFolder, "version-1.db")), false);
  assert.deepEqual(readdirSync(asideFolder), []);
});
