import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { mustExist } from "../../shared/assert.ts";
import type { DossierId, PersonId } from "../../shared/domain/ids.ts";
import { changeable } from "../support/changeable.ts";
import { answerExample, openExample } from "../support/demo/example-cases.ts";
import { caseStops, openCase } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { keepPictures } from "../support/keep-pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, deskPerson, goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";
import { proposal } from "../support/paper-scene.ts";
import { addPerson } from "../support/second-person.ts";

const materials = "架空材料研究室 葛󠄀城分室";
const secretary = {
  displayName: "﨑本 さくら",
  unit: "架空研究推進部",
  roles: ["secretary"],
  passphrase: "三人目の鍵は池の鯉の下 2026",
} as const;
const colleague = {
  displayName: "江﨑 ﾐﾎ",
  unit: materials,
  roles: ["reviewer"],
  passphrase: "五人目の鍵は石灯籠の中 2026",
} as const;
const title = "𠮷野 ﾊﾝｶｸ 受入れ";
const principal = "髙子 葛󠄀城";

let desk: PageDesk;
let page: Page;
/** Hosted by the materials unit, opened in the window. */
let hosted: string;
/** Answered, and a decision put forward. */
let proposed: { readonly id: DossierId; readonly number: string };

openDeskForTests(async (opened) => {
  desk = opened;
  page = desk.page;
  const office = { host: desk.client, passphrase: deskPassphrase };
  for (const person of [secretary, colleague]) await addPerson(office, person);
});

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");
const button = (name: string): Locator => main().getByRole("button", { name, exact: true });
const spine = async (words: string): Promise<void> => {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(words, { exact: true }).click();
};
const everybody = async () => must(await desk.client.people.list({})).people;
const idOf = async (name: string): Promise<PersonId> =>
  mustExist(
    (await everybody()).find(({ displayName }) => displayName === name),
    "the person is in the vault",
  ).id;

const shot = (name: string): Promise<void> => keepPictures(page, name);

/** The keyboard goes to somebody else, as at a desk: lock, and unlock with their own passphrase. */
async function handOverTo(passphrase: string): Promise<void> {
  await page.getByRole("button", { name: "別の人に替わる" }).click();
  await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
  await unlockWith(passphrase);
  // Locking ends the engine; on a busy machine the next one takes its time.
  await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
}

async function unlockWith(passphrase: string): Promise<void> {
  const field = page.getByLabel(/^パスフレーズ/u).first();
  await field.fill(passphrase);
  await field.press("Enter");
}

async function confirmAs(passphrase: string, act: string): Promise<void> {
  await dialog()
    .getByLabel(/^金庫のパスフレーズ/u)
    .fill(passphrase);
  await dialog().getByRole("button", { name: act, exact: true }).click();
}

const choosePerson = async (name: string): Promise<void> => {
  await main()
    .getByRole("row", { name: new RegExp(name, "u") })
    .click();
};

describe("changing a person", () => {
  let secretaryId: PersonId;
  before(async () => {
    secretaryId = await idOf(secretary.displayName);
  });

  it("says at the fields what may not be empty, and keeps the act shut", async () => {
    await goTo(page, "利用者");
    await choosePerson(secretary.displayName);
    await button("内容を変更する").click();
    await dialog().getByLabel(/^氏名/u).fill("");
    await dialog().getByText("氏名を入力してください。").waitFor();
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(deskPassphrase);
    assert.ok(await dialog().getByRole("button", { name: "変更する" }).isDisabled());
    assert.deepEqual(await graveFindings(page), []);
    await shot("change-person-missing");
  });

  it("takes name, unit and roles after the administrator's own passphrase alone", async () => {
    await dialog().getByLabel(/^氏名/u).fill("﨑本 さくら（旧姓 髙﨑）");
    await dialog().getByRole("combobox", { name: /^所属/u }).fill("架空委員会事務局");
    await page.keyboard.press("Tab");
    await dialog()
      .getByRole("checkbox", { name: /^監査担当/u })
      .check({ force: true });
    await confirmAs(secretary.passphrase, "変更する");
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await confirmAs(deskPassphrase, "変更する");
    await page.getByText("「﨑本 さくら（旧姓 髙﨑）」の内容を変更しました。").waitFor();
    const changed = (await everybody()).find(({ id }) => id === secretaryId);
    assert.deepEqual(
      [changed?.displayName, changed?.unit, changed?.roles],
      ["﨑本 さくら（旧姓 髙﨑）", "架空委員会事務局", ["secretary", "auditor"]],
    );
    await main().getByRole("row", { name: /髙﨑/u }).getByText("架空委員会事務局").waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("person-changed");
  });
});

describe("opening a case for a unit of ours", () => {
  it("names whom the unit keeps from reviewing, and takes the declaration with the case", async () => {
    await goTo(page, "案件");
    await button("新しい案件").first().click();
    await page.getByLabel(/^件名/u).fill(title);
    await page.getByLabel(/^氏名/u).fill(principal);
    await page.getByRole("combobox", { name: /^受け入れる部署/u }).fill(materials.replace(" ", "　"));
    await page.keyboard.press("Tab");
    await main().getByText("この部署に属する1人は、案件を読めますが、審査・承認・署名はできません。").waitFor();
    await main().getByRole("checkbox", { name: "利害関係はない" }).check({ force: true });
    assert.deepEqual(await graveFindings(page), []);
    await shot("new-case");
    await button("案件を登録する").click();
    await page.getByRole("navigation", { name: "案件の進み" }).waitFor();
    const [row] = must(await desk.client.dossiers.list({})).rows;
    const made = must(await desk.client.dossiers.get({ dossierId: mustExist(row, "the case was made").id }));
    hosted = made.number;
    assert.deepEqual([made.standing.declared, made.standing.ownUnit], [true, false]);
    assert.equal(await main().getByText("この案件に、あなたの利害関係はありますか").count(), 0);
    await main().getByText("利害関係なし", { exact: true }).waitFor();
    await shot("new-case-intake");
  });

  it("does not let somebody of the host unit begin the case, and says why at the field", async () => {
    await handOverTo(colleague.passphrase);
    await goTo(page, "案件");
    await button("新しい案件").first().click();
    await page.getByLabel(/^件名/u).fill("自分の部署の案件");
    await page.getByLabel(/^氏名/u).fill(principal);
    assert.ok(await button("案件を登録する").isEnabled());
    await page.getByRole("combobox", { name: /^受け入れる部署/u }).fill(materials);
    await page.keyboard.press("Tab");
    await main().getByText("あなたの所属です。所属する部署の案件は登録できません。").waitFor();
    assert.ok(await button("案件を登録する").isDisabled());
    assert.deepEqual(await graveFindings(page), []);
    await shot("new-case-own-unit");
    await button("中止").click();
  });
});

describe("a case of one's own unit", () => {
  it("is there to read, says why nothing else is, and offers nothing to change on any page", async () => {
    await openCase(page, hosted);
    await main().getByText("所属する部署の案件は、読むことはできますが、審査・承認・署名はできません。").waitFor();
    assert.equal(await main().getByText("この案件に、あなたの利害関係はありますか").count(), 0);
    assert.deepEqual(await graveFindings(page), []);
    await shot("own-unit");
    for (const stop of caseStops) {
      await stop.go(page);
      await page.waitForTimeout(700);
      assert.deepEqual(await changeable(page, stop.name), [], stop.name);
    }
  });
});

describe("a declared conflict", () => {
  it("asks for twenty characters of what it is", async () => {
    await handOverTo(deskPassphrase);
    const { examples } = must(await desk.client.content.get({})).examples;
    const example = mustExist(examples[0], "there are worked examples");
    const id = await openExample(desk.client, example);
    await answerExample(desk.client, id, example);
    must(await desk.client.screening.run({ dossierId: id }));
    must(await desk.client.decision.record({ dossierId: id, decision: { ...proposal, reviewDay: "2027-05-31" } }));
    proposed = { id, number: must(await desk.client.dossiers.get({ dossierId: id })).number };
    await handOverTo(colleague.passphrase);
    await openCase(page, proposed.number);
    await button("利害関係がある").click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("textbox").fill("短い");
    assert.ok(await question.getByRole("button", { name: "申告して案件を閉じる" }).isDisabled());
    assert.deepEqual(await graveFindings(page), []);
    await shot("declare-conflict");
  });

  it("closes the case on the spot, to the list and to the engine's door, without a word of what is in it", async () => {
    const question = page.getByRole("alertdialog");
    await question.getByRole("textbox").fill("対象者とは三年前まで共著の論文がある。共同研究費も受けた。");
    await question.getByRole("button", { name: "申告して案件を閉じる" }).click();
    await main().getByText("この案件は、あなたには開けません").waitFor();
    assert.equal((await main().innerText()).includes(proposed.number), false);
    assert.deepEqual(await graveFindings(page), []);
    await shot("conflict-closed");
    await button("案件の一覧へ").click();
    await main().getByText(hosted).waitFor();
    assert.equal(await main().getByText(proposed.number).count(), 0);
    assert.deepEqual(await desk.client.dossiers.get({ dossierId: proposed.id }), {
      ok: false,
      error: { code: "conflict-declared" },
    });
  });

  it("is there to read for whoever takes the case over", async () => {
    await handOverTo(deskPassphrase);
    await openCase(page, proposed.number);
    await spine("受付");
    await main().getByText("対象者とは三年前まで共著の論文がある。共同研究費も受けた。").waitFor();
    await main().getByText("利害関係あり", { exact: true }).waitFor();
    await shot("conflict-for-others");
  });
});

describe("what the committee resolved", () => {
  const act = (): Locator => dialog().getByRole("button", { name: "委員会の議決を記録する" });

  it("is recorded by the secretary alone, with meeting, day and result", async () => {
    await handOverTo(secretary.passphrase);
    await openCase(page, proposed.number);
    await button("利害関係はない").click();
    await spine("決定");
    await button("委員会の議決を記録する").click();
    await dialog()
      .getByLabel(/^金庫のパスフレーズ/u)
      .fill(secretary.passphrase);
    assert.ok(await act().isDisabled());
    await dialog()
      .getByRole("textbox", { name: /^会議の名称/u })
      .fill("第12回 研究セキュリティ委員会 ﾊﾝｶｸ 𠮷");
    await dialog()
      .getByRole("group", { name: /^開催日/u })
      .getByRole("spinbutton")
      .first()
      .click();
    await page.keyboard.type("20261120");
    assert.ok(await act().isDisabled());
    await dialog().getByText("差戻し", { exact: true }).click();
    assert.ok(await act().isDisabled(), "a return needs its reason");
    assert.deepEqual(await graveFindings(page), []);
    await shot("committee-return");
    await dialog().getByText("承認", { exact: true }).click();
    assert.ok(await act().isEnabled());
    await shot("committee-approve");
  });

  it("takes the secretary's own passphrase, and stands on the case with its day and whose key recorded it", async () => {
    await confirmAs(deskPassphrase, "委員会の議決を記録する");
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await confirmAs(secretary.passphrase, "委員会の議決を記録する");
    await page.getByText("委員会の議決を記録した。").waitFor();
    const [decision] = must(await desk.client.decision.list({ dossierId: proposed.id })).decisions;
    const { kind, answer, meeting, meetingDay, keyFingerprint } = mustExist(decision?.approval, "it was answered");
    assert.deepEqual(
      [kind, answer, meeting, meetingDay],
      ["committee", "approve", "第12回 研究セキュリティ委員会 ﾊﾝｶｸ 𠮷", "2026-11-20"],
    );
    await main().getByText("第12回 研究セキュリティ委員会 ﾊﾝｶｸ 𠮷").waitFor();
    await main().getByText(mustExist(keyFingerprint, "whose key it was"), { exact: true }).waitFor();
    assert.equal(must(await desk.client.dossiers.get({ dossierId: proposed.id })).state, "decided");
    assert.deepEqual(await graveFindings(page), []);
    await shot("committee-recorded");
  });
});

describe("shutting a person out", () => {
  it("says what it does and what it cannot, and is done by the administrator's own passphrase", async () => {
    await handOverTo(deskPassphrase);
    await goTo(page, "利用者");
    await choosePerson(colleague.displayName);
    await button("登録を外す").click();
    await dialog().getByText("この人の鍵では、金庫を開けなくなります。取り消すことはできません。").waitFor();
    await dialog()
      .getByText(/写しや記憶として本人の手元に残っている/u)
      .waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("revoke-person");
    await confirmAs(colleague.passphrase, "登録を外す");
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await confirmAs(deskPassphrase, "登録を外す");
    await page.getByText(`「${colleague.displayName}」の登録を外しました。`).waitFor();
    await main().getByRole("row", { name: /江﨑/u }).getByText("登録を外した", { exact: true }).waitFor();
    assert.equal(await button("内容を変更する").count(), 0, "nothing more can be done about them");
    assert.deepEqual(await graveFindings(page), []);
    await shot("person-revoked");
  });

  it("keeps them out with the passphrase they had, and lets the others in with theirs", async () => {
    await page.getByRole("button", { name: "別の人に替わる" }).click();
    await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    await unlockWith(colleague.passphrase);
    await page.getByText("パスフレーズが違います。入力し直してください。").waitFor();
    assert.equal(must(await desk.client.vault.status({})).state, "locked");
    await unlockWith(secretary.passphrase);
    await page.getByRole("banner").getByText("髙﨑").waitFor();
    await handOverTo(deskPassphrase);
    await page.getByRole("banner").getByText(deskPerson).waitFor();
  });

  it("left no complaint in the console and asked nothing of any network", () => {
    assert.deepEqual(desk.consoleErrors, []);
    assert.deepEqual(desk.host.blockedRequests, []);
  });
});
