import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright";
import { type GalleryBrowser, type GalleryView, startGallery } from "../support/gallery.ts";

/** Pictures for a person to look at; nothing is compared with them. */
const pictures = fileURLToPath(new URL("../../dist/gallery", import.meta.url));

let gallery: GalleryBrowser;
before(async () => {
  mkdirSync(pictures, { recursive: true });
  gallery = await startGallery();
});
after(() => gallery.close());

const views: readonly GalleryView[] = [
  { locale: "ja", theme: "light" },
  { locale: "ja", theme: "dark" },
  { locale: "en", theme: "light" },
  { locale: "en", theme: "dark" },
];

for (const view of views) {
  const name = `${view.locale} ${view.theme}`;

  test(`the gallery in ${name}`, async (whole) => {
    const { page, complaints, blocked, close } = await gallery.open(view);
    // Progress and skeletons come to sight after 300 ms.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures, `${view.locale}-${view.theme}.png`), fullPage: true });
    await whole.test("has no serious barrier on the page", async () => {
      assert.deepEqual(await barriers(page), []);
    });
    await whole.test("has no serious barrier in what opens above the page", async () => {
      await overlaysHaveNoBarrier(page);
    });
    await whole.test("runs under the content policy without a complaint", () => {
      assert.deepEqual({ complaints, blocked }, { complaints: [], blocked: [] });
    });
    await close();
  });
}

async function overlaysHaveNoBarrier(page: Page): Promise<void> {
  const overlays = page.locator("#overlays button");
  await overlays.nth(3).click();
  assert.deepEqual(await barriers(page), [], "notices");
  await overlays.nth(0).click();
  assert.deepEqual(await barriers(page), [], "dialog");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("option").first().waitFor();
  assert.deepEqual(await barriers(page), [], "palette");
  await page.keyboard.press("Escape");
}

test("at 200 % nothing makes the page scroll sideways, in either language", async () => {
  for (const locale of ["ja", "en"] as const) {
    const { page, close } = await gallery.open(
      { locale },
      { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    );
    await page.screenshot({ path: join(pictures, `${locale}-200.png`), fullPage: true });
    assert.deepEqual(await sideways(page), [], locale);
    await close();
  }
});

test("with the largest text nothing makes the page scroll sideways", async () => {
  const { page, close } = await gallery.open({ locale: "ja", scale: "150" });
  assert.deepEqual(await sideways(page), []);
  await close();
});

test("in forced colours the chosen answer, the current step and a filled button still show", async () => {
  const { page, close } = await gallery.open({ locale: "ja" }, { forcedColors: "active" });
  await page.screenshot({ path: join(pictures, "ja-forced-colours.png"), fullPage: true });
  const chosen = await page
    .locator("#choices label[data-selected]")
    .evaluate((card) => getComputedStyle(card).outlineStyle);
  const other = await page
    .locator("#choices label:not([data-selected])")
    .first()
    .evaluate((card) => getComputedStyle(card).outlineStyle);
  assert.deepEqual([chosen, other], ["solid", "none"]);
  const primary = await page.locator("#buttons button").first().evaluate(ground);
  const canvas = await page.locator("body").evaluate(ground);
  assert.notEqual(primary, canvas);
  const dot = await page
    .locator("#risk li[data-state=current] [aria-hidden]")
    .evaluate((mark) => getComputedStyle(mark, "::after").backgroundColor);
  assert.notEqual(dot, canvas);
  await close();
});

test("names with rare letters are drawn from the font that comes with the app", async () => {
  const { page, close } = await gallery.open({ locale: "ja" });
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", {
    nodeId: root.nodeId,
    selector: "#names p:nth-child(2) bdi",
  });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  assert.deepEqual(
    fonts.map((font) => [font.familyName, font.isCustomFont]),
    [["Noto Sans JP", true]],
  );
  await close();
});

test("a right-to-left name does not turn the sentence around it", async () => {
  const { page, close } = await gallery.open({ locale: "ja" });
  const order = await page.locator("#names p:nth-child(4)").evaluate((sentence) => {
    const name = sentence.querySelector("bdi")?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(sentence);
    const all = [...range.getClientRects()];
    return { nameLeft: name?.left, sentenceLeft: Math.min(...all.map((rect) => rect.left)) };
  });
  assert.equal(order.nameLeft, order.sentenceLeft);
  await close();
});

function ground(element: Element): string {
  return getComputedStyle(element).backgroundColor;
}

/** What axe finds serious or worse, with the first place of each. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // The line above has put it there; its types belong to the other side.
    const { axe: inPage } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await inPage.run(document, { resultTypes: ["violations"] });
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
  });
}

/** Elements that reach beyond the right edge, outside what scrolls by itself; empty when the page does not scroll sideways. */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => `${element.tagName} ${element.className}`)
      .slice(0, 10);
  });
}
