import axe from "axe-core";
import type { Page } from "playwright";

/** What axe finds serious or worse on the page as it stands. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // A colour on its way to another is neither of the two: a button that has just been enabled is judged once it is drawn so.
    const underWay = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(underWay.map((one) => one.finished));
    // axe has just put itself there. What the library says aloud stands for a moment beside the page, nameless.
    const { axe: inPage } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await inPage.run({ exclude: [["[data-live-announcer]"]] });
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160) ?? ""}`);
  });
}
