import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { setLanguage } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import {
  choose,
  deskPassphrase,
  deskPerson,
  goTo,
  journeyFolders,
  openPageDesk,
  type PageDesk,
} from "../support/page-desk.ts";

const title = "髙﨑財団の参考リスト ﾊﾝｶｸ";
const header = "Name,Alias,Where";
const early = [
  ["虚構理工大学先端材料学院", "別名甲;Kyoko Institute of Fiction", "架空国"],
  ["𠮷田ｶﾞｸｲﾝ", "葛󠄀城校", "架空国"],
  ["消える研究所", "", "別の架空国"],
  [`とても長い名称の${"架空国際先端材料研究開発".repeat(12)}機構`, "一", "架空国"],
  ...Array.from({ length: 240 }, (_, at) => [`架空第${at + 1}研究公司`, "", "架空国"]),
];
const late = [
  ...early
    .filter(([name]) => name !== "消える研究所")
    .map((row, at) => (at === 1 ? [row[0], "葛󠄀城学園", row[2]] : row)),
  ["増える研究所", "﨑研", "架空国"],
];

describe("the page of lists", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    must(await desk.client.identity.create({ name: deskPerson, passphrase: deskPassphrase }));
    await goTo(desk.page, "リスト");
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });
  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const path = (name: string): string => join(folders.carried, name);

  /** A picture of the page in both languages, and what keeps people out of it. */
  async function looked(name: string): Promise<void> {
    assert.deepEqual(await graveFindings(desk.page), []);
    const folder = process.env["KURA_PICTURES"];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await desk.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async function carryIn(rows: readonly (readonly (string | undefined)[])[]): Promise<void> {
    writeFileSync(path("list.csv"), `\uFEFF${header}\n${rows.map((row) => row.join(",")).join("\n")}\n`);
    desk.dialogs.answer("list", path("list.csv"));
    await button("リストを取り込む").first().click();
    await desk.page.getByRole("heading", { name: "リストの取込み" }).waitFor();
  }

  async function state(edition: string, published: string): Promise<void> {
    await desk.page.getByLabel(/^リストの名称/u).fill(title);
    await desk.page.getByLabel(/^版/u).fill(edition);
    await fillDay(published);
    await desk.page.getByRole("main").getByText("参考情報（シンクタンクの評価等）").click();
  }

  async function fillDay(day: string): Promise<void> {
    const field = desk.page.getByRole("group", { name: /公表日/u });
    const parts = day.split("-");
    const cells = field.getByRole("spinbutton");
    for (const [at, part] of parts.entries()) await cells.nth(at).pressSequentially(part);
  }

  async function tryWhole(): Promise<void> {
    await button("全体を試し読みする").click();
    await desk.page.getByRole("heading", { name: "試し読みの結果" }).waitFor();
  }

  it("says that there are none, in both languages", async () => {
    await desk.page.getByText("まだリストがありません。").waitFor();
    await looked("lists-empty-ja");
    await setLanguage(desk.page, "English");
    await looked("lists-empty-en");
    await setLanguage(desk.page, "日本語");
    await goTo(desk.page, "リスト");
  });

  it("keeps how columns are read, and uses it for the next file with that header", async () => {
    await carryIn(early);
    await choose(desk.page, /名称/u, "1: Name");
    await choose(desk.page, /別名/u, "2: Alias");
    await choose(desk.page, /国・地域/u, "3: Where");
    await desk.page.getByLabel(/^列の割当ての名称/u).fill("財団の表 𠮷");
    await button("割当てを保存する").click();
    await desk.page.getByText("列の割当て「財団の表 𠮷」を保存しました。").waitFor();
    await state("第1版", "2026-02-01");
    await tryWhole();
    await button("この版を保存する").click();
    await desk.page.getByRole("table", { name: new RegExp(title, "u") }).waitFor();
    await carryIn(late);
    await desk.page.getByRole("button", { name: /財団の表 𠮷/u }).waitFor();
  });

  it("shows the entries that a second edition adds, removes and changes before it counts", async () => {
    await state("第2版", "2026-11-01");
    await tryWhole();
    const changed = desk.page.getByRole("tab", { name: /変更/u });
    await changed.click();
    const panel = desk.page.getByRole("tabpanel");
    await panel.getByText("葛󠄀城学園").waitFor();
    await panel.getByText("葛󠄀城校").waitFor();
    await looked("lists-trial-ja");
    await button("この版を保存する").click();
    await desk.page.getByRole("table", { name: new RegExp(title, "u") }).waitFor();
    const rows = desk.page.getByRole("row");
    await rows.filter({ hasText: "第1版" }).getByText("旧版", { exact: true }).waitFor();
    await rows.filter({ hasText: "第2版" }).getByText("使用中", { exact: true }).waitFor();
    await looked("lists-ja");
    await setLanguage(desk.page, "English");
    await desk.page.getByRole("table").first().waitFor();
    await looked("lists-en");
    await setLanguage(desk.page, "日本語");
    await goTo(desk.page, "リスト");
  });

  it("finds entries in an edition in any writing and shows one whole", async () => {
    await desk.page.getByRole("row").filter({ hasText: "第2版" }).getByRole("button", { name: "中を見る" }).click();
    await desk.page.getByText("続きは下へ進むと表示します。").waitFor();
    await looked("edition-ja");
    await desk.page.getByLabel("この版の中を検索する").fill("吉田ガクイン");
    await desk.page.getByText("1件", { exact: true }).waitFor();
    await desk.page.getByRole("button", { name: /𠮷田ｶﾞｸｲﾝ/u }).click();
    await desk.page.getByRole("dialog").getByText("葛󠄀城学園").waitFor();
    await looked("entry-ja");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByLabel("この版の中を検索する").fill("どこにもない");
    await desk.page.getByText("見つかりませんでした。").waitFor();
    await button("リストに戻る").click();
  });

  it("compares any two editions later and writes the difference as CSV", async () => {
    await desk.page.getByRole("row").filter({ hasText: "第2版" }).getByRole("button", { name: "差分" }).click();
    await desk.page.getByText("増える研究所").waitFor();
    await looked("difference-ja");
    desk.dialogs.answer("list-difference", path("difference.csv"));
    await button("CSVで保存する").click();
    await desk.page.getByText(/に保存しました/u).waitFor();
    assert.match(readFileSync(path("difference.csv"), "utf8"), /削除,消える研究所/u);
    await button("リストに戻る").click();
  });

  it("warns of an older file and keeps it without using it", async () => {
    await carryIn(early.slice(0, 5));
    await state("第0版", "2025-01-01");
    await desk.page.getByText(/より古い版です/u).waitFor();
    await tryWhole();
    await button("この版を保存する").click();
    await desk.page.getByText(/過去の版として保存する場合は/u).waitFor();
    await desk.page.getByRole("main").locator("label").filter({ hasText: "使用せずに保管する" }).first().click();
    await button("この版を保存する").click();
    await desk.page.getByRole("row").filter({ hasText: "第0版" }).getByText("旧版", { exact: true }).waitFor();
  });

  it("takes an edition out of use and says so in words, and that a list is old", async () => {
    const row = (edition: string): Locator => desk.page.getByRole("row").filter({ hasText: edition });
    await row("第2版").getByRole("button", { name: "使用を止める" }).click();
    await desk.page.getByText("使用中の版がありません").waitFor();
    await row("第0版").getByRole("button", { name: "使用中にする" }).click();
    await desk.page.getByText(/180日を過ぎています/u).waitFor();
    await looked("lists-stale-ja");
    await row("第2版").getByRole("button", { name: "使用中にする" }).click();
    await row("第2版").getByText("使用中", { exact: true }).waitFor();
  });

  it("writes a pack under the passphrase, and opens it again", async () => {
    await button("パックに書き出す").click();
    const dialog = desk.page.getByRole("dialog");
    await dialog
      .getByLabel(/合言葉|パスフレーズ/u)
      .first()
      .fill(deskPassphrase);
    desk.dialogs.answer("list-pack", path("lists.kuralist"));
    await looked("pack-write-ja");
    await dialog.getByRole("button", { name: "パックに書き出す" }).click();
    await desk.page.getByText(/に書き出しました/u).waitFor();
    desk.dialogs.answer("list-pack", path("lists.kuralist"));
    await button("パックを開く").click();
    await desk.page.getByRole("heading", { name: "リストのパック" }).waitFor();
    await desk.page.getByText("取込み済み").waitFor();
    await looked("pack-ja");
    await button("リストに戻る").click();
  });

  it("refuses a pack of which one byte is wrong, with the reason", async () => {
    const bytes = readFileSync(path("lists.kuralist"));
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    writeFileSync(path("broken.kuralist"), bytes);
    desk.dialogs.answer("list-pack", path("broken.kuralist"));
    await button("パックを開く").click();
    await desk.page.getByText(/パックが壊れています/u).waitFor();
    await looked("pack-broken-ja");
  });

  it("takes an edition of another machine's pack in after its signer was accepted", async () => {
    const others = journeyFolders();
    const other = await openPageDesk({ userData: others.userData });
    try {
      await goTo(other.page, "リスト");
      other.dialogs.answer("list-pack", path("lists.kuralist"));
      await other.page.getByRole("button", { name: "パックを開く" }).click();
      await other.page.getByText("この署名者は、まだ受け入れられていません。").waitFor();
      assert.deepEqual(await graveFindings(other.page), []);
      const folder = process.env["KURA_PICTURES"];
      if (folder !== undefined)
        await other.page.screenshot({ path: join(folder, "pack-signer-ja.png"), fullPage: true });
      await other.page.getByRole("button", { name: "署名者を受け入れる" }).click();
      const dialog = other.page.getByRole("dialog");
      await dialog
        .getByLabel(/合言葉|パスフレーズ/u)
        .first()
        .fill(deskPassphrase);
      await dialog.getByRole("button", { name: "署名者を受け入れる" }).click();
      await other.page.getByRole("button", { name: "読み取って比べる" }).click();
      await other.page.getByRole("button", { name: "この版を保存する" }).click();
      await other.page.getByText("244件を版として保存しました。").waitFor();
      const { editions } = must(await other.client.screening.editions({}));
      assert.deepEqual(
        editions.map((edition) => [edition.title, edition.edition, edition.current]),
        [[title, "第2版", true]],
      );
    } finally {
      await other.close();
      others.remove();
    }
  });

  it("shows what another window carried in without being asked", async () => {
    const { editions } = must(await desk.client.screening.editions({}));
    const first = editions.find(({ edition }) => edition === "第0版");
    assert.ok(first);
    must(await desk.client.lists.makeCurrent({ editionId: first.id }));
    await desk.page.getByRole("row").filter({ hasText: "第0版" }).getByText("使用中", { exact: true }).waitFor();
  });
});
