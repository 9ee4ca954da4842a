import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Locator } from "playwright";
import { verifyTrailExport } from "../../electron/trail/trail-export.ts";
import { createTables, openCaseKeys } from "../../electron/vault/tables/all.ts";
import { createVaults } from "../../electron/vault/vault.ts";
import { dayOf } from "../../shared/domain/time.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { setLanguage } from "../support/demo/pictures.ts";
import { jumpFileName } from "../support/jumping-engine.ts";
import { must } from "../support/must.ts";
import {
  choose,
  deskPassphrase,
  deskPerson,
  goTo,
  journeyFolders,
  openPageDesk,
  type PageDesk,
} from "../support/page-desk.ts";
import { addPerson, approver, changePlaces } from "../support/second-person.ts";

const pictures = process.env["KURA_PICTURES"];
const dayMs = 86_400_000;
const viewport = { width: 1_280, height: 1_100 };

/** What is wrong with the page as it stands, for people who use it with other means. */
async function barriers({ page }: PageDesk): Promise<string[]> {
  // What a busy button of a closed dialog had said aloud stays in the announcer for seven seconds.
  const said = page.locator('[data-live-announcer] [role="img"]').first();
  await said.waitFor({ state: "detached", timeout: 20_000 });
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axe }).axe.run; // Safe: evaluated just before.
    return (await run(document)).violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
    );
  });
}

describe("the trail page", () => {
  const folders = journeyFolders();
  const database = join(folders.userData, "vault", "vault.db");
  const earlier = join(folders.carried, "vault-of-yesterday.db");
  let desk: PageDesk;
  let caseNumber: string;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, engine: "jumping-engine.ts", viewport });
    const { client } = desk;
    await addPerson({ host: client, passphrase: deskPassphrase }, { ...approver, roles: ["approver"] });
    await changePlaces(client, approver.passphrase);
    must(await client.vault.lock({}));
    copyFileSync(database, earlier);
    // A second day, so that there is something to tell apart.
    writeFileSync(join(folders.userData, jumpFileName), String(dayMs));
    await changePlaces(client, deskPassphrase);
    const title = "=髙﨑𠮷の受入れ, “劣化評価”";
    const made = must(await client.dossiers.create({ kind: "person", title, subject: null, noConflict: true }));
    caseNumber = made.number;
    must(await client.dossiers.get({ dossierId: made.id }));
    await openTrail();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const entries = (): Locator => desk.page.getByRole("main").locator("li[aria-posinset]");
  const days = (): Locator => desk.page.getByRole("main").locator("li h2");
  const entry = (words: string): Locator => entries().filter({ hasText: words });
  const passphrase = (): Locator => desk.page.getByRole("dialog").locator("input[type=password]");

  async function openTrail(): Promise<void> {
    await desk.page.getByRole("navigation", { name: "主な画面" }).waitFor();
    await goTo(desk.page, "操作の記録");
    await entry("金庫を解錠した").first().waitFor();
  }

  async function shot(name: string): Promise<void> {
    await desk.page.waitForTimeout(300);
    if (pictures !== undefined) await desk.page.screenshot({ path: join(pictures, `trail-${name}.png`) });
    assert.deepEqual(await barriers(desk), [], name);
  }

  /** Looked at in both languages; what the page shows stays while the language changes. */
  async function looksRight(name: string): Promise<void> {
    await shot(`${name}-ja`);
    await setLanguage(desk.page, "English");
    await shot(`${name}-en`);
    await setLanguage(desk.page, "日本語");
  }

  it("shows everything under its days, the latest first", async () => {
    await desk.page.getByText("ここが記録の始まりです。").waitFor();
    assert.equal(await days().count(), 2);
    const all = must(await desk.client.trail.list({ dossierId: null, before: null, limit: 100 })).entries;
    assert.equal(await entries().count(), all.length);
    await looksRight("page");
  });

  it("narrows to one kind, and says so when nothing fits", async () => {
    await choose(desk.page, /種類/u, "利用者と閲覧範囲");
    await entry("金庫を解錠した").first().waitFor({ state: "detached" });
    await entry("利用者を登録した").waitFor();
    await choose(desk.page, /種類/u, "証拠");
    await desk.page.getByText("当てはまる記録はありません。").waitFor();
    await looksRight("nothing");
    await button("絞り込みを解く").click();
    await entry("金庫を解錠した").first().waitFor();
  });

  it("narrows to one person", async () => {
    await choose(desk.page, /行った人/u, new RegExp(approver.displayName, "u"));
    await entry(deskPerson).first().waitFor({ state: "detached" });
    assert.equal(await entry(approver.displayName).count(), await entries().count());
    await looksRight("person");
    await button("絞り込みを解く").click();
  });

  it("narrows to one case by its number, typed full-width or not", async () => {
    await desk.page.getByRole("searchbox", { name: "案件番号" }).fill(caseNumber.replaceAll("-", "－"));
    await entry("金庫を解錠した").first().waitFor({ state: "detached" });
    assert.equal(await entry(caseNumber).count(), await entries().count());
    assert.ok((await entries().count()) >= 1);
    await button("絞り込みを解く").click();
    await entry("金庫を解錠した").first().waitFor();
  });

  it("narrows to one day", async () => {
    const group = desk.page.getByRole("group", { name: /この日から/u });
    await group.getByRole("spinbutton").first().click();
    await desk.page.keyboard.type(dayOf(Date.now() + dayMs).replaceAll("-", ""));
    await entry("利用者を登録した").waitFor({ state: "detached" });
    await entry(caseNumber).first().waitFor();
    assert.equal(await days().count(), 1);
    await looksRight("day");
    await button("絞り込みを解く").click();
    await entry("利用者を登録した").waitFor();
  });

  it("checks the chain and says what agrees", async () => {
    await button("連鎖を検証する").click();
    await desk.page.getByText("切れ目なくつながっています").waitFor();
    await desk.page.getByText(/金庫の鍵ファイル（\d+件）：一致/u).waitFor();
    await desk.page.getByText(/このPCの控え（\d+件）：一致/u).waitFor();
    await looksRight("checked");
  });

  it("shows a receipt, takes the same one typed in, and finds out a wrong one", async () => {
    await button("控えの番号").click();
    const receipt = await desk.page
      .getByRole("main")
      .getByText(/^\d+ (?:[0-9a-f]{4}-){3}[0-9a-f]{4} \d{4}-\d{2}-\d{2}$/u)
      .innerText();
    const typed = desk.page.getByLabel("書き留めた番号");
    await typed.fill("1523");
    assert.ok(await button("この番号と照合する").isDisabled());
    await typed.fill(receipt);
    await button("この番号と照合する").click();
    await desk.page.getByText(/控えの番号（\d+件）：一致/u).waitFor();
    await looksRight("receipt-right");
    const [count = ""] = receipt.split(" ");
    await typed.fill(`${count} 0123-4567-89ab-cdef`);
    await button("この番号と照合する").click();
    await desk.page.getByText(/控えの番号（\d+件）：不一致/u).waitFor();
    await looksRight("receipt-wrong");
    await button("控えの番号").click();
  });

  async function exportAs(format: "csv" | "json", place: string): Promise<void> {
    desk.dialogs.answer("trail-copy", place);
    await button("記録を書き出す").click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByText(format === "csv" ? "CSV（人が読む表）" : "JSON（証拠付き）").click();
    await choose(desk.page, /目的/u, "本人・関係機関からの求め", dialog);
    await passphrase().fill("違う言葉を入れてみる 2026");
    await dialog.getByRole("button", { name: "書き出す" }).click();
    await dialog.getByText("パスフレーズが違います", { exact: false }).waitFor();
    await shot(`export-${format}-ja`);
    await passphrase().fill(deskPassphrase);
    await dialog.getByRole("button", { name: "書き出す" }).click();
    await dialog.waitFor({ state: "detached" });
  }

  it("writes a table for people after purpose and passphrase", async () => {
    const place = join(folders.carried, "記録.csv");
    await exportAs("csv", place);
    const lines = readFileSync(place, "utf8").split("\r\n");
    assert.match(lines[0] ?? "", /番号,日時,行った人/u);
    const { count } = must(await desk.client.trail.overview({})).head;
    // The heading, one line for each entry before the export's own, and the end of the last line.
    assert.equal(lines.length, 1 + (count - 1) + 1);
  });

  it("writes every link with its proof, which holds without the vault", async () => {
    const place = join(folders.carried, "記録.json");
    await exportAs("json", place);
    const read = verifyTrailExport(readFileSync(place));
    assert.ok(read.ok);
    assert.deepEqual([read.value.verdict.verdict, read.value.verdict.findings], ["whole", []]);
    await entry("操作の記録を書き出した").first().waitFor();
  });

  it("asks in English as well", async () => {
    await setLanguage(desk.page, "English");
    await desk.page.getByRole("button", { name: "Export the trail" }).click();
    await shot("export-en");
    await desk.page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await setLanguage(desk.page, "日本語");
  });

  it("warns after an older vault.db was put back, until somebody has checked", async () => {
    const { client, page } = desk;
    must(await client.vault.lock({}));
    copyFileSync(earlier, database);
    for (const ending of ["-wal", "-shm"]) rmSync(`${database}${ending}`, { force: true });
    await changePlaces(client, deskPassphrase);
    await openTrail();
    const warning = page.getByText(/この金庫の記録は、金庫の鍵ファイルの到達点（\d+件）と合いません/u);
    await warning.waitFor();
    await looksRight("put-back");
    await button("連鎖を検証する").click();
    await page.getByText("金庫が古い状態に戻されています", { exact: false }).waitFor();
    await warning.waitFor({ state: "detached" });
    await looksRight("put-back-checked");
  });

  it("says nothing in the browser's console", () => {
    assert.deepEqual(desk.consoleErrors, []);
  });
});

describe("a trail of 100,000 entries", () => {
  const folders = journeyFolders();
  const longTrail = 100_000;
  let desk: PageDesk;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, viewport });
    must(await desk.client.vault.lock({}));
    await lengthen(join(folders.userData, "vault"));
    await changePlaces(desk.client, deskPassphrase);
    await desk.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  /** Writes links as years of work would, by the vault's own tables. */
  async function lengthen(folder: string): Promise<void> {
    const vault = must(await createVaults(testPorts).open({ folder, passphrase: deskPassphrase }));
    const { audit } = createTables(vault.db, openCaseKeys(vault, testPorts.random));
    const [first] = audit.linksFrom(1, 1);
    const who = { actor: deskPerson, actorId: first?.actorId ?? null, actorKey: null };
    const about = { kind: "settings-changed", dossierId: null, details: { idleMinutes: 5 } } as const;
    const startMs = Date.now() - longTrail * 600_000;
    vault.db.transaction(() => {
      for (let n = 1; n <= longTrail; n += 1) audit.append({ ...who, ...about, atMs: startMs + n * 600_000 });
    });
    vault.close();
  }

  it("scrolls on and on with few entries on the page at a time", async (t) => {
    const { page } = desk;
    await goTo(page, "操作の記録");
    const drawn = page.getByRole("main").locator("li[aria-posinset]");
    await drawn.first().waitFor();
    const shown = async (): Promise<number> =>
      Number((await page.getByText(/[\d,]+件を表示/u).innerText()).replaceAll(/\D/gu, ""));
    let most = 0;
    const startedMs = Date.now();
    while ((await shown()) < 3_000) {
      await page.getByRole("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
      most = Math.max(most, await drawn.count());
      assert.ok(Date.now() - startedMs < 60_000, "reads on while it is scrolled");
    }
    t.diagnostic(`3,000 entries read on in ${Date.now() - startedMs} ms, at most ${most} on the page`);
    assert.ok(most > 10 && most < 120, `${most} entries on the page`);
    const positions = await drawn.evaluateAll((items) => items.map((item) => Number(item.ariaPosInSet)));
    assert.deepEqual(
      positions,
      positions.map((_, at) => (positions[0] ?? 0) + at),
    );
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, "trail-long.png") });
    assert.deepEqual(await barriers(desk), []);
  });

  it("goes to a day of years ago without reading what lies between", async () => {
    const { page } = desk;
    const day = dayOf(Date.now() - 90_000 * 600_000);
    await page
      .getByRole("group", { name: /この日まで/u })
      .getByRole("spinbutton")
      .first()
      .click();
    await page.keyboard.type(day.replaceAll("-", ""));
    await page
      .getByRole("main")
      .locator(`time[datetime^="${day.slice(0, 4)}"]`)
      .first()
      .waitFor();
    assert.match(await page.getByRole("main").locator("li h2").first().innerText(), /\d/u);
  });
});
