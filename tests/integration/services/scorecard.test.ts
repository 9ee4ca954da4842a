import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { scoreBenchPair } from "../../../electron/screening/bench/judge-bench.ts";
import { scriptOf } from "../../../electron/screening/names/scripts.ts";
import { Bench, type BenchPair, measuresOf, pairsIn } from "../../../shared/domain/scorecard.ts";
import { must } from "../../support/must.ts";
import { as, letCastIn, restrict } from "../../support/restricted-scene.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

describe("a measurement", () => {
  let kura: TestEngine;
  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
  });
  after(() => kura.close());

  test("is refused while the vault is locked", async () => {
    const vaultId = must(await kura.host.vault.status({})).vaults[0]?.vaultId ?? "";
    must(await kura.host.vault.lock({}));
    assert.equal(codeOf(await kura.host.scorecard.read({})), "vault-locked");
    assert.equal(codeOf(await kura.host.scorecard.run({ taskId: "t" })), "vault-locked");
    must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  });

  test("that is cancelled leaves nothing, and the window is answered while it goes on", async () => {
    const running = kura.host.scorecard.run({ taskId: "measure" });
    while (!kura.events.some(({ topic }) => topic === "task.progress")) await new Promise(setImmediate);
    must(await kura.host.dossiers.list({}));
    must(await kura.host.app.cancelTask({ taskId: "measure" }));
    assert.equal(codeOf(await running), "cancelled");
    assert.deepEqual(must(await kura.host.scorecard.read({})).runs, []);
  });

  test("ends with the lock, without a run", async () => {
    const vaultId = must(await kura.host.vault.status({})).vaults[0]?.vaultId ?? "";
    const running = kura.host.scorecard.run({ taskId: "measure" });
    await new Promise(setImmediate);
    must(await kura.host.vault.lock({}));
    assert.ok(["cancelled", "vault-locked"].includes(codeOf(await running)));
    must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
    assert.deepEqual(must(await kura.host.scorecard.read({})).runs, []);
  });

  test("judges every pair of the bench, names each it got wrong, and is kept", async () => {
    const { bench } = must(await kura.host.scorecard.read({}));
    const run = must(await kura.host.scorecard.run({ taskId: "measure" }));
    for (const group of ["all", "kind", "set", "script"] as const) {
      const rows = run.rows.filter((row) => row.group === group);
      assert.equal(
        rows.reduce((sum, { tally }) => sum + pairsIn(tally), 0),
        bench.pairs,
      );
    }
    const variants = run.rows.find(({ key }) => key === "variant-kanji");
    assert.equal(variants?.tally.misses, 0, "variant characters are a promise of the matcher");
    const { pairs } = must(await kura.host.scorecard.wrong({ runId: run.id }));
    assert.equal(pairs?.length, run.wrong);
    for (const { same, score } of pairs ?? []) assert.equal(same, score < run.cutOff);
    // Without a list there is nothing to search in.
    assert.equal(run.speed, null);
    const { runs, rates } = must(await kura.host.scorecard.read({}));
    assert.deepEqual(runs, [run]);
    assert.deepEqual(rates, []);
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 5 }));
    assert.ok(entries.some(({ kind }) => kind === "scorecard-run"));
  });

  test("says of each kind, set and script what counting the pairs of the file anew says", async () => {
    const file = new URL("../../../resources/screening/bench.json", import.meta.url);
    const { pairs } = Bench.parse(JSON.parse(readFileSync(file, "utf8")));
    const [run] = must(await kura.host.scorecard.read({})).runs;
    assert.ok(run !== undefined);
    const found = new Map(pairs.map((pair) => [pair, scoreBenchPair(pair) >= 0.7]));
    assert.equal([...found].filter(([pair, isFound]) => isFound !== pair.same).length, run.wrong);
    const among = {
      all: (): string => "all",
      kind: ({ kind }: BenchPair): string => kind,
      set: ({ set }: BenchPair): string => set,
      script: ({ a, b }: BenchPair): string => [...new Set([scriptOf(a), scriptOf(b)])].join("-"),
    } as const;
    assert.ok(run.rows.some(({ group, key }) => group === "script" && key === "han-latin"));
    for (const { group, key, tally } of run.rows) {
      const own = pairs.filter((pair) => among[group](pair) === key);
      const hits = own.filter((pair) => pair.same && found.get(pair) === true).length;
      const alarms = own.filter((pair) => !pair.same && found.get(pair) === true).length;
      const sameNames = own.filter(({ same }) => same).length;
      const [precision, recall] = [hits / (hits + alarms), hits / sameNames];
      const shown = measuresOf(tally);
      assert.equal(pairsIn(tally), own.length, key);
      if (hits > 0) {
        assert.deepEqual([shown.precision, shown.recall], [precision, recall], `${group} ${key}`);
        assert.ok(Math.abs((shown.f1 ?? 0) - (2 * precision * recall) / (precision + recall)) < 1e-12, key);
      }
    }
  });

  test("goes out as figures, and as no name of the bench", async () => {
    const path = join(kura.folder, "card.csv");
    kura.answers["scorecard-copy"] = [path];
    assert.deepEqual(must(await kura.host.scorecard.export({ locale: "ja" })), { runs: 1 });
    const lines = readFileSync(path, "utf8").trim().split("\r\n");
    const { runs } = must(await kura.host.scorecard.read({}));
    assert.equal(lines.length, 1 + (runs[0]?.rows.length ?? 0));
    assert.match(lines[1] ?? "", /全体/);
    const { pairs } = must(await kura.host.scorecard.wrong({ runId: runs[0]?.id ?? ("" as never) }));
    const [first] = pairs ?? [];
    assert.ok(first !== undefined && !lines.join().includes(first.a));
  });
});

describe("the rates of lists", () => {
  let kura: TestEngine;
  let scene: Scene;
  before(async () => {
    kura = await startTestEngine();
    scene = await setScene(kura);
  });
  after(() => kura.close());

  async function judged(): Promise<{ judged: number; different: number; open: number }> {
    const rates = must(await kura.host.scorecard.read({})).rates ?? [];
    return {
      judged: rates.reduce((sum, rate) => sum + rate.judged, 0),
      different: rates.reduce((sum, rate) => sum + rate.different, 0),
      open: rates.reduce((sum, rate) => sum + rate.open, 0),
    };
  }

  test("follow the verdicts, taken back as well as given", async () => {
    const { dossierId, hitId } = scene;
    const atFirst = await judged();
    const judgement = { disposition: "false_positive", reason: "diff_field", note: "" } as const;
    must(await kura.host.screening.judge({ dossierId, hitId, judgement }));
    const { judged: all, different, open } = await judged();
    assert.deepEqual([all, different, open], [atFirst.judged + 1, atFirst.different + 1, atFirst.open - 1]);
    must(await kura.host.screening.judge({ dossierId, hitId, judgement: null }));
    assert.deepEqual(await judged(), atFirst);
  });

  test("are measured against the lists that are loaded", async () => {
    const { speed } = must(await kura.host.scorecard.run({ taskId: "measure" }));
    assert.ok(speed !== null && speed.searches > 100 && speed.lists > 0 && speed.entries > 0);
    assert.ok(speed.p50Ms <= speed.p95Ms && speed.slowest.length === 10);
    assert.ok((speed.slowest[0]?.ms ?? 0) >= speed.p95Ms);
    const file = new URL("../../../resources/screening/bench.json", import.meta.url);
    const { pairs } = Bench.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const { number, name } of speed.slowest) assert.equal(name, pairs[number - 1]?.a);
  });

  test("count no case that is shut to whoever looks, and are not for who keeps house", async () => {
    const { dossierId } = scene;
    const ids = await letCastIn(kura);
    const before = await as(kura, "named", judged);
    await restrict(kura, dossierId, [ids.named]);
    assert.deepEqual(await as(kura, "named", judged), before);
    const seen = await as(kura, "other", judged);
    assert.ok(seen.judged + seen.open < before.judged + before.open);
    const kept = await as(kura, "keeper", async () => must(await kura.host.scorecard.read({})).rates);
    assert.equal(kept, null);
  });
});
