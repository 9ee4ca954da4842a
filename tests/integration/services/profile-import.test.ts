import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import type { ProfileImport } from "../../../shared/domain/profile/import.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const table =
  "所属,職名,開始,終了\n虚構大学 葛󠄀研究室,教授,2019年4月,現在\n架空社,顧問,いつか,\n,無所属,2020,2021\n架空研究所,研究員,H27.4,平成31年3月\n";

describe("importing a CV or a publication list", () => {
  let kura: TestEngine;
  let dossierId: DossierId;
  let subjectId: SubjectId;
  let files = 0;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    const subject = {
      ...{
        kind: "person" as const,
        role: "principal" as const,
        names: [{ kind: "primary" as const, text: "髙﨑 𠮷" }],
      },
      ...{ country: "", identifiers: ["ORCID 0000-0002-1825-0097"], note: "" },
    };
    const request = { kind: "person", title: "架空の案件", subject, hostUnit: "受入室", noConflict: true } as const;
    const made = must(await kura.host.dossiers.create(request));
    dossierId = made.id;
    const [first] = made.subjects;
    assert.ok(first);
    subjectId = first.id;
  });
  after(() => kura.close());

  async function begin(text: string | Uint8Array, name = "list.csv") {
    files += 1;
    const path = join(kura.folder, `${files}-${name}`);
    writeFileSync(path, text);
    kura.answers["profile"] = [path];
    return kura.host.profile.beginImport({ dossierId, subjectId });
  }
  const entries = async () => must(await kura.host.profile.open({ dossierId })).entries;
  const problems = ({ lines }: ProfileImport) => lines.map(({ line, problem }) => [line, problem]);

  test("shows every line with what stands against it, stores the chosen ones, and takes them back", async () => {
    const begun = must(await begin(table));
    assert.deepEqual(problems(begun), [
      [2, null],
      [3, "dates-unclear"],
      [4, "no-lead"],
      [5, null],
    ]);
    assert.deepEqual(await entries(), []);
    const chosen = begun.lines.filter(({ entry }) => entry !== null).map(({ id }) => id);
    const { importId, mapping } = begun;
    const { batchId, added } = must(
      await kura.host.profile.finishImport({ dossierId, importId, mapping, lines: chosen }),
    );
    assert.equal(added, 2);
    const stored = await entries();
    assert.deepEqual(
      stored.map(({ organisation, title, period }) => [organisation, title, period.from, period.to]),
      [
        ["虚構大学 葛󠄀研究室", "教授", "2019-04", "ongoing"],
        ["架空研究所", "研究員", "2015-04", "2019-03"],
      ],
    );
    assert.match(stored[0]?.source.text ?? "", /list\.csv \(2\)/u);
    assert.deepEqual(must(await kura.host.profile.undoImport({ dossierId, batchId })), { removed: 2, kept: 0 });
    assert.deepEqual(await entries(), []);
  });

  test("keeps what somebody has changed since, when an import is taken back", async () => {
    const begun = must(await begin(table));
    const { importId, mapping } = begun;
    const lines = begun.lines.map(({ id }) => id);
    const { batchId } = must(await kura.host.profile.finishImport({ dossierId, importId, mapping, lines }));
    const [first] = await entries();
    assert.ok(first);
    const { id, revision, batchId: _batch, at: _at, by: _by, ...entry } = first;
    must(
      await kura.host.profile.putEntry({ dossierId, entryId: id, revision, entry: { ...entry, title: "客員教授" } }),
    );
    assert.deepEqual(must(await kura.host.profile.undoImport({ dossierId, batchId })), { removed: 1, kept: 1 });
    assert.equal((await entries())[0]?.title, "客員教授");
  });

  test("knows what is there already and the mapping of a header it has seen", async () => {
    const begun = must(await begin(table));
    assert.equal(begun.isKnownMapping, true);
    const again = begun.lines.find(({ line }) => line === 2);
    assert.equal(again?.duplicateOf, null, "the stored one has another title by now");
    const mapping = { ...(begun.mapping ?? assert.fail()), title: null };
    const remapped = must(await kura.host.profile.remapImport({ dossierId, importId: begun.importId, mapping }));
    assert.equal(remapped.lines[0]?.entry?.title, "");
    const other = must(await begin("所属,職名,開始,終了\n虚構大学葛󠄀研究室,客員教授,2019/4,現在\n"));
    assert.notEqual(other.lines[0]?.duplicateOf, null);
  });

  test("tells whether a record of ORCID is the subject's own, without showing the number", async () => {
    const record = (path: string) =>
      JSON.stringify({
        "orcid-identifier": { path },
        "activities-summary": { works: { group: [{ "work-summary": [{ title: { title: { value: "論文" } } }] }] } },
      });
    const own = must(await begin(record("0000-0002-1825-0097"), "own.json"));
    assert.equal(own.isOwn, true);
    assert.ok(!JSON.stringify(own).includes("0000-0002"));
    assert.equal(must(await begin(record("0000-0002-1694-233X"), "other.json")).isOwn, false);
  });

  test("refuses what it cannot read in words that say why, and nothing is stored", async () => {
    const before = await entries();
    const why = async (text: string | Uint8Array) => {
      const begun = await begin(text);
      assert.ok(!begun.ok);
      return [begun.error.code, begun.error.details?.["why"], begun.error.details?.["line"]];
    };
    assert.deepEqual(await why("%PDF-1.7"), ["profile-unreadable", "pdf", 0]);
    assert.deepEqual(await why('a,b\n1,2\n"open'), ["profile-unreadable", "broken", 3]);
    assert.deepEqual(await why("ただの文です。"), ["profile-unreadable", "format_unknown", 0]);
    assert.deepEqual(await why(`a,b\n${"x,y\n".repeat(10_001)}`), ["profile-unreadable", "too_large", 0]);
    assert.equal(codeOf(await begin(new Uint8Array(8 * 1024 * 1024 + 1))), "file-too-large");
    assert.deepEqual(await entries(), before);
  });

  test("is forgotten when it is dropped", async () => {
    const { importId, mapping } = must(await begin(table));
    must(await kura.host.profile.dropImport({ dossierId, importId }));
    assert.equal(
      codeOf(await kura.host.profile.finishImport({ dossierId, importId, mapping, lines: [1] })),
      "unknown-import",
    );
  });
});
