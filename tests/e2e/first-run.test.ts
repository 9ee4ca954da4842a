import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import {
  deskOffice,
  deskPassphrase,
  deskPerson,
  goTo,
  journeyFolders,
  openPageDesk,
  type PageDesk,
} from "../support/page-desk.ts";

const title = "𠮷野 ﾊﾝｶｸ 受入れ";
const principal = "葛󠄀城 髙子";

describe("the first day with the app", () => {
  const folders = journeyFolders();
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
  const again = (): Locator => desk.page.getByLabel(/^パスフレーズ（確認）/u);

  it("asks for a vault to be made, with the cursor in the first field", async () => {
    await desk.page.getByRole("heading", { name: "金庫を作る" }).waitFor();
    await desk.page.keyboard.type(deskPerson);
    assert.equal(await desk.page.getByLabel(/^氏名/u).inputValue(), deskPerson);
    assert.ok(await button("金庫を作る").isDisabled());
  });

  it("says how many characters a short passphrase lacks, in code points, and keeps the button shut", async () => {
    await desk.page.getByLabel(/^法人・部署の名称/u).fill(deskOffice);
    await passphrase().fill("𠮷野の合言葉");
    await again().fill("𠮷野の合言葉");
    await desk.page.getByText("あと6文字必要です。").waitFor();
    assert.ok(await button("金庫を作る").isDisabled());
  });

  it("says that two passphrases differ and keeps the button shut, also against Enter", async () => {
    await passphrase().fill(deskPassphrase);
    await again().fill(`${deskPassphrase}。`);
    await desk.page.getByText("二つのパスフレーズが一致しません。").waitFor();
    assert.ok(await button("金庫を作る").isDisabled());
    await again().press("Enter");
    assert.ok(await desk.page.getByRole("heading", { name: "金庫を作る" }).isVisible());
  });

  it("makes the vault on Enter and shows what to do first", async () => {
    await again().fill(deskPassphrase);
    await again().press("Enter");
    await desk.page.getByRole("heading", { name: "まだ案件がありません" }).waitFor();
    const steps = await desk.page.getByRole("main").getByRole("listitem").allInnerTexts();
    assert.equal(steps.length, 3);
    assert.match(steps.join(), /リスト.*証明書.*切り分け/su);
    assert.ok(await desk.page.getByText(deskOffice).isVisible());
  });

  it("opens a case from home, and home then says what waits and leads there", async () => {
    await desk.page.getByRole("main").getByRole("button", { name: "新しい案件" }).first().click();
    await desk.page.getByLabel(/^件名/u).fill(title);
    assert.ok(await button("案件を登録する").isDisabled());
    await desk.page.getByLabel(/^氏名/u).fill(principal);
    await desk.page.getByLabel(/^読み/u).fill("かつらぎ たかこ");
    await button("案件を登録する").click();
    await desk.page.getByRole("navigation", { name: "案件の進み" }).waitFor();
    await goTo(desk.page, "ホーム");
    await desk.page.getByText("技術の機微度とアクセスの程度を選ぶ。").waitFor();
    await button("切り分けへ").first().click();
    await desk.page
      .getByRole("main")
      .getByRole("heading", { name: /切り分け/u })
      .first()
      .waitFor();
  });

  it("finds a case whatever the width or the kana of the word, and says when none fits", async () => {
    await goTo(desk.page, "案件");
    const filter = desk.page.getByLabel("絞り込み");
    for (const word of ["ハンカク", "はんかく", "ﾊﾝｶｸ", "葛󠄀城", "𠮷野"]) {
      await filter.fill(word);
      await desk.page.getByRole("row", { name: new RegExp(title, "u") }).waitFor();
    }
    await filter.fill("当てはまらない");
    await desk.page.getByText("当てはまる案件がありません。").waitFor();
  });

  it("keeps no name of person, office or case in the page after Ctrl+L", async () => {
    await desk.page.keyboard.press("Control+l");
    await desk.page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    const html = await desk.page.content();
    for (const name of [deskPerson, "髙﨑", deskOffice, "葛󠄀城", title, principal, "𠮷"])
      assert.equal(html.includes(name), false, name);
  });

  it("says in Japanese that a passphrase is wrong, empties the field and lets the right one in", async () => {
    await passphrase().fill("これは違う合言葉である");
    await passphrase().press("Enter");
    await desk.page.getByText("パスフレーズが違います。入力し直してください。").waitFor();
    assert.equal(await passphrase().inputValue(), "");
    await passphrase().fill(deskPassphrase);
    await passphrase().press("Enter");
    await desk.page.getByText("技術の機微度とアクセスの程度を選ぶ。").waitFor();
  });

  it("keeps the chosen language over a restart, and the refusal speaks it", async () => {
    await desk.page.getByRole("banner").getByText("English", { exact: true }).click();
    await desk.page.getByRole("button", { name: "Home", exact: true }).waitFor();
    await desk.close();
    desk = await openPageDesk({ userData: folders.userData, hasVault: false });
    await desk.page.getByRole("heading", { name: "Open the vault" }).waitFor();
    assert.equal(await desk.page.locator("html").getAttribute("lang"), "en");
    const field = desk.page.getByLabel(/^Passphrase/u).first();
    await field.fill("certainly not the one");
    await field.press("Enter");
    await desk.page.getByText("That is not the passphrase. Please type it again.").waitFor();
    await field.fill(deskPassphrase);
    await field.press("Enter");
    await desk.page.getByText(title).waitFor();
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});
