import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import type { SubjectInput } from "../../../shared/domain/party.ts";
import { blankEntry } from "../../../shared/domain/profile/entry.ts";
import type { LinkInput } from "../../../shared/domain/profile/link.ts";
import { noFilters, type SearchFilters, type SearchGroup } from "../../../shared/domain/search.ts";
import { must } from "../../support/must.ts";
import { as, cast, letCastIn, openBeside, restrict } from "../../support/restricted-scene.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { changePlaces } from "../../support/second-person.ts";
import { codeOf, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { openCase } from "../../support/whole-job.ts";

let kura: TestEngine;
let scene: Scene;
let ids: Readonly<Record<keyof typeof cast, PersonId>>;

before(async () => {
  kura = await startTestEngine({ indexEveryMs: 20 });
  scene = await setScene(kura);
  ids = await letCastIn(kura);
});
after(() => kura.close());

interface Options {
  readonly filters?: Partial<SearchFilters>;
  readonly within?: DossierId;
  readonly perCase?: number;
  readonly asked?: boolean;
}

type Page = { readonly groups: SearchGroup[]; readonly cursor: string | null };

/** Everything that a search finds, page after page. */
async function find(
  query: string,
  { filters, within, perCase = 50, asked = false }: Options = {},
): Promise<SearchGroup[]> {
  const groups: SearchGroup[] = [];
  let cursor: string | null = null;
  do {
    const request = { query, filters: { ...noFilters, ...filters }, within: within ?? null, limit: 3, perCase, asked };
    const page: Page = must(await kura.host.search.find({ ...request, cursor }));
    groups.push(...page.groups);
    cursor = page.cursor;
  } while (cursor !== null);
  return groups;
}

const casesIn = (groups: readonly SearchGroup[]): DossierId[] => groups.map((group) => group.dossierId);
const hitsIn = (groups: readonly SearchGroup[]): string[] =>
  groups.flatMap(({ hits }) => hits.map(({ place, field }) => `${place}.${field}`));
const marked = (groups: readonly SearchGroup[]): string[] =>
  groups.flatMap(({ hits }) => hits.flatMap(({ snippet }) => snippet.filter(({ hit }) => hit).map(({ text }) => text)));

async function write(fact: string): Promise<void> {
  const { answers } = must(await kura.host.checklist.open({ dossierId: scene.dossierId }));
  const revision = answers.find((answer) => answer.itemId === scene.itemId)?.revision ?? 0;
  const { dossierId, itemId } = scene;
  must(await kura.host.checklist.record({ dossierId, itemId, baseRevision: revision, patch: { fact } }));
}

describe("what was just written", () => {
  test("is found at once, by words of one, two and three characters, in any form of its letters", async () => {
    await write("発起人は髙﨑 𠮷である。ﾊﾝｶｸの届。");
    for (const query of ["崎", "高崎", "高崎吉", "はんかく", "髙﨑 届"]) {
      const groups = await find(query);
      assert.ok(casesIn(groups).includes(scene.dossierId), query);
      assert.ok(hitsIn(groups).includes("answer.fact"), query);
    }
    assert.deepEqual(marked(await find('"髙﨑 𠮷である"')), ["髙﨑 𠮷である"]);
  });

  test("is no longer found once it was written over", async () => {
    await write("珍獣鵺の記録");
    assert.equal((await find("鵺")).length, 1);
    await write("別の記録");
    assert.deepEqual(await find("鵺"), []);
  });

  test("is found in what a profile holds and in ties between subjects, and no longer once it is taken out", async () => {
    const { dossierId } = scene;
    const input: SubjectInput = {
      ...{ kind: "organisation", role: "owner", names: [{ kind: "primary", text: "葛󠄀城ﾎｰﾙﾃﾞｨﾝｸﾞｽ" }] },
      ...{ country: "", identifiers: [], note: "" },
    };
    const { subjects } = must(await kura.host.dossiers.addSubject({ dossierId, subject: input }));
    const [from, to] = [subjects[0]?.id, subjects.at(-1)?.id];
    assert.ok(from !== undefined && to !== undefined);
    const post = {
      ...blankEntry(from, "post"),
      organisation: "鸞鳳研究所 𠮷分室",
      source: { evidenceId: null, text: "履歴書" },
    };
    const entry = must(await kura.host.profile.putEntry({ dossierId, entryId: null, revision: 0, entry: post }));
    const tie: LinkInput = {
      ...{ kind: "funding", from: to, to: from, role: "麒麟計画の資金", share: null, directness: null },
      ...{
        period: { from: null, to: null },
        certainty: "likely",
        note: "",
        source: { evidenceId: null, text: "官報" },
      },
    };
    must(await kura.host.profile.putLink({ dossierId, linkId: null, revision: 0, link: tie }));
    assert.deepEqual(hitsIn(await find("鸞鳳研究所")), ["entry.organisation"]);
    assert.deepEqual(hitsIn(await find("麒麟")), ["link.role"]);
    assert.deepEqual(hitsIn(await find("鸞鳳", { filters: { places: ["link"] } })), []);
    must(await kura.host.profile.removeEntry({ dossierId, entryId: entry.id, revision: entry.revision }));
    assert.deepEqual(hitsIn(await find("鸞鳳研究所")), []);
  });

  test("is found after locking and unlocking, with an index that was not made anew", async () => {
    await write("縞馬の記録");
    assert.equal((await find("縞馬")).length, 1);
    await changePlaces(kura.host, testPassphrase);
    const vault = must(await kura.host.vault.status({}));
    assert.equal(vault.state, "open");
    assert.equal((await find("縞馬")).length, 1);
  });
});

describe("a search", () => {
  test("never takes 東京都 for 京都, in either direction of a false pair", async () => {
    await write("東京、京都、都東");
    assert.deepEqual(await find("東京都"), []);
    assert.equal((await find("京都")).length, 1);
    assert.equal((await find('"東京、京都"')).length, 1);
  });

  test("asks for all words in one place, takes quotes whole, and leaves out what a minus excludes", async () => {
    await write("量子計算 の 共同研究");
    assert.equal((await find("量子 共同")).length, 1);
    assert.deepEqual(await find('"量子共同"'), []);
    assert.deepEqual(await find("量子 -共同"), []);
    assert.deepEqual(await find("-量子"), []);
  });

  test("finds case heads, subjects, intake, triage, measures, decisions and evidence", async () => {
    const groups = await find("架空", { within: scene.decidedId, perCase: 200 });
    const places = new Set(groups.flatMap(({ hits }) => hits.map(({ place }) => place)));
    for (const place of ["head", "subject", "intake", "triage", "answer", "evidence"] as const)
      assert.ok(places.has(place), place);
  });

  test("leads to the item, the field and the evidence, with the words that name them", async () => {
    await write("青磁の壺");
    const [group] = await find("青磁");
    const [hit] = group?.hits ?? [];
    assert.equal(hit?.key, scene.itemId);
    assert.equal(hit?.field, "fact");
    assert.ok(typeof hit?.label === "object" && hit.label !== null && hit.label.ja.length > 0);
    const evidence = await find("evidenceTitle", { filters: { places: ["evidence"] } });
    assert.ok(evidence.some(({ hits }) => hits.some(({ key }) => key === scene.evidenceId)));
  });

  test("does not look into fields that are shown on demand alone", async () => {
    const { dossierId } = scene;
    must(await kura.host.dossiers.setIntake({ dossierId, field: "residency", value: "秘匿居住地" }));
    assert.deepEqual(await find("秘匿居住地"), []);
    assert.deepEqual(await find("subjectNote"), []);
    assert.deepEqual(await find("identifier"), []);
  });

  test("does not look into half-written forms", async () => {
    const { dossierId } = scene;
    must(await kura.host.drafts.keep({ dossierId, form: "gate.G1", body: JSON.stringify("書きかけの玻璃") }));
    assert.deepEqual(await find("玻璃"), []);
  });

  test("is narrowed by kind of place, kind of case, state, depth, day, evidence type and own cases", async () => {
    await write("瑠璃色の記載");
    const count = async (filters: Partial<SearchFilters>): Promise<number> =>
      (await find("瑠璃色", { filters })).length;
    assert.equal(await count({}), 1);
    assert.equal(await count({ places: ["answer"] }), 1);
    assert.equal(await count({ places: ["evidence", "head"] }), 0);
    assert.equal(await count({ kinds: ["institution"] }), 1);
    assert.equal(await count({ kinds: ["person"] }), 0);
    assert.equal(await count({ states: ["draft", "in-enquiry", "ready"] }), 1);
    assert.equal(await count({ states: ["closed"] }), 0);
    assert.equal(await count({ from: "2020-01-01" }), 1);
    assert.equal(await count({ to: "2020-01-01" }), 0);
    assert.equal(await count({ own: true }), 1);
    assert.equal(await count({ evidenceTypes: ["registry_copy"] }), 0);
    const ofType = await find("evidenceTitle", { filters: { evidenceTypes: ["registry_copy"] } });
    assert.equal(ofType.length, 2);
    assert.deepEqual(await find("evidenceTitle", { filters: { evidenceTypes: ["interview_memo"] } }), []);
    await as(kura, "other", async () => assert.deepEqual(await find("瑠璃色", { filters: { own: true } }), []));
  });

  test("for nothing answers the cases changed last", async () => {
    const page = must(
      await kura.host.search.find({
        query: " ",
        filters: noFilters,
        within: null,
        cursor: null,
        limit: 1,
        perCase: 1,
        asked: false,
      }),
    );
    assert.equal(page.groups.length, 1);
    assert.deepEqual(page.groups[0]?.hits, []);
  });

  test("says that a case holds more than was asked for, and page after page repeats none", async () => {
    const [group] = await find("架空", { perCase: 1, within: scene.dossierId });
    assert.equal(group?.hits.length, 1);
    assert.equal(group?.more, true);
    for (let n = 0; n < 5; n += 1) await openCase(scene.desk, (field) => `${field} 玉虫`);
    const cases = casesIn(await find("玉虫", { perCase: 2 }));
    assert.equal(cases.length, 5);
    assert.equal(new Set(cases).size, 5);
  });
});

/** A letter that nothing else here holds; alone in its plane, so that the index writes it out in full. */
const rare = "\u{2a6d6}";

/** How many pages of the index hold these letters, looked at beside the engine, which is locked meanwhile. */
async function pagesWith(letters: string): Promise<number> {
  must(await kura.host.vault.lock({}));
  const beside = await openBeside(kura, cast.other.passphrase);
  try {
    const blocks = beside.db.prepare<[], { block: Uint8Array }>("SELECT block FROM search_gram_data").all();
    return blocks.filter(({ block }) => Buffer.from(block).includes(Buffer.from(letters))).length;
  } finally {
    beside.close();
    await changePlaces(kura.host, testPassphrase);
  }
}

describe("need to know", () => {
  test("a restricted case is found by its readers and by nobody else, and nothing of it stays in the index", async () => {
    const { id } = await openCase(scene.desk, (field) => `${field} 秘色${rare}`);
    assert.deepEqual(casesIn(await find("秘色")), [id]);
    assert.ok((await pagesWith(rare)) > 0);
    await restrict(kura, id, [ids.named]);
    assert.deepEqual(casesIn(await find("秘色")), [id]);
    assert.equal((await find("秘色"))[0]?.restricted, true);
    await as(kura, "named", async () => assert.deepEqual(casesIn(await find("秘色")), [id]));
    await as(kura, "other", async () => {
      const page = must(
        await kura.host.search.find({
          query: "秘色",
          filters: noFilters,
          within: null,
          cursor: null,
          limit: 50,
          perCase: 9,
          asked: true,
        }),
      );
      assert.deepEqual(page, { groups: [], cursor: null, behind: null });
      const within = {
        query: "秘色",
        filters: noFilters,
        within: id,
        cursor: null,
        limit: 50,
        perCase: 9,
        asked: true,
      };
      assert.equal(codeOf(await kura.host.search.find(within)), "unknown-dossier");
    });
    // The purge rewrites the index's pages in the background, little by little.
    for (let n = 0; n < 20 && (await pagesWith(rare)) > 0; n += 1) await setTimeout(200);
    assert.equal(await pagesWith(rare), 0);
    must(await kura.host.dossiers.update({ dossierId: id, title: "改めた題 秘色改" }));
    assert.deepEqual(casesIn(await find("秘色改")), [id]);
    must(await kura.host.access.open({ dossierId: id, passphrase: testPassphrase }));
    await as(kura, "other", async () => assert.deepEqual(casesIn(await find("秘色改")), [id]));
  });

  test("a case in which the person declared a conflict is not found by them", async () => {
    const { id } = await openCase(scene.desk, (field) => `${field} 利害鵲`);
    await as(kura, "other", async () => {
      assert.deepEqual(casesIn(await find("利害鵲")), [id]);
      must(
        await kura.host.access.declare({
          dossierId: id,
          hasConflict: true,
          note: "当人の恩師であり、判断の公正に疑義が生じるため。",
        }),
      );
      assert.deepEqual(await find("利害鵲"), []);
    });
    assert.deepEqual(casesIn(await find("利害鵲")), [id]);
  });

  test("nobody without a right to cases searches at all", async () => {
    await as(kura, "keeper", async () => {
      const request = {
        query: "架空",
        filters: noFilters,
        within: null,
        cursor: null,
        limit: 5,
        perCase: 1,
        asked: false,
      };
      assert.equal(codeOf(await kura.host.search.find(request)), "not-permitted");
    });
  });
});

describe("the trail", () => {
  test("notes one search that was asked for, with the number of cases and without a word of the query", async () => {
    await find("架空鵲", { asked: true });
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 50 }));
    const [latest] = entries;
    assert.equal(latest?.kind, "cases-searched");
    assert.ok(!JSON.stringify(latest).includes("鵲"));
  });
});

describe("what a person keeps of their searches", () => {
  test("is theirs alone, survives a lock, and holds recent queries only where they want it", async () => {
    const before = must(await kura.host.search.book({}));
    assert.deepEqual(before, { saved: [], keepsRecent: false, recent: [] });
    await find("覚えない語", { asked: true });
    assert.deepEqual(must(await kura.host.search.book({})).recent, []);
    must(await kura.host.search.keepRecent({ on: true }));
    await find("覚える語", { asked: true });
    const filters = { ...noFilters, own: true };
    must(await kura.host.search.keep({ id: null, name: "名のある検索", query: "架空", filters }));
    await as(kura, "other", async () => assert.deepEqual(must(await kura.host.search.book({})).saved, []));
    const { saved, recent } = must(await kura.host.search.book({}));
    assert.deepEqual(
      saved.map(({ name }) => name),
      ["名のある検索"],
    );
    assert.deepEqual(recent, ["覚える語"]);
    must(await kura.host.search.forget({ id: saved[0]?.id ?? "" }));
    assert.deepEqual(must(await kura.host.search.keepRecent({ on: false })), {
      saved: [],
      keepsRecent: false,
      recent: [],
    });
  });
});
