import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { itemsOf, type TemplateItem } from "../../shared/domain/content/template.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { ItemId } from "../../shared/domain/ids.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

const main = (): Locator => page.getByRole("main");

const showItem = (itemId: string): Promise<void> =>
  page.getByRole("region", { name: "確認項目の一覧" }).getByRole("button").filter({ hasText: itemId }).first().click();

/** Writes minutes to an item of a new case as another window would, and shows the item. */
async function openWithMinutes(itemId: string, minutes: number): Promise<Dossier> {
  const dossier = await journey.newCase();
  must(
    await journey.client.checklist.record({
      dossierId: dossier.id,
      itemId: ItemId.parse(itemId),
      baseRevision: 0,
      patch: { minutes },
    }),
  );
  await journey.show(dossier, "確認");
  await page.locator("[data-place='answer']").waitFor();
  await showItem(itemId);
  return dossier;
}

describe("the limit of time of one item", () => {
  it("ends the item as not confirmed for want of time at one key", async () => {
    const dossier = await openWithMinutes("P-A1", 5);
    await main()
      .getByText(/^この項目の時間の上限に達しました/u)
      .waitFor();
    await page.locator("[data-place='heading']").focus();
    await page.keyboard.press("x");
    await main().getByText("時間の上限により、ここで終えました。").waitFor();
    await page.locator("[data-save='saved']").waitFor();
    const answer = await journey.answerOf(dossier.id, "P-A1");
    assert.deepEqual([answer?.answer, answer?.unknownReason, answer?.stopped], ["unknown", "timebox", "time"]);
  });

  it("is put further off with a reason, which stays to be read", async () => {
    const dossier = await openWithMinutes("P-A2", 5);
    await main().getByLabel("延ばす分数").first().fill("45");
    await main().getByLabel("延ばす理由").first().fill("髙﨑氏の回答を待つため。");
    await main().getByRole("button", { name: "延長する" }).first().click();
    await main().getByText("時間を45分延ばしました。理由：髙﨑氏の回答を待つため。").waitFor();
    await page.locator("[data-save='saved']").waitFor();
    const answer = await journey.answerOf(dossier.id, "P-A2");
    assert.deepEqual(answer?.extension, { minutes: 45, reason: "髙﨑氏の回答を待つため。" });
  });
});

describe("an item with a condition", () => {
  /** A person's checklist of the office in which the second item is asked from standard depth on. */
  async function publishConditional(): Promise<TemplateItem> {
    const { templates } = journey.client;
    const built = must(await templates.list({})).builtIn.find(({ kind }) => kind === "person");
    assert.ok(built !== undefined);
    const { template } = must(await templates.copy({ hash: built.hash }));
    const { templateId } = template;
    const { draft } = must(await templates.openDraft({ templateId }));
    const item = itemsOf(draft.file)[1];
    assert.ok(item !== undefined);
    const sections = draft.file.sections.map((section) => ({
      ...section,
      items: section.items.map((one) => (one.id === item.id ? { ...one, shownWhen: { depthFrom: "standard" } } : one)),
    }));
    const file = { ...draft.file, sections };
    const saved = must(await templates.saveDraft({ templateId, revision: draft.revision, file }));
    must(await templates.publish({ templateId, revision: saved.draft.revision, label: "2026", note: "" }));
    must(await templates.setStart({ kind: "person", templateId }));
    return item;
  }

  it("is not asked while it does not hold, says why, and is asked once it does", async () => {
    const item = await publishConditional();
    const dossier = await journey.newCase();
    await journey.show(dossier, "確認");
    await page.locator("[data-place='answer']").waitFor();
    await main().getByText("条件により問わない").first().click();
    await showItem(item.id);
    await main().getByText("この案件では問わない項目です").waitFor();
    await main()
      .getByText(/^問う条件に当たりません。条件：/u)
      .waitFor();
    must(
      await journey.client.dossiers.setTriage({
        dossierId: dossier.id,
        triage: { ...dossier.triage, triggers: ["list_candidate"] },
      }),
    );
    await journey.show(dossier, "切り分け");
    await journey.show(dossier, "確認");
    await showItem(item.id);
    await main()
      .getByText(/^この項目を問う理由：/u)
      .waitFor();
  });
});
