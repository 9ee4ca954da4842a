import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

/** Opens a new case on its checklist. */
async function openChecklist(): Promise<Dossier> {
  const dossier = await journey.newCase();
  await journey.show(dossier, "確認");
  await page.locator("[data-place='answer']").waitFor();
  return dossier;
}

describe("evidence of an item", () => {
  it("is taken in from a small form, tied to the item, untied and tied again", async () => {
    const dossier = await openChecklist();
    const path = join(journey.folder, "受入計画書.txt");
    writeFileSync(path, "架空の受入計画\n");
    journey.dialogs.answer("evidence", path);
    await page.keyboard.press("e");
    await page.keyboard.type("葛󠄀城研究所の受入計画");
    await page.getByRole("radio", { name: /^B/ }).check({ force: true });
    await page.getByRole("button", { name: "ファイルを選んで取り込む" }).click();
    const side = page.getByRole("complementary", { name: "この項目の証拠と状況" });
    await side.getByText("葛󠄀城研究所の受入計画").waitFor();
    const items = async (): Promise<readonly string[]> =>
      must(await journey.client.evidence.list({ dossierId: dossier.id })).evidence[0]?.items ?? [];
    assert.deepEqual(await items(), ["P-A1"]);
    await side.getByRole("button", { name: /この項目から外す/ }).click();
    await side.getByText("この項目の証拠はまだありません。").waitFor();
    assert.deepEqual(await items(), []);
    await page.keyboard.press("u");
    await side.getByRole("button", { name: /この項目から外す/ }).waitFor();
    assert.deepEqual(await items(), ["P-A1"]);
  });

  it("stays a form with everything typed when no file was chosen", async () => {
    await openChecklist();
    await page.keyboard.press("e");
    await page.keyboard.type("選び直す");
    await page.getByRole("radio", { name: /^A/ }).check({ force: true });
    await page.getByRole("button", { name: "ファイルを選んで取り込む" }).click();
    await page.getByRole("button", { name: "ファイルを選んで取り込む" }).waitFor();
    assert.equal(await page.getByRole("dialog").getByRole("textbox").first().inputValue(), "選び直す");
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await page.locator("[data-save='saved']").waitFor();
  });
});

describe("a large file", () => {
  it("shows how far it is and can be stopped, and leaves nothing behind", async () => {
    const dossier = await openChecklist();
    const path = join(journey.folder, "大きな資料.pdf");
    writeFileSync(path, "%PDF-1.7\n");
    truncateSync(path, 1_500_000_000);
    journey.dialogs.answer("evidence", path);
    await page.keyboard.press("e");
    await page.keyboard.type("大きな資料");
    await page.getByRole("radio", { name: /^C/ }).check({ force: true });
    await page.getByRole("button", { name: "ファイルを選んで取り込む" }).click();
    const bar = page.getByRole("progressbar", { name: "取り込んでいます" });
    await bar.and(page.locator(":not([aria-valuenow='0'])")).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "やめる" }).click();
    await bar.waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    assert.deepEqual(must(await journey.client.evidence.list({ dossierId: dossier.id })).evidence, []);
  });
});
