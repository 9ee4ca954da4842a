import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Verdict } from "../../../shared/domain/judging/verdict.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { carryEdition, type ListRow } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { addPerson, asPerson, secondReviewer } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import type { Desk } from "../../support/whole-job.ts";

const title = "架空ユーザーリスト";
const reason = "所在地、英語名、沿革が公式資料の記載と一致し、同じ機関である。";
const same: Verdict = { disposition: "true_match", reason: null, note: reason };
const different: Verdict = { disposition: "false_positive", reason: "diff_country", note: "" };
const row: ListRow = { name: "虚構工業大学", aliases: "Kyoko Institute of Technology", country: "架空国" };
const others: ListRow[] = Array.from({ length: 4 }, (_, n) => ({ name: `架空機関${n}`, country: "架空国" }));

let kura: TestEngine;
let desk: Desk;

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  desk = deskOf(kura);
  await addPerson({ host: kura.host, passphrase: testPassphrase }, { ...secondReviewer, roles: ["reviewer"] });
  await carryEdition(desk, [row, ...others], { title, edition: "第1版" });
});
after(() => kura.close());

const asSecond = <T>(work: () => Promise<T>): Promise<T> =>
  asPerson({ host: kura.host, passphrase: testPassphrase }, secondReviewer.passphrase, work);

async function openCase(name = "虚構工業大學"): Promise<DossierId> {
  const dossier = must(
    await kura.host.dossiers.create({
      kind: "institution",
      title: "虚構工業大学との共同研究",
      noConflict: true,
      subject: {
        kind: "organisation",
        role: "partner",
        names: [{ kind: "primary", text: name }],
        country: "架空国",
        identifiers: [],
        note: "",
      },
    }),
  );
  must(
    await kura.host.dossiers.setTriage({
      dossierId: dossier.id,
      triage: { ...dossier.triage, techTier: "T2", access: "A1", techReason: "民生用の材料", accessReason: "会議のみ" },
    }),
  );
  return dossier.id;
}

async function screened(dossierId: DossierId): Promise<Hit> {
  const { hits } = must(await kura.host.screening.run({ dossierId }));
  const [hit] = hits;
  assert.ok(hit, "the list names the subject");
  return hit;
}

async function judged(dossierId: DossierId, judgement: Verdict): Promise<Hit> {
  const { id: hitId } = await screened(dossierId);
  return must(await kura.host.screening.judge({ dossierId, hitId, judgement }));
}

async function gateOpen(dossierId: DossierId, gate: string): Promise<boolean> {
  const { assessment } = must(await kura.host.risk.assess({ dossierId }));
  return assessment.gates.some((state) => state.gate === gate && state.open);
}

describe("a verdict that two people give", () => {
  it("waits for the second person, opens no gate before and opens it once they agree", async () => {
    const dossierId = await openCase();
    const hit = await judged(dossierId, same);
    assert.equal(hit.awaitsSecondPerson, true);
    assert.equal(await gateOpen(dossierId, "G3"), false);
    const seen = await asSecond(async () => {
      const waiting = must(await kura.host.dossiers.waiting({})).waiting.filter((one) => one.dossierId === dossierId);
      const answer = { dossierId, hitId: hit.id, judgedAt: given(hit.judgedAt), agrees: true, note: "" };
      const confirmed = must(await kura.host.screening.confirm(answer));
      return { waiting, confirmed };
    });
    assert.ok(seen.waiting.some(({ kind, count }) => kind === "second-verdict" && count === 1));
    assert.equal(seen.confirmed.awaitsSecondPerson, false);
    assert.equal(seen.confirmed.second?.by, secondReviewer.displayName);
    assert.equal(await gateOpen(dossierId, "G3"), true);
  });

  it("does not wait on the home page of the one who judged, who cannot confirm it either", async () => {
    const dossierId = await openCase();
    const hit = await judged(dossierId, same);
    const { waiting } = must(await kura.host.dossiers.waiting({}));
    assert.ok(!waiting.some((one) => one.dossierId === dossierId && one.kind === "second-verdict"));
    const own = { dossierId, hitId: hit.id, judgedAt: given(hit.judgedAt), agrees: true, note: "" };
    assert.equal(codeOf(await kura.host.screening.confirm(own)), "own-verdict");
  });

  it("is undecided again when the second person does not agree, which takes a reason", async () => {
    const dossierId = await openCase();
    const hit = await judged(dossierId, same);
    const answer = { dossierId, hitId: hit.id, judgedAt: given(hit.judgedAt), agrees: false };
    await asSecond(async () => {
      assert.equal(codeOf(await kura.host.screening.confirm({ ...answer, note: "違う。" })), "reason-required");
      must(
        await kura.host.screening.confirm({ ...answer, note: "所在地の記載が食い違うため、同じ機関とは言えない。" }),
      );
      assert.equal(codeOf(await kura.host.screening.confirm({ ...answer, agrees: true, note: "" })), "verdict-changed");
    });
    const { progress } = must(await kura.host.dossiers.get({ dossierId }));
    assert.equal(progress.undecided, 1);
    assert.equal(await gateOpen(dossierId, "G3"), false);
  });

  it("cannot be confirmed once it is another than the one that was read", async () => {
    const dossierId = await openCase();
    const hit = await judged(dossierId, same);
    kura.advance(5_000);
    must(await kura.host.screening.judge({ dossierId, hitId: hit.id, judgement: { ...same, disposition: "related" } }));
    const stale = { dossierId, hitId: hit.id, judgedAt: given(hit.judgedAt), agrees: true, note: "" };
    assert.equal(await asSecond(async () => codeOf(await kura.host.screening.confirm(stale))), "verdict-changed");
  });

  it("closes the gate again when it is taken back", async () => {
    const dossierId = await openCase();
    const hit = await judged(dossierId, same);
    await asSecond(async () =>
      must(
        await kura.host.screening.confirm({
          dossierId,
          hitId: hit.id,
          judgedAt: given(hit.judgedAt),
          agrees: true,
          note: "",
        }),
      ),
    );
    assert.equal(await gateOpen(dossierId, "G3"), true);
    must(await kura.host.screening.judge({ dossierId, hitId: hit.id, judgement: null }));
    assert.equal(await gateOpen(dossierId, "G3"), false);
  });
});

describe("a verdict and its pair", () => {
  it("stays when the next edition says the same, wherever the entry stands in it", async () => {
    const dossierId = await openCase();
    await judged(dossierId, different);
    await carryEdition(desk, [...others, row], { title, edition: "第2版" });
    const hit = await screened(dossierId);
    assert.equal(hit.judgement?.disposition, "false_positive");
    assert.equal(hit.edition, "第2版");
  });

  it("is remembered while the entry is gone, and stands when it comes back", async () => {
    const dossierId = await openCase();
    const first = await judged(dossierId, different);
    await carryEdition(desk, [...others, { name: "別の架空機関" }], { title, edition: "第3版" });
    assert.deepEqual(must(await kura.host.screening.run({ dossierId })).hits, []);
    await carryEdition(desk, [row, ...others, { name: "更に別の機関" }], { title, edition: "第4版" });
    const hit = await screened(dossierId);
    assert.equal(hit.id, first.id);
    assert.equal(hit.judgement?.disposition, "false_positive");
  });

  it("opens again when the entry says something else, and says what, field by field", async () => {
    const dossierId = await openCase();
    await judged(dossierId, different);
    const next = { ...row, aliases: "Kyoko Institute of Technology;KIT 髙﨑", remarks: "改称" };
    await carryEdition(desk, [next, ...others], { title, edition: "第5版" });
    const { judgement, reopened } = await screened(dossierId);
    assert.equal(judgement, null);
    assert.equal(reopened?.earlier.disposition, "false_positive");
    assert.deepEqual(
      reopened?.changes.map(({ side, field }) => [side, field]),
      [
        ["entry", "names"],
        ["entry", "remarks"],
      ],
    );
    await carryEdition(desk, [row, ...others, { name: "第五の機関" }], { title, edition: "第6版" });
    assert.equal((await screened(dossierId)).judgement?.disposition, "false_positive", "what it rested on is back");
  });

  it("opens again when the subject changes, and tells a changed number without showing it", async () => {
    const dossierId = await openCase();
    await judged(dossierId, different);
    const [subject] = must(await kura.host.dossiers.get({ dossierId })).subjects;
    assert.ok(subject);
    const { id: subjectId, revision, ...known } = subject;
    const changed = { ...known, country: "別の架空国", identifiers: ["架空番号-0042"] };
    must(await kura.host.dossiers.changeSubject({ dossierId, subjectId, revision, subject: changed }));
    const { reopened } = await screened(dossierId);
    assert.deepEqual(reopened?.changes, [
      { side: "subject", field: "country", before: ["架空国"], after: ["別の架空国"] },
      { side: "subject", field: "identifiers", before: [], after: [] },
    ]);
  });

  it("is offered in another case of the same subject, and applied by nobody but a person", async () => {
    const first = await openCase("虚構工業大学");
    await judged(first, different);
    const second = await openCase("虚構工業大學");
    const hit = await screened(second);
    assert.equal(hit.judgement, null);
    const { offers } = must(await kura.host.screening.offers({ dossierId: second }));
    assert.ok(offers.some((offer) => offer.dossierId === first && offer.hitId === hit.id));
    assert.ok(offers.every((offer) => offer.verdict.disposition === "false_positive"));
  });
});

function given<T>(value: T | null): T {
  if (value === null) throw new Error("a judged hit has a time");
  return value;
}

describe("undoing what was said of a candidate", () => {
  const confirmed = async (): Promise<{ dossierId: DossierId; hit: Hit }> => {
    const dossierId = await openCase();
    const { id: hitId, judgedAt } = await judged(dossierId, same);
    assert.ok(judgedAt !== null);
    const answer = { dossierId, hitId, judgedAt, agrees: true, note: "" };
    return { dossierId, hit: await asSecond(async () => must(await kura.host.screening.confirm(answer))) };
  };
  const host = (): TestEngine["host"]["screening"] => kura.host.screening;

  it("gives a verdict that was taken back its time, its person and the second person's word again", async () => {
    const { dossierId, hit } = await confirmed();
    must(await host().judge({ dossierId, hitId: hit.id, judgement: null }));
    assert.equal(await gateOpen(dossierId, "G3"), false);
    const { hits } = must(await host().undoVerdicts({ dossierId, hitIds: [hit.id] }));
    assert.deepEqual(hits, [hit]);
    assert.equal(await gateOpen(dossierId, "G3"), true);
    must(await host().run({ dossierId }));
    assert.deepEqual(must(await host().result({ dossierId })).hits[0]?.second, hit.second);
  });

  it("does the same for a verdict that another one took the place of, once", async () => {
    const { dossierId, hit } = await confirmed();
    must(await host().judgeTogether({ dossierId, verdicts: [{ hitId: hit.id, judgement: different }] }));
    must(await host().undoVerdicts({ dossierId, hitIds: [hit.id] }));
    assert.deepEqual(must(await host().result({ dossierId })).hits, [hit]);
    assert.equal(codeOf(await host().undoVerdicts({ dossierId, hitIds: [hit.id] })), "verdict-changed");
  });

  it("is refused once the subject says something else, and nothing of the verdict comes back", async () => {
    const { dossierId, hit } = await confirmed();
    must(await host().judge({ dossierId, hitId: hit.id, judgement: null }));
    const [subject] = must(await kura.host.dossiers.get({ dossierId })).subjects;
    assert.ok(subject);
    const { id: subjectId, revision, ...rest } = subject;
    must(
      await kura.host.dossiers.changeSubject({
        dossierId,
        subjectId,
        revision,
        subject: { ...rest, country: "別の国" },
      }),
    );
    assert.equal(codeOf(await host().undoVerdicts({ dossierId, hitIds: [hit.id] })), "verdict-changed");
    assert.equal(must(await host().result({ dossierId })).hits[0]?.judgement, null);
  });

  it("is refused after the vault was locked, and where nothing was said", async () => {
    const { dossierId, hit } = await confirmed();
    must(await host().judge({ dossierId, hitId: hit.id, judgement: null }));
    await asSecond(async () => undefined);
    assert.equal(codeOf(await host().undoVerdicts({ dossierId, hitIds: [hit.id] })), "verdict-changed");
  });
});
