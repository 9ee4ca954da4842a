import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { mock, test } from "node:test";
import type { BrowserWindow, Clipboard } from "electron";
import { systemClipboard } from "../../../../electron/shell/clipboard.ts";
import { blankLimitMs, createWindowCover } from "../../../../electron/shell/window-cover.ts";

function fakeWindow(isMinimized = false) {
  const done: string[] = [];
  const page = new EventEmitter();
  let isVisible = true;
  const window = {
    isVisible: () => isVisible,
    isMinimized: () => isMinimized,
    isDestroyed: () => false,
    hide: () => {
      isVisible = false;
      done.push("hide");
    },
    showInactive: () => {
      isVisible = true;
      done.push("show");
    },
    reload: () => done.push("reload"),
    webContents: page,
  };
  return { window: window as unknown as BrowserWindow, done, page }; // these members are all the cover uses
}

test("windows leave the screen when the person does, and come back one by one as their pages say that they are blank", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const [one, two] = [fakeWindow(), fakeWindow()];
  const cover = createWindowCover(() => [one.window, two.window]);
  cover.hide();
  assert.deepEqual([one.done, two.done], [["hide"], ["hide"]]);
  cover.lift(two.window);
  assert.deepEqual([one.done, two.done], [["hide"], ["hide", "show"]]);
  cover.lift(one.window);
  mock.timers.tick(blankLimitMs);
  assert.deepEqual(one.done, ["hide", "show"]);
  mock.timers.reset();
});

test("a page that stays silent is loaded anew and shown only then", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { window, done, page } = fakeWindow();
  const cover = createWindowCover(() => [window]);
  cover.hide();
  mock.timers.tick(blankLimitMs);
  assert.deepEqual(done, ["hide", "reload"]);
  page.emit("did-finish-load");
  assert.deepEqual(done, ["hide", "reload", "show"]);
  mock.timers.reset();
});

test("a window in the task bar stays there, and a page that is blank by itself moves nothing", () => {
  const { window, done } = fakeWindow(true);
  const cover = createWindowCover(() => [window]);
  cover.hide();
  cover.lift(window);
  assert.deepEqual(done, []);
});

test("the clipboard is emptied rather than left with an empty text", async () => {
  const done: string[] = [];
  const fake = {
    readText: () => "held",
    writeText: (text: string) => done.push(`write ${text}`),
    clear: () => done.push("clear"),
  };
  const system = systemClipboard(fake as unknown as Clipboard); // these members are all it uses
  await system.write("架空-1");
  await system.write("");
  assert.deepEqual(done, ["write 架空-1", "clear"]);
  assert.equal(await system.read(), "held");
});
