import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright";
import type { KuraClient } from "../../shared/contract/calls.ts";
import { engineClientOf } from "./call-engine.ts";
import { type ChromiumHost, startChromiumHost } from "./chromium-host/chromium-host.ts";
import { createDialogScript, type DialogScript } from "./chromium-host/dialog-script.ts";
import { must } from "./must.ts";

/** Who works at the desk in journeys, for whom, and how the vault opens: all invented, with glyphs that go wrong elsewhere. */
export const deskPerson = "髙﨑 𠮷之助";
export const deskOffice = "架空研究開発機構 葛󠄀城分室 ﾊﾝｶｸ係";
export const deskPassphrase = "葛󠄀城の長い合言葉 2026";

/** The app in a real browser on a folder of its own, with scripted dialogs and the cheapest key derivation. */
export interface PageDesk {
  readonly host: ChromiumHost;
  readonly page: Page;
  /** The engine without the window, for setting a scene; the journey itself goes through the page. */
  readonly client: KuraClient;
  readonly dialogs: DialogScript;
  /** What the browser's console has called an error, in any window; a breach of the policy is one. */
  readonly consoleErrors: readonly string[];
  readonly userData: string;
  close(): Promise<void>;
}

export interface PageDeskOptions {
  /** The folder the app keeps its vault and preferences in. */
  readonly userData: string;
  /** Whether a vault is made and left open; true unless given. */
  readonly hasVault?: boolean;
  readonly context?: BrowserContextOptions;
  /** Another engine beside this file; the real one with the cheapest key derivation unless given. */
  readonly engine?: "jumping-engine.ts" | "reading-engine.ts" | "rescreening-engine.ts";
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** How long a journey waits for the page before it is a failure, in milliseconds; generous for a busy machine. */
const pageLimitMs = 20_000;

/** Starts the app for a journey. Close it when the journey ends. */
export async function openPageDesk(options: PageDeskOptions): Promise<PageDesk> {
  const { userData, hasVault = true, viewport = { width: 1_280, height: 800 } } = options;
  const dialogs = createDialogScript();
  const host = await startChromiumHost({
    userData,
    headless: true,
    dialogs,
    viewport,
    engineEntry: fileURLToPath(new URL(`./${options.engine ?? "quick-engine.ts"}`, import.meta.url)),
    ...(options.context === undefined ? {} : { context: options.context }),
  });
  host.context.setDefaultTimeout(pageLimitMs);
  const consoleErrors: string[] = [];
  host.context.on("console", (message) => {
    if (message.type() === "error") consoleErrors.push(message.text());
  });
  const client = engineClientOf(host.engine);
  if (hasVault) {
    const names = { personName: deskPerson, officeName: deskOffice };
    must(await client.vault.create({ place: "default", ...names, passphrase: deskPassphrase }));
    await host.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  }
  return { host, page: host.page, client, dialogs, consoleErrors, userData, close: () => host.close() };
}

/** Two folders for one journey: the app's own, and the medium on which files are carried in and out. */
export interface JourneyFolders {
  readonly userData: string;
  readonly carried: string;
  remove(): void;
}

/** Makes the folders of a journey; remove them when it ends. */
export function journeyFolders(): JourneyFolders {
  const root = mkdtempSync(join(tmpdir(), "kura-journey-"));
  const carried = join(root, "carried");
  mkdirSync(carried, { mode: 0o700 });
  return {
    userData: join(root, "user"),
    carried,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/**
 * A desk for all tests of a file or suite: opened before them and handed to `ready`, which sets the scene; closed after them, its
 * folders removed.
 */
export function openDeskForTests(
  ready: (desk: PageDesk) => void | Promise<void>,
  options: Omit<PageDeskOptions, "userData"> = {},
): JourneyFolders {
  const folders = journeyFolders();
  let desk: PageDesk | undefined;
  before(async () => {
    desk = await openPageDesk({ ...options, userData: folders.userData });
    await ready(desk);
  });
  after(async () => {
    await desk?.close();
    folders.remove();
  });
  return folders;
}

/** Goes to a page by its entry in the rail, in Japanese. */
export async function goTo(page: Page, words: string): Promise<void> {
  await page.getByRole("navigation", { name: "主な画面" }).getByRole("button", { name: words, exact: true }).click();
}

/** Chooses from a list that opens under its label; `within` tells two forms on one page apart. */
export async function choose(
  page: Page,
  label: RegExp,
  option: string | RegExp,
  within: Pick<Page, "getByRole"> = page,
): Promise<void> {
  const opener = within.getByRole("button", { name: label }).and(page.locator("[aria-haspopup=listbox]"));
  await opener.click();
  await page.getByRole("option", { name: option }).click();
}
