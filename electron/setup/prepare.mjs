/**
 * First step of every npm script. It runs on whatever Node the machine has, on a clone where nothing is installed yet,
 * so it uses Node's builtins only. It sets up what the wanted script needs and hands over to Node 24.
 */
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, ensureBuild } from "./build.mjs";
import { allPrograms, checkPrograms, ensurePrograms } from "./debian-packages.mjs";
import { ensureDependencies, ensureNode } from "./dependencies.mjs";
import { develop } from "./develop.mjs";
import { runVisibly } from "./run-command.mjs";
import { demo, electronBinary, start } from "./start.mjs";
import { SetupError } from "./words.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Runs a suite of tests/run; `programs` first, and a fresh build where journeys or the built page are looked at. */
function suite(name, { programs = [], built = false } = {}) {
  return async (node, args) => {
    await ensurePrograms(programs);
    if (built) await ensureBuild(root, node);
    const env = { ...process.env, KURA_ELECTRON: electronBinary(root) ?? "" };
    return runVisibly(node, [join("tests", "run", "run.ts"), name, ...args], { cwd: root, env });
  };
}

const scripts = {
  start: async (node, args) => {
    await ensureBuild(root, node);
    return start(root, node, args);
  },
  dev: async (node, args) => {
    await ensureBuild(root, node);
    return develop(root, node, args);
  },
  demo: async (node, args) => {
    await ensureBuild(root, node);
    return demo(root, node, args);
  },
  build: async (node) => {
    await build(root, node);
    return 0;
  },
  package: async (node, args) => {
    await ensureBuild(root, node);
    return runVisibly(node, [join("node_modules", "electron-builder", "cli.js"), "--publish", "never", ...args], {
      cwd: root,
    });
  },
  kura: async (node, args) => {
    await ensureBuild(root, node);
    return runVisibly(node, [join(root, "dist", "electron", "kura.js"), ...args]);
  },
  types: suite("types"),
  check: suite("check", { programs: checkPrograms }),
  test: suite("test", { programs: allPrograms, built: true }),
  e2e: suite("e2e", { programs: allPrograms, built: true }),
  fuzz: suite("fuzz", { programs: checkPrograms }),
  storm: suite("storm"),
  bench: suite("bench", { built: true }),
};

async function main() {
  const [word = "", ...args] = process.argv.slice(2);
  const script = scripts[word];
  if (script === undefined) {
    throw new SetupError(
      `使える語: ${Object.keys(scripts).join(" ")}`,
      `Known words: ${Object.keys(scripts).join(" ")}`,
    );
  }
  await ensureDependencies(root);
  const node = await ensureNode(root);
  // Tools that start `node` by name must meet the same one.
  process.env.PATH = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return script(node, args);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
