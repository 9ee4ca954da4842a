import { mkdtempSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createTables, openCaseKeys } from "../../electron/vault/tables/all.ts";
import { createVaults } from "../../electron/vault/vault.ts";
import { noFilters, type SearchFilters } from "../../shared/domain/search.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { makeBigVault } from "../support/big-vault.ts";
import { must } from "../support/must.ts";
import { fillForSearch } from "../support/search-vault.ts";
import { startTestEngine, testPassphrase } from "../support/test-engine.ts";

/**
 * Search through the door over a great many cases. Measures, never judges. KURA_CASES sets the number of cases; each has 40
 * answers and 10 pieces of evidence.
 */
const cases = Number(process.env["KURA_CASES"] ?? 10_000);
const scale = { cases, answersEach: 40, evidenceEach: 10 };
const folder = mkdtempSync(join(tmpdir(), "kura-search-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const kinds: readonly (readonly [string, string, Partial<SearchFilters>?])[] = [
  ["one character, common", "研"],
  ["one character, rare", "鑫"],
  ["one letter", "e"],
  ["two characters, common", "量子"],
  ["two characters, rare", "鑫森"],
  ["three characters", "東京都"],
  ["Latin prefix", "univ"],
  ["Latin inside a word", "ctions"],
  ["two words", "量子計算 beijing"],
  ["long phrase", '"本人から説明があり"'],
  ["variant letters", "高崎吉埜"],
  ["nothing found", "鑫焱淼犇羴"],
  ["one kind of place", "量子", { places: ["evidence"] }],
  ["days", "量子", { from: "2020-01-01", to: "2030-01-01" }],
  ["kind and state", "量子", { kinds: ["institution"], states: ["draft", "in-enquiry"] }],
  ["a filter that admits none", "量子", { kinds: ["company"] }],
];

const at = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(
    1,
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

test("search over many cases", { timeout: 3_600_000 }, async () => {
  const { vaultFolder, workedOn } = await makeBigVault(folder, 3);
  const fillMs = await timed(() => fillForSearch(vaultFolder, scale));
  const databaseBytes = (): number => statSync(join(vaultFolder, "vault.db")).size;
  const withoutIndex = databaseBytes();
  const kura = await startTestEngine({ folder, indexEveryMs: 50 });
  const { vaults } = must(await kura.host.vault.status({}));
  must(await kura.host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
  const find = async (query: string, filters: Partial<SearchFilters> = {}) =>
    must(
      await kura.host.search.find({
        query,
        filters: { ...noFilters, ...filters },
        within: null,
        cursor: null,
        limit: 20,
        perCase: 3,
        asked: false,
      }),
    );
  let slices = 0;
  const buildMs = await timed(async () => {
    while ((await find("無")).behind !== null) {
      slices += 1;
      // Nobody is at the keys, and the vault would lock.
      must(await kura.host.app.touch({}));
      await setTimeout(500);
    }
  });
  // The pages are put together in the background once the index knows everything.
  await setTimeout(Math.max(5_000, buildMs));
  const lines: object[] = [];
  for (const [name, query, filters] of kinds) {
    const times: number[] = [];
    let found = 0;
    for (let n = 0; n < 40; n += 1)
      times.push(await timed(async () => (found = (await find(query, filters)).groups.length)));
    lines.push({ search: name, query, cases: found, p50: at(times, 0.5), p95: at(times, 0.95), worst: at(times, 1) });
  }
  const writing: number[] = [];
  const searching: number[] = [];
  const { answers } = must(await kura.host.checklist.open({ dossierId: workedOn }));
  const [answer] = answers;
  if (answer === undefined) throw new Error("the case has answers");
  let { revision } = answer;
  for (let n = 0; n < 60; n += 1) {
    const patch = { fact: `書き直し ${n} 公開資料と登記を照合し、機関の所在地と設立の経緯を確かめた。`.repeat(3) };
    const request = { dossierId: workedOn, itemId: answer.itemId, baseRevision: revision, patch };
    writing.push(await timed(async () => ({ revision } = must(await kura.host.checklist.record(request)))));
    searching.push(await timed(() => find("書き直し")));
  }
  must(await kura.host.vault.lock({}));
  await kura.close();
  const vault = must(await createVaults(testPorts).open({ folder: vaultFolder, passphrase: testPassphrase }));
  const docs = createTables(vault.db, openCaseKeys(vault, testPorts.random)).search.size();
  const index =
    vault.db.prepare<[], { n: number }>("SELECT sum(length(block)) AS n FROM search_gram_data").get()?.n ?? 0;
  vault.close();
  console.log(
    `${cpus()[0]?.model}, Node ${process.version}, ${cases} cases, ${docs} rows; filled in ${(fillMs / 1_000).toFixed(0)} s`,
  );
  console.log(
    `index: ${(index / 1e6).toFixed(0)} MB of grams; database ${(withoutIndex / 1e6).toFixed(0)} -> ${(databaseBytes() / 1e6).toFixed(0)} MB; ` +
      `built in ${(buildMs / 1_000).toFixed(0)} s in the background, asked ${slices} times meanwhile`,
  );
  console.table(lines);
  console.log(
    `an answer step p50 ${at(writing, 0.5)} p95 ${at(writing, 0.95)} ms; the search right after it p50 ${at(searching, 0.5)} p95 ${at(searching, 0.95)} ms`,
  );
});
