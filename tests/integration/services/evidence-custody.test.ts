import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { plainStanding } from "../../../shared/domain/evidence.ts";
import {
  intakeCarriage as carriage,
  intakeDetails as details,
  type IntakeDesk,
  openIntakeDesk,
  takenIn,
  textBytes,
} from "../../support/intake-desk.ts";
import { must } from "../../support/must.ts";
import { codeOf, testPassphrase } from "../../support/test-engine.ts";

let desk: IntakeDesk;
let kura: IntakeDesk["kura"];

before(async () => {
  desk = await openIntakeDesk();
  kura = desk.kura;
});
after(() => desk.close());

describe("a folder", () => {
  test("comes in with what may come in, and says of the rest why not", async () => {
    const root = desk.at("持込み");
    mkdirSync(join(root, "下", "その下"), { recursive: true });
    writeFileSync(join(root, "一 𠮷.txt"), "一");
    writeFileSync(join(root, "下", "二.txt"), "二");
    writeFileSync(join(root, "下", "その下", "同じ.txt"), "一");
    writeFileSync(join(root, "道具.exe"), "MZ");
    writeFileSync(join(root, "空.pdf"), "");
    writeFileSync(join(root, ".DS_Store"), "x");
    symlinkSync(root, join(root, "下", "輪"));
    symlinkSync("/etc/hostname", join(root, "外.txt"));
    const into = await desk.newCase();
    kura.answers["evidence-folder"] = [root];
    const report = must(await kura.host.intake.folder({ ...desk.about(into), taskId: "folder-1" }));
    const said = report.outcomes.map(({ name, result }) => [
      name,
      result.kind === "refused" ? result.code : result.kind,
    ]);
    assert.deepEqual(
      new Map(said as [string, string][]),
      new Map([
        ["一 𠮷.txt", "taken"],
        ["下 / 二.txt", "taken"],
        ["下 / その下 / 同じ.txt", "duplicate"],
        ["道具.exe", "file-type-refused"],
        ["空.pdf", "file-type-refused"],
        ["外.txt", "file-link"],
        ["下 / 輪", "file-link"],
      ]),
    );
    assert.equal(report.passedOver, 1);
    assert.equal(await desk.count(into), 2);
  });

  test("of ten thousand files takes in as many as one import may and counts the rest", async () => {
    const root = desk.at("一万");
    mkdirSync(root);
    for (let number = 0; number < 10_000; number += 1) writeFileSync(join(root, `${number}.txt`), `文${number}`);
    const into = await desk.newCase();
    kura.answers["evidence-folder"] = [root];
    const report = must(await kura.host.intake.folder({ ...desk.about(into), taskId: "folder-2" }));
    assert.equal(report.outcomes.length, 1_000);
    assert.equal(report.passedOver, 9_000);
    assert.equal(await desk.count(into), 1_000);
  });
});

describe("custody", () => {
  test("says every touch with who, when, what and why, in a chain that is whole", async () => {
    const into = await desk.newCase();
    const { id, revision } = takenIn(await desk.upload("経過.txt", textBytes(500), into));
    const one = { dossierId: into, evidenceId: id };
    must(await kura.host.evidence.link({ ...one, itemId: desk.itemId, linked: true }));
    must(await kura.host.evidence.change({ ...one, revision, details: { ...details, title: "髙﨑の経過" } }));
    must(await kura.host.evidence.check(one));
    must(
      await kura.host.intake.setStanding({
        ...one,
        revision: revision + 1,
        status: "in-review",
        supersededBy: null,
        validity: { until: "2027-01-31", by: "hand" },
        carriage,
        why: "発行元に照会中",
      }),
    );
    const { touches, chain } = must(await kura.host.intake.custody(one));
    assert.deepEqual(
      touches.map(({ act }) => act),
      ["taken-in", "linked", "described", "checked", "standing-set"],
    );
    assert.ok(touches.every(({ actor, at: when }) => actor === "髙﨑 𠮷" && when > 0));
    assert.equal(touches.at(-1)?.body.why, "発行元に照会中");
    assert.deepEqual(chain, { count: 5, brokenAt: null });
  });

  test("and the register leave as CSV with the passphrase, and a cell that begins like a formula is kept from running", async () => {
    const into = await desk.newCase();
    takenIn(await desk.upload("=cmd.txt", textBytes(100), into));
    for (const table of ["custody", "register"] as const) {
      const request = { dossierId: into, table, locale: "ja" as const, purpose: "handover" as const };
      const wrong = await kura.host.intake.saveTable({ ...request, passphrase: "これは違う合言葉である" });
      assert.equal(codeOf(wrong), "wrong-passphrase");
      kura.answers["evidence-table"] = [desk.at(`${table}.csv`)];
      must(await kura.host.intake.saveTable({ ...request, passphrase: testPassphrase }));
      const csv = readFileSync(desk.at(`${table}.csv`), "utf8");
      assert.equal(csv.trim().split("\r\n").length, 2);
      if (table === "register") assert.match(csv, /'=cmd\.txt.*USBメモリー等.*閲覧用端末 3,葛󠄀城 ﾊﾅｺ/u);
    }
  });
});

describe("how long a piece holds", () => {
  test("follows the office's periods until somebody sets a day by hand, and a successor must be another live piece", async () => {
    const into = await desk.newCase();
    const one = takenIn(await desk.upload("期限.txt", textBytes(80), into));
    const two = takenIn(await desk.upload("新しい.txt", textBytes(81), into));
    assert.notEqual(one.standing.validity.until, null, "a copy from a register does not hold for ever");
    const months = must(await kura.host.intake.periods({})).months;
    must(await kura.host.intake.setPeriods({ months: { ...months, registry_copy: null } }));
    assert.equal(must(await kura.host.intake.applyPeriods({ dossierId: into })).changed, 2);
    const set = {
      dossierId: into,
      evidenceId: one.id,
      revision: one.revision + 1,
      status: "superseded" as const,
      validity: plainStanding.validity,
      carriage,
      why: "",
    };
    for (const supersededBy of [null, one.id])
      assert.equal(codeOf(await kura.host.intake.setStanding({ ...set, supersededBy })), "successor-missing");
    const done = must(await kura.host.intake.setStanding({ ...set, supersededBy: two.id }));
    assert.deepEqual([done.standing.status, done.standing.supersededBy], ["superseded", two.id]);
    must(await kura.host.intake.setPeriods({ months: null }));
  });
});
