import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = join(root, "dist/renderer");
const lock = join(root, "dist/.page-lock");
/** A lock older than this was left behind by a build that was ended. */
const lockLimitMs = 120_000;

/** Folder of the built page, built anew when a source is younger than it. Test files that run at once build it once. */
export async function builtPage(): Promise<string> {
  while (isStale()) {
    if (takeLock()) await buildUnderLock();
    else await pause(200);
  }
  return page;
}

/** Builds the page into a folder of the caller's own. */
export async function buildPage(outDir: string): Promise<void> {
  // Loading the builder takes most of a second; a start on a built page does without.
  const { build } = await import("vite");
  const configFile = join(root, "renderer/vite.config.ts");
  await build({ configFile, logLevel: "warn", build: { outDir, emptyOutDir: true } });
}

async function buildUnderLock(): Promise<void> {
  const fresh = join(root, `dist/.page-${process.pid}`);
  const old = `${fresh}-old`;
  try {
    await buildPage(fresh);
    if (statSync(page, { throwIfNoEntry: false }) !== undefined) renameSync(page, old);
    renameSync(fresh, page);
  } finally {
    rmSync(old, { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(): boolean {
  mkdirSync(join(root, "dist"), { recursive: true });
  const held = statSync(lock, { throwIfNoEntry: false });
  if (held !== undefined && Date.now() - held.mtimeMs > lockLimitMs) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/** The bundled engine, which starts in half the time, or undefined when a source is younger than it. */
export function builtEngine(): string | undefined {
  const entry = join(root, "dist/electron/engine-process.js");
  return isYoungerThanSources(entry, ["electron", "shared"]) ? entry : undefined;
}

function isStale(): boolean {
  return !isYoungerThanSources(join(page, "index.html"), ["renderer", "shared"]);
}

function isYoungerThanSources(built: string, folders: readonly string[]): boolean {
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(root, folder, path)),
  );
  const builtMs = changedMs(built);
  return [...sources, join(root, "package-lock.json")].every((path) => changedMs(path) <= builtMs);
}

/** Zero for a file that is absent or vanished while the tree was listed. */
function changedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
