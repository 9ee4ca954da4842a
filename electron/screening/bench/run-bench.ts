import { err, ok, type Result } from "../../../shared/result.ts";
import type { ParserProgress } from "../../parsing/parser-protocol.ts";
import { runParser } from "../../parsing/run-parser.ts";
import type { BenchOutcome, BenchTask } from "./judge-bench.ts";

/** Time and memory of one run; the tables of readings are most of the memory. */
const benchTimeMs = 600_000;
const benchMemoryMb = 1_024;

/** Watching and ending a run. */
export interface BenchWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ParserProgress) => void;
}

/** Judges the bench in a worker of its own, so that the engine answers meanwhile. `stopped`: the worker could not do it. */
export async function runBench(
  task: BenchTask,
  watch: BenchWatch,
): Promise<Result<BenchOutcome, "cancelled" | "stopped">> {
  const outcome = await runParser<BenchOutcome>({
    module: new URL("./bench-worker.ts", import.meta.url),
    input: task,
    limits: { timeMs: benchTimeMs, memoryMb: benchMemoryMb, outputRows: 0 },
    ...watch,
  });
  if (outcome.ok) return ok(outcome.value);
  return err(outcome.error.code === "cancelled" ? "cancelled" : "stopped");
}
