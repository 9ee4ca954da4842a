import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, test } from "node:test";
import { makeTrailKey, signCheckpoint, trailKeyFingerprint } from "../../electron/trail/checkpoint.ts";
import { verifyTrail } from "../../electron/trail/verify-trail.ts";
import { kdfFloor } from "../../electron/vault/format.ts";
import { createTables, openCaseKeys, type Tables } from "../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import type { TrailCheckpoint } from "../../shared/domain/audit.ts";
import { Instant } from "../../shared/domain/time.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { must } from "../support/must.ts";

/** Measures, never judges. KURA_LINKS sets the length of the chain. */
const links = Number(process.env["KURA_LINKS"] ?? 100_000);
const perCheckpoint = 200;

const folder = mkdtempSync(join(tmpdir(), "kura-trail-bench-"));
const lines: { what: string; value: string }[] = [];
let vault: OpenVault;
let tables: Tables;
const key = makeTrailKey();
const personId = "11".repeat(16);

before(async () => {
  const request = { folder: join(folder, "v"), passphrase: "蔵の鍵は三つの石の下 2026", kdf: kdfFloor };
  vault = must(await createVaults(testPorts).create(request));
  tables = createTables(vault.db, openCaseKeys(vault, testPorts.random));
});
after(() => {
  vault.close();
  rmSync(folder, { recursive: true, force: true });
  console.table(lines);
});

function append(at: number): void {
  const isFirst = tables.audit.head().count === 0;
  tables.audit.append({
    atMs: at,
    actor: "髙﨑 𠮷",
    actorId: personId,
    actorKey: "0123456789abcdef",
    kind: isFirst ? "trail-key-made" : "answer-recorded",
    dossierId: isFirst ? null : "22".repeat(16),
    details: isFirst
      ? { fingerprint: trailKeyFingerprint(key.publicKey) }
      : { item: "P-A1", revision: at, answer: "none" },
  });
}

function checkpoint(at: number): TrailCheckpoint {
  const { count, head } = tables.audit.head();
  const publicKey = Buffer.from(key.publicKey).toString("base64");
  const body = { count, head, at: Instant.parse(at), personId, personName: "髙﨑 𠮷", publicKey };
  return signCheckpoint(vault.vaultId, body, key.privateKey);
}

function timed(work: () => void): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

test("appending, alone and with a signature every two hundred links", () => {
  const append200 = (): void => {
    for (let n = 0; n < perCheckpoint; n += 1) append(n);
  };
  const bare = timed(() => vault.db.transaction(append200));
  const signing = timed(() => vault.db.transaction(() => tables.checkpoints.add(checkpoint(1))));
  const anchoring = timed(() => vault.setAnchor({ ...tables.audit.head(), atMs: Date.now() }));
  lines.push({ what: "one link appended (µs)", value: ((bare / perCheckpoint) * 1_000).toFixed(0) });
  lines.push({ what: "one checkpoint signed and committed (ms)", value: signing.toFixed(2) });
  lines.push({ what: "anchor into the slot file, durable (ms)", value: anchoring.toFixed(2) });
  assert.equal(tables.audit.head().count, perCheckpoint);
});

test("checking the whole chain with its signatures", () => {
  while (tables.audit.head().count < links)
    vault.db.transaction(() => {
      for (let n = 0; n < perCheckpoint; n += 1) append(n);
      tables.checkpoints.add(checkpoint(1));
    });
  const { count, head } = tables.audit.head();
  let verdict: ReturnType<typeof verifyTrail> | undefined;
  const checkMs = timed(() => {
    verdict = verifyTrail({
      vaultId: vault.vaultId,
      links: () => tables.audit.links(),
      checkpoints: tables.checkpoints.list(),
      anchors: [{ source: "slot-file", count, head, atMs: null }],
    });
  });
  assert.deepEqual([verdict?.verdict, verdict?.signedCount], ["whole", count]);
  lines.push({
    what: `${count} links and ${count / perCheckpoint} signatures checked (ms)`,
    value: checkMs.toFixed(0),
  });
  const pageMs = timed(() => void tables.audit.list({ dossierId: null, before: null, limit: 200 }));
  lines.push({ what: "one page of 200 entries listed (ms)", value: pageMs.toFixed(1) });
});
