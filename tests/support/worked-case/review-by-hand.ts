import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PageDesk } from "../page-desk.ts";
import type { DeskHands } from "./desk-hands.ts";

/** What is recorded at one item. */
export interface Finding {
  readonly item: string;
  /** The key of the answer on the scale of risks, from 1. */
  readonly key: string;
  readonly fact: string;
  /** Whether the other side has confirmed the fact. */
  readonly isConfirmed: boolean;
}

/** Records what was found at one item on the page of three columns: every source looked at, words, and the answer by its key. */
export async function recordByHand({ page, main }: DeskHands, finding: Finding): Promise<void> {
  await page
    .getByRole("region", { name: "確認項目の一覧" })
    .getByRole("button", { name: new RegExp(`${finding.item}(?!\\d)`, "u") })
    .click();
  await main().locator("[data-place='heading']").waitFor();
  const sources = main().locator("[data-place='sources'] [data-open] [role=radiogroup]");
  while ((await sources.count()) > 0) await sources.first().getByText("記載あり", { exact: true }).click();
  await main().locator("[data-place='fact'] textarea").fill(finding.fact);
  if (finding.key !== "1") {
    await main().locator("[data-place='explanation'] textarea").fill("本人又は先方の説明は、資料の記載と整合する。");
    await main().locator("[data-place='assessment'] textarea").fill("管理措置の対象とする。");
  }
  if (finding.isConfirmed) await main().getByText("本人・相手方がこの事実を認めた", { exact: true }).click();
  await main().locator("[data-place='heading']").focus();
  await page.keyboard.press(finding.key);
  await main().locator("[data-save='saved']").waitFor();
}

/** Ties a file to the item on screen. */
export async function addEvidenceByHand(
  { page, main }: DeskHands,
  { dialogs, carried }: { readonly dialogs: PageDesk["dialogs"]; readonly carried: string },
  { title, grade, body }: { readonly title: string; readonly grade: "A" | "B" | "C" | "D"; readonly body: string },
): Promise<void> {
  const path = join(carried, `${title}.txt`);
  writeFileSync(path, body);
  dialogs.answer("evidence", path);
  await main()
    .getByRole("button", { name: /^証拠を加える/u })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^題名/u }).fill(title);
  await dialog.getByText(new RegExp(`^${grade}\\s`, "u")).click();
  await dialog.getByRole("textbox", { name: /^情報の出どころ/u }).fill("架空の提出者");
  await dialog.getByRole("button", { name: "ファイルを選んで取り込む" }).click();
  await dialog.waitFor({ state: "detached" });
  await main().getByRole("complementary", { name: "この項目の証拠と状況" }).getByText(title).waitFor();
}

/** Answers what is still open with "no concern", one question at a time, after stating which sources were looked at. */
export async function answerTheRestFast({ page, main, look }: DeskHands): Promise<number> {
  await main().locator("[data-place='heading']").focus();
  await page.keyboard.press("f");
  const room = page.getByRole("region", { name: "一問表示" });
  await room.getByRole("heading", { name: /項目に続けて答えます/u }).waitFor();
  for (const key of ["a", "Enter"]) await page.keyboard.press(key);
  await room.locator("[data-item]").waitFor();
  let answered = 0;
  for (; (await room.locator("[data-item]").count()) > 0; answered += 1) {
    const item = await room.locator("[data-item]").getAttribute("data-item");
    await page.keyboard.press("1");
    await room.locator(`[data-item="${item}"]`).waitFor({ state: "detached" });
  }
  await room.getByText("必須の項目は全て回答済みです。").waitFor();
  await page.keyboard.press("Enter");
  await room.waitFor({ state: "detached" });
  await look("checks");
  return answered;
}

/** The same at a deeper level, where nothing is stated beforehand: every source looked at in vain, one question after another. */
export async function answerTheRestDeeply({ page, main, look }: DeskHands, done: readonly string[]): Promise<number> {
  await page.getByRole("region", { name: "確認項目の一覧" }).getByRole("button").first().click();
  await main().locator("[data-place='heading']").focus();
  await page.keyboard.press("f");
  const place = page.getByRole("region", { name: "一問表示" }).locator("[data-item]");
  await place.waitFor();
  const here = (): Promise<string> => place.getAttribute("data-item").then((item) => item ?? "");
  let answered = 0;
  for (let before = ""; before !== (await here()); ) {
    before = await here();
    if (!done.includes(before)) {
      for (const key of ["1", "s"]) await page.keyboard.press(key);
      answered += 1;
    }
    await page.waitForTimeout(60);
    if (before === (await here())) await page.keyboard.press("j");
    await page.waitForTimeout(60);
  }
  await page.keyboard.press("f");
  await place.waitFor({ state: "detached" });
  await look("checks");
  return answered;
}

/** Where the catalogue keeps measures of each kind. */
const shelves: Readonly<Record<string, RegExp>> = {
  PH: /^物理・施設/u,
  PE: /^人的/u,
  IS: /^情報セキュリティ/u,
  CT: /^契約・知財/u,
  EX: /^輸出管理/u,
  GV: /^ガバナンス/u,
};

/** Agrees one measure of the catalogue with owner, day and verification. */
export async function agreeByHand({ page, main }: DeskHands, measureId: string): Promise<void> {
  await main().getByRole("tab", { name: /^目録/u }).click();
  const shelf = main()
    .getByRole("tabpanel")
    .getByRole("button", { name: shelves[measureId.slice(2, 4)] ?? measureId });
  if ((await shelf.getAttribute("aria-expanded")) !== "true") await shelf.click();
  await main()
    .getByRole("tabpanel")
    .getByRole("button", { name: new RegExp(`^${measureId} .*を加える$`, "u") })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("合意", { exact: true }).click();
  await dialog.getByRole("textbox", { name: /^担当/u }).fill("研究管理課 江﨑");
  await dialog.getByRole("group", { name: /^期限/u }).getByRole("spinbutton").first().click();
  await page.keyboard.type("20270331");
  await dialog.getByRole("button", { name: "記録する" }).click();
  await dialog.waitFor({ state: "detached" });
}
