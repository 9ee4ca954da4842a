import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { carryList } from "../support/carry-list.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { keepPictures } from "../support/keep-pictures.ts";
import { goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";

let desk: PageDesk;
let page: Page;

const folders = openDeskForTests((opened) => {
  desk = opened;
  page = desk.page;
});

const main = (): Locator => page.getByRole("main");

const shot = (name: string): Promise<void> => keepPictures(page, name);

describe("the scorecard in the window", () => {
  it("says what to do before anything was measured", async () => {
    await goTo(page, "照合の成績");
    await main().getByRole("heading", { name: "まだ測っていません。" }).waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("scorecard-empty");
  });

  it("is cancelled while it measures, and leaves nothing", async () => {
    await main().getByRole("button", { name: "測る", exact: true }).click();
    await main()
      .getByRole("button", { name: /中止|取りやめ|やめる/ })
      .click();
    await main().getByRole("button", { name: "測る", exact: true }).waitFor();
    await page.waitForFunction(() => !document.querySelector("[role=progressbar]"));
    await main().getByRole("heading", { name: "まだ測っていません。" }).waitFor();
  });

  it("measures by kind and set, and shows each pair that was wrong", async () => {
    await main().getByRole("button", { name: "測る", exact: true }).click();
    const figures = main().getByRole("table", { name: "正しさ" });
    await figures.getByRole("row", { name: /異体字・新旧字体/ }).waitFor({ timeout: 60_000 });
    await figures.getByRole("row", { name: /全体/ }).waitFor();
    await main().getByText("リストが取り込まれていなかったため").waitFor();
    const wrong = main().getByRole("table", { name: "誤った組" });
    await wrong.getByRole("row").nth(1).waitFor();
    await main()
      .getByText(/^誤報（/)
      .click();
    await wrong.getByRole("cell", { name: "誤報", exact: true }).first().waitFor();
    assert.equal(await wrong.getByRole("cell", { name: "見逃し", exact: true }).count(), 0);
    assert.deepEqual(await graveFindings(page), []);
    await shot("scorecard-first");
  });

  it("measures speed once a list is loaded, and holds the runs against each other", async () => {
    await carryList(desk, folders.carried);
    await main().getByRole("button", { name: "もう一度測る" }).click();
    await main().getByRole("table", { name: "時間のかかった照合" }).waitFor({ timeout: 60_000 });
    await main().getByRole("heading", { name: "時間のかかった照合", level: 3 }).waitFor();
    await shot("scorecard-speed");
    const runs = main().getByRole("grid", { name: "これまでの測定" });
    assert.equal(await runs.getByRole("row").count(), 3);
    await main().getByRole("table", { name: "正しさ" }).getByText("±0.0").first().waitFor();
    await runs.getByRole("row").nth(2).click();
    await main().getByText("リストが取り込まれていなかったため").waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("scorecard-two");
  });

  it("writes its figures out", async () => {
    const path = join(folders.carried, "成績.csv");
    desk.dialogs.answer("scorecard-copy", path);
    await main().getByRole("button", { name: "CSVに書き出す" }).click();
    await page.getByText("2回分の測定を書き出しました。").waitFor();
    assert.match(readFileSync(path, "utf8"), /^\uFEFF日時（UTC）,/u);
  });
});
