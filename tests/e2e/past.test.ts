import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { ItemId } from "../../shared/domain/ids.ts";
import { answerExample, openExample, takeEvidence } from "../support/demo/example-cases.ts";
import { openCase } from "../support/demo/pictures.ts";
import { carryEdition } from "../support/list-editions.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const before_ = "面談の前の記載 𠮷野 葛󠄀城";

describe("a case as it was known", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let open: Dossier;
  let itemId: ItemId;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    const { examples } = must(await desk.client.content.get({})).examples;
    const begun = examples[3];
    assert.ok(begun);
    const dossierId = await openExample(desk.client, begun);
    await answerExample(desk.client, dossierId, begun, "named items");
    open = must(await desk.client.dossiers.get({ dossierId }));
    const { answers } = must(await desk.client.checklist.open({ dossierId }));
    const answer = answers[0];
    assert.ok(answer);
    ({ itemId } = answer);
    await record({ fact: before_ });
    const path = join(folders.carried, "葛󠄀城の資料.txt");
    writeFileSync(path, "架空の資料\n");
    desk.dialogs.answer("evidence", path);
    await takeEvidence(desk.client, open.id, { title: "葛󠄀城の資料", itemId });
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const answerNow = async () => {
    const { answers } = must(await desk.client.checklist.open({ dossierId: open.id }));
    const answer = answers.find((one) => one.itemId === itemId);
    assert.ok(answer);
    return answer;
  };
  const record = async (patch: { fact: string }) => {
    const baseRevision = (await answerNow()).revision;
    must(await desk.client.checklist.record({ dossierId: open.id, itemId, baseRevision, patch }));
  };
  const button = (name: string | RegExp): Locator => desk.page.getByRole("button", { name });
  const fact = (): Locator => desk.page.getByRole("textbox", { name: "事実", exact: true });
  const toPast = async (): Promise<void> => {
    await openCase(desk.page, open.number);
    await button("時点").first().click();
    await desk.page.getByRole("heading", { name: "時点", level: 1 }).waitFor();
  };

  const toChecklist = async (): Promise<void> => {
    const spine = desk.page.getByRole("navigation", { name: "案件の進み" });
    await spine.getByRole("button", { name: /^確認/u }).click();
    await fact().waitFor();
  };

  it("keeps a named moment and shows what has changed since, word by word", async () => {
    await toPast();
    await desk.page.getByLabel("回復点の名前").fill("本人との面談の前");
    await button("この状態を残す").click();
    await desk.page.getByRole("listitem").filter({ hasText: "本人との面談の前" }).waitFor();
    await record({ fact: "面談の後の記載 𠮷野 葛󠄀城" });
    await button("この時点を見る").click();
    await desk.page.locator("del", { hasText: "前" }).first().waitFor();
    await desk.page.locator("ins", { hasText: "後" }).first().waitFor();
  });

  it("puts one field back, and moves through time by keys alone", async () => {
    await button(/^事実を「比べる元」/u)
      .first()
      .click();
    await desk.page.getByText("1か所を戻しました。").waitFor();
    assert.equal((await answerNow()).fact, before_);
    const slider = desk.page.getByRole("slider", { name: "時点" });
    await slider.focus();
    await slider.press("Home");
    const first = await slider.getAttribute("aria-valuetext");
    await slider.press("End");
    assert.equal(await slider.getAttribute("aria-valuetext"), "現在");
    assert.notEqual(first, "現在");
  });

  it("says that a verdict put back asks the second person anew, and does so", async () => {
    const { client, dialogs } = desk;
    const choose = (purpose: Parameters<typeof dialogs.answer>[0], path: string): void => dialogs.answer(purpose, path);
    const [subject] = open.subjects;
    assert.ok(subject);
    const [listed] = subject.names;
    assert.ok(listed);
    const row = { name: listed.text, type: subject.kind, remarks: "架空の記載 葛󠄀城" };
    const details = { title: "架空のリスト ﾊﾝｶｸ", edition: "第1版" };
    await carryEdition({ host: client, outside: folders.carried, choose }, [row], details);
    const dossierId = open.id;
    const { hits } = must(await client.screening.run({ dossierId }));
    const [hit] = hits;
    assert.ok(hit);
    const of = { dossierId, hitId: hit.id };
    const note = "名称、所在地及び設立年が一致することを、法人登記の写しで確かめた。";
    must(await client.screening.judge({ ...of, judgement: { disposition: "true_match", reason: null, note } }));
    must(await client.history.makePoint({ dossierId, name: "判定の後" }));
    must(await client.screening.judge({ ...of, judgement: null }));
    await toPast();
    await button("この時点を見る").first().click();
    await desk.page.getByText("二人目に改めて確認を求めます。").waitFor();
    await desk.page.locator("strong", { hasText: /^二人目の確認待ち$/u }).waitFor();
    await button(/^判定を「比べる元」/u).click();
    await desk.page.getByText("か所を戻しました。").waitFor();
    const again = must(await client.screening.result({ dossierId })).hits.find(({ id }) => id === hit.id);
    assert.deepEqual([again?.judgement?.disposition, again?.awaitsSecondPerson], ["true_match", true]);
  });

  it("stores what is typed without a pause while it is typed", async () => {
    await openCase(desk.page, open.number);
    await toChecklist();
    const { answers } = must(await desk.client.checklist.open({ dossierId: open.id }));
    const known = new Set(answers.map((answer) => answer.fact));
    await fact().fill("");
    const typing = fact().pressSequentially("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", { delay: 80 });
    await pause(2_500);
    const now = must(await desk.client.checklist.open({ dossierId: open.id })).answers;
    await typing;
    assert.ok(
      now.some((answer) => !known.has(answer.fact) && answer.fact.startsWith("abcdefghij")),
      "nothing was stored while the hands did not rest",
    );
  });

  it("asks for a reason without taking the words away, not even over a lock, and stores both together", async () => {
    const settings = must(await desk.client.app.settings({}));
    must(await desk.client.app.setSettings({ ...settings, reasonPolicy: { given: false, afterReady: true } }));
    const { state } = must(await desk.client.dossiers.get({ dossierId: open.id }));
    const move = (to: "in-enquiry" | "ready") => desk.client.dossiers.move({ dossierId: open.id, to, reason: "" });
    if (state === "draft") must(await move("in-enquiry"));
    must(await move("ready"));
    await fact().fill("理由が要る記載");
    await button("新しい資料").waitFor();
    await fact().fill("理由が要る記載 ﾊﾝｶｸ");
    await pause(1_200);
    const { vaults } = must(await desk.client.vault.status({}));
    must(await desk.client.vault.lock({}));
    must(await desk.client.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: deskPassphrase }));
    await openCase(desk.page, open.number);
    await toChecklist();
    await button("新しい資料").waitFor();
    await button("新しい資料").click();
    await desk.page.locator("[data-save=saved]").first().waitFor();
    assert.equal(await fact().inputValue(), "理由が要る記載 ﾊﾝｶｸ");
    const { answers } = must(await desk.client.checklist.open({ dossierId: open.id }));
    const stored = answers.find((answer) => answer.fact === "理由が要る記載 ﾊﾝｶｸ");
    assert.ok(stored);
    const name = { place: "answer", rowId: stored.itemId, field: "fact" };
    const { changes } = must(await desk.client.history.field({ dossierId: open.id, name }));
    assert.equal(changes[0]?.reason, "新しい資料");
  });

  it("tells of one field who changed it, when and why", async () => {
    await button(/の経緯$/u)
      .first()
      .click();
    await desk.page.getByText("理由：新しい資料").waitFor();
    await desk.page.keyboard.press("Escape");
  });

  it("asks for a reason for evidence too, and goes on with the change once one is given", async () => {
    await openCase(desk.page, open.number);
    await button("証拠").first().click();
    await desk.page.getByRole("row", { name: /葛󠄀城の資料/u }).click();
    await desk.page.getByRole("main").getByLabel(/^題名/u).fill("髙﨑の資料");
    await button("記載を保存する").click();
    await desk.page.getByRole("dialog").getByRole("button", { name: "確認者の指摘" }).click();
    await desk.page.getByText("証拠の記載を保存しました。").waitFor();
    const [piece] = must(await desk.client.evidence.list({ dossierId: open.id })).evidence;
    assert.equal(piece?.title, "髙﨑の資料");
    const name = { place: "evidence", rowId: piece.id, field: "title" };
    const { changes } = must(await desk.client.history.field({ dossierId: open.id, name }));
    assert.equal(changes[0]?.reason, "確認者の指摘");
  });

  it("breaks no rule of the page", () => {
    assert.deepEqual(desk.consoleErrors, []);
  });
});
