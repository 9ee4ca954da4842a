import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase, setLanguage } from "../support/demo/pictures.ts";
import { registryDetails } from "../support/evidence-files/registry-details.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";
import { settled, troublesOf } from "../support/page-troubles.ts";
import { addPerson, approver } from "../support/second-person.ts";

const pictures = join(import.meta.dirname, "../../dist/pictures/local-tables");
const longName = (times: number): string => `長い名前の${"架空の研究所 ﾊﾝｶｸ 葛󠄀城分室 ".repeat(times)}`.trim();
let desk: PageDesk;
let page: Page;
let dossier: Dossier;

const main = (): Locator => page.getByRole("main");
const find = (): Locator => main().getByRole("textbox", { name: "絞り込み" });
const heads = (): Promise<string[]> => main().getByRole("columnheader").allInnerTexts();
/** The cells that name the rows, from top to bottom. */
const names = (): Promise<string[]> => main().getByRole("rowheader").allInnerTexts();
const shoot = async (name: string): Promise<void> => {
  await settled(page);
  for (const [locale, words] of [
    ["en", "English"],
    ["ja", "日本語"],
  ] as const) {
    await setLanguage(page, words);
    await settled(page);
    await page.screenshot({ path: join(pictures, `${name}-${locale}.png`) });
  }
};

async function attach(title: string, number: number): Promise<void> {
  const path = join(folders.carried, `${number}.txt`);
  writeFileSync(path, `${title} ${number}`);
  desk.dialogs.answer("evidence", path);
  const details = { ...registryDetails, title, reliability: number % 2 === 0 ? "A" : "C" } as const;
  must(await desk.client.evidence.attach({ dossierId: dossier.id, itemId: null, taskId: `t${number}`, details }));
}

const folders = openDeskForTests(async (opened) => {
  desk = opened;
  page = desk.page;
  mkdirSync(pictures, { recursive: true });
  const office = { host: desk.client, passphrase: deskPassphrase };
  await addPerson(office, { ...approver, roles: ["approver"] });
  await addPerson(office, {
    displayName: "鴨",
    unit: longName(4),
    roles: ["reviewer", "approver", "secretary"],
    passphrase: "一字の人の鍵は橋の下 2026",
  });
  dossier = must(
    await desk.client.dossiers.create({ kind: "person", title: "𠮷野の受入れ", subject: null, noConflict: true }),
  );
  for (const [at, title] of ["髙﨑 登記", longName(9), "ｱｵｷ 名簿", "𠮷"].entries()) await attach(title, at);
});

describe("the table of people", () => {
  it("is found by words in any width or kana, and says how many fit", async () => {
    await goTo(page, "利用者");
    await main().getByText("全3件", { exact: true }).waitFor();
    await find().fill("はなこ");
    await main().getByText("1件（全3件）", { exact: true }).waitFor();
    assert.match((await names()).join(), /葛󠄀城 ﾊﾅｺ/u);
    await find().fill("鵺");
    await main().getByText("当てはまる行がありません。").waitFor();
    await find().fill("");
    await main().getByText("全3件", { exact: true }).waitFor();
  });

  it("opens a person by keyboard, with the row marked that is open", async () => {
    await main().getByRole("row").nth(1).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const open = main().locator("tr[aria-selected=true]");
    await open.waitFor();
    assert.equal(await open.getAttribute("data-index"), "1");
    assert.deepEqual(await troublesOf(page, "people"), []);
    await shoot("people");
  });
});

describe("the table of evidence", () => {
  it("is sorted by its headers, by several with Shift", async () => {
    await openCase(page, dossier.number);
    await page.getByRole("button", { name: "証拠", exact: true }).first().click();
    await main().getByText("全4件", { exact: true }).waitFor();
    const head = (name: RegExp): Locator => main().getByRole("columnheader", { name }).getByRole("button");
    await head(/^信頼/u).first().click();
    await head(/^番号/u)
      .first()
      .click({ modifiers: ["Shift"] });
    await head(/^番号/u)
      .first()
      .click({ modifiers: ["Shift"] });
    const numbers = (): Promise<string[]> => main().locator("tbody tr td:first-child").allInnerTexts();
    await page.waitForFunction(() => document.querySelector("tbody tr td")?.textContent === "E3");
    assert.deepEqual(await numbers(), ["E3", "E1", "E4", "E2"]);
  });

  it("keeps the columns a person wants, and the order, over a reload", async () => {
    await main().getByRole("button", { name: "列と密度" }).click();
    await page.getByRole("dialog").getByText("確認項目", { exact: true }).first().click();
    await page.getByRole("dialog").getByText("詰める", { exact: true }).click();
    await page.keyboard.press("Escape");
    const before = await heads();
    assert.ok(!before.includes("確認項目"));
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByRole("navigation", { name: "主な画面" }).waitFor();
    await openCase(page, dossier.number);
    await page.getByRole("button", { name: "証拠", exact: true }).first().click();
    await main().getByRole("rowheader").first().waitFor();
    assert.deepEqual(await heads(), before);
    assert.deepEqual(await main().locator("tbody tr td:first-child").allInnerTexts(), ["E3", "E1", "E4", "E2"]);
    await main().getByRole("row").nth(2).click();
    await main().locator("tr[aria-selected=true]").waitFor();
    assert.deepEqual(await troublesOf(page, "evidence"), []);
    await shoot("evidence");
  });
});
