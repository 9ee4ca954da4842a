import { Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../../shared/result.ts";
import { exceedsMemory, noSurroundings } from "../../parsing/walled-worker.ts";
import type {
  ScreeningAnswer,
  ScreeningEnvelope,
  ScreeningRefusal,
  ScreeningReplies,
  ScreeningRequest,
} from "./screening-protocol.ts";

/** Memory of the worker's own heap, and of heap and columns together, in mebibytes. */
const heapMb = 768;
const memoryMb = 2_560;
/** Of the heap, for what is made and let go at once: more of it stays resident and hardly saves work. */
const youngMb = 48;
const memoryCheckMs = 500;

/** The worker ended, by itself or because it was ended; what it held is gone. */
export type WorkerGone = "worker-gone";

/** A running screening worker as its engine sees it. */
export interface ScreeningClient {
  /** Asks in order; requests that were not answered when the worker ends are answered `worker-gone`. */
  ask<A extends ScreeningRequest["ask"]>(
    request: Extract<ScreeningRequest, { ask: A }>,
    transfer?: readonly ArrayBuffer[],
  ): Promise<Result<ScreeningReplies[A], ScreeningRefusal | WorkerGone>>;
  readonly isRunning: boolean;
  /** Ends the worker at once, with all its memory. */
  end(): void;
}

type Settle = (outcome: Result<unknown, ScreeningRefusal | WorkerGone>) => void;

/** Starts the worker from `program`: `screening-worker.ts` in source, or the file bundled from it. */
export function startScreeningWorker(program: URL): ScreeningClient {
  const waiting = new Map<number, Settle>();
  let running = true;
  let last = 0;
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb, stackSizeMb: 4 },
    ...noSurroundings,
  });
  // A vault that is open does not keep the process alive by its index.
  worker.unref();
  const gone = (): void => {
    running = false;
    clearInterval(watch);
    for (const settle of waiting.values()) settle(err("worker-gone"));
    waiting.clear();
  };
  const watch = setInterval(() => {
    void exceedsMemory(worker, memoryMb).then((over) => {
      if (over) void worker.terminate();
    });
  }, memoryCheckMs);
  watch.unref();
  worker.on("message", (answer: ScreeningAnswer) => {
    const settle = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    settle?.("refused" in answer ? err(answer.refused) : ok(answer.reply));
  });
  worker.on("error", gone);
  worker.on("exit", gone);
  return {
    get isRunning() {
      return running;
    },
    ask: (request, transfer = []) =>
      new Promise((resolve) => {
        if (!running) return resolve(err("worker-gone"));
        last += 1;
        // Safe: the worker answers each kind of request with the reply of that kind.
        waiting.set(last, resolve as Settle);
        worker.ref();
        const envelope: ScreeningEnvelope = { number: last, request };
        worker.postMessage(envelope, transfer);
      }),
    end: () => {
      gone();
      void worker.terminate();
    },
  };
}
