import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { DossierId, SubjectId } from "../../shared/domain/ids.ts";
import type { SubjectInput } from "../../shared/domain/party.ts";
import type { LinkInput } from "../../shared/domain/profile/link.ts";
import { openCase } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { keepPictures } from "../support/keep-pictures.ts";
import { must } from "../support/must.ts";
import { openDeskForTests, type PageDesk } from "../support/page-desk.ts";

const longName = "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処 虚構研究開発法人";
const subjectOf = (name: string, kind: SubjectInput["kind"]): SubjectInput => ({
  ...{ kind, role: kind === "person" ? "principal" : "owner", names: [{ kind: "primary", text: name }] },
  ...{ country: "", identifiers: [], note: "" },
});

let desk: PageDesk;
let page: Page;
let dossierId: DossierId;
let ids: readonly SubjectId[];

openDeskForTests(async (opened) => {
  desk = opened;
  page = desk.page;
  const { client } = desk;
  const create = { kind: "person", title: "架空の受入れ", hostUnit: "受入室", noConflict: true } as const;
  const made = must(await client.dossiers.create({ ...create, subject: subjectOf("髙﨑 𠮷", "person") }));
  dossierId = made.id;
  must(await client.dossiers.create({ ...create, title: "別の受入れ", subject: subjectOf("高崎吉", "person") }));
  for (const name of [longName, "葛󠄀城ホールディングス", "ﾊﾝｶｸ工房"])
    must(await client.dossiers.addSubject({ dossierId, subject: subjectOf(name, "organisation") }));
  ids = must(await client.dossiers.get({ dossierId })).subjects.map((subject) => subject.id);
  await openCase(page, made.number);
  await page.getByRole("button", { name: "経歴と関係", exact: true }).click();
  await page.getByRole("heading", { name: "経歴と関係", level: 1 }).waitFor();
});

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");
const tab = (name: string): Promise<void> => page.getByRole("tab", { name: new RegExp(`^${name}`, "u") }).click();

const shot = (name: string): Promise<void> =>
  keepPictures(page, name, main().getByRole("region", { name: /^(?:関係図|Graph of links)$/u }));

/** Writes one post through the form, by keyboard after the form is open. */
async function addPost(organisation: string, dates: string): Promise<void> {
  await main().getByRole("button", { name: "記載を加える" }).click();
  await dialog().getByLabel("勤務先・所属機関").fill(organisation);
  await dialog().getByLabel("時期").fill(dates);
  await dialog().getByLabel("出所の説明").fill("履歴書 1頁");
  await page.keyboard.press("Enter");
  await dialog().waitFor({ state: "hidden" });
}

async function link(from: number, to: number, share: number): Promise<void> {
  const [owner, owned] = [ids[from], ids[to]];
  assert.ok(owner !== undefined && owned !== undefined);
  const input: LinkInput = {
    ...{ kind: "ownership", from: owner, to: owned, role: "", share, directness: "direct" },
    ...{ period: { from: "2019-04", to: "ongoing" }, certainty: "certain", note: "" },
    source: { evidenceId: null, text: "登記事項 1頁" },
  };
  must(await desk.client.profile.putLink({ dossierId, linkId: null, revision: 0, link: input }));
}

describe("background and links of subjects", () => {
  it("reads a date in the Japanese calendar, says how, and keeps the entry by Enter alone", async () => {
    await main().getByRole("button", { name: "記載を加える" }).click();
    await dialog().getByLabel("勤務先・所属機関").fill("虚構大学 葛󠄀研究室");
    await dialog().getByLabel("時期").fill("H27.4〜平成30年3月");
    await dialog().getByText("2015年4月〜2018年3月 と読み取りました。").waitFor();
    await page.keyboard.press("Enter");
    await dialog().getByText("出所がありません。証拠を選ぶか、説明を記してください。").waitFor();
    await dialog().getByLabel("出所の説明").fill("履歴書 1頁");
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await main().getByRole("grid", { name: "経歴・業績" }).getByText("2015年4月〜2018年3月").waitFor();
    await shot("subjects-record");
  });

  it("gives a removed entry back on undo", async () => {
    await addPost("消える機関", "2016年頃");
    await main()
      .getByRole("row", { name: /消える機関/u })
      .click();
    await dialog().getByRole("button", { name: "この記載を外す" }).click();
    await main()
      .getByRole("row", { name: /消える機関/u })
      .waitFor({ state: "detached" });
    await page.getByRole("button", { name: "元に戻す" }).first().click();
    await main()
      .getByRole("row", { name: /消える機関/u })
      .waitFor();
  });

  it("puts a gap of six months to be confirmed on the timeline, and says the same in the table", async () => {
    await addPost("架空研究所", "2019年4月〜現在");
    await tab("年表");
    await main().getByText("2018年4月1日から2019年3月31日まで記載がありません。").waitFor();
    await main().getByRole("list", { name: "髙﨑 𠮷 の年表" }).getByText("架空研究所").waitFor();
    await shot("subjects-timeline");
    assert.deepEqual(await graveFindings(page), []);
    await main().getByText("表", { exact: true }).click();
    await main().getByRole("table", { name: "髙﨑 𠮷 の年表" }).getByText("架空研究所").waitFor();
  });

  it("draws owners above what they own, with the effective share, and opens a link's source by keyboard", async () => {
    await link(1, 2, 60);
    await link(2, 3, 50);
    await tab("関係図");
    await main()
      .getByRole("row", { name: /他の法人を通じて/u })
      .getByText("30％")
      .waitFor();
    const edge = page.locator(".react-flow__edge").first();
    await edge.waitFor();
    await shot("subjects-graph");
    const places = await page
      .locator(".react-flow__node")
      .evaluateAll((nodes) =>
        nodes.map((node) => [node.getAttribute("data-id"), node.getBoundingClientRect().top] as const),
      );
    const top = new Map(places);
    const height = (at: number): number => top.get(String(ids[at])) ?? Number.NaN;
    assert.ok(height(1) < height(2) && height(2) < height(3), "layers run from owner to owned");
    await main().getByLabel("いつの関係か").fill("2020年");
    await main().getByLabel("いつの関係か").fill("");
    assert.equal(
      await page.locator(".react-flow__edge-path").count(),
      2,
      "links stay drawn when the picture is made anew",
    );
    const drawn = await page
      .locator(".react-flow__edges svg")
      .first()
      .evaluate((svg) => svg.getBoundingClientRect().width);
    assert.ok(drawn > 0, "a picture of no width is not drawn");
    await edge.focus();
    await page.keyboard.press("Enter");
    await dialog().getByText("登記事項 1頁").waitFor();
    await page.keyboard.press("Escape");
    assert.deepEqual(await graveFindings(page), []);
    await main().getByText("表", { exact: true }).click();
    await main().getByRole("grid", { name: "対象どうしの関係" }).getByText("登記事項 1頁").first().waitFor();
  });

  it("filters the links by the day on which they held", async () => {
    await main().getByLabel("いつの関係か").fill("2018年");
    await main().getByText("0件／2件の関係を表示").waitFor();
    await main().getByLabel("いつの関係か").fill("令和2年");
    await main().getByText("2件／2件の関係を表示").waitFor();
  });

  it("shows the same name in another case and keeps what is said of it", async () => {
    await tab("他の案件");
    await main().getByText("高崎吉").first().waitFor();
    await main().getByRole("button", { name: "判断を記す" }).first().click();
    await dialog().getByText("別と判断").click();
    await dialog().getByLabel("理由").fill("生年と所属が異なり、識別子も一致しないため別人と判断した。");
    await dialog().getByRole("button", { name: "保存する" }).click();
    await main().getByText("別と判断").waitFor();
    await shot("subjects-elsewhere");
    assert.deepEqual(await graveFindings(page), []);
  });

  it("leaves nothing in the console", () => {
    assert.deepEqual(desk.consoleErrors, []);
  });
});
