import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { EvidenceDetails } from "../../shared/domain/evidence.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { openCase } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const staleSentence =
  "別のウィンドウで内容が変わっています。最新の内容を読み込みました。入力した内容は画面に残っています。";

const details: EvidenceDetails = {
  title: "葛󠄀城の説明",
  evidenceType: "interview_memo",
  sourceType: "interview",
  reliability: "B",
  origin: "",
  location: "",
  capturedAt: null,
  capturedBy: "",
  note: "",
};

describe("two windows on one vault", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let other: Page;
  let number: string;
  let dossierId: DossierId;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    const made = must(
      await desk.client.dossiers.create({
        kind: "person",
        title: "𠮷野研究室での受入れ",
        subject: {
          kind: "person",
          role: "principal",
          names: [{ kind: "primary", text: "葛󠄀城 髙子" }],
          country: "架空国",
          identifiers: [],
          note: "",
        },
      }),
    );
    number = made.number;
    dossierId = made.id;
    other = await desk.host.newWindow();
    await other.getByRole("navigation", { name: "主な画面" }).waitFor();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const titleIn = (page: Page): Locator => page.getByRole("main").getByLabel(/^題名/u);

  it("shows in one window what the other has just recorded", async () => {
    for (const page of [desk.page, other]) await openCase(page, number);
    const title = desk.page.getByLabel(/^件名/u);
    await title.fill("髙﨑研究室での受入れ");
    await title.press("Tab");
    await other.getByText("髙﨑研究室での受入れ").first().waitFor();
  });

  it("tells the window that saves second, and keeps what was typed there", async () => {
    const path = join(folders.carried, "説明.txt");
    writeFileSync(path, "髙﨑の説明\n");
    desk.dialogs.answer("evidence", path);
    const taken = must(await desk.client.evidence.attach({ dossierId, itemId: null, taskId: "one", details }));
    for (const page of [desk.page, other]) {
      await page.getByRole("button", { name: "証拠", exact: true }).click();
      await page.getByRole("row", { name: new RegExp(details.title, "u") }).click();
    }
    await titleIn(other).fill("葛󠄀城の説明（二つ目の窓）");
    await titleIn(desk.page).fill("葛󠄀城の説明（一つ目の窓）");
    await desk.page.getByRole("button", { name: "記載を保存する" }).click();
    await other.getByRole("row", { name: /一つ目の窓/u }).waitFor();
    await other.getByRole("button", { name: "記載を保存する" }).click();
    await other.getByText(staleSentence).waitFor();
    assert.equal(await titleIn(other).inputValue(), "葛󠄀城の説明（二つ目の窓）");
    const { evidence } = must(await desk.client.evidence.list({ dossierId }));
    assert.equal(evidence.find((one) => one.id === taken.id)?.title, "葛󠄀城の説明（一つ目の窓）");
  });

  it("stores the kept text when it is saved once more, and shows it in the untouched window", async () => {
    await other.getByRole("button", { name: "記載を保存する" }).click();
    await other.getByText("証拠の記載を保存しました。").waitFor();
    await desk.page.getByRole("row", { name: /二つ目の窓/u }).waitFor();
    await desk.page.waitForTimeout(100);
    assert.equal(await titleIn(desk.page).inputValue(), "葛󠄀城の説明（二つ目の窓）");
  });

  it("locks every window when one is locked, and leaves no name in either", async () => {
    await desk.page.keyboard.press("Control+l");
    for (const page of [desk.page, other]) {
      await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
      const html = await page.content();
      for (const name of ["葛󠄀城", "髙﨑", "𠮷"]) assert.equal(html.includes(name), false, name);
    }
  });

  it("opens every window when one is unlocked", async () => {
    const field = other.getByLabel(/^パスフレーズ/u).first();
    await field.fill(deskPassphrase);
    await field.press("Enter");
    for (const page of [desk.page, other]) await page.getByRole("navigation", { name: "主な画面" }).waitFor();
  });
});
