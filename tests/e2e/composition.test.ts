import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CDPSession, Locator } from "playwright";
import type { ItemId } from "../../shared/domain/ids.ts";
import { must } from "../support/must.ts";
import { goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

/** How long a search that must not come is waited for, in milliseconds; typed words are searched for within a fifth of it. */
const stillMs = 1_500;

describe("Japanese input while searching", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let input: CDPSession;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    const title = "髙﨑 𠮷之助の受入れ（葛󠄀城分室）";
    const { id } = must(await desk.client.dossiers.create({ kind: "person", title, subject: null, noConflict: true }));
    const { template } = must(await desk.client.checklist.open({ dossierId: id }));
    const itemId = template.sections[0]?.items[0]?.id as ItemId; // The id of an item.
    const patch = { answer: "none", fact: "りょうしという読みの漁師と、量子計算の研究室の江﨑 ﾐﾎ。" };
    must(await desk.client.checklist.record({ dossierId: id, itemId, baseRevision: 0, patch }));
    input = await desk.page.context().newCDPSession(desk.page);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const compose = (text: string) =>
    input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => input.send("Input.insertText", { text });
  /** Enter as it reaches a page while a conversion is open. */
  async function endConversion(): Promise<void> {
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await input.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }

  it("waits in the search box until the conversion has ended, and then searches for what was converted", async () => {
    await goTo(desk.page, "検索");
    const box = desk.page.getByRole("searchbox", { name: "探す言葉" });
    const marks: Locator = desk.page.getByRole("region", { name: "検索の結果" }).locator("mark");
    await box.focus();
    await compose("りょうし");
    await desk.page.waitForTimeout(stillMs);
    assert.equal(await marks.count(), 0);
    await endConversion();
    await commit("量子");
    await marks.first().waitFor();
    assert.equal(await marks.first().innerText(), "量子");
    assert.equal(await box.inputValue(), "量子");
  });

  it("keeps the palette open and runs nothing at the Enter that ends a conversion", async () => {
    await goTo(desk.page, "ホーム");
    await desk.page.keyboard.press("Control+K");
    const palette = desk.page.getByRole("dialog");
    await palette.getByRole("combobox").waitFor();
    await compose("えさきみほ");
    await desk.page.waitForTimeout(stillMs);
    assert.equal(await palette.locator("mark").count(), 0);
    await endConversion();
    assert.equal(await palette.count(), 1);
    await commit("江崎みほ");
    await palette.locator("mark").first().waitFor();
    assert.equal(await palette.locator("mark").first().innerText(), "江﨑 ﾐﾎ");
    assert.equal(await palette.count(), 1);
  });
});
