import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { readPageFiles } from "../../electron/shell/page-files.ts";
import { galleryConfig } from "../../renderer/gallery/build.ts";
import { openContext, startBrowser } from "./chromium-host/browser.ts";
import { type BlockedRequest, hostAddress, servePage } from "./chromium-host/page-server.ts";

/** What the gallery's address can ask for. */
export interface GalleryView {
  readonly locale?: "ja" | "en";
  readonly theme?: "light" | "dark";
  readonly density?: "compact";
  readonly scale?: "150";
  /** Rows of a long table below all else. */
  readonly rows?: string;
}

/** One open gallery, and what went wrong in it. */
export interface OpenGallery {
  readonly page: Page;
  /** Errors and breaches of the content policy, as the browser words them. */
  readonly complaints: readonly string[];
  readonly blocked: readonly BlockedRequest[];
  close(): Promise<void>;
}

export interface GalleryBrowser {
  open(view?: GalleryView, options?: BrowserContextOptions): Promise<OpenGallery>;
  close(): Promise<void>;
}

/** Builds the gallery into a folder that goes away again, and starts a browser that serves it from memory. */
export async function startGallery(): Promise<GalleryBrowser> {
  const outDir = mkdtempSync(join(tmpdir(), "gallery-"));
  try {
    const { build } = await import("vite");
    await build(galleryConfig(outDir));
    const files = readPageFiles(outDir);
    const browser = await startBrowser({ headless: true, locale: "ja-JP" });
    return {
      open: (view = {}, options = {}) => openGallery(browser, files, view, options),
      close: () => browser.close(),
    };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function openGallery(
  browser: Browser,
  files: ReturnType<typeof readPageFiles>,
  view: GalleryView,
  options: BrowserContextOptions,
): Promise<OpenGallery> {
  const context = await openContext(browser, { viewport: { width: 1280, height: 800 }, ...options });
  const blocked: BlockedRequest[] = [];
  await servePage(context, files, blocked);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(`${hostAddress}?${new URLSearchParams({ ...view })}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, complaints, blocked, close: () => context.close() };
}
