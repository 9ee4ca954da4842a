import assert from "node:assert/strict";
import { test } from "node:test";
import Sqlite from "better-sqlite3";
import type { Database } from "../../../../../electron/vault/database.ts";
import { type AuditTable, createAuditTable } from "../../../../../electron/vault/tables/audit-table.ts";

/** A trail of five links in a database without the triggers, as somebody with another program would have it. */
function trail(): { raw: InstanceType<typeof Sqlite>; audit: AuditTable } {
  const raw = new Sqlite(":memory:", { fileMustExist: false, timeout: 0 });
  raw.exec(`CREATE TABLE audit (sequence INTEGER PRIMARY KEY, at INTEGER, actor TEXT, kind TEXT, dossier_id TEXT,
    details TEXT, previous_hash TEXT, hash TEXT)`);
  // The table uses `prepare` alone, and that means the same in both.
  const audit = createAuditTable(raw as unknown as Database);
  for (let link = 1; link <= 5; link += 1)
    audit.append({
      atMs: 1_000 + link,
      actor: "髙﨑 𠮷",
      kind: "answer-recorded",
      dossierId: null,
      details: { item: `P-A${link}` },
    });
  return { raw, audit };
}

test("an untouched trail is whole and tells its end", () => {
  const { audit } = trail();
  const verdict = audit.check();
  assert.deepEqual([verdict.verdict, verdict.count, verdict.head], ["whole", 5, audit.head().head]);
});

const tampering: readonly [string, string, string, number][] = [
  ["an edited actor", "UPDATE audit SET actor = '別人' WHERE sequence = 2", "altered", 2],
  ["an edited time", "UPDATE audit SET at = at + 1 WHERE sequence = 5", "altered", 5],
  ["edited details", `UPDATE audit SET details = '{"item":"P-B9"}' WHERE sequence = 1`, "altered", 1],
  ["details that are no JSON", "UPDATE audit SET details = '{' WHERE sequence = 3", "altered", 3],
  ["a removed link", "DELETE FROM audit WHERE sequence = 3", "gap", 3],
  ["a removed beginning", "DELETE FROM audit WHERE sequence = 1", "gap", 1],
  [
    "two links that changed places",
    "UPDATE audit SET sequence = CASE sequence WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE sequence IN (2, 3)",
    "gap",
    1,
  ],
];

for (const [name, sql, verdict, brokenAt] of tampering) {
  test(`the check finds ${name}`, () => {
    const { raw, audit } = trail();
    raw.exec(sql);
    const found = audit.check();
    assert.deepEqual([found.verdict, found.brokenAt], [verdict, brokenAt]);
  });
}

test("a link whose own hash was made to fit breaks the one after it", () => {
  const { raw, audit } = trail();
  const forged = trail();
  forged.raw.exec("DELETE FROM audit WHERE sequence > 1");
  forged.audit.append({ atMs: 9, actor: "別人", kind: "dossier-moved", dossierId: null, details: {} });
  const row = forged.raw.prepare("SELECT * FROM audit WHERE sequence = 2").get() as Record<string, unknown>;
  raw
    .prepare(
      "UPDATE audit SET at = @at, actor = @actor, kind = @kind, details = @details, hash = @hash WHERE sequence = 2",
    )
    .run(row);
  assert.deepEqual([audit.check().verdict, audit.check().brokenAt], ["altered", 3]);
});

test("a cut tail and an emptied trail are found by a head noted elsewhere, and by that alone", () => {
  const { raw, audit } = trail();
  const anchor = audit.head();
  raw.exec("DELETE FROM audit WHERE sequence > 3");
  assert.equal(audit.check().verdict, "whole");
  assert.deepEqual([audit.check(anchor).verdict, audit.check(anchor).brokenAt], ["cut", 4]);
  raw.exec("DELETE FROM audit");
  assert.equal(audit.check(anchor).verdict, "cut");
});

test("a trail rewritten from some link on does not pass for the one whose head was noted", () => {
  const { raw, audit } = trail();
  const anchor = audit.head();
  raw.exec("DELETE FROM audit WHERE sequence > 3");
  for (const atMs of [7, 8, 9])
    audit.append({ atMs, actor: "別人", kind: "dossier-moved", dossierId: null, details: {} });
  assert.equal(audit.check().verdict, "whole");
  assert.equal(audit.check(anchor).verdict, "altered");
});
