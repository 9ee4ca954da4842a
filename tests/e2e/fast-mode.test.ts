import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright";
import { missingFor } from "../../shared/domain/checklist.ts";
import { itemsOf } from "../../shared/domain/content/template.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { carryList } from "../support/carry-list.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";
import { barriers } from "../support/page-troubles.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
  await carryList(journey, journey.folder);
});
after(() => journey.close());

const room = (): ReturnType<Page["locator"]> => page.getByRole("region", { name: "一問表示" });
const shown = async (): Promise<string> => (await room().locator("[data-item]").getAttribute("data-item")) ?? "";
const onItem = (item: string): Promise<void> => room().locator(`[data-item="${item}"]`).waitFor();

/** Opens a new light case on its checklist, in fast mode before the statement. */
async function openFast(): Promise<Dossier> {
  const dossier = await journey.newCase();
  must(await journey.client.screening.run({ dossierId: dossier.id }));
  await journey.show(dossier, "確認");
  await page.locator("[data-place='answer']").waitFor();
  await page.keyboard.press("f");
  await page.getByRole("heading", { name: /項目に続けて答えます/ }).waitFor();
  return dossier;
}

/** The same, at the first question and without a statement. */
async function openBare(): Promise<Dossier> {
  const dossier = await openFast();
  await page.keyboard.press("Enter");
  await onItem("P-A1");
  return dossier;
}

async function answersOf(dossier: Dossier) {
  return must(await journey.client.checklist.open({ dossierId: dossier.id }));
}

/** Waits until the vault holds what a test looks for. */
async function stored(dossier: Dossier, holds: (answers: Awaited<ReturnType<typeof answersOf>>["answers"]) => boolean) {
  for (let turn = 0; turn < 100; turn += 1) {
    const { answers } = await answersOf(dossier);
    if (holds(answers)) return answers;
    await page.waitForTimeout(50);
  }
  throw new Error("the vault never held it");
}

describe("a light case in which nothing is of concern", () => {
  it("takes at most 1.5 keys an item and is complete by the checklist's own rule", async (t) => {
    const dossier = await openFast();
    let keys = 1;
    const times: number[] = [];
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press("o");
    await press("a");
    await press("Enter");
    const { template } = await answersOf(dossier);
    const items = itemsOf(template);
    assert.equal(items.length, 20);
    for (let turn = 0; turn < items.length; turn += 1) {
      const item = await shown();
      const startedMs = performance.now();
      await press("1");
      await room().locator(`[data-item="${item}"]`).waitFor({ state: "detached" });
      times.push(performance.now() - startedMs);
    }
    await page.getByRole("heading", { name: "20項目のうち20項目に回答しました" }).waitFor();
    await page.getByText("回答した項目に、足りないものはありません。").waitFor();
    const answers = await stored(dossier, (all) => all.filter((one) => one.answer === "none").length === 20);
    const { scoring } = must(await journey.client.content.get({}));
    for (const item of items) {
      const answer = answers.find((one) => one.itemId === item.id);
      assert.ok(answer);
      const one = { item, scale: template.answerScale, answer, evidence: [], policy: scoring } as const;
      assert.deepEqual(missingFor({ ...one, depth: "light", subjectIdentity: "certain" }), [], item.id);
      assert.ok(answer.sources.every((look) => look.basis === "run" && look.lookedOn !== null));
    }
    const sorted = times.toSorted((a, b) => a - b);
    t.diagnostic(
      `fast mode: ${keys} keys for ${items.length} items, ${(keys / items.length).toFixed(2)} an item; ` +
        `key to next question, seen from outside: median ${sorted[10]?.toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(1)} ms`,
    );
    assert.ok(keys / items.length <= 1.5, `${keys} keys`);
  });

  it("records no look that nobody stated, and says that the item is incomplete", async () => {
    const dossier = await openBare();
    await page.keyboard.press("1");
    await page.getByText("足りないもの: 情報源2件").waitFor();
    assert.equal(await shown(), "P-A1");
    const [answer] = await stored(dossier, (all) => all.some((one) => one.answer === "none"));
    assert.deepEqual(answer?.sources, []);
  });

  it("records the stated sources alone where an item asks for others too", async () => {
    const dossier = await openFast();
    await page.getByText("申告書・履歴書・質問票", { exact: true }).click();
    await page.locator("[data-place='heading']").focus();
    await page.keyboard.press("Enter");
    await onItem("P-A1");
    await page.keyboard.press("1");
    await page.getByText("足りないもの: 情報源1件").waitFor();
    const [answer] = await stored(dossier, (all) => all.some((one) => one.sources.length > 0));
    assert.deepEqual(
      answer?.sources.map(({ sourceType, result, basis }) => [sourceType, result, basis]),
      [["self_decl", "nothing", "run"]],
    );
  });

  it("takes one key to note that all sources were looked at, and goes on", async () => {
    const dossier = await openBare();
    await page.keyboard.press("1");
    await page.keyboard.press("s");
    await onItem("P-A2");
    const [answer] = await stored(dossier, (all) => all.some((one) => one.sources.length === 2));
    assert.ok(answer?.sources.every((look) => look.basis === "single" && look.lookedOn !== null));
  });
});

describe("what one key takes back", () => {
  it("is an answer with the looks it recorded, and leads back to its question", async () => {
    const dossier = await openFast();
    for (const key of ["a", "Enter"]) await page.keyboard.press(key);
    await onItem("P-A1");
    await page.keyboard.press("1");
    await onItem("P-A2");
    await stored(dossier, (all) => all.some((one) => one.sources.length > 0));
    await page.keyboard.press("u");
    await onItem("P-A1");
    const [answer] = await stored(dossier, (all) => all.every((one) => one.answer === "not_checked"));
    assert.deepEqual(answer?.sources, []);
  });

  it("is a look, a note, an item put off and a move, each for itself", async () => {
    const dossier = await openBare();
    await page.keyboard.press("s");
    await page.keyboard.press("n");
    await page.keyboard.type("髙﨑 メモ");
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await onItem("P-A2");
    await page.keyboard.press("j");
    await onItem("P-A3");
    await page.keyboard.press("u");
    await onItem("P-A2");
    await page.keyboard.press("u");
    await onItem("P-A1");
    assert.equal(
      await room()
        .getByText(/後回し \d+件/)
        .count(),
      0,
    );
    await stored(dossier, (all) => all.some((one) => one.fact === "髙﨑 メモ" && one.sources.length === 2));
    await page.keyboard.press("u");
    await stored(dossier, (all) => all.every((one) => one.fact === "") && all.some((one) => one.sources.length === 2));
    await page.keyboard.press("u");
    await stored(dossier, (all) => all.every((one) => one.sources.length === 0));
  });
});

describe("the keys of one question", () => {
  it("put items off, list them, and bring them back at the end", async () => {
    await openFast();
    for (const key of ["a", "Enter"]) await page.keyboard.press(key);
    await onItem("P-A1");
    for (const key of ["d", "1", "d"]) await page.keyboard.press(key);
    await room().getByText("後回し 2件").waitFor();
    for (let turn = 0; turn < 14; turn += 1) await page.keyboard.press("1");
    await onItem("P-A1");
    await page.keyboard.press("1");
    await onItem("P-A3");
    await page.keyboard.press("1");
    await page.getByRole("heading", { name: "17項目のうち17項目に回答しました" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "確認項目の一覧" }).waitFor();
  });

  it("ask for the reason of what could not be confirmed with the same digits", async () => {
    const dossier = await openBare();
    await page.keyboard.press("5");
    await page.getByRole("group", { name: "確認できない理由" }).waitFor();
    await page.keyboard.press("6");
    await onItem("P-A2");
    const [answer] = await stored(dossier, (all) => all.some((one) => one.unknownReason !== null));
    assert.equal(answer?.unknownReason, "timebox");
  });

  it("ask why an item does not apply; Enter that ends a conversion does not send it, the next one does", async () => {
    const dossier = await openBare();
    await page.keyboard.press("6");
    await room().locator("[data-place='reason'] input:focus").waitFor();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "たいしょうがい", selectionStart: 7, selectionEnd: 7 });
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    await input.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    assert.equal(await shown(), "P-A1");
    await input.send("Input.insertText", { text: "対象外 𠮷" });
    await page.waitForTimeout(100);
    await page.keyboard.press("Enter");
    await onItem("P-A2");
    await stored(dossier, (all) => all.some((one) => one.reason === "対象外 𠮷"));
  });

  it("stay on a finding until what it needs is written, with the bar where it was", async () => {
    await openBare();
    const bar = room().getByRole("group", { name: "回答", exact: true });
    const placed = await bar.boundingBox();
    await page.keyboard.press("3");
    await page.getByText(/足りないもの: .*事実/).waitFor();
    assert.equal(await shown(), "P-A1");
    assert.deepEqual(await bar.boundingBox(), placed);
    await page.keyboard.press("j");
    assert.deepEqual(await bar.boundingBox(), placed);
  });

  it("leave the page behind asleep, and awake again afterwards", async () => {
    await openBare();
    assert.equal(await page.locator("#root").evaluate((element) => element.hasAttribute("inert")), true);
    await page.keyboard.press("f");
    assert.equal(await page.locator("#root").evaluate((element) => element.hasAttribute("inert")), false);
  });

  it("raise no barrier, before the run and in it", async () => {
    await openFast();
    assert.deepEqual(await barriers(page), []);
    await page.keyboard.press("Enter");
    await onItem("P-A1");
    assert.deepEqual(await barriers(page), []);
  });
});
