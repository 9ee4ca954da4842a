import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { calls } from "../shared/contract/calls.ts";
import { events } from "../shared/contract/events.ts";
import { callNames, packCallNames } from "./ipc/calls-list.ts";

/** Where the bundle goes. */
export interface BundlePlace {
  /** Root of the source tree. */
  readonly root: string;
  /** Folder that is emptied and filled; `dist/electron` in a build. */
  readonly outDir: string;
}

// Native code cannot be bundled and Electron is not a file: these are looked up when the app runs.
const external = ["electron", "better-sqlite3", "@node-rs/argon2"];

// Libraries in the bundle that were written for `require` still find it and their own folder.
const banner = [
  'import { createRequire as kuraCreateRequire } from "node:module";',
  "const require = kuraCreateRequire(import.meta.url);",
  "const __filename = import.meta.filename;",
  "const __dirname = import.meta.dirname;",
].join("\n");

/** Builds main, engine, workers and preload, and copies the files they read from beside themselves. */
export async function bundleElectron({ root, outDir }: BundlePlace): Promise<void> {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const electron = join(root, "electron");
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: join(electron, "shell/main.ts"), out: "main" },
      { in: join(electron, "engine/engine-process.ts"), out: "engine-process" },
      { in: join(electron, "cli/kura.ts"), out: "kura" },
      ...workerEntries(electron),
    ],
    outdir: outDir,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    external,
    banner: { js: banner },
    // Class names stand in the log; line breaks make a crash readable.
    keepNames: true,
    minify: false,
    legalComments: "none",
    logLevel: "warning",
    plugins: [workerAddresses],
    define: { BUILT_AT_MS: String(builtAtMs()) },
  });
  await bundlePreload({ root, outDir });
  copyBesides(outDir);
}

/** The moment that stands for this build; a packager that wants the same bytes again names it, as is the custom. */
function builtAtMs(): number {
  const seconds = Number(process.env["SOURCE_DATE_EPOCH"]);
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1_000 : Date.now();
}

/** Builds the preload: one small script for a sandboxed window, with the names of all calls written in. */
async function bundlePreload({ root, outDir }: BundlePlace): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [{ in: join(root, "electron/preload/preload.ts"), out: "preload" }],
    outdir: outDir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "browser",
    target: "chrome140",
    format: "cjs",
    external: ["electron"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    define: {
      CALLS: JSON.stringify(packCallNames(callNames(calls))),
      TOPICS: JSON.stringify(Object.keys(events)),
    },
  });
}

const moduleAddress = /new URL\(\s*"([^"]+)\.ts",\s*import\.meta\.url,?\s*\)/gu;

/** Every module that code names by its address, as a worker is, becomes a file of its own beside the engine. */
function workerEntries(electron: string): { in: string; out: string }[] {
  const sources = readdirSync(electron, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const named = sources.flatMap((path) => {
    const source = join(electron, path);
    const addresses = [...readFileSync(source, "utf8").matchAll(moduleAddress)];
    return addresses.map(([, address = ""]) => join(dirname(source), `${address}.ts`));
  });
  return [...new Set(named)].map((path) => ({ in: path, out: basename(path, ".ts") }));
}

/** Lets such an address find the built file, whatever folder the source was in. */
const workerAddresses: Plugin = {
  name: "worker-addresses",
  setup(building) {
    building.onLoad({ filter: /[/\\]electron[/\\].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        moduleAddress,
        (_found, address: string) => `new URL("./${basename(address)}.js", import.meta.url)`,
      ),
      loader: "ts",
    }));
  },
};

const fontPackages = ["noto-sans-jp", "noto-sans", "noto-sans-sc", "noto-sans-kr"];
const fontWeights = ["400Regular", "700Bold"];

/** Files that code in the bundle opens by their place beside it: the colour profile of PDF/A, the fonts, and the
 * tables by which the text of East Asian PDFs is read. */
function copyBesides(outDir: string): void {
  cpSync(join(dirname(installed("pdfjs-dist/package.json")), "cmaps"), join(outDir, "cmaps"), { recursive: true });
  const profile = "data/sRGB_IEC61966_2_1.icc";
  cpSync(join(dirname(installed("pdfkit")), profile), join(outDir, profile));
  for (const name of fontPackages) {
    const fonts = dirname(installed(`@expo-google-fonts/${name}/package.json`));
    for (const folder of fontWeights.map((weight) => join(fonts, weight))) {
      for (const file of readdirSync(folder).filter((entry) => entry.endsWith(".ttf"))) {
        cpSync(join(folder, file), join(outDir, "fonts", file));
      }
    }
  }
}

function installed(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  await bundleElectron({ root, outDir: join(root, "dist/electron") });
}
