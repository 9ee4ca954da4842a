import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import { mustExist } from "../../shared/assert.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { answerExample, openExample } from "../support/demo/example-cases.ts";
import { openCase } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { keepPictures } from "../support/keep-pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, openDeskForTests, type PageDesk } from "../support/page-desk.ts";
import { addPerson } from "../support/second-person.ts";

const reader = {
  displayName: "葛󠄀城 﨑太郎左衛門尉ﾊﾝｶｸ",
  unit: "架空推進部",
  roles: ["reviewer"],
  passphrase: "第二の目の鍵は灯籠の奥 2026",
} as const;
const why = "原資料を二人で読み直し、兼業の届出の日付を確かめたため、第二の答えを採る。";

let desk: PageDesk;
let page: Page;
let dossier: Pick<Dossier, "id" | "number">;
let firstItem: string;

openDeskForTests(async (opened) => {
  desk = opened;
  page = desk.page;
  await addPerson({ host: desk.client, passphrase: deskPassphrase }, reader);
  const { examples } = must(await desk.client.content.get({})).examples;
  const example = mustExist(examples[0], "there is a worked example");
  const id = await openExample(desk.client, example);
  dossier = must(await desk.client.dossiers.get({ dossierId: id }));
  await answerExample(desk.client, dossier.id, example);
});

const main = (): Locator => page.getByRole("main");
const button = (name: string | RegExp): Locator =>
  main().getByRole("button", { name, exact: typeof name === "string" });

const shot = (name: string): Promise<void> => keepPictures(page, name);

async function handOverTo(passphrase: string): Promise<void> {
  await page.getByRole("button", { name: "別の人に替わる" }).click();
  await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
  const field = page.getByLabel(/^パスフレーズ/u).first();
  await field.fill(passphrase);
  await field.press("Enter");
  await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
}

/** The case as a blind reader opens it: it has no spine. */
async function openBlind(): Promise<void> {
  await goTo(page, "案件");
  await page.getByText(dossier.number, { exact: true }).click();
}

describe("a second review in the window", () => {
  it("is asked of somebody who has answered nothing in the case", async () => {
    await openCase(page, dossier.number);
    await button("第二確認").click();
    await button(/頼む相手/u).click();
    await page.getByRole("option", { name: reader.displayName }).click();
    await main()
      .getByLabel(/^伝えること/u)
      .fill("兼業の届出の日付を見てください。");
    assert.deepEqual(await graveFindings(page), []);
    await shot("second-ask");
    await button("依頼する").click();
    await main().getByText("記入中").waitFor();
  });

  it("shows the second reader the questions and nothing of what was answered", async () => {
    await handOverTo(reader.passphrase);
    await openBlind();
    await main().getByText("第二確認の記入中です").waitFor();
    await button("第二確認を続ける").click();
    await main().getByRole("heading", { level: 2 }).first().waitFor();
    assert.equal(await page.getByRole("navigation", { name: "案件の進み" }).count(), 0);
    assert.equal(await main().getByRole("radio", { checked: true }).count(), 0);
    firstItem = mustExist((await main().getByRole("heading", { level: 2 }).first().innerText()).split(" ")[0], "an id");
    assert.deepEqual(await graveFindings(page), []);
    await shot("second-blind");
  });

  it("is answered by keys alone, and words survive a lock in the middle of the item", async () => {
    await page.keyboard.press("4");
    await main().getByRole("textbox", { name: /^事実/u }).fill("兼業の届出は受理の後の日付である。髙﨑 𠮷 葛󠄀");
    await handOverTo(reader.passphrase);
    await openBlind();
    await button("第二確認を続ける").click();
    await main().getByRole("navigation", { name: "対象の項目" }).getByRole("button").first().click();
    await main().getByText("兼業の届出は受理の後の日付である。").waitFor();
    const links = main()
      .getByRole("navigation", { name: "対象の項目" })
      .getByRole("button", { name: /^[A-Z]-/u });
    const count = await links.count();
    for (let at = 1; at < count; at += 1) {
      await page.keyboard.press("Control+Enter");
      await main()
        .getByRole("heading", {
          level: 2,
          name: new RegExp(`^${(await links.nth(at).innerText()).split("\n")[0]}`, "u"),
        })
        .waitFor();
      await page.keyboard.press("1");
      await main()
        .getByText(`${count}項目中${at + 1}項目に回答`)
        .waitFor();
    }
  });

  it("is handed in once, and then both readings stand side by side with the figures of agreement", async () => {
    await button("提出する").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "提出する" }).click();
    await main().getByText("コーエンのκ").waitFor();
    await main()
      .getByText(/項目中\d+項目（\d+%）/u)
      .waitFor();
    assert.deepEqual(await graveFindings(page), []);
    await shot("second-compared");
  });

  it("has its differences settled with a reason, and the case's answer follows", async () => {
    await handOverTo(deskPassphrase);
    await openCase(page, dossier.number);
    await button("第二確認").click();
    const item = main().getByRole("listitem").filter({ hasText: firstItem }).last();
    await item.getByRole("button", { name: "結論を記録する" }).click();
    await item.getByRole("radio", { name: /^第二の答え/u }).check({ force: true });
    await item.getByRole("textbox", { name: /^理由/u }).fill(why);
    assert.equal(await item.getByText("相違", { exact: true }).count(), 1);
    await shot("second-settle");
    await item.getByRole("button", { name: "結論を記録する" }).click();
    await page.getByText(`${firstItem} の結論を記録しました。`).waitFor();
    await item.getByText("決着済み", { exact: true }).waitFor();
    assert.equal(await item.getByText("相違", { exact: true }).count(), 0);
    const { answers } = must(await desk.client.checklist.open({ dossierId: dossier.id }));
    assert.equal(answers.find(({ itemId }) => itemId === firstItem)?.answer, "serious");
    assert.deepEqual(await graveFindings(page), []);
    assert.deepEqual(desk.consoleErrors, []);
    await shot("second-settled");
  });
});
