import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { graveFindings } from "../support/grave-findings.ts";
import { keepPictures } from "../support/keep-pictures.ts";
import { deskPassphrase, goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";

let desk: PageDesk;
let page: Page;

openDeskForTests((opened) => {
  desk = opened;
  page = desk.page;
});

const main = (): Locator => page.getByRole("main");

const shot = (name: string): Promise<void> => keepPictures(page, name);

/** The question on screen. */
async function question(): Promise<string> {
  return main().getByRole("article").last().getByRole("heading", { level: 2 }).innerText();
}

describe("practice in the window", () => {
  it("lists invented cases with their size", async () => {
    await goTo(page, "練習");
    await main().getByRole("button", { name: "始める" }).first().waitFor();
    assert.equal(await main().getByRole("button", { name: "始める" }).count(), 6);
    assert.deepEqual(await graveFindings(page), []);
    await shot("practice-list");
  });

  it("is answered by two keys an item, beside the papers", async () => {
    await main().getByRole("button", { name: "始める" }).nth(1).click();
    await main().getByRole("region", { name: "資料" }).waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("practice-desk");
    for (let at = 0; at < 3; at += 1) {
      const before = await question();
      await page.keyboard.press("1");
      await page.keyboard.press("R");
      await page.waitForFunction((words) => !document.body.innerText.includes(words), before);
    }
  });

  it("goes on where it was left after a lock", async () => {
    const before = await question();
    await page.keyboard.press("Control+L");
    await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    const field = page.getByLabel(/^パスフレーズ/u).first();
    await field.fill(deskPassphrase);
    await field.press("Enter");
    await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
    await goTo(page, "練習");
    await main().getByRole("button", { name: "続きから" }).click();
    await main().getByText(before, { exact: true }).waitFor();
  });

  it("shows what was missed, with the passage, the confidence and the time", async () => {
    for (let at = 0; at < 5; at += 1) {
      const before = await question();
      await page.keyboard.press("1");
      await page.keyboard.press("T");
      await page.waitForFunction((words) => !document.body.innerText.includes(words), before);
    }
    await main().getByRole("radio").nth(1).check({ force: true });
    await main().getByRole("button", { name: "答え合わせをする" }).click();
    await main().getByRole("heading", { name: "項目ごとの答え合わせ" }).waitFor();
    assert.ok((await main().getByText("低く見た", { exact: true }).count()) >= 3);
    await main()
      .getByText(/自信が正答を\d+%上回っています/u)
      .waitFor();
    assert.deepEqual(await graveFindings(page), []);
    assert.deepEqual(desk.consoleErrors, []);
    await shot("practice-result");
  });
});
