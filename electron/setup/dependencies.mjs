import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./run-command.mjs";
import { SetupError, say } from "./words.mjs";

/** The Node major that Electron embeds; tests and the Chromium host must run on it. */
const nodeMajor = 24;

/** Without a network npm would try for minutes; three quick tries are enough for a bad moment. */
const npmManners = [
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  "--prefer-offline",
  "--fetch-retries=3",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/** Installs what package-lock.json names, if it is not there already. Install scripts stay off: none is needed but Node's. */
export async function ensureDependencies(root) {
  if (!isStale(root)) return;
  say(
    "依存パッケージを入れています(初回と更新時のみ、数分かかります)。",
    "Installing packages (first run and updates only; this takes a few minutes).",
  );
  const { code, tail } = await runNpm(root, ["ci", "--ignore-scripts", ...npmManners]);
  if (code === 0 && !isStale(root)) return;
  process.stderr.write(`${tail}\n`);
  throw new SetupError(
    "依存パッケージを入れられませんでした。npm のレジストリに届くか確かめて、もう一度実行してください。手元のデータには触れていません。",
    "The packages could not be installed. Check that npm reaches its registry and run this again. None of your data was touched.",
  );
}

/** Path of a Node of the right major; brings it in as the `node` package if it is not there. */
export async function ensureNode(root) {
  const path = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (await isRightNode(path)) return path;
  say(`Node ${nodeMajor} を用意しています。`, `Fetching Node ${nodeMajor}.`);
  const { tail } = await runNpm(root, ["rebuild", "node", ...npmManners]);
  if (await isRightNode(path)) return path;
  process.stderr.write(`${tail}\n`);
  throw new SetupError(
    `Node ${nodeMajor} を用意できませんでした。npm のレジストリに届くか確かめて、もう一度実行してください。`,
    `Node ${nodeMajor} could not be fetched. Check that npm reaches its registry and run this again.`,
  );
}

async function isRightNode(path) {
  if (!existsSync(path)) return false;
  const { code, tail } = await runQuietly(path, ["--version"]);
  return code === 0 && tail.startsWith(`v${nodeMajor}.`);
}

/**
 * Whether node_modules is not what package-lock.json names. Compares contents, not times: a checkout touches the
 * lockfile without changing it, and npm writes both files in no fixed order.
 */
export function isStale(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return true;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === "") return false;
    const installed = present[path];
    if (installed === undefined) return !(entry.optional || entry.devOptional || entry.peer);
    return installed.version !== entry.version || installed.integrity !== entry.integrity;
  });
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs the npm that started us, on the Node that npm itself runs on. Ours may be the one in node_modules (npm puts it
 * first on the PATH), which `npm ci` removes under our feet.
 */
function runNpm(root, args) {
  const { npm_execpath: npm = "", npm_node_execpath: node = process.execPath } = process.env;
  if (/npm-cli\.c?js$/.test(npm) && existsSync(node)) return runQuietly(node, [npm, ...args], { cwd: root });
  return runQuietly("npm", args, { cwd: root, shell: process.platform === "win32" });
}
