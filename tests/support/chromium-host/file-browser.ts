import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext } from "playwright";
import type { DialogRequest } from "../../../electron/engine/protocol.ts";
import type { Dialogs } from "../../../electron/ports.ts";
import { safeFileName } from "../../../electron/security/display-name.ts";
import { dialogKinds } from "../../../electron/shell/dialog-kinds.ts";
import { en } from "../../../shared/strings/en.ts";
import { ja } from "../../../shared/strings/ja.ts";
import { openContext } from "./browser.ts";
import { type BrowserPageFacts, showFileBrowser } from "./file-browser-page.ts";
import { listFolder, makeFolder } from "./folder-listing.ts";

/** What the file browser needs. */
export interface FileBrowserParts {
  readonly browser: Browser | Promise<Browser>;
  readonly locale: string;
  /** Folder in which it starts; the person's home unless given. */
  readonly startFolder?: string;
}

const origin = "https://files.kura.invalid/";
const page = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/style.css"><title>Kura</title>';
const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";
const words = { ja: { ...ja.common, ...ja.host }, en: { ...en.common, ...en.host } };

/**
 * Dialogs for a visible Chromium host: a file browser in a window and a browser context of its own. The app's page
 * neither sees that window nor any path in it.
 */
export function createFileBrowser(parts: FileBrowserParts): Dialogs {
  return {
    openFile: (purpose) => ask(parts, { dialog: "open-file", purpose }),
    // The window offers one file at a time.
    openFiles: async (purpose) => {
      const path = await ask(parts, { dialog: "open-file", purpose });
      return path === undefined ? [] : [path];
    },
    openFolder: (purpose) => ask(parts, { dialog: "open-folder", purpose }),
    saveFile: (purpose, suggestedName) => ask(parts, { dialog: "save-file", purpose, suggestedName }),
  };
}

/** A dialog for one path. */
type OnePath = Exclude<DialogRequest, { dialog: "open-files" }>;

async function ask(parts: FileBrowserParts, request: OnePath): Promise<string | undefined> {
  const viewport = { width: 860, height: 640 };
  const context = await openContext(await parts.browser, { locale: parts.locale, viewport });
  try {
    await serveBrowserPage(context);
    const { chosen } = await bindCalls(context, request);
    await context.addInitScript(showFileBrowser, pageFacts(parts, request));
    const window = await context.newPage();
    const closed = new Promise<undefined>((resolve) => window.once("close", () => resolve(undefined)));
    // A window that is closed while it loads has given its answer too.
    const loaded = window
      .goto(origin)
      .then(() => chosen)
      .catch(() => closed);
    return await Promise.race([chosen, closed, loaded]);
  } finally {
    await context.close().catch(() => undefined);
  }
}

function pageFacts(parts: FileBrowserParts, request: OnePath): BrowserPageFacts {
  const kind = dialogKinds[request.purpose];
  return {
    dialog: request.dialog,
    locale: parts.locale.startsWith("ja") ? "ja" : "en",
    words,
    title: kind.title.slice("host.".length),
    startFolder: parts.startFolder ?? homedir(),
    suggestedName: request.dialog === "save-file" ? safeFileName(request.suggestedName) : "",
    hasFilter: kind.filter !== undefined,
  };
}

/** Binds what the page may ask; the answer settles with the path, or with undefined when the person gives up. */
async function bindCalls(
  context: BrowserContext,
  request: OnePath,
): Promise<{ readonly chosen: Promise<string | undefined> }> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const extensions = dialogKinds[request.purpose].filter?.extensions;
  const foldersOnly = request.dialog === "open-folder";
  await context.exposeFunction("kuraList", (folder: string, allFiles: boolean) => {
    return listFolder(folder, { foldersOnly, extensions: allFiles ? undefined : extensions }) ?? null;
  });
  await context.exposeFunction("kuraMakeFolder", (parent: string, name: string) => makeFolder(parent, name) ?? null);
  await context.exposeFunction("kuraCancel", () => resolve(undefined));
  await context.exposeFunction("kuraChoose", (folder: string, name: string, replace: boolean) => {
    const named = request.dialog === "save-file" ? safeFileName(name) : name;
    const path = request.dialog === "open-folder" ? folder : join(folder, named);
    if (request.dialog === "save-file" && existsSync(path) && !replace) return "exists";
    resolve(path);
    return "chosen";
  });
  return { chosen: promise };
}

async function serveBrowserPage(context: BrowserContext): Promise<void> {
  const style = readFileSync(new URL("./file-browser.css", import.meta.url));
  const fontFile = "@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf";
  const font = readFileSync(fileURLToPath(import.meta.resolve(fontFile)));
  const bodies: Readonly<Record<string, readonly [type: string, body: Buffer | string]>> = {
    [origin]: ["text/html; charset=utf-8", page],
    [`${origin}style.css`]: ["text/css; charset=utf-8", style],
    [`${origin}font.ttf`]: ["font/ttf", font],
  };
  await context.route("**/*", async (route) => {
    const found = bodies[route.request().url()];
    if (found === undefined) return route.abort("aborted");
    const [contentType, body] = found;
    return route.fulfill({ contentType, body, headers: { "content-security-policy": policy } });
  });
}
