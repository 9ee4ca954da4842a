import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { PersonRole } from "../../../shared/domain/people.ts";
import { must } from "../../support/must.ts";
import { answeredCase, proposal, proposedCase } from "../../support/paper-scene.ts";
import { addPerson, changePlaces } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

/** The people of this office; each may do what one might hope to get away with. */
const office: Readonly<Record<string, { readonly unit: string; readonly roles: readonly PersonRole[] }>> = {
  /** Works on cases and approves too: only their own proposals are closed to them. */
  both: { unit: "企画室", roles: ["reviewer", "approver", "secretary"] },
  approver: { unit: "研究推進部", roles: ["approver"] },
  otherApprover: { unit: "監査室", roles: ["approver"] },
  secretary: { unit: "総務課", roles: ["secretary"] },
  /** The unit in another width: still the same unit. */
  host: { unit: "架空 学部　Ａ", roles: ["reviewer", "approver", "secretary"] },
};
const hostUnit = "架空学部A";
const reason = "所属の変更が決定案に反映されていないため、改めて確認を求める。";

let kura: TestEngine;
const passphraseOf = (name: string): string => `${name} の鍵は梁の上の箱 2026`;
const sit = (name: string): Promise<void> =>
  changePlaces(kura.host, name === "founder" ? testPassphrase : passphraseOf(name));

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  for (const [name, { unit, roles }] of Object.entries(office)) {
    const person = { displayName: `髙﨑 ${name}`, unit, roles, passphrase: passphraseOf(name) };
    await addPerson({ host: kura.host, passphrase: testPassphrase }, person);
  }
});
after(() => kura.close());

/** A case with a decision that this person put forward. */
async function proposedBy(name: string): Promise<{ dossierId: DossierId; decision: Decision }> {
  await sit(name);
  const { id: dossierId } = await proposedCase(kura.host);
  const [decision] = must(await kura.host.decision.list({ dossierId })).decisions;
  assert.ok(decision);
  return { dossierId, decision };
}

const declare = async (dossierId: DossierId): Promise<void> => {
  must(await kura.host.access.declare({ dossierId, hasConflict: false, note: "" }));
};

async function answerAs(
  name: string,
  { dossierId, decision }: { dossierId: DossierId; decision: Decision },
  part: { answer?: "approve" | "return"; note?: string; passphrase?: string } = {},
): Promise<string> {
  const { answer = "approve", note = "", passphrase = passphraseOf(name) } = part;
  return codeOf(await kura.host.decision.answer({ dossierId, decisionId: decision.id, answer, note, passphrase }));
}

async function recordAs(
  name: string,
  { dossierId, decision }: { dossierId: DossierId; decision: Decision },
  outcome: "approve" | "return" = "approve",
): Promise<string> {
  const minutes = { meeting: "第3回 架空委員会", day: "2026-11-22", outcome, note: reason } as const;
  const request = { dossierId, decisionId: decision.id, ...minutes, passphrase: passphraseOf(name) };
  return codeOf(await kura.host.decision.recordCommittee(request));
}

const stateOf = async (dossierId: DossierId): Promise<string> =>
  must(await kura.host.dossiers.get({ dossierId })).state;

describe("a decision put forward", () => {
  test("cannot be approved by whoever put it forward, though they are an approver", async () => {
    const one = await proposedBy("both");
    assert.equal(await answerAs("both", one), "own-proposal");
    assert.equal(await stateOf(one.dossierId), "proposed");
  });

  test("cannot be passed off as the committee's by whoever put it forward", async () => {
    const one = await proposedBy("both");
    assert.equal(await recordAs("both", one), "own-proposal");
    assert.equal(await stateOf(one.dossierId), "proposed");
  });

  test("counts once somebody else has approved it, and the answer names them", async () => {
    const one = await proposedBy("both");
    await sit("approver");
    await declare(one.dossierId);
    assert.equal(await answerAs("approver", one), "ok");
    assert.equal(await stateOf(one.dossierId), "decided");
    const [decision] = must(await kura.host.decision.list({ dossierId: one.dossierId })).decisions;
    assert.equal(decision?.approval?.personName, "髙﨑 approver");
    assert.equal(decision?.approval?.answer, "approve");
  });

  test("gets one answer and no second one", async () => {
    const one = await proposedBy("both");
    await sit("approver");
    await declare(one.dossierId);
    assert.equal(await answerAs("approver", one), "ok");
    assert.equal(await answerAs("approver", one, { answer: "return", note: reason }), "not-proposed");
    await sit("secretary");
    await declare(one.dossierId);
    assert.equal(await recordAs("secretary", one, "return"), "not-proposed");
  });

  test("is not approved with somebody else's passphrase", async () => {
    const one = await proposedBy("both");
    await sit("approver");
    await declare(one.dossierId);
    assert.equal(await answerAs("approver", one, { passphrase: passphraseOf("both") }), "wrong-passphrase");
    assert.equal(await stateOf(one.dossierId), "proposed");
  });

  test("is returned with a reason of twenty characters, opens the case and waits for who put it forward", async () => {
    const one = await proposedBy("both");
    await sit("approver");
    await declare(one.dossierId);
    assert.equal(await answerAs("approver", one, { answer: "return", note: "足りない" }), "reason-required");
    assert.equal(await answerAs("approver", one, { answer: "return", note: reason }), "ok");
    assert.equal(await stateOf(one.dossierId), "in-enquiry");
    await sit("both");
    const { waiting } = must(await kura.host.dossiers.waiting({}));
    assert.deepEqual(
      waiting.filter((entry) => entry.dossierId === one.dossierId).map((entry) => entry.kind),
      ["returned"],
    );
    assert.equal(await answerAs("both", one), "not-proposed");
    assert.equal(codeOf(await kura.host.decision.record({ dossierId: one.dossierId, decision: proposal })), "ok");
  });

  test("is recorded as the committee's by a secretary who did not put it forward", async () => {
    const one = await proposedBy("both");
    await sit("secretary");
    await declare(one.dossierId);
    assert.equal(await recordAs("secretary", one), "ok");
    const [decision] = must(await kura.host.decision.list({ dossierId: one.dossierId })).decisions;
    assert.deepEqual([decision?.approval?.kind, decision?.approval?.meeting], ["committee", "第3回 架空委員会"]);
  });

  test("freezes the case and is reached by no plain move", async () => {
    const { dossierId } = await proposedBy("both");
    assert.equal(codeOf(await kura.host.dossiers.update({ dossierId, title: "書換え" })), "dossier-decided");
    assert.equal(codeOf(await kura.host.decision.record({ dossierId, decision: proposal })), "dossier-decided");
    assert.equal(codeOf(await kura.host.dossiers.move({ dossierId, to: "decided", reason })), "move-refused");
    const { id: other } = await answeredCase(kura.host);
    must(await kura.host.dossiers.move({ dossierId: other, to: "in-enquiry", reason: "" }));
    must(await kura.host.dossiers.move({ dossierId: other, to: "ready", reason: "" }));
    assert.equal(codeOf(await kura.host.dossiers.move({ dossierId: other, to: "proposed", reason })), "move-refused");
  });

  test("can be taken back with a reason, and is then past answering", async () => {
    const one = await proposedBy("both");
    const { dossierId } = one;
    assert.equal(codeOf(await kura.host.dossiers.move({ dossierId, to: "in-enquiry", reason: "" })), "reason-required");
    must(await kura.host.dossiers.move({ dossierId, to: "in-enquiry", reason }));
    await sit("approver");
    await declare(dossierId);
    assert.equal(await answerAs("approver", one), "not-proposed");
  });

  test("waits for those who may answer it, and not for whoever put it forward", async () => {
    const { dossierId } = await proposedBy("both");
    const kinds = async (): Promise<string[]> =>
      must(await kura.host.dossiers.waiting({}))
        .waiting.filter((entry) => entry.dossierId === dossierId)
        .map((entry) => entry.kind);
    assert.deepEqual(await kinds(), []);
    for (const name of ["approver", "secretary"]) {
      await sit(name);
      assert.deepEqual(await kinds(), ["approval"], name);
    }
  });
});

describe("without a declaration that there are no ties", () => {
  test("nobody puts a decision forward", async () => {
    await sit("founder");
    const { id: dossierId } = await answeredCase(kura.host);
    await sit("both");
    assert.equal(codeOf(await kura.host.decision.record({ dossierId, decision: proposal })), "declaration-missing");
    await declare(dossierId);
    assert.equal(codeOf(await kura.host.decision.record({ dossierId, decision: proposal })), "ok");
  });

  test("nobody approves, records for the committee or signs", async () => {
    const one = await proposedBy("founder");
    const { dossierId } = one;
    await sit("approver");
    assert.equal(await answerAs("approver", one), "declaration-missing");
    await sit("secretary");
    assert.equal(await recordAs("secretary", one), "declaration-missing");
    await sit("both");
    const passphrase = passphraseOf("both");
    assert.equal(codeOf(await kura.host.paper.sign({ dossierId, locale: "ja", passphrase })), "declaration-missing");
    assert.equal(await stateOf(dossierId), "proposed");
  });
});

describe("a declared conflict", () => {
  test("shuts the case to the person for every call, and out of their lists, and they cannot take it back", async () => {
    const { dossierId } = await proposedBy("founder");
    await sit("both");
    assert.equal(
      codeOf(await kura.host.access.declare({ dossierId, hasConflict: true, note: "短い" })),
      "reason-required",
    );
    must(await kura.host.access.declare({ dossierId, hasConflict: true, note: reason }));
    const { host } = kura;
    const tries = [
      host.dossiers.get({ dossierId }),
      host.checklist.open({ dossierId }),
      host.evidence.list({ dossierId }),
      host.risk.assess({ dossierId }),
      host.decision.list({ dossierId }),
      host.paper.preview({ dossierId, locale: "ja" }),
      host.paper.reports({ dossierId }),
      host.trail.list({ dossierId, before: null, limit: 5 }),
      host.dossiers.move({ dossierId, to: "in-enquiry", reason }),
      host.access.declarations({ dossierId }),
      host.access.declare({ dossierId, hasConflict: false, note: "" }),
    ];
    for (const tried of tries) assert.equal(codeOf(await tried), "conflict-declared");
    assert.ok(must(await host.dossiers.list({})).rows.every((row) => row.id !== dossierId));
    assert.ok(must(await host.dossiers.waiting({})).waiting.every((entry) => entry.dossierId !== dossierId));
    await sit("founder");
    assert.equal(await stateOf(dossierId), "proposed", "the others go on");
  });
});

describe("the host unit", () => {
  test("reads its case, and neither answers, proposes, approves, records a paper's text nor signs", async () => {
    await sit("founder");
    const { id: open } = await answeredCase(kura.host);
    must(await kura.host.dossiers.update({ dossierId: open, hostUnit }));
    const { id: proposed } = await answeredCase(kura.host);
    must(await kura.host.dossiers.update({ dossierId: proposed, hostUnit }));
    const decision = must(await kura.host.decision.record({ dossierId: proposed, decision: proposal }));
    await sit("host");
    const { host } = kura;
    const { standing } = must(await host.dossiers.get({ dossierId: open }));
    assert.equal(standing.ownUnit, true);
    for (const dossierId of [open, proposed]) await declare(dossierId);
    const passphrase = passphraseOf("host");
    assert.equal(codeOf(await host.dossiers.update({ dossierId: open, hostUnit: "" })), "own-unit");
    assert.equal(codeOf(await host.screening.run({ dossierId: open })), "own-unit");
    assert.equal(codeOf(await host.decision.record({ dossierId: open, decision: proposal })), "own-unit");
    assert.equal(await answerAs("host", { dossierId: proposed, decision }), "own-unit");
    assert.equal(codeOf(await host.paper.sign({ dossierId: proposed, locale: "ja", passphrase })), "own-unit");
    const draft = { dossierId: proposed, draft: {}, baseRevision: 0 };
    assert.equal(codeOf(await host.paper.setSections(draft)), "own-unit");
    assert.equal(must(await host.dossiers.get({ dossierId: proposed })).state, "proposed");
  });

  test("does not even open a case that it hosts", async () => {
    await sit("host");
    const refused = await kura.host.dossiers.create({ kind: "person", title: "架空", subject: null, hostUnit });
    assert.equal(codeOf(refused), "own-unit");
  });
});

test("a refusal stays in the trail with the rule it came from", async () => {
  await sit("founder");
  const rules = new Set<unknown>();
  for (let before: number | null = null; before !== 1; ) {
    const { entries }: { entries: AuditEntry[] } = must(
      await kura.host.trail.list({ dossierId: null, before, limit: 500 }),
    );
    for (const { kind, details } of entries) if (kind === "call-refused") rules.add(details["rule"]);
    before = entries.at(-1)?.sequence ?? 1;
  }
  assert.deepEqual([...rules].toSorted(), ["conflict-declared", "own-proposal", "own-unit"]);
});
