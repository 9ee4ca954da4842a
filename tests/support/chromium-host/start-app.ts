/**
 * Shows the app in a visible Chromium window, for machines where Electron's binary cannot be had. The window's title
 * says so. An argument `--user-data=<folder>` keeps everything in that folder instead of the usual one.
 */
import "../../../electron/engine/umask.ts";
import { homedir } from "node:os";
import { userDataFolder } from "../../../electron/cli/user-data.ts";
import { builtEngine } from "../built-page.ts";
import { startChromiumHost } from "./chromium-host.ts";

// Japanese unless the system says English; a system that says nothing gets Japanese.
const systemLanguage = process.env["LC_ALL"] ?? process.env["LANG"] ?? "";
const option = process.argv.find((argument) => argument.startsWith("--user-data="));
const engineEntry = builtEngine();
const host = await startChromiumHost({
  ...(engineEntry === undefined ? {} : { engineEntry }),
  userData: option?.slice("--user-data=".length) ?? userDataFolder(process.env, homedir()),
  headless: false,
  dialogs: "interactive",
  locale: systemLanguage.startsWith("en") ? "en-GB" : "ja-JP",
  viewport: null,
});

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await host.close();
  process.exit(0);
}

host.context.on("page", (page) => page.once("close", endWhenAllClosed));
host.page.once("close", endWhenAllClosed);
function endWhenAllClosed(): void {
  if (host.context.pages().length === 0) void end();
}
host.context.browser()?.once("disconnected", () => void end());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void end());
