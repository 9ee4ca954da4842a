import { SaxesParser, type SaxesTagPlain } from "saxes";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { type ListStop, stopFor } from "../import-notes.ts";
import type { StopCode } from "../list-codes.ts";
import type { ListLimits } from "../list-limits.ts";

/** One element with all that is in it. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, joined, without the space around it. */
  readonly text: string;
}

/** How a document is read: whole elements are handed over, one after the other, and none is kept. */
export interface XmlReading {
  readonly pieces: Iterable<string>;
  readonly limits: ListLimits;
  /** Which elements are handed over, by name; what lies within one belongs to it. */
  readonly records: ReadonlySet<string>;
  readonly onRoot?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Answering `stop` ends the reading early, without an error. */
  readonly onRecord: (element: XmlElement, line: number) => "stop" | undefined;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

class XmlEnded extends Error {
  readonly stop: ListStop | undefined;
  constructor(stop?: ListStop) {
    super("xml ended");
    this.stop = stop;
  }
}

/** What one element costs beside its text, so that a record of empty elements is bounded too. */
const elementUnits = 32;

/**
 * Reads a document element by element, strictly and without entities of its own: a document type, an unknown entity, a tag
 * that is not closed, too great a depth or too large a record stop it. Text pieces may throw; that goes through.
 */
export function readXmlRecords(reading: XmlReading): Result<void, ListStop> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const walk = createWalk(reading, () => parser.line);
  const fail = (reason: StopCode): never => {
    throw new XmlEnded(stopFor(reason, parser.line));
  };
  parser.on("doctype", () => fail("xml-doctype"));
  // The library goes on after an error; the first one ends it here.
  parser.on("error", () => fail("xml-broken"));
  parser.on("opentag", (tag) => walk.open(tag));
  parser.on("text", (text) => walk.text(text));
  parser.on("cdata", (text) => walk.text(text));
  parser.on("closetag", () => walk.close());
  try {
    for (const piece of reading.pieces) parser.write(piece);
    parser.close();
  } catch (error) {
    if (!(error instanceof XmlEnded)) throw error;
    return error.stop === undefined ? ok(undefined) : err(error.stop);
  }
  return ok(undefined);
}

interface Walk {
  open(tag: SaxesTagPlain): void;
  text(text: string): void;
  close(): void;
}

function createWalk({ limits, records, onRoot, onRecord }: XmlReading, lineNow: () => number): Walk {
  const stack: Growing[] = [];
  let depth = 0;
  let units = 0;
  let startLine = 1;
  let count = 0;
  const grow = (more: number): void => {
    units += more;
    if (units > limits.recordUnits) throw new XmlEnded(stopFor("record-too-large", startLine));
  };
  return {
    open(tag) {
      depth += 1;
      if (depth > limits.depth) throw new XmlEnded(stopFor("xml-too-deep", lineNow()));
      const name = localName(tag.name);
      if (depth === 1) onRoot?.(name, tag.attributes);
      if (stack.length === 0 && !records.has(name)) return;
      if (stack.length === 0) {
        units = 0;
        startLine = lineNow();
      }
      const attributes = Object.fromEntries(
        Object.entries(tag.attributes).map(([key, text]) => [localName(key), text]),
      );
      grow(elementUnits + Object.values(attributes).reduce((sum, text) => sum + text.length, 0));
      const element: Growing = { name, attributes, children: [], text: "" };
      stack.at(-1)?.children.push(element);
      stack.push(element);
    },
    text(text) {
      const open = stack.at(-1);
      if (open === undefined) return;
      grow(text.length);
      open.text += text;
    },
    close() {
      depth -= 1;
      const closed = stack.pop();
      if (closed === undefined) return;
      closed.text = closed.text.trim();
      if (stack.length > 0) return;
      count += 1;
      if (count > limits.streamRows) throw new XmlEnded(stopFor("too-many-rows", startLine));
      if (onRecord(closed, startLine) === "stop") throw new XmlEnded();
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Elements of this name directly below. */
export function below(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first element along a path of names; nothing where the path ends early. */
export function at(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (from, name) => from?.children.find((child) => child.name === name),
    element,
  );
}

/** The text at the end of a path; empty where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string {
  return at(element, ...path)?.text ?? "";
}

/** Texts of the elements of this name directly below, without empty ones. */
export function textsBelow(element: XmlElement, name: string): string[] {
  return below(element, name).flatMap(({ text }) => (text === "" ? [] : [text]));
}
