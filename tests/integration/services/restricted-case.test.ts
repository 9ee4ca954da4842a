import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createTables } from "../../../electron/vault/tables/all.ts";
import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import { canary, finishCanaryCase, openCanaryCase, workOnCanaryCase } from "../../support/canary-case.ts";
import { columnsHolding } from "../../support/everything-in.ts";
import { must } from "../../support/must.ts";
import {
  as,
  beFounder,
  callEverythingOn,
  caseKeyOf,
  cast,
  keysWith,
  letCastIn,
  openBeside,
  type Part,
  restrict,
} from "../../support/restricted-scene.ts";
import { deskOf, type Scene, setScene } from "../../support/scene.ts";
import { addPerson, approve, approver, changePlaces, secondReviewer } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

const passphrase = testPassphrase;

/** All that the window can ask of a case, as the person at the keyboard gets it. */
async function seenThroughTheDoor({ host }: TestEngine, dossierId: DossierId): Promise<unknown> {
  const { standing: _standing, restricted: _restricted, ...dossier } = must(await host.dossiers.get({ dossierId }));
  const { rows } = must(await host.dossiers.list({}));
  const { answers } = must(await host.checklist.open({ dossierId }));
  return {
    dossier,
    row: rows.filter((row) => row.id === dossierId).map(({ restricted: _own, ...row }) => row),
    answers,
    histories: await Promise.all(answers.map(({ itemId }) => host.checklist.history({ dossierId, itemId }))),
    held: [must(await host.evidence.list({ dossierId })), must(await host.profile.open({ dossierId }))],
    screening: must(await host.screening.result({ dossierId })),
    risk: must(await host.risk.assess({ dossierId })),
    decisions: must(await host.decision.list({ dossierId })),
    declarations: must(await host.access.declarations({ dossierId })),
    sections: must(await host.paper.sections({ dossierId, locale: "ja" })),
    reports: must(await host.paper.reports({ dossierId })),
    // A paper drawn anew bears the moment it was drawn; the signed one is compared byte for byte below.
    pages: must(await host.paper.preview({ dossierId, locale: "ja" })).pageCount,
  };
}

describe("a case restricted to named people", () => {
  let kura: TestEngine;
  let scene: Scene;
  let ids: Readonly<Record<Part, PersonId>>;
  let atFirst: unknown;

  before(async () => {
    kura = await startTestEngine();
    scene = await setScene(kura);
    ids = await letCastIn(kura);
    atFirst = await seenThroughTheDoor(kura, scene.decidedId);
    for (const dossierId of [scene.dossierId, scene.decidedId]) {
      const access = await restrict(kura, dossierId, [ids.named]);
      assert.equal(access.restricted, true);
    }
  });
  after(() => kura.close());

  it("is for the one who restricted it what it was before", async () => {
    assert.deepEqual(await seenThroughTheDoor(kura, scene.decidedId), atFirst);
  });

  it("is the same for whoever else is named", async () => {
    const seen = await as(kura, "named", () => seenThroughTheDoor(kura, scene.decidedId));
    assert.deepEqual(seen, atFirst);
  });

  it("gives a named person the signed paper byte for byte", async () => {
    const copy = join(kura.folder, "again.pdf");
    scene.desk.choose("report-copy", copy);
    const request = { dossierId: scene.decidedId, reportId: scene.reportId, purpose: "committee" as const };
    await as(kura, "named", async () =>
      must(await kura.host.paper.saveCopy({ ...request, passphrase: cast.named.passphrase })),
    );
    assert.deepEqual(readFileSync(copy), readFileSync(join(kura.folder, "paper.pdf")));
  });

  it("bears the mark in the case, in the list and in what waits", async () => {
    await beFounder(kura);
    assert.equal(must(await kura.host.dossiers.get({ dossierId: scene.dossierId })).restricted, true);
    assert.ok(must(await kura.host.dossiers.list({})).rows.every((row) => row.restricted));
    const { waiting } = must(await kura.host.dossiers.waiting({}));
    assert.ok(waiting.length > 0 && waiting.every((entry) => entry.restricted));
  });

  for (const part of ["other", "keeper", "auditor", "secretary"] as const) {
    it(`answers every call of the ${part}, who is not named, as if it did not exist`, async () => {
      const answers = await as(kura, part, () => callEverythingOn(kura, scene, cast[part].passphrase));
      assert.ok(answers.size >= 35, `${answers.size} calls`);
      for (const [name, code] of answers)
        assert.ok(["unknown-dossier", "not-permitted"].includes(code), `${name} ${code}`);
    });

    it(`is in no list, count or notice of the ${part}`, async () => {
      await as(kura, part, async () => {
        assert.deepEqual(must(await kura.host.dossiers.list({})).rows, []);
        const { waiting, dossiers } = must(await kura.host.dossiers.waiting({}));
        assert.deepEqual([waiting, dossiers], [[], 0]);
      });
    });
  }

  it("is told apart from no case at all by nothing in the answer", async () => {
    const request = (dossierId: DossierId) => kura.host.dossiers.get({ dossierId });
    const nobody = "0".repeat(32) as DossierId; // An id of the right form.
    const [shut, absent] = await as(kura, "other", async () => [await request(scene.dossierId), await request(nobody)]);
    assert.deepEqual(shut, absent);
  });

  it("shows in the whole trail by its id and what was done, and by nothing of its content", async () => {
    await beFounder(kura);
    must(await kura.host.dossiers.update({ dossierId: scene.dossierId, title: "改めた題" }));
    must(await kura.host.screening.run({ dossierId: scene.dossierId }));
    const entries = await as(kura, "auditor", async () =>
      must(await kura.host.trail.list({ dossierId: null, before: null, limit: 500 })),
    );
    const own = entries.entries.filter((entry) => entry.dossierId === scene.dossierId);
    const restrictedAt = own.find((entry) => entry.kind === "access-restricted")?.sequence ?? 0;
    const since = own.filter((entry) => entry.sequence > restrictedAt);
    assert.deepEqual([...new Set(since.map((entry) => entry.kind))].toSorted().slice(0, 1), ["dossier-changed"]);
    for (const entry of since) assert.equal(entry.details["restricted"], true, entry.kind);
    const run = since.find((entry) => entry.kind === "screening-run");
    assert.deepEqual(run?.details, { restricted: true });
  });

  it("has its history read by the people named", async () => {
    const query = { dossierId: scene.dossierId, before: null, limit: 50 };
    const { entries } = await as(kura, "named", async () => must(await kura.host.trail.list(query)));
    assert.ok(entries.some((entry) => entry.kind === "access-restricted"));
  });

  it("goes on working for the people named: they screen, answer and decide", async () => {
    const { dossierId, itemId } = scene;
    await as(kura, "named", async () => {
      const { host } = kura;
      const { answers } = must(await host.checklist.open({ dossierId }));
      const baseRevision = answers.find((answer) => answer.itemId === itemId)?.revision ?? 0;
      must(await host.checklist.record({ dossierId, itemId, baseRevision, patch: { fact: "名のある人の確認" } }));
      const { answers: past } = must(await host.checklist.history({ dossierId, itemId }));
      assert.equal(past[0]?.fact, "名のある人の確認");
      assert.ok(past.length > 1);
      must(await host.screening.run({ dossierId }));
    });
    const { answers } = must(await kura.host.checklist.open({ dossierId }));
    assert.equal(answers.find((answer) => answer.itemId === itemId)?.fact, "名のある人の確認");
  });
});

describe("who is named", () => {
  let kura: TestEngine;
  let ids: Readonly<Record<Part, PersonId>>;
  let dossierId: DossierId;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    ids = await letCastIn(kura);
    dossierId = await openCanaryCase(deskOf(kura));
  });
  after(() => kura.close());

  it("can be anybody with a right to cases and a key, and never an administrator alone", async () => {
    const { candidates, restricted, readers } = must(await kura.host.access.readers({ dossierId }));
    assert.deepEqual(
      new Set(candidates.map((one) => one.personId)),
      new Set([ids.named, ids.other, ids.auditor, ids.secretary]),
    );
    assert.deepEqual([restricted, readers], [false, []]);
    const refused = await kura.host.access.restrict({ dossierId, readers: [ids.keeper], passphrase });
    assert.equal(codeOf(refused), "unknown-person");
    assert.equal(must(await kura.host.access.readers({ dossierId })).restricted, false);
  });

  it("is decided with the passphrase given again", async () => {
    const refused = await kura.host.access.restrict({ dossierId, readers: [], passphrase: `${passphrase} nicht` });
    assert.equal(codeOf(refused), "wrong-passphrase");
    assert.equal(must(await kura.host.access.readers({ dossierId })).restricted, false);
  });

  it("always holds the one who restricts", async () => {
    const { readers } = await restrict(kura, dossierId, []);
    assert.deepEqual(
      readers.map((one) => [one.displayName, one.self]),
      [["髙﨑 𠮷", true]],
    );
    assert.equal(codeOf(await kura.host.access.restrict({ dossierId, readers: [], passphrase })), "case-restricted");
  });

  it("is changed by a named person with a right to work on cases alone", async () => {
    const grant = (part: Part) =>
      kura.host.access.grant({ dossierId, personId: ids[part], passphrase: cast[part].passphrase });
    assert.equal(codeOf(await as(kura, "other", () => grant("other"))), "unknown-dossier");
    assert.equal(codeOf(await as(kura, "keeper", () => grant("keeper"))), "not-permitted");
    must(await kura.host.access.grant({ dossierId, personId: ids.auditor, passphrase }));
    assert.equal(codeOf(await as(kura, "auditor", () => grant("other"))), "not-permitted");
    assert.equal(
      codeOf(await kura.host.access.grant({ dossierId, personId: ids.keeper, passphrase })),
      "unknown-person",
    );
    const wrong = await kura.host.access.grant({ dossierId, personId: ids.named, passphrase: "違う合言葉です 2026" });
    assert.equal(codeOf(wrong), "wrong-passphrase");
  });

  it("is admitted at their next unlocking, and at once where they are at the keyboard already", async () => {
    const dossier = must(await as(kura, "auditor", () => kura.host.dossiers.get({ dossierId })));
    assert.ok(dossier.title.includes(canary));
  });

  it("never comes down to nobody who may work on the case", async () => {
    const self = must(await kura.host.access.readers({ dossierId })).readers.find((one) => one.self);
    assert.ok(self !== undefined);
    const refused = await kura.host.access.withdraw({ dossierId, personId: self.personId, passphrase });
    assert.equal(codeOf(refused), "last-reader");
    assert.ok(must(await kura.host.dossiers.get({ dossierId })).restricted);
  });

  it("cannot be shut out of the vault while nobody else could open the case", async () => {
    const self = must(await kura.host.access.readers({ dossierId })).readers.find((one) => one.self);
    const request = { personId: self?.personId ?? ids.named, passphrase };
    assert.equal(codeOf(await kura.host.people.revoke(request)), "last-reader");
  });

  it("is shut out by withdrawing, and a kept key opens nothing that is in the vault from then on", async () => {
    must(await kura.host.access.grant({ dossierId, personId: ids.named, passphrase }));
    must(await kura.host.vault.lock({}));
    const before = await openBeside(kura, cast.named.passphrase);
    const kept = await caseKeyOf(before, dossierId);
    assert.ok(kept !== undefined);
    const seenBefore = createTables(before.db, keysWith(before, dossierId, kept)).dossiers.find(dossierId);
    assert.ok(seenBefore?.title.includes(canary));
    before.close();
    await changePlaces(kura.host, passphrase);
    const left = must(await kura.host.access.withdraw({ dossierId, personId: ids.named, passphrase }));
    assert.ok(left !== null && !left.readers.some((one) => one.personId === ids.named));
    assert.equal(codeOf(await as(kura, "named", () => kura.host.dossiers.get({ dossierId }))), "unknown-dossier");
    must(await kura.host.vault.lock({}));
    const after = await openBeside(kura, cast.named.passphrase);
    assert.equal(await caseKeyOf(after, dossierId), undefined);
    const { dossiers, subjects } = createTables(after.db, keysWith(after, dossierId, kept));
    assert.throws(() => dossiers.find(dossierId), /vault-damaged/u);
    assert.throws(() => subjects.list(dossierId), /vault-damaged/u);
    after.close();
    await changePlaces(kura.host, passphrase);
    assert.ok(must(await kura.host.dossiers.get({ dossierId })).title.includes(canary), "the rest read on");
    const auditor = await as(kura, "auditor", () => kura.host.dossiers.get({ dossierId }));
    assert.ok(must(auditor).title.includes(canary), "the rest read on");
  });

  it("may withdraw themselves, and the case is gone for them at once", async () => {
    must(await kura.host.access.grant({ dossierId, personId: ids.named, passphrase }));
    const self = must(await kura.host.access.readers({ dossierId })).readers.find((one) => one.self);
    assert.ok(self !== undefined);
    assert.equal(must(await kura.host.access.withdraw({ dossierId, personId: self.personId, passphrase })), null);
    assert.equal(codeOf(await kura.host.dossiers.get({ dossierId })), "unknown-dossier");
    const back = { dossierId, personId: self.personId, passphrase: cast.named.passphrase };
    await as(kura, "named", async () => must(await kura.host.access.grant(back)));
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).restricted, true);
  });

  it("ends with the restriction: the whole office reads the case again, and no copy of the key remains", async () => {
    const opened = must(await kura.host.access.open({ dossierId, passphrase }));
    assert.deepEqual([opened.restricted, opened.readers], [false, []]);
    assert.equal(codeOf(await kura.host.access.open({ dossierId, passphrase })), "case-not-restricted");
    const title = await as(kura, "other", async () => must(await kura.host.dossiers.get({ dossierId })).title);
    assert.ok(title.includes(canary));
    must(await kura.host.vault.lock({}));
    const vault = await openBeside(kura, passphrase);
    assert.deepEqual(vault.db.prepare("SELECT * FROM dossier_access").all(), []);
    vault.close();
    await changePlaces(kura.host, passphrase);
  });
});

describe("a case worked from beginning to end under restriction", () => {
  let kura: TestEngine;
  let dossierId: DossierId;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    const desk = deskOf(kura);
    await letCastIn(kura);
    const second = await addPerson(desk, { ...approver, roles: ["approver"] });
    const confirmer = await addPerson(desk, { ...secondReviewer, roles: ["reviewer"] });
    dossierId = await openCanaryCase(desk);
    await restrict(kura, dossierId, [second.id, confirmer.id]);
    await workOnCanaryCase(desk, dossierId);
    await finishCanaryCase(desk, dossierId);
    await changePlaces(kura.host, approver.passphrase);
    await approve(kura.host, dossierId, { passphrase: approver.passphrase });
    await beFounder(kura);
  });
  after(() => kura.close());

  it("is decided and approved by the people named", async () => {
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).state, "decided");
    const { decisions } = must(await kura.host.decision.list({ dossierId }));
    assert.equal(decisions[0]?.approval?.answer, "approve");
  });

  for (const part of ["other", "keeper"] as const) {
    it(`leaves nothing to find for the ${part}, who holds the vault key: no word, in no column, in no encoding`, async () => {
      const { evidence } = must(await kura.host.evidence.list({ dossierId }));
      const { reports } = must(await kura.host.paper.reports({ dossierId }));
      const { decisions } = must(await kura.host.decision.list({ dossierId }));
      const hashes = [
        ...evidence.map((one) => one.sha256),
        ...reports.flatMap((one) => [one.fileSha256, one.dataSha256]),
        ...decisions.map((one) => one.snapshotHash),
      ];
      assert.ok(hashes.length >= 5);
      must(await kura.host.vault.lock({}));
      const vault = await openBeside(kura, cast[part].passphrase);
      try {
        assert.equal(await caseKeyOf(vault, dossierId), undefined);
        assert.deepEqual(columnsHolding(vault.db, [canary, canary.slice(0, 13), canary.slice(13), ...hashes]), []);
      } finally {
        vault.close();
        await changePlaces(kura.host, passphrase);
      }
    });
  }

  it("keeps its content out of the trail, whoever reads it", async () => {
    const { entries } = await as(kura, "auditor", async () =>
      must(await kura.host.trail.list({ dossierId: null, before: null, limit: 500 })),
    );
    const since = entries.filter((entry) => entry.dossierId === dossierId && entry.details["restricted"] === true);
    assert.ok(since.length > 25, `${since.length} entries`);
    const told = new Set(since.flatMap((entry) => Object.keys(entry.details)));
    for (const word of ["answer", "item", "outcome", "verdict", "tier", "field", "measure", "gate", "size"])
      assert.ok(!told.has(word), word);
    const hashes = since
      .flatMap((entry) => Object.values(entry.details))
      .filter((value) => /^[0-9a-f]{64}$/u.test(String(value)));
    // Fingerprints of signers alone.
    assert.equal(hashes.length, since.filter((entry) => entry.kind === "report-signed").length);
  });
});
