import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createVaults } from "../../../electron/vault/vault.ts";
import { calls } from "../../../shared/contract/calls.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type PersonRole, personRoles } from "../../../shared/domain/people.ts";
import type { Result } from "../../../shared/result.ts";
import { answerDialogs, examplesFor } from "../../contract/examples.ts";
import { must } from "../../support/must.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { addPerson, changePlaces } from "../../support/second-person.ts";
import { startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const everybody = personRoles;
const readers = ["reviewer", "approver", "secretary", "auditor"] as const;
const workers = ["reviewer"] as const;
const exporters = ["reviewer", "approver", "secretary"] as const;
const importers = ["reviewer", "administrator"] as const;
const managers = ["secretary", "administrator"] as const;
const administrators = ["administrator"] as const;
const checkers = ["auditor", "administrator"] as const;

/** Who gets through, for every call of the contract and every role alone. A call that is missing here fails a test. */
const matrix: Readonly<Record<string, readonly PersonRole[]>> = {
  "app.start": everybody,
  "app.setPreferences": everybody,
  "app.cancelTask": everybody,
  "app.touch": everybody,
  "app.settings": everybody,
  "app.setSettings": administrators,
  "content.get": everybody,
  "vault.status": everybody,
  "vault.create": everybody,
  "vault.find": everybody,
  "vault.unlock": everybody,
  "vault.lock": everybody,
  "vault.makeKeyFile": everybody,
  "vault.changePassphrase": everybody,
  "vault.ratePassphrase": everybody,
  "windows.join": everybody,
  "windows.handedIn": everybody,
  "windows.blank": everybody,
  "drafts.keep": readers,
  "drafts.read": readers,
  "drafts.drop": readers,
  "people.list": everybody,
  "people.add": administrators,
  "people.giveKey": administrators,
  "people.change": administrators,
  "people.revoke": administrators,
  "keys.own": everybody,
  "keys.strengthen": everybody,
  "keys.rotate": administrators,
  "access.declarations": readers,
  "access.declare": readers,
  "access.readers": readers,
  "access.restrict": workers,
  "access.open": workers,
  "access.grant": workers,
  "access.withdraw": workers,
  "dossiers.list": everybody,
  "dossiers.waiting": everybody,
  "dossiers.page": readers,
  "dossiers.seek": readers,
  "dossiers.measuresDue": readers,
  "dossiers.overview": readers,
  "dossiers.setDueDays": workers,
  "dossiers.exportList": exporters,
  "tables.view": everybody,
  "tables.keepView": everybody,
  "dossiers.create": workers,
  "dossiers.get": readers,
  "dossiers.reveal": readers,
  "dossiers.copyField": readers,
  "dossiers.update": workers,
  "dossiers.setIntake": workers,
  "dossiers.setTriage": workers,
  "dossiers.addSubject": workers,
  "dossiers.changeSubject": workers,
  "dossiers.removeSubject": workers,
  "dossiers.move": workers,
  "checklist.open": readers,
  "checklist.record": workers,
  "checklist.beginRun": workers,
  "checklist.history": readers,
  "practice.list": everybody,
  "practice.begin": everybody,
  "practice.answer": everybody,
  "practice.finish": everybody,
  "practice.review": everybody,
  "practice.drop": everybody,
  "second.list": readers,
  "second.ask": workers,
  "second.withdraw": workers,
  "second.open": workers,
  "second.record": workers,
  "second.handIn": workers,
  "second.compare": readers,
  "second.settle": workers,
  "scope.get": readers,
  "scope.write": workers,
  "scope.sign": workers,
  "history.moments": readers,
  "history.known": readers,
  "history.compare": readers,
  "history.field": readers,
  "history.makePoint": workers,
  "history.restore": workers,
  "history.restoreState": workers,
  "history.giveReason": workers,
  // Templates say nothing of any case.
  "templates.list": everybody,
  "templates.read": everybody,
  "templates.copy": managers,
  "templates.openDraft": managers,
  "templates.saveDraft": managers,
  "templates.dropDraft": managers,
  "templates.publish": managers,
  "templates.retire": managers,
  "templates.setStart": managers,
  "templates.export": managers,
  "templates.beginImport": managers,
  "templates.finishImport": managers,
  "templates.dropImport": everybody,
  "templates.plans": workers,
  "templates.planFor": workers,
  "templates.upgrade": workers,
  "templates.ofCase": readers,
  "templates.lookedAgain": workers,
  "questionnaires.list": readers,
  "questionnaires.export": workers,
  "questionnaires.beginImport": workers,
  "questionnaires.merge": workers,
  "questionnaires.undo": workers,
  "questionnaires.dropImport": everybody,
  "evidence.list": readers,
  "evidence.attach": workers,
  "evidence.change": workers,
  "evidence.link": workers,
  "evidence.check": workers,
  "evidence.saveCopy": exporters,
  "evidence.remove": workers,
  "reading.open": readers,
  "reading.chunk": readers,
  "reading.close": readers,
  "reading.marks": readers,
  "reading.mark": workers,
  "reading.changeMark": workers,
  "reading.removeMark": workers,
  "reading.cite": workers,
  "reading.texts": readers,
  "reading.retryText": workers,
  "intake.choose": workers,
  "intake.folder": workers,
  "intake.begin": workers,
  "intake.append": workers,
  "intake.finish": workers,
  "intake.abort": everybody,
  "intake.settle": workers,
  "intake.custody": readers,
  "intake.setStanding": workers,
  "intake.periods": everybody,
  "intake.setPeriods": administrators,
  "intake.applyPeriods": workers,
  "intake.saveTable": exporters,
  "screening.editions": everybody,
  "screening.beginImport": importers,
  "screening.tryImport": importers,
  "screening.finishImport": importers,
  "screening.dropImport": everybody,
  "screening.run": workers,
  "screening.result": readers,
  "screening.judge": workers,
  "search.find": readers,
  "search.book": readers,
  "search.keep": readers,
  "search.forget": readers,
  "search.keepRecent": readers,
  "risk.assess": readers,
  "risk.setGate": workers,
  "risk.setMeasure": workers,
  "risk.removeMeasure": workers,
  "decision.list": readers,
  "decision.draft": readers,
  "decision.keepDraft": workers,
  "decision.record": workers,
  "decision.answer": ["approver"],
  "decision.recordCommittee": ["secretary"],
  "paper.sections": readers,
  "paper.setSections": ["reviewer", "secretary"],
  "paper.preview": readers,
  "paper.sign": workers,
  "paper.countersign": ["approver"],
  "paper.reports": readers,
  "paper.saveCopy": exporters,
  "identity.current": everybody,
  "identity.create": everybody,
  "identity.importPkcs12": everybody,
  "identity.saveCertificate": everybody,
  "verification.verify": everybody,
  "verification.issuers": everybody,
  "verification.readIssuer": administrators,
  "verification.trustIssuer": administrators,
  "verification.forgetIssuer": administrators,
  // The badge of the last backup is on everybody's home page.
  "backup.status": everybody,
  "backup.make": administrators,
  "backup.chooseFolder": administrators,
  "backup.forgetFolder": administrators,
  "backup.openRestore": administrators,
  "backup.restore": administrators,
  "health.check": checkers,
  "health.saveReport": checkers,
  "trail.list": readers,
  "trail.overview": checkers,
  "trail.check": checkers,
  "trail.export": checkers,
  "recovery.status": administrators,
  "recovery.draw": administrators,
  "recovery.confirmSheet": administrators,
  "recovery.enforce": administrators,
  "recovery.drop": everybody,
  "recovery.readShare": everybody,
  "recovery.rehearse": administrators,
  // What sheets open is no matter of roles: these work while locked, and no role lets anybody further.
  "recovery.open": everybody,
  "recovery.restore": everybody,
  "recovery.leave": everybody,
};

/** Calls that close the vault, or open another one: each is made last and the person comes back. */
const leaving: readonly string[] = ["vault.lock", "vault.unlock", "vault.create"];

let kura: TestEngine;
let scene: Scene;
const passphraseOf = (role: PersonRole): string => `${role} の鍵は棚の奥の箱 2026`;

before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  for (const role of personRoles) {
    const person = { displayName: `${role} 髙﨑`, unit: "架空室", roles: [role], passphrase: passphraseOf(role) };
    await addPerson(scene.desk, person);
  }
  // A first unlocking makes the person's own keys; nothing of that may be taken for a change by a refused call.
  for (const role of personRoles) await changePlaces(kura.host, passphraseOf(role));
});
after(() => kura.close());

async function requestsOf(role: PersonRole): Promise<ReadonlyMap<string, unknown>> {
  const own = { ...scene, desk: { ...scene.desk, passphrase: passphraseOf(role) } };
  const examples = examplesFor(own, { importId: "0".repeat(32) as never, answerRevision: 1 });
  return new Map(
    Object.entries(examples).flatMap(([area, verbs]) =>
      Object.entries(verbs).map(([verb, request]): [string, unknown] => [`${area}.${verb}`, request]),
    ),
  );
}

async function call(name: string, request: unknown): Promise<string> {
  answerDialogs(scene, name);
  const outcome: Result<unknown, Fault> = await kura.engine.dispatch(name, request);
  return outcome.ok ? "ok" : outcome.error.code;
}

/** A hash over every row of every table but the trail's; the vault must be locked. */
async function contentHash(): Promise<string> {
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
  const random = { bytes: (count: number) => new Uint8Array(count).fill(7) };
  const opened = must(
    await createVaults({ clock, random }).open({
      folder: join(kura.folder, "vault"),
      passphrase: scene.desk.passphrase,
    }),
  );
  try {
    const hash = createHash("sha256");
    const names = opened.db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name)
      // Locking notes the end of the trail in the slot file, whose generation the core table mirrors.
      .filter((name) => !["audit", "trail_checkpoint", "vault_core"].includes(name));
    for (const name of names) {
      const rows = opened.db.prepare<[], object>(`SELECT * FROM "${name}"`).all();
      assert.ok(names.length > 20, "the vault's tables are there");
      hash.update(name).update(JSON.stringify(rows));
    }
    return hash.digest("hex");
  } finally {
    opened.close();
  }
}

test("the table has a line for every call of the contract and for nothing else", () => {
  const known = Object.entries(calls).flatMap(([area, verbs]) => Object.keys(verbs).map((verb) => `${area}.${verb}`));
  assert.deepEqual(Object.keys(matrix).toSorted(), known.toSorted());
});

describe("what a role alone may not do", () => {
  for (const role of personRoles) {
    test(`is refused to the ${role} at the door, call by call, and changes nothing`, async () => {
      // The first unlocking gives a person the key that signs the trail.
      await changePlaces(kura.host, passphraseOf(role));
      must(await kura.host.vault.lock({}));
      const before = await contentHash();
      await changePlaces(kura.host, passphraseOf(role));
      const requests = await requestsOf(role);
      const refused = Object.entries(matrix).filter(([, roles]) => !roles.includes(role));
      assert.ok(refused.length > 10);
      for (const [name] of refused) assert.equal(await call(name, requests.get(name)), "not-permitted", name);
      must(await kura.host.vault.lock({}));
      assert.equal(await contentHash(), before, "a refused call changed something");
    });
  }

  for (const role of ["reviewer", "approver", "secretary"] as const) {
    test(`holds for the whole trail and the ${role}`, async () => {
      await changePlaces(kura.host, passphraseOf(role));
      assert.equal(await call("trail.list", { dossierId: null, before: null, limit: 1 }), "not-permitted");
    });
  }
});

test("the administrator reads the whole trail, sees no case in any list and none by its id", async () => {
  await changePlaces(kura.host, passphraseOf("administrator"));
  assert.equal(await call("trail.list", { dossierId: null, before: null, limit: 1 }), "ok");
  assert.deepEqual(must(await kura.host.dossiers.list({})).rows, []);
  const { waiting, dossiers } = must(await kura.host.dossiers.waiting({}));
  assert.deepEqual([waiting, dossiers], [[], 0]);
  assert.equal(await call("dossiers.get", { dossierId: scene.dossierId }), "not-permitted");
});

describe("what a role alone may do", () => {
  for (const role of personRoles) {
    test(`gets past the door for the ${role}`, async () => {
      await changePlaces(kura.host, passphraseOf(role));
      const requests = await requestsOf(role);
      const allowed = Object.entries(matrix).filter(([, roles]) => roles.includes(role));
      const staying = allowed.filter(([name]) => !leaving.includes(name));
      const last = allowed.filter(([name]) => leaving.includes(name));
      for (const [name] of [...staying, ...last]) {
        const code = await call(name, requests.get(name));
        assert.ok(!["not-permitted", "bad-request", "internal", "unknown-call"].includes(code), `${name}: ${code}`);
        if (!leaving.includes(name)) assert.notEqual(code, "vault-locked", name);
      }
      must(await kura.host.vault.lock({}));
      must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: passphraseOf(role) }));
    });
  }
});
