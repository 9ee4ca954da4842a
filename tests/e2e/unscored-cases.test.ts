import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { type CaseJourney, startCaseJourney } from "../support/case-journey.ts";

let journey: CaseJourney;
let page: Page;

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
});
after(() => journey.close());

const main = (): Locator => page.getByRole("main");

describe("cases that cannot be scored", () => {
  it("say calmly what is missing and lead there", async () => {
    const untriaged = await journey.newCase("company");
    for (const [name, words] of [
      ["評価", "評価の前に、切り分けを済ませます"],
      ["措置", "措置の前に、切り分けを済ませます"],
      ["決定", "決定の前に、切り分けを済ませます"],
    ] as const) {
      await journey.show(untriaged, name);
      await main().getByText(words).waitFor();
    }
    await main().getByRole("button", { name: "切り分けへ" }).click();
    await page.getByRole("heading", { level: 1, name: "切り分け", exact: true }).waitFor();
  });

  it("are the self-checks, which have a state to move but no decision", async () => {
    await journey.show(await journey.newCase("self-check"), "見直し");
    await main().getByRole("button", { name: "調査を始める・調査に戻す" }).waitFor();
    assert.equal(await main().getByText("「決定済み」には").count(), 0);
  });
});
