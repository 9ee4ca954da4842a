import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { carryEdition, type ListRow } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { invented, screenedCase, seen, settledIn } from "../../support/screened-cases.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";
import type { Desk } from "../../support/whole-job.ts";

const title = "架空機関リスト";
const others = invented(300);
const university: ListRow = { name: "虚構工業大学", aliases: "Kyoko Institute of Technology", country: "架空国" };
const institute: ListRow = { name: "﨑津葛󠄀城研究所", country: "架空国" };
const bureau: ListRow = { name: "𠮷野計測局", country: "架空国" };

let kura: TestEngine;
let desk: Desk;
/** A case for each row that a later edition touches, and some that none of them concerns. */
let cases: Readonly<Record<"university" | "institute" | "bureau" | "newcomer" | "nobody" | "long", DossierId>>;

before(async () => {
  kura = await startTestEngine({ rescreenAfterMs: 1 });
  await createVault(kura.host);
  desk = deskOf(kura);
  await carryEdition(desk, [university, institute, bureau, ...others], { title, edition: "第1版" });
  const { host } = kura;
  cases = {
    university: await screenedCase(host, ["虚構工業大學", "Kyoko Inst. of Technology"]),
    institute: await screenedCase(host, ["﨑津葛城研究所"]),
    bureau: await screenedCase(host, ["𠮷野計測局"]),
    newcomer: await screenedCase(host, ["ﾊﾙﾎﾞ精密機械"]),
    nobody: await screenedCase(host, ["誰の名でもない財団"]),
    long: await screenedCase(host, ["極めて長い名称の".repeat(20)]),
  };
});
after(() => kura.close());

const every = (): DossierId[] => Object.values(cases);
const latest = async (dossierId: DossierId) => must(await kura.host.screening.pastRuns({ dossierId })).runs[0];

describe("an edition that changes few of many entries", { timeout: 240_000 }, () => {
  it("searches only the cases it concerns in everything, and says of the others what was compared", async () => {
    const changed = { ...university, remarks: "改称" };
    await carryEdition(desk, [changed, institute, { name: "ハルボ精密機械" }, ...others], { title, edition: "第2版" });
    const told = await settledIn(kura.host, every());
    assert.deepEqual(
      told.map(([notice]) => notice && [notice.added.length, notice.gone.length, notice.changed.length]),
      [[0, 0, 1], undefined, [0, 1, 0], [1, 0, 0], undefined, undefined],
    );
    const runs = await Promise.all(every().map(latest));
    assert.deepEqual(
      runs.map((run) => run?.changedOnly?.steps.map(({ compared, gone }) => [compared, gone])),
      [undefined, [[2, 1]], undefined, undefined, [[2, 1]], [[2, 1]]],
    );
    assert.ok(runs.every((run) => run?.automatic === true && run.editions[0]?.edition === "第2版"));
  });

  it("keeps the verdict on a candidate that it does not concern, and names the edition in use", async () => {
    const dossierId = cases.institute;
    const { hits, run } = must(await kura.host.screening.result({ dossierId }));
    assert.deepEqual([hits.length, hits[0]?.edition, run?.stale], [1, "第2版", false]);
    const judgement = { disposition: "false_positive", reason: "diff_field", note: "" } as const;
    const [hit] = hits;
    assert.ok(hit);
    must(await kura.host.screening.judge({ dossierId, hitId: hit.id, judgement }));
    await carryEdition(
      desk,
      [{ ...university, remarks: "改称" }, institute, { name: "ハルボ精密機械" }, { name: "Vellmoor 社" }, ...others],
      { title, edition: "第3版" },
    );
    await settledIn(kura.host, every());
    const again = must(await kura.host.screening.result({ dossierId }));
    assert.deepEqual(
      again.hits.map(({ id, edition, judgement: kept }) => [id, edition, kept?.disposition]),
      [[hit.id, "第3版", "false_positive"]],
    );
    assert.deepEqual(
      (await latest(dossierId))?.changedOnly?.steps.map((step) => step.compared),
      [2, 1],
    );
  });

  it("leaves every case with what searching it in everything finds", async () => {
    for (const dossierId of every()) {
      const carried = must(await kura.host.screening.result({ dossierId })).hits;
      const whole = must(await kura.host.screening.run({ dossierId })).hits;
      assert.deepEqual(seen(carried), seen(whole));
    }
  });

  it("is found again as it was compared, run by run", async () => {
    for (const dossierId of every())
      for (const { number } of must(await kura.host.screening.pastRuns({ dossierId })).runs) {
        const replay = must(await kura.host.screening.replay({ dossierId, of: { kind: "run", number } }));
        assert.deepEqual([replay.missing, replay.extra, replay.moved, replay.lostEditions], [[], [], [], []]);
      }
  });
});

describe("cases that have to be searched in everything", { timeout: 240_000 }, () => {
  const nobodySteps = async (): Promise<number | undefined> => (await latest(cases.nobody))?.changedOnly?.steps.length;

  it("are those of an edition that changes more than a tenth", async () => {
    await carryEdition(desk, [institute, ...others, ...invented(60, 1_000)], { title, edition: "第4版" });
    await settledIn(kura.host, every());
    assert.equal(await nobodySteps(), undefined);
  });

  it("are all of them when a list comes in that was not there", async () => {
    await carryEdition(desk, [{ name: "誰の名でもない財団" }], { title: "別の架空リスト", edition: "第1版" });
    const told = await settledIn(kura.host, every());
    assert.equal(told[4]?.[0]?.added.length, 1);
    assert.equal(await nobodySteps(), undefined);
  });

  it("are all of them when a listing comes to mean something else", async () => {
    const meaning = { title, edition: "第5版", effectClass: "legal_prohibition" } as const;
    await carryEdition(desk, [institute, ...others, ...invented(61, 1_000)], meaning);
    const told = await settledIn(kura.host, every());
    assert.equal(told[1]?.[0]?.changed.length, 1);
    assert.equal(await nobodySteps(), undefined);
  });

  it("are those whose names changed since", async () => {
    const dossierId = cases.nobody;
    const [subject] = must(await kura.host.dossiers.get({ dossierId })).subjects;
    assert.ok(subject);
    const { id: subjectId, revision, ...rest } = subject;
    const names = [...rest.names, { kind: "variant" as const, text: "﨑津葛城研究所" }];
    must(await kura.host.dossiers.changeSubject({ dossierId, subjectId, revision, subject: { ...rest, names } }));
    const meaning = { title, edition: "第6版", effectClass: "legal_prohibition" } as const;
    await carryEdition(desk, [institute, ...others, ...invented(62, 1_000)], meaning);
    const told = await settledIn(kura.host, every());
    assert.equal(told[4]?.[0]?.added.length, 1);
    assert.equal(await nobodySteps(), undefined);
    assert.equal((await latest(cases.long))?.changedOnly?.steps.length, 1);
  });
});
