import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { zipSync } from "fflate";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase, setLanguage } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { choose, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

/** Folder for pictures; left out, none are taken. */
const pictures = process.env["KURA_PICTURES"];
const quoteSentence = /引用符が閉じていないか、余分な文字が続いています/u;
const spreadsheetSentence = /Excelファイルを開けません。壊れているか、途中で切れています/u;
const listTitle = "髙﨑財団の参考リスト ﾊﾝｶｸ";

describe("carrying lists in and screening names", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let dossier: Dossier;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    dossier = must(
      await desk.client.dossiers.create({
        kind: "institution",
        title: "先端材料の共同研究",
        subject: {
          kind: "organisation",
          role: "partner",
          names: [
            { kind: "primary", text: "虚構理工大學 先端材料學院" },
            { kind: "latin", text: "Kyoko Institute of Technology, School of Advanced Materials" },
          ],
          country: "架空国",
          identifiers: [],
          note: "",
        },
      }),
    );
    await goTo(desk.page, "リスト");
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const fact = (term: string): Locator =>
    desk.page.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd[1]");

  /** Lays a file on the medium and asks the page to carry it in. */
  async function carryIn(name: string, body: string | Uint8Array): Promise<void> {
    const path = join(folders.carried, name);
    writeFileSync(path, body);
    desk.dialogs.answer("list", path);
    await button("リストを取り込む").first().click();
  }

  /** Says which edition it is, tries the whole file and stores it. */
  async function tryAs(edition: string): Promise<void> {
    await desk.page.getByLabel(/^版/u).fill(edition);
    await button("全体を試し読みする").click();
    await desk.page.getByRole("heading", { name: "試し読みの結果" }).waitFor();
  }

  async function store(): Promise<void> {
    await button("この版を保存する").click();
    await desk.page.getByRole("heading", { name: "リスト", exact: true }).waitFor();
  }

  it("knows a workbook by what it holds and says when it cannot be opened", async () => {
    const sheet = { "[Content_Types].xml": new Uint8Array([60]), "xl/workbook.xml": new Uint8Array([60]) };
    await carryIn("表計算.csv", zipSync(sheet));
    await desk.page.getByText(spreadsheetSentence).waitFor();
  });

  it("says at which line a table's quotes are broken, and stores nothing", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `架空第${at}研究所,架空国`);
    await carryIn("壊れた表.csv", `名称,国\n${rows.join("\n")}\n"閉じない引用符,架空国\n${rows.join("\n")}\n`);
    const tried = button("全体を試し読みする");
    await tried.or(desk.page.getByText(quoteSentence)).first().waitFor();
    if (await tried.isVisible()) {
      await desk.page.getByLabel(/^リストの名称/u).fill("壊れた表");
      await tried.click();
    }
    await desk.page.getByText(quoteSentence).waitFor();
    assert.match(await desk.page.getByText(quoteSentence).innerText(), /\d+行目/u);
    if (await button("中止").isVisible()) await button("中止").click();
    assert.deepEqual(must(await desk.client.screening.editions({})).editions, []);
  });

  it("carries in a table after its columns are named by hand", async () => {
    const header = "Name,Alias,Where,Word";
    const rows = ["虚構理工大学先端材料学院,別名甲;別名乙,架空国,参考", "﨑山研究所,﨑研,別の架空国,", "𠮷,,,"];
    await carryIn("参考.csv", `\uFEFF${header}\n${rows.join("\n")}\n`);
    await desk.page.getByRole("heading", { name: "リストの取込み" }).waitFor();
    assert.ok(await button("この版を保存する").isDisabled());
    await choose(desk.page, /名称/u, "1: Name");
    await choose(desk.page, /別名/u, "2: Alias");
    await choose(desk.page, /国・地域/u, "3: Where");
    await choose(desk.page, /備考/u, "4: Word");
    await desk.page.getByLabel(/^リストの名称/u).fill(listTitle);
    await desk.page.getByRole("main").getByText("参考情報（シンクタンクの評価等）").click();
    await tryAs("第1版");
    assert.equal(await fact("取り込む件").innerText(), "3件");
    assert.equal(await fact("使用中の版との差").innerText(), "このリストの最初の版");
    await store();
    await desk.page
      .getByRole("table", { name: new RegExp(listTitle, "u") })
      .getByText("使用中", { exact: true })
      .waitFor();
  });

  it("knows METI's layout of six columns by its header and carries in more than 500 rows", async () => {
    await carryIn("利用者.csv", userList(520));
    await desk.page.getByRole("heading", { name: "リストの取込み" }).waitFor();
    assert.ok(await desk.page.getByRole("radio", { name: /外国ユーザーリスト（6列/u }).isChecked());
    assert.equal(await desk.page.getByLabel(/^リストの名称/u).inputValue(), "外国ユーザーリスト");
    await tryAs("2026-10-01改正");
    assert.equal(await fact("取り込む件").innerText(), "520件");
    await store();
    await desk.page.getByText("520件を版として保存しました。").waitFor();
  });

  it("shows what a second edition adds, removes and changes, and puts the first aside", async () => {
    await carryIn("利用者-改正.csv", userList(521, { changed: 9, replaced: 519 }));
    await desk.page.getByText("使用中の版「2026-10-01改正」を旧版とし、この版に切り替えます。").waitFor();
    await tryAs("2026-11-01改正");
    assert.equal(await fact("使用中の版との差").innerText(), "追加 2件、削除 1件、変更 1件");
    await store();
    await desk.page
      .getByRole("row", { name: /2026-10-01改正/u })
      .getByText("旧版")
      .waitFor();
    await desk.page
      .getByRole("row", { name: /2026-11-01改正/u })
      .getByText("使用中")
      .waitFor();
  });

  it("screens the case's names and shows a candidate piece by piece", async () => {
    await openCase(desk.page, dossier.number);
    await desk.page.getByRole("navigation", { name: "案件の進み" }).getByText("照合", { exact: true }).click();
    await button("照合する").first().click();
    const candidates = desk.page.getByRole("navigation", { name: "候補" });
    await candidates.waitFor();
    // One body in two lists is one entry, which names both.
    const both = candidates.getByRole("button", { name: /外国ユーザーリスト/u }).filter({ hasText: listTitle });
    assert.equal(await both.count(), 1);
    await both.click();
    const pieces = desk.page.getByRole("table").first();
    assert.match(await pieces.innerText(), /表記違い|同じ|翻字/u);
    await picture("candidates");
  });

  it("lets a candidate be called another body only with a reason", async () => {
    await desk.page.keyboard.press("3");
    await desk.page
      .getByRole("radio", { name: /別人・別組織と判定/u })
      .and(desk.page.locator(":checked"))
      .waitFor();
    assert.ok(await button("判定を記録する").isDisabled());
    await desk.page.keyboard.press("1");
    await desk.page.getByRole("button", { name: /1\. 所在国・地域が異なる/u }).waitFor();
    await desk.page.keyboard.press("Control+Enter");
    const listed = desk.page.getByRole("navigation", { name: "候補" });
    await listed.getByText("別人・別組織", { exact: true }).waitFor();
    await desk.page.keyboard.press("k");
    await currentCandidate().getByText("別人・別組織", { exact: true }).waitFor();
  });

  it("takes the verdict back from the notice, in the list and in the form", async () => {
    await desk.page.getByRole("region", { name: "お知らせ" }).getByRole("button", { name: "元に戻す" }).click();
    await currentCandidate().getByText("未判定", { exact: true }).waitFor();
    assert.equal(await desk.page.getByRole("main").getByRole("radio", { checked: true }).count(), 0);
  });

  it("calls everything that is to be judged different with one number each, and takes it back at once", async () => {
    const listed = desk.page.getByRole("navigation", { name: "候補" });
    const count = await listed.getByText("未判定", { exact: true }).count();
    await desk.page.keyboard.press("a");
    await desk.page.keyboard.press("b");
    const dialog = desk.page.getByRole("dialog");
    await dialog.waitFor();
    const record = dialog.getByRole("button", { name: `${count}件の判定を記録する` });
    assert.ok(await record.isDisabled());
    for (let at = 0; at < count; at += 1) await desk.page.keyboard.press("1");
    await desk.page.keyboard.press("Control+Enter");
    await dialog.waitFor({ state: "detached" });
    await listed.getByText("未判定", { exact: true }).first().waitFor({ state: "detached" });
    assert.equal(await listed.getByText("別人・別組織", { exact: true }).count(), count);
    await desk.page.keyboard.press("Control+z");
    await listed.getByText("未判定", { exact: true }).first().waitFor();
    assert.equal(await listed.getByText("未判定", { exact: true }).count(), count);
  });

  it("asks for words before a candidate is called the same, and for a second person before that settles", async () => {
    await desk.page.keyboard.press("1");
    const note = desk.page.getByLabel(/^判定の根拠/u);
    await note.fill("短い");
    assert.ok(await button("判定を記録する").isDisabled());
    await note.fill("所在地、英語名称、公式資料の記載が一致し、𠮷田氏の説明とも合うため。");
    await note.press("Control+Enter");
    const listed = desk.page.getByRole("navigation", { name: "候補" });
    await listed.getByText("二人目の確認待ち", { exact: true }).waitFor();
    await desk.page.keyboard.press("k");
    await desk.page.getByText("ほかの人の確認を待っている。").waitFor();
    await picture("waits");
  });

  it("says that the run is out of date once a name has changed", async () => {
    assert.equal(await desk.page.getByText(/前回の照合の後に/u).count(), 0);
    await desk.page.getByRole("navigation", { name: "案件の進み" }).getByText("受付", { exact: true }).click();
    const name = desk.page.getByRole("main").getByRole("textbox", { name: /^表記/u }).first();
    await name.fill("虚構理工大學 葛󠄀城學院");
    await name.press("Tab");
    await desk.page.waitForTimeout(800);
    await desk.page.getByRole("navigation", { name: "案件の進み" }).getByText("照合", { exact: true }).click();
    await desk.page.getByText(/前回の照合の後に/u).waitFor();
    await button("もう一度照合する").click();
    await desk.page.getByText(/前回の照合の後に/u).waitFor({ state: "hidden" });
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });

  /** Pictures to look at, in both languages, where somebody asked for them. */
  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    for (const [language, mark] of [
      ["English", "en"],
      ["日本語", "ja"],
    ] as const) {
      await setLanguage(desk.page, language);
      await desk.page.screenshot({ path: join(pictures, `screening-${name}-${mark}.png`), fullPage: true });
    }
  }

  function currentCandidate(): Locator {
    return desk.page.getByRole("navigation", { name: "候補" }).locator("[aria-current=true]");
  }
});

/** A synthetic list in METI's layout of six columns, optionally with one row changed and one body replaced by another. */
function userList(count: number, edit: { readonly changed?: number; readonly replaced?: number } = {}): string {
  const header = "No.,国名、地域名,企業名､組織名,別名,懸念区分,通常兵器";
  const rows = Array.from({ length: count }, (_, at) => {
    if (at === 87)
      return '88,架空国,虚構理工大学先端材料学院,"・Kyoko Institute of Technology, School of Advanced Materials",核,CW';
    const body = at === edit.replaced ? `架空差替研究公司${at}` : `架空第${at + 1}研究公司`;
    const concern = at === edit.changed ? "ミサイル" : "核";
    return `${at + 1},架空国,${body},・Kaku Fictional Works No. ${at === edit.replaced ? 9_000 : at + 1},${concern},`;
  });
  return `\uFEFF${header}\r\n${rows.join("\r\n")}\r\n`;
}
