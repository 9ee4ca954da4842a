import type { Worker, WorkerOptions } from "node:worker_threads";

/** Options of a worker that gets nothing from around it: no environment, no arguments, and streams that lead nowhere. */
export const noSurroundings: WorkerOptions = {
  env: {},
  argv: [],
  execArgv: [],
  stdin: false,
  stdout: true,
  stderr: true,
};

const bytesPerMb = 1024 * 1024;

/**
 * Whether a worker holds more than this many mebibytes, heap and array buffers together: the buffers lie outside the heap limit that
 * V8 itself enforces. A worker that has ended exceeds nothing; its exit is heard of on its own.
 */
export async function exceedsMemory(worker: Worker, memoryMb: number): Promise<boolean> {
  try {
    const heap = await worker.getHeapStatistics();
    return heap.used_heap_size + heap.external_memory > memoryMb * bytesPerMb;
  } catch {
    return false;
  }
}
