import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Locator } from "playwright";
import { setLanguage } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const pictures = process.env["KURA_PICTURES"];

describe("backup, health and restore", () => {
  const folders = journeyFolders();
  const stick = join(folders.carried, "外付け 髙﨑𠮷");
  let desk: PageDesk;

  before(async () => {
    mkdirSync(stick, { recursive: true });
    desk = await openPageDesk({ userData: folders.userData });
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });

  async function picture(name: string): Promise<void> {
    if (pictures !== undefined) await desk.page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  }

  /** No barrier on the page as it stands. */
  async function looksRight(name: string): Promise<void> {
    await desk.page.waitForTimeout(300);
    await picture(name);
    // What a busy button of a closed dialog had said aloud stays in the announcer for seven seconds.
    await desk.page
      .locator('[data-live-announcer] [role="img"]')
      .first()
      .waitFor({ state: "detached", timeout: 20_000 });
    await desk.page.evaluate(axe.source);
    // axe put itself into the page one line above.
    const found = await desk.page.evaluate(async () => {
      const run = (window as unknown as { axe: typeof axe }).axe.run; // Safe: evaluated just before.
      return (await run(document)).violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
      );
    });
    assert.deepEqual(found, [], name);
  }

  it("warns on the home page while there is no backup, and leads to the page", async () => {
    await desk.page.getByText("このPCが壊れると、金庫は戻せません").waitFor();
    await looksRight("home-no-backup-ja");
    await button("控えの画面へ").click();
    await desk.page.getByRole("heading", { name: "控えと点検" }).waitFor();
    await looksRight("health-empty-ja");
  });

  it("makes a backup with one button and says when", async () => {
    await button("今すぐ控えを作成する").click();
    await desk.page.getByText("控えを作成し、検査しました。").waitFor({ timeout: 30_000 });
    assert.ok(must(await desk.client.backup.status({})).last !== null);
  });

  it("takes a chosen folder after the passphrase and shows its last part alone", async () => {
    desk.dialogs.answer("backup-folder", stick);
    await button("フォルダーを選ぶ").click();
    const dialog = desk.page.getByRole("dialog");
    await looksRight("choose-folder-ja");
    await dialog.locator("input[type=password]").fill(deskPassphrase);
    await dialog.getByRole("button", { name: "フォルダーを選ぶ" }).click();
    await desk.page.getByText("外付け 髙﨑𠮷").waitFor();
    assert.ok(!(await desk.page.content()).includes(folders.carried));
  });

  it("checks everything and says what to do, in both languages", async () => {
    await button("点検する").click();
    await desk.page.getByText("操作の記録").last().waitFor();
    await button("もう一度点検する").waitFor({ timeout: 60_000 });
    await looksRight("health-report-ja");
    await setLanguage(desk.page, "English");
    await desk.page.getByText("What to do").or(desk.page.getByText("Every page of")).first().waitFor();
    await looksRight("health-report-en");
    await setLanguage(desk.page, "日本語");
  });

  it("saves the report after the passphrase", async () => {
    const place = join(folders.carried, "点検.txt");
    desk.dialogs.answer("health-report", place);
    await button("点検結果を保存する").click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.locator("input[type=password]").fill(deskPassphrase);
    await dialog.getByRole("button", { name: "書き出す" }).click();
    await desk.page.getByText("点検結果を保存しました。").waitFor();
    assert.ok(existsSync(join(folders.carried, "点検.json")));
    assert.ok(readFileSync(place, "utf8").includes("SHA-256"));
  });

  it("shows the day on the lock page and restores from there to an empty folder", async () => {
    await goTo(desk.page, "ホーム");
    await looksRight("home-backup-ja");
    must(await desk.client.vault.lock({}));
    await desk.page.getByText("最終検査済み控え").waitFor();
    assert.equal(await desk.page.getByText("最終検査済み控え: まだありません").count(), 0);
    await looksRight("lock-ja");
    const target = join(folders.carried, "復元先");
    mkdirSync(target);
    desk.dialogs.answer("backup-to-restore", join(folders.userData, "backups"));
    desk.dialogs.answer("restore-folder", target);
    await button("控えから復元する").click();
    await button("控えのフォルダーを選ぶ").click();
    await button("空のフォルダーを選んで復元する").waitFor();
    await looksRight("restore-ja");
    await button("空のフォルダーを選んで復元する").click();
    await desk.page.getByText("復元しました。", { exact: false }).waitFor({ timeout: 30_000 });
    await looksRight("restored-ja");
    await button("解錠の画面に戻る").click();
    await desk.page.locator("input[type=password]").fill(deskPassphrase);
    await button("解錠する").click();
    await desk.page.getByRole("heading", { name: "あなたを待っているもの" }).waitFor();
    const kinds = must(await desk.client.trail.list({ dossierId: null, before: null, limit: 20 })).entries;
    assert.ok(kinds.some(({ kind }) => kind === "vault-restored"));
  });
});
