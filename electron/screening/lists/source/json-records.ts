import { err, ok, type Result } from "../../../../shared/result.ts";
import { type ListStop, stopFor } from "../import-notes.ts";
import type { ListLimits } from "../list-limits.ts";

/** An object of a JSON file. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** How a file of JSON objects is read: each is handed over alone, and none is kept. */
export interface JsonReading {
  readonly pieces: Iterable<string>;
  readonly limits: ListLimits;
  readonly onObject: (object: JsonObject, line: number) => void;
  /** A record that is no JSON object. The last record of a file stops it instead: the file was cut off. */
  readonly onBroken: (line: number) => void;
}

/** Whether a value is an object of JSON and no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads one object from each line; blank lines are passed over. Stops: `line-too-long`, `file-truncated`, `too-many-rows`. */
export function readJsonLines({ pieces, limits, onObject, onBroken }: JsonReading): Result<void, ListStop> {
  let line = 0;
  let rest = "";
  let count = 0;
  const take = (text: string): boolean => {
    if (text.trim() === "") return true;
    count += 1;
    const object = parsed(text);
    if (object === undefined) return false;
    onObject(object, line);
    return true;
  };
  for (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      line += 1;
      const text = rest + piece.slice(from, end);
      rest = "";
      from = end + 1;
      if (text.length > limits.recordUnits) return err(stopFor("line-too-long", line));
      if (!take(text)) onBroken(line);
      if (count > limits.streamRows) return err(stopFor("too-many-rows", line));
    }
    rest += piece.slice(from);
    if (rest.length > limits.recordUnits) return err(stopFor("line-too-long", line + 1));
  }
  line += 1;
  return take(rest) ? ok(undefined) : err(stopFor("file-truncated", line));
}

const quote = 0x22;
const backslash = 0x5c;
const braceOpen = 0x7b;
const braceClose = 0x7d;
const bracketOpen = 0x5b;
const bracketClose = 0x5d;
const newline = 0x0a;

/**
 * Reads the objects of an array that is the whole document, or stands in its outermost object. Stops: `line-too-long` for an
 * object beyond the limit, `file-truncated` when the document does not end, `json-broken` when it is none.
 */
export function readJsonArray({ pieces, limits, onObject, onBroken }: JsonReading): Result<void, ListStop> {
  const scan = { depth: 0, arrayDepth: 0, line: 1, isText: false, isEscaped: false, isDone: false };
  let record = "";
  let recordLine = 0;
  let count = 0;
  for (const piece of pieces) {
    let from = recordLine > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const unit = piece.charCodeAt(at);
      if (unit === newline) scan.line += 1;
      if (scan.isText) {
        if (scan.isEscaped) scan.isEscaped = false;
        else if (unit === backslash) scan.isEscaped = true;
        else if (unit === quote) scan.isText = false;
        continue;
      }
      if (unit === quote) scan.isText = true;
      else if (unit === braceOpen || unit === bracketOpen) {
        scan.depth += 1;
        if (unit === bracketOpen && scan.arrayDepth === 0 && scan.depth <= 2) scan.arrayDepth = scan.depth;
        else if (unit === braceOpen && scan.arrayDepth > 0 && scan.depth === scan.arrayDepth + 1 && !scan.isDone) {
          from = at;
          recordLine = scan.line;
        }
      } else if (unit === braceClose || unit === bracketClose) {
        if (recordLine > 0 && scan.depth === scan.arrayDepth + 1) {
          const object = parsed(record + piece.slice(from, at + 1));
          count += 1;
          if (count > limits.streamRows) return err(stopFor("too-many-rows", recordLine));
          if (object === undefined) onBroken(recordLine);
          else onObject(object, recordLine);
          record = "";
          recordLine = 0;
          from = -1;
        }
        if (unit === bracketClose && scan.depth === scan.arrayDepth) scan.isDone = true;
        scan.depth -= 1;
        if (scan.depth < 0) return err(stopFor("json-broken", scan.line));
      }
    }
    if (recordLine > 0) record += piece.slice(from);
    if (record.length > limits.recordUnits) return err(stopFor("line-too-long", recordLine));
  }
  if (scan.depth > 0 || scan.isText) return err(stopFor("file-truncated", scan.line));
  return scan.isDone ? ok(undefined) : err(stopFor("json-broken", scan.line));
}
