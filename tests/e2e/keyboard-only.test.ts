import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { carryList } from "../support/carry-list.ts";
import { type Hands, takeKeyboard } from "../support/keyboard.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, deskPerson, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { addPerson, approver, asPerson } from "../support/second-person.ts";

const title = "葛󠄀城分室での𠮷野 ﾊﾝｶｸの招へい";

describe("a light case by the keyboard alone, from the lock to a signed paper", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let page: Page;
  let hands: Hands;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    page = desk.page;
    const office = { host: desk.client, passphrase: deskPassphrase };
    must(await desk.client.identity.create({ name: deskPerson, passphrase: deskPassphrase }));
    await addPerson(office, { ...approver, roles: ["approver"] });
    await asPerson(office, approver.passphrase, async () => {
      const { displayName: name, passphrase } = approver;
      must(await desk.client.identity.create({ name, passphrase }));
    });
    await carryList(desk, folders.carried);
    must(await desk.client.vault.lock({}));
    hands = takeKeyboard(page);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const main = (): Locator => page.getByRole("main");
  const button = (name: string): Locator => main().getByRole("button", { name, exact: true });
  const heading = (name: string): Promise<void> =>
    page.getByRole("heading", { level: 1, name, exact: true }).waitFor({ state: "attached" });
  const radio = (name: string | RegExp): Locator => main().getByRole("radio", { name });

  async function unlockAs(passphrase: string): Promise<void> {
    await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    const field = page.getByLabel(/^パスフレーズ/u).first();
    await hands.reach(field);
    await hands.type(passphrase);
    await hands.press("Enter");
    await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
  }

  async function handOverTo(passphrase: string): Promise<void> {
    await hands.press("Control+l");
    await unlockAs(passphrase);
  }

  /** Along the spine of the case on screen. */
  async function step(name: string, shows = name): Promise<void> {
    await hands.enter(page.getByRole("navigation", { name: "案件の進み" }).getByRole("button", { name }));
    await heading(shows);
    await hands.look(`going to ${name}`);
  }

  async function theCase(): Promise<Dossier> {
    const [row] = must(await desk.client.dossiers.list({})).rows;
    assert.ok(row);
    return must(await desk.client.dossiers.get({ dossierId: row.id }));
  }

  async function storedWhen(holds: (one: Dossier) => boolean): Promise<Dossier> {
    for (let turn = 0; turn < 100; turn += 1) {
      const one = await theCase();
      if (holds(one)) return one;
      await page.waitForTimeout(50);
    }
    assert.fail("the vault never held it");
  }

  async function confirm(act: string, passphrase: string): Promise<void> {
    const dialog = page.getByRole("dialog");
    await hands.reach(dialog.locator("input[type=password]"));
    await hands.type(passphrase);
    await hands.enter(dialog.getByRole("button", { name: act, exact: true }));
    await dialog.waitFor({ state: "detached", timeout: 60_000 });
    await hands.look(act);
  }

  it("unlocks, and opens a case", async () => {
    await unlockAs(deskPassphrase);
    await hands.press("Control+k");
    const palette = page.getByRole("dialog");
    await palette.getByRole("combobox").waitFor();
    await hands.type("案件");
    await palette.getByRole("option", { name: "「案件」へ移る" }).waitFor();
    const chosen = palette.locator("[role=option][data-focused]");
    for (let turn = 0; turn < 12; turn += 1) {
      await hands.press("ArrowDown");
      await chosen.first().waitFor();
      if ((await chosen.first().innerText()).includes("「案件」へ移る")) break;
    }
    await hands.press("Enter");
    await heading("案件");
    await hands.look("the palette");
    await hands.enter(button("新しい案件").first());
    await heading("新しい案件");
    await hands.look("the button for a new case");
    await hands.fill(main().getByRole("textbox", { name: /^件名/u }), title);
    await hands.fill(main().getByRole("textbox", { name: /^氏名/u }), "髙﨑 葛󠄀");
    await hands.choose(main().getByRole("checkbox", { name: /^利害関係はない/u }));
    await hands.enter(button("案件を登録する"));
    await page.getByRole("navigation", { name: "案件の進み" }).waitFor();
    await hands.look("opening the case");
    assert.equal((await theCase()).title, title);
  });

  it("sets tier, access and identity, and the rules make it light", async () => {
    await step("切り分け");
    await hands.choose(radio(/^T0/u));
    await hands.choose(radio(/^A0/u));
    await hands.choose(radio(/^同一（/u));
    const fair = main().getByRole("region", { name: /公正/u }).getByRole("checkbox");
    for (let at = 0; at < (await fair.count()); at += 1) await hands.choose(fair.nth(at));
    const { depth, subjectIdentity } = await storedWhen(
      (one) => one.subjectIdentity === "certain" && Object.values(one.fairness).every(Boolean),
    );
    assert.deepEqual([depth, subjectIdentity], ["light", "certain"]);
  });

  it("screens the names", async () => {
    await step("照合");
    await hands.enter(button("照合する").first());
    await button("もう一度照合する").waitFor();
    await hands.look("screening");
  });

  it("answers every item in fast mode and comes back to the page", async () => {
    await step("確認");
    await main().locator("[data-place='answer']").waitFor();
    await hands.press("f");
    const room = page.getByRole("region", { name: "一問表示" });
    for (const key of ["a", "Enter"]) await hands.press(key);
    for (;;) {
      const item = await room.locator("[data-item]").getAttribute("data-item");
      await hands.press("1");
      await room.locator(`[data-item="${item}"]`).waitFor({ state: "detached" });
      await hands.look(`answering ${item}`);
      if ((await room.locator("[data-item]").count()) === 0) break;
    }
    await hands.press("Enter");
    await room.waitFor({ state: "detached" });
    await hands.look("the end of fast mode");
    await storedWhen(({ progress }) => progress.answered >= progress.required);
  });

  it("puts a name to scope and limits", async () => {
    await hands.enter(main().getByRole("button", { name: "範囲と限界", exact: true }));
    await heading("調査の範囲と限界");
    await hands.look("going to scope and limits");
    await hands.enter(button("内容を確かめ、記名する"));
    await main()
      .getByText(/に記名しました。/u)
      .first()
      .waitFor();
    await hands.look("putting a name to it");
  });

  it("writes the paper's own texts and puts a decision forward", async () => {
    await step("付議", "付議資料");
    await hands.fill(main().getByRole("textbox", { name: "4　実施の意義と代替案" }), "代替案は公知の試料に限ること。");
    await hands.fill(main().getByRole("textbox", { name: "9　法令・資金配分機関の手続" }), "該非判定は非該当。");
    await hands.press("Tab");
    await step("決定");
    await hands.choose(radio(/通常の管理の下で実施する/u));
    await hands.fill(main().getByRole("textbox", { name: /^理由/u }), "全ての要因が「低」である。");
    await hands.fill(main().getByRole("textbox", { name: /^決定した者/u }), "研究セキュリティ責任者");
    await hands.enter(button("決定案を付す"));
    const question = page.getByRole("alertdialog");
    await hands.enter(question.getByRole("button", { name: "決定案を付す" }));
    await main().getByRole("heading", { name: "承認を待っている" }).waitFor();
    await hands.look("putting the decision forward");
  });

  it("lets the second person declare, approve and leave", async () => {
    await handOverTo(approver.passphrase);
    await hands.enter(button("決定案へ"));
    await hands.enter(button("利害関係はない"));
    await main().getByText("この案件に、あなたの利害関係はありますか").waitFor({ state: "detached" });
    await hands.look("declaring no ties");
    await hands.enter(button("承認する"));
    await confirm("承認する", approver.passphrase);
    assert.equal((await theCase()).state, "decided");
  });

  it("signs the paper and carries a copy out that verifies", async () => {
    await handOverTo(deskPassphrase);
    await hands.press("Control+k");
    const palette = page.getByRole("dialog");
    const { number } = await theCase();
    await palette.getByRole("option").filter({ hasText: number }).waitFor();
    await hands.type(number);
    const chosen = palette.locator("[role=option][data-focused]").filter({ hasText: title });
    for (let turn = 0; turn < 12 && (await chosen.count()) === 0; turn += 1) {
      await hands.press("ArrowDown");
      await page.waitForTimeout(200);
    }
    await hands.press("Enter");
    await palette.waitFor({ state: "detached" });
    await step("付議", "付議資料");
    await hands.enter(button("署名する"));
    await confirm("署名する", deskPassphrase);
    const path = join(folders.carried, "paper.pdf");
    desk.dialogs.answer("report-copy", path);
    await hands.enter(button("写しを保存").first());
    const dialog = page.getByRole("dialog");
    await hands.enter(dialog.getByRole("button", { name: /目的/u }));
    await page.getByRole("option", { name: "委員会への付議" }).waitFor();
    const option = page.locator("[role=option][data-focused]");
    await option.waitFor();
    for (let turn = 0; turn < 8 && (await option.innerText()) !== "委員会への付議"; turn += 1)
      await hands.press("ArrowDown");
    await hands.press("Enter");
    await confirm("写しを保存", deskPassphrase);
    for (let turn = 0; turn < 100 && !existsSync(path); turn += 1) await page.waitForTimeout(100);
    assert.equal(readFileSync(path).subarray(0, 5).toString(), "%PDF-");
    desk.dialogs.answer("signed-pdf", path);
    assert.equal(must(await desk.client.verification.verify({})).verdict, "valid");
  });

  it("leaves no complaint in the console and asks nothing of any network", (t) => {
    t.diagnostic(`from the lock to a signed paper: ${hands.keys()} keys, words included`);
    assert.deepEqual(desk.consoleErrors, []);
    assert.deepEqual(desk.host.blockedRequests, []);
  });
});
