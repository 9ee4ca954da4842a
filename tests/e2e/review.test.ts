import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { finishedEnquiry } from "../support/finished-enquiry.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { addApproverAndApprove } from "../support/second-person.ts";

let journey: CaseJourney;
let page: Page;
let dossier: Dossier;
const complaints: string[] = [];
const conditions = "着手前にM-PE3の履行を確認する。";

before(async () => {
  journey = await startCaseJourney();
  page = journey.page;
  journey.host.context.setDefaultTimeout(8_000);
  journey.host.context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  dossier = await finishedEnquiry(journey);
  await decide();
  await journey.show(dossier, "見直し");
});
after(() => journey.close());

const main = (): Locator => page.getByRole("main");
const dialog = (): Locator => page.getByRole("dialog");

/** Goes to another page of the case on screen. */
async function step(name: string): Promise<void> {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(name, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}

const view = async () => must(await journey.client.risk.assess({ dossierId: dossier.id }));

/** Agrees two measures and lets a second person approve that the case goes on with them. */
async function decide(): Promise<void> {
  const { client } = journey;
  const dossierId = dossier.id;
  const agreed = { status: "agreed", owner: "人事課 髙﨑 𠮷", ownerRole: "hr", dueDay: "2027-01-31" } as const;
  for (const measureId of ["M-PE3", "M-PE2"]) {
    const rest = { verification: "終了を示す文書の原本を確認する。", beforeStart: true, note: "" };
    must(await client.risk.setMeasure({ dossierId, measure: { measureId, ...agreed, ...rest } }));
  }
  const people = { decidedBy: "研究セキュリティ責任者 髙﨑 𠮷", attendees: "", recusals: "", dissent: "" };
  const words = { reason: "措置により残余リスクは下がる。", conditions, departureReason: "" };
  const days = { reviewDay: "2027-05-31", decidedDay: "2026-11-22" };
  must(await client.decision.record({ dossierId, decision: { outcome: "mitigate", ...days, ...people, ...words } }));
  await addApproverAndApprove({ host: client, passphrase: journeyPassphrase }, dossierId);
}

describe("the review page", () => {
  it("says what comes next, and marks a measure as carried out in one press, with a way back", async () => {
    await main().getByText("次に行うこと：付議資料に署名する。").waitFor();
    await main().getByText("着手前にM-PE3の履行を確認する。").waitFor();
    await main()
      .getByRole("button", { name: /^M-PE3 .*を実施・検証済にする$/ })
      .click();
    await main().getByText("1件が残り、うち0件が期限を過ぎている。").waitFor();
    assert.equal((await view()).measures.find((one) => one.measureId === "M-PE3")?.status, "implemented");
    await page.getByRole("button", { name: "元に戻す" }).click();
    await main().getByText("2件が残り、うち0件が期限を過ぎている。").waitFor();
  });

  it("moves the case on at once, and back at once where the way is free", async () => {
    await main().getByRole("button", { name: "条件の履行待ちにする" }).click();
    await page.getByText("状態を「条件履行待ち」にした。").waitFor();
    assert.equal(must(await journey.client.dossiers.get({ dossierId: dossier.id })).state, "conditions-open");
  });

  it("takes a decided case up again only with a reason", async () => {
    await main().getByRole("button", { name: "審査を再開する" }).click();
    await dialog()
      .getByRole("textbox", { name: /^再開の理由/ })
      .fill("短い");
    await dialog().getByRole("button", { name: "審査を再開する" }).click();
    await dialog().getByText("理由を20文字以上で記してください。").waitFor();
    await dialog()
      .getByRole("textbox", { name: /^再開の理由/ })
      .fill("新しい外部資金の届出があり、評価をやり直すため。");
    await dialog().getByRole("button", { name: "審査を再開する" }).click();
    await dialog().waitFor({ state: "detached" });
    await main().getByText("調査中", { exact: true }).last().waitFor();
    assert.equal(must(await journey.client.dossiers.get({ dossierId: dossier.id })).state, "in-enquiry");
    assert.deepEqual(await graveFindings(page), []);
  });

  it("keeps the earlier decision in sight while the next one is written", async () => {
    await step("決定");
    await main()
      .getByRole("button", { name: /決定 第1版 — 軽減/ })
      .click();
    await main().getByText("着手前にM-PE3の履行を確認する。").first().waitFor();
  });
});

describe("the whole journey", () => {
  it("left no complaint in the browser's console and asked nothing of any network", () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(journey.host.blockedRequests, []);
  });
});
