import { Worker } from "node:worker_threads";
import type { ReasonCode } from "./reasons.ts";
import { type RenderPaper, regeneratesFrom } from "./regeneration.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOfUnreadable, withRegeneration } from "./verdict-of.ts";
import type { VerifyOptions } from "./verify-pdf.ts";

export interface WorkerRequest {
  readonly bytes: Uint8Array;
  readonly options: VerifyOptions;
  /** After this many milliseconds the worker is killed; 20 seconds if not given. */
  readonly timeLimitMs?: number;
  /** Heap the worker may use, in mebibytes; 512 if not given. The file's own bytes do not count. */
  readonly memoryLimitMiB?: number;
  /** The worker's program; the source file beside this one if not given, which is right until the app is bundled. */
  readonly workerUrl?: URL;
  /** Renders the paper anew from its data; called here, and only for a file that is not `invalid`. */
  readonly regenerate?: RenderPaper;
}

/**
 * Verifies in a thread that can be killed, so that no file can hold up or bring down the process that keeps the keys.
 * Always resolves: a worker that is too slow, too big or crashes gives an `invalid` verdict.
 */
export async function verifyInWorker(request: WorkerRequest): Promise<Verdict> {
  const verdict = await runWorker(request);
  if (request.regenerate === undefined || verdict.verdict === "invalid") return verdict;
  return withRegeneration(verdict, await regeneratesFrom(request.bytes, request.regenerate));
}

function runWorker(request: WorkerRequest): Promise<Verdict> {
  const { bytes, options, timeLimitMs = 20_000, memoryLimitMiB = 512 } = request;
  return new Promise((resolve) => {
    const worker = new Worker(request.workerUrl ?? new URL("./verify-worker.ts", import.meta.url), {
      workerData: { bytes, options },
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMiB, stackSizeMb: 4 },
    });
    const finish = (verdict: Verdict): void => {
      clearTimeout(timer);
      resolve(verdict);
      void worker.terminate();
    };
    const fail = (reason: ReasonCode): void => finish(verdictOfUnreadable(reason));
    const timer = setTimeout(() => fail("verification-time-limit"), timeLimitMs);
    worker.once("message", finish);
    worker.once("error", (error) => fail(isOutOfMemory(error) ? "verification-memory-limit" : "verification-failed"));
    // Comes last of all; by then a verdict has settled the promise, unless the worker ended without one.
    worker.once("exit", () => fail("verification-failed"));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
