import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** Root of the project under test. */
export const projectRoot = join(import.meta.dirname, "..", "..");

/** A small project in a temporary folder, judged by the real rules. */
export interface PlantedTree {
  readonly root: string;
  /** Adds or replaces files, by path from the root. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Copies files of the project to the same place. */
  copy(paths: readonly string[]): Promise<void>;
  /** Makes the project's real packages visible. */
  linkPackages(): Promise<void>;
  /** Runs a tool of the project's node_modules here; never throws. */
  runTool(tool: string, args: readonly string[]): Promise<{ code: number; output: string }>;
  remove(): Promise<void>;
}

/** Makes an empty tree; the caller removes it. */
export async function createPlantedTree(): Promise<PlantedTree> {
  const root = await mkdtemp(join(tmpdir(), "planted-"));
  return {
    root,
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text);
      }
    },
    async copy(paths) {
      for (const path of paths) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await copyFile(join(projectRoot, path), join(root, path));
      }
    },
    linkPackages: () => symlink(join(projectRoot, "node_modules"), join(root, "node_modules"), "junction"),
    runTool: (tool, args) => runTool(root, tool, args),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

function runTool(cwd: string, tool: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join(projectRoot, "node_modules", tool), ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
