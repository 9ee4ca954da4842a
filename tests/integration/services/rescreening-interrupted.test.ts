import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { carryEdition, type ListRow } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { cast, letCastIn, restrict } from "../../support/restricted-scene.ts";
import { deskOf } from "../../support/scene.ts";
import { invented, screenedCase, settledIn } from "../../support/screened-cases.ts";
import { changePlaces } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { startChild } from "../vault/children/child-process.ts";

const title = "架空機関リスト";
const others = invented(300);
const institute: ListRow = { name: "﨑津葛󠄀城研究所", country: "架空国" };
/** Half of the cases are concerned by what comes in, half are not. */
const names = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? "﨑津葛城研究所" : `𠮷野${at}の会`));

const unlock = async ({ host }: TestEngine): Promise<void> => {
  const { vaults } = must(await host.vault.status({}));
  must(await host.vault.unlock({ vaultId: mustExist(vaults[0], "the vault").vaultId, passphrase: testPassphrase }));
};

describe("screening again that is cut off", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "kura-rescreening-cut-"));
  const cases: DossierId[] = [];
  let edition = 1;

  before(async () => {
    const kura = await startTestEngine({ folder });
    await createVault(kura.host);
    await carryEdition(deskOf(kura), others, { title, edition: "第1版" });
    for (const name of names) cases.push(await screenedCase(kura.host, [name]));
    await kura.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    edition += 1;
    const kura = await startTestEngine({ folder });
    await unlock(kura);
    // The institute comes and goes, so that each round has something to tell.
    const rows = edition % 2 === 0 ? [institute, ...others] : others;
    await carryEdition(deskOf(kura), [...rows, { name: `${edition}番目の新しい機関` }], {
      title,
      edition: `第${edition}版`,
    });
    await kura.close();
  });

  /** What each case has: a run for every edition and no more, and what differs told once for each. */
  async function assertEachOnce(kura: TestEngine): Promise<void> {
    const told = await settledIn(kura.host, cases);
    for (const [at, dossierId] of cases.entries()) {
      const { runs } = must(await kura.host.screening.pastRuns({ dossierId }));
      const editions = runs.map((run) => run.editions[0]?.edition);
      assert.deepEqual(
        editions,
        Array.from({ length: edition }, (_, from) => `第${edition - from}版`),
      );
      assert.equal(told[at]?.length, at % 2 === 0 ? edition - 1 : 0);
      const { hits } = must(await kura.host.screening.result({ dossierId }));
      assert.equal(hits.length, at % 2 === 0 && edition % 2 === 0 ? 1 : 0);
    }
    assert.equal(must(await kura.host.trail.check({})).verdict, "whole");
  }

  for (const fatal of [1, 6, 15])
    it(`by a kill at step ${fatal} goes on after unlocking, and screens no case twice`, async () => {
      const child = startChild("rescreener.ts", folder, String(fatal));
      await child.ended;
      assert.equal(child.messages.includes("done"), false, "the engine was killed before it was done");
      const kura = await startTestEngine({ folder, rescreenAfterMs: 1 });
      try {
        await unlock(kura);
        await assertEachOnce(kura);
      } finally {
        await kura.close();
      }
    });

  it("by a lock goes on after unlocking, and screens no case twice", async () => {
    const kura = await startTestEngine({ folder, rescreenAfterMs: 1 });
    try {
      await unlock(kura);
      const begun = (): boolean =>
        kura.events.some(({ topic, payload }) => topic === "task.progress" && "done" in payload && payload.done > 2);
      while (!begun()) await new Promise((resolve) => setTimeout(resolve, 2));
      must(await kura.host.vault.lock({}));
      await unlock(kura);
      await assertEachOnce(kura);
    } finally {
      await kura.close();
    }
  });

  it("by somebody who holds it up stays held until they let it go on", async () => {
    const kura = await startTestEngine({ folder, rescreenAfterMs: 1 });
    const { host } = kura;
    try {
      await unlock(kura);
      const held = must(await host.screening.holdRescreening({ held: true }));
      assert.equal(held.held, true);
      while (kura.events.some(({ topic }) => topic === "task.progress") && !kura.events.some(isEnd))
        await new Promise((resolve) => setTimeout(resolve, 5));
      const { waiting } = must(await host.screening.rescreening({}));
      assert.ok(waiting > 0);
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.deepEqual(must(await host.screening.rescreening({})), { waiting, held: true });
      must(await host.screening.holdRescreening({ held: false }));
      await assertEachOnce(kura);
      assert.deepEqual(must(await host.screening.rescreening({})), { waiting: 0, held: false });
    } finally {
      await kura.close();
    }
  });
});

function isEnd({ topic, payload }: TestEngine["events"][number]): boolean {
  return topic === "task.ended" && "taskId" in payload && payload.taskId === "rescreening";
}

describe("a restricted case when lists change", { timeout: 240_000 }, () => {
  let kura: TestEngine;
  let shut: DossierId;
  let plain: DossierId;

  before(async () => {
    kura = await startTestEngine({ rescreenAfterMs: 1 });
    await createVault(kura.host);
    const people = await letCastIn(kura);
    const desk = deskOf(kura);
    await carryEdition(desk, others, { title, edition: "第1版" });
    shut = await screenedCase(kura.host, ["﨑津葛城研究所"]);
    plain = await screenedCase(kura.host, ["﨑津葛城研究所"]);
    await restrict(kura, shut, [people.named]);
    await changePlaces(kura.host, cast.other.passphrase);
    await carryEdition(desk, [institute, ...others], { title, edition: "第2版" });
  });
  after(() => kura.close());

  it("is left alone while somebody else is at the keyboard, and shows them nothing", async () => {
    await settledIn(kura.host, [plain]);
    assert.deepEqual(must(await kura.host.screening.rescreening({})), { waiting: 0, held: false });
    assert.equal(codeOf(await kura.host.screening.notices({ dossierId: shut })), "unknown-dossier");
    const { waiting } = must(await kura.host.dossiers.waiting({}));
    assert.deepEqual([...new Set(waiting.map((one) => one.dossierId))], [plain]);
    const about = kura.events.filter(({ payload }) => "dossierId" in payload && payload.dossierId === shut);
    const since = kura.events.findLastIndex(({ topic }) => topic === "lists.changed");
    assert.equal(about.filter((event) => kura.events.indexOf(event) > since).length, 0);
    const totals = kura.events
      .slice(since)
      .flatMap(({ payload }) => ("label" in payload && payload.label === "rescreening" ? [payload.total] : []));
    assert.deepEqual([...new Set(totals)], [1]);
  });

  it("is screened again once a reader of it has unlocked, under their name", async () => {
    await changePlaces(kura.host, cast.keeper.passphrase);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await changePlaces(kura.host, cast.named.passphrase);
    const [notices = []] = await settledIn(kura.host, [shut]);
    assert.deepEqual(
      notices.map(({ added }) => added.length),
      [1],
    );
    const { runs } = must(await kura.host.screening.pastRuns({ dossierId: shut }));
    assert.deepEqual(
      runs.map(({ by, automatic }) => [by, automatic]),
      [
        [cast.named.displayName, true],
        [runs[1]?.by, false],
      ],
    );
  });
});
