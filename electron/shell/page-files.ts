import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { pageHeaders } from "../security/content-policy.ts";

/** One file of the built page, ready to be sent. */
export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  /** Media type and the page's security headers. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The built page, held in memory. */
export interface PageFiles {
  /** The file at a URL path such as `/assets/x.js`; `/` is the page itself. Exactly the built files exist. */
  find(path: string): PageFile | undefined;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Reads every file below a folder. Requests are then looked up by exact path and never reach the disk, so there is no
 * path to climb out by. Throws when a file has no known media type or the folder holds no page.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join("/")}`, readPageFile(file));
  }
  const index = files.get("/index.html");
  if (index === undefined) throw new Error("The page has not been built");
  files.set("/", index);
  return { find: (path) => files.get(path) };
}

function readPageFile(file: string): PageFile {
  const mediaType = mediaTypes[extname(file)];
  if (mediaType === undefined) throw new Error(`The built page holds a file of unknown kind: ${extname(file)}`);
  return { body: readFileSync(file), headers: { ...pageHeaders, "content-type": mediaType } };
}
