/**
 * Puts secrets through every way into a vault: rows, an index, a search table, sorts that outgrow the cache, a sealed key,
 * an object, a copy, a passphrase change. Ends without closing, as a crash would, and says "CONTROL" on its standard output.
 */
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { kdfFloor } from "../../../../electron/vault/format.ts";
import { createVaults } from "../../../../electron/vault/vault.ts";
import { must, testPorts } from "../scratch-vault.ts";

const [folder = "", canary = "", control = ""] = process.argv.slice(2);
const sql = `CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX by_title ON note (title);
  CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = trigram);`;
const vaults = createVaults(testPorts, { migrations: [{ version: 1, name: "0001-canary", sql }] });
const passphrase = `${canary} passphrase`;
const vault = must(await vaults.create({ folder, label: `${canary} label`, passphrase, kdf: kdfFloor }));
const { db } = vault;

const insert = db.prepare("INSERT INTO note (title, body) VALUES (?, ?)");
const index = db.prepare("INSERT INTO search (rowid, body) VALUES (?, ?)");
for (let batch = 0; batch < 8; batch += 1) {
  db.transaction(() => {
    for (let row = 0; row < 400; row += 1) {
      const body = `${canary} 本文 ${createHash("sha512").update(`${batch}/${row}`).digest("hex")}`.repeat(8);
      const { lastInsertRowid } = insert.run(`${canary} ${row % 50}`, body);
      index.run(lastInsertRowid, `${canary} ${row}`);
    }
  });
}
db.transaction(() => db.prepare("UPDATE note SET body = body || ' 追記'").run());
db.prepare("SELECT body FROM note ORDER BY body || title DESC").all();
db.prepare(
  "SELECT a.title, count(DISTINCT b.body || a.body) AS n FROM note a JOIN note b ON a.id = b.id GROUP BY a.title",
).all();
try {
  db.transaction(() => {
    db.prepare("UPDATE note SET title = title || ?").run(canary);
    throw new Error("undo");
  });
} catch {
  // The rollback is what this step is for.
}
vault.seal.seal({ purpose: "signing-key", id: "p1" }, Buffer.from(`${canary} signing key`));
const source = (async function* () {
  for (let piece = 0; piece < 3; piece += 1) yield Buffer.from(`${canary} evidence `.repeat(40_000));
})();
const object = must(await vault.objects.write({ source }));
for await (const chunk of vault.objects.read(object)) chunk.fill(0);
db.vacuumInto(join(folder, "set-aside.db"));
must(await vault.changePassphrase({ current: passphrase, next: `${canary} next`, kdf: kdfFloor }));
writeSync(1, `${control}\n`);
process.kill(process.pid, "SIGKILL");
