import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { caseSortColumns, everyCase } from "../../../shared/domain/desk/case-list.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { answerAll } from "../../support/whole-job.ts";

const titles = ["=HYPERLINK(1)", "髙﨑 𠮷野", "葛󠄀城", "ﾊﾝｶｸ", "あ", "長".repeat(200)];

describe("lists of cases through the door", () => {
  let kura: TestEngine;
  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    for (const title of [...titles, ...titles, ...titles])
      must(await kura.host.dossiers.create({ kind: "institution", title, subject: null }));
  });
  after(() => kura.close());
  const all = async () => must(await kura.host.dossiers.page({ filter: everyCase, sorts: [], offset: 0, limit: 200 }));

  it("are the whole list when read page by page, in any order and with any page", async () => {
    const sort = fc.record({
      column: fc.constantFrom(...caseSortColumns),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    });
    const asked = fc.record({
      sorts: fc.array(sort, { maxLength: 3 }),
      limit: fc.integer({ min: 1, max: 20 }),
      text: fc.constantFrom("", "はん", "𠮷", "DD-"),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ sorts, limit, text }) => {
        const filter = { ...everyCase, text };
        const whole = must(await kura.host.dossiers.page({ filter, sorts, offset: 0, limit: 200 }));
        const read: string[] = [];
        for (let offset = 0; offset < whole.matching; offset += limit) {
          const page = must(await kura.host.dossiers.page({ filter, sorts, offset, limit }));
          assert.equal(page.matching, whole.matching);
          read.push(...page.rows.map((row) => row.id));
        }
        assert.deepEqual(
          read,
          whole.rows.map((row) => row.id),
        );
        assert.equal(new Set(read).size, whole.matching);
      }),
      { numRuns: 40 },
    );
  });

  it("leave a case whose screening found no list loaded among those to be screened, as its own spine does", async () => {
    const { id: dossierId } = must(
      await kura.host.dossiers.create({
        kind: "institution",
        title: "リストのない照合",
        subject: {
          ...{ kind: "organisation", role: "partner", names: [{ kind: "primary", text: "虚構工業大學" }] },
          ...{ country: "", identifiers: [], note: "" },
        },
      }),
    );
    const { triage } = must(await kura.host.dossiers.get({ dossierId }));
    must(await kura.host.dossiers.setTriage({ dossierId, triage: { ...triage, techTier: "T1", access: "A1" } }));
    await answerAll(kura, dossierId, () => "虚構");
    must(await kura.host.screening.run({ dossierId }));
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).progress.screened, false);
    const { waiting } = must(await kura.host.dossiers.waiting({}));
    const kinds = waiting.filter((one) => one.dossierId === dossierId).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["not-screened"]);
  });

  it("show a change at once", async () => {
    const [first] = (await all()).rows;
    assert.ok(first);
    must(await kura.host.dossiers.update({ dossierId: first.id, title: "改めた題" }));
    const found = must(
      await kura.host.dossiers.page({ filter: { ...everyCase, text: "改めた" }, sorts: [], offset: 0, limit: 10 }),
    );
    assert.deepEqual(
      found.rows.map((row) => row.id),
      [first.id],
    );
  });

  it("are the same after the vault was locked and opened again", async () => {
    const before = await all();
    const { openVaultId } = must(await kura.host.vault.status({}));
    must(await kura.host.vault.lock({}));
    assert.equal(
      codeOf(await kura.host.dossiers.page({ filter: everyCase, sorts: [], offset: 0, limit: 1 })),
      "vault-locked",
    );
    must(await kura.host.vault.unlock({ vaultId: openVaultId ?? "", passphrase: testPassphrase }));
    assert.deepEqual(await all(), before);
  });

  it("have their due days changed together and put back", async () => {
    const { rows } = await all();
    const changes = rows.slice(0, 5).map((row) => ({ dossierId: row.id, dueDay: "2027-03-31" }));
    const done = must(await kura.host.dossiers.setDueDays({ changes }));
    assert.equal(done.before.length, 5);
    const due = async () => (await all()).rows.filter((row) => row.dueDay === "2027-03-31").length;
    assert.equal(await due(), 5);
    must(await kura.host.dossiers.setDueDays({ changes: done.before }));
    assert.equal(await due(), 0);
  });

  it("leave a case that is not there as it is and say so", async () => {
    const nobody = (await all()).rows[0]?.id.replaceAll(/./gu, "f");
    const changes = [{ dossierId: nobody as never, dueDay: null }]; // An id of the right form.
    const done = must(await kura.host.dossiers.setDueDays({ changes }));
    assert.deepEqual(
      done.refused.map(({ code }) => code),
      ["unknown-dossier"],
    );
  });

  it("are written out as CSV that no spreadsheet runs, with a byte order mark and a trace", async () => {
    const path = join(kura.folder, "cases.csv");
    kura.answers["case-list"] = [path];
    const request = {
      filter: everyCase,
      sorts: [{ column: "number" as const, direction: "ascending" as const }],
      columns: ["number" as const, "title" as const, "access" as const],
      locale: "ja" as const,
      purpose: "handover" as const,
      passphrase: testPassphrase,
    };
    assert.equal(codeOf(await kura.host.dossiers.exportList({ ...request, passphrase: "違う" })), "wrong-passphrase");
    const { rows } = must(await kura.host.dossiers.exportList(request));
    const csv = readFileSync(path, "utf8");
    assert.equal(csv.codePointAt(0), 0xfeff);
    assert.equal(csv.trimEnd().split("\r\n").length, rows + 1);
    assert.ok(csv.includes("'=HYPERLINK(1)") && !/(^|,)=/mu.test(csv));
    const trail = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 20 }));
    assert.equal(trail.entries.find(({ kind }) => kind === "case-list-exported")?.details["entries"], rows);
  });

  it("look as their person left them", async () => {
    const view = {
      columns: [{ id: "title", widthPx: 400, isHidden: false }],
      sorts: [{ column: "due", direction: "descending" as const }],
      density: "dense" as const,
    };
    assert.equal(must(await kura.host.tables.view({ name: "cases" })).view, null);
    must(await kura.host.tables.keepView({ name: "cases", view }));
    assert.deepEqual(must(await kura.host.tables.view({ name: "cases" })).view, view);
  });
});
