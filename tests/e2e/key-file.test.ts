import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { graveFindings } from "../support/grave-findings.ts";
import {
  deskOffice,
  deskPassphrase,
  deskPerson,
  journeyFolders,
  openPageDesk,
  type PageDesk,
} from "../support/page-desk.ts";

describe("a key file beside the passphrase", () => {
  const folders = journeyFolders();
  const file = join(folders.carried, "髙﨑の鍵.txt");
  let desk: PageDesk;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, hasVault: false });
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const passphrase = (): Locator => desk.page.getByLabel(/^パスフレーズ(?!（確認）)/u).first();
  const useKeyFile = (): Locator => desk.page.locator("label", { hasText: "鍵ファイルも使う" });

  async function unlock(): Promise<void> {
    await passphrase().fill(deskPassphrase);
    await passphrase().press("Enter");
  }

  it("is offered quietly, and made where the person says", async () => {
    await desk.page.getByRole("heading", { name: "金庫を作る" }).waitFor();
    assert.equal(await button("新しい鍵ファイルを作る").count(), 0);
    await useKeyFile().click();
    await desk.page.getByText(/鍵ファイルを失うか、中身が変わると/u).waitFor();
    desk.dialogs.answer("new-key-file", file);
    await button("新しい鍵ファイルを作る").click();
    await desk.page.getByText(/鍵ファイルを保存しました/u).waitFor();
    assert.ok(existsSync(file));
    assert.deepEqual(await graveFindings(desk.page), []);
  });

  it("is asked for when the vault is made", async () => {
    await desk.page.getByLabel(/^氏名/u).fill(deskPerson);
    await desk.page.getByLabel(/^法人・部署の名称/u).fill(deskOffice);
    await passphrase().fill(deskPassphrase);
    await desk.page.getByLabel(/^パスフレーズ（確認）/u).fill(deskPassphrase);
    desk.dialogs.answer("key-file", file);
    await button("金庫を作る").click();
    await desk.page.getByRole("heading", { name: "まだ案件がありません" }).waitFor();
  });

  it("is needed to unlock: the passphrase alone is refused", async () => {
    await desk.page.keyboard.press("Control+l");
    await desk.page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    await unlock();
    await desk.page.getByText("パスフレーズが違います。").first().waitFor();
    assert.deepEqual(await graveFindings(desk.page), []);
  });

  it("keeps what was typed when the dialog is closed, and opens with the file", async () => {
    await useKeyFile().click();
    await unlock();
    await button("解錠する").and(desk.page.locator(":not([disabled])")).waitFor();
    assert.equal(await passphrase().inputValue(), deskPassphrase);
    desk.dialogs.answer("key-file", file);
    await passphrase().press("Enter");
    await desk.page.getByRole("heading", { name: "まだ案件がありません" }).waitFor();
    assert.deepEqual(
      desk.dialogs.shown.map(({ purpose }) => purpose),
      ["new-key-file", "key-file", "key-file", "key-file"],
    );
  });
});
