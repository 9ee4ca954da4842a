import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createKdf } from "../../electron/vault/crypto/kdf.ts";
import { kdfFloor } from "../../electron/vault/format.ts";
import type { DossierId, ItemId } from "../../shared/domain/ids.ts";
import { type BigVault, makeBigVault } from "../support/big-vault.ts";
import { startChromiumHost } from "../support/chromium-host/chromium-host.ts";
import { createDialogScript } from "../support/chromium-host/dialog-script.ts";
import { type ForkedDesk, startForkedDesk } from "../support/forked-desk.ts";
import { must } from "../support/must.ts";
import { signAndSave } from "../support/whole-job.ts";

/**
 * Measures, never judges: the numbers depend on the machine, so the table shows them beside what we aim at.
 * KURA_CASES and KURA_ROUNDS set the size of the vault and the number of answers.
 */
const cases = Number(process.env["KURA_CASES"] ?? 1_000);
const answers = Number(process.env["KURA_ROUNDS"] ?? 500);

const folder = mkdtempSync(join(tmpdir(), "kura-bench-"));
let big: BigVault;
let desk: ForkedDesk;

before(async () => {
  big = await makeBigVault(folder, cases);
  desk = startForkedDesk(folder, join(folder, "outside"));
});
after(async () => {
  await desk.engine.close();
  printTables();
  rmSync(folder, { recursive: true, force: true });
});

interface Line {
  readonly what: string;
  readonly median: string;
  readonly p95: string;
  readonly max: string;
  readonly target: string;
  readonly runs: number;
}
const lines: Line[] = [];
const memory: { stage: string; "engine MiB": number | string }[] = [];

function noteTimes(what: string, timesMs: readonly number[], target: string): void {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1);
  lines.push({ what, median: at(0.5), p95: at(0.95), max: at(1), target, runs: sorted.length });
}

function noteMemory(stage: string): void {
  memory.push({ stage, "engine MiB": desk.rssMib() ?? "not told" });
}

function printTables(): void {
  const model = cpus()[0]?.model ?? "unknown processor";
  console.log(`${cpus().length} x ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ms`);
  console.table(lines);
  console.table(memory);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function repeat(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  return times;
}

const unlock = async (): Promise<void> => {
  const [known] = must(await desk.host.vault.status({})).vaults;
  must(await desk.host.vault.unlock({ vaultId: known?.vaultId ?? "", passphrase: big.passphrase }));
};

test("unlocking, after the key derivation, up to the first list", async () => {
  await desk.host.app.start({});
  noteMemory("started");
  const kdf = createKdf({ clock: { nowMs: Date.now, monotonicMs: () => performance.now() } });
  const derive = () => kdf.derive(Buffer.from(big.passphrase), new Uint8Array(32), kdfFloor);
  const kdfMs = (await repeat(5, derive)).toSorted((a, b) => a - b)[2] ?? 0;
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const unlocking = timed(async () => {
      await unlock();
      const { rows } = must(await desk.host.dossiers.list({}));
      assert.equal(rows.length, cases);
    });
    times.push(await unlocking);
    if (run === 0) noteMemory("unlocked, list read");
    if (run < 6) must(await desk.host.vault.lock({}));
  }
  noteTimes(`key derivation at the floor`, [kdfMs], "as set");
  noteTimes(
    `open to first list of ${cases}, less derivation`,
    times.map((ms) => ms - kdfMs),
    "< 50",
  );
  noteTimes("the same, first time in a process", [(times[0] ?? 0) - kdfMs], "");
});

test("list and home", async () => {
  noteTimes(`list of ${cases}`, await repeat(20, async () => must(await desk.host.dossiers.list({}))), "");
  noteTimes("home", await repeat(20, async () => must(await desk.host.dossiers.waiting({}))), "< 100");
  noteMemory("home");
});

test("one answer, durable", async () => {
  const { answers: stored } = must(await desk.host.checklist.open({ dossierId: big.workedOn }));
  const revisions = stored.map(({ itemId, revision }) => ({ itemId, revision }));
  const choice: number[] = [];
  const text: number[] = [];
  for (let n = 0; n < answers; n += 1) {
    const one = revisions[n % revisions.length];
    assert.ok(one);
    const isChoice = Math.floor(n / revisions.length) % 2 === 0;
    const patch = isChoice ? { answer: n % 3 === 0 ? "unknown" : "none" } : { fact: `公開資料で確かめた。${n}` };
    (isChoice ? choice : text).push(await timed(async () => (one.revision = await record(one, patch))));
  }
  noteTimes("one answer recorded (choice, risk worked out anew)", choice, "< 5");
  noteTimes("one answer recorded (text)", text, "< 5");
  noteMemory(`${answers} answers`);
});

async function record({ itemId, revision }: { itemId: ItemId; revision: number }, patch: object): Promise<number> {
  const request = { dossierId: big.workedOn, itemId, baseRevision: revision, patch };
  return must(await desk.host.checklist.record(request)).revision;
}

test("the page of one case", async () => {
  const dossierId: DossierId = big.workedOn;
  const { host } = desk;
  const open = async () => {
    const asked = [host.dossiers.get, host.checklist.open, host.evidence.list, host.screening.result, host.risk.assess];
    for (const answer of await Promise.all(asked.map((call) => call({ dossierId })))) assert.ok(answer.ok);
  };
  noteTimes("case page (five calls)", await repeat(30, open), "< 100");
  noteTimes("risk worked out", await repeat(30, async () => must(await host.risk.assess({ dossierId }))), "");
  noteTimes("screening run", await repeat(10, async () => must(await host.screening.run({ dossierId }))), "");
  noteMemory("case page");
});

test("the signed paper", async () => {
  const dossierId = big.decided;
  const say = (field: string): string => `${field} 架空の記載`.slice(0, 40);
  const previews = await repeat(5, async () => must(await desk.host.paper.preview({ dossierId, locale: "ja" })));
  const { report, path } = await signAndSave(desk, { dossierId, say, name: "paper.pdf" });
  noteMemory("paper signed");
  noteTimes(`paper of ${report.pageCount} pages drawn`, previews, "");
  const sign = async () => must(await desk.host.paper.sign({ dossierId, locale: "ja", passphrase: desk.passphrase }));
  noteTimes("drawn, signed, checked, kept (with derivation)", await repeat(5, sign), "< 1500");
  const verify = async () => {
    desk.choose("signed-pdf", path);
    assert.equal(must(await desk.host.verification.verify({})).verdict, "valid");
  };
  noteTimes("verified from the file", await repeat(5, verify), "");
  noteMemory("paper verified");
});

test("a cold start of the Chromium host up to the lock screen", async () => {
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const startedMs = performance.now();
    const host = await startChromiumHost({
      userData: join(folder, `window-${run}`),
      headless: true,
      dialogs: createDialogScript(),
    });
    await host.page.locator("input[type=password]").first().waitFor({ timeout: 30_000 });
    // The first start may build the page; it is left out.
    if (run > 0) times.push(performance.now() - startedMs);
    await host.close();
  }
  noteTimes("cold start to the lock screen", times, "");
});
