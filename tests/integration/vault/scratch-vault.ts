import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { TestContext } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import type { Migration } from "../../../electron/vault/migrations/all.ts";
import type { VaultPorts } from "../../../electron/vault/ports.ts";
import { createVaults, type OpenVault, type Vaults } from "../../../electron/vault/vault.ts";

const endings = new WeakMap<TestContext, (() => void)[]>();

/** Runs `work` when the test ends, the last one first: what lies in a folder closes before the folder goes. */
export function atEnd(t: TestContext, work: () => void): void {
  const stack = endings.get(t);
  if (stack !== undefined) {
    stack.push(work);
    return;
  }
  const fresh = [work];
  endings.set(t, fresh);
  t.after(() => {
    for (const step of fresh.reverse()) step();
  });
}

/** A folder of this test's own, gone when the test ends. */
export function scratchFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "kura-test-"));
  atEnd(t, () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Real clock, real randomness. */
export const testPorts: VaultPorts = {
  clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
  random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
};

/** Bytes 1, 2, 3 … on and on, so that a whole file can be written down as hex digits in a test. */
export function countingRandom(): VaultPorts["random"] {
  let next = 0;
  return { bytes: (count) => Uint8Array.from({ length: count }, () => (next = (next % 255) + 1)) };
}

/** A small schema of the tests' own: the vault must not depend on the app's. */
export const testMigrations: readonly Migration[] = [
  {
    version: 1,
    name: "0001-note",
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL, attachment BLOB) STRICT;",
  },
];

export const passphrase = "つくばの蔵 髙﨑𠮷野 2026";

/** Vaults with the tests' schema. */
export function testVaults(ports: VaultPorts = testPorts): Vaults {
  return createVaults(ports, { migrations: testMigrations });
}

/** A new open vault in `folder`/v, closed when the test ends. */
export async function newVault(t: TestContext, folder: string, vaults: Vaults = testVaults()): Promise<OpenVault> {
  const made = await vaults.create({ folder: join(folder, "v"), label: "試験の蔵", passphrase, kdf: kdfFloor });
  if (!made.ok) throw new Error(`no vault: ${made.error.code}`);
  atEnd(t, () => made.value.close());
  return made.value;
}

/** Writes one row in one transaction. */
export function addNote(vault: OpenVault, body: string): void {
  vault.db.transaction(() => vault.db.prepare("INSERT INTO note (body) VALUES (?)").run(body));
}

/** Every row's text, oldest first. */
export function notes(vault: OpenVault): string[] {
  const rows = vault.db.prepare<[], { body: string }>("SELECT body FROM note ORDER BY id").all();
  return rows.map(({ body }) => body);
}

/** The value, or a failed test that names the code. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } | string }): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${typeof result.error === "string" ? result.error : JSON.stringify(result.error)}`);
}

/** The code of a refusal; "ok" when there was none. */
export function codeOf(result: { ok: true } | { ok: false; error: { code: string } }): string {
  return result.ok ? "ok" : result.error.code;
}

/** Every file under a folder with its bytes. */
export function filesUnder(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** How many rounds a storm runs: a number for every day, times KURA_STORM (25 in `npm run storm`). */
export function rounds(everyDay: number): number {
  const factor = Number(process.env["KURA_STORM"]);
  return everyDay * (Number.isSafeInteger(factor) && factor > 0 ? factor : 1);
}
