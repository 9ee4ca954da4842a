import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let dossierId: DossierId;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  const subject = { kind: "person" as const, role: "principal" as const, country: "", identifiers: [], note: "" };
  const made = await kura.host.dossiers.create({
    kind: "person",
    title: "架空の受入れ",
    subject: { ...subject, names: [{ kind: "primary", text: "𠮷" }] },
  });
  dossierId = must(made).id;
});
after(() => kura.close());

const record = (patch: object, baseRevision: number, itemId = "P-A1") =>
  kura.host.checklist.record({ dossierId, itemId: itemId as ItemId, baseRevision, patch });

test("a hundred kilobytes of text are refused with the limit, and nothing is stored", async () => {
  const refused = await record({ fact: "長".repeat(100_000) }, 0);
  assert.equal(codeOf(refused), "text-too-long");
  assert.equal(!refused.ok && refused.error.details?.["limit"], 20_000);
  assert.deepEqual(must(await kura.host.checklist.open({ dossierId })).answers, []);
});

test("an unpaired surrogate is refused, 𠮷 and variation selectors are kept to the last unit", async () => {
  assert.equal(codeOf(await record({ fact: "半分\uD842" }, 0)), "text-invalid");
  const odd = "𠮷野家の葛󠄀城 <b>&amp;</b> =1+1 \u202Eabc ﾊﾝｶｸ\tタブ\n改行";
  must(await record({ fact: odd }, 0));
  const [answer] = must(await kura.host.checklist.open({ dossierId })).answers;
  assert.equal(answer?.fact, odd);
});

test("an answer based on an older revision is refused, and the newer one stays", async () => {
  const { revision } = must(await record({ assessment: "一" }, 0, "P-A2"));
  must(await record({ assessment: "二" }, revision, "P-A2"));
  assert.equal(codeOf(await record({ assessment: "三" }, revision, "P-A2")), "stale-revision");
  const { answers } = must(await kura.host.checklist.history({ dossierId, itemId: "P-A2" as ItemId }));
  assert.deepEqual(
    answers.map((answer) => answer.assessment),
    ["二", "一"],
  );
});

test("an unknown item, a foreign answer and an unknown dossier each get their own code", async () => {
  assert.equal(codeOf(await record({ answer: "none" }, 0, "X-Z9")), "unknown-question");
  assert.equal(codeOf(await record({ answer: "done" }, 0, "P-A3")), "answer-not-in-scale");
  const nobody = "0".repeat(32) as DossierId;
  assert.equal(codeOf(await kura.host.dossiers.get({ dossierId: nobody })), "unknown-dossier");
});

test("looking less deep than the rules ask needs a reason of twenty characters", async () => {
  const { triage } = must(await kura.host.dossiers.get({ dossierId }));
  const shallow = { ...triage, techTier: "T3", access: "A3", depthChosen: "light" } as const;
  assert.equal(codeOf(await kura.host.dossiers.setTriage({ dossierId, triage: shallow })), "reason-required");
  const depthReason = "公知の設備の見学に限られ、資料の提供を伴わないため。";
  const changed = must(await kura.host.dossiers.setTriage({ dossierId, triage: { ...shallow, depthReason } }));
  assert.deepEqual([changed.depth, changed.depthByRule], ["light", "enhanced"]);
});

test("a dossier becomes decided only by recording a decision", async () => {
  assert.equal(codeOf(await kura.host.dossiers.move({ dossierId, to: "decided", reason: "" })), "move-refused");
});

test("a move keeps who made it and why", async () => {
  const reason = "先方の所属が変わったため、確認をやり直す。";
  must(await kura.host.dossiers.move({ dossierId, to: "closed", reason: "" }));
  assert.equal(
    codeOf(await kura.host.dossiers.move({ dossierId, to: "in-enquiry", reason: "短い" })),
    "reason-required",
  );
  const { moves } = must(await kura.host.dossiers.move({ dossierId, to: "in-enquiry", reason }));
  assert.deepEqual(
    moves.map((move) => [move.from, move.to, move.reason, move.by]),
    [
      ["closed", "in-enquiry", reason, "髙﨑 𠮷"],
      ["draft", "closed", "", "髙﨑 𠮷"],
    ],
  );
});

test("every call that reads the vault answers vault-locked once it is locked", async () => {
  await kura.host.vault.lock({});
  assert.equal(codeOf(await kura.host.dossiers.list({})), "vault-locked");
  assert.equal(codeOf(await record({ answer: "none" }, 0)), "vault-locked");
  const status = must(await kura.host.vault.status({}));
  assert.deepEqual([status.state, status.personName, status.officeName], ["locked", null, null]);
  const [known] = status.vaults;
  assert.ok(known);
  const wrong = await kura.host.vault.unlock({ vaultId: known.vaultId, passphrase: "ちがう合言葉ちがう合言葉" });
  assert.equal(codeOf(wrong), "wrong-passphrase");
  must(await kura.host.vault.unlock({ vaultId: known.vaultId, passphrase: testPassphrase }));
});

test("the vault locks when the person leaves the machine", async () => {
  kura.leave("screen-lock");
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(must(await kura.host.vault.status({})).state, "locked");
});
