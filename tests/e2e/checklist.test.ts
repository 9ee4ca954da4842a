import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { ItemId } from "../../shared/domain/ids.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

/** Opens a new case at light depth on its checklist. */
async function openChecklist(kind?: "self-check"): Promise<Dossier> {
  const dossier = await journey.newCase(kind);
  await journey.show(dossier, "確認");
  await page.locator("[data-place='answer']").waitFor();
  return dossier;
}

const heading = (): ReturnType<Page["locator"]> => page.locator("[data-place='heading']");
const fact = (): ReturnType<Page["locator"]> => page.locator("[data-place='fact'] textarea");
const shownItem = (): Promise<string> =>
  page
    .getByRole("button", { name: /^./ })
    .and(page.locator("[aria-current='true']"))
    .innerText()
    .then((words) => words.split("\n").find((line) => /^[A-Z]-/.test(line)) ?? "");

/** Waits until the item on screen says that everything is stored. */
async function saved(): Promise<void> {
  await page.locator("[data-save='saved']").waitFor();
}

describe("answering by keyboard", () => {
  it("takes two keys an item, and nothing else, for every item of the light depth", async () => {
    const dossier = await openChecklist();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    for (let turn = 0; turn < 17; turn += 1) {
      await press("1");
      await saved();
      await press("Control+Enter");
    }
    await page.getByText("必須の項目は全て回答済みです。").waitFor();
    const { answers } = must(await journey.client.checklist.open({ dossierId: dossier.id }));
    assert.equal(answers.filter((answer) => answer.answer === "none").length, 17);
    assert.equal(keys, 34);
  });

  it("puts the focus on the heading of each item it comes to", async () => {
    await openChecklist();
    for (const key of ["j", "ArrowDown", "Control+Enter", "k", "ArrowUp", "d"]) {
      await page.keyboard.press(key);
      assert.equal(await heading().evaluate((element) => element === document.activeElement), true, key);
    }
  });

  it("leaves answers and ways on where they were, whatever the length of the item", async () => {
    await openChecklist();
    const places = async (): Promise<unknown> => [
      await page.locator("[data-place='answer']").boundingBox(),
      await page.getByRole("button", { name: /次の未回答/ }).boundingBox(),
    ];
    const first = await places();
    for (let turn = 0; turn < 12; turn += 1) {
      await page.keyboard.press("j");
      assert.deepEqual(await places(), first);
    }
  });

  it("ticks sources, gives a reason and writes a note without a mouse", async () => {
    const dossier = await openChecklist();
    for (const key of ["s", "Space", "s", "ArrowRight", "5", "Alt+4"]) await page.keyboard.press(key);
    await page.keyboard.press("n");
    await page.keyboard.type("照会状 2026-11-22 発送");
    await saved();
    const answer = await journey.answerOf(dossier.id, "P-A1");
    assert.deepEqual(
      answer?.sources.map(({ sourceType, result }) => [sourceType, result]),
      [
        ["self_decl", "found"],
        ["internal", "nothing"],
      ],
    );
    assert.deepEqual(
      [answer?.answer, answer?.unknownReason, answer?.fact],
      ["unknown", "pending_reply", "照会状 2026-11-22 発送"],
    );
  });

  it("goes to the reason of an item that does not apply, and asks for one", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("6");
    await page.getByText("該当しない理由を書く").waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("短期訪問のため。");
    await page.getByText("足りないもの", { exact: false }).waitFor({ state: "detached" });
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.reason, "短期訪問のため。");
  });

  it("passes by what was put off and comes back to it last", async () => {
    await openChecklist();
    await page.keyboard.press("d");
    assert.equal(await shownItem(), "P-A2");
    for (let turn = 0; turn < 16; turn += 1) {
      await page.keyboard.press("1");
      await saved();
      await page.keyboard.press("Control+Enter");
    }
    assert.equal(await shownItem(), "P-A1");
  });

  it("uses the scale of the self-check, five answers and no sixth", async () => {
    const dossier = await openChecklist("self-check");
    await page.keyboard.press("3");
    await saved();
    await page.keyboard.press("6");
    assert.equal((await journey.answerOf(dossier.id, "S-A1"))?.answer, "partial");
    assert.equal(await page.locator("[data-place='answer'] input").count(), 5);
  });

  it("shows one question alone and all three columns again", async () => {
    await openChecklist();
    const sides = page.getByRole("region", { name: "確認項目の一覧" }).or(page.getByRole("complementary"));
    assert.equal(await sides.count(), 2);
    await page.keyboard.press("f");
    assert.equal(await sides.count(), 0);
    await page.keyboard.press("1");
    await page.keyboard.press("f");
    assert.equal(await sides.count(), 2);
  });
});

describe("what is typed", () => {
  it("is stored at a pause, letter for letter", async () => {
    const dossier = await openChecklist();
    const words = "髙﨑・𠮷野・葛󠄀城・ﾀｶﾊｼ\nمحمد\n\t字下げ";
    await page.keyboard.press("n");
    await page.keyboard.insertText(words);
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, words);
  });

  it("is not taken for keys, and Enter that ends a conversion does nothing else", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("n");
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "かくにん", selectionStart: 4, selectionEnd: 4 });
    await page.waitForTimeout(400);
    assert.equal(await journey.answerOf(dossier.id, "P-A1"), undefined, "nothing half converted is stored");
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", modifiers: 2, ...key });
    await input.send("Input.dispatchKeyEvent", { type: "keyUp", modifiers: 2, ...key });
    assert.equal(await shownItem(), "P-A1");
    assert.equal(await fact().inputValue(), "かくにん");
    await input.send("Input.insertText", { text: "確認" });
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, "確認");
    await page.keyboard.type("123jkdu");
    await saved();
    const answer = await journey.answerOf(dossier.id, "P-A1");
    assert.deepEqual([answer?.fact, answer?.answer], ["確認123jkdu", "not_checked"]);
  });

  it("goes to the vault when the item changes, without a pause", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("n");
    await page.keyboard.type("間を置かずに");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("k");
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, "間を置かずに");
  });

  it("goes to the vault before it locks, and is there after it opens", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("n");
    await page.keyboard.type("施錠の直前");
    await page.keyboard.press("Control+L");
    await page.locator("input[type=password]").waitFor();
    assert.equal(await page.getByText("施錠の直前").count(), 0);
    await journey.unlock();
    await journey.show(dossier, "確認");
    await page.keyboard.press("Home");
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, "施錠の直前");
  });

  it("stays on screen when it is too long, while the rest of the item is stored", async () => {
    const dossier = await openChecklist();
    const long = "長".repeat(100_000);
    await page.keyboard.press("n");
    await page.keyboard.insertText(long);
    await page.getByText("長すぎるため保存していません", { exact: false }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("k");
    await page.keyboard.press("2");
    await page.locator("[data-save='held']").waitFor();
    assert.equal((await fact().inputValue()).length, long.length);
    const answer = await journey.answerOf(dossier.id, "P-A1");
    assert.deepEqual([answer?.answer, answer?.fact], ["minor", ""]);
  });

  it("comes back after U, in the vault too", async () => {
    const dossier = await openChecklist();
    for (const key of ["1", "3"]) {
      await page.keyboard.press(key);
      await saved();
    }
    await page.keyboard.press("u");
    await page.getByText("P-A1 の直前の変更を元に戻しました。").waitFor();
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.answer, "none");
  });

  it("is not overwritten by another window, nor overwrites it, until a person chooses", async () => {
    const dossier = await openChecklist();
    const other = { dossierId: dossier.id, itemId: "P-A1" as ItemId, baseRevision: 0, patch: { fact: "あちら" } };
    await page.keyboard.press("n");
    // Both before either knows of the other.
    await Promise.all([page.keyboard.type("こちら"), journey.client.checklist.record(other)]);
    await page.getByText("別のウィンドウでも同じ欄が変わりました").waitFor();
    assert.equal(await fact().inputValue(), "こちら");
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, "あちら");
    await page.getByRole("button", { name: "画面の内容で保存する" }).click();
    await saved();
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.fact, "こちら");
  });
});

/** Notes, from now on, every text that the page shows as saved; answers how to read the last of them. */
async function watchSaved(): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const seen = { text: "" };
    Object.assign(globalThis, { seen });
    const look = (): void => {
      const area = document.querySelector<HTMLTextAreaElement>("[data-place='fact'] textarea");
      if (area !== null && document.querySelector("[data-save='saved']") !== null) seen.text = area.value;
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: { text: string } };
      return seen.text;
    });
}

describe("when the engine dies in the middle of typing", () => {
  it("everything that was shown as saved is there after the vault is opened again", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("n");
    const lastSaved = await watchSaved();
    const typing = (async () => {
      for (let part = 0; part < 40; part += 1) {
        await page.keyboard.type(`${part}、`, { delay: 15 });
        await page.waitForTimeout(part % 4 === 0 ? 320 : 40);
      }
    })().catch(() => undefined);
    // On a slow machine the first pause that saves comes late: it is killed once there is something to lose, and still typing.
    for (let looks = 0; looks < 200 && (await lastSaved()).length <= 8; looks += 1) await page.waitForTimeout(50);
    journey.host.engine.kill();
    await page.locator("input[type=password]").waitFor();
    await typing;
    const shown = await lastSaved();
    await page.locator("input[type=password]").fill("");
    await journey.unlock();
    const stored = (await journey.answerOf(dossier.id, "P-A1"))?.fact ?? "";
    assert.ok(shown.length > 8, `something had been shown as saved: ${shown}`);
    assert.ok(stored.startsWith(shown), `${stored} begins with ${shown}`);
  });
});

describe("a closed case", () => {
  it("can be read but not changed, by key or by hand", async () => {
    const dossier = await openChecklist();
    await page.keyboard.press("2");
    await saved();
    must(await journey.client.dossiers.move({ dossierId: dossier.id, to: "closed", reason: "" }));
    await page.getByText("この案件は決定済みです。内容は変更できません。").waitFor();
    for (const key of ["4", "0", "u", "e", "d"]) await page.keyboard.press(key);
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await fact().getAttribute("readonly"), "");
    assert.equal((await journey.answerOf(dossier.id, "P-A1"))?.answer, "minor");
    await page.keyboard.press("j");
    assert.equal(await shownItem(), "P-A2");
  });
});

describe("the page", () => {
  it("has asked for nothing but its own files", () => {
    assert.deepEqual(journey.host.blockedRequests, []);
  });
});
