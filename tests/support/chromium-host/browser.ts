import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright";
import { startSwitches } from "../../../electron/shell/switches.ts";
import { findChromium } from "./find-chromium.ts";

/** How the browser is started. */
export interface BrowserChoices {
  readonly headless: boolean;
  /** Language of the browser and the page, for example `ja-JP`. */
  readonly locale: string;
}

/** Starts Chromium over a debugging pipe, off the network, with a profile that is thrown away. */
export async function startBrowser({ headless, locale }: BrowserChoices): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless,
    // Chromium's own sandbox does not start for root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...startSwitches.map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`)),
      `--lang=${locale}`,
    ],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** A context in memory only: nothing of it is written to disk, nothing is downloaded, nothing is permitted. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ ...options, acceptDownloads: false, serviceWorkers: "block", permissions: [] });
}
