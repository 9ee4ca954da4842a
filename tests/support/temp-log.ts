import type { Log } from "../../electron/log.ts";

/** One line that was logged. */
export interface LoggedLine {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log that keeps its lines where a test can read them. */
export function createTempLog(): { readonly log: Log; readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = [];
  return { lines, log: { write: (event, fields) => void lines.push({ event: String(event), fields: fields ?? {} }) } };
}
