import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openDatabase } from "../../../../../electron/vault/database.ts";
import { allMigrations } from "../../../../../electron/vault/migrations/all.ts";
import { migrate } from "../../../../../electron/vault/migrations/migrate.ts";
import { createListStagingTable } from "../../../../../electron/vault/tables/list-staging-table.ts";
import { createListTable } from "../../../../../electron/vault/tables/list-table.ts";
import { EditionId } from "../../../../../shared/domain/ids.ts";
import { atEnd, must, scratchFolder } from "../../../../integration/vault/scratch-vault.ts";

const key = new Uint8Array(32).fill(7);
const idOf = (number: number): EditionId => EditionId.parse(String(number).padStart(32, "0"));

function body(name: string, rowNumber: number): string {
  const names = [{ text: name, kind: "primary", script: "han" }];
  return JSON.stringify({ entryKey: name, type: "organisation", names, remarks: "葛󠄀 𠮷 \u2028", rowNumber });
}

/** A vault of the schema before, with two editions of one list that share most of their entries. */
function before(t: TestContext) {
  const opened = openDatabase({ path: join(scratchFolder(t), "vault.db"), key, create: true });
  atEnd(t, () => opened.close());
  const { db, steps } = opened;
  must(migrate({ steps, migrations: allMigrations.slice(0, 3), setAside: () => undefined }));
  const edition = db.prepare(
    `INSERT INTO list_edition (id, title, details, layout, entries, sha256, imported_at, imported_by, is_current)
     VALUES (?, '架空リスト', ?, 'csv', ?, ?, ?, '髙﨑 𠮷', ?)`,
  );
  const entry = db.prepare("INSERT INTO list_entry (edition_id, entry_key, body) VALUES (?, ?, ?)");
  const details = (name: string): string =>
    JSON.stringify({
      ...{ title: "架空リスト", authority: "架空庁", effectClass: "permit_trigger", edition: name },
      ...{ publishedDay: null, effectiveDay: null, licence: "" },
    });
  const editions = [
    ["甲", "乙", "丙", "丁"],
    ["甲", "丙", "丁", "戊"],
  ];
  editions.forEach((names, at) => {
    edition.run(idOf(at), details(`第${at + 1}版`), names.length, String(at).repeat(64), 1_000 + at, at);
    for (const [row, name] of names.entries()) entry.run(idOf(at), name, body(name, row + 1));
  });
  must(migrate({ steps, migrations: allMigrations, setAside: () => undefined }));
  return { db, lists: createListTable(db), staging: createListStagingTable(db), editions };
}

test("editions of the schema before hold what they held, entries and rows alike", (t) => {
  const { lists, editions } = before(t);
  editions.forEach((names, at) => {
    const held = lists
      .entries(idOf(at))
      .sort((left, right) => names.indexOf(left.entryKey) - names.indexOf(right.entryKey));
    assert.deepEqual(
      held.map(({ entryKey, body: document }) => [entryKey, document]),
      names.map((name, row) => [name, JSON.parse(body(name, row + 1)) as unknown]),
    );
  });
  assert.deepEqual(
    lists.list().map(({ edition, current }) => [edition, current]),
    [
      ["第2版", true],
      ["第1版", false],
    ],
  );
});

test("an entry that two editions share is stored once", (t) => {
  const { db } = before(t);
  const count = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM list_content").get()?.n;
  assert.equal(count, 5);
  assert.deepEqual(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'list_entry'").all(), []);
});

test("an entry that is read again after the migration is known by its hash", (t) => {
  const { db, staging, lists } = before(t);
  assert.equal(
    db.transaction(() => staging.hashOld(100)),
    5,
  );
  const again = JSON.parse(body("戊", 9)) as { entryKey: string; rowNumber: number };
  const { rows, created } = db.transaction(() => staging.put([again]));
  assert.equal(created, undefined);
  assert.equal(lists.content(rows[0]?.content ?? 0)?.entryKey, "戊");
});

test("contents and editions cannot be overwritten or taken out of an edition", (t) => {
  const { db, staging } = before(t);
  db.transaction(() => staging.hashOld(100));
  for (const sql of [
    "UPDATE list_content SET body = '{}'",
    "UPDATE list_span SET count = count + 1",
    "DELETE FROM list_span",
    "DELETE FROM list_edition",
  ])
    assert.throws(() => db.prepare(sql).run(), sql);
});
