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

/**
 * What breaks where words are longer, as in a language that is still to come: every text of the page is written with
 * accents and two fifths longer while it is looked at. Names what reaches beyond the edge and which buttons, tabs and headings cut their words.
 */
export async function longWordTroubles(page: Page, name: string): Promise<string[]> {
  await settled(page);
  await page.evaluate(() => {
    const accents: Readonly<Record<string, string>> = {
      a: "á",
      e: "é",
      i: "í",
      o: "ö",
      u: "ü",
      A: "Å",
      E: "É",
      O: "Ö",
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const before: [Node, string][] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const words = node.nodeValue ?? "";
      if (words.trim() === "" || node.parentElement?.closest("script, style, textarea") !== null) continue;
      before.push([node, words]);
      const more = words.trim().length > 1 ? ` ${"éü ".repeat(Math.ceil(words.trim().length / 8)).trim()}` : "";
      node.nodeValue = words.replace(/[aeiouAEO]/gu, (letter) => accents[letter] ?? letter) + more;
    }
    Object.assign(globalThis, { textsBefore: before });
  });
  await page.waitForTimeout(50);
  const found = (await sideways(page)).map((one) => `${name} in long words: ${one}`);
  const cut = (await cutWords(page)).map((one) => `${name} cuts: ${one}`);
  await page.evaluate(() => {
    // The first call has put it there.
    const { textsBefore } = globalThis as unknown as { textsBefore: [Node, string][] };
    for (const [node, words] of textsBefore) node.nodeValue = words;
  });
  return [...found, ...cut];
}

/** Controls and headings whose words do not fit into them and are hidden, none of which says so with a tooltip. */
async function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, [role='tab'], label, h1, h2, h3, legend")]
      .filter(
        (element) => getComputedStyle(element).overflow !== "visible" && element.getBoundingClientRect().width > 2,
      )
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 6,
      )
      .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`)
      .slice(0, 6),
  );
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

/**
 * What forced colours leave without a mark: things that are chosen and look like the one beside them that is not. Grounds
 * are repainted there, so that a mark has to be a border, an outline, an icon, a weight, a line under it or a kept colour.
 */
export async function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const chosen = "[aria-current='page'], [aria-current='true'], [aria-selected='true'], [data-selected='true']";
    const looks = (element: Element): string =>
      [element, ...element.querySelectorAll("*")]
        .slice(0, 12)
        .flatMap((one) => [getComputedStyle(one), getComputedStyle(one, "::before"), getComputedStyle(one, "::after")])
        .map((style) =>
          [
            style.borderStyle,
            style.borderWidth,
            style.borderColor,
            style.outlineStyle,
            style.fontWeight,
            style.textDecorationLine,
            style.backgroundColor,
            style.color,
            style.content,
          ].join(),
        )
        .join("|");
    return [...document.querySelectorAll(chosen)]
      .flatMap((element) => {
        const others = [...(element.parentElement?.parentElement?.querySelectorAll(element.tagName) ?? [])];
        const other = others.find(
          (one) => one.className.split(" ")[0] === element.className.split(" ")[0] && !one.matches(chosen),
        );
        return other !== undefined && looks(other) === looks(element)
          ? [`${element.tagName} ${element.className} ${(element.textContent ?? "").slice(0, 40)}`]
          : [];
      })
      .slice(0, 6);
  });
}
