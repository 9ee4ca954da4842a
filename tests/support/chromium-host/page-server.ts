import type { BrowserContext, Route } from "playwright";
import { isOfOrigin, type PageOrigin } from "../../../electron/security/trusted-frame.ts";
import type { PageFiles } from "../../../electron/shell/page-files.ts";

/** Where the page lives in the Chromium host: a name that no resolver knows. */
export const hostOrigin: PageOrigin = { protocol: "https:", host: "kura.invalid" };
export const hostAddress = "https://kura.invalid/";

/** A request that was not for a file of the page, and was refused. */
export interface BlockedRequest {
  readonly url: string;
  /** `document`, `fetch`, `websocket` and so on, as Playwright names them. */
  readonly kind: string;
}

/** Answers requests for the built page from memory and refuses all others, which it writes down in `blocked`. */
export async function servePage(context: BrowserContext, files: PageFiles, blocked: BlockedRequest[]): Promise<void> {
  await context.route("**/*", (route) => answer(route, files, blocked));
  // Sockets pass by the routes; no name resolves, and the policy refuses them before that.
  context.on("page", (page) => {
    page.on("websocket", (socket) => blocked.push({ url: socket.url(), kind: "websocket" }));
  });
}

async function answer(route: Route, files: PageFiles, blocked: BlockedRequest[]): Promise<void> {
  const request = route.request();
  const url = request.url();
  const file = isOfOrigin(url, hostOrigin) ? files.find(new URL(url).pathname) : undefined;
  if (file !== undefined && request.method() === "GET") {
    await route.fulfill({ status: 200, headers: { ...file.headers }, body: file.body });
    return;
  }
  blocked.push({ url, kind: request.resourceType() });
  // "aborted" leaves the window where it was, as a prevented navigation does in Electron.
  await route.abort("aborted");
}
