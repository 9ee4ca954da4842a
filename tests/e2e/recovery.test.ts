import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { readShare } from "../../electron/recovery/share.ts";
import { must } from "../support/must.ts";
import {
  deskOffice,
  deskPassphrase,
  deskPerson,
  goTo,
  journeyFolders,
  openPageDesk,
  type PageDesk,
} from "../support/page-desk.ts";
import { modulesOfPath, readQr } from "../support/read-qr.ts";

const newPassphrase = "霧の朝に 7 羽の鷺が渡る";

describe("the recovery kit", () => {
  const folders = journeyFolders();
  const sheets: string[] = [];
  let desk: PageDesk;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string | RegExp): Locator => desk.page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => desk.page.getByRole("dialog");
  const preview = (): Locator => desk.page.getByRole("main").getByRole("article");

  /** A picture for whoever looks at the pages by eye; kept only where a folder is named. */
  async function picture(name: string): Promise<void> {
    const folder = process.env["KURA_PICTURES"];
    if (folder !== undefined) await desk.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async function reauthenticate(verb: string): Promise<void> {
    await dialog()
      .getByLabel(/パスフレーズ/u)
      .first()
      .fill(deskPassphrase);
    await dialog().getByRole("button", { name: verb, exact: true }).click();
    await dialog().waitFor({ state: "detached" });
  }

  async function wordsOnSheet(): Promise<string[]> {
    const items = await preview().getByRole("listitem").allInnerTexts();
    return items.map((item) => item.replace(/[^a-z]/gu, ""));
  }

  it("is reached from the settings and says that there is no back door", async () => {
    await goTo(desk.page, "設定");
    await button("回復用キットの画面へ").click();
    await desk.page.getByRole("heading", { name: "回復用キット", exact: true }).waitFor();
    await desk.page.getByText("この金庫に、裏口はありません。").waitFor();
    await desk.page.getByText("この金庫には、まだ回復用キットがありません。").waitFor();
    await picture("recovery-none");
  });

  it("shows one sheet after another, each with its words as text and as a code", async () => {
    await button("キットを作る").click();
    await reauthenticate("紙片を作る");
    for (const number of [1, 2, 3, 4, 5]) {
      await desk.page.getByRole("heading", { name: `紙片 ${number} / 5`, exact: true }).waitFor();
      const words = await wordsOnSheet();
      assert.equal(words.length, 32);
      assert.equal(must(readShare(words.join(" "))).index, number);
      const path = (await preview().locator("svg path").getAttribute("d")) ?? "";
      const box = (await preview().locator("svg").getAttribute("viewBox")) ?? "";
      assert.equal(readQr(modulesOfPath(path, Number(box.split(" ")[2]), 4)), words.join(" ").toUpperCase());
      if (number === 1) await printFirst(words);
      sheets.push(words.join(" "));
      await confirmSheet(words);
    }
    await desk.page.getByRole("heading", { name: "すべての紙片を確認しました" }).waitFor();
  });

  /** The sheet as the browser prints it: one A4 page in both languages, and nothing of the app beside it. */
  async function printFirst(words: readonly string[]): Promise<void> {
    const pdf = join(process.env["KURA_PICTURES"] ?? folders.carried, "sheet.pdf");
    writeFileSync(pdf, await desk.page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const facts = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
    assert.match(facts, /^Pages:\s+1$/mu);
    assert.match(facts, /^Page size:\s+59[45][.\d]* x 84[12]/mu);
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).normalize("NFKC");
    for (const part of [deskOffice.normalize("NFKC"), "裏口はありません", "There is no back door", ...words])
      assert.ok(text.replace(/\s+/gu, "").includes(part.replace(/\s+/gu, "")), part);
    for (const part of ["ホーム", "印刷した紙の確認", "髙﨑"]) assert.equal(text.includes(part), false, part);
    await picture("recovery-sheet");
  }

  async function confirmSheet(words: readonly string[]): Promise<void> {
    const fields = desk.page.getByRole("textbox", { name: /番目の語/u });
    const labels = await desk.page.getByText(/^\d+番目の語/u).allInnerTexts();
    const places = labels.map((label) => Number.parseInt(label, 10));
    for (const at of [0, 1]) await fields.nth(at).fill(words[(places[at] ?? 0) - 1] ?? "");
    await button("確認して次へ").click();
  }

  it("counts only once it is put in force, and then asks for a rehearsal", async () => {
    assert.equal(must(await desk.client.recovery.status({})).kit, null);
    await button("有効にする").click();
    await reauthenticate("有効にする");
    await desk.page.getByText("予行の時期です。12か月に一度は行ってください。").waitFor();
    assert.equal(must(await desk.client.recovery.status({})).kit?.count, 5);
    await picture("recovery-due");
  });

  it("leaves no word of any sheet in the page", async () => {
    const html = await desk.page.content();
    for (const word of sheets[0]?.split(" ").slice(6, 12) ?? []) assert.equal(html.includes(`>${word}<`), false, word);
  });

  async function enter(text: string): Promise<void> {
    await desk.page.getByRole("textbox", { name: /枚目の紙片の語/u }).fill(text);
    await button("この紙片を加える").click();
  }

  it("is rehearsed sheet by sheet; a wrong word is named while its sheet is in hand", async () => {
    await button("予行を始める").click();
    const [first = "", second = "", third = ""] = sheets;
    await enter(first.split(" ").with(8, "zzzz").join(" "));
    await desk.page.getByText(/9番目あたりの語/u).waitFor();
    await picture("recovery-wrong-word");
    await enter(first);
    await enter(second.toUpperCase());
    await enter(third);
    await button("開くことを確かめる").click();
    await desk.page.getByText("紙片3枚で開いた。").waitFor();
    await picture("recovery-rehearsed");
  });

  it("opens the locked vault to give a person a new key, in place of the old one", async () => {
    await desk.page.keyboard.press("Control+l");
    await desk.page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    // The engine that held the keys has ended; its successor answers once it is up.
    must(await desk.client.recovery.readShare({ text: sheets[0] ?? "" }));
    await button("回復用キットで開ける").click();
    for (const text of sheets.slice(2)) await enter(text);
    await picture("recover-sheets");
    await button("紙片で開ける").click();
    await desk.page.getByText(deskPerson).waitFor();
    await desk.page
      .getByLabel(/^パスフレーズ(?!（確認）)/u)
      .first()
      .fill(newPassphrase);
    await desk.page.getByLabel(/^パスフレーズ（確認）/u).fill(newPassphrase);
    await desk.page.getByText("強い", { exact: true }).waitFor();
    await picture("recover-person");
    await button("新しい鍵を作る").click();
    await desk.page.getByText(/鍵を作り直しました/u).waitFor();
    await button("解錠の画面に戻る").click();
    await desk.page
      .getByLabel(/^パスフレーズ/u)
      .first()
      .fill(deskPassphrase);
    await button("解錠する").click();
    await desk.page.getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await desk.page
      .getByLabel(/^パスフレーズ/u)
      .first()
      .fill(newPassphrase);
    await button("解錠する").click();
    await desk.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  });

  it("says the same in English", async () => {
    await desk.page.getByRole("banner").getByText("English", { exact: true }).click();
    await desk.page.getByRole("button", { name: "Settings", exact: true }).click();
    await button("Go to the recovery kit").click();
    await desk.page.getByText("This vault has no back door.").waitFor();
    await desk.page.getByText("3 sheets opened it.").waitFor();
    await picture("recovery-en");
  });

  it("broke no rule of the page's policy", () => {
    assert.deepEqual(desk.consoleErrors, []);
  });
});
