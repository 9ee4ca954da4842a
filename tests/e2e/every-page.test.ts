import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import type { ScoringExample } from "../../shared/domain/content/scoring-policy.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { carryList } from "../support/carry-list.ts";
import { enterBackground } from "../support/demo/background.ts";
import { agreeMeasures, answerExample, openExample, takeEvidence } from "../support/demo/example-cases.ts";
import { caseStops, generalStops, openCase, type Stop, setLanguage } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, deskPerson, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { barriers, longWordTroubles, settled, troublesOf, unmarked, wideWindow } from "../support/page-troubles.ts";
import { addApproverAndApprove, addPerson, changePlaces } from "../support/second-person.ts";

/** Pages with the most kinds of colour on them. */
const darkSample = [
  "home",
  "search",
  "overview",
  "templates",
  "practice",
  "lists",
  "settings",
  "screening",
  "checklist",
  "assessment",
  "measures",
  "paper",
  "subjects",
  "subjects-graph",
  "subjects-timeline",
  "second",
  "scope",
  "evidence",
];

const keepers = [
  { displayName: "𠮷田 ﾐﾙ", roles: ["auditor"], passphrase: "四人目の鍵は書庫の棚の奥 2026" },
  { displayName: "梁 桁", roles: ["administrator"], passphrase: "六人目の鍵は灯台の階段 2026" },
] as const;
/** Pages that stand differently before somebody who keeps house or looks on. */
const ownStops = generalStops.filter(({ name }) => ["home", "cases", "trail", "people", "health"].includes(name));
/** The page of the recovery kit, which the settings lead to. */
const recovery: Stop = {
  name: "recovery",
  go: async (page) => {
    await goTo(page, "設定");
    await page.getByRole("button", { name: "回復用キットの画面へ" }).click();
  },
};

/** Pictures of every page in both languages, for a person to look at; nothing is compared with them. */
const pictures = join(import.meta.dirname, "../../dist/pictures/every-page");

describe("every page", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let open: Pick<Dossier, "id" | "number">;
  let decided: Pick<Dossier, "id" | "number">;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    desk = await openPageDesk({ userData: folders.userData, viewport: wideWindow });
    must(await desk.client.identity.create({ name: deskPerson, passphrase: deskPassphrase }));
    await carryList(desk, folders.carried);
    const { examples } = must(await desk.client.content.get({})).examples;
    const [first] = examples;
    const begun = examples[3];
    if (first === undefined || begun === undefined) throw new Error("No worked examples");
    decided = await proposedCase(first);
    open = await begunCase(begun);
    await enterBackground(desk.client, open.id);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  async function attachNote(dossierId: Parameters<typeof takeEvidence>[1], itemId: string): Promise<void> {
    const path = join(folders.carried, "𠮷野の説明.txt");
    writeFileSync(path, "公式資料の写し（架空）。\n");
    desk.dialogs.answer("evidence", path);
    await takeEvidence(desk.client, dossierId, { title: "葛󠄀城の公式資料 ﾊﾝｶｸ", itemId });
  }

  async function proposedCase(example: ScoringExample): Promise<Dossier> {
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
    return must(await client.dossiers.get({ dossierId }));
  }

  async function begunCase(example: ScoringExample): Promise<Dossier> {
    const { client } = desk;
    const dossierId = await openExample(client, example);
    await answerExample(client, dossierId, example, "named items");
    await attachNote(dossierId, example.input.items[0]?.item ?? "");
    must(await client.screening.run({ dossierId }));
    await agreeMeasures(client, dossierId, example);
    return must(await client.dossiers.get({ dossierId }));
  }

  /** The evidence page with its one piece opened below the list. */
  async function openPiece(): Promise<void> {
    await desk.page.getByRole("row", { name: /葛󠄀城の公式資料/u }).click();
  }

  /** The piece of evidence opened for reading, from the page that `openPiece` leaves. */
  const reading: Stop = {
    name: "reading",
    go: async (page) => {
      await caseStops.find(({ name }) => name === "evidence")?.go(page);
      await openPiece();
      await page.getByRole("button", { name: "中を見る" }).click();
      await page.getByRole("textbox", { name: "この資料の中を探す" }).waitFor();
    },
  };
  const insideCase = [...caseStops, reading];

  async function inBothLanguages(stops: readonly Stop[], scene = ""): Promise<string[]> {
    const found: string[] = [];
    for (const stop of stops) {
      await stop.go(desk.page);
      if (stop.name === "evidence") await openPiece();
      found.push(...(await troublesOf(desk.page, `${stop.name} ja`)));
      await desk.page.screenshot({ path: join(pictures, `${scene}${stop.name}-ja.png`) });
      await setLanguage(desk.page, "English");
      found.push(...(await troublesOf(desk.page, `${stop.name} en`)));
      await desk.page.screenshot({ path: join(pictures, `${scene}${stop.name}-en.png`) });
      await setLanguage(desk.page, "日本語");
    }
    return found;
  }

  /** What opens over a page by a key, in both languages; the language cannot be changed above it. */
  async function overPage(name: string, { key, shows }: { key: string; shows: Locator }): Promise<string[]> {
    const found: string[] = [];
    for (const language of ["English", "日本語"] as const) {
      await setLanguage(desk.page, language);
      await desk.page.getByRole("main").focus();
      await desk.page.keyboard.press(key);
      await shows.waitFor();
      found.push(...(await troublesOf(desk.page, `${name} ${language}`)));
      await desk.page.screenshot({ path: join(pictures, `${name}-${language === "English" ? "en" : "ja"}.png`) });
      await desk.page.keyboard.press("Escape");
      await shows.waitFor({ state: "detached" });
    }
    return found;
  }

  it("has no barrier and does not scroll sideways outside cases, in either language", async () => {
    assert.deepEqual(await inBothLanguages([...generalStops, recovery]), []);
  });

  it("has no barrier and does not scroll sideways in a case being worked on", async () => {
    await openCase(desk.page, open.number);
    assert.deepEqual(await inBothLanguages(insideCase, "open-"), []);
  });

  it("has no barrier and does not scroll sideways in fast mode, before its first question and in it", async () => {
    const begun = must(await desk.client.dossiers.get({ dossierId: open.id }));
    const found: string[] = [];
    for (const depth of ["light", begun.depth] as const) {
      const triage = { ...begun.triage, depthChosen: depth };
      must(await desk.client.dossiers.setTriage({ dossierId: open.id, triage }));
      await openCase(desk.page, open.number);
      await caseStops.find(({ name }) => name === "checklist")?.go(desk.page);
      await desk.page.locator("[data-place='answer']").waitFor();
      const shows = desk.page.getByRole("region", { name: /^(一問表示|One at a time)/u });
      found.push(...(await overPage(`fast-${depth}`, { key: "f", shows })));
    }
    assert.deepEqual(found, []);
  });

  it("has no barrier and does not scroll sideways under the palette and the sheet of keys", async () => {
    const shows = desk.page.getByRole("dialog");
    const found = [
      ...(await overPage("palette", { key: "Control+K", shows })),
      ...(await overPage("keys", { key: "F1", shows })),
    ];
    assert.deepEqual(found, []);
  });

  it("has no barrier and does not scroll sideways in a case that awaits a second person", async () => {
    await openCase(desk.page, decided.number);
    const frozen = ["paper", "decision", "review"];
    assert.deepEqual(await inBothLanguages(caseStops.filter(({ name }) => frozen.includes(name))), []);
  });

  it("has no barrier and does not scroll sideways in a decided case", async () => {
    await addApproverAndApprove({ host: desk.client, passphrase: deskPassphrase }, decided.id);
    await openCase(desk.page, decided.number);
    assert.deepEqual(await inBothLanguages(insideCase, "decided-"), []);
  });

  it("has no barrier in dark colours", async () => {
    await desk.page.emulateMedia({ colorScheme: "dark" });
    const found: string[] = [];
    for (const stop of generalStops.filter((one) => darkSample.includes(one.name))) {
      await stop.go(desk.page);
      await settled(desk.page);
      found.push(...(await barriers(desk.page)).map((one) => `${stop.name} dark: ${one}`));
    }
    await openCase(desk.page, open.number);
    for (const stop of caseStops.filter((one) => darkSample.includes(one.name))) {
      await stop.go(desk.page);
      await settled(desk.page);
      found.push(...(await barriers(desk.page)).map((one) => `${stop.name} dark: ${one}`));
    }
    assert.deepEqual(found, []);
  });

  it("keeps its shape in words two fifths longer", async () => {
    await setLanguage(desk.page, "English");
    const found: string[] = [];
    for (const stop of generalStops) {
      await setLanguage(desk.page, "日本語");
      await stop.go(desk.page);
      await setLanguage(desk.page, "English");
      found.push(...(await longWordTroubles(desk.page, stop.name)));
    }
    await setLanguage(desk.page, "日本語");
    await openCase(desk.page, open.number);
    for (const stop of caseStops) {
      await stop.go(desk.page);
      await setLanguage(desk.page, "English");
      found.push(...(await longWordTroubles(desk.page, stop.name)));
      await setLanguage(desk.page, "日本語");
    }
    assert.deepEqual(found, []);
  });

  it("tells what is chosen and what can be pressed in forced colours", async () => {
    await desk.page.emulateMedia({ forcedColors: "active" });
    const found: string[] = [];
    const look = async (stop: Stop): Promise<void> => {
      await stop.go(desk.page);
      found.push(...(await troublesOf(desk.page, `${stop.name} in forced colours`)));
      found.push(...(await unmarked(desk.page)).map((one) => `${stop.name} in forced colours: ${one}`));
      await desk.page.screenshot({ path: join(pictures, `forced-${stop.name}.png`) });
    };
    for (const stop of generalStops) await look(stop);
    await openCase(desk.page, open.number);
    for (const stop of caseStops) await look(stop);
    await desk.page.emulateMedia({ forcedColors: "none" });
    assert.deepEqual(found, []);
  });

  it("has no barrier and does not scroll sideways in a restricted case", async () => {
    must(await desk.client.access.restrict({ dossierId: open.id, readers: [], passphrase: deskPassphrase }));
    await openCase(desk.page, open.number);
    const marked = ["intake", "evidence", "history"];
    assert.deepEqual(await inBothLanguages(caseStops.filter(({ name }) => marked.includes(name))), []);
  });

  it("has no barrier and does not scroll sideways in a case that a conflict has closed", async () => {
    await openCase(desk.page, decided.number);
    const note = "対象者とは三年前まで共著の論文がある。共同研究費も受けた。";
    must(await desk.client.access.declare({ dossierId: decided.id, hasConflict: true, note }));
    const stay = async (): Promise<void> => {
      await desk.page.getByText("この案件は、あなたには開けません").waitFor();
    };
    assert.deepEqual(await inBothLanguages([{ name: "closed by a conflict", go: stay }]), []);
  });

  it("has no barrier and does not scroll sideways for an auditor, and for one who only administers", async () => {
    const office = { host: desk.client, passphrase: deskPassphrase };
    for (const one of keepers) await addPerson(office, { ...one, unit: "架空監査室 葛󠄀城分室 ﾊﾝｶｸ" });
    const found: string[] = [];
    for (const { roles, passphrase } of keepers) {
      await changePlaces(desk.client, passphrase);
      const rail = desk.page.getByRole("navigation", { name: "主な画面" });
      await rail.getByRole("button", { name: "操作の記録", exact: true }).waitFor({ timeout: 60_000 });
      const reads = roles[0] === "auditor";
      assert.equal(await rail.getByRole("button", { name: "案件", exact: true }).count(), reads ? 1 : 0);
      const stops = ownStops.filter(({ name }) => reads || name !== "cases");
      found.push(...(await inBothLanguages(stops)).map((one) => `${roles[0]}: ${one}`));
    }
    assert.deepEqual(found, []);
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});
