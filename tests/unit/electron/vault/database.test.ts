import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type OpenedDatabase, openDatabase } from "../../../../electron/vault/database.ts";
import { holdLock } from "../../../../electron/vault/database-connection.ts";
import { StorageError } from "../../../../electron/vault/fault.ts";
import { atEnd, scratchFolder } from "../../../integration/vault/scratch-vault.ts";

const key = new Uint8Array(32).fill(3);
const isCode = (code: string, reason?: string) => (error: unknown) =>
  error instanceof StorageError && error.code === code && (reason === undefined || error.reason === reason);

function newDatabase(t: TestContext): OpenedDatabase & { readonly path: string } {
  const path = join(scratchFolder(t), "vault.db");
  const opened = openDatabase({ path, key, create: true });
  atEnd(t, () => opened.close());
  opened.steps.apply({
    version: 1,
    sql: `CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL, attachment BLOB) STRICT;
          CREATE TABLE page (note_id INTEGER NOT NULL REFERENCES note (id)) STRICT;`,
  });
  return { ...opened, path };
}

function reopen(t: TestContext, path: string): OpenedDatabase {
  const opened = openDatabase({ path, key });
  atEnd(t, () => opened.close());
  return opened;
}

test("text and bytes come back as they went in", (t) => {
  const { db } = newDatabase(t);
  const body = "髙﨑 𠮷野 葛\u{e0100}城 ｶﾞｷﾞ";
  db.prepare("INSERT INTO note (body, attachment) VALUES (?, ?)").run(body, new Uint8Array([0, 1, 255]));
  const row = db.prepare<[], { body: string; attachment: Uint8Array }>("SELECT body, attachment FROM note").get();
  assert.equal(row?.body, body);
  assert.deepEqual([...(row?.attachment ?? [])], [0, 1, 255]);
});

test("every setting is in force on the first and on every later opening", (t) => {
  const first = newDatabase(t);
  first.db.assertSettings();
  first.close();
  // The case that matters: SQLite lowers synchronous when it opens a file that is in WAL mode already.
  reopen(t, first.path).db.assertSettings();
});

test("the file does not begin as a plain SQLite file does, and no shared-memory file appears", (t) => {
  const { path, db } = newDatabase(t);
  db.checkpoint();
  assert.notEqual(readFileSync(path).toString("latin1", 0, 15), "SQLite format 3");
  assert.equal(existsSync(`${path}-shm`), false);
});

test("a plain SQLite file put in place is refused", (t) => {
  const path = join(scratchFolder(t), "vault.db");
  writeFileSync(path, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080)]));
  assert.throws(() => openDatabase({ path, key }), isCode("vault-damaged", "database-not-encrypted"));
});

test("another key is damage: who has the wrong passphrase never gets this far", (t) => {
  const { path, close } = newDatabase(t);
  close();
  assert.throws(() => openDatabase({ path, key: new Uint8Array(32).fill(4) }), isCode("vault-damaged"));
});

test("a key of another length is a bug, because SQLite would take it for a passphrase", (t) => {
  const path = join(scratchFolder(t), "vault.db");
  assert.throws(() => openDatabase({ path, key: new Uint8Array(31), create: true }), /wrong length/);
  assert.equal(existsSync(path), false);
});

test("a missing file is damage, and none is made", (t) => {
  const path = join(scratchFolder(t), "vault.db");
  assert.throws(() => openDatabase({ path, key }), isCode("vault-damaged", "database-missing"));
  assert.equal(existsSync(path), false);
});

test("an emptied file is damage, not a new vault", (t) => {
  const { path, close } = newDatabase(t);
  close();
  for (const sizeBytes of [0, 10]) {
    writeFileSync(path, Buffer.alloc(sizeBytes));
    assert.throws(() => openDatabase({ path, key }), isCode("vault-damaged"));
  }
});

test("creating refuses a file that is there", (t) => {
  const { path, close } = newDatabase(t);
  close();
  const before = readFileSync(path);
  assert.throws(() => openDatabase({ path, key, create: true }), isCode("storage-failed", "EEXIST"));
  assert.deepEqual(readFileSync(path), before);
});

test("a second connection is busy, in this process too", (t) => {
  const { path } = newDatabase(t);
  assert.throws(() => openDatabase({ path, key }), isCode("vault-busy"));
});

test("a transaction commits all or nothing", (t) => {
  const { db } = newDatabase(t);
  const insert = db.prepare("INSERT INTO note (body) VALUES (?)");
  const count = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM note");
  assert.equal(
    db.transaction(() => {
      insert.run("a");
      insert.run("b");
      return "done";
    }),
    "done",
  );
  const failure = new Error("half way");
  assert.throws(
    () =>
      db.transaction(() => {
        insert.run("c");
        throw failure;
      }),
    (error) => error === failure,
  );
  assert.equal(count.get()?.n, 2);
  assert.equal(db.inTransaction, false);
});

test("a transaction inside a transaction is a bug and undoes both", (t) => {
  const { db } = newDatabase(t);
  const insert = db.prepare("INSERT INTO note (body) VALUES (?)");
  const nested = (): void =>
    db.transaction(() => {
      insert.run("outer");
      db.transaction(() => insert.run("inner"));
    });
  assert.throws(nested, /already running/);
  assert.deepEqual(db.prepare("SELECT * FROM note").all(), []);
});

test("an asynchronous transaction is a bug and is undone", (t) => {
  const { db } = newDatabase(t);
  const insert = db.prepare("INSERT INTO note (body) VALUES (?)");
  assert.throws(() => db.transaction(async () => insert.run("late")), /asynchronous/);
  assert.deepEqual(db.prepare("SELECT * FROM note").all(), []);
});

test("a broken constraint stays the caller's bug", (t) => {
  const { db } = newDatabase(t);
  assert.throws(
    () => db.prepare("INSERT INTO page (note_id) VALUES (?)").run(99),
    (error) => !(error instanceof StorageError) && error instanceof Error && /FOREIGN KEY/.test(error.message),
  );
});

const forbidden = [
  "ATTACH 'other.db' AS other KEY ''",
  "PRAGMA synchronous=OFF",
  " pragma temp_store=FILE",
  "VACUUM INTO 'copy.db'",
  "BEGIN",
  "COMMIT",
  "SAVEPOINT s",
  "DROP TABLE note",
  "CREATE TEMP TABLE t (a)",
  "/* a comment */ PRAGMA key='x'",
  "-- a comment\nATTACH 'x' AS y",
];
for (const sql of forbidden) {
  test(`"${sql.trim()}" cannot be prepared`, (t) => {
    const { db } = newDatabase(t);
    assert.throws(() => db.prepare(sql), /may not be prepared/);
  });
}

test("two statements in one string cannot be prepared", (t) => {
  const { db } = newDatabase(t);
  assert.throws(() => db.prepare("SELECT 1; PRAGMA synchronous=OFF"), /more than one statement/);
  db.assertSettings();
});

test("a file moved away under the open database loses nothing silently", (t) => {
  const { db, path } = newDatabase(t);
  const insert = db.prepare("INSERT INTO note (body) VALUES (?)");
  renameSync(path, `${path}.moved`);
  assert.throws(() => db.transaction(() => insert.run("lost")), isCode("storage-gone", "database-moved"));
  assert.throws(() => insert.run("lost"), isCode("storage-gone"));
  writeFileSync(path, "another file");
  assert.throws(() => db.transaction(() => insert.run("lost")), isCode("storage-gone"));
  rmSync(path);
  renameSync(`${path}.moved`, path);
  db.transaction(() => insert.run("kept"));
  assert.equal(db.prepare("SELECT * FROM note").all().length, 1);
});

test("a closed database answers locked to everything", (t) => {
  const { db, steps, close } = newDatabase(t);
  const statement = db.prepare("SELECT 1");
  close();
  close();
  assert.equal(db.isOpen, false);
  const calls = [
    () => statement.get(),
    () => statement.all(),
    () => statement.run(),
    () => [...statement.iterate()],
    () => db.prepare("SELECT 1"),
    () => db.transaction(() => undefined),
    () => db.checkpoint(),
    () => db.quickCheck(),
    () => steps.version(),
  ];
  for (const call of calls) assert.throws(call, isCode("vault-locked"));
});

test("closing ends an iteration that somebody left half way", (t) => {
  const { db, close } = newDatabase(t);
  for (const body of ["a", "b", "c"]) db.prepare("INSERT INTO note (body) VALUES (?)").run(body);
  const rows = db.prepare("SELECT body FROM note").iterate();
  rows.next();
  close();
  assert.equal(db.isOpen, false);
  assert.throws(() => rows.next(), isCode("vault-locked"));
});

test("closing folds the log into the one file", (t) => {
  const { db, path, close } = newDatabase(t);
  db.prepare("INSERT INTO note (body) VALUES (?)").run("x");
  close();
  assert.deepEqual(readdirSync(join(path, "..")), ["vault.db"]);
});

test("a copy opens under the same key and holds the same rows", (t) => {
  const { db, path } = newDatabase(t);
  db.prepare("INSERT INTO note (body) VALUES (?)").run("写し");
  db.vacuumInto(`${path}.copy`);
  const copy = reopen(t, `${path}.copy`);
  assert.deepEqual(copy.db.prepare("SELECT body FROM note").all(), [{ body: "写し" }]);
  assert.equal(copy.steps.version(), 1);
  copy.db.assertSettings();
});

test("a copy never overwrites", (t) => {
  const { db, path } = newDatabase(t);
  writeFileSync(`${path}.copy`, "precious");
  assert.throws(() => db.vacuumInto(`${path}.copy`), isCode("storage-failed", "EEXIST"));
  assert.equal(readFileSync(`${path}.copy`, "utf8"), "precious");
});

test("database, log and copy are for their owner alone", { skip: process.platform === "win32" }, (t) => {
  const { db, path } = newDatabase(t);
  db.prepare("INSERT INTO note (body) VALUES (?)").run("x");
  db.vacuumInto(`${path}.copy`);
  for (const ending of ["", "-wal", ".copy"]) assert.equal(statSync(path + ending).mode & 0o777, 0o600);
});

test("the quick check sees a damaged page", (t) => {
  const { db, path, close } = newDatabase(t);
  for (let id = 0; id < 50; id += 1) db.prepare("INSERT INTO note (body) VALUES (?)").run("頁".repeat(400));
  assert.equal(db.quickCheck(), true);
  close();
  const bytes = readFileSync(path);
  bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 4;
  writeFileSync(path, bytes);
  assert.equal(reopen(t, path).db.quickCheck(), false);
});

test("a file with rubbish behind its last page still gives only true rows", (t) => {
  const { db, path, close } = newDatabase(t);
  db.prepare("INSERT INTO note (body) VALUES (?)").run("真");
  close();
  appendFileSync(path, Buffer.alloc(5000, 0xee));
  assert.deepEqual(reopen(t, path).db.prepare("SELECT body FROM note").all(), [{ body: "真" }]);
});

test("a step whose script fails leaves neither its tables nor its mark", (t) => {
  const { steps, db } = newDatabase(t);
  assert.throws(() =>
    steps.apply({ version: 2, sql: "CREATE TABLE extra (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);" }),
  );
  assert.equal(steps.version(), 1);
  assert.throws(() => db.prepare("SELECT * FROM extra"), /no such table/);
});

test("a step may not end its own transaction", (t) => {
  const { steps } = newDatabase(t);
  assert.throws(
    () => steps.apply({ version: 2, sql: "CREATE TABLE extra (a INTEGER) STRICT; COMMIT;" }),
    /end its transaction/,
  );
  assert.equal(steps.version(), 1);
});

test("a step may not leave broken references", (t) => {
  const { steps, db } = newDatabase(t);
  db.prepare("INSERT INTO note (id, body) VALUES (1, 'x')").run();
  db.prepare("INSERT INTO page (note_id) VALUES (1)").run();
  const sql = "PRAGMA defer_foreign_keys=ON; DELETE FROM note;";
  assert.throws(() => steps.apply({ version: 2, sql }), /broken references/);
  assert.equal(db.prepare("SELECT * FROM note").all().length, 1);
});

test("the lock is held against this process too, and given back", (t) => {
  const path = join(scratchFolder(t), "vault.lock");
  const lock = holdLock(path);
  assert.throws(() => holdLock(path), isCode("vault-busy"));
  lock.release();
  holdLock(path).release();
  assert.equal(statSync(path).size, 0);
});
