import { join } from "node:path";
import { test } from "node:test";
import type { IndexedEntry } from "../../electron/screening/index/segment-builder.ts";
import { createNameSearch } from "../../electron/services/name-search.ts";
import { createTasks } from "../../electron/services/tasks.ts";
import { openListedVault, storeEdition } from "../support/listed-vault.ts";
import { must } from "../support/must.ts";
import { createVault, startTestEngine } from "../support/test-engine.ts";
import { shown } from "./screening/bench-numbers.ts";
import { createNameMaker } from "./screening/name-maker.ts";
import { watchTurns } from "./screening/turn-watch.ts";

/** How long the engine's own thread is held while an index is built, kept and loaded. `KURA_NAMES` sets the size. */
const names = Number(process.env["KURA_NAMES"] ?? 100_000);

const words = "Ostrenko Varno Halvoe Maskel Torbin Odrun Vestal Brenka Sorano Lideva Karmolin Pestrova".split(" ");

function longest(times: readonly number[]): number {
  return times.reduce((most, time) => Math.max(most, time), 0);
}

test("prints how long the engine is held while it indexes", { timeout: 600_000 }, async () => {
  const kura = await startTestEngine();
  await createVault(kura.host);
  must(await kura.host.vault.lock({}));
  const open = await openListedVault(join(kura.folder, "vault"));
  const make = createNameMaker({ personWords: words, organisationWords: words, japanese: ["髙﨑", "𠮷村", "葛城"] }, 5);
  const entries = Array.from({ length: names }, (_, at): IndexedEntry => {
    const { text, type } = make();
    return { entryKey: at.toString(16).padStart(32, "0"), type, names: [text] };
  });
  storeEdition(open, entries, { number: 1 });
  const tasks = createTasks({
    monotonicMs: () => performance.now(),
    publish: { progress: () => undefined, ended: () => undefined },
  });
  const program = new URL("../../electron/screening/index/screening-worker.ts", import.meta.url);
  const rows = [];
  for (const what of ["built and kept", "loaded from what was kept"]) {
    const search = createNameSearch({ program, tasks });
    const startMs = performance.now();
    const watch = watchTurns();
    await search.search(open, [{ name: "Varno Torbin", type: "person" }]);
    const readyS = (performance.now() - startMs) / 1000;
    await search.settled();
    const turns = watch.end();
    search.forget();
    rows.push({
      names,
      what,
      "ready s": shown(readyS, 1),
      "held longest ms": shown(longest(turns.map(({ wallMs }) => wallMs)), 1),
      "over 30 ms": turns.filter(({ wallMs }) => wallMs > 30).length,
      "over 50 ms": turns.filter(({ wallMs }) => wallMs > 50).length,
      "longest cpu ms": shown(longest(turns.map(({ cpuMs }) => cpuMs)), 1),
      "over 30 ms cpu": turns.filter(({ cpuMs }) => cpuMs > 30).length,
    });
  }
  console.table(rows);
  open.vault.close();
  await kura.close();
});
