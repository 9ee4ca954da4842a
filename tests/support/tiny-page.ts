import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const first = new URL("../../renderer/first.ts", import.meta.url).pathname;

/** Writes a page that holds only what runs first in every window; for tests of the hosts, apart from the app. */
export function writeTinyPage(folder: string): void {
  mkdirSync(join(folder, "assets"), { recursive: true });
  buildSync({ entryPoints: [first], outfile: join(folder, "assets/first.js"), format: "esm", logLevel: "warning" });
  const script = '<script type="module" src="/assets/first.js"></script>';
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,"><title>蔵</title>${script}<div id="root"></div>`;
  writeFileSync(join(folder, "index.html"), html);
}
