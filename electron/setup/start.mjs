import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allPrograms, ensurePrograms, windowPrograms } from "./debian-packages.mjs";
import { runQuietly, runVisibly } from "./run-command.mjs";
import { SetupError, say } from "./words.mjs";

/** How long a first start waits for Electron's binary before it shows a window by other means. */
const electronLimitMs = 90_000;
/** After a failed fetch the next starts do not wait again for this long. */
const electronRetryMs = 24 * 60 * 60 * 1000;

/** Shows the app: in Electron, else in a Chromium window, else (no display) as the demo. Answers the exit code. */
export async function start(root, node, args) {
  if (!hasDisplay()) {
    say("画面がないため、代わりに一巡の実演を行います。", "There is no display, so the demo runs instead.");
    return demo(root, node, []);
  }
  const electron = await ensureElectron(root, node);
  if (electron !== undefined) return runVisibly(electron, [root, ...args], { cwd: root });
  if ((await ensurePrograms(windowPrograms)).length > 0) {
    throw new SetupError("表示に使えるブラウザがありません。", "There is no browser to show the window with.");
  }
  say(
    "Electron の実行ファイルが得られないため、Chromium の窓で起動します。機能は同じですが、窓の隔離は Electron ほど強くありません。",
    "Electron's binary is not to be had, so this starts in a Chromium window. It does the same work, but the window is less isolated than Electron's.",
  );
  return runVisibly(node, [join("tests", "support", "chromium-host", "start-app.ts"), ...args], { cwd: root });
}

/** One whole case from vault to signed paper on invented data, with pictures; says where the results are. */
export async function demo(root, node, args) {
  await ensurePrograms(allPrograms);
  return runVisibly(node, [join("tests", "e2e", "demo.ts"), ...args], { cwd: root });
}

/** Whether this machine can show a window; only Linux can lack a display. */
function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** Path of Electron's binary, fetched within the limit if need be, or undefined. */
async function ensureElectron(root, node) {
  const present = electronBinary(root);
  if (present !== undefined) return present;
  const failedMark = join(root, "node_modules", ".cache", "kura", "electron-not-to-be-had");
  const failedAt = statSync(failedMark, { throwIfNoEntry: false });
  if (failedAt !== undefined && Date.now() - failedAt.mtimeMs < electronRetryMs) return undefined;
  say("Electron の実行ファイルを取り寄せています。", "Fetching Electron's binary.");
  const { code } = await runQuietly(node, [join("node_modules", "electron", "install.js")], {
    cwd: root,
    limitMs: electronLimitMs,
  });
  const fetched = code === 0 ? electronBinary(root) : undefined;
  if (fetched === undefined) {
    mkdirSync(join(root, "node_modules", ".cache", "kura"), { recursive: true });
    writeFileSync(failedMark, "");
  }
  return fetched;
}

/** Path of Electron's binary if it has been installed. */
export function electronBinary(root) {
  try {
    const name = readFileSync(join(root, "node_modules", "electron", "path.txt"), "utf8").trim();
    const path = join(root, "node_modules", "electron", "dist", name);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
