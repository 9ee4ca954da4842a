/** Ceilings for one parse. Exceeding any of them ends the worker; nothing it made is kept. */
export interface ParserLimits {
  /** Wall time from start to result, in milliseconds. */
  readonly timeMs: number;
  /** JavaScript heap and array buffers together, in mebibytes. */
  readonly memoryMb: number;
  /** How many rows the parser may announce with `countRows`. */
  readonly outputRows: number;
}

/** How far a parser has come; `total` is in the same unit as `done`, which the parser chooses. */
export interface ParserProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Why a parse gave no result:
 * `parser-timeout`, `parser-memory`, `parser-output` name the limit that was exceeded,
 * `cancelled` the caller's signal, `parser-crashed` an exception or an early exit inside the worker.
 */
export type ParserFaultCode = "parser-timeout" | "parser-memory" | "parser-output" | "parser-crashed" | "cancelled";

/** `errorName` is the class name of a crash, never its message: messages can quote the file. */
export interface ParserFault {
  readonly code: ParserFaultCode;
  readonly errorName?: string;
}

/** What a worker says to the side that started it. */
export type ParserMessage =
  | { readonly kind: "progress"; readonly progress: ParserProgress }
  | { readonly kind: "part"; readonly part: unknown }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "fault"; readonly fault: ParserFault };

/** What a worker is given; the mark tells a parser's worker from any other. */
export interface ParserStart {
  readonly mark: "kura-parser";
  readonly input: unknown;
  readonly limits: ParserLimits;
  /** Shared count of the parts the host is done with, so that a fast worker waits for a slow host. */
  readonly partsTaken: Int32Array;
}

/** How many parts may be under way between a worker and its host. */
export const partsUnderWay = 4;
