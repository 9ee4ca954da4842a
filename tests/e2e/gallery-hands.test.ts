import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import type { CDPSession, Locator, Page } from "playwright";
import { z } from "zod";
import { type GalleryBrowser, type OpenGallery, startGallery } from "../support/gallery.ts";

let gallery: GalleryBrowser;
let open: OpenGallery;
let page: Page;
before(async () => {
  gallery = await startGallery();
});
after(() => gallery.close());
beforeEach(async () => {
  open = await gallery.open({ locale: "ja" });
  page = open.page;
});
afterEach(async () => {
  await open.close();
  assert.deepEqual(open.complaints, []);
});

/** What the gallery writes out of a field: the texts it committed, and how often Enter went on. */
const Commits = z.object({ committed: z.array(z.string()), enters: z.number().default(0) });

/** Longer than the pause after which the gallery's text area commits by itself. */
const beyondIdleMs = 700;

test("a text being composed is not committed, however long the pause, and focus stays", async () => {
  const { input, commits } = area(page);
  const keys = await imeOn(input);
  await compose(keys, "かんじ");
  await page.waitForTimeout(beyondIdleMs);
  assert.deepEqual(await commits(), []);
  await keys.send("Input.insertText", { text: "𠮷野家の葛󠄀" });
  await page.waitForTimeout(beyondIdleMs);
  assert.equal((await commits()).length, 1);
  assert.ok((await commits())[0]?.includes("𠮷野家の葛󠄀"));
  assert.ok(await input.evaluate((field) => field === document.activeElement));
});

test("leaving a text area commits at once", async () => {
  const { input, commits } = area(page);
  await input.pressSequentially("。追記");
  await input.blur();
  assert.equal((await commits()).length, 1);
});

test("what was typed is handed over once when the field goes away with the dialog around it", async () => {
  await page.locator("#overlays button").first().click();
  await page.getByRole("dialog").getByRole("textbox").fill("回答待ち");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await page.getByTestId("dialog-commits").textContent(), "回答待ち");
});

test("a text that was only read is not committed on leaving", async () => {
  const { input, commits } = area(page);
  await input.focus();
  await input.blur();
  await page.waitForTimeout(beyondIdleMs);
  assert.deepEqual(await commits(), []);
});

test("Enter while composing in one line neither commits nor goes on; the next Enter does", async () => {
  const input = page.locator("#text-field input").first();
  const result = async (): Promise<{ committed: string[]; enters: number }> =>
    Commits.parse(JSON.parse((await page.getByTestId("text-field-commits").textContent()) ?? ""));
  const keys = await imeOn(input);
  await compose(keys, "さき");
  await confirmingEnter(keys);
  assert.deepEqual(await result(), { committed: [], enters: 0 });
  await keys.send("Input.insertText", { text: "﨑" });
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  const { committed, enters } = await result();
  assert.deepEqual([committed.length, enters], [1, 1]);
  assert.ok(committed[0]?.includes("﨑"));
});

test("the counter counts as a person does and says how much is too much", async () => {
  const input = page.locator("#text-area textarea").first();
  const counter = page
    .locator("#text-area")
    .getByText(/\/ 400 字/)
    .first();
  await input.fill("𠮷葛󠄀が\n髙");
  assert.equal(await counter.textContent(), "4 / 400 字");
  await input.fill("髙".repeat(403));
  assert.equal(await counter.textContent(), "403 / 400 字（3 字超過）");
});

test("a text area grows with its text", async () => {
  const input = page.locator("#text-area textarea").first();
  const before = await input.evaluate((field) => field.clientHeight);
  await input.fill("行\n".repeat(12));
  const after = await input.evaluate((field) => [field.clientHeight, field.scrollHeight]);
  assert.ok((after[0] ?? 0) > before * 2);
  assert.equal(after[0], after[1]);
});

test("answers are chosen by arrow keys, what cannot be chosen is passed over, and the focus shows", async () => {
  const radios = page.locator("#choices [role=radiogroup]").first().locator("input");
  await radios.first().focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(await radios.nth(1).isChecked());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.ok(await radios.nth(0).isChecked());
  const outline = await page
    .locator("#choices label[data-focus-visible]")
    .evaluate((card) => [getComputedStyle(card).outlineStyle, getComputedStyle(card).outlineWidth]);
  assert.deepEqual(outline, ["solid", "2px"]);
});

test("a dialog takes focus, keeps it, and gives it back", async () => {
  const trigger = page.locator("#overlays button").first();
  await trigger.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await focused(page), "INPUT");
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    assert.ok(await dialog.evaluate((box) => box.contains(document.activeElement)), `step ${step}`);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.ok(await trigger.evaluate((button) => button === document.activeElement));
});

test("before what cannot be undone, focus starts on the way back", async () => {
  await page.locator("#overlays button").nth(1).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "やめる");
});

test("ten thousand rows are walked by keyboard while few are drawn", async () => {
  const grid = page.getByRole("grid", { name: "長い表" });
  await grid.locator("tbody tr[tabindex='0']").focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-rowindex") === "10001");
  assert.ok((await grid.locator("tbody tr").count()) < 100);
  await page.keyboard.press("k");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-rowindex") === "10000");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-selected")), "true");
});

test("a header sorts and says so", async () => {
  const header = page.getByRole("grid", { name: "案件" }).getByRole("columnheader", { name: "点" });
  await header.getByRole("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "ascending");
  await header.getByRole("button").click();
  const scores = await page.getByRole("grid", { name: "案件" }).locator("tbody tr td:nth-child(3)").allTextContents();
  assert.deepEqual(scores, ["14", "9", "7", "6", "2", "0"]);
});

test("a key runs its command on the page, also with a button in focus, and types in a field", async () => {
  await page.locator("#buttons button").first().focus();
  await page.keyboard.press("j");
  assert.equal(await ran(page), "next");
  await page.locator("#commands input").focus();
  await page.keyboard.press("j");
  assert.equal(await ran(page), "next");
  await page.keyboard.press("Control+Enter");
  assert.equal(await ran(page), "next next-open");
});

test("a key given to an input method runs no command", async () => {
  const keys = await imeOn(page.locator("#commands input"));
  await compose(keys, "か");
  await page.keyboard.press("Control+Enter");
  await confirmingEnter(keys);
  assert.equal(await ran(page), "");
});

test("behind an open dialog no command runs but the lock", async () => {
  await page.locator("#overlays button").first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("j");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+l");
  assert.equal(await ran(page), "lock");
});

test("the palette finds a case by its reading and opens it by Enter, but not by the Enter of a conversion", async () => {
  await page.keyboard.press("Control+k");
  const input = page.getByRole("dialog").getByRole("combobox");
  await input.waitFor();
  const keys = await imeOn(input);
  await compose(keys, "かずら");
  await confirmingEnter(keys);
  assert.equal(await ran(page), "");
  await keys.send("Input.insertText", { text: "ｶｽﾞﾗ" });
  await page.getByRole("option", { name: /𠮷野家/ }).waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await ran(page), "case 2");
});

test("the sheet lists what the page offers, and leaves out what cannot be done now", async () => {
  await page.keyboard.press("?");
  const here = page.getByRole("dialog").getByRole("region", { name: "この画面" });
  assert.ok((await here.textContent())?.includes("次の未回答の項目へ"));
  assert.ok(!(await here.textContent())?.includes("後回しにする"));
});

test("a combo box finds by part of a name and keeps what was chosen", async () => {
  const input = page.locator("#pickers input[role=combobox]");
  await input.click();
  await input.fill("海洋");
  await page.getByRole("option").first().waitFor();
  assert.equal(await page.getByRole("option").count(), 1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await input.inputValue(), "想像海洋技術センター");
});

test("a date is typed part by part and written out in the Japanese calendar", async () => {
  const field = page.locator("#pickers [role=group]").first();
  await field.getByRole("spinbutton").first().click();
  await page.keyboard.type("20270401");
  await page.locator("#pickers").getByText("令和9年4月1日(木)").waitFor();
});

test("a passphrase can be looked at and hidden again", async () => {
  const section = page.locator("#others");
  const input = section.locator("input").first();
  await input.fill("正しい馬");
  await section.getByRole("button", { name: "表示する" }).first().click();
  assert.equal(await input.getAttribute("type"), "text");
  await section.getByRole("button", { name: "隠す" }).first().click();
  assert.equal(await input.getAttribute("type"), "password");
});

test("notices lie beneath an open dialog, stay within hearing, and are there with their way back when it has closed", async () => {
  await page.clock.install();
  await page.setViewportSize({ width: 640, height: 400 });
  const overlays = page.locator("#overlays button");
  const notices = page.getByRole("region", { name: "お知らせ" });
  await overlays.nth(3).click();
  assert.equal(await notices.getByRole("button", { name: "元に戻す" }).count(), 1);
  await overlays.nth(0).evaluate((button: HTMLElement) => button.click());
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  // As tall as its text, so that its buttons stand where notices do.
  await dialog.getByRole("textbox").evaluate((field) => {
    field.style.blockSize = "30rem";
  });
  for (const name of ["やめる", "延ばす", "閉じる"])
    assert.equal(await onTop(dialog.getByRole("button", { name, exact: true })), true, name);
  assert.equal(await notices.getByRole("alert").count(), 1);
  await page.clock.fastForward(60_000);
  // A pointer that rests where notices come back would hold them.
  await page.mouse.move(1, 1);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await onTop(notices.getByRole("button", { name: "元に戻す" })), true);
  await page.clock.runFor(60_000);
  await notices.getByRole("button", { name: "元に戻す" }).waitFor({ state: "detached" });
});

/** Whether the pointer meets this very thing where it is drawn. */
function onTop(one: Locator): Promise<boolean> {
  return one.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}

function area(on: Page): { input: ReturnType<Page["locator"]>; commits: () => Promise<string[]> } {
  return {
    input: on.locator("#text-area textarea").first(),
    commits: async () =>
      Commits.parse(JSON.parse((await on.getByTestId("text-area-commits").textContent()) ?? "")).committed,
  };
}

/** Focuses a field and answers the channel that plays the input method. */
async function imeOn(input: ReturnType<Page["locator"]>): Promise<CDPSession> {
  await input.focus();
  return input.page().context().newCDPSession(input.page());
}

async function compose(keys: CDPSession, text: string): Promise<void> {
  await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

/**
 * The Enter that confirms a conversion, in both forms pages get to see: under code 229, and as an Enter that the browser
 * marks as composing.
 */
async function confirmingEnter(keys: CDPSession): Promise<void> {
  const taken = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  const marked = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 };
  for (const key of [taken, marked]) {
    await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await keys.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }
}

async function ran(on: Page): Promise<string> {
  return (await on.getByTestId("ran").textContent()) ?? "";
}

async function focused(on: Page): Promise<string> {
  return on.evaluate(() => document.activeElement?.tagName ?? "");
}
