import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { callNames } from "../../electron/ipc/calls-list.ts";
import { calls } from "../../shared/contract/calls.ts";
import { tempFolder } from "../support/temp-folder.ts";

/**
 * The built app in Electron itself: what fakes and the Chromium host cannot show. Needs Electron's binary, a display
 * and a build; `npm run e2e` looks for them and says so in its last line when one is missing.
 */
const root = join(import.meta.dirname, "../..");
// Set by the npm scripts to the binary's path, empty where there is none.
const executablePath = process.env["KURA_ELECTRON"] ?? "";
const skip = executablePath === "" ? "Electron's binary is not present" : false;

describe("the app in Electron", { skip }, () => {
  const cleanUps: (() => void)[] = [];
  let app: ElectronApplication;
  let page: Page;

  before(async () => {
    // Hooks hand their clean-up over as a plain function.
    const folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const env = { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder, HOME: folder } as Record<string, string>; // no undefined among them
    app = await _electron.launch({ executablePath, args: [root, ...asRoot], env });
    page = await app.firstWindow();
    await page.waitForLoadState("load");
  });
  after(async () => {
    await app.close();
    for (const cleanUp of cleanUps) cleanUp();
  });

  it("shows the page from its own scheme", () => {
    assert.equal(page.url(), "app://kura/");
  });

  it("gives the page exactly the calls of the table, and `on`", async () => {
    const surface = await page.evaluate(() => {
      const bridge = globalThis.kura ?? { call: {}, on: () => () => undefined };
      const names = Object.entries(bridge.call).map(([area, verbs]) => [area, Object.keys(verbs)] as const);
      return { top: Object.keys(bridge).sort(), names: Object.fromEntries(names) };
    });
    assert.deepEqual(surface, { top: ["call", "on"], names: callNames(calls) });
  });

  it("has nothing of Node or Electron in the page", async () => {
    const found = await page.evaluate(() =>
      ["require", "process", "module", "Buffer", "electron", "ipcRenderer"].filter((name) => name in globalThis),
    );
    assert.deepEqual(found, []);
  });

  it("reaches the engine through preload, main and utility process", async () => {
    const body = await page.evaluate(async () => globalThis.kura?.call["app"]?.["start"]?.("{}"));
    assert.match(body ?? "", /"ok":true.*"host":"electron"/u);
  });

  it("refuses fetch, foreign images and inline scripts", async () => {
    const refused = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
      await fetch("https://elsewhere.invalid/").catch(() => undefined);
      new Image().src = "https://elsewhere.invalid/x.png";
      await new Promise((resolve) => setTimeout(resolve, 100));
      return seen;
    });
    assert.deepEqual(refused.sort(), ["connect-src", "img-src"]);
  });

  it("stays on its page and opens no other window", async () => {
    await page.evaluate(() => {
      globalThis.open("app://kura/");
      globalThis.location.href = "https://elsewhere.invalid/";
    });
    await page.waitForTimeout(300);
    assert.equal(page.url(), "app://kura/");
    assert.equal(app.windows().length, 1);
  });
});
