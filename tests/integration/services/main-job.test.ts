import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { confirmBySecond } from "../../support/second-person.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
before(async () => {
  kura = await startTestEngine();
});
after(() => kura.close());

/** A synthetic list of invented bodies. */
function writeList(folder: string): string {
  const path = join(folder, "list.csv");
  const rows = Array.from({ length: 30 }, (_, n) => `架空機関${n},Fictional Body ${n},organisation,架空国`);
  rows.push("虚構工業大学,Kyoko Institute of Technology;KIT,organisation,架空国");
  writeFileSync(path, `\uFEFFname,aliases,type,country\n${rows.join("\n")}\n`);
  return path;
}

test("the main job goes from an empty folder to a signed paper that the verifier calls valid", async () => {
  const { host } = kura;
  await createVault(host);
  kura.answers["list"] = [writeList(kura.folder)];
  const preview = must(await host.screening.beginImport({}));
  assert.equal(preview.layout, "csv");
  must(
    await host.screening.tryImport({
      importId: preview.importId,
      layout: "csv",
      mapping: preview.mapping,
      title: "架空リスト",
    }),
  );
  must(
    await host.screening.finishImport({
      importId: preview.importId,
      details: {
        title: "架空リスト",
        authority: "架空庁",
        effectClass: "permit_trigger",
        edition: "2026-11",
        publishedDay: "2026-11-01",
        effectiveDay: null,
        licence: "",
      },
    }),
  );
  const dossier = must(
    await host.dossiers.create({
      kind: "institution",
      title: "虚構工業大学との共同研究",
      noConflict: true,
      subject: {
        kind: "organisation",
        role: "partner",
        names: [{ kind: "primary", text: "虚構工業大學" }],
        country: "架空国",
        identifiers: [],
        note: "",
      },
    }),
  );
  const dossierId = dossier.id;
  must(
    await host.dossiers.setTriage({
      dossierId,
      triage: { ...dossier.triage, techTier: "T2", access: "A1", techReason: "民生用の材料", accessReason: "会議のみ" },
    }),
  );
  must(await host.dossiers.update({ dossierId, subjectIdentity: "certain" }));
  await answerEverything(dossierId);
  const screened = must(await host.screening.run({ dossierId }));
  assert.equal(screened.hits.length, 1);
  const [hit] = screened.hits;
  assert.ok(hit);
  must(
    await host.screening.judge({
      dossierId,
      hitId: hit.id,
      judgement: {
        disposition: "true_match",
        reason: null,
        note: "所在地と英語名が公式資料と一致するため、同一の機関と判定した。",
      },
    }),
  );
  await confirmBySecond({ host, passphrase: testPassphrase }, dossierId);
  const view = must(await host.risk.assess({ dossierId }));
  assert.equal(view.assessment.advice.recommendation, "escalate");
  assert.equal(view.assessment.depth, "enhanced", "a settled match deepens the enquiry");
  must(
    await host.decision.record({
      dossierId,
      decision: {
        outcome: "mitigate",
        reason: "条件を付して実施する。",
        departureReason: "",
        conditions: "成果の再移転を禁止する。",
        dissent: "",
        reviewDay: "2027-05-31",
        decidedBy: "委員会",
        decidedDay: "2026-11-22",
        attendees: "",
        recusals: "",
      },
    }),
  );
  const draft = {
    value: "実施しない場合、材料評価の機会を失う。代替案は公知の試料に限ること。",
    law: "該非判定は非該当。",
  };
  must(await host.paper.setSections({ dossierId, draft, baseRevision: 0 }));
  must(await host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  const report = must(await host.paper.sign({ dossierId, locale: "ja", passphrase: testPassphrase }));
  const path = join(kura.folder, "paper.pdf");
  kura.answers["report-copy"] = [path];
  must(await host.paper.saveCopy({ dossierId, reportId: report.id, purpose: "committee", passphrase: testPassphrase }));
  kura.answers["signed-pdf"] = [path];
  const verified = must(await host.verification.verify({}));
  assert.equal(verified.verdict, "valid", verified.reasons.join());
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 3)] = (bytes[Math.floor(bytes.length / 3)] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  kura.answers["signed-pdf"] = [path];
  assert.equal(must(await host.verification.verify({})).verdict, "invalid");
  assert.equal(must(await host.trail.check({})).verdict, "whole");
});

async function answerEverything(dossierId: DossierId): Promise<void> {
  const { template, answers } = must(await kura.host.checklist.open({ dossierId }));
  for (const item of template.sections.flatMap((section) => section.items)) {
    const known = answers.find((answer) => answer.itemId === item.id);
    if (known !== undefined) continue;
    must(
      await kura.host.checklist.record({
        dossierId,
        itemId: item.id as ItemId,
        baseRevision: 0,
        patch: { answer: "none", identity: "certain", minutes: 3 },
      }),
    );
  }
}

test("a paper of another vault is indeterminate until its issuer is trusted, and valid then", async () => {
  const other = await startTestEngine();
  try {
    await createVault(other.host);
    const paper = join(kura.folder, "paper-of-another-office.pdf");
    const certificate = join(kura.folder, "root.pem");
    const { rows } = must(await kura.host.dossiers.list({}));
    const dossierId = rows[0]?.id;
    assert.ok(dossierId);
    const { reports } = must(await kura.host.paper.reports({ dossierId }));
    const reportId = reports[0]?.id;
    assert.ok(reportId);
    kura.answers["report-copy"] = [paper];
    kura.answers["certificate"] = [certificate];
    must(await kura.host.paper.saveCopy({ dossierId, reportId, purpose: "request", passphrase: testPassphrase }));
    must(await kura.host.identity.saveCertificate({}));
    other.answers["signed-pdf"] = [paper, paper, paper];
    other.answers["certificate"] = [certificate];
    assert.equal(must(await other.host.verification.verify({})).verdict, "indeterminate");
    const { fingerprint } = must(await other.host.verification.readIssuer({}));
    const wrong = await other.host.verification.trustIssuer({ fingerprint, passphrase: "別の合言葉別の合言葉別" });
    assert.equal(!wrong.ok && wrong.error.code, "wrong-passphrase");
    const { issuers } = must(await other.host.verification.trustIssuer({ fingerprint, passphrase: testPassphrase }));
    assert.deepEqual(
      issuers.map((issuer) => issuer.own),
      [false],
    );
    assert.equal(must(await other.host.verification.verify({})).verdict, "valid");
    must(await other.host.verification.forgetIssuer({ fingerprint }));
    assert.equal(must(await other.host.verification.verify({})).verdict, "indeterminate");
  } finally {
    await other.close();
  }
});
