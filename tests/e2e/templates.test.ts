import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { findItem, itemsOf } from "../../shared/domain/content/template.ts";
import { openExample } from "../support/demo/example-cases.ts";
import { openCase, setLanguage } from "../support/demo/pictures.ts";
import { fillSheet, rowOfItem } from "../support/fill-sheet.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";
import { troublesOf } from "../support/page-troubles.ts";

const shots = process.env["KURA_SHOTS"];
let desk: PageDesk;
let page: Page;

const folders = openDeskForTests((opened) => {
  desk = opened;
  page = desk.page;
});

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");
const press = (name: string | RegExp): Promise<void> =>
  main().getByRole("button", { name, exact: true }).first().click();
async function shot(name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}
async function clean(name: string): Promise<void> {
  // What was just announced names a button that has left with its dialog; the announcement goes after some seconds.
  await page.locator("[data-live-announcer] [role='img']").first().waitFor({ state: "detached" });
  assert.deepEqual(await troublesOf(page, name), []);
  await shot(name);
}

async function choose(label: string | RegExp, option: string | RegExp): Promise<void> {
  await main().getByRole("button", { name: label }).last().click();
  await page.getByRole("option", { name: option }).first().click();
}

/** A condition of two parts, of which either is enough and the second is turned round. */
async function joinConditions(): Promise<void> {
  await choose(/出す条件/u, "深さによる");
  await press("条件を加える");
  await main().getByText("いずれかが当てはまるとき").click();
  await choose(/出す条件/u, "引き金となる事情による");
  await main().getByText("当てはまらないときに出す").last().click();
}

describe("the office's own checklist", () => {
  it("is copied, worded anew, published and compared, in the window", async () => {
    await goTo(page, "確認票");
    await clean("templates-empty");
    await press("写して作る");
    await main().getByText("書きかけ").first().waitFor();
    await press("書く");
    const title = main().getByRole("textbox", { name: /^名称（日本語）/u });
    await title.fill("葛󠄀城分室の確認票");
    await title.blur();
    await main().getByRole("button", { name: /^P-A1/u }).click();
    const question = main().getByRole("textbox", { name: /^確認事項（日本語）/u });
    await question.fill("𠮷野研究所の案件か。葛󠄀城分室の担当者を確かめたか。");
    await question.blur();
    await main().getByRole("button", { name: "隠す P-A2" }).click();
    await main().getByRole("button", { name: "また出す P-A2" }).waitFor();
    await joinConditions();
    await clean("templates-editor");
    await press("公開する");
    await dialog()
      .getByRole("textbox", { name: /^版の呼び名/u })
      .fill("2026 第1版");
    await dialog().getByRole("button", { name: "公開する" }).click();
    await main().getByText("第1版「2026 第1版」").waitFor();
    await clean("templates-list");
    await press("版を比べる");
    await main().getByText("𠮷野研究所", { exact: false }).first().waitFor();
    await main().getByText("隠した", { exact: true }).waitFor();
    await clean("templates-compare");
    await setLanguage(page, "English");
    await clean("templates-compare-en");
    await setLanguage(page, "日本語");
  });

  it("takes an open case over after showing what that does, and gives it back by undo", async () => {
    const { examples } = must(await desk.client.content.get({})).examples;
    const example = examples.find((one) => one.input.kind === "person");
    assert.ok(example !== undefined);
    const dossierId = await openExample(desk.client, example);
    await goTo(page, "ホーム");
    await goTo(page, "確認票");
    await press("案件に移す");
    await main().getByText("必須の進み").first().waitFor();
    await clean("templates-move");
    await main().getByText("移す", { exact: true }).first().click();
    await press("1件を移す");
    await page.getByText("1件を新しい版に移しました。").waitFor();
    const { office } = must(await desk.client.templates.list({}));
    assert.equal(must(await desk.client.dossiers.get({ dossierId })).templateHash, office[0]?.versions[0]?.hash);
    const { template } = must(await desk.client.checklist.open({ dossierId }));
    assert.deepEqual(findItem(template, "P-A1")?.shownWhen, {
      any: [{ depthFrom: "standard" }, { not: { trigger: ["list_candidate"] } }],
    });
  });

  it("is named to whoever opens a new case that starts with it", async () => {
    const [own] = must(await desk.client.templates.list({})).office;
    assert.ok(own !== undefined);
    must(await desk.client.templates.setStart({ kind: "person", templateId: own.templateId }));
    const { builtIn } = must(await desk.client.templates.list({}));
    await goTo(page, "案件");
    await press("新しい案件");
    await main().getByText(own.title.ja, { exact: false }).first().waitFor();
    assert.ok(builtIn.every(({ title }) => title.ja !== own.title.ja));
    await clean("templates-new-case");
    must(await desk.client.templates.setStart({ kind: "person", templateId: null }));
  });
});

describe("a questionnaire", () => {
  it("goes out with purpose and passphrase, comes back, is compared and merged, and taken back", async () => {
    const { rows } = must(await desk.client.dossiers.list({}));
    const row = rows[0];
    assert.ok(row !== undefined);
    const { template } = must(await desk.client.checklist.open({ dossierId: row.id }));
    const [item] = itemsOf(template);
    assert.ok(item !== undefined);
    await openCase(page, row.number);
    await page.getByRole("button", { name: "照会票", exact: true }).click();
    await main().getByRole("heading", { name: "確認票の版" }).waitFor();
    await clean("questionnaire-page");
    await press("照会票を書き出す");
    await dialog().getByLabel(/^宛先/u).fill("受入部署 葛󠄀城 ﾊﾅｺ");
    await dialog()
      .getByText(new RegExp(`^${item.id} `, "u"))
      .first()
      .click();
    await shot("questionnaire-new");
    await dialog().getByRole("button", { name: "次へ" }).click();
    const path = join(folders.carried, "sheet.xlsx");
    desk.dialogs.answer("questionnaire", path);
    await dialog().getByRole("button", { name: /目的/u }).click();
    await page.getByRole("option", { name: "照会" }).click();
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(deskPassphrase);
    await dialog().getByRole("button", { name: "書き出す", exact: true }).click();
    await page.getByText("照会票を書き出しました。").waitFor();
    const sent = readFileSync(path);
    const filled = fillSheet(sent, { [`D${rowOfItem(sent, item.id)}`]: "髙﨑の説明です。" });
    writeFileSync(path, filled);
    desk.dialogs.answer("questionnaire-reply", path);
    await press("回答を取り込む");
    await main().getByText("髙﨑の説明です。").waitFor();
    await clean("questionnaire-review");
    await press("1欄を取り入れる");
    await main().getByRole("heading", { name: "取り込んだ回答" }).waitFor();
    const after = must(await desk.client.checklist.open({ dossierId: row.id })).answers;
    assert.match(after.find((one) => one.itemId === item.id)?.explanation ?? "", /髙﨑の説明です。$/u);
    await press("取り消す");
    await main().getByText("取消し済み").waitFor();
    await setLanguage(page, "English");
    await clean("questionnaire-page-en");
  });
});
