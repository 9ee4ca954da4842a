import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import type { Page } from "playwright";
import { openCase } from "../demo/pictures.ts";
import { choose, type PageDesk } from "../page-desk.ts";
import type { DeskHands } from "./desk-hands.ts";

/** Puts a name to scope and limits. */
export async function signScopeByHand({ page, button, main, look }: DeskHands): Promise<void> {
  await button("範囲と限界").click();
  await page.getByRole("heading", { level: 1, name: "調査の範囲と限界" }).waitFor();
  await look("scope");
  await button("内容を確かめ、記名する").click();
  await main()
    .getByText(/に記名しました。/u)
    .first()
    .waitFor();
}

/** Writes the two texts of the paper that nobody can draw up from the record. */
export async function writePaperByHand({ main, step, look }: DeskHands): Promise<void> {
  await step("付議", "付議資料");
  await main()
    .getByRole("textbox", { name: "4　実施の意義と代替案" })
    .fill("実施しない場合の不利益は小さくない。代替案は公知の試料に限ること。");
  await main()
    .getByRole("textbox", { name: "9　法令・資金配分機関の手続" })
    .fill("該非判定は非該当。対象事業の手続は要しない。");
  await main().getByRole("textbox", { name: "9　法令・資金配分機関の手続" }).press("Tab");
  await look("paper");
}

/** A decision as it is typed into the form. */
export interface DecisionWords {
  /** The sentence under the outcome. */
  readonly outcome: string;
  readonly reason: string;
  readonly conditions?: string;
  readonly reviewDay?: string;
}

/** Puts a decision forward. */
export async function proposeByHand(hands: DeskHands, words: DecisionWords): Promise<void> {
  const { page, main, step, button, look } = hands;
  await step("決定");
  await look("decision");
  await main().getByText(words.outcome, { exact: true }).click();
  await main().getByRole("textbox", { name: /^理由/u }).fill(words.reason);
  if (words.conditions !== undefined)
    await main()
      .getByRole("textbox", { name: /^付した条件/u })
      .fill(words.conditions);
  if (words.reviewDay !== undefined) {
    await main()
      .getByRole("group", { name: /^見直し期日/u })
      .getByRole("spinbutton")
      .first()
      .click();
    await page.keyboard.type(words.reviewDay);
  }
  await main()
    .getByRole("textbox", { name: /^決定した者/u })
    .fill("研究セキュリティ責任者");
  await button("決定案を付す").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "決定案を付す" }).click();
  await main().getByRole("heading", { name: "承認を待っている" }).waitFor();
}

/** Locks, and opens the vault again as whoever has this passphrase. */
export async function handOver(page: Page, passphrase: string): Promise<void> {
  await page.keyboard.press("Control+l");
  await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
  await page
    .getByLabel(/^パスフレーズ/u)
    .first()
    .fill(passphrase);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
}

/** Opens a case as somebody who has not been in it, declares no ties and goes to its decision. */
async function reachDecision({ page, main, step, button }: DeskHands, number: string): Promise<void> {
  await openCase(page, number);
  await button("利害関係はない").click();
  await main().getByText("この案件に、あなたの利害関係はありますか").waitFor({ state: "detached" });
  await step("決定");
}

/** Declares no ties and approves, as the second person at the keyboard. */
export async function approveByHand(
  hands: DeskHands,
  asked: { readonly number: string; readonly passphrase: string },
): Promise<void> {
  const { page, main, button, look } = hands;
  await reachDecision(hands, asked.number);
  await look("approve");
  await button("承認する").click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=password]").fill(asked.passphrase);
  await dialog.getByRole("button", { name: "承認する", exact: true }).click();
  await dialog.waitFor({ state: "detached", timeout: 60_000 });
  await main().getByText("この案件は決定済みです。内容は変更できません。").waitFor();
}

/** Declares no ties and writes down what the committee resolved, as its secretary at the keyboard. */
export async function resolveByHand(
  hands: DeskHands,
  asked: { readonly number: string; readonly passphrase: string },
): Promise<void> {
  const { page, main, button, look } = hands;
  await reachDecision(hands, asked.number);
  await button("委員会の議決を記録する").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^会議/u }).fill("第7回 研究セキュリティ委員会");
  await dialog.getByRole("group", { name: /日/u }).getByRole("spinbutton").first().click();
  await page.keyboard.type("20261123");
  await dialog.getByText("承認", { exact: true }).click();
  await dialog.locator("input[type=password]").fill(asked.passphrase);
  await dialog.getByRole("button", { name: "委員会の議決を記録する", exact: true }).click();
  await dialog.waitFor({ state: "detached", timeout: 60_000 });
  await main().getByText("この案件は決定済みです。内容は変更できません。").waitFor();
  await look("resolved");
}

/** Signs the paper of a case and carries a copy out to `path`. */
export async function signByHand(
  hands: DeskHands,
  {
    dialogs,
    number,
    passphrase,
    path,
  }: {
    readonly dialogs: PageDesk["dialogs"];
    readonly number: string;
    readonly passphrase: string;
    readonly path: string;
  },
): Promise<void> {
  const { page, step, button, look } = hands;
  await openCase(page, number);
  await step("付議", "付議資料");
  await page.getByText("署名できます。").waitFor({ timeout: 60_000 });
  await button("署名する").click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=password]").fill(passphrase);
  await dialog.getByRole("button", { name: "署名する", exact: true }).click();
  await dialog.waitFor({ state: "detached", timeout: 60_000 });
  dialogs.answer("report-copy", path);
  await button("写しを保存").first().click();
  await choose(page, /目的/u, "委員会への付議", dialog);
  await dialog.locator("input[type=password]").fill(passphrase);
  await dialog.getByRole("button", { name: "写しを保存", exact: true }).click();
  await page.getByText("写しを保存しました", { exact: false }).waitFor({ timeout: 60_000 });
  await look("signed");
  assert.ok(existsSync(path), "a copy was carried out");
}
