import axe from "axe-core";
import type { Page } from "playwright";

/** The window reviewers work at. */
export const wideWindow = { width: 1_280, height: 800 };
/** What is left of the same window at 200 %. */
const doubled = { width: 640, height: 800 };

/** What is wrong with the page on screen: barriers, and what reaches beyond its edge at either size. Each begins with `name`. */
export async function troublesOf(page: Page, name: string): Promise<string[]> {
  await settled(page);
  const found = (await barriers(page)).map((one) => `${name}: ${one}`);
  const atWide = (await sideways(page)).map((one) => `${name} at 1280: ${one}`);
  await page.setViewportSize(doubled);
  await page.waitForTimeout(150);
  const atDouble = (await sideways(page)).map((one) => `${name} at 200 %: ${one}`);
  await page.setViewportSize(wideWindow);
  return [...found, ...atWide, ...atDouble];
}

/** Waits until type is there and nothing on the page is busy. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(300);
}

/** What axe finds serious or worse, with the place of each. */
export async function barriers(page: Page): Promise<string[]> {
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

/**
 * Elements that reach beyond the right edge while the page, or what holds the page, scrolls sideways; the page itself
 * where none of them does. Those within something that scrolls of its own accord are not the cause.
 */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const edge = document.documentElement.clientWidth;
    const isWider = (element: Element | null): boolean =>
      element !== null && element.scrollWidth > element.clientWidth + 1;
    if (!isWider(document.documentElement) && !isWider(main)) return [];
    const scrollsItself = (element: Element): boolean =>
      element !== main && /auto|scroll|hidden/u.test(getComputedStyle(element).overflowX);
    const isHeld = (element: Element): boolean => {
      for (let above = element.parentElement; above !== null; above = above.parentElement)
        if (scrollsItself(above) && above !== document.body) return true;
      return false;
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !isHeld(element))
      .map((element) => `${element.tagName} ${element.className}`)
      .concat("the page")
      .slice(0, 6);
  });
}
