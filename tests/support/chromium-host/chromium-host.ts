import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright";
import { createClipboardKeeper, type SystemClipboard } from "../../../electron/engine/clipboard-keeper.ts";
import { createEngineClient, type EngineClient } from "../../../electron/engine/engine-client.ts";
import type { StartFacts } from "../../../electron/engine/protocol.ts";
import { callNames } from "../../../electron/ipc/calls-list.ts";
import { createLog } from "../../../electron/log.ts";
import { isTrustedFrame } from "../../../electron/security/trusted-frame.ts";
import { readPageFiles } from "../../../electron/shell/page-files.ts";
import manifest from "../../../package.json" with { type: "json" };
import { calls } from "../../../shared/contract/calls.ts";
import { events } from "../../../shared/contract/events.ts";
import { err } from "../../../shared/result.ts";
import { createText } from "../../../shared/strings/text.ts";
import { builtPage } from "../built-page.ts";
import { openContext, startBrowser } from "./browser.ts";
import { browserClipboard } from "./browser-clipboard.ts";
import type { DialogScript } from "./dialog-script.ts";
import { createFileBrowser } from "./file-browser.ts";
import { engineEntry, forkEngine } from "./forked-engine.ts";
import { bindingName, eventName, installBridge, sendEvent } from "./page-bridge.ts";
import { type BlockedRequest, hostAddress, hostOrigin, servePage } from "./page-server.ts";

/** How a Chromium host is started. */
export interface ChromiumHostOptions {
  /** Folder for preferences, logs and the default vault; made when absent. */
  readonly userData: string;
  readonly headless: boolean;
  /** A script that answers, or a file browser in a window of its own. */
  readonly dialogs: DialogScript | "interactive";
  /** `ja-JP` unless given. */
  readonly locale?: string;
  /** Size of the page; null follows the window. 1280 x 860 unless given. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Shifts the wall clock of engine and page, in milliseconds. */
  readonly clockOffsetMs?: number;
  /** More settings of the browser context: colour scheme, reduced motion, scale. */
  readonly context?: BrowserContextOptions;
  /** Another entry for the engine process; the real one unless given. */
  readonly engineEntry?: string;
  /** Another folder with a built page; `dist/renderer`, built when it is stale, unless given. */
  readonly pageFolder?: string;
  /** Whether the engine process ends after each lock, as in the app; true unless given. */
  readonly endOnLock?: boolean;
}

/** A running host: a real browser, the built page, an engine process. */
export interface ChromiumHost {
  /** The first window. */
  readonly page: Page;
  readonly context: BrowserContext;
  readonly engine: EngineClient;
  /** The browser's clipboard, which the app's page cannot reach. */
  readonly clipboard: SystemClipboard;
  /** Every request that was not for a file of the page. Stays empty while the page behaves. */
  readonly blockedRequests: readonly BlockedRequest[];
  /** Opens another window on the same engine. */
  newWindow(): Promise<Page>;
  /** Closes the engine, then the browser. */
  close(): Promise<void>;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const refusal = JSON.stringify(err({ code: "bad-request" }));

/** Starts browser and engine, opens one window on the page and waits until the page has loaded. */
export async function startChromiumHost(options: ChromiumHostOptions): Promise<ChromiumHost> {
  const locale = options.locale ?? "ja-JP";
  mkdirSync(options.userData, { recursive: true, mode: 0o700 });
  const files = readPageFiles(options.pageFolder ?? (await builtPage()));
  // Browser and engine start side by side.
  const starting = startBrowser({ headless: options.headless, locale });
  const clipboard = browserClipboard(starting);
  const text = createText(locale.startsWith("ja") ? "ja" : "en");
  const engine = createEngineClient({
    spawn: () => forkEngine(options.engineEntry ?? engineEntry),
    facts: startFacts(options),
    dialogs:
      options.dialogs === "interactive" ? createFileBrowser({ browser: starting, locale }) : options.dialogs.dialogs,
    clipboard: createClipboardKeeper(clipboard),
    log: createLog({ folder: join(options.userData, "logs"), clock: { nowMs: Date.now }, name: "host" }),
    ...(options.endOnLock === undefined ? {} : { endOnLock: options.endOnLock }),
  });
  const browser = await starting;
  const viewport = options.viewport === undefined ? { width: 1_280, height: 860 } : options.viewport;
  const context = await openContext(browser, { ...options.context, locale, viewport });
  const blockedRequests: BlockedRequest[] = [];
  await servePage(context, files, blockedRequests);
  await joinContextToEngine(context, engine, {
    clockOffsetMs: options.clockOffsetMs ?? 0,
    titleMark: options.headless ? "" : text("host.chromiumTitle"),
  });
  const newWindow = createWindowOpener(context);
  return {
    page: await newWindow(),
    context,
    engine,
    clipboard,
    blockedRequests,
    newWindow,
    async close() {
      await engine.close();
      await browser.close();
    },
  };
}

function startFacts(options: ChromiumHostOptions): StartFacts {
  const fontPackage = import.meta.resolve("@expo-google-fonts/noto-sans-jp/package.json");
  return {
    paths: {
      userData: options.userData,
      resources: join(root, "resources"),
      fonts: dirname(fileURLToPath(fontPackage)),
    },
    info: { version: manifest.version, host: "chromium" },
    clockOffsetMs: options.clockOffsetMs ?? 0,
  };
}

/** Binds the named calls in every page of the context, and hands every event to every page. */
async function joinContextToEngine(
  context: BrowserContext,
  engine: EngineClient,
  facts: { readonly clockOffsetMs: number; readonly titleMark: string },
): Promise<void> {
  await context.exposeBinding(bindingName, ({ page, frame }, name: unknown, body: unknown) => {
    const sender = { url: frame.url(), isOwnMainFrame: frame === page.mainFrame() };
    if (!isTrustedFrame(sender, hostOrigin) || typeof name !== "string" || typeof body !== "string") return refusal;
    return engine.call(name, body);
  });
  const names = callNames(calls);
  const topics = Object.keys(events);
  await context.addInitScript(installBridge, { ...facts, names, topics, bindingName, eventName });
  engine.subscribe((topic, payload) => {
    for (const page of context.pages()) void sendEvent(page, topic, payload);
  });
}

/** Opens windows, and closes every other that a page may try to open. */
function createWindowOpener(context: BrowserContext): () => Promise<Page> {
  let expected = 0;
  context.on("page", (page) => {
    if (expected > 0) expected -= 1;
    else void page.close();
  });
  return async () => {
    expected += 1;
    const page = await context.newPage();
    await page.goto(hostAddress);
    return page;
  };
}
