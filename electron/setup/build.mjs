import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runVisibly } from "./run-command.mjs";
import { SetupError, say } from "./words.mjs";

/** Whatever changes the built page or the bundles. */
const inputs = ["shared", "electron", "renderer", "resources", "package-lock.json", "tsconfig.json"];

/** Builds main, preload, engine and page into dist/, unless dist/ was built from exactly these files. */
export async function ensureBuild(root, node) {
  const mark = join(root, "dist", ".inputs");
  if (readMark(mark) === stateOf(root)) return;
  await build(root, node);
}

/** Builds everything into dist/. */
export async function build(root, node) {
  say("組み立てています。", "Building.");
  const state = stateOf(root);
  const steps = [
    [join("electron", "bundle.ts")],
    [
      join("node_modules", "vite", "bin", "vite.js"),
      "build",
      "--config",
      join("renderer", "vite.config.ts"),
      "--logLevel",
      "warn",
    ],
  ];
  for (const step of steps) {
    const code = await runVisibly(node, step, { cwd: root });
    if (code !== 0)
      throw new SetupError(
        "組み立てに失敗しました。上の出力を見てください。",
        "The build failed; see the output above.",
      );
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", ".inputs"), state);
}

function readMark(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** One hash over names, sizes and times of all inputs, so that a deleted file counts as a change too. */
function stateOf(root) {
  const hash = createHash("sha256");
  for (const input of inputs) addTo(hash, join(root, input));
  return hash.digest("hex");
}

function addTo(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
}
