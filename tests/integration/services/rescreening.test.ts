import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import { carryEdition, type ListRow } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { addApproverAndApprove, changePlaces } from "../../support/second-person.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { answerAll, type Desk, openCase, screenAndDecide } from "../../support/whole-job.ts";

const title = "架空ユーザーリスト";
const say = (field: string): string => `${field} 架空`;
const listed: ListRow = { name: "虚構工業大学", aliases: "Kyoko Institute of Technology", country: "架空国" };
const others: ListRow[] = Array.from({ length: 4 }, (_, n) => ({ name: `架空機関${n}`, country: "架空国" }));
const newcomer: ListRow = { name: "虚構工業大學", country: "別の国", remarks: "新たな記載" };

const folder = mkdtempSync(join(tmpdir(), "kura-rescreening-"));
let kura: TestEngine;
let desk: Desk;
let openId: DossierId;
let decidedId: DossierId;

before(async () => {
  kura = await startTestEngine({ folder, rescreenAfterMs: 1 });
  await createVault(kura.host);
  desk = deskOf(kura);
  await carryEdition(desk, [listed, ...others], { title, edition: "第1版" });
  openId = (await openCase(desk, say)).id;
  decidedId = (await openCase(desk, say)).id;
  await answerAll(desk, decidedId, say);
  await screenAndDecide(desk, decidedId, say);
  await addApproverAndApprove({ host: kura.host, passphrase: testPassphrase }, decidedId);
  must(await kura.host.screening.run({ dossierId: openId }));
});
after(async () => {
  await kura.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until nothing is due in these cases; what never comes fails the test at its own limit. */
async function settled(...cases: DossierId[]): Promise<ScreeningNotice[][]> {
  for (;;) {
    const read = await Promise.all(cases.map((dossierId) => kura.host.screening.notices({ dossierId })));
    if (read.every((one) => must(one).due === false)) return read.map((one) => must(one).notices);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("cases after lists have changed", { timeout: 120_000 }, () => {
  it("are screened again in the background, and only what differs is told", async () => {
    const firstRun = must(await kura.host.screening.pastRuns({ dossierId: openId })).runs.length;
    await carryEdition(desk, [listed, ...others, newcomer], { title, edition: "第2版" });
    const [ofOpen = []] = await settled(openId, decidedId);
    assert.equal(ofOpen.length, 1);
    const [notice] = ofOpen;
    assert.deepEqual([notice?.added.length, notice?.gone.length, notice?.changed.length], [1, 0, 0]);
    assert.equal(notice?.standing, "open");
    const { hits, run } = must(await kura.host.screening.result({ dossierId: openId }));
    assert.equal(hits.length, 2);
    assert.equal(run?.automatic, true);
    assert.equal(run?.stale, false);
    assert.equal(must(await kura.host.screening.pastRuns({ dossierId: openId })).runs.length, firstRun + 1);
  });

  it("wait on the home page until somebody has seen the difference", async () => {
    const waits = async (): Promise<boolean> =>
      must(await kura.host.dossiers.waiting({})).waiting.some(
        (one) => one.dossierId === openId && one.kind === "rescreened",
      );
    assert.equal(await waits(), true);
    must(await kura.host.screening.seeNotice({ dossierId: openId, number: 1 }));
    assert.equal(await waits(), false);
  });

  it("stay as they were decided, with a notice beside the decision", async () => {
    const [notices = []] = await settled(decidedId);
    assert.equal(notices[0]?.standing, "decided");
    assert.equal(notices[0]?.added.length, 1);
    const { hits } = must(await kura.host.screening.result({ dossierId: decidedId }));
    assert.equal(hits.length, 1);
    assert.equal(hits[0]?.judgement?.disposition, "true_match");
    assert.equal(must(await kura.host.dossiers.get({ dossierId: decidedId })).state, "decided");
  });

  it("are told nothing when an edition changes nothing that concerns them", async () => {
    await carryEdition(desk, [listed, ...others, newcomer, { name: "関わりのない機関" }], { title, edition: "第3版" });
    const [ofOpen = [], ofDecided = []] = await settled(openId, decidedId);
    assert.equal(ofOpen.length, 1);
    assert.equal(ofDecided.length, 1);
  });

  it("say what reads otherwise in an entry that stayed", async () => {
    const changed = { ...listed, remarks: "改称：虚構理工大学" };
    await carryEdition(desk, [changed, ...others, newcomer], { title, edition: "第4版" });
    const [ofOpen = []] = await settled(openId, decidedId);
    assert.deepEqual(
      ofOpen[0]?.changed.flatMap(({ changes }) => changes.map(({ field }) => field)),
      ["remarks"],
    );
  });

  it("are still due after the vault was locked, and done once it is open again", async () => {
    await kura.close();
    const later = await startTestEngine({ folder });
    const { vaults } = must(await later.host.vault.status({}));
    must(await later.host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
    await carryEdition(deskOf(later), [...others, newcomer], { title, edition: "第5版" });
    assert.equal(must(await later.host.screening.notices({ dossierId: openId })).due, true);
    await later.close();
    kura = await startTestEngine({ folder, rescreenAfterMs: 1 });
    desk = deskOf(kura);
    must(await kura.host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
    const [ofOpen = []] = await settled(openId, decidedId);
    assert.equal(ofOpen[0]?.gone.length, 1);
    await changePlaces(kura.host, testPassphrase);
    assert.equal((await settled(openId))[0]?.length, ofOpen.length, "unlocking again finds nothing left to do");
  });
});

describe("a screening as it stood on the day of decision", () => {
  it("is read with its verdicts, and finds the same in the editions of that day", async () => {
    const { decisions } = must(await kura.host.screening.pastRuns({ dossierId: decidedId }));
    const [decision] = decisions;
    assert.ok(decision);
    const of = { kind: "decision", decisionId: decision.decisionId } as const;
    const { run, hits } = must(await kura.host.screening.pastRun({ dossierId: decidedId, of }));
    assert.deepEqual(
      run.editions.map(({ edition }) => edition),
      ["第1版"],
    );
    assert.equal(hits[0]?.judgement?.disposition, "true_match");
    const replay = must(await kura.host.screening.replay({ dossierId: decidedId, of }));
    assert.deepEqual([replay.same, replay.missing, replay.extra, replay.lostEditions], [1, [], [], []]);
    assert.equal(replay.matcherThen, replay.matcherNow);
  });

  it("keeps the candidates of every earlier run with what had been said of them", async () => {
    const { runs } = must(await kura.host.screening.pastRuns({ dossierId: openId }));
    assert.ok(runs.length >= 4);
    const first = must(await kura.host.screening.pastRun({ dossierId: openId, of: { kind: "run", number: 1 } }));
    assert.equal(first.hits.length, 1);
    assert.equal(first.run.editions[0]?.edition, "第1版");
  });
});
