import { readFileSync, writeFileSync } from "node:fs";

/** Resident memory of this process above what it was at the start, in megabytes of 1,000,000 bytes. */
export interface MemoryMeter {
  /** What is resident now, after everything that can be let go was let go (with `node --expose-gc`). */
  addedMb(): number;
  /** The most that was resident at any moment since the start, whatever was let go later. */
  peakMb(): number;
}

/** Begins to measure. On systems that do not tell a peak anew, the peak is that of the whole process. */
export function startMemoryMeter(): MemoryMeter {
  collect();
  const startBytes = process.memoryUsage.rss();
  forgetPeak();
  const mb = (bytes: number): number => Math.round((bytes - startBytes) / 1e6);
  return {
    addedMb: () => {
      collect();
      return mb(process.memoryUsage.rss());
    },
    peakMb: () => mb(peakBytes()),
  };
}

function collect(): void {
  globalThis.gc?.();
}

/** Linux counts the peak from here on when this is written. */
function forgetPeak(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}

function peakBytes(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (found === undefined ? process.resourceUsage().maxRSS : Number(found)) * 1024;
}
