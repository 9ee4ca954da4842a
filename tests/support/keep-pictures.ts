import type { Locator, Page } from "playwright";

/**
 * Keeps pictures of the page in English and Japanese for a person to look at, where `KURA_SHOTS` names a folder for them; beside
 * them one of `part`, while it is there to be seen. The page is in Japanese afterwards.
 */
export async function keepPictures(page: Page, name: string, part?: Locator): Promise<void> {
  const folder = process.env["KURA_SHOTS"];
  if (folder === undefined) return;
  for (const locale of ["en", "ja"]) {
    // The switch may lie behind an open dialog, out of a person's reach.
    await page.locator(`header input[value=${locale}]`).evaluate((one: HTMLElement) => one.click());
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/${name}-${locale}.png`, fullPage: true });
    if (await part?.isVisible()) await part?.screenshot({ path: `${folder}/${name}-picture-${locale}.png` });
  }
}
