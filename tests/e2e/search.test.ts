import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { ItemId } from "../../shared/domain/ids.ts";
import { setLanguage } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { barriers } from "../support/page-troubles.ts";

const pictures = process.env["KURA_PICTURES"];
const viewport = { width: 1_280, height: 1_000 };

describe("search in the window", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let dossier: Dossier;
  let itemId: ItemId;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, viewport });
    const { client } = desk;
    const title = "髙﨑 𠮷之助の受入れ（葛󠄀城分室）";
    dossier = must(await client.dossiers.create({ kind: "person", title, subject: null, noConflict: true }));
    const { template } = must(await client.checklist.open({ dossierId: dossier.id }));
    itemId = template.sections[0]?.items[0]?.id as ItemId; // The id of an item.
    const fact = "登記によれば、設立者は江﨑 ﾐﾎであり、量子計算の研究室を\nもつ。";
    const patch = { answer: "none", fact };
    must(await client.checklist.record({ dossierId: dossier.id, itemId, baseRevision: 0, patch }));
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const box = (): Locator => desk.page.getByRole("searchbox", { name: "探す言葉" });
  const results = (): Locator => desk.page.getByRole("region", { name: "検索の結果" });
  const picture = async (name: string): Promise<void> => {
    if (pictures !== undefined) await desk.page.screenshot({ path: join(pictures, `search-${name}.png`) });
  };

  it("shows the case, the item and the words as they were written, for two characters in another form", async () => {
    await goTo(desk.page, "検索");
    await picture("empty");
    await box().fill("江崎みほ");
    await results().locator("mark").first().waitFor();
    assert.equal(await results().locator("mark").first().innerText(), "江﨑 ﾐﾎ");
    await picture("found");
    assert.deepEqual(await barriers(desk.page), []);
  });

  it("says when nothing matches, and clears what narrows", async () => {
    await box().fill("鵺");
    await results().getByText("当てはまる箇所がありません").waitFor();
    await picture("none");
  });

  it("leads to the very field", async () => {
    await box().fill("量子");
    await results().getByRole("link", { name: /事実/ }).first().click();
    const field = desk.page.locator('main [data-place="fact"] textarea');
    await field.waitFor();
    await desk.page.waitForFunction(() => document.activeElement?.closest('[data-place="fact"]') !== null);
    assert.match(await field.inputValue(), /量子計算/);
  });

  it("keeps a search under a name, and what stood in the box while somebody looked at a result", async () => {
    await desk.page.keyboard.press("Control+Shift+F");
    await box().waitFor();
    assert.equal(await box().inputValue(), "量子");
    await desk.page.getByRole("button", { name: "保存した検索" }).click();
    await desk.page.getByRole("textbox", { name: "この検索の名前" }).fill("量子の案件");
    await desk.page.getByRole("button", { name: "保存", exact: true }).click();
    await desk.page.getByRole("button", { name: "量子の案件", exact: true }).waitFor();
    await picture("kept");
  });

  it("finds cases and places in the palette, and leads on to the whole search", async () => {
    await desk.page.keyboard.press("Control+K");
    const input = desk.page.getByRole("dialog").getByRole("combobox");
    await input.fill("設立者");
    const palette = desk.page.getByRole("dialog");
    await palette.locator("mark").first().waitFor();
    await picture("palette");
    assert.deepEqual(await barriers(desk.page), []);
    await palette.getByRole("option", { name: /すべての案件で検索/ }).click();
    await box().waitFor();
    assert.equal(await box().inputValue(), "設立者");
    await results().locator("mark").first().waitFor();
  });

  it("is there in English", async () => {
    await setLanguage(desk.page, "English");
    await desk.page.getByRole("region", { name: "Results" }).locator("mark").first().waitFor();
    await picture("english");
    assert.deepEqual(await barriers(desk.page), []);
  });
});
