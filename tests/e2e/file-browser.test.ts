import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import type { Browser, Page } from "playwright";
import type { Dialogs } from "../../electron/ports.ts";
import { startBrowser } from "../support/chromium-host/browser.ts";
import { createFileBrowser } from "../support/chromium-host/file-browser.ts";
import { tempFolder } from "../support/temp-folder.ts";

describe("the file browser of the visible Chromium host", () => {
  let browser: Browser;
  before(async () => {
    browser = await startBrowser({ headless: true, locale: "ja-JP" });
  });
  after(() => browser.close());

  /** Presses the button that answers the dialog. Its window may be gone before the press has been reported back. */
  async function answer(page: Page, name: string): Promise<void> {
    await page
      .getByRole("button", { name })
      .click()
      .catch((thrown: unknown) => {
        if (!page.isClosed()) throw thrown;
      });
  }

  /** A folder with a few files, dialogs that start in it, and the window that a dialog opens. */
  function startIn(t: TestContext): { folder: string; dialogs: Dialogs; window: () => Promise<Page> } {
    const folder = tempFolder(t);
    mkdirSync(join(folder, "資料"));
    writeFileSync(join(folder, "資料", "論文.pdf"), "%PDF-1.7");
    writeFileSync(join(folder, "リスト.csv"), "氏名\n");
    writeFileSync(join(folder, "fdp\u202efdp.exe"), "MZ");
    writeFileSync(join(folder, "<img src=x onerror=document.title=1>.pdf"), "%PDF-1.7");
    writeFileSync(join(folder, ".hidden.pdf"), "%PDF-1.7");
    const dialogs = createFileBrowser({ browser, locale: "ja-JP", startFolder: folder });
    const window = async (): Promise<Page> => {
      for (;;) {
        const page = browser.contexts().at(-1)?.pages().at(-1);
        if (page !== undefined && (await page.locator("footer button").count()) > 0) return page;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    return { folder, dialogs, window };
  }

  it("lets a person walk into a folder and choose a file", async (t) => {
    const { folder, dialogs, window } = startIn(t);
    const chosen = dialogs.openFile("evidence");
    const page = await window();
    await page.getByRole("button", { name: "資料" }).click();
    await page.getByRole("button", { name: "論文.pdf" }).click();
    await answer(page, "このファイルを選ぶ");
    assert.equal(await chosen, join(folder, "資料", "論文.pdf"));
  });

  it("shows only files of the wanted kinds, until all are asked for, and shows names as they are", async (t) => {
    const { dialogs, window } = startIn(t);
    const chosen = dialogs.openFile("signed-pdf");
    const page = await window();
    const names = page.locator(".row .name");
    await names.first().waitFor();
    assert.deepEqual(await names.allTextContents(), ["資料", "<img src=x onerror=document.title=1>.pdf"]);
    await page.getByLabel("すべてのファイルを表示").check();
    await page.getByText("リスト.csv").waitFor();
    assert.equal(await page.getByText("fdpfdp.exe").count(), 1);
    assert.match(await page.title(), /署名付きPDF/u);
    await answer(page, "中止");
    assert.equal(await chosen, undefined);
  });

  it("lets a person make a folder and choose it", async (t) => {
    const { folder, dialogs, window } = startIn(t);
    const chosen = dialogs.openFolder("new-vault-folder");
    const page = await window();
    await page.getByLabel("新しいフォルダーの名前").fill("保管庫");
    await page.getByRole("button", { name: "作成" }).click();
    await page.getByText(join(folder, "保管庫")).waitFor();
    await answer(page, "このフォルダーを選ぶ");
    assert.equal(await chosen, join(folder, "保管庫"));
    assert.deepEqual(readdirSync(join(folder, "保管庫")), []);
  });

  it("saves under the suggested name, and asks twice before a file is replaced", async (t) => {
    const { folder, dialogs, window } = startIn(t);
    writeFileSync(join(folder, "付議資料.pdf"), "%PDF-1.7");
    const chosen = dialogs.saveFile("report-copy", "../付議資料.pdf");
    const page = await window();
    assert.equal(await page.getByLabel("ファイル名").inputValue(), "__付議資料.pdf");
    await page.getByLabel("ファイル名").fill("付議資料.pdf");
    await page.getByRole("button", { name: "ここに保存" }).click();
    await page.getByText("同じ名前のファイルがあります").waitFor();
    await answer(page, "上書き保存");
    assert.equal(await chosen, join(folder, "付議資料.pdf"));
  });

  it("speaks English as well", async (t) => {
    const { dialogs, window } = startIn(t);
    const chosen = dialogs.openFile("list");
    const page = await window();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Choose a list file to import" }).waitFor();
    // The window may be gone before the key is up.
    await page.keyboard.press("Escape").catch(() => undefined);
    assert.equal(await chosen, undefined);
  });

  it("gives nothing when its window is closed", async (t) => {
    const { dialogs, window } = startIn(t);
    const chosen = dialogs.openFile("evidence");
    await (await window()).close();
    assert.equal(await chosen, undefined);
  });
});
