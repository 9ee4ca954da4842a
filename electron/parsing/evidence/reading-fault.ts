/**
 * Why a file cannot be read inside the app: `encrypted` needs a password, `broken` is not what it says it is, `limit` would
 * take too long or grow too large, `too-large` is a bigger file than is read here, `unsupported` is a kind that is not shown.
 */
export type ReadingFaultCode = "encrypted" | "broken" | "limit" | "too-large" | "unsupported";

/** Ends the reading of a file; the worker answers the code. */
export class ReadingFault extends Error {
  readonly code: ReadingFaultCode;
  constructor(code: ReadingFaultCode) {
    super(code);
    this.name = "ReadingFault";
    this.code = code;
  }
}
