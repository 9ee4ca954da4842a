import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import Sqlite, { type RawDatabase } from "better-sqlite3";
import { linkHash } from "../../../electron/trail/link.ts";
import { verifyTrailExport } from "../../../electron/trail/trail-export.ts";
import { AuditDetails, type TrailVerdict } from "../../../shared/domain/audit.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let vaultFolder: string;
let untouched: string;
let databaseKey: Buffer;
let receipt: string;

/** Somebody who holds the vault's key: learnt as the program hands it to SQLite. */
function learnKey(): () => void {
  const real = Sqlite.prototype.key;
  Sqlite.prototype.key = function (this: RawDatabase, key: Buffer): number {
    databaseKey = Buffer.from(key);
    return real.call(this, key);
  };
  return () => {
    Sqlite.prototype.key = real;
  };
}

async function unlock(): Promise<void> {
  const [known] = must(await kura.host.vault.status({})).vaults;
  must(await kura.host.vault.unlock({ vaultId: known?.vaultId ?? "", passphrase: testPassphrase }));
}

before(async () => {
  kura = await startTestEngine();
  vaultFolder = join(kura.folder, "vault");
  untouched = join(kura.folder, "untouched");
  const stop = learnKey();
  await createVault(kura.host);
  const settings = must(await kura.host.app.settings({}));
  for (let n = 1; n <= 210; n += 1) must(await kura.host.app.setSettings({ ...settings, idleMinutes: 1 + (n % 4) }));
  must(await kura.host.vault.lock({}));
  cpSync(vaultFolder, join(kura.folder, "earlier"), { recursive: true });
  await unlock();
  must(await kura.host.app.setSettings({ ...settings, idleMinutes: 5 }));
  receipt = must(await kura.host.trail.overview({})).receipt;
  must(await kura.host.vault.lock({}));
  stop();
  cpSync(vaultFolder, untouched, { recursive: true });
  cpSync(join(kura.folder, "vaults.json"), join(kura.folder, "vaults-kept.json"));
});
after(() => kura.close());

beforeEach(async () => {
  must(await kura.host.vault.lock({}));
  rmSync(vaultFolder, { recursive: true });
  cpSync(untouched, vaultFolder, { recursive: true });
  cpSync(join(kura.folder, "vaults-kept.json"), join(kura.folder, "vaults.json"));
});

/** Changes the database with another program, its guards taken off. */
function tamper(work: (raw: RawDatabase) => void): void {
  const raw = new Sqlite(join(vaultFolder, "vault.db"), { fileMustExist: true, timeout: 0 });
  try {
    raw.pragma("cipher='sqlcipher'");
    raw.pragma("legacy=4");
    raw.key(Buffer.from(databaseKey));
    for (const name of [
      "audit_no_update",
      "audit_no_delete",
      "trail_checkpoint_no_update",
      "trail_checkpoint_no_delete",
    ])
      raw.exec(`DROP TRIGGER ${name}`);
    work(raw);
  } finally {
    raw.close();
  }
}

interface Row {
  sequence: number;
  at: number;
  actor: string;
  actor_id: string | null;
  actor_key: string | null;
  kind: string;
  dossier_id: string | null;
  details: string;
  previous_hash: string;
  hash: string;
}

/** Computes every hash anew from a link on, as somebody with the key and the program's source can. */
function rehash(raw: RawDatabase, from: number): void {
  // The test's own columns.
  const rows = raw.prepare("SELECT * FROM audit WHERE sequence >= ? ORDER BY sequence").all(from - 1) as Row[];
  let previous = rows[0]?.hash ?? "";
  const update = raw.prepare("UPDATE audit SET previous_hash = ?, hash = ? WHERE sequence = ?");
  for (const row of rows.slice(1)) {
    const { actor_id: actorId, actor_key: actorKey, dossier_id: dossierId, details, ...rest } = row;
    const link = {
      ...rest,
      actorId,
      actorKey,
      dossierId,
      details: AuditDetails.parse(JSON.parse(details)),
      previousHash: previous,
    };
    const hash = linkHash(link);
    update.run(previous, hash, row.sequence);
    previous = hash;
  }
}

async function checked(typed?: string): Promise<TrailVerdict> {
  await unlock();
  return must(await kura.host.trail.check(typed === undefined ? {} : { receipt: typed }));
}

/** Each finding with where the trail is broken, where that showed, and the anchor that showed it. */
const toldOf = ({ findings }: TrailVerdict): unknown[] =>
  findings.map(({ fault, brokenAt, noticedAt, anchor }) => [fault, brokenAt, noticedAt, anchor]);
const outcomesOf = ({ anchors }: TrailVerdict): unknown[] =>
  anchors.map(({ source, count, outcome }) => [source, count, outcome]);
const faultsOf = ({ findings }: TrailVerdict): string[] => findings.map(({ fault }) => fault);

test("an untouched vault is whole, signed up to its last locking, and every anchor agrees", async () => {
  const verdict = await checked(receipt);
  assert.equal(verdict.verdict, "whole");
  assert.deepEqual(
    verdict.anchors.map(({ source, outcome }) => [source, outcome]),
    [
      ["slot-file", "agrees"],
      ["this-machine", "agrees"],
      ["receipt", "agrees"],
    ],
  );
  assert.ok(verdict.signedCount > 210);
  assert.equal(must(await kura.host.vault.status({})).trailNotice, null);
});

describe("the check of a real vault finds", () => {
  test("an edited link", async () => {
    tamper((raw) => raw.exec("UPDATE audit SET actor = '別人' WHERE sequence = 50"));
    const verdict = await checked();
    assert.deepEqual([verdict.verdict, verdict.findings[0]?.brokenAt], ["edited", 50]);
  });

  test("a removed link", async () => {
    tamper((raw) => raw.exec("DELETE FROM audit WHERE sequence = 50"));
    const verdict = await checked();
    assert.deepEqual([verdict.verdict, verdict.findings[0]?.brokenAt], ["deleted", 50]);
  });

  test("an inserted link", async () => {
    tamper((raw) => {
      raw.exec("UPDATE audit SET sequence = -sequence - 1 WHERE sequence >= 50");
      raw.exec("UPDATE audit SET sequence = -sequence WHERE sequence < 0");
      raw.exec(`INSERT INTO audit SELECT 50, at, '別人', kind, dossier_id, details, previous_hash, hash, actor_id, actor_key
        FROM audit WHERE sequence = 49`);
    });
    const verdict = await checked();
    assert.deepEqual([verdict.verdict, verdict.findings[0]?.brokenAt], ["inserted", 50]);
  });

  test("two links that changed places", async () => {
    tamper((raw) => {
      raw.exec("UPDATE audit SET sequence = -51 WHERE sequence = 50");
      raw.exec("UPDATE audit SET sequence = 50 WHERE sequence = 51");
      raw.exec("UPDATE audit SET sequence = 51 WHERE sequence = -51");
    });
    const verdict = await checked();
    assert.deepEqual([verdict.verdict, verdict.findings[0]?.brokenAt], ["reordered", 50]);
  });

  test("a link edited and every hash after it made to fit, by the signatures alone", async () => {
    tamper((raw) => {
      raw.exec("UPDATE audit SET actor = '別人' WHERE sequence = 50");
      rehash(raw, 50);
    });
    const verdict = await checked();
    assert.equal(verdict.verdict, "rewritten");
    assert.ok((verdict.findings[0]?.brokenAt ?? 99) <= 50);
  });

  test("the same with the signatures removed, by the slot file and this machine", async () => {
    tamper((raw) => {
      raw.exec("UPDATE audit SET actor = '別人' WHERE sequence = 50");
      rehash(raw, 50);
      raw.exec("DELETE FROM trail_checkpoint");
    });
    const verdict = await checked();
    // The unlocking signed the history that it found, as it must: so it reads as another history, put in the place of ours.
    assert.deepEqual(toldOf(verdict), [
      ["put-back", 1, 216, "slot-file"],
      ["put-back", 1, 216, "this-machine"],
    ]);
    assert.deepEqual(outcomesOf(verdict), [
      ["slot-file", 216, "differs"],
      ["this-machine", 216, "differs"],
    ]);
  });

  test("a cut tail", async () => {
    tamper((raw) => raw.exec("DELETE FROM audit WHERE sequence > 205"));
    await unlock();
    assert.equal(must(await kura.host.vault.status({})).trailNotice?.source, "slot-file");
    const verdict = must(await kura.host.trail.check({}));
    // 205 links were left, and the unlocking added two: itself, and that the trail falls short.
    assert.deepEqual(toldOf(verdict), [
      ["cut", 208, 213, null],
      ["cut", 208, 216, "slot-file"],
      ["cut", 208, 216, "this-machine"],
    ]);
    assert.deepEqual(outcomesOf(verdict), [
      ["slot-file", 216, "ahead"],
      ["this-machine", 216, "ahead"],
    ]);
  });

  test("a forged signature", async () => {
    tamper((raw) =>
      raw.exec(
        "UPDATE trail_checkpoint SET signature = zeroblob(64) WHERE count = (SELECT max(count) FROM trail_checkpoint)",
      ),
    );
    assert.equal((await checked()).verdict, "checkpoint-forged");
  });

  test("a database of an earlier day under today's slot file", async () => {
    cpSync(join(kura.folder, "earlier", "vault.db"), join(vaultFolder, "vault.db"));
    rmSync(join(vaultFolder, "vault.db-wal"), { force: true });
    await unlock();
    const notice = must(await kura.host.vault.status({})).trailNotice;
    assert.equal(notice?.source, "slot-file");
    assert.ok(faultsOf(must(await kura.host.trail.check({}))).includes("put-back"));
  });

  test("a whole folder of an earlier day, by what this machine remembers, until somebody has checked", async () => {
    rmSync(vaultFolder, { recursive: true });
    cpSync(join(kura.folder, "earlier"), vaultFolder, { recursive: true });
    await unlock();
    assert.equal(must(await kura.host.vault.status({})).trailNotice?.source, "this-machine");
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 5 }));
    assert.ok(entries.some(({ kind }) => kind === "trail-behind-anchor"));
    const verdict = must(await kura.host.trail.check({ receipt }));
    assert.ok(faultsOf(verdict).includes("put-back"));
    assert.equal(must(await kura.host.vault.status({})).trailNotice, null);
  });
});

test("failed attempts to unlock are counted outside the vault and in the trail at the next unlocking", async () => {
  const [known] = must(await kura.host.vault.status({})).vaults;
  for (let n = 0; n < 2; n += 1) {
    const refused = await kura.host.vault.unlock({
      vaultId: known?.vaultId ?? "",
      passphrase: "違う言葉を入れてみる 2026",
    });
    assert.equal(codeOf(refused), "wrong-passphrase");
  }
  const file = join(vaultFolder, "attempts");
  assert.match(readFileSync(file, "latin1"), /^(?:\d{13}\n){2}$/u);
  await unlock();
  assert.equal(existsSync(file), false);
  const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 5 }));
  assert.equal(entries.find(({ kind }) => kind === "unlock-failed")?.details["count"], 2);
});

test("an export with proof is checked without the vault, and a changed one is found out", async () => {
  await unlock();
  const path = join(kura.folder, "trail.json");
  const request = { format: "json", locale: "ja", purpose: "request", passphrase: testPassphrase } as const;
  assert.equal(
    codeOf(await kura.host.trail.export({ ...request, passphrase: "違う言葉を入れてみる 2026" })),
    "wrong-passphrase",
  );
  kura.answers["trail-copy"] = [path];
  must(await kura.host.trail.export(request));
  const bytes = readFileSync(path);
  const good = verifyTrailExport(bytes);
  assert.ok(good.ok);
  assert.equal(good.value.verdict.verdict, "whole");
  assert.equal(good.value.verdict.signedCount, good.value.verdict.count);
  JSON.parse(bytes.toString("utf8"));
  const edited = verifyTrailExport(Buffer.from(bytes.toString("utf8").replace('"idleMinutes":5', '"idleMinutes":4')));
  assert.equal(edited.ok && edited.value.verdict.verdict, "edited");
  writeFileSync(path, "");
  assert.equal(verifyTrailExport(readFileSync(path)).ok, false);
});
