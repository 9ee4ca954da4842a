import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { ItemId } from "../../shared/domain/ids.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

/** Opens a new case on one of its pages. */
async function open(name: string): Promise<Dossier> {
  const dossier = await journey.newCase();
  await journey.show(dossier, name);
  return dossier;
}

const stored = async (dossier: Dossier): Promise<Dossier> =>
  must(await journey.client.dossiers.get({ dossierId: dossier.id }));

/** Waits until what is stored satisfies the check, and gives it back; a store that never does is shown as it stands. */
async function storedWhen(dossier: Dossier, holds: (one: Dossier) => boolean): Promise<Dossier> {
  for (let turn = 0; turn < 40; turn += 1) {
    const one = await stored(dossier);
    if (holds(one)) return one;
    await page.waitForTimeout(100);
  }
  assert.fail(JSON.stringify(await stored(dossier)));
}

/** Picks a choice or ticks a box as a keyboard does; the inputs lie under what is drawn. */
async function press(role: "radio" | "checkbox", name: RegExp): Promise<void> {
  await page.getByRole(role, { name }).focus();
  await page.keyboard.press("Space");
}
const choose = (name: RegExp): Promise<void> => press("radio", name);
const tick = (name: RegExp): Promise<void> => press("checkbox", name);

describe("intake", () => {
  it("stores names letter for letter, one kind beside the other", async () => {
    const dossier = await open("受付");
    await page.getByRole("button", { name: "名称を加える" }).click();
    await page.getByRole("textbox", { name: "ローマ字" }).fill("Yoshino Katsura");
    await page.getByRole("button", { name: "名称を加える" }).click();
    await page.getByRole("textbox", { name: "旧名・旧称" }).fill("髙﨑 葛󠄀（ﾀｶｻｷ）");
    const { subjects } = await storedWhen(dossier, (one) => one.subjects[0]?.names.length === 4);
    assert.deepEqual(subjects[0]?.names, [
      { kind: "primary", text: "𠮷野 葛󠄀" },
      { kind: "reading", text: "ﾖｼﾉ ｶﾂﾗ" },
      { kind: "latin", text: "Yoshino Katsura" },
      { kind: "former", text: "髙﨑 葛󠄀（ﾀｶｻｷ）" },
    ]);
  });

  it("keeps the stored names while the last one is being emptied", async () => {
    const dossier = await open("受付");
    await page.getByRole("button", { name: /ﾖｼﾉ ｶﾂﾗ.*消す/ }).click();
    await page.getByRole("textbox", { name: "表記" }).fill("");
    await page.getByText("名称が一つ以上必要です", { exact: false }).waitFor();
    const { subjects } = await storedWhen(dossier, (one) => one.subjects[0]?.names.length === 1);
    assert.deepEqual(subjects[0]?.names, [{ kind: "primary", text: "𠮷野 葛󠄀" }]);
  });

  it("adds a body and takes it out again after asking by its name", async () => {
    const dossier = await open("受付");
    await page.getByRole("button", { name: "対象を加える" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: /表記/ }).fill("葛󠄀城研究所");
    await page.getByRole("button", { name: "加える", exact: true }).click();
    const added = await storedWhen(dossier, (one) => one.subjects.length === 2);
    assert.deepEqual(added.subjects[1]?.kind, "organisation");
    await page.getByRole("button", { name: /葛󠄀城研究所/ }).click();
    await page.getByRole("button", { name: "この対象を外す" }).click();
    const asked = page.getByRole("dialog", { name: "「葛󠄀城研究所」を外しますか" });
    await asked.locator("input[type=password]").fill(journeyPassphrase);
    await asked.getByRole("button", { name: "この対象を外す" }).click();
    await storedWhen(dossier, (one) => one.subjects.length === 1);
  });

  it("stores each field of the form as text, and a choice at one press", async () => {
    const dossier = await open("受付");
    await page.getByRole("button", { name: "招へい", exact: true }).click();
    await page.getByRole("textbox", { name: /担当する研究内容/ }).fill("量子計測の基礎\n二行目");
    const { intake } = await storedWhen(dossier, (one) => Object.keys(one.intake).length === 2);
    assert.deepEqual(intake, { engagement_type: "招へい", topic: "量子計測の基礎\n二行目" });
  });

  it("stores what is half typed when the page is left at once", async () => {
    const dossier = await open("受付");
    await page.getByRole("textbox", { name: /件名/ }).fill("題名を直してすぐ移る");
    await page.getByRole("button", { name: "切り分けへ進む" }).click();
    assert.equal((await storedWhen(dossier, (one) => one.title !== dossier.title)).title, "題名を直してすぐ移る");
  });

  it("says what is never collected, and marks what the foreign exchange law alone needs", async () => {
    await open("受付");
    await page.getByText("人種、民族、社会的身分", { exact: false }).waitFor();
    await page.getByText("外為法の確認だけに使用・評価には使わない").waitFor();
    assert.equal(await page.getByRole("textbox", { name: /国籍/ }).count(), 0);
  });
});

describe("triage", () => {
  it("sets the depth by rule and says which rule", async () => {
    const dossier = await open("切り分け");
    await choose(/^T3/);
    await choose(/^A2/);
    await page.getByText("技術の機微度がT3で、アクセスがA2以上である。").waitFor();
    const { depth, depthByRule } = await storedWhen(dossier, (one) => one.triage.access === "A2");
    assert.deepEqual([depth, depthByRule], ["enhanced", "enhanced"]);
  });

  it("keeps a depth below the rules on screen until its reason is long enough", async () => {
    const dossier = await open("切り分け");
    await choose(/^T2/);
    await choose(/^A1/);
    await storedWhen(dossier, (one) => one.depth === "standard");
    await choose(/^簡易$/);
    await page.getByText("理由があと20文字必要です", { exact: false }).waitFor();
    await page.getByRole("textbox", { name: /深度を変える理由/ }).fill("公知の内容だけを扱い、");
    await page.getByText("理由があと9文字必要です", { exact: false }).waitFor();
    assert.equal((await stored(dossier)).depth, "standard");
    await page
      .getByRole("textbox", { name: /深度を変える理由/ })
      .fill("公知の内容だけを扱い、提供先も国内に限られるため。");
    const { triage } = await storedWhen(dossier, (one) => one.depth === "light");
    assert.equal(triage.depthReason, "公知の内容だけを扱い、提供先も国内に限られるため。");
  });

  it("asks for standard depth as soon as one trigger is ticked", async () => {
    const dossier = await open("切り分け");
    await choose(/^T1/);
    await choose(/^A1/);
    await tick(/経歴の空白/);
    const { triage } = await storedWhen(dossier, (one) => one.depth === "standard");
    assert.deepEqual(triage.triggers, ["unexplained_gap"]);
  });

  it("stops the work where classified information may be involved", async () => {
    const dossier = await open("切り分け");
    await page.getByRole("button", { name: "当たり得る" }).click();
    await page.getByRole("dialog", { name: "ここで入力を止めてください" }).waitFor();
    await page.getByRole("button", { name: "この案件を終了する" }).click();
    await storedWhen(dossier, (one) => one.state === "closed");
    await page.getByText("この案件は決定済みです。内容は変更できません。").waitFor();
  });

  it("stores the boxes of fairness and the identity", async () => {
    const dossier = await open("切り分け");
    await tick(/説明の機会/);
    await choose(/^同一（識別子が一致）/);
    const { fairness } = await storedWhen(
      dossier,
      (one) => one.subjectIdentity === "certain" && one.fairness.chanceToExplain,
    );
    assert.deepEqual(fairness, { noAttributes: false, chanceToExplain: true, consistent: false });
  });
});

describe("enquiry", () => {
  async function withOpenPoints(): Promise<Dossier> {
    const dossier = await journey.newCase();
    const record = async (itemId: string, patch: object): Promise<void> => {
      // The ids are those of the shipped template.
      const request = { dossierId: dossier.id, itemId: itemId as ItemId, baseRevision: 0, patch };
      must(await journey.client.checklist.record(request));
    };
    await record("P-A1", { answer: "unknown", unknownReason: "pending_reply" });
    await record("P-C1", { answer: "material", fact: "秘密の事実", assessment: "秘密の評価" });
    await record("P-C2", { answer: "none" });
    await journey.show(dossier, "照会");
    await page.getByText("P-A1", { exact: false }).first().waitFor();
    return dossier;
  }
  const letter = (): Promise<string> => page.locator("pre").innerText();

  it("puts the questions that are open into the letter, and no finding", async () => {
    await withOpenPoints();
    const words = await letter();
    assert.match(words, /𠮷野 葛󠄀 様/u);
    assert.match(words, /^1\. 受入れの目的/mu);
    assert.match(words, /^2\. /mu);
    assert.doesNotMatch(words, /秘密|○月○日|^3\. /mu);
  });

  it("leaves out a question that is not ticked, and speaks English when asked", async () => {
    await withOpenPoints();
    await tick(/P-A1/);
    assert.doesNotMatch(await letter(), /受入れの目的/);
    await page.getByRole("radiogroup", { name: "文の言語" }).getByText("英語").click();
    assert.match(await letter(), /no conclusion has been reached.* by \d{1,2} \w+ 20\d\d/s);
  });

  it("copies the letter", async () => {
    await withOpenPoints();
    await page.getByRole("button", { name: "文を写す" }).click();
    await page.getByText("照会文を写しました。").waitFor();
  });

  it("leads to the item", async () => {
    await withOpenPoints();
    await page.getByRole("button", { name: "P-C1 を開く" }).click();
    await page.getByRole("heading", { level: 2 }).and(page.locator("[data-place='heading']")).waitFor();
    assert.equal(await page.locator("[data-place='fact'] textarea").inputValue(), "秘密の事実");
  });

  it("moves the case to waiting and back, with a way back", async () => {
    const dossier = await withOpenPoints();
    await page.getByRole("button", { name: "調査中にする" }).click();
    await page.getByRole("button", { name: "回答待ちにする" }).click();
    await storedWhen(dossier, (one) => one.state === "awaiting-reply");
    await page.getByRole("button", { name: "回答を受けたので調査に戻す" }).click();
    await storedWhen(dossier, (one) => one.state === "in-enquiry");
  });
});
