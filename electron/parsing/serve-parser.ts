import { isMainThread, parentPort, workerData } from "node:worker_threads";
import {
  type ParserFault,
  type ParserLimits,
  type ParserMessage,
  type ParserProgress,
  type ParserStart,
  partsUnderWay,
} from "./parser-protocol.ts";

/** Shortest time between two progress messages, so that a fast parser cannot flood its host. */
const progressGapMs = 50;

/** What a parser may use while it works. */
export interface ParserContext {
  readonly limits: ParserLimits;
  /** Tells the host how far the work has come; calls in quick succession are dropped. */
  progress(progress: ParserProgress): void;
  /** Announces `count` more rows of output; past the limit it throws and the run ends with `parser-output`. */
  countRows(count: number): void;
  /** Hands a finished part of the result over. Waits while the host has not taken earlier ones. */
  handOver(part: unknown): void;
}

class RowLimitExceeded extends Error {}

/**
 * Turns the module that calls it into a parser's worker entry: runs `parse` once on the input the host sent
 * and sends back what it returns. Does nothing outside a worker that `runParser` started.
 */
export function serveParser<I>(parse: (input: I, context: ParserContext) => unknown): void {
  const port = parentPort;
  if (isMainThread || port === null || !isParserStart(workerData)) return;
  const { input, limits, partsTaken } = workerData;
  const send = (message: ParserMessage): void => port.postMessage(message);
  const run = async (): Promise<void> => {
    try {
      // Safe: the host's caller names module and input type together.
      const output = await parse(input as I, createContext({ limits, partsTaken }, send));
      send({ kind: "done", output });
    } catch (error) {
      send({ kind: "fault", fault: faultOf(error) });
    }
  };
  void run();
}

function createContext(
  { limits, partsTaken }: Pick<ParserStart, "limits" | "partsTaken">,
  send: (message: ParserMessage) => void,
): ParserContext {
  let rowCount = 0;
  let partCount = 0;
  let lastProgressMs = Number.NEGATIVE_INFINITY;
  return {
    limits,
    progress(progress) {
      const nowMs = performance.now();
      if (nowMs - lastProgressMs < progressGapMs && progress.done < progress.total) return;
      lastProgressMs = nowMs;
      send({ kind: "progress", progress });
    },
    countRows(count) {
      rowCount += count;
      if (rowCount > limits.outputRows) throw new RowLimitExceeded("outputRows");
    },
    handOver(part) {
      partCount += 1;
      send({ kind: "part", part });
      for (
        let taken = Atomics.load(partsTaken, 0);
        partCount - taken >= partsUnderWay;
        taken = Atomics.load(partsTaken, 0)
      )
        Atomics.wait(partsTaken, 0, taken);
    },
  };
}

function faultOf(error: unknown): ParserFault {
  if (error instanceof RowLimitExceeded) return { code: "parser-output" };
  const name = error instanceof Error ? error.name : "unknown";
  return { code: "parser-crashed", errorName: /^[A-Za-z]{1,40}$/.test(name) ? name : "unknown" };
}

function isParserStart(value: unknown): value is ParserStart {
  return typeof value === "object" && value !== null && "mark" in value && value.mark === "kura-parser";
}
