import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startScreeningWorker } from "../../../../../electron/screening/index/screening-client.ts";
import type { IndexedEntry } from "../../../../../electron/screening/index/segment-builder.ts";

const program = new URL("../../../../../electron/screening/index/screening-worker.ts", import.meta.url);

const entries = (count: number): readonly IndexedEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    entryKey: at.toString(16).padStart(32, "0"),
    type: "person",
    names: [`Viktor Ostrenko ${String.fromCharCode(97 + (at % 26))}${"xyz".repeat(at % 4)}`],
  }));

const query = { name: "OSTRENKO Viktor bxyz", type: "person" } as const;

describe("the screening worker", () => {
  test("gathers an edition, gives its blocks, and answers from them the same in another worker", async () => {
    const first = startScreeningWorker(program);
    const second = startScreeningWorker(program);
    try {
      assert.deepEqual(await first.ask({ ask: "gather", editionId: "one", entries: entries(50) }), {
        ok: true,
        value: { names: 50 },
      });
      await first.ask({ ask: "finish", editionId: "one" });
      const search = { ask: "search", editionIds: ["one"], queries: [query] } as const;
      const answer = await first.ask(search);
      assert.ok(answer.ok && (answer.value[0]?.length ?? 0) > 0);
      for (let isFirst = true; ; isFirst = false) {
        const block = await first.ask({ ask: "next-block", editionId: "one", first: isFirst });
        assert.ok(block.ok);
        if (block.value === null) break;
        await second.ask({ ask: "take-block", editionId: "one", block: block.value });
      }
      assert.deepEqual(await second.ask({ ask: "finish-blocks", editionId: "one" }), {
        ok: true,
        value: { names: 50 },
      });
      assert.deepEqual(await second.ask(search), answer);
    } finally {
      first.end();
      second.end();
    }
  });

  test("answers worker-gone to everything that waits when it is ended in the middle of building", async () => {
    const worker = startScreeningWorker(program);
    const waiting = [0, 1, 2].map((at) => worker.ask({ ask: "gather", editionId: `e${at}`, entries: entries(20_000) }));
    const search = worker.ask({ ask: "search", editionIds: ["e0"], queries: [query] });
    worker.end();
    for (const outcome of await Promise.all([...waiting, search]))
      assert.deepEqual(outcome, { ok: false, error: "worker-gone" });
    assert.equal(worker.isRunning, false);
    assert.deepEqual(await worker.ask({ ask: "drop", editionId: "e0" }), { ok: false, error: "worker-gone" });
  });

  test("refuses damaged blocks and an entry beyond the limits, and goes on working", async () => {
    const worker = startScreeningWorker(program);
    try {
      const damaged = await worker.ask({ ask: "take-block", editionId: "one", block: new Uint8Array(90) });
      assert.deepEqual(damaged, { ok: false, error: "index-damaged" });
      const names = ["y".repeat(10 * 1024 * 1024)];
      const beyond = await worker.ask({
        ask: "gather",
        editionId: "one",
        entries: [{ entryKey: "1", type: "person", names }],
      });
      assert.deepEqual(beyond, { ok: false, error: "index-limits" });
      await worker.ask({ ask: "gather", editionId: "one", entries: entries(3) });
      assert.deepEqual(await worker.ask({ ask: "finish", editionId: "one" }), { ok: true, value: { names: 3 } });
    } finally {
      worker.end();
    }
  });
});
