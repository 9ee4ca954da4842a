import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import type { Page } from "playwright";
import { engineClientOf } from "../support/call-engine.ts";
import { type ChromiumHost, startChromiumHost } from "../support/chromium-host/chromium-host.ts";
import { createDialogScript } from "../support/chromium-host/dialog-script.ts";
import { must } from "../support/must.ts";
import { proposedCase } from "../support/paper-scene.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { createVault, testPassphrase } from "../support/test-engine.ts";

const dialogs = createDialogScript();
const cleanUps: (() => void)[] = [];
const complaints: string[] = [];
let folder: string;
let host: ChromiumHost;
let page: Page;

before(async () => {
  // The folder goes when the host has let go of it.
  folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
  const engineEntry = new URL("../support/quick-engine.ts", import.meta.url).pathname;
  host = await startChromiumHost({ userData: join(folder, "user"), headless: true, dialogs, engineEntry });
  page = host.page;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const client = engineClientOf(host.engine);
  await createVault(client);
  await proposedCase(client);
});
after(async () => {
  await host.close();
  for (const cleanUp of cleanUps) cleanUp();
});

/** Opens a page by its entry in the rail. */
async function openFromRail(name: string): Promise<void> {
  await page.getByRole("navigation").first().getByText(name, { exact: true }).click();
}

async function openPaper(): Promise<void> {
  await openFromRail("案件");
  await page.getByText("虚構工業大学との共同研究").first().click();
  await page.getByText("付議", { exact: true }).click();
  await page.getByRole("heading", { name: "付議資料", level: 1 }).waitFor();
}

/** The share of a page's picture that is not paper white. */
async function inkOf(number: number): Promise<number> {
  const canvas = page.locator(`canvas[data-page="${number}"]`);
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width < 400) return 0;
    const { data } = element.getContext("2d")?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) dark += 1;
    return dark / (data.length / 4);
  });
}

/** What axe calls serious or critical on the page as it stands. */
async function barriers(): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof import("axe-core") };
    // The widget library's own announcer keeps the last announcement for some seconds, by a label that has gone.
    return (await run.run({ exclude: [["[data-live-announcer]"]] })).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes[0]?.html ?? "",
    }));
  });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, at }) => `${id}: ${at.slice(0, 160)}`);
}

async function verify(path: string): Promise<void> {
  dialogs.answer("signed-pdf", path);
  await page.getByRole("button", { name: /検証する$/u }).click();
}

describe("a paper from its texts to a verified signature", { timeout: 240_000 }, () => {
  const copy = (): string => join(folder, "paper.pdf");

  test("the page names what is missing and shows the pages already", async () => {
    await openPaper();
    await page.locator('canvas[data-page="1"]').waitFor({ timeout: 30_000 });
    await assert.doesNotReject(untilInk(1));
    assert.equal(await page.getByText("未記入").count(), 2);
    assert.equal(await page.getByRole("button", { name: "署名する" }).isDisabled(), true);
    assert.deepEqual(await barriers(), []);
  });

  test("written texts are stored and stand on the page", async () => {
    const value = page.getByRole("textbox", { name: "4　実施の意義と代替案" });
    await value.fill("実施しない場合、𠮷野の試料の評価の機会を失う。代替案は公知の試料に限ること。");
    await value.blur();
    const law = page.getByRole("textbox", { name: "9　法令・資金配分機関の手続" });
    await law.fill("該非判定は非該当。");
    await law.blur();
    await page.locator("li", { hasText: "公知の試料に限る" }).first().waitFor({ state: "attached", timeout: 30_000 });
    const client = engineClientOf(host.engine);
    const [row] = must(await client.dossiers.list({})).rows;
    assert.ok(row);
    const { draft } = must(await client.paper.sections({ dossierId: row.id, locale: "ja" }));
    assert.equal(draft["law"], "該非判定は非該当。");
  });

  test("an emptied text falls back to the one drawn up from the case", async () => {
    const place = page.locator("#paper-request");
    await place.getByRole("button", { name: "直す" }).click();
    const field = place.getByRole("textbox");
    await field.fill("次の条件を付して実施してよいか。");
    await field.blur();
    await place.getByRole("button", { name: "自動に戻す" }).click();
    await place.getByText("自動作成").waitFor();
    await place.getByText("「虚構工業大学との共同研究」").waitFor();
  });

  test("a text over its limit is kept, said and pointed at", async () => {
    const place = page.locator("#paper-law");
    const field = place.getByRole("textbox");
    await field.fill("髙".repeat(230));
    await field.blur();
    await place.getByText("上限の字数を超えています", { exact: false }).waitFor();
    await page.getByText("頁を作成できません").waitFor({ timeout: 30_000 });
    assert.equal((await field.inputValue()).length, 230);
    await page.getByText("この欄へ移る").click();
    await page.waitForFunction(() => document.activeElement?.closest("#paper-law") !== null);
    await field.fill("該非判定は非該当。");
    await field.blur();
    await page.getByText("頁を作成できません").waitFor({ state: "detached", timeout: 30_000 });
  });

  test("a certificate is made in the settings", async () => {
    await openFromRail("設定");
    await page.getByRole("button", { name: "証明書を作成する" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("金庫のパスフレーズ").fill(testPassphrase);
    await dialog.getByRole("button", { name: "証明書を作成する" }).click();
    await dialog.waitFor({ state: "detached", timeout: 30_000 });
  });

  test("the paper is signed, listed and copied out", async () => {
    await openPaper();
    const act = page.getByRole("button", { name: "署名する" });
    await page.getByText("署名できます。").waitFor({ timeout: 30_000 });
    await act.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("DD-2026-0001").waitFor();
    assert.deepEqual(await barriers(), []);
    await dialog.getByLabel("金庫のパスフレーズ").fill("違う言葉を入れてみる 2026");
    await dialog.getByRole("button", { name: "署名する" }).click();
    await dialog.getByText("パスフレーズが違います", { exact: false }).waitFor({ timeout: 30_000 });
    await dialog.getByLabel("金庫のパスフレーズ").fill(testPassphrase);
    await dialog.getByRole("button", { name: "署名する" }).click();
    await page.getByRole("rowheader", { name: "第1版・日本語" }).waitFor({ timeout: 60_000 });
    dialogs.answer("report-copy", copy());
    await page.getByRole("button", { name: "写しを保存" }).click();
    await dialog.getByRole("button", { name: /目的/u }).click();
    await page.getByRole("option", { name: "委員会への付議" }).click();
    await dialog.getByLabel("金庫のパスフレーズ").fill(testPassphrase);
    await dialog.getByRole("button", { name: "写しを保存" }).click();
    await page.getByText("写しを保存しました", { exact: false }).waitFor();
    assert.equal(readFileSync(copy()).subarray(0, 5).toString(), "%PDF-");
    assert.deepEqual(await barriers(), []);
  });

  test("another program finds the signature", { skip: !existsSync("/usr/bin/pdfsig") }, () => {
    const said = execFileSync("/usr/bin/pdfsig", ["-nocert", copy()], { encoding: "utf8" });
    assert.match(said, /Signature is Valid/u);
    assert.match(said, /Total document signed/u);
  });

  test("the verifier calls it valid in one word, in both languages", async () => {
    await openFromRail("署名の検証");
    assert.deepEqual(await barriers(), []);
    await verify(copy());
    await page.getByRole("heading", { name: "有効 Valid" }).waitFor({ timeout: 60_000 });
    assert.deepEqual(await barriers(), []);
  });

  test("one changed byte makes it invalid", async () => {
    const bytes = readFileSync(copy());
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = join(folder, "changed.pdf");
    writeFileSync(changed, bytes);
    await verify(changed);
    await page.getByRole("heading", { name: "無効 Invalid" }).waitFor({ timeout: 60_000 });
    assert.deepEqual(await barriers(), []);
  });

  test("the trail tells it in sentences and is whole", async () => {
    await openFromRail("操作の記録");
    await page.getByText("付議資料に署名した").first().waitFor();
    await page.getByRole("button", { name: "連鎖を検証する" }).click();
    await page.getByText("切れ目なくつながっています", { exact: false }).waitFor();
    assert.deepEqual(await barriers(), []);
  });

  test("nothing was asked of the outside and no policy was broken", () => {
    assert.deepEqual(host.blockedRequests, []);
    assert.deepEqual(complaints, []);
  });

  async function untilInk(number: number): Promise<void> {
    for (let turn = 0; turn < 100; turn += 1) {
      if ((await inkOf(number)) > 0.01) return;
      await page.waitForTimeout(100);
    }
    throw new Error(`Page ${number} stayed white`);
  }
});
