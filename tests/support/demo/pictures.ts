import { join } from "node:path";
import type { Page } from "playwright";

/** A page of the app as the demo visits it: the buttons that lead there, by their words in Japanese. */
export interface Stop {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
}

const rail = (words: string) => async (page: Page) => {
  await page.getByRole("navigation", { name: "主な画面" }).getByRole("button", { name: words, exact: true }).click();
};

const spine = (words: string) => async (page: Page) => {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(words, { exact: true }).click();
};

const tab = (words: string) => async (page: Page) => {
  await page.getByRole("tab", { name: words }).click();
};

const beside = (words: string) => async (page: Page) => {
  await page.getByRole("button", { name: words, exact: true }).click();
};

/** Opens a case from the list by its number. */
export async function openCase(page: Page, number: string): Promise<void> {
  await rail("案件")(page);
  await page.getByText(number, { exact: true }).click();
  await page.getByRole("navigation", { name: "案件の進み" }).waitFor();
}

/** The pages that need no case. */
export const generalStops: readonly Stop[] = [
  { name: "home", go: rail("ホーム") },
  { name: "cases", go: rail("案件") },
  { name: "search", go: rail("検索") },
  { name: "overview", go: rail("見渡す") },
  { name: "lists", go: rail("リスト") },
  { name: "scorecard", go: rail("照合の成績") },
  { name: "templates", go: rail("確認票") },
  { name: "verify", go: rail("署名の検証") },
  { name: "trail", go: rail("操作の記録") },
  { name: "practice", go: rail("練習") },
  { name: "health", go: rail("控えと点検") },
  { name: "people", go: rail("利用者") },
  { name: "settings", go: rail("設定") },
];

/** The pages of the case on screen. */
export const caseStops: readonly Stop[] = [
  { name: "intake", go: spine("受付") },
  { name: "triage", go: spine("切り分け") },
  { name: "screening", go: spine("照合") },
  { name: "checklist", go: spine("確認") },
  { name: "enquiry", go: spine("照会") },
  { name: "assessment", go: spine("評価") },
  { name: "measures", go: spine("措置") },
  { name: "paper", go: spine("付議") },
  { name: "decision", go: spine("決定") },
  { name: "review", go: spine("見直し") },
  { name: "subjects", go: beside("経歴と関係") },
  { name: "subjects-graph", go: tab("関係図") },
  { name: "subjects-timeline", go: tab("年表") },
  { name: "subjects-elsewhere", go: tab("他の案件") },
  { name: "second", go: beside("第二確認") },
  { name: "scope", go: beside("範囲と限界") },
  { name: "evidence", go: beside("証拠") },
  { name: "questionnaire", go: beside("照会票") },
  { name: "history", go: beside("履歴") },
  { name: "past", go: beside("時点") },
];

/** Waits until nothing on the page says that it is still loading, then takes the picture. */
export async function takePicture(page: Page, folder: string, name: string): Promise<string> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(name.includes("paper") ? 2_500 : 500);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** Sets the language by its segment in the top line. */
export async function setLanguage(page: Page, words: "日本語" | "English"): Promise<void> {
  await page.getByRole("banner").getByText(words, { exact: true }).click();
  await page.waitForTimeout(200);
}
