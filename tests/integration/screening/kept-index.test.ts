import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { blockBytes } from "../../../electron/screening/index/segment-blocks.ts";
import type { IndexedEntry } from "../../../electron/screening/index/segment-builder.ts";
import { foundAtOnce } from "../../../electron/services/name-search/listed-entries.ts";
import { createNameSearch, type NameSearch } from "../../../electron/services/name-search.ts";
import { createTasks } from "../../../electron/services/tasks.ts";
import { openBackupFolder } from "../../../electron/vault/backup/restore-snapshot.ts";
import { type ListedVault, storeEdition } from "../../support/listed-vault.ts";
import { appVaults, restoreTo, setBackupScene, snapshot, tablesOf } from "../vault/backup/backup-scene.ts";
import { atEnd, must, passphrase } from "../vault/scratch-vault.ts";

const queries = [
  { name: "OSTRENKO Viktor", type: "person" },
  { name: "髙﨑 Halvo7", type: "person" },
  { name: "𠮷村 ポリ11", type: "person" },
  { name: "葛󠄀城", type: "person" },
] as const;

function entriesOf(count: number): readonly IndexedEntry[] {
  return Array.from({ length: count }, (_, number): IndexedEntry => {
    const names = number % 400 === 0 ? ["Viktor Ostrenko", "葛城"] : [`高崎 Halvo${number}`, `𠮷村 ﾎﾟﾘ${number}`];
    return { entryKey: number.toString(16).padStart(32, "0"), type: "person", names };
  });
}

function newSearch(t: TestContext): NameSearch {
  const publish = { progress: () => undefined, ended: () => undefined };
  const search = createNameSearch({
    program: new URL("../../../electron/screening/index/screening-worker.ts", import.meta.url),
    tasks: createTasks({ monotonicMs: () => performance.now(), publish }),
  });
  atEnd(t, search.forget);
  return search;
}

/** The same vault, counting how often entries are read to be indexed. */
function watched(open: ListedVault): { readonly open: ListedVault; readings(): number } {
  let readings = 0;
  const { lists } = open.tables;
  const entriesFrom: typeof lists.entriesFrom = (...asked) => {
    readings += 1;
    return lists.entriesFrom(...asked);
  };
  return {
    open: { ...open, tables: { ...open.tables, lists: { ...lists, entriesFrom } } },
    readings: () => readings,
  };
}

describe("an index kept in the vault", () => {
  for (const { what, sql, isRead } of [
    { what: "is searched as it is in a restored backup", sql: "", isRead: false },
    {
      what: "is made anew in a restored backup that was taken before all of it was kept",
      sql: "DELETE FROM name_index",
      isRead: true,
    },
    {
      what: "is made anew in a restored backup where bytes of one block have changed",
      sql: "UPDATE name_index_block SET block = CAST(substr(block, 1, 900) || x'ff00ff' || substr(block, 904) AS BLOB) WHERE number = 2",
      isRead: true,
    },
  ]) {
    test(`${what}, with the same answers`, async (t) => {
      const scene = await setBackupScene(t);
      const open: ListedVault = { vault: scene.vault, tables: tablesOf(scene.vault) };
      storeEdition(open, entriesOf(2_400), { number: 1 });
      const search = newSearch(t);
      const before = await search.search(open, queries);
      await search.settled();
      assert.ok(before.found.every((found) => found.length > 0));
      if (sql !== "") assert.equal(open.vault.db.prepare(sql).run().changes, 1);
      const made = await snapshot(scene);
      const target = join(scene.folder, "restored");
      must(await must(await openBackupFolder(scene.root)).restore(made.name, restoreTo(target)));
      const vault = must(await appVaults().open({ folder: target, passphrase }));
      atEnd(t, () => vault.close());
      const restored = watched({ vault, tables: tablesOf(vault) });
      assert.deepEqual(await newSearch(t).search(restored.open, queries), before);
      assert.equal(restored.readings() > 0, isRead);
    });
  }

  test("goes into the file in small parts, so that no single one holds the engine long", async (t) => {
    const { vault, folder } = await setBackupScene(t);
    const open: ListedVault = { vault, tables: tablesOf(vault) };
    const edition = storeEdition(open, entriesOf(9_000), { number: 1 });
    vault.db.checkpoint();
    const search = newSearch(t);
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(most, statSync(join(folder, "v", "vault.db-wal")).size);
    }, 1);
    await search.search(open, queries);
    await search.settled();
    clearInterval(look);
    const kept = open.tables.nameIndex.find(edition.id)?.blocks ?? 0;
    assert.ok(kept * blockBytes > 10 * blockBytes, `${kept} blocks`);
    assert.ok(most > 0 && most < 6 * blockBytes, `${most} bytes in the log`);
  });
});

test("what a search found is read from the vault in parts, others having their turn between them", async (t) => {
  const { vault } = await setBackupScene(t);
  const open: ListedVault = { vault, tables: tablesOf(vault) };
  storeEdition(open, entriesOf(2_400), { number: 1 });
  let atOnce = 0;
  let most = 0;
  const { lists } = open.tables;
  const entry: typeof lists.entry = (...asked) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    return lists.entry(...asked);
  };
  const counting: ListedVault = { ...open, tables: { ...open.tables, lists: { ...lists, entry } } };
  let running = true;
  const others = (): void => {
    atOnce = 0;
    if (running) setImmediate(others);
  };
  others();
  const many = Array.from({ length: 60 }, () => queries[0]);
  const { found } = await newSearch(t).search(counting, many);
  running = false;
  assert.ok(found.flat().length > foundAtOnce * 4, `${found.flat().length} found`);
  assert.ok(most <= foundAtOnce, `${most} at once`);
});
