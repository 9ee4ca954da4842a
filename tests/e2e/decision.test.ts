import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { mustExist } from "../../shared/assert.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { finishedEnquiry } from "../support/finished-enquiry.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { addApproverAndApprove, approver } from "../support/second-person.ts";

let journey: CaseJourney;
let page: Page;
let dossier: Dossier;
const complaints: string[] = [];

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
  journey.host.context.setDefaultTimeout(8_000);
  journey.host.context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  dossier = await finishedEnquiry(journey);
});
after(() => journey.close());

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");

/** Goes to another page of the case on screen. */
async function step(name: string): Promise<void> {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(name, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}

/** Types a date part by part, as a person does. */
async function typeDay(within: Locator, name: RegExp, digits: string): Promise<void> {
  await within.getByRole("group", { name }).getByRole("spinbutton").first().click();
  await page.keyboard.type(digits);
}

const view = async () => must(await journey.client.risk.assess({ dossierId: dossier.id }));

describe("the assessment page", () => {
  it("says what is recommended, who decides, and which row of the table holds", async () => {
    await journey.show(dossier, "評価");
    await main().getByText("回避", { exact: true }).first().waitFor();
    await main().getByText("決裁者は役員・理事長。推奨と異なる判断は役員・理事長が決裁する。").waitFor();
    await main()
      .getByRole("button", { name: /なぜこの推奨か/ })
      .click();
    const rows = main().getByRole("listitem").filter({ hasText: /^D\d/ });
    assert.match(await rows.first().innerText(), /D1[\s\S]*当てはまらない[\s\S]*開いているゲート：なし/);
    assert.match(await rows.last().innerText(), /D5[\s\S]*当てはまる/);
  });

  it("reads the arithmetic of a factor down to the answers, step by step", async () => {
    await main()
      .getByRole("button", { name: /^外国政府等の支配・指揮命令/ })
      .click();
    for (const sentence of [
      "主要項目の最大 2、関連項目の最大 0 → 2",
      "裏付けのある「相当」以上の主要項目 2件（P-C1、P-C2）→ ＋1",
      "T2 重要技術に関わり得る研究 × A2 未公表のデータ・試料・ソースコード・設備の継続的な利用 → 影響 4",
      "3 × 4 ＝ 12 →「極めて高」",
      "奨学金に年2回の報告義務がある。",
    ]) {
      await main().getByText(sentence).first().waitFor();
    }
  });

  it("shows beside it what would change this factor, and the rest on request", async () => {
    const beside = main().getByRole("region", { name: "結論を変えるもの" });
    await beside
      .getByText(/P-C1.*の回答を「相当の懸念」から「軽微な懸念」に改めると/)
      .first()
      .waitFor();
    assert.equal(await beside.getByText(/ゲートG2/).count(), 0);
    await beside.getByText("全体", { exact: true }).click();
    await beside.getByRole("button", { name: /^ほか/ }).first().click();
    await beside.getByText(/ゲートG2 許可未取得が開くと/).waitFor();
  });

  it("leads from a step to the item it rests on", async () => {
    await main().getByRole("link", { name: "P-C1", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "確認", exact: true }).waitFor({ state: "attached" });
    await page.getByText("外国政府等からの奨学金").first().waitFor();
    await step("評価");
  });

  it("opens a gate only with a reason, and it awaits the second person until one is named", async () => {
    await main()
      .getByRole("button", { name: /^閉じているゲート/ })
      .click();
    const gate = (): Locator => main().getByRole("listitem").filter({ hasText: "G4 重要事項の不申告" });
    await gate().getByRole("button", { name: "ゲートを開く" }).click();
    await dialog().getByRole("textbox", { name: /^理由/ }).fill("短い理由");
    await dialog().getByRole("button", { name: "ゲートを開く" }).click();
    await dialog().getByText("理由を20文字以上で記してください。").waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await page.keyboard.press("Escape");

    await gate().getByRole("button", { name: "ゲートを開く" }).click();
    const reason = dialog().getByRole("textbox", { name: /^理由/ });
    assert.equal(await reason.inputValue(), "短い理由", "what was typed outlives the dialog");
    await reason.fill("申告書にない兼職が、面談の記録と先方の公式資料から確かめられた。");
    await dialog().getByRole("button", { name: "ゲートを開く" }).click();
    await gate().getByText("二人目の確認待ち").waitFor();
    assert.deepEqual((await view()).assessment.facts.gatesOpen, []);

    await gate().getByRole("button", { name: "二人目の確認を記す" }).click();
    await dialog()
      .getByRole("textbox", { name: /^二人目の確認者/ })
      .fill("葛󠄀城 ﾊﾅｺ");
    await dialog().getByRole("button", { name: "ゲートを開く" }).click();
    await gate().getByText("葛󠄀城 ﾊﾅｺ").waitFor();
    const opened = await view();
    assert.deepEqual(opened.assessment.facts.gatesOpen, ["G4"]);
    assert.equal(opened.gates[0]?.secondPerson, "葛󠄀城 ﾊﾅｺ");

    await gate().getByRole("button", { name: "ゲートを閉じる" }).click();
    await dialog()
      .getByRole("textbox", { name: /^理由/ })
      .fill("説明の機会を設け、届出の遅れにすぎないと確かめられた。");
    await dialog()
      .getByRole("textbox", { name: /^二人目の確認者/ })
      .fill("葛󠄀城 ﾊﾅｺ");
    await dialog().getByRole("button", { name: "ゲートを閉じる" }).click();
    await gate().getByText("理由を付して閉じた").waitFor();
    assert.deepEqual((await view()).assessment.facts.gatesOpen, []);
  });

  it("has no serious finding of accessibility", async () => {
    assert.deepEqual(await graveFindings(page), []);
  });
});

describe("the measures page", () => {
  it("says at the fields what an agreed measure lacks, and keeps the form when the dialog is closed", async () => {
    await step("措置");
    await main().getByRole("button", { name: "M-PE3 相反する職務・契約の終了又は不更新を加える" }).click();
    assert.equal(
      await dialog()
        .getByRole("textbox", { name: /^検証方法/ })
        .inputValue(),
      "終了を示す文書の原本を確認する。",
    );
    await dialog().getByText("合意", { exact: true }).click();
    await dialog().getByRole("button", { name: "記録する" }).click();
    await dialog().getByText("合意又は実施済とするには、担当が必要です。").waitFor();
    await dialog().getByText("合意又は実施済とするには、期限が必要です。").waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await dialog().getByRole("textbox", { name: /^担当/ }).fill("人事課 髙﨑 𠮷");
    await page.keyboard.press("Escape");
    await main().getByRole("button", { name: "M-PE3 相反する職務・契約の終了又は不更新を加える" }).click();
    assert.equal(await dialog().getByRole("textbox", { name: /^担当/ }).inputValue(), "人事課 髙﨑 𠮷");
  });

  it("shows at once what a recorded measure does to the residual", async () => {
    await typeDay(dialog(), /^期限/, "20270131");
    await dialog().getByRole("button", { name: "記録する" }).click();
    await main().getByText("外国政府等の支配・指揮命令：計画上 12点（極めて高）→ 4点（中）").waitFor();
    const { measures } = await view();
    assert.deepEqual(
      measures.map(({ measureId, status, owner, dueDay }) => [measureId, status, owner, dueDay]),
      [["M-PE3", "agreed", "人事課 髙﨑 𠮷", "2027-01-31"]],
    );
  });

  it("adds a package as proposals, which count for nothing, and takes it back in one", async () => {
    await main()
      .getByRole("tab", { name: /^組合せ/ })
      .click();
    const count = (await view()).measures.length;
    await main()
      .getByRole("region", { name: "措置の候補" })
      .getByRole("button", { name: /件を案として加える/ })
      .first()
      .click();
    await page.getByText(/基本パッケージ（低～中）の\d件を案として加えた。/).waitFor();
    const added = (await view()).measures.slice(count);
    assert.ok((await view()).measures.length > count);
    assert.ok(added.every((one) => one.status === "proposed" || one.measureId === "M-PE3"));
    await page.getByRole("button", { name: "元に戻す" }).click();
    await main().getByText("この案件の措置（1件）").first().waitFor();
    assert.equal((await view()).measures.length, count);
  });

  it("has no serious finding of accessibility", async () => {
    assert.deepEqual(await graveFindings(page), []);
  });
});

describe("the decision page", () => {
  it("follows a measure that was agreed in another window", async () => {
    await step("決定");
    await main().getByText("上位判断（付議）", { exact: true }).waitFor();
    const { measures } = await view();
    const { updatedAt: _at, updatedBy: _by, ...taken } = mustExist(measures[0], "one measure is agreed");
    const measure = { ...taken, measureId: "M-PE2" };
    must(await journey.client.risk.setMeasure({ dossierId: dossier.id, measure }));
    await main().getByText("条件を付して実施する。").waitFor();
    assert.equal((await view()).assessment.advice.recommendation, "mitigate");
  });

  it("says what stands open, with the way there", async () => {
    const open = main().getByRole("region", { name: "決定の前に済ませること" });
    await open.getByText("重要項目が1件、確認できていない。").waitFor();
    await open.getByRole("link", { name: /^P-A2/ }).waitFor();
  });

  it("refuses to depart from the recommendation without a reason, with the sentence at the field", async () => {
    await main().getByText("実施しない、又は該当部分を切り離して実施しない。").click();
    await main().getByText("推奨（軽減）と異なる判断").waitFor();
    await main()
      .getByRole("textbox", { name: /^推奨と異なる理由/ })
      .fill("短い");
    await main().getByRole("textbox", { name: /^理由/ }).fill("当該部分は実施しない。");
    await main()
      .getByRole("textbox", { name: /^決定した者/ })
      .fill("研究セキュリティ責任者 髙﨑 𠮷");
    await main().getByRole("button", { name: "決定案を付す" }).click();
    const sentences = main().getByText("推奨と異なる決定には、20文字以上の理由が必要です。");
    assert.equal(await sentences.count(), 2, "at the field and in the list at the foot");
    assert.equal(await page.getByRole("alertdialog").count(), 0);
    assert.deepEqual(must(await journey.client.decision.list({ dossierId: dossier.id })).decisions, []);
    assert.deepEqual(await graveFindings(page), []);
  });

  it("keeps what is written when the page is left", async () => {
    await step("評価");
    await step("決定");
    assert.equal(await main().getByRole("textbox", { name: /^理由/ }).inputValue(), "当該部分は実施しない。");
  });

  it("says when the vault cannot keep what is written, and keeps it on the screen", async () => {
    const reason = main().getByRole("textbox", { name: /^理由/ });
    await reason.fill("𠮷".repeat(30_000));
    await main().getByText("書きかけの内容を金庫に保存できません。").waitFor();
    assert.equal((await reason.inputValue()).length, 60_000);
    await reason.fill("当該部分は実施しない。");
    await main().getByText("書きかけの内容は、付すまで金庫に残る。").waitFor();
  });

  it("needs a review date to mitigate, and offers wording with the blanks filled", async () => {
    await main().getByText("定めた軽減策の実施を条件として実施する。着手前に履行を確認する。").click();
    await main().getByRole("button", { name: "決定案を付す" }).click();
    await main().getByText("この決定には、見直し期日が必要です。").first().waitFor();
    await typeDay(main(), /^見直し期日/, "20270531");
    await main().getByRole("textbox", { name: /^理由/ }).fill("");
    await main().getByRole("button", { name: "文例を理由に入れる" }).click();
    const reason = await main().getByRole("textbox", { name: /^理由/ }).inputValue();
    assert.match(reason, /^「外国政府等の支配・指揮命令」について.*見直し期日は2027年5月31日とする。$/u);
  });

  it("puts forward after one question, and freezes the case until a second person answers", async () => {
    await main()
      .getByRole("textbox", { name: /^付した条件/ })
      .fill("着手前にM-PE3の履行を確認する。");
    await main().getByRole("button", { name: "決定案を付す" }).click();
    const question = page.getByRole("alertdialog", { name: "「軽減」の決定案を付しますか" });
    await question.getByRole("button", { name: "決定案を付す" }).click();
    await main().getByText("推奨のとおり").waitFor();
    const [decision] = must(await journey.client.decision.list({ dossierId: dossier.id })).decisions;
    assert.ok(decision);
    assert.deepEqual(
      [decision.outcome, decision.departs, decision.reviewDay, decision.departureReason],
      ["mitigate", false, "2027-05-31", ""],
    );
    await main().getByText(decision.snapshotHash).waitFor();
    assert.deepEqual([decision.approval, decision.recordedBy], [null, "髙﨑 𠮷"]);
    assert.equal(must(await journey.client.dossiers.get({ dossierId: dossier.id })).state, "proposed");
    await main().getByText("承認待ちのため、内容は変更できません。差し戻されると、再び変更できます。").waitFor();
    assert.deepEqual(await graveFindings(page), []);
  });

  it("is decided once a second person approves, and leads on to the paper", async () => {
    await addApproverAndApprove({ host: journey.client, passphrase: journeyPassphrase }, dossier.id);
    await journey.show(dossier, "決定");
    await main().getByText("この案件は決定済みです。内容は変更できません。").waitFor();
    await main().getByText("推奨のとおり").waitFor();
    await main().getByText(approver.displayName).first().waitFor();
    const [decision] = must(await journey.client.decision.list({ dossierId: dossier.id })).decisions;
    await main()
      .getByText(decision?.snapshotHash ?? "")
      .waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await main().getByRole("button", { name: "付議資料の署名へ" }).click();
    await page.getByRole("heading", { level: 1, name: "付議資料", exact: true }).waitFor();
  });

  it("lets a measure be carried out after the decision, but not taken out", async () => {
    await step("措置");
    await main().getByText("この案件は決定済みです。").waitFor();
    await main()
      .getByRole("button", { name: /^M-PE3 .*を書き換える$/ })
      .first()
      .waitFor();
    assert.equal(
      await main()
        .getByRole("button", { name: /^M-PE3 .*を外す$/ })
        .count(),
      0,
    );
  });
});

describe("the whole journey", () => {
  it("left no complaint in the browser's console and asked nothing of any network", () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(journey.host.blockedRequests, []);
  });
});
