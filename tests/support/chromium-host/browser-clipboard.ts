import type { Browser, Page } from "playwright";
import type { SystemClipboard } from "../../../electron/engine/clipboard-keeper.ts";

/**
 * The browser's clipboard, reached through a page of its own: the app's page has no permission for it and never sees what
 * goes there. The page is opened with the first value that is copied.
 */
export function browserClipboard(starting: Promise<Browser>): SystemClipboard {
  let opening: Promise<Page> | undefined;
  const open = async (): Promise<Page> => {
    const browser = await starting;
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    // The clipboard belongs to secure pages alone; the name resolves nowhere and the answer is from here.
    await context.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    const page = await context.newPage();
    await page.goto("https://clipboard.invalid/");
    return page;
  };
  const page = (): Promise<Page> => {
    opening ??= open();
    return opening;
  };
  return {
    read: async () => (await page()).evaluate(() => navigator.clipboard.readText()),
    write: async (text) => (await page()).evaluate((words) => navigator.clipboard.writeText(words), text),
  };
}
