import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type ParserProgress, partsUnderWay } from "../../../../electron/parsing/parser-protocol.ts";
import { runParser } from "../../../../electron/parsing/run-parser.ts";

const module = new URL("./fixtures/worker.ts", import.meta.url);
const limits = { timeMs: 20_000, memoryMb: 64, outputRows: 1_000 };

describe("running a parser in a worker", () => {
  test("gives back what the parser returned", async () => {
    const outcome = await runParser<string>({ module, input: { task: "echo", value: "髙﨑𠮷葛\u{e0100}" }, limits });
    assert.deepEqual(outcome, { ok: true, value: "髙﨑𠮷葛\u{e0100}" });
  });

  test("passes progress on", async () => {
    const seen: ParserProgress[] = [];
    await runParser({ module, input: { task: "progress" }, limits, onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen.at(-1), { done: 2, total: 2 });
  });

  test("ends an endless loop when its time is up", async () => {
    const startMs = performance.now();
    const outcome = await runParser({ module, input: { task: "spin" }, limits: { ...limits, timeMs: 300 } });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-timeout" } });
    assert.ok(performance.now() - startMs < 5_000);
  });

  test("ends a regular expression that never comes back", async () => {
    const outcome = await runParser({ module, input: { task: "regex" }, limits: { ...limits, timeMs: 300 } });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-timeout" } });
  });

  test("ends a parser whose objects outgrow the limit", async () => {
    const outcome = await runParser({ module, input: { task: "heap" }, limits });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-memory" } });
  });

  test("ends a parser whose buffers outgrow the limit", async () => {
    const outcome = await runParser({ module, input: { task: "buffers" }, limits });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-memory" } });
  });

  test("ends a parser that announces too many rows", async () => {
    const outcome = await runParser({ module, input: { task: "rows" }, limits });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-output" } });
  });

  test("reports a crash by class name and keeps the message to itself", async () => {
    const outcome = await runParser({ module, input: { task: "throw" }, limits });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-crashed", errorName: "TypeError" } });
  });

  test("reports a worker that leaves without a word", async () => {
    const outcome = await runParser({ module, input: { task: "exit" }, limits });
    assert.deepEqual(outcome, { ok: false, error: { code: "parser-crashed" } });
  });

  test("stops when the caller gives up", async () => {
    const giveUp = new AbortController();
    const pending = runParser({ module, input: { task: "spin" }, limits, signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 100);
    assert.deepEqual(await pending, { ok: false, error: { code: "cancelled" } });
  });

  test("does not start once the caller has given up", async () => {
    const outcome = await runParser({ module, input: { task: "echo" }, limits, signal: AbortSignal.abort() });
    assert.deepEqual(outcome, { ok: false, error: { code: "cancelled" } });
  });

  test("gives the worker neither environment nor arguments", async () => {
    const outcome = await runParser({ module, input: { task: "environment" }, limits });
    assert.deepEqual(outcome, { ok: true, value: { env: [], argv: [] } });
  });

  test("hands a transferred buffer over instead of copying it", async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const outcome = await runParser<Uint8Array>({
      module,
      input: { task: "echo", value: bytes },
      limits,
      transfer: [bytes.buffer],
    });
    assert.equal(bytes.byteLength, 0);
    assert.deepEqual(outcome.ok && [...outcome.value], [1, 2, 3]);
  });
});

describe("a result that comes in parts", () => {
  const parts = { module, input: { task: "parts" }, limits };
  const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test("arrives whole and in order, before the end", async () => {
    const seen: unknown[] = [];
    const outcome = await runParser({
      ...parts,
      onPart: async (part) => {
        await later();
        seen.push(part);
      },
    });
    assert.deepEqual(outcome, { ok: true, value: "end" });
    assert.deepEqual(
      seen,
      Array.from({ length: 40 }, (_, at) => ({ at })),
    );
  });

  test("waits in the worker while the host has not taken earlier parts", async () => {
    const made = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const ahead: number[] = [];
    await runParser({
      ...parts,
      input: { task: "parts", value: made },
      onPart: async () => {
        await later();
        ahead.push(Atomics.load(made, 0) - ahead.length);
      },
    });
    assert.equal(ahead.length, 40);
    assert.ok(Math.max(...ahead) <= partsUnderWay);
  });

  test("what the taker throws ends the parse and is thrown on", async () => {
    const refused = runParser({
      ...parts,
      onPart: () => {
        throw new RangeError("no room");
      },
    });
    await assert.rejects(refused, RangeError);
  });

  test("can be cancelled between two parts", async () => {
    const giveUp = new AbortController();
    const outcome = await runParser({ ...parts, signal: giveUp.signal, onPart: () => giveUp.abort() });
    assert.deepEqual(outcome, { ok: false, error: { code: "cancelled" } });
  });
});

describe("running a bundled parser", () => {
  let folder = "";
  after(async () => rm(folder, { recursive: true, force: true }));

  test("works the same from a file that esbuild made", async () => {
    folder = await mkdtemp(join(tmpdir(), "kura-parser-"));
    const bundled = join(folder, "worker.mjs");
    await build({
      entryPoints: [fileURLToPath(module)],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: bundled,
    });
    assert.doesNotMatch(await readFile(bundled, "utf8"), /serve-parser\.ts["']/);
    const outcome = await runParser({ module: pathToFileURL(bundled), input: { task: "echo", value: 7 }, limits });
    assert.deepEqual(outcome, { ok: true, value: 7 });
  });
});
