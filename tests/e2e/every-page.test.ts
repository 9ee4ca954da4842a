import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import axe from "axe-core";
import type { Page } from "playwright";
import type { ScoringExample } from "../../shared/domain/content/scoring-policy.ts";
import { agreeMeasures, answerExample, openExample, takeEvidence } from "../support/demo/example-cases.ts";
import { writeUserList } from "../support/demo/list-files.ts";
import { caseStops, generalStops, openCase, type Stop, setLanguage } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, deskPerson, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const wide = { width: 1_280, height: 800 };
/** What is left of the same window at 200 %. */
const doubled = { width: 640, height: 800 };
/** Pages with the most kinds of colour on them. */
const darkSample = [
  "home",
  "lists",
  "settings",
  "screening",
  "checklist",
  "assessment",
  "measures",
  "paper",
  "evidence",
];

describe("every page", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let open: string;
  let decided: string;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, viewport: wide });
    must(await desk.client.identity.create({ name: deskPerson, passphrase: deskPassphrase }));
    await carryList();
    const { examples } = must(await desk.client.content.get({})).examples;
    const [first] = examples;
    const begun = examples[3];
    if (first === undefined || begun === undefined) throw new Error("No worked examples");
    decided = await proposedCase(first);
    open = await begunCase(begun);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  async function carryList(): Promise<void> {
    const path = join(folders.carried, "list.csv");
    writeUserList(path);
    desk.dialogs.answer("list", path);
    const { importId, layout, mapping } = must(await desk.client.screening.beginImport({}));
    const title = "外国ユーザーリスト（架空）";
    must(await desk.client.screening.tryImport({ importId, layout, mapping, title }));
    const days = { publishedDay: "2026-10-01", effectiveDay: null };
    const details = { ...days, title, authority: "架空省", effectClass: "permit_trigger", edition: "第1版" } as const;
    must(await desk.client.screening.finishImport({ importId, details: { ...details, licence: "" } }));
  }

  async function attachNote(dossierId: Parameters<typeof takeEvidence>[1], itemId: string): Promise<void> {
    const path = join(folders.carried, "𠮷野の説明.txt");
    writeFileSync(path, "公式資料の写し（架空）。\n");
    desk.dialogs.answer("evidence", path);
    await takeEvidence(desk.client, dossierId, { title: "葛󠄀城の公式資料 ﾊﾝｶｸ", itemId });
  }

  async function proposedCase(example: ScoringExample): Promise<string> {
    const { client } = desk;
    const dossierId = await openExample(client, example);
    await answerExample(client, dossierId, example);
    await attachNote(dossierId, example.input.items[0]?.item ?? "");
    must(await client.screening.run({ dossierId }));
    await agreeMeasures(client, dossierId, example);
    const people = { decidedBy: "研究セキュリティ委員会", attendees: "委員5名", recusals: "", dissent: "" };
    const words = { reason: "全ての要因が「低」である。", conditions: "", departureReason: "" };
    const decision = { outcome: "accept", reviewDay: null, decidedDay: "2026-11-22", ...people, ...words } as const;
    must(await client.decision.record({ dossierId, decision }));
    return must(await client.dossiers.get({ dossierId })).number;
  }

  async function begunCase(example: ScoringExample): Promise<string> {
    const { client } = desk;
    const dossierId = await openExample(client, example);
    await answerExample(client, dossierId, example, "named items");
    await attachNote(dossierId, example.input.items[0]?.item ?? "");
    must(await client.screening.run({ dossierId }));
    await agreeMeasures(client, dossierId, example);
    return must(await client.dossiers.get({ dossierId })).number;
  }

  /** What is wrong with the page on screen, at both sizes. */
  async function troubles(name: string): Promise<string[]> {
    const { page } = desk;
    await settle(page);
    const found = (await barriers(page)).map((one) => `${name}: ${one}`);
    const atWide = (await sideways(page)).map((one) => `${name} at 1280: ${one}`);
    await page.setViewportSize(doubled);
    await page.waitForTimeout(150);
    const atDouble = (await sideways(page)).map((one) => `${name} at 200 %: ${one}`);
    await page.setViewportSize(wide);
    return [...found, ...atWide, ...atDouble];
  }

  /** The evidence page with its one piece opened below the list. */
  async function openPiece(): Promise<void> {
    await desk.page.getByRole("row", { name: /葛󠄀城の公式資料/u }).click();
  }

  async function inBothLanguages(stops: readonly Stop[]): Promise<string[]> {
    const found: string[] = [];
    for (const stop of stops) {
      await stop.go(desk.page);
      if (stop.name === "evidence") await openPiece();
      found.push(...(await troubles(`${stop.name} ja`)));
      await setLanguage(desk.page, "English");
      found.push(...(await troubles(`${stop.name} en`)));
      await setLanguage(desk.page, "日本語");
    }
    return found;
  }

  it("has no barrier and does not scroll sideways outside cases, in either language", async () => {
    assert.deepEqual(await inBothLanguages(generalStops), []);
  });

  it("has no barrier and does not scroll sideways in a case being worked on", async () => {
    await openCase(desk.page, open);
    assert.deepEqual(await inBothLanguages(caseStops), []);
  });

  it("has no barrier and does not scroll sideways in a decided case", async () => {
    await openCase(desk.page, decided);
    assert.deepEqual(await inBothLanguages(caseStops), []);
  });

  it("has no barrier in dark colours", async () => {
    await desk.page.emulateMedia({ colorScheme: "dark" });
    const found: string[] = [];
    for (const stop of generalStops.filter((one) => darkSample.includes(one.name))) {
      await stop.go(desk.page);
      await settle(desk.page);
      found.push(...(await barriers(desk.page)).map((one) => `${stop.name} dark: ${one}`));
    }
    await openCase(desk.page, open);
    for (const stop of caseStops.filter((one) => darkSample.includes(one.name))) {
      await stop.go(desk.page);
      await settle(desk.page);
      found.push(...(await barriers(desk.page)).map((one) => `${stop.name} dark: ${one}`));
    }
    assert.deepEqual(found, []);
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});

/** Waits until type is there and nothing on the page is busy. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(300);
}

/** What axe finds serious or worse, with the place of each. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // The line above has put it there; its types belong to the other side.
    const { axe: inPage } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await inPage.run(document, { resultTypes: ["violations"] });
    return violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
  });
}

/** Elements that reach beyond the right edge while the page, or what holds the page, scrolls sideways. */
async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const edge = document.documentElement.clientWidth;
    const isWider = (element: Element | null): boolean =>
      element !== null && element.scrollWidth > element.clientWidth + 1;
    if (!isWider(document.documentElement) && !isWider(main)) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .map((element) => `${element.tagName} ${element.className}`)
      .slice(0, 6);
  });
}
