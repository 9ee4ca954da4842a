import { err, type Result } from "../../../shared/result.ts";
import type { ParserFault } from "../parser-protocol.ts";
import { runParser } from "../run-parser.ts";
import type { ImageSize } from "./image-size.ts";
import type { ReadingFaultCode } from "./reading-fault.ts";
import { type ReadingLimits, readingLimits } from "./reading-limits.ts";
import type { ReadingTask, TakenText } from "./reading-task.ts";

/** A file to be read; its bytes are handed over and are unusable for the caller afterwards. */
export interface FileToRead {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

/** The caller gave up. */
export type ReadingStop = ReadingFaultCode | "cancelled";

/** Reads files from outside in a worker of their own, under limits of time and memory. */
export interface EvidenceReader {
  readonly limits: ReadingLimits;
  /** What is shown of the file, as UTF-8 JSON of a `Reading`. */
  show(file: FileToRead): Promise<Result<Uint8Array, ReadingStop>>;
  /** The file's text in parts; none for pictures. */
  takeText(file: FileToRead): Promise<Result<TakenText, ReadingStop>>;
  /** How large a picture is, when it may be decoded at all. */
  measure(file: FileToRead): Promise<Result<ImageSize, ReadingStop>>;
}

const ownWorker = new URL("./reading-worker.ts", import.meta.url);

/** A reader whose worker starts from `workerUrl`: the source file beside this one, or the file bundled from it. */
export function createEvidenceReader(
  workerUrl: URL = ownWorker,
  limits: ReadingLimits = readingLimits,
): EvidenceReader {
  const run = async <T>(task: ReadingTask["task"], file: FileToRead): Promise<Result<T, ReadingStop>> => {
    const { mediaType, bytes, signal } = file;
    if (bytes.length > limits.bytes) return err("too-large");
    const input: ReadingTask = { task, mediaType, bytes, limits };
    const outcome = await runParser<Result<T, ReadingFaultCode>>({
      module: workerUrl,
      input,
      limits: { timeMs: limits.timeMs, memoryMb: limits.memoryMb, outputRows: limits.rows },
      transfer: [bytes.buffer],
      ...(signal !== undefined && { signal }),
    });
    return outcome.ok ? outcome.value : err(stopFor(outcome.error));
  };
  return {
    limits,
    show: (file) => run<Uint8Array>("show", file),
    takeText: (file) => run<TakenText>("text", file),
    measure: (file) => run<ImageSize>("measure", file),
  };
}

function stopFor(fault: ParserFault): ReadingStop {
  switch (fault.code) {
    case "cancelled":
      return "cancelled";
    case "parser-crashed":
      return "broken";
    case "parser-timeout":
    case "parser-memory":
    case "parser-output":
      return "limit";
  }
}
