import { parentPort, workerData } from "node:worker_threads";
import { faultOf } from "../fault.ts";
import { type CopyCheckRequest, type CopyFacts, checkCopy } from "./copy-check.ts";

/** What the worker says to whoever started it. */
export type CopyCheckMessage =
  | { readonly kind: "progress"; readonly doneBytes: number }
  | { readonly kind: "done"; readonly facts: CopyFacts }
  | { readonly kind: "refused"; readonly reason: string };

/** Shortest time between two progress messages, in milliseconds. */
const progressGapMs = 50;

async function run(request: CopyCheckRequest): Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  const send = (message: CopyCheckMessage): void => parentPort?.postMessage(message);
  try {
    const facts = await checkCopy(request, (doneBytes) => {
      const nowMs = performance.now();
      if (nowMs - lastMs < progressGapMs) return;
      lastMs = nowMs;
      send({ kind: "progress", doneBytes });
    });
    send({ kind: "done", facts });
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    send({ kind: "refused", reason: `${fault.code}` });
  }
}

// Safe: only `runCopyCheck` starts this program, and it sends this shape.
void run(workerData as CopyCheckRequest);
