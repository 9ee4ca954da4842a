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
 * Reads the objects of an array that is the whole document, or of the arrays that stand in its outermost object. Stops: `line-too-long` for an
 * object beyond the limit, `file-truncated` when the document does not end, `json-broken` when it is none.
 */
export function readJsonArray(reading: JsonReading): Result<void, ListStop> {
  const scan: ArrayScan = {
    ...{ depth: 0, arrayDepth: 0, line: 1, isText: false, isEscaped: false, isDone: false },
    ...{ record: "", recordLine: 0, count: 0 },
  };
  for (const piece of reading.pieces) {
    const stop = scanPiece(piece, scan, reading);
    if (stop !== undefined) return err(stop);
  }
  if (scan.depth > 0 || scan.isText) return err(stopFor("file-truncated", scan.line));
  return scan.isDone ? ok(undefined) : err(stopFor("json-broken", scan.line));
}

/** Where the reading of an array stands; carried from piece to piece. */
interface ArrayScan {
  depth: number;
  /** Depth at which the array of records lies; 0 outside of one. */
  arrayDepth: number;
  line: number;
  isText: boolean;
  isEscaped: boolean;
  isDone: boolean;
  /** What earlier pieces hold of the record under way. */
  record: string;
  /** Line on which the record under way begins; 0 between records. */
  recordLine: number;
  count: number;
}

function scanPiece(piece: string, scan: ArrayScan, reading: JsonReading): ListStop | undefined {
  let from = 0;
  for (let at = 0; at < piece.length; at += 1) {
    const unit = piece.charCodeAt(at);
    if (unit === newline) scan.line += 1;
    if (scan.isText) {
      if (scan.isEscaped) scan.isEscaped = false;
      else if (unit === backslash) scan.isEscaped = true;
      else if (unit === quote) scan.isText = false;
    } else if (unit === quote) scan.isText = true;
    else if (unit === braceOpen || unit === bracketOpen) {
      if (opens(unit, scan)) from = at;
    } else if (unit === braceClose || unit === bracketClose) {
      const stop = closes(unit, scan, { reading, text: () => piece.slice(from, at + 1) });
      if (stop !== undefined) return stop;
    }
  }
  if (scan.recordLine === 0) return undefined;
  scan.record += piece.slice(from);
  return scan.record.length > reading.limits.recordUnits ? stopFor("line-too-long", scan.recordLine) : undefined;
}

/** Goes one level down; true where a record begins. */
function opens(unit: number, scan: ArrayScan): boolean {
  scan.depth += 1;
  if (unit === bracketOpen) {
    if (scan.arrayDepth === 0 && scan.depth <= 2) scan.arrayDepth = scan.depth;
    return false;
  }
  const isRecord = scan.arrayDepth > 0 && scan.depth === scan.arrayDepth + 1;
  if (isRecord) scan.recordLine = scan.line;
  return isRecord;
}

/** Goes one level up; a record that ends here is handed over. */
function closes(
  unit: number,
  scan: ArrayScan,
  { reading, text }: { readonly reading: JsonReading; readonly text: () => string },
): ListStop | undefined {
  const { limits, onObject, onBroken } = reading;
  if (scan.recordLine > 0 && scan.depth === scan.arrayDepth + 1) {
    const whole = scan.record + text();
    const line = scan.recordLine;
    scan.record = "";
    scan.recordLine = 0;
    scan.count += 1;
    if (whole.length > limits.recordUnits) return stopFor("line-too-long", line);
    if (scan.count > limits.streamRows) return stopFor("too-many-rows", line);
    const object = parsed(whole);
    if (object === undefined) onBroken(line);
    else onObject(object, line);
  }
  if (unit === bracketClose && scan.depth === scan.arrayDepth) {
    scan.isDone = true;
    scan.arrayDepth = 0;
  }
  scan.depth -= 1;
  return scan.depth < 0 ? stopFor("json-broken", scan.line) : undefined;
}
