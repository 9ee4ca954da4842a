import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { openDatabase } from "../../../electron/vault/database.ts";
import { scratchFolder } from "./scratch-vault.ts";

/** The part of the other library that the test needs. */
interface OtherDatabase {
  exec(sql: string): void;
  pragma(sql: string): unknown;
  prepare(sql: string): { all(): unknown[]; run(parameters: readonly unknown[]): void };
  close(): void;
}
type OtherSqlCipher = new (path: string) => OtherDatabase;

const place = process.env["KURA_SQLCIPHER"];
const skip = place === undefined ? "needs an independent SQLCipher: node tests/run/independent-sqlcipher.ts" : false;

function load(): OtherSqlCipher {
  const loaded: unknown = createRequire(import.meta.url)(place ?? "");
  const candidate = typeof loaded === "object" && loaded !== null && "default" in loaded ? loaded.default : loaded;
  // The library's own declaration says so; it is not a dependency, so its types are not here.
  return candidate as OtherSqlCipher;
}

function openOther(path: string, key: Buffer): OtherDatabase {
  const Other = load();
  const db = new Other(path);
  db.pragma(`key = "x'${key.toString("hex")}'"`);
  return db;
}

const words = ["髙﨑𠮷野", "葛󠄀城", "ﾊﾝｶｸ", "a".repeat(9000)];

test("an independent SQLCipher 4 reads what the vault wrote, under the raw key", { skip }, (t) => {
  const [path, key] = [join(scratchFolder(t), "vault.db"), randomBytes(32)];
  const made = openDatabase({ path, key, create: true });
  made.steps.apply({ version: 1, sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;" });
  for (const word of words) made.db.prepare("INSERT INTO note (body) VALUES (?)").run(word);
  made.close();
  const other = openOther(path, key);
  assert.deepEqual(
    other.prepare("SELECT body FROM note ORDER BY id").all(),
    words.map((body) => ({ body })),
  );
  assert.deepEqual(other.prepare("PRAGMA cipher_integrity_check").all(), []);
  other.close();
});

test("the vault reads what an independent SQLCipher 4 wrote, under the raw key", { skip }, (t) => {
  const [path, key] = [join(scratchFolder(t), "vault.db"), randomBytes(32)];
  const other = openOther(path, key);
  other.exec("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
  for (const word of words) other.prepare("INSERT INTO note (body) VALUES (?)").run([word]);
  other.close();
  const opened = openDatabase({ path, key });
  const rows = opened.db.prepare<[], { body: string }>("SELECT body FROM note ORDER BY id").all();
  assert.deepEqual(
    rows.map(({ body }) => body),
    words,
  );
  assert.ok(opened.db.quickCheck());
  opened.close();
});

test("an independent SQLCipher 4 refuses another key", { skip }, (t) => {
  const path = join(scratchFolder(t), "vault.db");
  const made = openDatabase({ path, key: randomBytes(32), create: true });
  made.steps.apply({ version: 1, sql: "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT;" });
  made.close();
  const other = openOther(path, randomBytes(32));
  assert.throws(() => other.prepare("SELECT count(*) FROM note").all(), /not a database/);
  other.close();
});
