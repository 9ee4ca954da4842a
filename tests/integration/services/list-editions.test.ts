import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createVaults } from "../../../electron/vault/vault.ts";
import { detailsOf, keepList, type ListedRow, tryList } from "../../support/list-file.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { testPorts } from "../vault/scratch-vault.ts";

let kura: TestEngine;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
});
after(() => kura.close());

const rowsOf = (count: number): ListedRow[] =>
  Array.from({ length: count }, (_, at) => ({ name: `架空第${at + 1}研究公司`, aliases: `Fictional Works ${at + 1}` }));

/** Counts rows in the vault's file, with the vault locked meanwhile. */
async function counted<T>(sql: string): Promise<T> {
  const { vaults } = must(await kura.host.vault.status({}));
  must(await kura.host.vault.lock({}));
  const vault = must(
    await createVaults(testPorts).open({ folder: join(kura.folder, "vault"), passphrase: testPassphrase }),
  );
  const row = vault.db.prepare<[], T>(sql).get();
  vault.close();
  must(await kura.host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
  assert.ok(row !== undefined);
  return row;
}

const title = "週ごとのリスト";
const weekly = rowsOf(400);
const changed = weekly
  .filter((_, at) => at !== 100)
  .map((row, at) => (at === 200 ? { ...row, country: "虚構国" } : row));

test("a second edition costs what it changes, and the earlier one stays as it was", async () => {
  const first = await keepList(kura, weekly, { title });
  const { importId, trial } = await tryList(kura, [...changed, { name: "𠮷田ｶﾞｸｲﾝ", aliases: "葛󠄀城校" }], title);
  // The country is part of an entry's key here, so that a body that moved is another body.
  assert.deepEqual(trial.difference, { added: 2, removed: 2, changed: 0 });
  const details = detailsOf({ title, edition: "第2版", publishedDay: "2026-10-08" });
  const second = must(await kura.host.screening.finishImport({ importId, details }));
  const { n, spans } = await counted<{ n: number; spans: number }>(
    "SELECT (SELECT count(*) FROM list_content) AS n, (SELECT count(*) FROM list_span) AS spans",
  );
  assert.equal(n, 402);
  assert.ok(spans <= 6, `${spans} runs for two editions of 400 entries`);
  const page = must(
    await kura.host.lists.entries({ side: { editionId: first }, text: "101研究", after: 0, limit: 10 }),
  );
  assert.deepEqual(
    page.lines.map(({ name, row }) => [name, row]),
    [["架空第101研究公司", 101]],
  );
  const later = must(
    await kura.host.lists.entries({ side: { editionId: second.id }, text: "架空第102研究公司", after: 0, limit: 10 }),
  );
  assert.deepEqual(
    later.lines.map(({ row }) => row),
    [101],
  );
});

test("an older file is refused, and kept as an archive edition where that is said", async () => {
  const older = { title, edition: "第0版", publishedDay: "2026-09-01" as const };
  const { importId } = await tryList(kura, rowsOf(3), title);
  const refused = await kura.host.screening.finishImport({ importId, details: detailsOf(older) });
  assert.equal(codeOf(refused), "edition-older");
  assert.equal(!refused.ok && refused.error.details?.["day"], "2026-10-08");
  const kept = must(await kura.host.screening.finishImport({ importId, details: detailsOf(older), archive: true }));
  assert.equal(kept.current, false);
  const current = must(await kura.host.screening.editions({})).editions.filter(
    (one) => one.title === title && one.current,
  );
  assert.deepEqual(
    current.map(({ edition }) => edition),
    ["第2版"],
  );
});

test("the same file is refused, however it is called", async () => {
  const { importId } = await tryList(kura, rowsOf(3), "別の名称");
  const again = await kura.host.screening.finishImport({ importId, details: detailsOf({ title: "別の名称" }) });
  assert.equal(codeOf(again), "edition-duplicate");
});

test("editions change their standing with a link in the trail and an event for other windows", async () => {
  const { editions } = must(await kura.host.screening.editions({}));
  const archive = editions.find((one) => one.title === title && one.edition === "第0版");
  assert.ok(archive);
  kura.events.length = 0;
  assert.equal(must(await kura.host.lists.makeCurrent({ editionId: archive.id })).current, true);
  assert.equal(must(await kura.host.lists.setAside({ editionId: archive.id })).current, false);
  assert.equal(kura.events.filter(({ topic }) => topic === "lists.changed").length, 2);
  const now = must(await kura.host.screening.editions({})).editions.filter((one) => one.title === title);
  assert.ok(now.every((one) => !one.current));
  const { entries } = must(await kura.host.trail.list({ dossierId: null, limit: 2, before: null }));
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), ["list-made-current", "list-set-aside"]);
});

test("an import that is dropped leaves nothing in the vault", async () => {
  const before = await counted<{ n: number }>("SELECT count(*) AS n FROM list_content");
  const { importId } = await tryList(kura, [{ name: "捨てられる機関" }, ...weekly], title);
  must(await kura.host.screening.dropImport({ importId }));
  const { importId: next } = await tryList(kura, weekly, title);
  must(await kura.host.screening.dropImport({ importId: next }));
  await tryList(kura, weekly, title);
  assert.deepEqual(await counted("SELECT count(*) AS n FROM list_content"), before);
});

test("what is looked for is found in any writing, window by window to the end", async () => {
  const names = ["髙﨑理工大学", "高崎理工大学", "𠮷田ｶﾞｸｲﾝ", "葛󠄀城研究所", "一", "長".repeat(900)];
  const editionId = await keepList(kura, [...names.map((name) => ({ name })), ...rowsOf(250)], { title: "書き方" });
  const found = async (text: string): Promise<string[]> => {
    const lines = must(await kura.host.lists.entries({ side: { editionId }, text, after: 0, limit: 100 })).lines;
    return lines.map(({ name }) => name);
  };
  assert.deepEqual(await found("高﨑"), ["髙﨑理工大学", "高崎理工大学"]);
  assert.deepEqual(await found("吉田ガクイン"), ["𠮷田ｶﾞｸｲﾝ"]);
  assert.deepEqual(await found("葛城"), ["葛󠄀城研究所"]);
  assert.deepEqual(await found("どこにもない"), []);
  let all = 0;
  let after: number | null = 0;
  while (after !== null) {
    const page: { lines: unknown[]; next: number | null } = must(
      await kura.host.lists.entries({ side: { editionId }, text: "", after, limit: 60 }),
    );
    all += page.lines.length;
    after = page.next;
  }
  assert.equal(all, 256);
});

test("a difference names the entries and the fields, before and after the edition is kept, and goes out as CSV", async () => {
  const list = "差のあるリスト";
  const early = [{ name: "残る機関" }, { name: "変わる機関", aliases: "旧称" }, { name: "=cmd|消える機関" }];
  const late = [{ name: "残る機関" }, { name: "変わる機関", aliases: "新称 𠮷" }, { name: "増える機関" }];
  const before = await keepList(kura, early, { title: list });
  const { importId, trial } = await tryList(kura, late, list);
  assert.deepEqual(trial.difference, { added: 1, removed: 1, changed: 1 });
  const sides = { before, after: { importId } };
  const part = async (name: "added" | "removed" | "changed", text = "") =>
    must(await kura.host.lists.difference({ ...sides, part: name, text, from: 0, limit: 10 })).lines;
  assert.deepEqual(
    (await part("added")).map(({ name }) => name),
    ["増える機関"],
  );
  const [line] = await part("changed");
  assert.deepEqual(line?.changes, [
    { field: "names", gone: [{ text: "旧称", kind: "alias" }], come: [{ text: "新称 𠮷", kind: "alias" }] },
  ]);
  // A word that only the earlier edition had finds the entry as well.
  assert.equal((await part("changed", "旧称")).length, 1);
  assert.equal((await part("changed", "無関係")).length, 0);
  const path = join(kura.folder, "difference.csv");
  kura.answers["list-difference"] = [path];
  assert.equal(must(await kura.host.lists.saveDifference({ ...sides, locale: "ja" })).lines, 3);
  const csv = readFileSync(path, "utf8");
  assert.match(csv, /変更,変わる機関,団体,架空国,名称,旧称,新称 𠮷/u);
  assert.match(csv, /削除,'=cmd\|消える機関/u);
  const kept = must(
    await kura.host.screening.finishImport({ importId, details: detailsOf({ title: list, edition: "第2版" }) }),
  );
  assert.deepEqual(must(await kura.host.lists.compare({ before, after: { editionId: kept.id } })), {
    ...{ added: 1, removed: 1, changed: 1 },
    unchanged: 1,
  });
});

test("a reading that is stopped while it is stored leaves the earlier edition and nothing half", async () => {
  const count = await counted<{ n: number }>("SELECT count(*) AS n FROM list_content");
  const stopped = Array.from({ length: 30_000 }, (_, at) => ({ name: `止められる機関 ${at}` }));
  const path = join(kura.folder, "list.csv");
  kura.engine.events.subscribe((topic, payload) => {
    if (topic === "task.progress" && "taskId" in payload) void kura.host.app.cancelTask({ taskId: payload.taskId });
  });
  await assert.rejects(() => tryList(kura, stopped, title), /cancelled/u);
  assert.ok(path);
  assert.deepEqual(await counted("SELECT count(*) AS n FROM list_content"), count);
});
