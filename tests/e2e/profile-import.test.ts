import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { openCase } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const folders = journeyFolders();
let desk: PageDesk;
let page: Page;

before(async () => {
  desk = await openPageDesk({ userData: folders.userData });
  page = desk.page;
  const subject = {
    ...{ kind: "person" as const, role: "principal" as const, names: [{ kind: "primary" as const, text: "髙﨑 𠮷" }] },
    ...{ country: "", identifiers: [], note: "" },
  };
  const create = { kind: "person", title: "架空の受入れ", hostUnit: "受入室", noConflict: true, subject } as const;
  const made = must(await desk.client.dossiers.create(create));
  await openCase(page, made.number);
  await page.getByRole("button", { name: "経歴と関係", exact: true }).click();
});
after(async () => {
  await desk.close();
  folders.remove();
});

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");

async function choose(name: string, text: string): Promise<void> {
  const path = join(folders.carried, name);
  writeFileSync(path, text);
  desk.dialogs.answer("profile", path);
  await main().getByRole("button", { name: "取り込む", exact: true }).click();
}

describe("importing a CV or a publication list", () => {
  it("shows the lines of a table, imports the chosen ones and takes them back on undo", async () => {
    await choose("履歴書.csv", "所属,職名,開始,終了\n虚構大学 葛󠄀研究室,教授,H31.4,現在\n架空社,顧問,いつか,\n");
    await dialog().getByText("1件を選択／読み取れた1件、既にある0件、読み取れない1件").waitFor();
    await dialog().getByText("時期を読み取れない").waitFor();
    if (process.env["KURA_SHOTS"] !== undefined)
      await page.screenshot({ path: `${process.env["KURA_SHOTS"]}/profile-import-ja.png`, fullPage: true });
    assert.deepEqual(await graveFindings(page), []);
    await dialog().getByRole("button", { name: "1件を取り込む" }).click();
    await main()
      .getByRole("row", { name: /虚構大学/u })
      .getByText("2019年4月〜現在")
      .waitFor();
    await page.getByRole("button", { name: "元に戻す" }).first().click();
    await main()
      .getByRole("row", { name: /虚構大学/u })
      .waitFor({ state: "detached" });
  });

  it("reads a publication list of BibTeX without any mapping", async () => {
    await choose("list.bib", "@article{a, title={架空の論文}, author={髙﨑 𠮷}, journal={虚構誌}, year={2020}}\n");
    await dialog()
      .getByText(/BibTeX/u)
      .waitFor();
    await dialog().getByRole("button", { name: "1件を取り込む" }).click();
    await main()
      .getByRole("row", { name: /架空の論文/u })
      .waitFor();
  });

  it("says of a file that it cannot read why, and goes on", async () => {
    await choose("paper.csv", "%PDF-1.7 x");
    await page
      .getByText(/PDFは読めません/u)
      .first()
      .waitFor();
    assert.deepEqual(desk.consoleErrors, []);
  });
});
