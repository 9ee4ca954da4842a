import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import type { IndexedEntry } from "../../../electron/screening/index/segment-builder.ts";
import { createNameSearch, NameSearchStopped } from "../../../electron/services/name-search.ts";
import { createTasks } from "../../../electron/services/tasks.ts";
import type { Edition } from "../../../shared/domain/screening.ts";
import { type ListedVault, openListedVault, storeEdition } from "../../support/listed-vault.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const program = new URL("../../../electron/screening/index/screening-worker.ts", import.meta.url);
const query = { name: "OSTRENKO Viktor", type: "person" } as const;

function entriesOf(count: number, from = 0): readonly IndexedEntry[] {
  return Array.from({ length: count }, (_, at): IndexedEntry => {
    const number = from + at;
    const names =
      number % 500 === 0 ? ["Viktor Ostrenko", "Виктор Остренко"] : [`髙﨑 Halvo${number}`, `𠮷村 ﾎﾟﾘ${number}`];
    return { entryKey: number.toString(16).padStart(32, "0"), type: "person", names };
  });
}

let kura: TestEngine;
let folder: string;
let first: Edition;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  must(await kura.host.vault.lock({}));
  folder = join(kura.folder, "vault");
  const open = await openListedVault(folder);
  first = storeEdition(open, entriesOf(4_000), { number: 1 });
  open.vault.close();
});
after(() => kura.close());

const said: { readonly label: string; readonly done: number; readonly total: number }[] = [];
beforeEach(() => said.splice(0));

function newSearch(worker = program) {
  const tasks = createTasks({
    monotonicMs: () => performance.now(),
    publish: { progress: (payload) => said.push(payload), ended: () => undefined },
  });
  return createNameSearch({ program: worker, tasks });
}

async function withVault<T>(work: (open: ListedVault) => Promise<T>): Promise<T> {
  const open = await openListedVault(folder);
  try {
    return await work(open);
  } finally {
    open.vault.close();
  }
}

/** Reading entries again would be a rebuild: this vault has none to read. */
function withoutEntries(open: ListedVault): ListedVault {
  const entriesFrom = (): never => assert.fail("the entries were read again");
  return { ...open, tables: { ...open.tables, lists: { ...open.tables.lists, entriesFrom } } };
}

describe("searching names in lists", () => {
  test("finds entries with progress, and from what was kept after a lock without reading the entries", async () => {
    const search = newSearch();
    const built = await withVault(async (open) => {
      const answer = await search.search(open, [query]);
      await search.settled();
      search.forget();
      return answer;
    });
    assert.equal(built.found[0]?.length, 8);
    assert.equal(built.found[0]?.[0]?.entry.names[0]?.text, "Viktor Ostrenko");
    assert.deepEqual(said.at(-1), { ...said.at(-1), label: "name-index", done: 4_000, total: 4_000 });
    const again = newSearch();
    const loaded = await withVault((open) => again.search(withoutEntries(open), [query]));
    again.forget();
    assert.deepEqual(loaded, built);
  });

  for (const [what, sql] of [
    ["damaged", "UPDATE name_index_block SET block = zeroblob(length(block)) WHERE number = 3"],
    ["incomplete", "DELETE FROM name_index_block WHERE number = 5"],
    ["of an older version", "UPDATE name_index SET version = version - 1"],
  ] as const) {
    test(`builds an index anew that is ${what}`, async () => {
      await withVault(async (open) => {
        const search = newSearch();
        await search.search(open, [query]);
        await search.settled();
        search.forget();
        assert.equal(open.vault.db.prepare(sql).run().changes > 0, true);
        const again = newSearch();
        const { found } = await again.search(open, [query]);
        await again.settled();
        again.forget();
        assert.equal(found[0]?.length, 8);
        const third = newSearch();
        const kept = await third.search(withoutEntries(open), [query]);
        third.forget();
        assert.equal(kept.found[0]?.length, 8);
      });
    });
  }

  test("indexes a new edition alone, searches the earlier one still, and lets go of what is kept of it", async () => {
    await withVault(async (open) => {
      const search = newSearch();
      await search.search(open, [query]);
      const second = storeEdition(open, entriesOf(3_000), { number: 2 });
      const now = await search.search(open, [query]);
      assert.deepEqual(
        now.editions.map(({ id }) => id),
        [second.id],
      );
      assert.equal(now.found[0]?.length, 6);
      const then = await search.searchIn(open, [first.id], [query]);
      assert.equal(then.found[0]?.length, 8);
      await search.settled();
      assert.deepEqual(open.tables.nameIndex.editions(), [second.id]);
      search.forget();
    });
  });

  test("holds changed entries against many names, and finds what a search of each name finds", async () => {
    await withVault(async (open) => {
      const search = newSearch();
      const queries = [
        query,
        { name: "Halvo1001 髙﨑", type: "person" },
        { name: "Nobody Listed", type: "person" },
      ] as const;
      const [edition] = open.tables.lists.current();
      assert.ok(edition !== undefined);
      const entryKeys = ["0".repeat(32), (1_001).toString(16).padStart(32, "0"), "no such key"];
      const changed = await search.searchChanged(open, { editionId: edition.id, entryKeys }, queries);
      const whole = await search.search(open, queries);
      search.forget();
      const among = whole.found.map((found) => found.filter(({ entry }) => entryKeys.includes(entry.entryKey)));
      const keyAndScore = (found: typeof among) =>
        found.map((own) => own.map(({ candidate }) => [candidate.entryKey, candidate.score]));
      assert.deepEqual(keyAndScore(changed.found.map((own) => [...own])), keyAndScore(among));
      assert.deepEqual(
        among.map(({ length }) => length),
        [1, 1, 0],
      );
    });
  });

  test("says so when the worker cannot run, and keeps nothing", async () => {
    await withVault(async (open) => {
      const search = newSearch(new URL("data:text/javascript,process.exit(3)"));
      await assert.rejects(search.search(open, [query]), NameSearchStopped);
    });
  });

  test("ends at once when the vault locks in the middle of building", async () => {
    const open = await openListedVault(folder);
    storeEdition(open, entriesOf(20_000, 100_000), { number: 3, title: "長い架空リスト" });
    const search = newSearch();
    const searching = search.search(open, [query]);
    while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    search.forget();
    open.vault.close();
    await assert.rejects(searching, NameSearchStopped);
  });
});
