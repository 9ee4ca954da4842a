import "../engine/umask.ts";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  session as sessions,
  utilityProcess,
} from "electron";
import { createText } from "../../shared/strings/text.ts";
import { wordsForCommandLine } from "../cli/arguments.ts";
import { runCli } from "../cli/run-cli.ts";
import { terminalWorld } from "../cli/terminal.ts";
import { createClipboardKeeper } from "../engine/clipboard-keeper.ts";
import { createEngineClient } from "../engine/engine-client.ts";
import { createLog } from "../log.ts";
import { systemClipboard } from "./clipboard.ts";
import { createDialogs } from "./dialogs.ts";
import { forkEngine } from "./engine.ts";
import { watchAway } from "./idle.ts";
import { joinWindowsToEngine } from "./ipc.ts";
import { setMenu } from "./menu.ts";
import { readPageFiles } from "./page-files.ts";
import { appScheme, servePage } from "./protocol.ts";
import { hardenContents, hardenSession } from "./session.ts";
import { holdSingleInstance } from "./single-instance.ts";
import { startSwitches } from "./switches.ts";
import { openWindow } from "./window.ts";
import { createWindowCover } from "./window-cover.ts";

const devTools = !app.isPackaged;
const bundle = import.meta.dirname;

function openWindows(): BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter((window) => !window.isDestroyed());
}

function showFirstWindow(): void {
  const [window] = openWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function start(): void {
  const text = createText(app.getLocale().startsWith("ja") ? "ja" : "en");
  const userData = app.getPath("userData");
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  chmodSync(userData, 0o700);
  const log = createLog({ folder: join(userData, "logs"), clock: { nowMs: Date.now }, name: "host" });

  // A partition without `persist:` lives in memory: no cache, cookie or storage of the page reaches the disk.
  const session = sessions.fromPartition("kura");
  hardenSession(session, devTools);
  hardenSession(sessions.defaultSession, devTools);
  servePage(session.protocol, readPageFiles(join(bundle, "../renderer")));
  setMenu(Menu, { text, isMac: process.platform === "darwin", devTools });

  const engine = createEngineClient({
    spawn: () => forkEngine(utilityProcess, join(bundle, "engine-process.js")),
    facts: {
      paths: { userData, resources: join(bundle, "../../resources"), fonts: join(bundle, "fonts") },
      info: { version: app.getVersion(), host: "electron" },
      clockOffsetMs: 0,
    },
    dialogs: createDialogs({ dialog, parent: () => BrowserWindow.getFocusedWindow() ?? openWindows()[0], text }),
    clipboard: createClipboardKeeper(systemClipboard(clipboard)),
    log,
  });
  const cover = createWindowCover(openWindows);
  joinWindowsToEngine({ ipcMain, engine, windows: openWindows, onBlank: cover.lift, log });
  watchAway(powerMonitor, (moment) => {
    // A window that shows the lock page has nothing to hide, and no reason to say that it is blank.
    if (engine.vaultOpen()) cover.hide();
    engine.away(moment);
  });
  closeEngineBeforeQuit(engine.close);
  openWindow({
    make: (options) => new BrowserWindow(options),
    session,
    preload: join(bundle, "preload.cjs"),
    title: text("common.appName"),
    devTools,
  });
}

/** `Kura verify-pdf …`: the same program without a window. A vault that a window has open is busy, as for any process. */
async function runWithoutWindow(words: readonly string[]): Promise<void> {
  const world = terminalWorld({
    words,
    paths: {
      userData: app.getPath("userData"),
      resources: join(bundle, "../../resources"),
      fonts: join(bundle, "fonts"),
    },
    version: app.getVersion(),
  });
  app.exit(await runCli(world));
}

/** Holds the end of the app back until the vault is closed. */
function closeEngineBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on("before-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  app.on("window-all-closed", () => app.quit());
}

// Both hosts keep their files in one place, whatever name the package gives the app.
app.setPath("userData", join(app.getPath("appData"), "kura"));
protocol.registerSchemesAsPrivileged([appScheme]);
for (const [name, value] of startSwitches) app.commandLine.appendSwitch(name, value);
app.enableSandbox();
hardenContents(app);
const words = wordsForCommandLine(process.argv, app.isPackaged);
if (words !== undefined) void app.whenReady().then(() => runWithoutWindow(words));
else if (holdSingleInstance(app, showFirstWindow)) void app.whenReady().then(start);
else app.quit();
