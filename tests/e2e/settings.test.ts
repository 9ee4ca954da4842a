import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, deskPerson, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const newPassphrase = "﨑の新しい長い合言葉 2027";
const filePassword = "鍵の㊙言葉ﾊﾟｽ";
const importedName = "髙﨑 𠮷之助";

describe("the settings page", () => {
  const folders = journeyFolders();
  const rootPem = join(folders.carried, "root.pem");
  const p12 = join(folders.carried, "﨑の鍵.p12");
  let desk: PageDesk;

  before(async () => {
    makePkcs12(folders.carried, p12);
    desk = await openPageDesk({ userData: folders.userData });
    await goTo(desk.page, "設定");
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => desk.page.getByRole("dialog");
  const segment = (group: string, words: string): Locator =>
    desk.page.getByRole("main").getByRole("radiogroup", { name: group }).getByText(words, { exact: true });

  it("keeps the months for which a kind of evidence holds, refuses what is no number, and takes a change back", async () => {
    const field = desk.page.getByLabel("画面の写し（URL・取得日時・取得者つき）（か月）");
    assert.equal(await field.inputValue(), "12");
    await field.fill("六");
    await desk.page.getByText(/1から600までの整数/u).waitFor();
    await field.fill("６");
    await field.press("Enter");
    await desk.page.getByText("有効期間を変更しました。").waitFor();
    const own = must(await desk.client.intake.periods({}));
    assert.deepEqual([own.months.capture, own.isOwn], [6, true]);
    assert.deepEqual(await graveFindings(desk.page), []);
    await desk.page.keyboard.press("Escape");
    await button("組込みの期間に戻す").click();
    await desk.page.waitForFunction(() => !document.body.innerText.includes("組込みの期間に戻す"));
    assert.equal(must(await desk.client.intake.periods({})).isOwn, false);
  });

  it("names the source of the readings and shows every licence in full", async () => {
    await desk.page.getByText(/Electronic Dictionary Research and Development Group.*CC BY-SA 4\.0/u).waitFor();
    await button("読みの辞書の出典を読む").click();
    await dialog()
      .getByText(/https:\/\/www\.edrdg\.org\/edrdg\/licence\.html/u)
      .waitFor();
    assert.deepEqual(await graveFindings(desk.page), []);
    await desk.page.keyboard.press("Escape");
    await button("ソフトウェアのライセンスを読む").click();
    const full = await dialog().locator("pre").textContent();
    const file = readFileSync(new URL("../../resources/licences/third-party.txt", import.meta.url), "utf8");
    assert.equal(full, file);
    await desk.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
  });

  it("says that there is no certificate, and refuses to make one under a wrong passphrase in plain words", async () => {
    await desk.page.getByText("まだ証明書がありません。").waitFor();
    await button("証明書を作成する").click();
    assert.equal(await dialog().getByLabel("署名に表示する氏名").inputValue(), deskPerson);
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill("これは違う合言葉である");
    await dialog().getByRole("button", { name: "証明書を作成する" }).click();
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
  });

  it("makes a certificate in the name as written", async () => {
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(deskPassphrase);
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .press("Enter");
    await desk.page.getByText("証明書を用意しました。").waitFor();
    const { identity } = must(await desk.client.identity.current({}));
    assert.equal(identity?.subjectName, deskPerson);
    await desk.page.getByText("発行元の指紋（SHA-256）").waitFor();
  });

  it("writes out the root's certificate as OpenSSL reads it", async () => {
    desk.dialogs.answer("certificate", rootPem);
    await button("発行元の証明書を書き出す").click();
    await desk.page.getByText("発行元の証明書を書き出しました。").waitFor();
    assert.match(readFileSync(rootPem, "utf8"), /^-----BEGIN CERTIFICATE-----/u);
    const printed = execFileSync("openssl", ["x509", "-in", rootPem, "-noout", "-fingerprint", "-sha256"], {
      encoding: "utf8",
    });
    const { identity } = must(await desk.client.identity.current({}));
    const plain = printed.replace(/^.*=/u, "").replaceAll(":", "").trim().toLowerCase();
    assert.equal(plain, identity?.rootFingerprint?.replaceAll(":", "").toLowerCase());
  });

  it("says why a PKCS#12 file does not come in under a wrong password, and keeps the dialog", async () => {
    desk.dialogs.answer("pkcs12", p12);
    await button("PKCS#12を取り込む").click();
    await dialog()
      .getByLabel(/^ファイルのパスワード/u)
      .fill("違うパスワード");
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(deskPassphrase);
    await dialog().getByRole("button", { name: "ファイルを選んで取り込む" }).click();
    await dialog().getByText("証明書のファイルを読み取れないか、パスワードが違うか、鍵が合いません。").waitFor();
  });

  it("takes in a PKCS#12 file under its Japanese password", async () => {
    desk.dialogs.answer("pkcs12", p12);
    await dialog()
      .getByLabel(/^ファイルのパスワード/u)
      .fill(filePassword);
    await dialog().getByRole("button", { name: "ファイルを選んで取り込む" }).click();
    await dialog().waitFor({ state: "hidden" });
    const { identity } = must(await desk.client.identity.current({}));
    assert.equal(identity?.subjectName, importedName);
    assert.equal(identity?.rootFingerprint, null);
  });

  it("keeps the idle minutes, and shuts the button with the reason for what is out of range", async () => {
    const minutes = desk.page.getByLabel(/^操作がないときに/u);
    for (const wrong of ["0", "6", "七", ""]) {
      await minutes.fill(wrong);
      assert.ok(await button("保存").isDisabled(), wrong);
    }
    await minutes.fill("3");
    await button("保存").click();
    await desk.page.getByText("設定を保存しました。").waitFor();
    assert.equal(must(await desk.client.app.settings({})).idleMinutes, 3);
  });

  it("shows a changed name in the top line at once, glyph for glyph", async () => {
    await desk.page.getByRole("main").getByLabel(/^氏名/u).fill("葛󠄀城 ﾊﾅｺ");
    await button("保存").click();
    await desk.page.getByRole("banner").getByText("葛󠄀城 ﾊﾅｺ").waitFor();
  });

  it("turns dark and light at once", async () => {
    const background = (): Promise<string> =>
      desk.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await segment("配色", "明るい").click();
    await desk.page.waitForTimeout(200);
    const light = await background();
    await segment("配色", "暗い").click();
    await desk.page.waitForTimeout(200);
    assert.notEqual(await background(), light);
  });

  it("writes dates with the era beside the year when the calendar says so", async () => {
    await segment("暦", "西暦").click();
    assert.equal(await desk.page.getByRole("main").getByText(/令和/u).count(), 0);
    await segment("暦", "西暦と和暦").click();
    await desk.page.getByRole("main").getByText(/令和/u).first().waitFor();
  });

  it("changes the passphrase only with the current one, and the new one opens the vault", async () => {
    await desk.page.getByLabel(/^現在のパスフレーズ/u).fill("これは違う合言葉である");
    await desk.page
      .getByLabel(/^新しいパスフレーズ(?!（確認）)/u)
      .first()
      .fill(newPassphrase);
    await desk.page.getByLabel(/^新しいパスフレーズ（確認）/u).fill(`${newPassphrase}。`);
    assert.ok(await button("変更する").isDisabled());
    await desk.page.getByText("二つの新しいパスフレーズが一致しません。").waitFor();
    await desk.page.getByLabel(/^新しいパスフレーズ（確認）/u).fill(newPassphrase);
    await button("変更する").click();
    await desk.page.getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await desk.page.getByLabel(/^現在のパスフレーズ/u).fill(deskPassphrase);
    await button("変更する").click();
    await desk.page.getByText("パスフレーズを変更しました。").waitFor();
    assert.equal(await desk.page.getByText("パスフレーズが違います。入力し直してください。").count(), 0);

    await desk.page.keyboard.press("Control+l");
    const field = desk.page.locator("input[type=password]");
    await desk.page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    await field.fill(deskPassphrase);
    await field.press("Enter");
    await desk.page.getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await field.fill(newPassphrase);
    await field.press("Enter");
    await desk.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});

/** A key and a certificate of its own in one file under a Japanese password, made by OpenSSL. */
function makePkcs12(folder: string, path: string): void {
  const key = join(folder, "key.pem");
  const certificate = join(folder, "certificate.pem");
  const config = join(folder, "openssl.cnf");
  writeFileSync(config, "[req]\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\n[ext]\nbasicConstraints=CA:FALSE\n");
  const subject = ["-config", config, "-utf8", "-subj", `/CN=${importedName}`, "-days", "365"];
  const usage = ["-addext", "keyUsage=critical,digitalSignature,nonRepudiation"];
  const fresh = ["-newkey", "rsa:3072", "-nodes", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", ...fresh, ...subject, ...usage], { stdio: "ignore" });
  const parts = ["-inkey", key, "-in", certificate, "-out", path, "-passout", `pass:${filePassword}`];
  execFileSync("openssl", ["pkcs12", "-export", ...parts], { stdio: "ignore" });
}
