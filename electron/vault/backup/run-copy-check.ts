import { Worker } from "node:worker_threads";
import { StorageError } from "../fault.ts";
import { BackupRefusal } from "./backup-fault.ts";
import type { CopyCheckRequest, CopyFacts } from "./copy-check.ts";
import type { CopyCheckMessage } from "./copy-check-worker.ts";

/** A check of a copy in a thread of its own. */
export interface CopyCheckRun {
  /** The key inside is handed over: the caller's bytes are gone afterwards. */
  readonly request: CopyCheckRequest;
  readonly signal: AbortSignal;
  readonly onProgress: (doneBytes: number) => void;
}

/**
 * Runs the check in a worker that is gone when this settles, so that a gigabyte of pages is read without anybody waiting.
 * Throws `StorageError` (`cancelled`) or `BackupRefusal` (`backup-unverified`) when the copy cannot even be read.
 */
export async function runCopyCheck({ request, signal, onProgress }: CopyCheckRun): Promise<CopyFacts> {
  const key = Uint8Array.from(request.key);
  request.key.fill(0);
  const worker = new Worker(new URL("./copy-check-worker.ts", import.meta.url), {
    workerData: { ...request, key },
    // Handed over, not copied: one place less that holds the key.
    transferList: [key.buffer],
    env: {},
    argv: [],
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
  });
  try {
    return await new Promise<CopyFacts>((resolve, reject) => {
      const unverified = (reason: string): void => reject(new BackupRefusal("backup-unverified", reason));
      const onAbort = (): void => reject(new StorageError("cancelled", "aborted"));
      if (signal.aborted) onAbort();
      signal.addEventListener("abort", onAbort, { once: true });
      worker.on("message", (message: CopyCheckMessage) => {
        if (message.kind === "progress") onProgress(message.doneBytes);
        else if (message.kind === "done") resolve(message.facts);
        else unverified(message.reason);
      });
      worker.on("error", () => unverified("worker-failed"));
      worker.on("exit", () => unverified("worker-ended"));
    });
  } finally {
    await worker.terminate();
  }
}
