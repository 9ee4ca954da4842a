import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebPreferences } from "electron";
import { contentSecurityPolicy, pageHeaders } from "../../../../electron/security/content-policy.ts";
import { pageAddress } from "../../../../electron/shell/protocol.ts";
import { openWindow, webPreferences } from "../../../../electron/shell/window.ts";
import manifest from "../../../../package.json" with { type: "json" };

/** Electron's own list (docs: tutorial/security), point by point. Behaviour behind a point is tested beside its file. */
const root = join(import.meta.dirname, "../../../..");
const source = (path: string): string => readFileSync(join(root, path), "utf8");
const floor = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => source(join(folder, path)));

const main = source("electron/shell/main.ts");
const everything = [...floor("electron"), ...floor("renderer"), ...floor("shared")];

// Nothing is called on the session here; it is only passed on.
const session = {} as Session;
const preferences = webPreferences({ session, preload: "/bundle/preload.cjs", devTools: false });

function optionsOf(devTools: boolean): { options: BrowserWindowConstructorOptions; loaded: string[] } {
  const made: BrowserWindowConstructorOptions[] = [];
  const loaded: string[] = [];
  const make = (options: BrowserWindowConstructorOptions): BrowserWindow => {
    made.push(options);
    const window = Object.assign(new EventEmitter(), {
      webContents: new EventEmitter(),
      loadURL: async (address: string) => void loaded.push(address),
    });
    return window as unknown as BrowserWindow; // the members that opening a window uses
  };
  openWindow({ make, session, preload: "/bundle/preload.cjs", title: "蔵", devTools });
  return { options: made[0] ?? assert.fail("no window was made"), loaded };
}

describe("Electron's security list", () => {
  it("1. loads only content of its own, over a scheme of its own", () => {
    assert.deepEqual(optionsOf(false).loaded, [pageAddress]);
    assert.equal(pageAddress, "app://kura/");
  });

  it("2. has no Node in the page, its workers or its frames", () => {
    assert.equal(preferences.nodeIntegration, false);
    assert.equal(preferences.nodeIntegrationInWorker, false);
    assert.equal(preferences.nodeIntegrationInSubFrames, false);
  });

  it("3. isolates the preload's context", () => {
    assert.equal(preferences.contextIsolation, true);
  });

  it("4. sandboxes every process of a page", () => {
    assert.equal(preferences.sandbox, true);
    assert.match(main, /app\.enableSandbox\(\)/u);
  });

  it("5. answers permission requests, for the page's session and the default one", () => {
    assert.match(main, /hardenSession\(session, /u);
    assert.match(main, /hardenSession\(sessions\.defaultSession, /u);
  });

  it("6. leaves web security on", () => {
    assert.equal(preferences.webSecurity, true);
  });

  it("7. sends a content policy that starts from nothing", () => {
    assert.equal(pageHeaders["content-security-policy"], contentSecurityPolicy);
    assert.match(contentSecurityPolicy, /^default-src 'none'; /u);
  });

  it("8. allows no insecure content", () => {
    assert.equal(preferences.allowRunningInsecureContent, false);
  });

  it("9. enables no experimental features", () => {
    assert.equal(preferences.experimentalFeatures, false);
  });

  it("10. enables no Blink features by name", () => {
    assert.equal("enableBlinkFeatures" in preferences, false);
  });

  it("11. has no webview, so none with popups", () => {
    assert.equal(preferences.webviewTag, false);
    for (const text of everything) assert.doesNotMatch(text, /allowpopups/u);
  });

  it("12. attaches no webview", () => {
    assert.match(source("electron/shell/session.ts"), /will-attach-webview", \(event\) => event\.preventDefault\(\)/u);
  });

  it("13. and 14. confines every page before the first one exists", () => {
    assert.ok(main.indexOf("hardenContents(app)") >= 0);
    assert.ok(main.indexOf("hardenContents(app)") < main.indexOf("whenReady()"));
  });

  it("15. hands no address to another program", () => {
    for (const text of everything) assert.doesNotMatch(text, /\bopenExternal\(|\bopenPath\(|\bshowItemInFolder\(/u);
  });

  it("16. runs an Electron that is pinned exactly", () => {
    assert.match(manifest.devDependencies.electron, /^\d+\.\d+\.\d+$/u);
    assert.ok(Number.parseInt(manifest.devDependencies.electron, 10) >= 45);
  });

  it("17. checks who sends, in the one place where messages come in", () => {
    const listening = everything.filter((text) => /ipcMain\.(?:handle|on|once)\(/u.test(text));
    assert.equal(listening.length, 1);
    assert.match(listening[0] ?? "", /isTrustedFrame\(/u);
  });

  it("18. loads nothing from file://", () => {
    for (const text of everything) assert.doesNotMatch(text, /\bloadFile\(|["'`]file:\/\//u);
  });

  it("19. flips the fuses of the shipped binary", {
    skip: existsSync(join(root, "electron-builder.yml")) ? false : "electron-builder.yml is not there",
  }, () => {
    const packaging = source("electron-builder.yml");
    for (const fuse of ["runAsNode", "enableNodeOptionsEnvironmentVariable", "enableNodeCliInspectArguments"]) {
      assert.match(packaging, new RegExp(`${fuse}: false`, "u"));
    }
    for (const fuse of ["onlyLoadAppFromAsar", "enableEmbeddedAsarIntegrityValidation"]) {
      assert.match(packaging, new RegExp(`${fuse}: true`, "u"));
    }
  });

  it("20. shows the page nothing of Electron", () => {
    const preload = source("electron/preload/preload.ts");
    assert.equal(preload.match(/exposeInMainWorld\(/gu)?.length, 1);
    assert.doesNotMatch(preload, /kura", ipcRenderer|: ipcRenderer\b|\.\.\.ipcRenderer/u);
  });
});

describe("a window", () => {
  it("spells out every protection, so that no default can soften it", () => {
    const set: readonly (keyof WebPreferences)[] = ["spellcheck", "plugins", "navigateOnDragDrop", "webgl"];
    for (const name of set) assert.equal(preferences[name], false, name);
    assert.equal(preferences.v8CacheOptions, "none");
  });

  it("has developer tools in development only", () => {
    assert.equal(optionsOf(false).options.webPreferences?.devTools, false);
    assert.equal(optionsOf(true).options.webPreferences?.devTools, true);
    assert.match(main, /const devTools = !app\.isPackaged;/u);
  });

  it("is shown only when it has something to show", () => {
    assert.equal(optionsOf(false).options.show, false);
  });
});
