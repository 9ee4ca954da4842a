import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { type AnswerPatch, lookInto } from "../../../shared/domain/answer.ts";
import { itemsOf } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import type { ScopeText } from "../../../shared/domain/scope.ts";
import { type Day, dayOf } from "../../../shared/domain/time.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const dayMs = 86_400_000;

describe("scope and limits of a case", () => {
  let desk: TestEngine;
  let dossier: Dossier;

  before(async () => {
    desk = await startTestEngine();
    await createVault(desk.host);
  });
  after(() => desk.close());
  beforeEach(async () => {
    dossier = await newCase();
  });

  async function newCase(): Promise<Dossier> {
    const subject = { kind: "person", role: "principal", country: "", identifiers: [], note: "" } as const;
    const names = [{ kind: "primary" as const, text: "葛󠄀城 𠮷髙" }];
    const made = must(
      await desk.host.dossiers.create({
        kind: "person",
        title: "𠮷野研究室での受入れ",
        hostUnit: "",
        noConflict: true,
        subject: { ...subject, identifiers: [], names },
      }),
    );
    const triage = { ...made.triage, techTier: "T1", access: "A1" } as const;
    return must(await desk.host.dossiers.setTriage({ dossierId: made.id, triage: { ...triage, triggers: [] } }));
  }

  const answer = async (itemId: string, patch: AnswerPatch, baseRevision = 0): Promise<void> => {
    must(
      await desk.host.checklist.record({ dossierId: dossier.id, itemId: ItemId.parse(itemId), baseRevision, patch }),
    );
  };
  const get = async () => must(await desk.host.scope.get({ dossierId: dossier.id }));
  const sign = async () => {
    const { revision, recordSha256 } = await get();
    return desk.host.scope.sign({ dossierId: dossier.id, baseRevision: revision, recordSha256 });
  };
  const write = async (written: ScopeText | null) =>
    desk.host.scope.write({ dossierId: dossier.id, written, baseRevision: (await get()).revision });
  const lacksOf = ({ enough }: Awaited<ReturnType<typeof get>>, itemId: string) =>
    enough.groups.flatMap(({ lacks }) => lacks.filter((one) => one.itemId === itemId).map(({ missing }) => missing));

  async function attachTo(itemId: ItemId, until: Day): Promise<string> {
    const path = join(desk.folder, "画面.txt");
    writeFileSync(path, "髙﨑");
    desk.answers["evidence"] = [path];
    const kinds = { evidenceType: "capture", sourceType: "org_site", reliability: "A" } as const;
    const said = { title: "画面", origin: "𠮷野学会", location: "", capturedBy: "髙﨑", note: "" };
    const details = { ...kinds, ...said, capturedAt: null };
    const dossierId = dossier.id;
    const { id, revision, standing } = must(
      await desk.host.evidence.attach({ dossierId, itemId, taskId: "take", details }),
    );
    const { carriage, status, supersededBy } = standing;
    const set = { carriage, status, supersededBy, validity: { until, by: "hand" as const }, why: "" };
    must(await desk.host.intake.setStanding({ dossierId, evidenceId: id, revision, ...set }));
    return id;
  }

  const look = lookInto("lit_db", "nothing", {
    name: "架空論文索引",
    query: "葛󠄀城 𠮷髙 / ﾖｼﾀｶ",
    edition: "2026年11月版",
    lookedOn: "2026-11-20",
  });

  it("name what was searched without a result, with source, words, edition and day", async () => {
    await answer("P-B1", { answer: "none", sources: [look] });
    const { drawn, record } = await get();
    assert.ok(drawn.ja.includes("（架空論文索引、葛󠄀城 𠮷髙 / ﾖｼﾀｶ、2026年11月版、2026-11-20）"), drawn.ja);
    assert.ok(drawn.en.includes("(架空論文索引, 葛󠄀城 𠮷髙 / ﾖｼﾀｶ, 2026年11月版, 2026-11-20)"), drawn.en);
    assert.deepEqual(record.looks, [{ ...look, items: ["P-B1"] }]);
  });

  it("name what could not be confirmed, with the reason given", async () => {
    await answer("P-A2", { answer: "unknown", unknownReason: "ambiguous" });
    const { drawn } = await get();
    assert.ok(drawn.ja.includes("確認できなかった項目は、P-A2（同名の別人・別組織と区別できない）である。"), drawn.ja);
  });

  it("tell what is missing for the depth, item by item, until nothing is", async () => {
    assert.deepEqual(
      (await get()).enough.groups.map(({ group, lacks }) => [group, lacks.length]),
      [["answers", 17]],
    );
    const { template } = must(await desk.host.checklist.open({ dossierId: dossier.id }));
    for (const item of itemsOf(template)) {
      const sources = item.howFar.light.sources.map((source) => lookInto(source, "nothing"));
      await answer(item.id, { answer: "none", sources });
    }
    const { enough, record } = await get();
    assert.deepEqual(enough, { items: 20, complete: 20, groups: [] });
    assert.deepEqual([record.open, record.incomplete], [[], []]);
  });

  it("stand signed by name until the record changes, and then ask again", async () => {
    await answer("P-B1", { answer: "none", sources: [look] });
    must(await sign());
    assert.deepEqual((await get()).signed?.current, true);
    await answer("P-B1", { answer: "minor" }, 1);
    const { signed } = await get();
    assert.equal(signed?.current, false);
    assert.ok((signed?.by ?? "") !== "");
    must(await sign());
    assert.equal((await get()).signed?.current, true);
  });

  it("stay signed when only minutes are corrected", async () => {
    await answer("P-B1", { answer: "none", sources: [look] });
    must(await sign());
    await answer("P-B1", { minutes: 12 }, 1);
    assert.equal((await get()).signed?.current, true);
  });

  it("lose the sign-off with other words and keep it with the same", async () => {
    const words = { ja: "範囲は髙﨑の申告に限る。", en: "Limited to the declaration." };
    must(await write(words));
    must(await sign());
    must(await write(words));
    assert.equal((await get()).signed?.current, true);
    must(await write({ ...words, ja: "範囲は変わった。" }));
    assert.equal((await get()).signed, null);
    must(await write(null));
    assert.equal((await get()).written, null);
  });

  it("are not signed on a record or on words that have changed since they were read", async () => {
    const { revision, recordSha256 } = await get();
    await answer("P-B1", { answer: "none" });
    const { id: dossierId } = dossier;
    assert.equal(
      codeOf(await desk.host.scope.sign({ dossierId, baseRevision: revision, recordSha256 })),
      "stale-revision",
    );
    const now = await get();
    must(await write({ ja: "文", en: "text" }));
    const stale = { dossierId, baseRevision: now.revision, recordSha256: now.recordSha256 };
    assert.equal(codeOf(await desk.host.scope.sign(stale)), "stale-revision");
  });

  it("lose the sign-off and say why once the evidence behind an answer has run out", async () => {
    const itemId = ItemId.parse("P-B2");
    const fact = { fact: "葛󠄀城研究所の別部局と協定がある。", assessment: "本件との接点はない。" };
    const look = lookInto("list_pack", "found");
    await answer(itemId, { answer: "minor", ...fact, identity: "certain", sources: [look] });
    const piece = await attachTo(itemId, dayOf(Date.now() + 2 * dayMs));
    must(await sign());
    const before = await get();
    assert.deepEqual(lacksOf(before, itemId), []);
    assert.equal(before.signed?.current, true);
    desk.advance(4 * dayMs);
    const after = await get();
    assert.deepEqual(lacksOf(after, itemId), [{ code: "stale-evidence", count: 1 }]);
    assert.deepEqual([after.record.incomplete.includes(itemId), after.signed?.current], [true, false]);
    const { evidence } = must(await desk.host.evidence.list({ dossierId: dossier.id }));
    assert.deepEqual(
      evidence.map(({ id }) => id),
      [piece],
    );
  });

  it("leave a trace without their words", async () => {
    must(await write({ ja: "秘の文 髙﨑", en: "secret text" }));
    must(await sign());
    const { entries } = must(await desk.host.trail.list({ dossierId: dossier.id, before: null, limit: 5 }));
    assert.deepEqual(
      entries.slice(0, 2).map((entry) => entry.kind),
      ["scope-signed", "scope-written"],
    );
    assert.equal(JSON.stringify(entries).includes("秘の文"), false);
  });

  it("are printed in the paper's data and drawn without a fault", async () => {
    await answer("P-B1", { answer: "none", sources: [look] });
    must(await sign());
    for (const locale of ["ja", "en"] as const) {
      const { pageCount } = must(await desk.host.paper.preview({ dossierId: dossier.id, locale }));
      assert.ok(pageCount >= 4);
    }
    const { sections } = must(await desk.host.paper.sections({ dossierId: dossier.id, locale: "ja" }));
    const coverage = sections.find((section) => section.id === "coverage");
    assert.ok(coverage?.text.includes("記名した"), coverage?.text);
  });
});

describe("the door before more time and quick runs", () => {
  let desk: TestEngine;
  let dossier: Dossier;

  before(async () => {
    desk = await startTestEngine();
    await createVault(desk.host);
    dossier = must(
      await desk.host.dossiers.create({
        kind: "person",
        title: "延長",
        hostUnit: "",
        noConflict: true,
        subject: {
          kind: "person",
          role: "principal",
          names: [{ kind: "primary", text: "髙" }],
          country: "",
          identifiers: [],
          note: "",
        },
      }),
    );
  });
  after(() => desk.close());

  const extend = (itemId: string, reason: string) =>
    desk.host.checklist.record({
      dossierId: dossier.id,
      itemId: ItemId.parse(itemId),
      baseRevision: 0,
      patch: { extension: { minutes: 30, reason } },
    });
  const setTier = async (techTier: "T1" | "T2"): Promise<void> => {
    const { triage } = must(await desk.host.dossiers.get({ dossierId: dossier.id }));
    must(
      await desk.host.dossiers.setTriage({
        dossierId: dossier.id,
        triage: { ...triage, triggers: [], techTier, access: "A1" },
      }),
    );
  };

  it("refuses more time for an ordinary item on ordinary technology", async () => {
    await setTier("T1");
    assert.equal(codeOf(await extend("P-A1", "別名の確認に要する")), "extension-refused");
  });

  it("gives more time to a key item, with a reason and never without", async () => {
    assert.equal(codeOf(await extend("P-A2", " ")), "extension-refused");
    assert.equal(codeOf(await extend("P-A2", "別名の確認に要する")), "ok");
  });

  it("lets a run begin at light depth, says so in the trail, and records no look by itself", async () => {
    must(await desk.host.checklist.beginRun({ dossierId: dossier.id, sources: ["self_decl", "lit_db"] }));
    const { entries } = must(await desk.host.trail.list({ dossierId: dossier.id, before: null, limit: 1 }));
    assert.deepEqual([entries[0]?.kind, entries[0]?.details], ["fast-run-begun", { sources: 2 }]);
    const { answers } = must(await desk.host.checklist.open({ dossierId: dossier.id }));
    assert.deepEqual(
      answers.flatMap((answer) => answer.sources),
      [],
    );
  });

  it("gives more time to any item of a case on sensitive technology, and refuses runs there", async () => {
    await setTier("T2");
    assert.equal(codeOf(await extend("P-A1", "原語の資料を読む")), "ok");
    assert.equal(
      codeOf(await desk.host.checklist.beginRun({ dossierId: dossier.id, sources: ["self_decl"] })),
      "run-refused",
    );
  });
});
