import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import type { DossierKind } from "../../../shared/domain/dossier.ts";
import { writeUserList } from "../demo/list-files.ts";
import { setLanguage } from "../demo/pictures.ts";
import { goTo, type PageDesk } from "../page-desk.ts";

/** Pictures of every step in both languages, for a person to look at; nothing is compared with them. */
const pictures = join(import.meta.dirname, "../../../dist/pictures/worked-cases");

/** A case as it is typed into the window. */
export interface NewCase {
  readonly kind: DossierKind;
  readonly title: string;
  readonly name: string;
  readonly latin: string;
  readonly identifier: string;
  /** Kana of the name, where it has any. */
  readonly reading?: string;
}

/** A pair of hands at the desk that uses mouse and keys on the pages alone. */
export interface DeskHands {
  readonly page: Page;
  readonly main: () => Locator;
  /** Along the spine of the case on screen; `shows` is the page's own heading. */
  step(name: string, shows?: string): Promise<void>;
  /** A picture of the page as it stands, in both languages. */
  look(name: string): Promise<void>;
  button(name: string): Locator;
}

/** Takes the mouse of a window. Pictures are named after the case. */
export function deskHands({ page }: Pick<PageDesk, "page">, example: string): DeskHands {
  mkdirSync(pictures, { recursive: true });
  const main = (): Locator => page.getByRole("main");
  let taken = 0;
  return {
    page,
    main,
    button: (name) => main().getByRole("button", { name, exact: true }),
    step: async (name, shows = name) => {
      await page.getByRole("navigation", { name: "案件の進み" }).getByText(name, { exact: true }).click();
      await page.getByRole("heading", { level: 1, name: shows, exact: true }).waitFor({ state: "attached" });
    },
    look: async (name) => {
      taken += 1;
      const file = `${example}-${String(taken).padStart(2, "0")}-${name}`;
      await page.waitForTimeout(name === "paper" ? 1_500 : 250);
      await page.screenshot({ path: join(pictures, `${file}-ja.png`) });
      await setLanguage(page, "English");
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(pictures, `${file}-en.png`) });
      await setLanguage(page, "日本語");
    },
  };
}

/** Carries the small invented list in by its page. */
export async function carryListByHand(desk: PageDesk, carried: string): Promise<void> {
  const { page, dialogs } = desk;
  const path = join(carried, "list.csv");
  writeUserList(path);
  dialogs.answer("list", path);
  await goTo(page, "リスト");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "リストを取り込む", exact: true }).first().click();
  await main.getByRole("textbox", { name: /^版/u }).fill("2026年版");
  await main.getByRole("textbox", { name: /^発行機関/u }).fill("架空省");
  await main.getByRole("button", { name: "全体を試し読みする" }).click();
  await page.getByRole("heading", { name: "試し読みの結果" }).waitFor();
  await main.getByRole("button", { name: "この版を保存する" }).click();
  await page.getByText(/件を版として保存しました。/u).waitFor();
}

const kindWords = {
  person: "研究者等の採用・受入れ",
  institution: "共同研究・機関間連携",
} as const;

/** Opens a case and names its subject; ends on the intake page. */
export async function openByHand({ page, main, button, look }: DeskHands, asked: NewCase): Promise<void> {
  await goTo(page, "案件");
  await button("新しい案件").first().click();
  if (asked.kind === "institution") await main().getByText(kindWords.institution, { exact: true }).click();
  await main().getByRole("textbox", { name: /^件名/u }).fill(asked.title);
  await main()
    .getByRole("textbox", { name: asked.kind === "person" ? /^氏名/u : /^機関・企業の名称/u })
    .fill(asked.name);
  if (asked.reading !== undefined) await main().getByRole("textbox", { name: /^読み/u }).fill(asked.reading);
  await main()
    .getByRole("textbox", { name: /^所在の国/u })
    .fill("架空国");
  await main()
    .getByRole("checkbox", { name: /^利害関係はない/u })
    .press("Space");
  await look("new");
  await button("案件を登録する").click();
  await page.getByRole("heading", { level: 1, name: "受付", exact: true }).waitFor();
  assert.equal(await main().evaluate((place) => place.scrollTop), 0, "a page begins at its top");
  await button("名称を加える").click();
  await main().getByRole("textbox", { name: "ローマ字" }).fill(asked.latin);
  await main()
    .getByRole("textbox", { name: /^識別子/u })
    .first()
    .fill(asked.identifier);
  await main()
    .getByRole("textbox", { name: /^識別子/u })
    .first()
    .press("Tab");
  await look("intake");
  await button("切り分けへ進む").click();
}

/** Says which technology and how much access, who it is, and that the review is fair; ends on the screening page. */
export async function triageByHand(
  { page, main, button, look }: DeskHands,
  asked: { readonly tech: string; readonly access: string; readonly depth?: string },
): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "切り分け", exact: true }).waitFor();
  await main()
    .getByText(new RegExp(`^${asked.tech} `, "u"))
    .click();
  await main()
    .getByText(new RegExp(`^${asked.access} `, "u"))
    .click();
  await main().getByRole("textbox", { name: "選んだ理由" }).first().fill("重要技術領域の一覧と照らして判断した。");
  await main().getByText("同一（識別子が一致）", { exact: true }).click();
  for (const words of [
    "国籍等の属性を根拠としていない",
    "本人・相手方に説明の機会を設けた",
    "同種案件の取扱いと整合する",
  ])
    await main().getByText(words, { exact: true }).click();
  if (asked.depth !== undefined) {
    await main().getByRole("radiogroup", { name: "用いる深度" }).getByText(asked.depth, { exact: true }).click();
    await main()
      .getByRole("textbox", { name: /^深度を変える理由/u })
      .fill("相手機関が掲載されているため。");
  }
  await look("triage");
  await button("照合へ進む").click();
}

/** Runs the screening of the case's names. */
export async function screenByHand({ page, button }: DeskHands): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "照合", exact: true }).waitFor();
  await button("照合する").first().click();
  await button("もう一度照合する").waitFor();
}
