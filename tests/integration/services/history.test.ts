import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FieldName } from "../../../shared/contract/calls/history.ts";
import type { AnswerPatch } from "../../../shared/domain/answer.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { maskText } from "../../../shared/domain/restricted.ts";
import { must } from "../../support/must.ts";
import { as, letCastIn, restrict } from "../../support/restricted-scene.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { codeOf, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const minute = 60_000;

describe("looking back over a case and putting back", () => {
  let kura: TestEngine;
  let scene: Scene;
  let dossierId: DossierId;
  let itemId: ItemId;
  const noRule = { given: false, afterReady: false };

  before(async () => {
    kura = await startTestEngine();
    scene = await setScene(kura);
    ({ dossierId, itemId } = scene);
  });
  after(() => kura.close());

  const answerNow = async () => {
    const { answers } = must(await kura.host.checklist.open({ dossierId }));
    const answer = answers.find((one) => one.itemId === itemId);
    assert.ok(answer);
    return answer;
  };
  const record = async (patch: AnswerPatch, reason?: string) =>
    kura.host.checklist.record({
      dossierId,
      itemId,
      baseRevision: (await answerNow()).revision,
      patch,
      ...(reason === undefined ? {} : { reason }),
    });
  const setRule = async (reasonPolicy: { given: boolean; afterReady: boolean }) => {
    const settings = must(await kura.host.app.settings({}));
    must(await kura.host.app.setSettings({ ...settings, reasonPolicy }));
  };
  const fact: () => FieldName = () => ({ place: "answer", rowId: itemId, field: "fact" });
  const changesOf = async (name: FieldName) => must(await kura.host.history.field({ dossierId, name })).changes;

  it("tells of one field who changed it, when, from what to what", async () => {
    must(await record({ fact: "髙﨑は架空大学に在籍" }));
    kura.advance(minute);
    must(await kura.host.app.touch({}));
    must(await record({ fact: "𠮷野は架空大学に在籍", explanation: "" }));
    const [last, first] = await changesOf(fact());
    assert.equal(last?.before, "髙﨑は架空大学に在籍");
    assert.equal(last?.after, "𠮷野は架空大学に在籍");
    assert.equal(first?.after, "髙﨑は架空大学に在籍");
    assert.equal(last?.by, "髙﨑 𠮷");
    assert.ok((last?.at ?? 0) >= (first?.at ?? 0) + minute);
  });

  it("puts one field back to an earlier state, which is itself a change that can be taken back", async () => {
    const [last, first] = await changesOf(fact());
    assert.ok(last && first);
    const back = await kura.host.history.restoreState({ dossierId, name: fact(), state: first.state });
    assert.equal(must(back).restored, 1);
    assert.equal((await answerNow()).fact, "髙﨑は架空大学に在籍");
    must(await kura.host.history.restoreState({ dossierId, name: fact(), state: last.state }));
    assert.equal((await answerNow()).fact, "𠮷野は架空大学に在籍");
    assert.equal((await changesOf(fact()))[0]?.before, "髙﨑は架空大学に在籍");
  });

  it("shows the case as it was known on a date, with the rating of then and what differs from now", async () => {
    const then = Date.now() + minute + minute / 2;
    kura.advance(minute);
    must(await kura.host.app.touch({}));
    must(await kura.host.dossiers.update({ dossierId, title: "後から付けた題名" }));
    must(await record({ answer: "serious" }));
    const seen = must(await kura.host.history.known({ dossierId, moment: { kind: "time", at: then as never } }));
    const now = must(await kura.host.history.known({ dossierId, moment: { kind: "now" } }));
    const titleIn = (parts: typeof seen.parts) =>
      parts.find(({ place, rowId }) => place === "head" && rowId === "title")?.body;
    assert.notDeepEqual(titleIn(seen.parts), { value: "後から付けた題名" });
    assert.deepEqual(titleIn(now.parts), { value: "後から付けた題名" });
    assert.deepEqual(now.differences, []);
    const differing = seen.differences.map(({ place, rowId, field }) => `${place}/${rowId}/${field}`);
    assert.ok(differing.includes("head/title/"));
    assert.ok(differing.includes(`answer/${itemId}/answer`));
    assert.ok(seen.assessment && now.assessment);
    assert.notDeepEqual(seen.assessment.factors, now.assessment.factors);
    assert.deepEqual(now.assessment, must(await kura.host.risk.assess({ dossierId })).assessment);
  });

  it("has nothing of a case before it was begun", async () => {
    const seen = must(await kura.host.history.known({ dossierId, moment: { kind: "time", at: 1 as never } }));
    assert.deepEqual(
      seen.parts.filter(({ place }) => place === "answer" || place === "subject" || place === "evidence"),
      [],
    );
  });

  it("compares a named moment with now and puts everything back, from which another point leads back again", async () => {
    const point = must(await kura.host.history.makePoint({ dossierId, name: "本人との面談の前" }));
    assert.equal(point.kind, "named");
    const before = must(await kura.host.history.known({ dossierId, moment: { kind: "now" } })).parts;
    const item = (await answerNow()).answer;
    must(await record({ answer: item === "none" ? "minor" : "none", fact: "面談で聞いた", minutes: 99 }));
    must(await kura.host.dossiers.setIntake({ dossierId, field: "duty", value: "面談で決めた" }));
    const triage = must(await kura.host.dossiers.get({ dossierId })).triage;
    must(await kura.host.dossiers.setTriage({ dossierId, triage: { ...triage, techReason: "面談の後" } }));
    const [evidence] = must(await kura.host.evidence.list({ dossierId })).evidence;
    assert.ok(evidence);
    must(await kura.host.evidence.link({ dossierId, evidenceId: evidence.id, itemId, linked: false }));
    const at = { kind: "point", number: point.number } as const;
    const { differences } = must(await kura.host.history.compare({ dossierId, from: at, to: { kind: "now" } }));
    // The depth follows from the rest and may move with it.
    const own = differences.filter(({ place, rowId }) => place !== "head" || rowId !== "depth");
    assert.deepEqual([...new Set(own.map(({ place }) => place))].sort(), ["answer", "evidence", "intake", "triage"]);
    const done = must(await kura.host.history.restore({ dossierId, moment: at, fields: "all" }));
    assert.deepEqual(done.left, []);
    assert.equal(done.point?.kind, "before-restore");
    assert.deepEqual(
      must(await kura.host.history.compare({ dossierId, from: at, to: { kind: "now" } })).differences,
      [],
    );
    const after = must(await kura.host.history.known({ dossierId, moment: { kind: "now" } })).parts;
    assert.equal(after.length, before.length);
    const undo = { kind: "point", number: done.point?.number ?? 0 } as const;
    must(await kura.host.history.restore({ dossierId, moment: undo, fields: "all" }));
    assert.equal((await answerNow()).fact, "面談で聞いた");
    const { points } = must(await kura.host.history.moments({ dossierId }));
    assert.deepEqual(
      points.map(({ kind }) => kind),
      ["before-restore", "before-restore", "named"],
    );
  });

  it("puts back one field of a point and leaves the rest", async () => {
    const { points } = must(await kura.host.history.moments({ dossierId }));
    const named = points.find(({ kind }) => kind === "named");
    assert.ok(named);
    const moment = { kind: "point", number: named.number } as const;
    const name = { place: "intake", rowId: "duty", field: "" };
    const done = must(await kura.host.history.restore({ dossierId, moment, fields: [name] }));
    assert.equal(done.restored, 1);
    assert.equal(done.point, null);
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).intake["duty"], undefined);
    assert.equal((await answerNow()).fact, "面談で聞いた");
  });

  it("masks what is shown only on asking, in states, differences and fields, and puts it back unseen", async () => {
    must(await kura.host.dossiers.setIntake({ dossierId, field: "residency", value: "居住者 秘" }));
    must(await kura.host.dossiers.setIntake({ dossierId, field: "residency", value: "非居住者 秘" }));
    const name = { place: "intake", rowId: "residency", field: "" };
    const changes = await changesOf(name);
    assert.deepEqual([changes[0]?.before, changes[0]?.after], [maskText, maskText]);
    const known = await kura.host.history.known({ dossierId, moment: { kind: "now" } });
    const compared = await kura.host.history.compare({
      dossierId,
      from: { kind: "time", at: 1 as never },
      to: { kind: "now" },
    });
    assert.equal(JSON.stringify([changes, known, compared]).includes("居住者 秘"), false);
    must(await kura.host.history.restoreState({ dossierId, name, state: changes[1]?.state ?? 0 }));
    const passphrase = scene.desk.passphrase;
    const field = "intake.residency";
    assert.equal(must(await kura.host.dossiers.reveal({ dossierId, field, passphrase })).value, "居住者 秘");
  });

  it("puts nothing back into a frozen case, and names no moment of it", async () => {
    const decided = { dossierId: scene.decidedId };
    const moment = { kind: "now" } as const;
    assert.equal(codeOf(await kura.host.history.restore({ ...decided, moment, fields: "all" })), "dossier-decided");
    assert.equal(codeOf(await kura.host.history.makePoint({ ...decided, name: "後" })), "dossier-decided");
    const state = { ...decided, name: fact(), state: 1 };
    assert.equal(codeOf(await kura.host.history.restoreState(state)), "dossier-decided");
    must(await kura.host.history.known({ ...decided, moment }));
  });

  it("refuses points and states that are not there", async () => {
    const moment = { kind: "point", number: 999 } as const;
    assert.equal(codeOf(await kura.host.history.known({ dossierId, moment })), "unknown-point");
    assert.equal(
      codeOf(await kura.host.history.restoreState({ dossierId, name: fact(), state: 9_999 })),
      "unknown-point",
    );
  });

  it("asks no reason while the office asks for none", async () => {
    must(await record({ answer: (await answerNow()).answer === "none" ? "minor" : "none" }));
  });

  it("takes no other finding for an answered item without a reason where the office asks for one, by any way", async () => {
    await setRule({ given: true, afterReady: false });
    const before = await answerNow();
    const answer = before.answer === "none" ? "minor" : "none";
    assert.equal(codeOf(await record({ answer })), "reason-required");
    assert.equal(codeOf(await record({ answer }, "  ")), "reason-required");
    const name = { place: "answer", rowId: itemId, field: "answer" };
    const [last] = await changesOf(name);
    const earlier = (await changesOf(name)).find((change) => change.after !== last?.after);
    const back = { dossierId, name, state: earlier?.state ?? 0 };
    assert.equal(codeOf(await kura.host.history.restoreState(back)), "reason-required");
    const all = { dossierId, moment: { kind: "time", at: 1 as never }, fields: "all" } as const;
    assert.equal(codeOf(await kura.host.history.restore(all)), "reason-required");
    assert.deepEqual(await answerNow(), before);
    must(await record({ fact: "言い直し" }));
    must(await record({ answer }, "相手方の説明を受けた"));
    assert.equal((await changesOf(name))[0]?.reason, "相手方の説明を受けた");
  });

  it("leaves a refused change without any trace: no revision, no link of the trail", async () => {
    const before = must(await kura.host.trail.overview({})).head.count;
    assert.equal(codeOf(await record({ answer: "serious" })), "reason-required");
    assert.equal(must(await kura.host.trail.overview({})).head.count, before);
  });

  it("asks a reason for every change of answers and evidence once the case was ready", async () => {
    await setRule({ given: false, afterReady: true });
    must(await record({ fact: "まだ準備の前" }));
    const move = (to: "in-enquiry" | "ready") => kura.host.dossiers.move({ dossierId, to, reason: "" });
    const { state } = must(await kura.host.dossiers.get({ dossierId }));
    if (state === "draft") must(await move("in-enquiry"));
    must(await move("ready"));
    must(await move("in-enquiry"));
    assert.equal(codeOf(await record({ fact: "黙って直す" })), "reason-required");
    must(await record({ minutes: 123 }));
    must(await record({ fact: "理由を添えて直す" }, "誤記"));
    const [evidence] = must(await kura.host.evidence.list({ dossierId })).evidence;
    assert.ok(evidence);
    const linked = !evidence.items.includes(itemId);
    const link = (to: boolean) => kura.host.evidence.link({ dossierId, evidenceId: evidence.id, itemId, linked: to });
    assert.equal(codeOf(await link(linked)), "reason-required");
    must(await kura.host.history.giveReason({ dossierId, reason: "別の資料が出た" }));
    must(await link(linked));
    const name = { place: "evidence", rowId: evidence.id, field: "items" };
    assert.equal((await changesOf(name))[0]?.reason, "別の資料が出た");
    kura.advance(3 * minute);
    must(await kura.host.app.touch({}));
    assert.equal(codeOf(await link(!linked)), "reason-required");
    await setRule(noRule);
  });

  it("is shut with a restricted case, and whole for those who read it", async () => {
    const cast = await letCastIn(kura);
    const before = must(await kura.host.history.known({ dossierId, moment: { kind: "now" } })).parts;
    const { points } = must(await kura.host.history.moments({ dossierId }));
    await restrict(kura, dossierId, [cast.named]);
    const shut = await as(kura, "other", () => kura.host.history.known({ dossierId, moment: { kind: "now" } }));
    assert.equal(codeOf(shut), "unknown-dossier");
    const seen = await as(kura, "named", async () => {
      const known = must(await kura.host.history.known({ dossierId, moment: { kind: "now" } }));
      return { known, moments: must(await kura.host.history.moments({ dossierId })) };
    });
    assert.deepEqual(seen.known.parts, before);
    assert.deepEqual(seen.moments.points, points);
    assert.ok((await changesOf(fact())).length > 2);
  });
});
