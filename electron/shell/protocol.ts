import type { CustomScheme, Protocol } from "electron";
import { appOrigin, isOfOrigin } from "../security/trusted-frame.ts";
import type { PageFiles } from "./page-files.ts";

/**
 * The page's own scheme. `standard` and `secure` give it an origin, modules and workers like https has; it may neither
 * bypass the policy nor run service workers. `supportFetchAPI` lets module scripts load; the policy still refuses fetch.
 */
export const appScheme: CustomScheme = {
  scheme: "app",
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    allowExtensions: false,
    stream: false,
    codeCache: false,
  },
};

/** Address of the page. */
export const pageAddress = "app://kura/";

/** Serves the built page under `app://kura/` and answers everything else with 404 or 405. */
export function servePage(protocol: Pick<Protocol, "handle">, files: PageFiles): void {
  protocol.handle("app", (request) => respond(files, request.method, request.url));
}

function respond(files: PageFiles, method: string, address: string): Response {
  if (method !== "GET" && method !== "HEAD") return new Response(null, { status: 405 });
  if (!isOfOrigin(address, appOrigin)) return new Response(null, { status: 404 });
  const file = files.find(new URL(address).pathname);
  if (file === undefined) return new Response(null, { status: 404 });
  return new Response(method === "HEAD" ? null : file.body, { status: 200, headers: file.headers });
}
