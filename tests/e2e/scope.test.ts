import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import type { Page } from "playwright";
import { lookInto } from "../../shared/domain/answer.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { ItemId } from "../../shared/domain/ids.ts";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";
import { must } from "../support/must.ts";
import { barriers } from "../support/page-troubles.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

const look = lookInto("lit_db", "nothing", { name: "架空論文索引 葛󠄀", query: "𠮷髙 ﾖｼ", lookedOn: "2026-11-20" });

async function openScope(): Promise<Dossier> {
  const dossier = await journey.newCase();
  const base = { dossierId: dossier.id, itemId: ItemId.parse("P-B1"), baseRevision: 0 };
  must(await journey.client.checklist.record({ ...base, patch: { answer: "none", sources: [look] } }));
  await journey.show(dossier, "確認");
  await page.getByRole("button", { name: "範囲と限界", exact: true }).click();
  await page.getByRole("heading", { name: "調査の範囲と限界", exact: true }).waitFor();
  return dossier;
}

it("names what a case lacks, and each line leads to its item", async () => {
  await openScope();
  await page
    .getByRole("button", { name: "P-A1 回答を選ぶ" })
    .or(page.getByRole("link", { name: "P-A1 回答を選ぶ" }))
    .click();
  await page.locator("[data-place='heading']").waitFor();
  assert.match(await page.locator("[aria-current='true']").innerText(), /P-A1/u);
});

it("is signed by name, and asks again when the record changes afterwards", async () => {
  const dossier = await openScope();
  await page.getByText("まだ誰も記名していません。").waitFor();
  await page.getByRole("button", { name: "内容を確かめ、記名する" }).click();
  await page.getByText(/髙﨑 𠮷が.*に記名しました。/u).waitFor();
  const base = { dossierId: dossier.id, itemId: ItemId.parse("P-A1"), baseRevision: 0 };
  must(await journey.client.checklist.record({ ...base, patch: { answer: "none" } }));
  await page.getByText(/その後に記録が変わりました/u).waitFor();
});

it("shows what was searched without a result, and raises no barrier", async () => {
  await openScope();
  await page.getByRole("cell", { name: "𠮷髙 ﾖｼ" }).waitFor();
  assert.deepEqual(await barriers(page), []);
});
