import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { makeDeskVault } from "../support/desk-vault.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const cases = 10_000;

describe("a list of ten thousand cases", () => {
  const folders = journeyFolders();
  let desk: PageDesk;

  before(async () => {
    const vault = await makeDeskVault({ cases, answersEach: 0, evidenceEach: 0 }, folders.userData);
    desk = await openPageDesk({ userData: folders.userData, hasVault: false });
    desk.dialogs.answer("vault-folder", join(folders.userData, "vault"));
    const { vaultId } = must(await desk.client.vault.find({}));
    must(await desk.client.vault.unlock({ vaultId, passphrase: vault.passphrase }));
    await desk.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });
  const grid = () => desk.page.getByRole("grid", { name: "案件" });
  const focusedRow = () => desk.page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));
  const picture = async (name: string): Promise<void> => {
    const folder = process.env["KURA_PICTURES"];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await desk.page.screenshot({ path: join(folder, `${name}.png`) });
  };

  it("shows on the home page the first of what waits, with counts, and leads to the rest", async () => {
    await desk.page
      .getByText(/ほかに[\d,]+件/u)
      .first()
      .waitFor();
    await picture("home-ja");
    assert.deepEqual(await graveFindings(desk.page), []);
    await desk.page
      .getByRole("button", { name: /件すべてを見る/u })
      .first()
      .click();
    await desk.page.getByText(/の案件だけを表示しています/u).waitFor();
    await desk.page.getByRole("button", { name: "絞り込みを解く" }).click();
  });

  it("draws the rows in sight alone, and reaches the last with End and the first with Home", async () => {
    await goTo(desk.page, "案件");
    await grid().getByRole("row").nth(3).waitFor();
    await desk.page.getByText("全10,000件").waitFor();
    await picture("cases-ja");
    assert.equal(await grid().getAttribute("aria-rowcount"), String(cases + 1));
    assert.ok((await grid().getByRole("row").count()) < 120);
    await grid().locator("tbody tr[tabindex='0']").focus();
    await desk.page.keyboard.press("End");
    await desk.page.waitForFunction(
      (last) => document.activeElement?.getAttribute("aria-rowindex") === last,
      String(cases + 1),
    );
    await desk.page.keyboard.press("ArrowUp");
    assert.equal(await focusedRow(), String(cases));
    await desk.page.keyboard.press("Home");
    await desk.page.waitForFunction(() => document.activeElement?.getAttribute("aria-rowindex") === "2");
    await desk.page.keyboard.press("PageDown");
    assert.ok(Number(await focusedRow()) > 5);
  });

  it("jumps to the row whose number is typed", async () => {
    await desk.page.keyboard.type("7777", { delay: 40 });
    await desk.page.waitForFunction(
      () =>
        document.activeElement?.textContent?.includes("-7777 ") === true ||
        document.activeElement?.textContent?.includes("-7777") === true,
    );
  });

  it("changes due days of chosen rows together and puts them back", async () => {
    await desk.page.getByLabel("絞り込み").fill("DD-2025-0001");
    await desk.page.getByText(/^1件/u).waitFor();
    await grid().locator("tbody tr[tabindex='0']").focus();
    // Letters typed a moment ago would take the space for one of theirs.
    await desk.page.waitForTimeout(1_000);
    await desk.page.keyboard.press("Space");
    await desk.page.getByRole("button", { name: "期限をまとめて変える" }).click();
    await desk.page.getByText("期限をなくす").click();
    await desk.page.getByRole("button", { name: "期限を変える", exact: true }).click();
    await desk.page.getByText("1件の期限を変えました。").waitFor();
    await desk.page.getByRole("button", { name: "元に戻す" }).click();
    await desk.page.getByText("期限を元に戻しました。").waitFor();
    await desk.page.getByRole("button", { name: "絞り込みを解く" }).click();
  });

  it("has no serious barrier in the list and the overview, in both languages", async () => {
    await grid().getByRole("row").nth(3).waitFor();
    assert.deepEqual(await graveFindings(desk.page), []);
    await goTo(desk.page, "見渡す");
    await desk.page.getByRole("table", { name: "深度と決定" }).waitFor();
    await picture("overview-ja");
    assert.deepEqual(await graveFindings(desk.page), []);
    await desk.page.getByText("English", { exact: true }).first().click();
    await desk.page.getByRole("table", { name: "Depth and decision" }).waitFor();
    await picture("overview-en");
    assert.deepEqual(await graveFindings(desk.page), []);
  });
});
