import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { setLanguage } from "../support/demo/pictures.ts";
import { registryDetails } from "../support/evidence-files/registry-details.ts";
import { must } from "../support/must.ts";
import { goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";
import { settled, troublesOf } from "../support/page-troubles.ts";
import { renderSamplePdf, sampleData } from "../support/sample-pdf.ts";

const pictures = join(import.meta.dirname, "../../dist/pictures/search-evidence");
const words = "鴨居 葛󠄀乃";

describe("a search hit inside evidence, in the window", () => {
  let desk: PageDesk;
  let page: Page;
  let dossier: Dossier;

  const ready = async (opened: PageDesk): Promise<void> => {
    mkdirSync(pictures, { recursive: true });
    desk = opened;
    page = desk.page;
    const title = "髙﨑 𠮷之助の受入れ（葛󠄀城分室）";
    dossier = must(await desk.client.dossiers.create({ kind: "person", title, subject: null, noConflict: true }));
    const alone = { 3: `三頁目にだけ、架空財団の理事 ${words}の名がある。`, 7: "七頁目の余白。" };
    const path = join(folders.carried, "登記簿の写し.pdf");
    writeFileSync(path, await renderSamplePdf({ ...sampleData, pageCount: 8, alone }));
    desk.dialogs.answer("evidence", path);
    const details = { ...registryDetails, title: "架空財団の登記簿の写し ﾊﾝｶｸ" };
    must(await desk.client.evidence.attach({ dossierId: dossier.id, itemId: null, taskId: "pdf", details }));
  };
  const folders = openDeskForTests(ready, { engine: "reading-engine.ts" });

  const results = (): Locator => page.getByRole("region", { name: "検索の結果" });
  const shoot = async (name: string): Promise<void> => {
    await settled(page);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  /** The numbers of the pages of the piece that take up the middle of the window. */
  const pagesInView = (): Promise<string[]> =>
    page.evaluate(() => {
      const inView = [...document.querySelectorAll<HTMLElement>("[data-page]")].filter((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top < innerHeight / 2 && bottom > innerHeight / 2;
      });
      return inView.map((one) => one.dataset["page"] ?? "");
    });

  it("names the piece and its page", async () => {
    await goTo(page, "検索");
    const hit = results().getByRole("link", { name: /3ページ/u });
    for (let turn = 0; turn < 60 && (await hit.count()) === 0; turn += 1) {
      // Its text is taken out behind the scenes; asked again, the search knows it.
      await page.getByRole("searchbox", { name: "探す言葉" }).fill(turn % 2 === 0 ? words : `${words} 理事`);
      await page.waitForTimeout(500);
    }
    await hit.first().waitFor();
    assert.equal(
      await results()
        .getByRole("link", { name: /ページ/u })
        .count(),
      1,
    );
    assert.deepEqual(await troublesOf(page, "the hit"), []);
    await shoot("hit-ja");
  });

  it("opens the piece at that page, with the words marked", async () => {
    await results()
      .getByRole("link", { name: /3ページ/u })
      .click();
    await page.getByRole("heading", { level: 1, name: /登記簿の写し/u }).waitFor();
    await page.locator("[data-page='3'] canvas").waitFor();
    for (let turn = 0; turn < 50 && (await pagesInView())[0] !== "3"; turn += 1) await page.waitForTimeout(100);
    assert.deepEqual(await pagesInView(), ["3"]);
    await page.getByRole("status").getByText("1/1").waitFor();
    assert.deepEqual(await troublesOf(page, "the page"), []);
    await shoot("page-ja");
    await setLanguage(page, "English");
    await shoot("page-en");
    assert.deepEqual(await pagesInView(), ["3"]);
  });
});
