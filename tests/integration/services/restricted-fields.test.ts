import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { maskText, restrictedIntakeFields, subjectFieldName } from "../../../shared/domain/restricted.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { content } from "../../unit/shared/domain/risk/sample-cases.ts";

const residency = "intake.residency";

describe("restricted fields", () => {
  let desk: TestEngine;
  let dossier: Dossier;

  before(async () => {
    desk = await startTestEngine();
    await createVault(desk.host);
    const made = must(
      await desk.host.dossiers.create({
        kind: "person",
        title: "𠮷野研究室での受入れ",
        hostUnit: "",
        noConflict: true,
        subject: {
          kind: "person",
          role: "principal",
          names: [{ kind: "primary", text: "葛󠄀城 髙子" }],
          country: "架空国",
          identifiers: ["ORCID 0000-0002-1825-0097", "架空-77"],
          note: "連絡先 架空町 1-2",
        },
      }),
    );
    dossier = must(await desk.host.dossiers.setIntake({ dossierId: made.id, field: "residency", value: "非居住者" }));
  });
  after(() => desk.close());

  const get = async (): Promise<Dossier> => must(await desk.host.dossiers.get({ dossierId: dossier.id }));
  const reveal = (field: string, passphrase = testPassphrase) =>
    desk.host.dossiers.reveal({ dossierId: dossier.id, field, passphrase });
  const principal = (): Dossier["subjects"][number] => {
    const [subject] = dossier.subjects;
    assert.ok(subject);
    return subject;
  };
  const relock = async (): Promise<void> => {
    const { vaults } = must(await desk.host.vault.status({}));
    must(await desk.host.vault.lock({}));
    must(await desk.host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
  };

  it("are all those that a template calls restricted", () => {
    const called = content.templates.flatMap((template) =>
      template.intake.filter((field) => field.sensitivity === "restricted").map((field) => field.id),
    );
    assert.ok(called.length > 0);
    for (const id of called) assert.ok(restrictedIntakeFields.includes(id), id);
  });

  it("stand masked in every answer about the case, and empty ones stay empty", async () => {
    for (const seen of [dossier, await get(), must(await desk.host.dossiers.update({ dossierId: dossier.id }))]) {
      assert.equal(seen.intake["residency"], maskText);
      assert.deepEqual(seen.subjects[0]?.identifiers, [maskText]);
      assert.equal(seen.subjects[0]?.note, maskText);
    }
    const text = JSON.stringify(await get());
    for (const secret of ["非居住者", "架空-77", "架空町"]) assert.equal(text.includes(secret), false, secret);
    assert.equal((await get()).intake["identifiers"], undefined);
  });

  it("are answered after the passphrase, and not after a wrong one", async () => {
    assert.equal(codeOf(await reveal(residency, "違う合言葉である 2026")), "wrong-passphrase");
    assert.equal(must(await reveal(residency)).value, "非居住者");
    assert.equal(
      must(await reveal(subjectFieldName(principal().id, "identifiers"))).value,
      "ORCID 0000-0002-1825-0097\n架空-77",
    );
  });

  it("leave in the trail which field was looked at, and not what stood in it", async () => {
    const { entries } = must(await desk.host.trail.list({ dossierId: dossier.id, before: null, limit: 100 }));
    const looked = entries.filter((entry) => entry.kind === "field-revealed");
    assert.equal(looked.length, 2);
    assert.ok(looked.some((entry) => entry.details["field"] === residency));
    assert.equal(JSON.stringify(entries).includes("非居住者"), false);
  });

  it("name nothing that is not restricted", async () => {
    for (const field of ["intake.topic", `subject.${"0".repeat(32)}.note`]) {
      assert.equal(codeOf(await reveal(field)), "unknown-field", field);
    }
  });

  it("cannot be written over unseen, and a mask that comes back leaves the value as it is", async () => {
    await relock();
    const write = (value: string) => desk.host.dossiers.setIntake({ dossierId: dossier.id, field: "residency", value });
    assert.equal(codeOf(await write("居住者")), "field-hidden");
    must(await write(maskText));
    assert.equal(must(await reveal(residency)).value, "非居住者");
    must(await write("居住者"));
    assert.equal(must(await reveal(residency)).value, "居住者");
  });

  it("keep a subject's hidden parts when its name is changed", async () => {
    await relock();
    const subject = principal();
    const { id, revision, ...input } = subject;
    const changed = must(
      await desk.host.dossiers.changeSubject({
        dossierId: dossier.id,
        subjectId: id,
        revision,
        subject: { ...input, names: [{ kind: "primary", text: "葛󠄀城 髙乃" }] },
      }),
    );
    assert.equal(changed.subjects[0]?.names[0]?.text, "葛󠄀城 髙乃");
    assert.equal(must(await reveal(subjectFieldName(id, "note"))).value, "連絡先 架空町 1-2");
  });

  it("go to the clipboard without passing through the answer, with a trace, and are taken away at the lock", async () => {
    const answer = await desk.host.dossiers.copyField({
      dossierId: dossier.id,
      field: residency,
      passphrase: testPassphrase,
    });
    assert.deepEqual(answer, { ok: true, value: {} });
    assert.equal(desk.copied.at(-1), "居住者");
    const { entries } = must(await desk.host.trail.list({ dossierId: dossier.id, before: null, limit: 100 }));
    assert.ok(entries.some((entry) => entry.kind === "field-copied"));
    await relock();
    assert.equal(desk.copied.at(-1), null);
  });

  it("are refused while the vault is locked", async () => {
    must(await desk.host.vault.lock({}));
    assert.equal(codeOf(await reveal(residency)), "vault-locked");
  });
});
