import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { proposedCase } from "../../support/paper-scene.ts";
import { addPerson, approve, approver, changePlaces } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let dossierId: DossierId;
let reviewed: Report;
const other = { displayName: "二階堂 ﾐﾅ", unit: "", passphrase: "三人目の鍵は石垣の中 2026" } as const;

before(async () => {
  kura = await startTestEngine();
  const { host } = kura;
  await createVault(host);
  for (const person of [approver, other])
    await addPerson({ host, passphrase: testPassphrase }, { ...person, roles: ["approver"] });
  dossierId = (await proposedCase(host)).id;
  const draft = { value: "材料評価の機会を失う。", law: "該非判定は非該当。" };
  must(await host.paper.setSections({ dossierId, draft, baseRevision: 0 }));
  must(await host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  reviewed = must(await host.paper.sign({ dossierId, locale: "ja", passphrase: testPassphrase }));
});
after(() => kura.close());

const countersign = (passphrase: string, reportId = reviewed.id) =>
  kura.host.paper.countersign({ dossierId, reportId, passphrase });

/** Saves a copy and the root certificate of whoever is at the keyboard. */
async function carryOut(report: Report, passphrase: string): Promise<{ paper: string; root: string }> {
  const [paper, root] = [join(kura.folder, `${report.id}.pdf`), join(kura.folder, `${report.id}.pem`)];
  kura.answers["report-copy"] = [paper];
  kura.answers["certificate"] = [root];
  must(await kura.host.paper.saveCopy({ dossierId, reportId: report.id, purpose: "committee", passphrase }));
  must(await kura.host.identity.saveCertificate({}));
  return { paper, root };
}

test("the approver signs nothing before the decision is approved", async () => {
  await changePlaces(kura.host, approver.passphrase);
  must(await kura.host.access.declare({ dossierId, hasConflict: false, note: "" }));
  assert.equal(codeOf(await countersign(approver.passphrase)), "not-approved");
});

test("only the approver of this very decision signs, with their own key and passphrase", async () => {
  const { host } = kura;
  await approve(host, dossierId, approver);
  assert.equal(codeOf(await countersign(approver.passphrase)), "identity-missing", "the reviewer's key is not theirs");
  must(await host.identity.create({ name: approver.displayName, passphrase: approver.passphrase }));
  assert.equal(codeOf(await countersign(testPassphrase)), "wrong-passphrase");
  await changePlaces(host, other.passphrase);
  must(await host.access.declare({ dossierId, hasConflict: false, note: "" }));
  must(await host.identity.create({ name: other.displayName, passphrase: other.passphrase }));
  assert.equal(codeOf(await countersign(other.passphrase)), "not-the-approver");
  await changePlaces(host, testPassphrase);
  assert.equal(codeOf(await countersign(testPassphrase)), "not-permitted");
  assert.equal(must(await host.paper.reports({ dossierId })).reports.length, 1);
});

test("the approver's signature stands behind the reviewer's, and both hold here and in pdfsig", async () => {
  const { host } = kura;
  const before = await carryOut(reviewed, testPassphrase);
  await changePlaces(host, approver.passphrase);
  const report = must(await countersign(approver.passphrase));
  assert.deepEqual([report.countersigns, report.createdBy], [reviewed.id, approver.displayName]);
  const after = await carryOut(report, approver.passphrase);
  const [first, both] = [readFileSync(before.paper), readFileSync(after.paper)];
  assert.ok(both.subarray(0, first.length).equals(first), "what the reviewer signed is untouched");
  kura.answers["signed-pdf"] = [after.paper];
  const verified = must(await host.verification.verify({}));
  assert.equal(verified.verdict, "valid", verified.reasons.join());
  assert.deepEqual(
    verified.signatures.map(({ field, signerName, outcome }) => [field, signerName, outcome]),
    [
      ["sig.reviewer", "髙﨑 𠮷", "valid"],
      ["sig.approver", approver.displayName, "valid"],
    ],
  );
  const said = pdfsig(after.paper, [before.root, after.root]);
  assert.equal(said.split("Signature is Valid.").length - 1, 2, said);
  assert.equal(said.split("Certificate is Trusted.").length - 1, 2, said);
});

function pdfsig(paper: string, roots: readonly string[]): string {
  const database = `sql:${kura.folder}`;
  execFileSync("certutil", ["-N", "-d", database, "--empty-password"]);
  for (const [index, root] of roots.entries())
    execFileSync("certutil", ["-A", "-a", "-d", database, "-n", `root${index}`, "-t", "CT,C,C", "-i", root]);
  return spawnSync("pdfsig", ["-nssdir", database, paper], { encoding: "utf8" }).stdout;
}

test("a paper is countersigned once, and a countersigned one not again", async () => {
  const { reports } = must(await kura.host.paper.reports({ dossierId }));
  assert.equal(reports.length, 2);
  for (const { id } of reports)
    assert.equal(codeOf(await countersign(approver.passphrase, id)), "already-countersigned");
});

test("a paper signed after the approval names the approver", async () => {
  await changePlaces(kura.host, testPassphrase);
  const { sections } = must(await kura.host.paper.sections({ dossierId, locale: "ja" }));
  assert.ok(sections.length > 0);
  const later = must(await kura.host.paper.sign({ dossierId, locale: "ja", passphrase: testPassphrase }));
  const { paper } = await carryOut(later, testPassphrase);
  const words = spawnSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" }).stdout;
  assert.ok(words.includes(approver.displayName), words.slice(0, 2_000));
});
