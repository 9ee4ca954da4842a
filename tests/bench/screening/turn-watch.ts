/** One round of the event loop: how long it took, and for how much of that this thread itself had the processor. */
export interface LoopTurn {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/**
 * Measures every round of this thread's event loop. On a busy machine the wall says how long others kept the processor; what this
 * program can do about it is the processor time.
 */
export function watchTurns(): { end(): readonly LoopTurn[] } {
  const turns: LoopTurn[] = [];
  let running = true;
  let lastMs = performance.now();
  let lastCpu = cpuMs();
  const look = (): void => {
    const nowMs = performance.now();
    const cpu = cpuMs();
    turns.push({ wallMs: nowMs - lastMs, cpuMs: cpu - lastCpu });
    lastMs = nowMs;
    lastCpu = cpu;
    if (running) setImmediate(look);
  };
  setImmediate(look);
  return {
    end: () => {
      running = false;
      return turns;
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
