import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./build.mjs";
import { say } from "./words.mjs";

const settleMs = 300;
const watched = ["shared", "electron", "renderer", "resources"];

/** Shows the app, and builds and shows it again whenever a source changes: the release build, no dev server. */
export async function develop(root, node, args) {
  let child = startAgain(root, args);
  let timer;
  const change = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        await ensureBuild(root, node);
        child.kill();
        child = startAgain(root, args);
      } catch {
        say("直したら、もう一度組み立てます。", "It is built again when you have fixed it.");
      }
    }, settleMs);
  };
  const watchers = watched.map((folder) => watch(join(root, folder), { recursive: true }, change));
  return new Promise((resolve) => {
    process.once("SIGINT", () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      child.kill();
      resolve(0);
    });
  });
}

function startAgain(root, args) {
  return spawn(process.execPath, [join(root, "electron", "setup", "prepare.mjs"), "start", ...args], {
    stdio: "inherit",
    cwd: root,
  });
}
