import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { mustExist } from "../../shared/assert.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { changeable } from "../support/changeable.ts";
import { answerExample, openExample } from "../support/demo/example-cases.ts";
import { caseStops, openCase } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
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

interface Colleague {
  readonly name: string;
  readonly unit: string;
  readonly role: RegExp;
  readonly passphrase: string;
}

const approver: Colleague = {
  name: "葛󠄀城 ﾊﾅｺ",
  unit: "架空研究推進部",
  role: /^承認者/u,
  passphrase: "二人目の鍵は松の枝の上 2026",
};
const secretary: Colleague = {
  name: "﨑本 さくら",
  unit: "架空研究推進部",
  role: /^委員会事務局/u,
  passphrase: "三人目の鍵は池の鯉の下 2026",
};
const auditor: Colleague = {
  name: "𠮷田 ﾐﾙ",
  unit: "架空監査室",
  role: /^監査担当/u,
  passphrase: "四人目の鍵は書庫の棚の奥 2026",
};

const reason = "全ての要因が「低」であり、通常の管理で足りる。";
const returned = "所属先の記載が一件足りない。確かめて加えること。よろしく。";

const folders = journeyFolders();
let desk: PageDesk;
let page: Page;
let dossierId: DossierId;
let number: string;

before(async () => {
  desk = await openPageDesk({ userData: folders.userData, hasVault: false });
  page = desk.page;
});
after(async () => {
  await desk.close();
  folders.remove();
});

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");
const button = (name: string): Locator => main().getByRole("button", { name, exact: true });
const spine = async (words: string): Promise<void> => {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(words, { exact: true }).click();
};

/** The administrator says who, the new person types, the administrator confirms. */
async function addThroughPage(one: Colleague): Promise<void> {
  await button("利用者を加える").click();
  await dialog().getByLabel(/^氏名/u).fill(one.name);
  await dialog().getByRole("combobox", { name: /^所属/u }).fill(one.unit);
  // Units known already drop down as suggestions; going on with Tab leaves what was typed.
  await page.keyboard.press("Tab");
  await dialog().getByRole("checkbox", { name: one.role }).check({ force: true });
  await dialog().getByRole("button", { name: "次へ" }).click();
  await dialog().getByText("管理者は、画面と手元から目を離してください。").waitFor();
  await dialog()
    .getByLabel(/^本人の新しいパスフレーズ(?!（確認）)/u)
    .fill(one.passphrase);
  await dialog()
    .getByLabel(/^本人の新しいパスフレーズ（確認）/u)
    .fill(one.passphrase);
  await dialog().getByRole("button", { name: "次へ" }).click();
  await confirmAs(deskPassphrase, "加える");
  await page.getByText(`「${one.name}」を利用者に加えました。`).waitFor();
}

async function confirmAs(passphrase: string, act: string): Promise<void> {
  await dialog()
    .getByLabel(/^金庫のパスフレーズ/u)
    .fill(passphrase);
  await dialog().getByRole("button", { name: act, exact: true }).click();
}

/** The keyboard goes to somebody else, as at a desk: lock, and unlock with their own passphrase. */
async function handOverTo(passphrase: string): Promise<void> {
  await page.getByRole("button", { name: "別の人に替わる" }).click();
  await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
  const field = page.getByLabel(/^パスフレーズ/u).first();
  await field.fill(passphrase);
  await field.press("Enter");
  await page.getByRole("navigation", { name: "主な画面" }).waitFor();
}

async function proposeAcceptance(): Promise<void> {
  await spine("決定");
  await main().getByText("通常の管理の下で実施する。").last().click();
  await main().getByRole("textbox", { name: /^理由/u }).fill(reason);
  await main()
    .getByRole("textbox", { name: /^決定した者/u })
    .fill("研究セキュリティ責任者");
  await button("決定案を付す").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "決定案を付す" }).click();
  await main().getByRole("heading", { name: "承認を待っている" }).waitFor();
}

describe("an office in one vault", () => {
  it("begins with one person, and says plainly that approval needs a second", async () => {
    await page.getByLabel(/^氏名/u).fill(deskPerson);
    await page.getByLabel(/^法人・部署の名称/u).fill(deskOffice);
    await page
      .getByLabel(/^パスフレーズ(?!（確認）)/u)
      .first()
      .fill(deskPassphrase);
    await page.getByLabel(/^パスフレーズ（確認）/u).fill(deskPassphrase);
    await page.getByLabel(/^パスフレーズ（確認）/u).press("Enter");
    await page.getByRole("banner").getByText("審査担当、管理者").waitFor();
    await goTo(page, "利用者");
    await main().getByText("利用者が一人だけです").waitFor();
    assert.deepEqual(await graveFindings(page), []);
  });

  it("lets in an approver, a secretary and an auditor, each with a passphrase of their own", async () => {
    for (const one of [approver, secretary, auditor]) await addThroughPage(one);
    assert.equal(await main().getByText("利用者が一人だけです").count(), 0);
    const { people } = must(await desk.client.people.list({}));
    assert.deepEqual(
      people.map(({ displayName, unit, roles }) => [displayName, unit, roles.join()]),
      [
        [deskPerson, "", "reviewer,administrator"],
        [approver.name, approver.unit, "approver"],
        [secretary.name, secretary.unit, "secretary"],
        [auditor.name, auditor.unit, "auditor"],
      ],
    );
    assert.deepEqual(await graveFindings(page), []);
  });

  it("refuses to go on without a name and a role, and says so at the fields", async () => {
    await button("利用者を加える").click();
    await dialog().getByRole("button", { name: "次へ" }).click();
    await dialog().getByText("氏名を入力してください。").waitFor();
    await dialog().getByText("役割を一つ以上選んでください。").waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await page.keyboard.press("Escape");
  });

  it("lets a reviewer without ties to the case write a decision", async () => {
    const { examples } = must(await desk.client.content.get({})).examples;
    const example = mustExist(examples[0], "there are worked examples");
    dossierId = await openExample(desk.client, example);
    await answerExample(desk.client, dossierId, example);
    must(await desk.client.screening.run({ dossierId }));
    number = must(await desk.client.dossiers.get({ dossierId })).number;
    await openCase(page, number);
    await spine("決定");
    await main().getByRole("button", { name: "決定案を付す", disabled: false }).waitFor();
  });

  it("offers no approval to the one who put the decision forward, and names who can give it", async () => {
    await proposeAcceptance();
    await main().getByText("自分が付した決定案は、自分では承認できない。").waitFor();
    await main().getByText(approver.name).waitFor();
    await main().getByText(secretary.name).waitFor();
    assert.equal(await main().getByText(auditor.name).count(), 0);
    assert.equal(await button("承認する").count(), 0);
    await page.getByText("承認待ち", { exact: true }).first().waitFor();
    assert.deepEqual(await graveFindings(page), []);
  });

  it("tells nobody's name on the locked screen, and shows who has come in their stead", async () => {
    await page.keyboard.press("Control+l");
    await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    const html = await page.content();
    for (const secret of [deskPerson, approver.name, secretary.name, auditor.name, deskOffice, number])
      assert.equal(html.includes(secret), false, secret);
    const field = page.getByLabel(/^パスフレーズ/u).first();
    await field.fill(approver.passphrase);
    await field.press("Enter");
    await page.getByRole("banner").getByText(approver.name).waitFor();
    await page.getByRole("banner").getByText("承認者", { exact: true }).waitFor();
  });

  it("leads the approver from home to the decision, and asks for ties before the answer", async () => {
    await main().getByText("決定案が承認を待っている。").waitFor();
    await button("決定案へ").click();
    assert.ok(await button("承認する").isDisabled());
    await button("利害関係はない").click();
    await main().getByText("この案件に、あなたの利害関係はありますか").waitFor({ state: "detached" });
    assert.ok(await button("承認する").isEnabled());
    assert.deepEqual(await graveFindings(page), []);
  });

  it("takes a return with a reason of twenty characters, and the reviewer reads it where they write the next", async () => {
    await button("差し戻す").click();
    await dialog()
      .getByRole("textbox", { name: /^差戻しの理由/u })
      .fill("短い");
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(approver.passphrase);
    assert.ok(await dialog().getByRole("button", { name: "差し戻す" }).isDisabled());
    await dialog()
      .getByRole("textbox", { name: /^差戻しの理由/u })
      .fill(returned);
    await dialog().getByRole("button", { name: "差し戻す" }).click();
    await main().getByText("決定案はまだ付されていません").waitFor();
    await handOverTo(deskPassphrase);
    await main().getByText("決定案が差し戻された。理由を確かめ、改める。").waitFor();
    await openCase(page, number);
    await proposeAcceptance();
    await main()
      .getByRole("button", { name: /決定 第1版/u })
      .click();
    await main().getByText(returned).waitFor();
  });

  it("lets the reviewer sign the paper while it waits", async () => {
    must(await desk.client.identity.create({ name: deskPerson, passphrase: deskPassphrase }));
    const draft = {
      value: "実施しない場合、材料評価の機会を失う。より安全な代替案は、公知の試料に限って行うことである。",
      law: "該非判定は非該当。特定類型には当たらない。資金配分機関への手続は要しない。",
    };
    must(await desk.client.paper.setSections({ dossierId, draft, baseRevision: 0 }));
    await spine("付議");
    await button("署名する").click();
    await dialog().locator("input[type=password]").fill(deskPassphrase);
    await dialog().getByRole("button", { name: "署名する", exact: true }).click();
    await main().getByRole("region", { name: "署名した資料" }).getByText(deskPerson).waitFor();
  });

  it("approves with the approver's own passphrase alone, and shows who did it with which key", async () => {
    await handOverTo(approver.passphrase);
    await button("決定案へ").click();
    await button("承認する").click();
    await confirmAs(deskPassphrase, "承認する");
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await confirmAs(approver.passphrase, "承認する");
    await page.getByText("決定案を承認した。").waitFor();
    const { people } = must(await desk.client.people.list({}));
    const key = people.find(({ displayName }) => displayName === approver.name)?.keyFingerprint;
    assert.match(key ?? "", /^[0-9a-f]{16}$/u);
    await main()
      .getByText(key ?? "", { exact: true })
      .first()
      .waitFor();
    await page.getByText("決定済み", { exact: true }).first().waitFor();
    assert.deepEqual(await graveFindings(page), []);
  });

  it("adds the approver's signature to the paper, and the copy verifies with both", async () => {
    must(await desk.client.identity.create({ name: approver.name, passphrase: approver.passphrase }));
    await spine("付議");
    await button("承認者として署名する（日本語）").click();
    await confirmAs(approver.passphrase, "署名する");
    const papers = main().getByRole("region", { name: "署名した資料" });
    await papers.getByText(approver.name).waitFor();
    assert.equal(await papers.getByRole("row").count(), 3, "the head, the reviewer's paper and the one with both");
    assert.deepEqual(await graveFindings(page), []);
    const reports = must(await desk.client.paper.reports({ dossierId })).reports;
    const both = mustExist(
      reports.find(({ countersigns }) => countersigns !== null),
      "a paper with both signatures",
    );
    const path = join(folders.carried, "both.pdf");
    desk.dialogs.answer("report-copy", path);
    const request = { dossierId, reportId: both.id, purpose: "approver" as const, passphrase: approver.passphrase };
    must(await desk.client.paper.saveCopy(request));
    desk.dialogs.answer("signed-pdf", path);
    const { verdict, signatures } = must(await desk.client.verification.verify({}));
    assert.deepEqual([verdict, signatures.length], ["valid", 2]);
  });

  it("gives the auditor every case and the trail to read, and nothing to change", async () => {
    await handOverTo(auditor.passphrase);
    await page.getByRole("navigation", { name: "主な画面" }).getByRole("button", { name: "操作の記録" }).waitFor();
    await goTo(page, "案件");
    assert.equal(await button("新しい案件").count(), 0);
    await openCase(page, number);
    await main().getByText("閲覧のみ。").waitFor();
    for (const stop of caseStops) {
      await stop.go(page);
      await page.waitForTimeout(700);
      assert.deepEqual(await changeable(page, stop.name), [], stop.name);
    }
  });

  it("leaves no complaint in the console and asks nothing of any network", () => {
    assert.deepEqual(desk.consoleErrors, []);
    assert.deepEqual(desk.host.blockedRequests, []);
  });
});
