import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everyCase } from "../../shared/domain/desk/case-list.ts";
import { type DeskVault, makeDeskVault } from "../support/desk-vault.ts";
import { type ForkedDesk, startForkedDesk } from "../support/forked-desk.ts";
import { must } from "../support/must.ts";

/** Measures, never judges. KURA_CASES sets how many cases; each has 40 answers at most and ten pieces of evidence. */
const cases = Number(process.env["KURA_CASES"] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "kura-desk-"));
let vault: DeskVault;
let desk: ForkedDesk;
let vaultId: string;

interface Line {
  readonly what: string;
  readonly first: string;
  readonly p50: string;
  readonly p95: string;
  readonly aim: string;
  readonly "engine MiB": number | string;
}
const lines: Line[] = [];

before(async () => {
  vault = await makeDeskVault({ cases, answersEach: 40, evidenceEach: 10 }, folder);
  desk = startForkedDesk(folder, folder);
  desk.choose("vault-folder", join(folder, "vault"));
  vaultId = must(await desk.host.vault.find({})).vaultId;
  must(await desk.host.vault.unlock({ vaultId, passphrase: vault.passphrase }));
});
after(async () => {
  await desk.engine.close();
  rmSync(folder, { recursive: true, force: true });
  const model = cpus()[0]?.model ?? "unknown processor";
  console.log(
    `${cpus().length} x ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${cases} cases, ms`,
  );
  console.table(lines);
});

/** Times `work` and adds a line: the first time by itself, then the middle and the ninety-fifth of a hundred. */
async function measure(what: string, aim: string, work: (run: number) => Promise<unknown>, runs = 40): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedMs = performance.now();
    await work(run);
    times.push(performance.now() - startedMs);
  }
  const [first = Number.NaN, ...rest] = times;
  const sorted = rest.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1);
  lines.push({ what, first: first.toFixed(1), p50: at(0.5), p95: at(0.95), aim, "engine MiB": desk.rssMib() ?? "–" });
}

const page = { sorts: [], offset: 0, limit: 100 } as const;

test("home and lists", async () => {
  const { host } = desk;
  await measure("home while copies are made for the first time", "< 150", async () =>
    must(await host.dossiers.waiting({})),
  );
  await measure(
    "list, once all copies are made",
    "once",
    async () => must(await host.dossiers.page({ filter: everyCase, ...page, sorts: [] })),
    2,
  );
  must(await host.vault.lock({}));
  must(await host.vault.unlock({ vaultId, passphrase: vault.passphrase }));
  await measure("home", "< 150", async () => must(await host.dossiers.waiting({})));
  await measure(
    "list after unlocking, every case read",
    "",
    async () => must(await host.dossiers.page({ filter: everyCase, ...page, sorts: [] })),
    1,
  );
  await measure("list, first page", "< 50", async () => {
    const got = must(await host.dossiers.page({ filter: everyCase, ...page, sorts: [] }));
    assert.equal(got.all, cases);
  });
  const columns = ["title", "due", "state", "principal"] as const;
  await measure("list, another order each time", "", async (run) => {
    const column = columns[run % columns.length] ?? "title";
    const direction = run % 8 < 4 ? "ascending" : "descending";
    must(
      await host.dossiers.page({
        filter: { ...everyCase, text: String(run) },
        ...page,
        sorts: [{ column, direction }],
      }),
    );
  });
  await measure("list, a page far down", "", async (run) =>
    must(await host.dossiers.page({ filter: everyCase, sorts: [], offset: (run * 997) % cases, limit: 100 })),
  );
  await measure("overview", "", async () => must(await host.dossiers.overview({ months: null })));
});

test("one case", async () => {
  const { host } = desk;
  const dossierId = vault.workedOn;
  await measure("case opened (five calls)", "< 150", async () => {
    const asked = [host.dossiers.get, host.checklist.open, host.evidence.list, host.screening.result, host.risk.assess];
    for (const answer of await Promise.all(asked.map((call) => call({ dossierId })))) assert.ok(answer.ok);
  });
  const { answers } = must(await host.checklist.open({ dossierId }));
  const revisions = answers.map(({ itemId, revision }) => ({ itemId, revision }));
  await measure(
    "answer step, through the door",
    "p95 < 50",
    async (run) => {
      const one = revisions[run % revisions.length];
      assert.ok(one);
      const patch = { answer: run % 2 === 0 ? "unknown" : "none" } as const;
      const done = await host.checklist.record({ dossierId, itemId: one.itemId, baseRevision: one.revision, patch });
      one.revision = must(done).revision;
    },
    200,
  );
  await measure(
    "answer step, then home",
    "< 150",
    async (run) => {
      const one = revisions[run % revisions.length];
      assert.ok(one);
      const patch = { fact: `公開資料で確かめた。${run}` };
      const done = await host.checklist.record({ dossierId, itemId: one.itemId, baseRevision: one.revision, patch });
      one.revision = must(done).revision;
      must(await host.dossiers.waiting({}));
    },
    40,
  );
});
