import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ParserFault, ParserLimits, ParserMessage, ParserProgress, ParserStart } from "./parser-protocol.ts";
import { exceedsMemory, noSurroundings } from "./walled-worker.ts";

/** How often the worker's memory is looked at: array buffers lie outside the heap limit that V8 itself enforces. */
const memoryCheckMs = 100;

/** One parse of one input from outside. */
export interface ParserRun {
  /** Entry of the worker: a `.ts` file when run from source, the bundled file in a release. */
  readonly module: URL;
  /** Anything that can be structured-cloned. */
  readonly input: unknown;
  readonly limits: ParserLimits;
  readonly onProgress?: (progress: ParserProgress) => void;
  /**
   * Takes the parts of a result that come ahead of it, one after the other; the worker waits while several are not taken. What it
   * throws ends the worker and is thrown on.
   */
  readonly onPart?: (part: unknown) => void | Promise<void>;
  /** Aborting ends the worker and answers `cancelled`. */
  readonly signal?: AbortSignal;
  /** Buffers inside `input` that are handed over instead of copied; unusable for the caller afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
}

/**
 * Runs a parser in a worker thread of its own and answers what it returned, or why there is nothing.
 * The worker is gone, with all its memory, before the promise settles. It gets no environment, no arguments
 * and no streams. `T` is what the worker's module returns: module and type are named together by the caller.
 */
export async function runParser<T>(run: ParserRun): Promise<Result<T, ParserFault>> {
  if (run.signal?.aborted === true) return err({ code: "cancelled" });
  const partsTaken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const start: ParserStart = { mark: "kura-parser", input: run.input, limits: run.limits, partsTaken };
  const worker = new Worker(run.module, {
    workerData: start,
    transferList: [...(run.transfer ?? [])],
    resourceLimits: {
      maxOldGenerationSizeMb: run.limits.memoryMb,
      maxYoungGenerationSizeMb: Math.max(4, Math.min(64, Math.floor(run.limits.memoryMb / 4))),
      stackSizeMb: 4,
    },
    ...noSurroundings,
  });
  try {
    return await settle<T>(worker, run, partsTaken);
  } finally {
    await worker.terminate();
  }
}

function settle<T>(worker: Worker, run: ParserRun, partsTaken: Int32Array): Promise<Result<T, ParserFault>> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    let hasOutput = false;
    const cleanUp = (): void => {
      isOver = true;
      clearTimeout(timeout);
      clearInterval(memoryWatch);
      run.signal?.removeEventListener("abort", onAbort);
    };
    const end = (outcome: Result<T, ParserFault>): void => {
      cleanUp();
      resolve(outcome);
    };
    // Safe: the caller names the module together with the type it returns.
    const finish = (output: unknown): void => end(ok(output as T));
    let parts = Promise.resolve();
    const takePart = (part: unknown): void => {
      parts = parts.then(async () => {
        if (isOver) return;
        await run.onPart?.(part);
        Atomics.add(partsTaken, 0, 1);
        Atomics.notify(partsTaken, 0);
      });
      parts.catch((error: unknown) => {
        cleanUp();
        reject(error instanceof Error ? error : new Error("A part of a parser's result could not be taken"));
      });
    };
    const onAbort = (): void => end(err({ code: "cancelled" }));
    const timeout = setTimeout(() => end(err({ code: "parser-timeout" })), run.limits.timeMs);
    const memoryWatch = setInterval(() => {
      void exceedsMemory(worker, run.limits.memoryMb).then((over) => {
        if (over) end(err({ code: "parser-memory" }));
      });
    }, memoryCheckMs);
    run.signal?.addEventListener("abort", onAbort, { once: true });
    worker.on("message", (message: ParserMessage) => {
      if (message.kind === "progress") run.onProgress?.(message.progress);
      else if (message.kind === "part") takePart(message.part);
      else if (message.kind === "fault") end(err(message.fault));
      else {
        hasOutput = true;
        void parts.then(
          () => finish(message.output),
          () => undefined,
        );
      }
    });
    worker.on("messageerror", () => end(err({ code: "parser-crashed", errorName: "DataCloneError" })));
    worker.on("error", (error) => end(err(crashFault(error))));
    // A worker that is done ends by itself, maybe while its last parts are still being taken.
    worker.on("exit", () => {
      if (!hasOutput) end(err({ code: "parser-crashed" }));
    });
  });
}

function crashFault(error: unknown): ParserFault {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return { code: "parser-memory" };
  return { code: "parser-crashed", errorName: error instanceof Error ? error.name : "unknown" };
}
