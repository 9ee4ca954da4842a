import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { test } from "node:test";
import type { IndexedEntry } from "../../electron/screening/index/segment-builder.ts";
import { createNameSearch } from "../../electron/services/name-search.ts";
import { createTasks } from "../../electron/services/tasks.ts";
import { openListedVault, storeEdition } from "../support/listed-vault.ts";
import { must } from "../support/must.ts";
import { createVault, startTestEngine } from "../support/test-engine.ts";
import { shown } from "./screening/bench-numbers.ts";
import { createNameMaker } from "./screening/name-maker.ts";

/** How long the engine's own thread is held while an index is built, kept and loaded. `KURA_NAMES` sets the size. */
const names = Number(process.env["KURA_NAMES"] ?? 100_000);

const words = "Ostrenko Varno Halvoe Maskel Torbin Odrun Vestal Brenka Sorano Lideva Karmolin Pestrova".split(" ");

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
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const startMs = performance.now();
    delay.enable();
    await search.search(open, [{ name: "Varno Torbin", type: "person" }]);
    const readyS = (performance.now() - startMs) / 1000;
    await search.settled();
    delay.disable();
    search.forget();
    rows.push({
      names,
      what,
      "ready s": shown(readyS, 1),
      "held p50 ms": shown(delay.percentile(50) / 1e6, 1),
      "held p99 ms": shown(delay.percentile(99) / 1e6, 1),
      "held longest ms": shown(delay.max / 1e6, 1),
    });
  }
  console.table(rows);
  open.vault.close();
  await kura.close();
});
