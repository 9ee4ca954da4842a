/** What a backup of a large vault costs, and how long anybody waits for an answer meanwhile. KURA_BENCH_MB sets the size. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { kdfFloor } from "../../electron/vault/format.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import { must } from "../support/must.ts";

const megabytes = Number(process.env["KURA_BENCH_MB"] ?? 1_000);
const ports = {
  clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
  random: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
};

/** Six parts in ten lie in the database, the rest in objects of 10 MB. */
async function fill(vault: OpenVault): Promise<Set<string>> {
  const insert = vault.db.prepare("INSERT INTO content (hash, kind, body, stored_at) VALUES (?, 'template', ?, 0)");
  for (let written = 0; written < megabytes * 0.6; written += 10) {
    vault.db.transaction(() => {
      for (let row = 0; row < 40; row += 1)
        insert.run(randomBytes(32).toString("hex"), randomBytes(125_000).toString("hex"));
    });
  }
  vault.db.checkpoint();
  const ids = new Set<string>();
  for (let written = 0; written < megabytes * 0.4; written += 10) {
    const source = (async function* () {
      for (let part = 0; part < 10; part += 1) yield randomBytes(1_000_000);
    })();
    ids.add(must(await vault.objects.write({ source })).objectId);
  }
  return ids;
}

/** Asks and writes like a person at work, 50 times a second; answers how late each answer was, in milliseconds. */
async function askMeanwhile(vault: OpenVault, isRunning: () => boolean): Promise<number[]> {
  const read = vault.db.prepare("SELECT value FROM setting WHERE name = ?");
  const write = vault.db.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, '1')");
  const times: number[] = [];
  while (isRunning()) {
    const dueMs = performance.now() + 20;
    await pause(20);
    read.get("bench");
    write.run(`bench-${times.length % 100}`);
    times.push(performance.now() - dueMs);
  }
  return times;
}

test("a large vault is backed up while every answer comes within 50 ms", { timeout: 600_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "kura-bench-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const passphrase = "控えの速さを測る蔵 2026";
  const vault = must(await createVaults(ports).create({ folder: join(folder, "v"), passphrase, kdf: kdfFloor }));
  t.after(() => vault.close());
  const ids = await fill(vault);
  mkdirSync(join(folder, "backups"));
  const rows: string[] = [];
  let isQuiet = true;
  const quiet = pause(3_000).then(() => {
    isQuiet = false;
  });
  const idle = (await askMeanwhile(vault, () => isQuiet)).toSorted((a, b) => a - b);
  await quiet;
  rows.push(`no backup      ${idle.length} answers: worst ${(idle.at(-1) ?? 0).toFixed(1)} ms`);
  const waits: number[] = [];
  for (const which of ["first backup", "second backup"]) {
    let running = true;
    let peakRss = 0;
    const watch = setInterval(() => {
      peakRss = Math.max(peakRss, process.memoryUsage.rss());
    }, 50);
    const beforeRss = process.memoryUsage.rss();
    const startMs = performance.now();
    const made = vault
      .takeSnapshot({
        root: join(folder, "backups", "one"),
        atMs: Date.now(),
        objectIds: () => ids,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      })
      .finally(() => {
        running = false;
      });
    const times = (await askMeanwhile(vault, () => running)).toSorted((a, b) => a - b);
    const seconds = (performance.now() - startMs) / 1_000;
    clearInterval(watch);
    const { sizeBytes } = must(await made);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    waits.push(at(1));
    const speed = sizeBytes / 1e6 / seconds;
    rows.push(
      `${which.padEnd(14)} ${(sizeBytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s = ${speed.toFixed(0)} MB/s, checked; ` +
        `${times.length} answers: median ${at(0.5).toFixed(1)}, 95th ${at(0.95).toFixed(1)}, worst ${at(1).toFixed(1)} ms; ` +
        `memory +${((peakRss - beforeRss) / 1e6).toFixed(0)} MB`,
    );
  }
  for (const row of rows) t.diagnostic(row);
  assert.ok(Math.max(...waits) < 50, `an answer took ${Math.max(...waits).toFixed(1)} ms`);
});
