import type { Page } from "playwright";

/** Buttons that go somewhere, unfold or copy; whatever else can be pressed would change something. */
const harmless =
  /^[A-Z]-[A-Z]?\d|へ$|へ進む$|を見る$|開く$|写す$|コピー|ページ|頁|表示|次へ|前へ|次の|履歴|証拠$|^経歴と関係$|^第二確認$|^範囲と限界$|^照会票$|^時点$|^文字と時期$|^大きく$|^小さく$|^(?:取込み台帳|管理の記録)を書き出す$|^(?:前|次)の変更$|並べ替え|検証する|確かめる|尋ねる$|個別|絞り込|^列と密度$|版 —|日本語|英語|さらに/u;

/** What somebody without rights could still type into or press on the page of a case, apart from what only reads. */
export async function changeable(page: Page, stop: string): Promise<string[]> {
  // The letter to the other side is composed on the page and kept nowhere.
  // On the graph one chooses what is drawn, and on a moment of the past which moment it is.
  const skipFields = ["enquiry", "subjects-graph", "past"].includes(stop);
  const fields = skipFields
    ? []
    : await page
        .getByRole("main")
        .locator("input:not([readonly]):not([disabled]):visible, textarea:not([readonly]):not([disabled]):visible")
        .evaluateAll((found) =>
          found
            // What the date widget keeps for autofill, and how something is only shown: its language, its size, as a picture or a table.
            .filter(
              (one) =>
                one.getAttribute("form") !== "" &&
                !["ja", "en", "fit", "full", "large", "graph", "table"].includes(one.getAttribute("value") ?? "") &&
                // What narrows a list to the words typed into it, and is kept nowhere.
                !(one instanceof HTMLInputElement && one.labels?.[0]?.innerText.startsWith("絞り込み") === true),
            )
            .map((one) => one.outerHTML.slice(0, 160)),
        );
  const buttons = await page
    .getByRole("main")
    .getByRole("button", { disabled: false })
    .evaluateAll((found) =>
      found
        .filter(
          (one) => one.getAttribute("aria-expanded") === null && one.closest("nav, th, table[role=grid]") === null,
        )
        .map((one) => (one.getAttribute("aria-label") ?? one.textContent ?? "").trim()),
    );
  return [...fields, ...buttons.filter((name) => !harmless.test(name))];
}
