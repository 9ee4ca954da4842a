import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { mustExist } from "../../shared/assert.ts";
import type { ScoringExample } from "../../shared/domain/content/scoring-policy.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { barriers } from "../support/page-troubles.ts";
import { addPerson, approver } from "../support/second-person.ts";
import {
  approveByHand,
  handOver,
  proposeByHand,
  resolveByHand,
  signByHand,
  signScopeByHand,
  writePaperByHand,
} from "../support/worked-case/decide-by-hand.ts";
import {
  carryListByHand,
  type DeskHands,
  deskHands,
  openByHand,
  screenByHand,
  triageByHand,
} from "../support/worked-case/desk-hands.ts";
import { scopeIsPrinted } from "../support/worked-case/printed-scope.ts";
import {
  addEvidenceByHand,
  agreeByHand,
  answerTheRestDeeply,
  answerTheRestFast,
  type Finding,
  recordByHand,
} from "../support/worked-case/review-by-hand.ts";

/** Writes down what the committee resolved. */
const secretary = { displayName: "梁 桁", unit: "架空研究推進部", passphrase: "三人目の鍵は橋のたもと 2026" } as const;

const folders = journeyFolders();
let desk: PageDesk;
let examples: readonly ScoringExample[];

before(async () => {
  desk = await openPageDesk({ userData: folders.userData });
  examples = must(await desk.client.content.get({})).examples.examples;
  const office = { host: desk.client, passphrase: deskPassphrase };
  await addPerson(office, { ...approver, roles: ["approver"] });
  await addPerson(office, { ...secretary, roles: ["secretary"] });
  await carryListByHand(desk, folders.carried);
  await makeCertificate();
});
after(async () => {
  await desk.close();
  folders.remove();
});

async function makeCertificate(): Promise<void> {
  await goTo(desk.page, "設定");
  await desk.page.getByRole("button", { name: "証明書を作成する" }).click();
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByLabel("金庫のパスフレーズ").fill(deskPassphrase);
  await dialog.getByRole("button", { name: "証明書を作成する" }).click();
  await dialog.waitFor({ state: "detached", timeout: 30_000 });
}

const exampleOf = (id: string): ScoringExample =>
  mustExist(
    examples.find((one) => one.id === id),
    id,
  );

async function caseCalled(title: string): Promise<Dossier> {
  const row = must(await desk.client.dossiers.list({})).rows.find((one) => one.title === title);
  return must(await desk.client.dossiers.get({ dossierId: mustExist(row, title).id }));
}

/** Every figure of the example stands in the vault, and each of its factors in words on the page; no other factor has a point. */
async function figuresAre(hands: DeskHands, title: string, example: ScoringExample): Promise<void> {
  const { id, depth } = await caseCalled(title);
  const { assessment, gates } = must(await desk.client.risk.assess({ dossierId: id }));
  const { expected, input } = example;
  assert.equal(depth, input.depth);
  assert.deepEqual(
    [assessment.inherent.band, assessment.planned.band, assessment.advice.recommendation],
    [expected.inherentOverall, expected.residualOverall, expected.recommendation],
  );
  assert.deepEqual([...assessment.facts.gatesOpen], [...input.gatesOpen], JSON.stringify(gates));
  for (const factor of expected.factors) {
    const row = mustExist(
      assessment.factors.find((one) => one.factor === factor.factor),
      factor.factor,
    );
    assert.deepEqual(
      [row.inherent.score, row.inherent.band, row.planned.score, row.planned.band],
      [factor.score, factor.band, factor.residualScore, factor.residualBand],
      factor.factor,
    );
  }
  const named = new Set(expected.factors.map((one) => one.factor));
  for (const row of assessment.factors) if (!named.has(row.factor)) assert.equal(row.inherent.score, 0, row.factor);
  await hands.step("評価");
  for (const { score, residualScore } of expected.factors) {
    const words = new RegExp(`：固有${score}点（.+）、計画上の残余${residualScore}点`, "u");
    await hands.main().getByText(words).first().waitFor({ state: "attached" });
  }
  await hands.look("assessment");
  // The widget library's own announcer keeps the last announcement for some seconds, by a label that has gone.
  await hands.page.locator("[data-live-announcer] [role=img]").first().waitFor({ state: "detached" });
  assert.deepEqual(await barriers(hands.page), []);
}

/** Nothing that the recommendation waits for stands open any more. */
async function isReady(hands: DeskHands): Promise<void> {
  await hands.step("決定");
  await hands.main().getByText("判断に必要な確認は、全て済んでいる。").waitFor();
}

/** The paper is signed, carried out, and another program finds its signature whole. */
async function isSigned(hands: DeskHands, title: string, id: string): Promise<void> {
  const { id: dossierId, number, state } = await caseCalled(title);
  assert.equal(state, "decided");
  const path = join(folders.carried, `${id}.pdf`);
  await signByHand(hands, { dialogs: desk.dialogs, number, passphrase: deskPassphrase, path });
  await scopeIsPrinted(desk.client, dossierId, path);
  if (!existsSync("/usr/bin/pdfsig")) return;
  const said = execFileSync("/usr/bin/pdfsig", ["-nocert", path], { encoding: "utf8" });
  assert.match(said, /Signature is Valid/u);
  assert.match(said, /Total document signed/u);
}

const finding = (item: string, key: string, fact: string): Finding => ({ item, key, fact, isConfirmed: true });

describe("EX1, a visiting researcher in a public field", { timeout: 300_000 }, () => {
  const title = "公知分野の招へい研究者";
  let hands: DeskHands;

  it("is opened, sorted and screened", async () => {
    hands = deskHands(desk, "EX1");
    const names = { name: "葛󠄀城 𠮷乃", reading: "かつらぎ よしの", latin: "Yoshino KATSURAGI" };
    await openByHand(hands, { kind: "person", title, ...names, identifier: "0000-0002-1825-0097" });
    await triageByHand(hands, { tech: "T1", access: "A1" });
    await screenByHand(hands);
    await hands.look("screening");
  });

  it("is answered, the first item with its evidence and the others one at a time", async () => {
    await hands.step("確認");
    await recordByHand(hands, {
      ...finding("P-A1", "1", "受入計画書に五つの事項が記されている。"),
      isConfirmed: false,
    });
    const plan = { title: "受入計画書", body: "目的は気象観測データの公開標準の整理（架空）。\n" } as const;
    await addEvidenceByHand(hands, { dialogs: desk.dialogs, carried: folders.carried }, { ...plan, grade: "D" });
    await answerTheRestFast(hands);
    const { progress } = await caseCalled(title);
    assert.deepEqual([progress.answered, progress.required], [17, 17]);
  });

  it("comes out as the example says, without a measure", async () => {
    await figuresAre(hands, title, exampleOf("EX1"));
    await isReady(hands);
  });

  it("is decided by two people and signed", async () => {
    await signScopeByHand(hands);
    await writePaperByHand(hands);
    const outcome = "通常の管理の下で実施する。追加の条件は付さない。";
    await proposeByHand(hands, { outcome, reason: "全ての要因が「低」である。" });
    const { number } = await caseCalled(title);
    await handOver(desk.page, approver.passphrase);
    await approveByHand(hands, { number, passphrase: approver.passphrase });
    await handOver(desk.page, deskPassphrase);
    await isSigned(hands, title, "EX1");
  });
});

describe("EX2, a post-doc with a scholarship and a past at a defence university", { timeout: 300_000 }, () => {
  const title = "重要技術分野のポスドク採用";
  const findings = [
    finding("P-B1", "2", "2019年7月から9か月の記載がない。説明はあるが、在籍を示す書類はない。"),
    finding("P-B2", "2", "架空国防理工大学の修士課程を修了した。現在の義務はない。"),
    finding("P-C1", "3", "奨学金に、年一回の報告と、満了後二年以内の帰国の義務がある。"),
    finding("P-F3", "2", "入室の権限が試作室を含み、業務に必要な範囲より広い。"),
  ];
  let hands: DeskHands;

  it("is opened, sorted and screened", async () => {
    hands = deskHands(desk, "EX2");
    const names = { name: "髙﨑 ﾏﾘｱ", reading: "たかさき まりあ", latin: "Maria TAKASAKI" };
    await openByHand(hands, { kind: "person", title, ...names, identifier: "0000-0001-5109-3700" });
    await triageByHand(hands, { tech: "T2", access: "A2" });
    await screenByHand(hands);
  });

  it("is answered, every finding with its sources, words and evidence", async () => {
    await hands.step("確認");
    for (const one of findings) {
      await recordByHand(hands, one);
      const title = `${one.item}の資料`;
      const paper = { title, grade: "D", body: `${one.fact}（架空）\n` } as const;
      await addEvidenceByHand(hands, { dialogs: desk.dialogs, carried: folders.carried }, paper);
      if (one.item === "P-C1") await hands.look("finding");
    }
    assert.equal(
      await answerTheRestDeeply(
        hands,
        findings.map(({ item }) => item),
      ),
      16,
    );
  });

  it("comes out as the example says once its measures are agreed", async () => {
    const example = exampleOf("EX2");
    await hands.step("措置");
    for (const measure of example.input.measuresAgreed) await agreeByHand(hands, measure);
    await hands.look("measures");
    await figuresAre(hands, title, example);
    await isReady(hands);
  });

  it("is decided by two people and signed", async () => {
    await signScopeByHand(hands);
    await writePaperByHand(hands);
    const outcome = "定めた軽減策の実施を条件として実施する。着手前に履行を確認する。";
    const words = { reason: "措置により残余リスクは「中」に収まる。", conditions: "着手前に措置の履行を確認する。" };
    await proposeByHand(hands, { outcome, ...words, reviewDay: "20270930" });
    const { number } = await caseCalled(title);
    await handOver(desk.page, approver.passphrase);
    await approveByHand(hands, { number, passphrase: approver.passphrase });
    await handOver(desk.page, deskPassphrase);
    await isSigned(hands, title, "EX2");
  });
});

describe("EX3, joint research with a unit of a listed body", { timeout: 300_000 }, () => {
  const title = "掲載機関の部局との共同研究";
  const findings = [
    finding("I-B1", "3", "上部機関の掲載が確定している。"),
    finding("I-B2", "3", "国防の研究センターと、人と監督のつながりがある。"),
    finding("I-A1", "2", "用途の説明が、一文で書けるほど具体的でない。"),
    finding("I-B4", "2", "国の求めに応じて成果を提供する規程がある。"),
    finding("I-E3", "2", "取引審査が、追加の説明を待っている。"),
  ];
  let hands: DeskHands;

  it("is opened and sorted, and its screening finds the listed body", async () => {
    hands = deskHands(desk, "EX3");
    const latin = "Kyoko Institute of Technology, School of Advanced Materials";
    const names = { name: "虚構理工大學 先端材料學院", reading: "きょこうりこうだいがく", latin };
    await openByHand(hands, { kind: "institution", title, ...names, identifier: "架空登録 第88号" });
    await triageByHand(hands, { tech: "T2", access: "A1" });
    await screenByHand(hands);
    await hands.look("candidates");
    const { page } = hands;
    await page.getByRole("navigation", { name: "候補" }).waitFor();
    await page.keyboard.press("1");
    await page
      .getByLabel(/^判定の根拠/u)
      .fill("所在地、英語名称、公式資料の記載が一致するため、同一の機関と判定した。");
    await hands.button("判定を記録する").click();
    const candidates = page.getByRole("navigation", { name: "候補" });
    await candidates.getByText("二人目の確認待ち", { exact: true }).waitFor();
    const { number } = await caseCalled(title);
    await handOver(page, approver.passphrase);
    await openCase(page, number);
    await hands.step("照合");
    await hands.button("同意する").click();
    await candidates.getByText("同一", { exact: true }).waitFor();
    await handOver(page, deskPassphrase);
    await openCase(page, number);
    assert.equal((await caseCalled(title)).depth, "enhanced", "a confirmed listing asks for the deepest look");
  });

  it("is answered, every finding with its sources and words", async () => {
    await hands.step("確認");
    for (const one of findings) await recordByHand(hands, one);
    assert.equal(
      await answerTheRestDeeply(
        hands,
        findings.map(({ item }) => item),
      ),
      15,
    );
  });

  it("comes out as the example says, with its gate open and its measures agreed", async () => {
    const example = exampleOf("EX3");
    await hands.step("措置");
    for (const measure of example.input.measuresAgreed) await agreeByHand(hands, measure);
    await hands.look("measures");
    await figuresAre(hands, title, example);
  });

  it("says of the gate that is left to consider why it stays shut", async () => {
    const gate = hands.main().getByRole("listitem").filter({ hasText: "G2 許可未取得" });
    await gate.getByRole("button", { name: "ゲートを閉じる" }).click();
    const dialog = hands.page.getByRole("dialog");
    await dialog
      .getByRole("textbox", { name: /^理由/u })
      .fill("輸出管理部署が該非判定を非該当と記録し、許可を要しないとした。");
    await dialog.getByRole("button", { name: "ゲートを閉じる" }).click();
    await gate.getByText("理由を付して閉じた").waitFor();
    await hands.look("gates");
    await isReady(hands);
  });

  it("is resolved by the committee and signed", async () => {
    await signScopeByHand(hands);
    await writePaperByHand(hands);
    const outcome = "定めた軽減策の実施を条件として実施する。着手前に履行を確認する。";
    const words = { reason: "民生用途に限り、範囲を縮小して実施する。", conditions: "成果の再移転を禁止する。" };
    await proposeByHand(hands, { outcome, ...words, reviewDay: "20270630" });
    const { number } = await caseCalled(title);
    await handOver(desk.page, secretary.passphrase);
    await resolveByHand(hands, { number, passphrase: secretary.passphrase });
    await handOver(desk.page, deskPassphrase);
    await isSigned(hands, title, "EX3");
  });
});

describe("the three worked cases", () => {
  it("left no complaint in the console and asked nothing of any network", () => {
    assert.deepEqual(desk.consoleErrors, []);
    assert.deepEqual(desk.host.blockedRequests, []);
  });
});
