import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";
import { goTo } from "../support/page-desk.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

async function openNewCase(on: Page = page): Promise<Locator> {
  await on.getByRole("navigation", { name: "主な画面" }).waitFor();
  await goTo(on, "案件");
  await on.getByRole("button", { name: "新しい案件" }).first().click();
  const title = on.getByRole("textbox", { name: /^件名/u });
  await title.waitFor();
  return title;
}

async function holds(field: Locator, words: string): Promise<void> {
  await field.waitFor();
  for (let turn = 0; turn < 50 && (await field.inputValue()) !== words; turn += 1) await page.waitForTimeout(100);
  assert.equal(await field.inputValue(), words);
}

describe("the form of a new case, half typed", () => {
  it("comes back after a reload in the same instant as the last key", async () => {
    await (await openNewCase()).fill("髙﨑研究室 葛󠄀城 ﾊﾝｶｸ");
    await page.keyboard.type("、末尾𠮷");
    await page.reload();
    await holds(await openNewCase(), "髙﨑研究室 葛󠄀城 ﾊﾝｶｸ、末尾𠮷");
  });

  it("comes back after another page was shown", async () => {
    await (await openNewCase()).fill("𠮷野の受入れ");
    await goTo(page, "案件");
    await holds(await openNewCase(), "𠮷野の受入れ");
  });

  it("stays as it is while the colours change from light to dark", async () => {
    const title = await openNewCase();
    await title.fill("配色を変えても");
    await page.emulateMedia({ colorScheme: "dark" });
    await holds(title, "配色を変えても");
    await page.emulateMedia({ colorScheme: "light" });
    await holds(title, "配色を変えても");
  });

  it("comes back in another window after its own was closed", async () => {
    const other = await journey.host.newWindow();
    await (await openNewCase(other)).fill("閉じる直前の件名");
    // As a person closes it; without this the browser takes the page away as a crash would.
    await Promise.all([other.waitForEvent("close"), other.close({ runBeforeUnload: true })]);
    await goTo(page, "案件");
    await holds(await openNewCase(), "閉じる直前の件名");
  });
});

describe("in a case", () => {
  let dossier: Dossier;
  before(async () => {
    dossier = await journey.newCase();
  });

  const facts = async (): Promise<string[]> =>
    must(await journey.client.checklist.open({ dossierId: dossier.id })).answers.map(({ fact }) => fact);

  it("a checklist note is in the vault after a reload in the same instant as the last key", async () => {
    await journey.show(dossier, "確認");
    await page.locator("[data-place='fact'] textarea").fill("再読込の直前");
    await page.keyboard.type(" 𠮷");
    await page.reload();
    await journey.show(dossier, "確認");
    assert.ok((await facts()).includes("再読込の直前 𠮷"));
  });

  it("a checklist note is whole although its beginning was just being stored", async () => {
    await journey.show(dossier, "確認");
    const note = page.locator("[data-place='fact'] textarea");
    await note.fill("");
    // Long enough that some of it is on its way at any moment.
    await note.pressSequentially("打鍵の途中で保存が始まり、まだ答えがないうちに再読込する", { delay: 60 });
    await page.reload();
    await journey.show(dossier, "確認");
    await holds(note, "打鍵の途中で保存が始まり、まだ答えがないうちに再読込する");
    await page.locator("[data-save='saved']").waitFor();
    assert.ok((await facts()).includes("打鍵の途中で保存が始まり、まだ答えがないうちに再読込する"));
  });

  it("an answer is in the vault after a reload in the same instant as its key", async () => {
    await journey.show(dossier, "確認");
    await page.locator("[data-place='heading']").focus();
    await page.keyboard.press("2");
    await page.reload();
    await journey.show(dossier, "確認");
    const { answers } = must(await journey.client.checklist.open({ dossierId: dossier.id }));
    assert.deepEqual(
      answers.filter(({ answer }) => answer !== null).map(({ answer }) => answer),
      ["minor"],
    );
  });

  it("the declaration of a conflict comes back in its dialog after a reload in the same instant", async () => {
    const note = async (): Promise<Locator> => {
      await journey.show(dossier, "受付");
      await page.getByRole("button", { name: "新たに利害関係が生じた" }).click();
      return page.getByRole("alertdialog").getByRole("textbox", { name: /どのような利害関係か/u });
    };
    await (await note()).fill("葛󠄀城氏とは、");
    await page.keyboard.type("以前に");
    await page.reload();
    await holds(await note(), "葛󠄀城氏とは、以前に");
  });
});
